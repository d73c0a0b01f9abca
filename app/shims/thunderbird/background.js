// SPDX-FileCopyrightText: 2026 The Heed authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where Thunderbird starts the extension, and starts it again whenever one of these events wakes it.
// Listeners have to be in place before the first await, so there is none here.

import { bridge, clientName } from "./bridge.js";
import { beforeSend } from "./gate.js";
import { answerPage } from "./question.js";
import { resume } from "./resumption.js";
import { text } from "./text.js";
import { forgetUpdate, holdUpdate, updateIfUnused } from "./update.js";

browser.compose.onBeforeSend.addListener(beforeSend);

browser.windows.onCreated.addListener((window) => {
  if (window.type == "messageCompose") {
    prepare();
  }
});

browser.runtime.onMessage.addListener((request) => {
  switch (request.type) {
    case "question-describe":
    case "question-answer":
      return answerPage(request);
    case "hello":
      return bridge.hello();
    case "learn":
      return learn(request);
    default:
      return undefined;
  }
});

resume().catch((error) => console.warn(`Heed: ${error.message}`));

browser.runtime.onUpdateAvailable.addListener(holdUpdate);
browser.windows.onRemoved.addListener(updateIfUnused);

browser.runtime.onStartup.addListener(start);
browser.runtime.onInstalled.addListener(start);

function start() {
  forgetUpdate();
  return greet();
}

/** Lets the service start before its first message, and leaves a line in the console if it can't. */
async function greet() {
  try {
    const { service, problem } = await bridge.hello();
    if (!service) {
      console.warn(`Heed: the service is not there: ${problem}`);
    }
  } catch (error) {
    console.warn(`Heed: ${error.message}`);
  }
}

/** Resolves to {people}, how many Heed learned, or to {problem}, a sentence. */
async function learn({ mailboxes, times }) {
  try {
    const options = { client: await clientName(), times };
    const { learned } = await bridge.request("learn-recipients", { mailboxes, options });
    return { people: learned };
  } catch (error) {
    return { problem: error.code == "NotAllowed" ? text("optionsLearnDeclined") : error.message };
  }
}

/** A message is being written. Nobody is waiting for this: a failure shows when the message is sent. */
async function prepare() {
  try {
    await bridge.request("prepare");
  } catch (error) {
    console.warn(`Heed: ${error.message}`);
  }
}
