/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HEED_ERROR:
 *
 * The one error domain of Heed. Errors of libraries are translated into it where they enter.
 */
#define HEED_ERROR (heed_error_quark ())

/**
 * HeedError:
 * @HEED_ERROR_INVALID_ARGUMENT: an argument or option has the wrong type, form or value
 * @HEED_ERROR_INVALID_RECIPIENT: a recipient's role or mailbox cannot be understood
 * @HEED_ERROR_LIMIT_EXCEEDED: something is larger or more numerous than heed-limits.h allows
 * @HEED_ERROR_NOT_FOUND: the thing named does not exist (or is not the caller's)
 * @HEED_ERROR_NOT_ALLOWED: the policy, or the person, does not allow it
 * @HEED_ERROR_FAILED: anything else; the message says what
 *
 * Each code is an error name on the bus: the interface's name, `.Error.` and the code in camel
 * case.
 */
typedef enum
{
  HEED_ERROR_INVALID_ARGUMENT,
  HEED_ERROR_INVALID_RECIPIENT,
  HEED_ERROR_LIMIT_EXCEEDED,
  HEED_ERROR_NOT_FOUND,
  HEED_ERROR_NOT_ALLOWED,
  HEED_ERROR_FAILED,
} HeedError;

#define HEED_N_ERRORS (HEED_ERROR_FAILED + 1)

GQuark heed_error_quark (void);

/**
 * heed_error_get_name:
 * @code: a code of #HEED_ERROR
 *
 * Returns: (transfer none): the code's name on the wire, such as `InvalidRecipient`
 */
const char *heed_error_get_name (HeedError code);

G_END_DECLS
