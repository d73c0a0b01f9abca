/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HeedSeverity:
 * @HEED_SEVERITY_CLEAR: nothing to say
 * @HEED_SEVERITY_NOTICE: shown if a window opens anyway
 * @HEED_SEVERITY_CAUTION: a window opens
 * @HEED_SEVERITY_DANGER: a window opens and sending needs an act on the recipient
 * @HEED_SEVERITY_BLOCKED: a window opens and there is no way to send
 *
 * Ordered: a larger value is worse.
 */
typedef enum
{
  HEED_SEVERITY_CLEAR,
  HEED_SEVERITY_NOTICE,
  HEED_SEVERITY_CAUTION,
  HEED_SEVERITY_DANGER,
  HEED_SEVERITY_BLOCKED,
} HeedSeverity;

#define HEED_N_SEVERITIES (HEED_SEVERITY_BLOCKED + 1)

/**
 * heed_severity_get_name:
 * @severity: a severity
 *
 * Returns: (transfer none): its name on the wire, such as `danger`
 */
const char *heed_severity_get_name (HeedSeverity severity);

/**
 * heed_severity_from_name:
 * @name: a name on the wire
 * @severity: (out): where to put the severity; untouched when the name is unknown
 *
 * Returns: whether there is such a severity
 */
gboolean heed_severity_from_name (const char *name, HeedSeverity *severity);

G_END_DECLS
