// SPDX-FileCopyrightText: 2026 The Heed authors
// SPDX-License-Identifier: GPL-3.0-or-later

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  askedRecipients,
  correctedDetails,
  countDomains,
  expandRecipients,
  formatMailbox,
  sameRecipients,
} from "../../../app/shims/thunderbird/recipients.js";

// Lists by id. "Loop" is a member of itself, "Outer" holds "Team", "Ping" and "Pong" each other.
const MEMBERS = {
  team: [
    { name: "Ann", email: "ann@army.ml" },
    { name: "", email: "bob@army.mil" },
  ],
  staff: [{ name: "Cy", email: "cy@army.mil" }],
  outer: [{ name: "Team", email: "" }],
  loop: [{ name: "Loop", email: "" }],
  hollow: [{ name: "No Address", email: "" }],
  ping: [{ name: "Pong", email: "" }, { name: "Pong", email: "" }, { name: "Pi", email: "pi@army.ml" }],
  corps: [{ name: "office@army.mil", email: "office@army.mil" }, { name: "Staff", email: 'the "whole" staff' }],
  pong: [{ name: "Ping", email: "" }, { name: "Ping", email: "" }, { name: "Po", email: "po@army.mil" }],
};

const BOOK = {
  lists: [
    { id: "team", name: "Team", description: "" },
    { id: "staff", name: "Staff", description: 'the "whole" staff' },
    { id: "desk", name: "Desk", description: "desk@army.mil" },
    { id: "outer", name: "Outer", description: "" },
    { id: "loop", name: "Loop", description: "" },
    { id: "hollow", name: "Hollow", description: "" },
    { id: "ping", name: "Ping", description: "" },
    { id: "corps", name: "Corps", description: "" },
    { id: "pong", name: "Pong", description: "" },
    { id: "team", name: "office@army.mil", description: "" },
  ],
  members: async (id) => MEMBERS[id] ?? MEMBERS.staff,
  contact: async () => ({ name: "Dee", email: "dee@army.mil" }),
};

const EXPANSIONS = [
  // what the composer has, what Heed is asked about, what it is told could not be expanded
  ["a mailbox", "ann@army.ml", ["ann@army.ml"], []],
  ["a mailbox with a name, as it is", '"Doe, Jane" <jane@army.mil>', ['"Doe, Jane" <jane@army.mil>'], []],
  ["a list", "Team <Team>", ['"Ann" <ann@army.ml>', "bob@army.mil"], []],
  ["a list with a description", 'Staff <"the \\"whole\\" staff">', ['"Cy" <cy@army.mil>'], []],
  ["a description that looks like an address", "Desk <desk@army.mil>", ['"Cy" <cy@army.mil>'], []],
  ["the same address without the list's name", "desk@army.mil", ["desk@army.mil"], []],
  ["a list by its bare name", "Team", ['"Ann" <ann@army.ml>', "bob@army.mil"], []],
  ["a list in another case", "TEAM <team>", ['"Ann" <ann@army.ml>', "bob@army.mil"], []],
  ["a list by its bare name in another case", "team", ['"Ann" <ann@army.ml>', "bob@army.mil"], []],
  ["a description in another case", "DESK <Desk@army.mil>", ['"Cy" <cy@army.mil>'], []],
  ["a list with the name of an address", "Office@army.mil", ['"Ann" <ann@army.ml>', "bob@army.mil"], []],
  ["lists that hold each other", "Ping <Ping>", ['"Po" <po@army.mil>', '"Pi" <pi@army.ml>'], []],
  ["a list in a list", "Outer <Outer>", ['"Ann" <ann@army.ml>', "bob@army.mil"], []],
  [
    "lists in a list that look like an address, and that have a description",
    "Corps <Corps>",
    ['"Ann" <ann@army.ml>', "bob@army.mil", '"Cy" <cy@army.mil>'],
    [],
  ],
  ["a list that holds itself", "Loop <Loop>", [], []],
  ["a list whose member has no address", "Hollow <Hollow>", [], ["No Address"]],
  ["a list that nobody knows", "Nobody <Nobody>", [], ["Nobody"]],
  ["a contact", { id: "1", type: "contact" }, ['"Dee" <dee@army.mil>'], []],
  ["a list by its id", { nodeId: "staff", type: "mailingList" }, ['"Cy" <cy@army.mil>'], []],
  ["nothing before the at", "@army.mil", ["@army.mil"], []],
];

