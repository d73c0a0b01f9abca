// SPDX-FileCopyrightText: 2026 The Heed authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A newer version of the extension waits until no compose window is open. Thunderbird would start it at
// once: a message that waits for its verdict would stay locked, and one sent meanwhile would be checked
// by nobody. This page may end before the last compose window is closed, so that there is a version
// waiting is written down.

const KEY = "update";

/** Thunderbird has a newer version. That this is listened for is what holds it back. */
export async function holdUpdate() {
  localStorage.setItem(KEY, "waits");
  await updateIfUnused();
}

/** To be called when a window was closed: takes the newer version, if there is one and no composer. */
export async function updateIfUnused() {
  if (localStorage.getItem(KEY) === null) {
    return;
  }
  const composers = await browser.windows.getAll({ windowTypes: ["messageCompose"] });
  if (!composers.length) {
    forgetUpdate();
    browser.runtime.reload();
  }
}

/** To be called when the extension starts anew: Thunderbird takes a version that waits when it starts. */
export function forgetUpdate() {
  localStorage.removeItem(KEY);
}
