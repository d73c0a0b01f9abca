/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-severity.h"

static const char *const names[HEED_N_SEVERITIES] = {
  [HEED_SEVERITY_CLEAR] = "clear",     [HEED_SEVERITY_NOTICE] = "notice",
  [HEED_SEVERITY_CAUTION] = "caution", [HEED_SEVERITY_DANGER] = "danger",
  [HEED_SEVERITY_BLOCKED] = "blocked",
};

const char *
heed_severity_get_name (HeedSeverity severity)
{
  g_return_val_if_fail ((guint)severity < HEED_N_SEVERITIES, NULL);
  return names[severity];
}

gboolean
heed_severity_from_name (const char *name, HeedSeverity *severity)
{
  for (guint i = 0; i < HEED_N_SEVERITIES; i++)
    {
      if (g_str_equal (name, names[i]))
        {
          *severity = i;
          return TRUE;
        }
    }
  return FALSE;
}
