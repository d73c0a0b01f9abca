// SPDX-FileCopyrightText: 2026 The Heed authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Why a message got no verdict, and what becomes of it.

/** Heed is not there, or went away before it answered. `message` says why. */
export class Unreachable extends Error {}

/** Heed is there and will not do this. `message` is a sentence for a person, `code` the name of the error. */
export class Refused extends Error {
  constructor(message, code) {
    super(message);
    this.code = code;
  }
}

/**
 * "ask", "cancel" or "allow". onFailure is what the policy says, as far as it is known. A fault of the shim itself,
 * which is neither of the two errors, lets nothing go by itself.
 */
export function afterFailure(error, onFailure) {
  if (onFailure == "cancel") {
    return "cancel";
  }
  const known = error instanceof Refused || error instanceof Unreachable;
  return onFailure == "allow" && known ? "allow" : "ask";
}
