/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-required-text.h"

#include <string.h>

/* Longer than this, typing is a test of patience rather than a look at what differs. */
#define COMFORTABLE_CHARACTERS 24

static char *
last_label (const char *domain)
{
  const char *dot = strrchr (domain, '.');

  return g_strdup (dot != NULL ? dot : domain);
}

/* The labels of domain between those that both share at the start and at the end. */
static char *
differing_labels (const char *domain, const char *expected)
{
  g_auto (GStrv) labels = g_strsplit (domain, ".", -1);
  g_auto (GStrv) others = g_strsplit (expected, ".", -1);
  guint n = g_strv_length (labels), n_others = g_strv_length (others);
  guint start = 0, end = 0;
  g_autoptr (GString) part = NULL;

  while (start < MIN (n, n_others) && g_str_equal (labels[start], others[start]))
    start++;
  while (end < MIN (n, n_others) - start &&
         g_str_equal (labels[n - 1 - end], others[n_others - 1 - end]))
    end++;
  if (start + end >= n)
    return g_strdup (domain);

  part = g_string_new (end == 0 && start > 0 ? "." : NULL);
  for (guint i = start; i < n - end; i++)
    g_string_append_printf (part, "%s%s", i > start ? "." : "", labels[i]);
  return g_string_free (g_steal_pointer (&part), FALSE);
}

static char *
differing_part (const HeedMailbox *mailbox, const HeedFinding *finding)
{
  HeedDomain *domain = heed_mailbox_get_domain (mailbox);
  const char *typed = heed_domain_get_ascii (domain);
  const char *const *expected = heed_finding_get_expected (finding);
  g_autoptr (HeedDomain) best = expected[0] ? heed_domain_new (expected[0], NULL) : NULL;

  if (heed_finding_get_kind (finding) == HEED_FINDING_UNKNOWN_SUFFIX)
    return last_label (typed);
  if (best == NULL)
    return g_strdup (typed);
  if (heed_domain_equal (best, domain))
    return g_strdup (heed_mailbox_get_local (mailbox));
  return differing_labels (typed, heed_domain_get_ascii (best));
}

char *
heed_required_text_new (const HeedMailbox *mailbox, const HeedFinding *finding)
{
  g_autofree char *part = differing_part (mailbox, finding);

  if (!g_str_is_ascii (part) || strlen (part) > COMFORTABLE_CHARACTERS)
    return last_label (heed_domain_get_ascii (heed_mailbox_get_domain (mailbox)));
  return g_steal_pointer (&part);
}

gboolean
heed_required_text_matches (const char *required, const char *typed)
{
  g_autofree char *stripped = g_strstrip (g_strdup (typed));

  if (g_ascii_strcasecmp (required, stripped) == 0)
    return TRUE;
  return required[0] == '.' && g_ascii_strcasecmp (required + 1, stripped) == 0;
}
