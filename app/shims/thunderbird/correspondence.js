// SPDX-FileCopyrightText: 2026 The Heed authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reads whom the person wrote to from the folders of sent messages, and the address books. Of a message
// only its recipients and its date are looked at, which Thunderbird has in its index.

import { Tally } from "./tally.js";
import { nameAndAddress } from "./vcard.js";

/** Resolves to a Tally. `onMessages` is told now and then how many messages were read. */
export async function readCorrespondence(onMessages) {
  const tally = new Tally();
  let read = 0;
  for (const folder of await browser.folders.query({ specialUse: ["sent"] })) {
    for await (const { recipients, ccList, bccList, date } of messagesIn(folder)) {
      tally.addMessage(await parse([...recipients, ...ccList, ...bccList]), date);
      read++;
      if (read % 100 == 0) {
        onMessages(read);
      }
    }
  }
  onMessages(read);
  await readContacts(tally);
  return tally;
}

async function* messagesIn({ id }) {
  let page = await browser.messages.query({ folderId: id });
  for (;;) {
    yield* page.messages;
    if (!page.id) {
      return;
    }
    page = await browser.messages.continueList(page.id);
  }
}

const parsed = new Map();

// The same few people are in thousands of messages, and each question to Thunderbird takes its time.
async function parse(texts) {
  const mailboxes = [];
  for (const text of texts) {
    if (!parsed.has(text)) {
      parsed.set(text, await browser.messengerUtilities.parseMailboxString(text));
    }
    mailboxes.push(...parsed.get(text).flatMap((mailbox) => mailbox.group ?? [mailbox]));
  }
  return mailboxes;
}

async function readContacts(tally) {
  const now = new Date();
  for (const { id } of await browser.addressBooks.list()) {
    try {
      for (const { vCard } of await browser.addressBooks.contacts.list(id)) {
        tally.addContact(nameAndAddress(vCard), now);
      }
    } catch (error) {
      // A remote book that does not answer holds nothing up.
      console.warn(`Heed: an address book can't be read: ${error.message}`);
    }
  }
}