for (const [name, written, mailboxes, unknown] of EXPANSIONS) {
  test(`expands ${name}`, async () => {
    const { entries, lists } = await expandRecipients({ cc: [written] }, BOOK);
    assert.deepEqual(
      askedRecipients(entries),
      mailboxes.map((mailbox) => ({ role: "cc", mailbox }))
    );
    assert.deepEqual(lists, unknown);
  });
}

test("asks in the order of roles, one string or many", async () => {
  const { entries } = await expandRecipients({ bcc: ["c@x.example"], to: "a@x.example" }, BOOK);
  assert.deepEqual(askedRecipients(entries), [
    { role: "to", mailbox: "a@x.example" },
    { role: "bcc", mailbox: "c@x.example" },
  ]);
});

async function correct(details, change) {
  const { entries } = await expandRecipients(details, BOOK);
  return correctedDetails(entries, change(askedRecipients(entries)));
}

const fixed = (recipients) =>
  recipients.map(({ role, mailbox }) => ({ role, mailbox: mailbox.replace("army.ml", "army.mil") }));

test("a correction changes only its role", async () => {
  const details = { to: ["ann@army.ml", "bob@army.mil"], cc: ["cy@army.mil"] };
  assert.deepEqual(await correct(details, fixed), { to: ["ann@army.mil", "bob@army.mil"] });
});

test("a list stays a list unless a member was corrected", async () => {
  const details = { to: ["Outer <Outer>", "x@y.example"], bcc: ['Staff <"the \\"whole\\" staff">', "e@army.ml"] };
  assert.deepEqual(await correct(details, fixed), {
    to: ['"Ann" <ann@army.mil>', "bob@army.mil", "x@y.example"],
    bcc: ['Staff <"the \\"whole\\" staff">', "e@army.mil"],
  });
});

test("a recipient that was taken out is taken out", async () => {
  const details = { to: ["ann@army.ml", "bob@army.mil"] };
  assert.deepEqual(await correct(details, (asked) => asked.slice(1)), { to: ["bob@army.mil"] });
});

test("a role that lost everybody becomes empty", async () => {
  const details = { to: ["ann@army.ml"], cc: ["bob@army.mil"] };
  assert.deepEqual(await correct(details, (asked) => asked.slice(1)), { to: [] });
});

test("an unknown list survives a correction beside it", async () => {
  const details = { to: ["Nobody <Nobody>", "ann@army.ml"] };
  assert.deepEqual(await correct(details, fixed), { to: ["Nobody <Nobody>", "ann@army.mil"] });
});

test("a changed sender or recipient is another message", () => {
  const details = { from: "me@x.example", to: ["a@x.example"], cc: [], bcc: [] };
  assert.ok(sameRecipients(details, { ...details, subject: "other" }));
  assert.ok(sameRecipients(details, { from: "me@x.example", to: ["a@x.example"] }));
  assert.ok(!sameRecipients(details, { ...details, to: ["b@x.example"] }));
  assert.ok(!sameRecipients(details, { ...details, to: [], cc: ["a@x.example"] }));
  assert.ok(!sameRecipients(details, { ...details, from: "you@x.example" }));
});

test("domains are counted, most first, without regard to case", () => {
  const mailboxes = ["a@one.example", '"x@no.example" <b@Two.example>', "c@two.example", "nobody"];
  assert.deepEqual(countDomains(mailboxes), [
    ["two.example", 2],
    ["one.example", 1],
  ]);
});

test("a mailbox is written so that it is read back as one", () => {
  assert.equal(formatMailbox({ name: "", email: "a@x.example" }), "a@x.example");
  assert.equal(formatMailbox({ name: "a@x.example", email: "a@x.example" }), "a@x.example");
  assert.equal(formatMailbox({ name: 'A "B" \\', email: "a@x.example" }), '"A \\"B\\" \\\\" <a@x.example>');
  assert.equal(formatMailbox({ name: "A\r\nBcc: b", email: "a@x.example" }), '"A  Bcc: b" <a@x.example>');
});
