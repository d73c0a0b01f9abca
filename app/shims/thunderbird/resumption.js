// SPDX-FileCopyrightText: 2026 The Heed authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Thunderbird (up to 153 at least) makes what a permission to read accounts and messages brings when an
// extension starts, not when the permission is given. So the extension starts again, which closes its
// settings page; this is what it goes on with there.
//
// While it starts, nobody is asked about a message that is sent, and a compose window that waits for its
// verdict would stay locked. So it starts again only when there is no compose window.

const KEY = "resumption";

/**
 * Starts the extension again, and then opens the settings page with that fragment. Calls onWait if a
 * compose window has to be closed before.
 */
export async function restart(fragment, onWait) {
  // Within the add-ons manager this page is part of another, which stays.
  const tab = window.top === window ? (await browser.tabs.getCurrent()).id : null;
  await waitForComposers(onWait);
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

async function waitForComposers(onWait) {
  let look;
  const listener = () => look();
  browser.windows.onRemoved.addListener(listener);
  try {
    for (;;) {
      const change = new Promise((resolve) => (look = resolve));
      const composers = await browser.windows.getAll({ windowTypes: ["messageCompose"] });
      if (!composers.length) {
        return;
      }
      onWait();
      await change;
    }
  } finally {
    browser.windows.onRemoved.removeListener(listener);
  }
}
