// SPDX-FileCopyrightText: 2026 The Heed authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Runs mailcheck over addresses: node mailcheck.mjs KNOWN TYPED, files with one a line. Prints JSON: the nanoseconds
// that it took, and the domain that it proposes for each, or null.

import { readFileSync } from "node:fs";
import Mailcheck from "mailcheck";

const [known, typed] = process.argv.slice(2).map((path) => readFileSync(path, "utf8").trim().split("\n"));
const proposals = [];

const start = process.hrtime.bigint();
for (const email of typed) {
  proposals.push(Mailcheck.run({ email, domains: known })?.domain ?? null);
}
const nanoseconds = Number(process.hrtime.bigint() - start);
console.log(JSON.stringify({ nanoseconds, proposals }));
