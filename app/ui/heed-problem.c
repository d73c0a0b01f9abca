/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-problem.h"

#include <glib/gi18n-lib.h>

#include "heed-shown-text.h"

/* The notification, by its name within the program. */
#define NOTIFICATION "problem"

static void
add_paragraph (GString *text, const char *paragraph)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", paragraph);
}

/* @policy: (nullable), @history: (nullable): a fault of each */
static char *
describe (const char *policy, const char *history)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (policy != NULL)
    {
      add_paragraph (text, _ ("A policy file has a fault. The last policy without one stays in "
                              "force. Please show this to your administrator:"));
      add_paragraph (text, policy);
    }
  if (history != NULL)
    add_paragraph (text, history);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

char *
heed_problem_describe (HeedPolicyWatch *watch, HeedHistory *history)
{
  return describe (heed_policy_watch_get_problem (watch), heed_history_get_problem (history));
}

char *
heed_problem_describe_lasting (HeedPolicyWatch *watch, HeedHistory *history)
{
  gboolean lasts = heed_history_get_state (history) == HEED_HISTORY_READY;

  return describe (heed_policy_watch_get_problem (watch),
                   lasts ? heed_history_get_problem (history) : NULL);
}

void
heed_problem_notify (GApplication *application, const char *problem)
{
  g_autofree char *shown = problem != NULL ? heed_shown_text_lines (problem) : NULL;
  g_autoptr (GNotification) notification = NULL;

  if (!g_application_get_is_registered (application) || g_application_get_is_remote (application))
    return;
  if (shown == NULL)
    {
      g_application_withdraw_notification (application, NOTIFICATION);
      return;
    }
  notification = g_notification_new (_ ("Something needs attention"));
  g_notification_set_body (notification, shown);
  g_application_send_notification (application, NOTIFICATION, notification);
}
