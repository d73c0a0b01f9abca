// SPDX-FileCopyrightText: 2026 The Heed authors
// SPDX-License-Identifier: GPL-3.0-or-later

// When the extension takes a newer version of itself. Thunderbird's part is met in tests/clients.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

const kept = new Map();
let composers;
let reloads;

globalThis.localStorage = {
  getItem: (key) => kept.get(key) ?? null,
  setItem: (key, value) => kept.set(key, value),
  removeItem: (key) => kept.delete(key),
};
globalThis.browser = {
  runtime: { reload: () => reloads++ },
  windows: {
    async getAll({ windowTypes }) {
      assert.deepEqual(windowTypes, ["messageCompose"]);
      return composers;
    },
  },
};

const { forgetUpdate, holdUpdate, updateIfUnused } = await import("../../../app/shims/thunderbird/update.js");

beforeEach(() => {
  kept.clear();
  composers = [];
  reloads = 0;
});

test("is taken at once when nobody writes a message", async () => {
  await holdUpdate();
  assert.equal(reloads, 1);
});

test("waits for the last compose window", async () => {
  composers = [{}, {}];
  await holdUpdate();
  composers = [{}];
  await updateIfUnused();
  assert.equal(reloads, 0);
  composers = [];
  await updateIfUnused();
  assert.equal(reloads, 1);
  // Once is enough.
  await updateIfUnused();
  assert.equal(reloads, 1);
});

test("a window that closes restarts nothing when there is nothing new", async () => {
  await updateIfUnused();
  assert.equal(reloads, 0);
});

test("is forgotten when the extension starts anew", async () => {
  composers = [{}];
  await holdUpdate();
  forgetUpdate();
  composers = [];
  await updateIfUnused();
  assert.equal(reloads, 0);
});
