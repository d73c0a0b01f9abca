// SPDX-FileCopyrightText: 2026 The Heed authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The extension's own small window, for when Heed can't be asked: it asks the person whether to keep the
// message or send it unchecked, or says that the policy keeps it. Closing it, by whatever means, keeps the message.

import { Refused, Unreachable } from "./failure.js";
import { countDomains } from "./recipients.js";
import { text } from "./text.js";

const WIDTH = 480;
const HEIGHT = 420;

// Questions whose window is open, by the key that the window's page has in its address.
const open = new Map();

export class Question {
  #key = crypto.randomUUID();
  #windowId = null;
  #settle;
  #answered = new Promise((resolve) => (this.#settle = resolve));

  /** What the window's page shows. */
  content;

  constructor({ error, details, mailboxes, lists, keepOnly }) {
    this.content = {
      keepOnly,
      refused: error instanceof Refused,
      reason: reasonFor(error),
      subject: details.subject ?? "",
      domains: countDomains(mailboxes),
      lists,
    };
  }

  /** Opens the window. Resolves to "send" or "keep"; rejects if no window can be opened. */
  async answer() {
    const onRemoved = (windowId) => windowId == this.#windowId && this.settle("keep");
    browser.windows.onRemoved.addListener(onRemoved);
    open.set(this.#key, this);
    try {
      const { id } = await browser.windows.create({
        type: "popup",
        url: `question.html?${this.#key}`,
        width: WIDTH,
        height: HEIGHT,
      });
      this.#windowId = id;
      const answer = await this.#answered;
      this.#removeWindow();
      return answer;
    } finally {
      open.delete(this.#key);
      browser.windows.onRemoved.removeListener(onRemoved);
    }
  }

  /** The first answer counts. */
  settle(answer) {
    this.#settle(this.content.keepOnly ? "keep" : answer);
  }

  /** Takes the question back, which keeps the message. */
  close() {
    this.settle("keep");
  }

  async #removeWindow() {
    try {
      await browser.windows.remove(this.#windowId);
    } catch {
      // The person was quicker.
    }
  }
}

/** The two errors carry sentences for a person; what else goes wrong is a fault of ours, and for the console. */
function reasonFor(error) {
  const known = error instanceof Refused || error instanceof Unreachable;
  return known ? error.message : text("reasonFault");
}

/** Handles what a question's page sends. */
export function answerPage({ type, key, answer }) {
  const question = open.get(key);
  if (type == "question-describe") {
    return Promise.resolve(question?.content ?? null);
  }
  question?.settle(answer == "send" ? "send" : "keep");
  // The page is about to go away: it waits for no reply.
  return undefined;
}
