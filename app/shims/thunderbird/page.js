// SPDX-FileCopyrightText: 2026 The Heed authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Text in the extension's pages: translated, and safe for what comes from outside.

import { text } from "./text.js";

/**
 * Outside text, in a form that can't change the direction of what stands around it. Control characters
 * and direction overrides show as replacement characters.
 */
export function isolate(outside) {
  const visible = outside.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "\ufffd");
  return `\u2068${visible}\u2069`;
}

/** Fills every element that names its message, and says which language the page is in. */
export function localize() {
  document.documentElement.lang = browser.i18n.getUILanguage();
  document.documentElement.dir = text("@@bidi_dir");
  for (const element of document.querySelectorAll("[data-message]")) {
    element.textContent = text(element.dataset.message);
  }
}
