// SPDX-FileCopyrightText: 2026 The Heed authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a request may weigh. heed-bridge takes no more than a frame holds, and of one that is longer it
// cannot even tell which request it was. Context is cut to fit; whom the message goes to never is.

/** Bytes of one request, as UTF-8 JSON. */
export const MOST_BYTES = 1024 * 1024;

/** Bytes of one text, such as the subject, in UTF-8, and entries in one list of `options`. */
const MOST_TEXT_BYTES = 64 * 1024;
const MOST_ENTRIES = 10000;

// For the members that bridge.js adds.
const ENVELOPE_BYTES = 256;

/** The bytes that a value takes in a request. */
export function bytesOf(value) {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}

/** The start of a text, as much of it as one option may have. No character is cut in two. */
export function cutText(whole) {
  const buffer = new Uint8Array(MOST_TEXT_BYTES);
  const { read } = new TextEncoder().encodeInto(whole, buffer);
  return whole.slice(0, read);
}

/**
 * Makes a request {recipients, options} fit, as far as that can be done: the mailboxes of the answered
 * message are evidence only, so that the last of them are left out.
 */
export function fitRequest({ recipients, options }) {
  const { thread = [], ...rest } = options;
  let left = MOST_BYTES - ENVELOPE_BYTES - bytesOf({ recipients, options: { ...rest, thread: [] } });
  const fitting = [];
  for (const mailbox of thread.slice(0, MOST_ENTRIES)) {
    left -= bytesOf(mailbox) + 1;
    if (left < 0) {
      break;
    }
    fitting.push(mailbox);
  }
  return { recipients, options: fitting.length ? { ...rest, thread: fitting } : rest };
}
