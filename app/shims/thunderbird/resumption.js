// SPDX-FileCopyrightText: 2026 The Heed authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Thunderbird (up to 153 at least) makes what a permission to read accounts and messages brings when an
// extension starts, not when the permission is given. So the extension starts again, which closes its
// settings page; this is what it goes on with there.

const KEY = "resumption";

/** Starts the extension again, and then opens the settings page with that fragment. */
export async function restart(fragment) {
  // Within the add-ons manager this page is part of another, which stays.
  const tab = window.top === window ? (await browser.tabs.getCurrent()).id : null;
  localStorage.setItem(KEY, JSON.stringify({ fragment, tab }));
  browser.runtime.reload();
}

/** To be called when the background page starts, which it does at many times. */
export async function resume() {
  const resumption = localStorage.getItem(KEY);
  if (resumption === null) {
    return;
  }
  localStorage.removeItem(KEY);
  const { fragment, tab } = JSON.parse(resumption);
  await browser.tabs.create({ url: `options.html#${fragment}` });
  if (tab !== null) {
    await browser.tabs.remove(tab);
  }
}
