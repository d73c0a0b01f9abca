// SPDX-FileCopyrightText: 2026 The Heed authors
// SPDX-License-Identifier: GPL-3.0-or-later

import assert from "node:assert/strict";
import { test } from "node:test";

import { MOST_BYTES, bytesOf, cutText, fitRequest } from "../../../app/shims/thunderbird/size.js";

const RECIPIENTS = [{ role: "to", mailbox: "ann@army.mil" }];

test("counts bytes as they are sent", () => {
  assert.equal(bytesOf({ a: "ü\n" }), '{"a":"ü\\n"}'.length + 1);
});

test("cuts a text that is too long, between two characters", () => {
  assert.equal(cutText("Plans"), "Plans");
  assert.equal(cutText("a".repeat(65536)).length, 65536);
  assert.equal(cutText("a".repeat(65537)).length, 65536);
  // Of the last character, four bytes long, one byte would fit.
  assert.equal(cutText("a".repeat(65535) + "😀"), "a".repeat(65535));
  assert.equal(bytesOf(cutText("ü".repeat(65536))), 65536 + 2);
});

test("leaves a request that fits as it is", () => {
  const request = { recipients: RECIPIENTS, options: { subject: "Plans", thread: ["ann@army.mil"] } };
  assert.deepEqual(fitRequest(request), request);
  assert.deepEqual(fitRequest({ recipients: RECIPIENTS, options: {} }), { recipients: RECIPIENTS, options: {} });
});

test("leaves out the end of the thread, to the last that fits", () => {
  const thread = Array.from({ length: 9000 }, (_, index) => `${"ü".repeat(100)}${index}@example.org`);
  const { recipients, options } = fitRequest({ recipients: RECIPIENTS, options: { subject: "Plans", thread } });
  assert.deepEqual(recipients, RECIPIENTS);
  assert.equal(options.subject, "Plans");
  assert.deepEqual(options.thread, thread.slice(0, options.thread.length));
  const bytes = bytesOf({ recipients, options });
  assert.ok(bytes <= MOST_BYTES && bytes > MOST_BYTES - 1024, `${bytes} bytes`);
});

test("leaves out what one option cannot have", () => {
  const { options } = fitRequest({ recipients: RECIPIENTS, options: { thread: Array(10001).fill("a@b.c") } });
  assert.equal(options.thread.length, 10000);
});

test("leaves out no recipient", () => {
  const recipients = Array(9000).fill({ role: "to", mailbox: `${"n".repeat(150)} <ann@army.mil>` });
  const fitted = fitRequest({ recipients, options: { thread: ["ann@army.mil"] } });
  assert.deepEqual(fitted, { recipients, options: {} });
  assert.ok(bytesOf(fitted) > MOST_BYTES);
});
