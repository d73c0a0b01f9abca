// SPDX-FileCopyrightText: 2026 The Heed authors
// SPDX-License-Identifier: GPL-3.0-or-later

import assert from "node:assert/strict";
import { test } from "node:test";

import { Tally } from "../../../app/shims/thunderbird/tally.js";

const ann = { name: "Ann", email: "ann@army.mil" };
const day = (number, hour = 0) => new Date(Date.UTC(2024, 0, number, hour));
const seconds = (date) => date.getTime() / 1000;

test("messages are counted, days each once", () => {
  const tally = new Tally();
  tally.addMessage([ann], day(3));
  tally.addMessage([ann], day(3, 23));
  tally.addMessage([ann], day(1));
  const { mailboxes, times } = tally.toRequest();
  assert.deepEqual(mailboxes, [{ mailbox: '"Ann" <ann@army.mil>', count: 3 }]);
  assert.deepEqual(times, [{ first: seconds(day(1)), last: seconds(day(3, 23)), days: 2 }]);
});

test("a mailbox that is in one message twice counts once, whatever its case", () => {
  const tally = new Tally();
  tally.addMessage([ann, { name: "", email: "ANN@army.mil" }], day(1));
  assert.equal(tally.toRequest().mailboxes[0].count, 1);
});

test("the name is the last one that was written", () => {
  const tally = new Tally();
  tally.addMessage([{ name: "New", email: "a@x.example" }], day(2));
  tally.addMessage([{ name: "Old", email: "a@x.example" }], day(1));
  tally.addMessage([{ name: "", email: "a@x.example" }], day(3));
  assert.equal(tally.toRequest().mailboxes[0].mailbox, '"New" <a@x.example>');
});

test("a contact counts only where no message is", () => {
  const tally = new Tally();
  tally.addMessage([ann], day(1));
  tally.addMessage([ann], day(2));
  tally.addContact(ann, day(9));
  tally.addContact({ name: "Bob", email: "bob@x.example" }, day(9));
  tally.addContact({ name: "Bob", email: "bob@x.example" }, day(9));
  assert.deepEqual(tally.toRequest().mailboxes.map(({ count }) => count), [2, 1]);
});

test("what is no address is passed over", () => {
  const tally = new Tally();
  tally.addMessage([{ name: "Team", email: "" }, { name: "Team" }, { name: "", email: "nobody" }], day(1));
  tally.addContact({ name: "Nobody", email: "" }, day(1));
  assert.equal(tally.size, 0);
  assert.deepEqual(tally.toRequest(), { mailboxes: [], times: [] });
});

test("a date before 1970 is none", () => {
  const tally = new Tally();
  tally.addMessage([ann], new Date(-5000));
  assert.deepEqual(tally.toRequest().times, [{ first: 0, last: 0, days: 1 }]);
});

test("those written to most fit into one request", () => {
  const tally = new Tally();
  for (let i = 0; i < 6000; i++) {
    tally.addMessage([{ name: "", email: `p${i}@x.example` }], day(1));
  }
  tally.addMessage([{ name: "", email: "p5999@x.example" }], day(1));
  const few = tally.toRequest();
  assert.equal(few.mailboxes.length, 5000);
  assert.equal(few.mailboxes[0].mailbox, "p5999@x.example");
  for (let i = 0; i < 3000; i++) {
    tally.addMessage([{ name: "x".repeat(1000), email: `long${i}@x.example` }], day(1));
    tally.addMessage([{ name: "x".repeat(1000), email: `long${i}@x.example` }], day(1));
  }
  const bytes = JSON.stringify(tally.toRequest()).length;
  assert.ok(bytes < 1024 * 1024 && bytes > 800 * 1024, String(bytes));
});
