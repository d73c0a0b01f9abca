// SPDX-FileCopyrightText: 2026 The Heed authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What Heed is told about a message besides its recipients. All of it is context: what can't be found
// out is left out, and holds nothing up.

import { cutText } from "./size.js";

/** The members of `options` that describe the message in a compose tab. */
export async function describeMessage(tab, details) {
  const options = {
    subject: cutText(details.subject ?? ""),
    attachments: await describeAttachments(tab),
  };
  if (typeof details.from == "string") {
    options.sender = details.from;
  }
  const thread = await threadMailboxes(details.relatedMessageId);
  if (thread.length) {
    options.thread = thread;
  }
  return options;
}

async function describeAttachments(tab) {
  try {
    const attachments = await browser.compose.listAttachments(tab.id);
    return await Promise.all(
      attachments.map(async ({ id, name, size }) => ({ name, bytes: await attachmentSize(id, size) }))
    );
  } catch (error) {
    console.warn(`Heed: attachments can't be listed: ${error.message}`);
    return [];
  }
}

// Thunderbird gives -1 for a file that it has not looked at yet.
async function attachmentSize(id, size) {
  if (size >= 0) {
    return size;
  }
  try {
    return (await browser.compose.getAttachmentFile(id)).size;
  } catch {
    return 0;
  }
}

/** Everybody in the message that this one answers, if the person lets the extension look. */
async function threadMailboxes(messageId) {
  // The property is there only with the optional permission.
  if (!messageId || !browser.messages) {
    return [];
  }
  try {
    const { author, recipients, ccList, bccList } = await browser.messages.get(messageId);
    return [author, ...recipients, ...ccList, ...bccList].filter(Boolean);
  } catch (error) {
    console.warn(`Heed: the answered message can't be read: ${error.message}`);
    return [];
  }
}
