// SPDX-FileCopyrightText: 2026 The Heed authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A compose window that waits for its verdict. The person may close it meanwhile, and an allow that
// comes then must send nothing. A closed window announces itself. The "Save this message?" prompt before
// that does not: no event tells of it, the API answers as ever, and Thunderbird would act on an allow
// under the open prompt. But a window under a prompt holds back the messages that its document posts to
// itself, until the prompt is gone. So the document is asked to post one: an answer means that the
// window is usable, and silence, while Thunderbird itself goes on answering, that a prompt is over it.

const INTERVAL_MS = 250;
const ROUNDS = 3;
const ROUND_MS = 200;

/** Watches one compose tab, from construction to stop(). */
export class ComposerWatch {
  #tabId;
  #timer = null;
  #leave;
  #onRemoved;

  /** Resolves once the person is closing the composer, or has. */
  gone;

  constructor(tabId) {
    this.#tabId = tabId;
    this.gone = new Promise((resolve) => (this.#leave = resolve));
    this.#onRemoved = (removed) => removed == tabId && this.#leave();
    browser.tabs.onRemoved.addListener(this.#onRemoved);
    this.#look();
  }

  /** Whether the composer is there and usable now. Never rejects. */
  async isUsable() {
    let answered = false;
    const answer = browser.scripting
      .executeScript({ target: { tabId: this.#tabId }, func: postToSelf })
      .then(() => (answered = true));
    try {
      for (let round = 0; round < ROUNDS && !answered; round++) {
        // Each round makes a turn through Thunderbird's main loop, so that one which is merely busy is
        // waited for and not taken for silence.
        await browser.tabs.get(this.#tabId);
        await Promise.race([answer, delay(ROUND_MS)]);
      }
    } catch (error) {
      console.warn(`Heed: the compose window does not answer: ${error.message}`);
    }
    return answered;
  }

  stop() {
    clearTimeout(this.#timer);
    this.#timer = null;
    this.#leave = () => {};
    browser.tabs.onRemoved.removeListener(this.#onRemoved);
  }

  #look() {
    this.#timer = setTimeout(async () => {
      if (!(await this.isUsable())) {
        this.#leave();
      } else if (this.#timer !== null) {
        this.#look();
      }
    }, INTERVAL_MS);
  }
}

// Runs in the composer's document.
function postToSelf() {
  return new Promise((resolve) => {
    const channel = `heed-${Math.random()}`;
    window.addEventListener("message", function receive(event) {
      if (event.data === channel) {
        window.removeEventListener("message", receive);
        resolve();
      }
    });
    window.postMessage(channel, "*");
  });
}

function delay(milliseconds) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
