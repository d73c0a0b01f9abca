/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-error.h"

G_DEFINE_QUARK (heed - error - quark, heed_error)

const char *
heed_error_get_name (HeedError code)
{
  static const char *const names[HEED_N_ERRORS] = {
    [HEED_ERROR_INVALID_ARGUMENT] = "InvalidArgument",
    [HEED_ERROR_INVALID_RECIPIENT] = "InvalidRecipient",
    [HEED_ERROR_LIMIT_EXCEEDED] = "LimitExceeded",
    [HEED_ERROR_NOT_FOUND] = "NotFound",
    [HEED_ERROR_NOT_ALLOWED] = "NotAllowed",
    [HEED_ERROR_FAILED] = "Failed",
  };

  g_return_val_if_fail ((guint)code < HEED_N_ERRORS, names[HEED_ERROR_FAILED]);
  return names[code];
}
