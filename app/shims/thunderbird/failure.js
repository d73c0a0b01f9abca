// SPDX-FileCopyrightText: 2026 The Heed authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What becomes of a message that got no verdict.

import { Refused, Unreachable } from "./bridge.js";

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
