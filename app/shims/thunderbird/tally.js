// SPDX-FileCopyrightText: 2026 The Heed authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whom the person wrote to, how often and on how many days, as Heed learns it. Nothing here talks to
// Thunderbird.

import { formatMailbox } from "./recipients.js";

// What fits into one request, and so into one question to the person: those written to most.
const MOST_PEOPLE = 5000;
const MOST_BYTES = 900 * 1024;

const DAY_SECONDS = 24 * 60 * 60;

/** Counts messages. */
export class Tally {
  #people = new Map();

  get size() {
    return this.#people.size;
  }

  /** A message of this moment, a Date, went to these, each {name, email}. Each counts once. */
  addMessage(mailboxes, date) {
    const seconds = Math.max(0, Math.floor(date.getTime() / 1000));
    const seen = new Set();
    for (const mailbox of mailboxes) {
      const key = mailbox.email?.toLowerCase() ?? "";
      if (key.includes("@") && !seen.has(key)) {
        seen.add(key);
        this.#count(key, mailbox, seconds);
      }
    }
  }

  /** Somebody, {name, email}, who is in an address book. One message stands for it where none is known. */
  addContact(contact, now) {
    if (!this.#people.has(contact.email?.toLowerCase())) {
      this.addMessage([contact], now);
    }
  }

  #count(key, mailbox, seconds) {
    const day = Math.floor(seconds / DAY_SECONDS);
    const person = this.#people.get(key);
    if (!person) {
      this.#people.set(key, { mailbox, count: 1, first: seconds, last: seconds, days: new Set([day]) });
      return;
    }
    person.count++;
    person.days.add(day);
    person.first = Math.min(person.first, seconds);
    if (seconds >= person.last) {
      person.last = seconds;
      person.mailbox = mailbox.name ? mailbox : { ...mailbox, name: person.mailbox.name };
    }
  }

  /** The members `mailboxes` and `times` of a request to learn, of those written to most. */
  toRequest() {
    const people = [...this.#people.values()].sort((one, other) => other.count - one.count);
    const request = { mailboxes: [], times: [] };
    let bytes = 0;
    for (const { mailbox, count, first, last, days } of people.slice(0, MOST_PEOPLE)) {
      const counted = { mailbox: formatMailbox(mailbox), count };
      const times = { first, last, days: days.size };
      bytes += new TextEncoder().encode(JSON.stringify(counted) + JSON.stringify(times)).length;
      if (bytes > MOST_BYTES) {
        break;
      }
      request.mailboxes.push(counted);
      request.times.push(times);
    }
    return request;
  }
}
