/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-history-problem.h"

#include <glib/gi18n-lib.h>

#include "heed-error.h"

const char *
heed_history_problem_of_search (const GError *error)
{
  if (g_error_matches (error, HEED_ERROR, HEED_ERROR_NOT_ALLOWED))
    return _ ("Your keyring is locked. Until you unlock it, Heed remembers the people you write "
              "to only until it ends.");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT))
    return _ ("Your keyring does not answer. Until it does, Heed remembers the people you write "
              "to only until it ends.");
  return _ ("There is no keyring that works. Heed remembers the people you write to only until it "
            "ends.");
}

const char *
heed_history_problem_of_opening (void)
{
  return _ ("Heed cannot use its file of people you write to. It remembers them only until it "
            "ends.");
}

const char *
heed_history_problem_of_writing (void)
{
  return _ ("Heed cannot write its file of people you write to. It will try again.");
}

char *
heed_history_problem_of_content (const HeedHistoryContent *content)
{
  if (content->set_aside == NULL)
    return NULL;
  if (content->key_gone)
    return g_strdup_printf (/* Translators: %s is the name of a file. */
                            _ ("The key to the people you wrote to is no longer in your keyring, "
                               "so "
                               "Heed began anew. The old file was kept as %s."),
                            content->set_aside);
  return g_strdup_printf (/* Translators: %s is the name of a file. */
                          _ ("The file of people you write to was damaged. Heed goes on with what "
                             "could be read of it. The damaged file was kept as %s."),
                          content->set_aside);
}
