// SPDX-FileCopyrightText: 2026 The Heed authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The recipients of a message as the composer has them and as Heed gets them, and the way back.
//
// The composer's entries are mailboxes, contacts or mailing lists. Heed gets mailboxes only, so each
// entry is expanded, and remembered with its members: a correction goes back into the entry it came from,
// and an entry that nothing changed in is left as the person wrote it. Nothing here talks to Thunderbird.

export const ROLES = ["to", "cc", "bcc"];

/**
 * Expands the recipients of compose details.
 *
 * `book` is an address book: `lists` (array of {id, name, description}), `members(id)` (resolves to an
 * array of {name, email}) and `contact(id)` (resolves to {name, email}).
 *
 * Resolves to {entries, lists}: one entry {role, written, members} for each of the composer's, in the
 * order of ROLES, and the names of what could not be expanded.
 */
export async function expandRecipients(details, book) {
  const entries = [];
  const lists = new Set();
  for (const role of ROLES) {
    for (const written of writtenRecipients(details, role)) {
      entries.push({ role, written, members: await expand(written, book, lists) });
    }
  }
  return { entries, lists: [...lists] };
}

/** The recipients that Heed is asked about. */
export function askedRecipients(entries) {
  return entries.flatMap(({ role, members }) => members.map((mailbox) => ({ role, mailbox })));
}

/**
 * Puts corrected recipients back: returns compose details with those roles in which something changed.
 * `corrected` is the whole list of {role, mailbox}, in the order it was asked in.
 */
export function correctedDetails(entries, corrected) {
  const details = {};
  for (const role of ROLES) {
    const before = entries.filter((entry) => entry.role == role);
    const after = corrected.filter((each) => each.role == role).map((each) => each.mailbox);
    const asked = before.flatMap((entry) => entry.members);
    if (sameSequence(asked, after)) {
      continue;
    }
    details[role] = asked.length == after.length ? replaceMembers(before, after) : after;
  }
  return details;
}

/** Whether two compose details name the same sender and recipients, as written. */
export function sameRecipients(one, other) {
  const key = (details) => JSON.stringify([details.from, ...ROLES.map((role) => details[role] ?? [])]);
  return key(one) == key(other);
}

/** The domains of mailboxes with how many each has, most first. What has no domain is left out. */
export function countDomains(mailboxes) {
  const counts = new Map();
  for (const mailbox of mailboxes) {
    const address = addressOf(mailbox);
    const at = address.lastIndexOf("@");
    if (at >= 0) {
      const domain = address.slice(at + 1).toLowerCase();
      counts.set(domain, (counts.get(domain) ?? 0) + 1);
    }
  }
  return [...counts].sort((one, other) => other[1] - one[1]);
}

/** An RFC 5322 mailbox of a display name, possibly empty, and an address. */
export function formatMailbox({ name, email }) {
  const clean = (name ?? "").replace(/\p{Cc}/gu, " ").trim();
  if (!clean || clean == email) {
    return email;
  }
  return `"${clean.replace(/["\\]/g, "\\$&")}" <${email}>`;
}

function writtenRecipients(details, role) {
  return [details[role] ?? []].flat();
}

// `seen` has the ids of the lists that were looked into for this entry. Looked into again, one would add
// nobody new, and lists that hold each other would go on for ever.
async function expand(written, book, lists, seen = new Set()) {
  if (typeof written == "string") {
    return expandText(written, book, lists, seen);
  }
  if (written.type == "contact") {
    const contact = await book.contact(written.nodeId ?? written.id);
    return expandMember(contact, book, lists, seen);
  }
  return expandLists([{ id: written.nodeId ?? written.id }], book, lists, seen);
}

async function expandText(text, book, lists, seen) {
  const found = book.lists.filter((list) => isWrittenAs(list, text));
  if (found.length) {
    return expandLists(found, book, lists, seen);
  }
  if (addressOf(text).includes("@")) {
    return [text];
  }
  lists.add(nameOf(text));
  return [];
}

// Several address books may have a list of the same name. Thunderbird takes one; all are looked at.
async function expandLists(found, book, lists, seen) {
  const mailboxes = [];
  for (const { id } of found.filter((list) => !seen.has(list.id))) {
    seen.add(id);
    for (const member of await book.members(id)) {
      mailboxes.push(...(await expandMember(member, book, lists, seen)));
    }
  }
  return mailboxes;
}

// A list in a list is a member that is written like a list.
async function expandMember(member, book, lists, seen) {
  return expandText(member.email ? formatMailbox(member) : (member.name ?? ""), book, lists, seen);
}

// Thunderbird writes a list as `Name <Name>`, or with its description where the address would be. What a
// person typed counts as the list in upper or lower case, for Thunderbird and so here.
function isWrittenAs(list, text) {
  const address = unquote(addressOf(text));
  const expected = list.description || list.name;
  return isSameText(address, expected) && (isSameText(nameOf(text), list.name) || isSameText(text, list.name));
}

// Some letters have two forms in one of the cases and one in the other.
function isSameText(one, other) {
  const fold = (text) => text.toUpperCase().toLowerCase();
  return fold(one) == fold(other);
}

function addressOf(text) {
  return text.match(/<([^<>]*)>\s*$/)?.[1].trim() ?? text.trim();
}

function nameOf(text) {
  const name = text.replace(/<[^<>]*>\s*$/, "").trim();
  return unquote(name) || unquote(addressOf(text));
}

function unquote(text) {
  return text.replace(/^"(.*)"$/s, (_, inner) => inner.replace(/\\(.)/gs, "$1"));
}

function replaceMembers(entries, mailboxes) {
  let next = 0;
  return entries.flatMap(({ written, members }) => {
    const now = mailboxes.slice(next, next + members.length);
    next += members.length;
    return sameSequence(members, now) ? [written] : now;
  });
}

function sameSequence(one, other) {
  return one.length == other.length && one.every((each, index) => each == other[index]);
}
