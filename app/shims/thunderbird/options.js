// SPDX-FileCopyrightText: 2026 The Heed authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The extension's settings page: whether Heed can be reached, the one choice there is, and learning from
// the mail that is there already.

import { readCorrespondence } from "./correspondence.js";
import { localize } from "./page.js";
import { restart } from "./resumption.js";
import { text } from "./text.js";

const THREAD = { permissions: ["messagesRead"] };

// What learning takes; asked for when the person wants it, and given back afterwards.
const MAIL = { permissions: ["accountsRead", "messagesRead"] };

// With what the page goes on after the extension has started again: the second where the person lets
// it read messages anyway.
const LEARN = "learn";
const LEARN_AND_KEEP = "learn-and-keep";

const state = document.getElementById("state");
const versions = document.getElementById("versions");
const check = document.getElementById("check");
const thread = document.getElementById("thread");
const learn = document.getElementById("learn");
const learned = document.getElementById("learned");

/** Asks anew, all the way to the service. Shows no window and sends nothing. */
async function checkConnection() {
  check.disabled = true;
  state.textContent = text("optionsChecking");
  versions.replaceChildren();
  try {
    const { version, service, problem } = await browser.runtime.sendMessage({ type: "hello" });
    addRow("optionsBridge", version);
    if (service) {
      state.textContent = text("optionsReachable");
      addRow("optionsService", String(service.version));
      addRow("optionsManaged", text(service.managed ? "optionsYes" : "optionsNo"));
    } else {
      state.textContent = text("optionsNoService", problem);
    }
  } catch (error) {
    state.textContent = text("optionsUnreachable", error.message);
  } finally {
    addRow("optionsExtension", browser.runtime.getManifest().version);
    check.disabled = false;
  }
}

function addRow(name, value) {
  const term = document.createElement("dt");
  const description = document.createElement("dd");
  term.textContent = text(name);
  description.textContent = value;
  versions.append(term, description);
}

/** Thunderbird asks the person; what they answered is what the box then shows. */
async function changeThread() {
  if (!thread.checked) {
    await browser.permissions.remove(THREAD);
  } else if (await browser.permissions.request(THREAD)) {
    await restart("", showWaiting);
  }
  thread.checked = await browser.permissions.contains(THREAD);
}

/** Thunderbird asks the person; then the extension starts again, and this page goes on with learnFromMail(). */
async function askForMail() {
  const fragment = thread.checked ? LEARN_AND_KEEP : LEARN;
  // Nothing is awaited before this: Thunderbird asks only while the button is what was pressed last.
  if (await browser.permissions.request(MAIL)) {
    await restart(fragment, showWaiting);
  } else {
    learned.textContent = text("optionsLearnNoPermission");
  }
}

/**
 * Reads whom the person wrote to and has Heed learn it, which asks the person itself. This page reads,
 * since it stays as long as the person has it open, while the background page may end in between.
 */
async function learnFromMail() {
  learn.disabled = true;
  try {
    const tally = await readCorrespondence((n) => (learned.textContent = text("optionsLearnReading", String(n))));
    learned.textContent = text("optionsLearnAsking", String(tally.size));
    const { people, problem } = await browser.runtime.sendMessage({ type: "learn", ...tally.toRequest() });
    learned.textContent = problem ? text("optionsLearnNothing", problem) : text("optionsLearned", String(people));
  } catch (error) {
    learned.textContent = text("optionsLearnNothing", error.message);
  } finally {
    learn.disabled = false;
  }
}

function showWaiting() {
  learned.textContent = text("optionsComposersOpen");
}

async function goOn(fragment) {
  history.replaceState(null, "", location.pathname);
  if (![LEARN, LEARN_AND_KEEP].includes(fragment)) {
    return;
  }
  await learnFromMail();
  const permissions = fragment == LEARN ? MAIL.permissions : ["accountsRead"];
  await browser.permissions.remove({ permissions });
  thread.checked = await browser.permissions.contains(THREAD);
}

localize();
check.addEventListener("click", checkConnection);
thread.addEventListener("change", changeThread);
learn.addEventListener("click", askForMail);
thread.checked = await browser.permissions.contains(THREAD);
await checkConnection();
await goOn(location.hash.slice(1));
