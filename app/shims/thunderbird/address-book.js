// SPDX-FileCopyrightText: 2026 The Heed authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the address books of Thunderbird know about contacts and mailing lists, read anew for each
// message: they are local, and a list edited a moment ago must be expanded as it is now.

import { nameAndAddress } from "./vcard.js";

/** Reads the lists of all address books; members and contacts are read when asked for. */
export async function openAddressBook() {
  const lists = [];
  for (const { id } of await browser.addressBooks.list()) {
    try {
      lists.push(...(await browser.addressBooks.mailingLists.list(id)));
    } catch (error) {
      // A remote book that does not answer has no lists to expand; its recipients are named instead.
      console.warn(`Heed: an address book can't be read: ${error.message}`);
    }
  }
  return {
    lists,
    async members(id) {
      const members = await browser.addressBooks.mailingLists.listMembers(id);
      return members.map(({ vCard }) => nameAndAddress(vCard));
    },
    async contact(id) {
      const { vCard } = await browser.addressBooks.contacts.get(id);
      return nameAndAddress(vCard);
    },
  };
}
