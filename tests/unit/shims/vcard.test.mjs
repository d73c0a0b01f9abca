// SPDX-FileCopyrightText: 2026 The Heed authors
// SPDX-License-Identifier: GPL-3.0-or-later

import assert from "node:assert/strict";
import { test } from "node:test";

import { nameAndAddress } from "../../../app/shims/thunderbird/vcard.js";

const CARDS = [
  ["plain", ["FN:Ann", "EMAIL:ann@army.mil"], "Ann", "ann@army.mil"],
  ["the preferred of two, as Thunderbird writes it", ["EMAIL:a@x.example", "EMAIL;PREF=1:b@x.example"], "", "b@x.example"],
  ["quoted preference", ["EMAIL;PREF=\"2\":a@x.example", "EMAIL;PREF=1:b@x.example"], "", "b@x.example"],
  ["version 3.0", ["EMAIL;TYPE=HOME:a@x.example", "EMAIL;TYPE=WORK,PREF:b@x.example"], "", "b@x.example"],
  ["version 2.1", ["EMAIL;HOME:a@x.example", "EMAIL;PREF:b@x.example"], "", "b@x.example"],
  ["group and lower case", ["item1.email;type=\"x:y\":a@x.example"], "", "a@x.example"],
  ["folded", ["FN:A very", "  long name", "EMAIL:a@x.ex", " ample"], "A very long name", "a@x.example"],
  ["escapes", ["FN:Doe\\, Jane\\nBcc", "EMAIL:a@x.example"], "Doe, Jane Bcc", "a@x.example"],
  ["no address", ["FN:Ann"], "Ann", ""],
  ["nothing that is a property", ["no colon here"], "", ""],
];

for (const [name, lines, fullName, email] of CARDS) {
  test(name, () => {
    const card = ["BEGIN:VCARD", ...lines, "END:VCARD"].join("\r\n");
    assert.deepEqual(nameAndAddress(card), { name: fullName, email });
  });
}
