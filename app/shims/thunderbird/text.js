// SPDX-FileCopyrightText: 2026 The Heed authors
// SPDX-License-Identifier: GPL-3.0-or-later

/** The translated message of this name in `_locales`. */
export function text(name, ...substitutions) {
  return browser.i18n.getMessage(name, substitutions);
}
