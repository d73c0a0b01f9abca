// SPDX-FileCopyrightText: 2026 The Heed authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What happens between the press of Send and the message leaving. Thunderbird locks the compose window
// and waits. A listener that throws before its first await lets the message go, and one that never
// answers locks the window for good: so beforeSend is async, and catches everything.

import { openAddressBook } from "./address-book.js";
import { bridge, clientName } from "./bridge.js";
import { ComposerWatch } from "./composer.js";
import { Refused, Unreachable, afterFailure } from "./failure.js";
import { describeMessage } from "./message.js";
import { Question } from "./question.js";
import { askedRecipients, correctedDetails, expandRecipients, sameRecipients } from "./recipients.js";
import { fitRequest } from "./size.js";
import { text } from "./text.js";

const KEEP = Object.freeze({ cancel: true });
const SEND = Object.freeze({});

// Compose tabs that have a verdict coming.
const waiting = new Set();

/** The listener for compose.onBeforeSend. */
export async function beforeSend(tab, details) {
  try {
    // A second press while the first is under way is the same wish. Only the first may send.
    if (waiting.has(tab.id)) {
      return KEEP;
    }
    waiting.add(tab.id);
    try {
      return await decide(tab, details);
    } finally {
      waiting.delete(tab.id);
    }
  } catch (error) {
    console.error(error);
    return KEEP;
  }
}

async function decide(tab, details) {
  const watch = new ComposerWatch(tab.id);
  try {
    const answer = await ask(tab, details, watch);
    if (answer.cancel) {
      return KEEP;
    }
    // The verdict is for what was asked, and for a window that is still there to be sent from.
    const now = await browser.compose.getComposeDetails(tab.id);
    if (!sameRecipients(details, now)) {
      console.warn("Heed: the recipients changed while Heed was asked; the message is kept");
      return KEEP;
    }
    return (await watch.isUsable()) ? answer : KEEP;
  } finally {
    watch.stop();
  }
}

/** Asks Heed, and does what the policy says if Heed can't be asked. */
async function ask(tab, details, watch) {
  let entries = [];
  let lists = [];
  try {
    ({ entries, lists } = await expandRecipients(details, await openAddressBook()));
    if (!entries.length) {
      // Nobody to send mail to: a newsgroup article, or nothing that Thunderbird would send.
      return SEND;
    }
    return await askHeed(tab, details, { entries, lists }, watch);
  } catch (error) {
    if (!(error instanceof Unreachable)) {
      console.error(error);
    }
    await bridge.learnPolicy();
    const action = afterFailure(error, bridge.onFailure);
    if (action == "allow") {
      console.warn("Heed: the policy lets the message go unchecked");
      return SEND;
    }
    const keepOnly = action == "cancel";
    const question = new Question({ error, details, mailboxes: mailboxesIn(entries), lists, keepOnly });
    watch.gone.then(() => question.close());
    return (await question.answer()) == "send" ? SEND : KEEP;
  }
}

async function askHeed(tab, details, { entries, lists }, watch) {
  const id = crypto.randomUUID();
  const options = await describeMessage(tab, details);
  Object.assign(options, {
    client: await clientName(),
    lists,
    // One for each press: the same words sent again are a new message.
    "message-token": id,
    "cancellation-id": id,
    "can-correct": true,
  });
  const asked = fitRequest({ recipients: askedRecipients(entries), options });
  if (!asked.recipients.length) {
    throw new Refused(text("reasonNoAddress"));
  }
  const reply = await Promise.race([bridge.request("confirm-send", asked), watch.gone]);
  if (!reply) {
    withdraw(id);
    return KEEP;
  }
  return obey(reply, entries);
}

function obey({ verdict, details }, entries) {
  if (verdict !== "allow") {
    return KEEP;
  }
  if (details?.reason !== "corrected") {
    return SEND;
  }
  if (!Array.isArray(details.recipients) || !details.recipients.length) {
    throw new Refused(text("reasonCorrection"));
  }
  return { details: correctedDetails(entries, details.recipients) };
}

/** The composer is going away, and with it the question. Nobody waits for the answer. */
async function withdraw(id) {
  try {
    await bridge.request("cancel-confirmation", { "cancellation-id": id });
  } catch (error) {
    console.warn(`Heed: ${error.message}`);
  }
}

function mailboxesIn(entries) {
  return entries.flatMap(({ members }) => members);
}
