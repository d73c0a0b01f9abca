// SPDX-FileCopyrightText: 2026 The Heed authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The extension's settings page: whether Heed can be reached, and the one choice there is.

import { localize } from "./page.js";
import { text } from "./text.js";

const THREAD = { permissions: ["messagesRead"] };

const state = document.getElementById("state");
const versions = document.getElementById("versions");
const check = document.getElementById("check");
const thread = document.getElementById("thread");

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
  if (thread.checked) {
    await browser.permissions.request(THREAD);
  } else {
    await browser.permissions.remove(THREAD);
  }
  thread.checked = await browser.permissions.contains(THREAD);
}

localize();
check.addEventListener("click", checkConnection);
thread.addEventListener("change", changeThread);
thread.checked = await browser.permissions.contains(THREAD);
await checkConnection();
