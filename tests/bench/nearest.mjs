// SPDX-FileCopyrightText: 2026 The Heed authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The nearest known domain within two edits, by the bit-parallel distance of fastest-levenshtein: node nearest.mjs
// KNOWN TYPED, as mailcheck.mjs.

import { readFileSync } from "node:fs";
import { distance } from "fastest-levenshtein";

const NEAR = 2;
const [known, typed] = process.argv.slice(2).map((path) => readFileSync(path, "utf8").trim().split("\n"));
const proposals = [];

const start = process.hrtime.bigint();
for (const address of typed) {
  const domain = address.slice(address.lastIndexOf("@") + 1);
  let best = null;
  let least = NEAR + 1;
  for (const candidate of known) {
    const edits = distance(domain, candidate);
    if (edits < least) {
      best = candidate;
      least = edits;
    }
  }
  proposals.push(least > 0 ? best : null);
}
const nanoseconds = Number(process.hrtime.bigint() - start);
console.log(JSON.stringify({ nanoseconds, proposals }));
