/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whoever is known and whatever is typed, a review ends and explains itself: its texts are text,
 * its edits turn what was typed into what is expected, and it says the same when it is asked again.
 *
 * An input is lines: the mailbox first, then who is known, each a mailbox or a domain and after a
 * tab how often; a line that begins with ! is a protected domain. */

#include "fuzz.h"
#include "heed-policy-builder.h"
#include "heed-reviewer.h"

#include <stdlib.h>
#include <string.h>

#define MAX_KNOWN 200

static void
learn (HeedKnownDomains *known, GPtrArray *protected_domains, char *line)
{
  char *tab = strchr (line, '\t');
  guint count = 1;

  if (tab != NULL)
    {
      *tab = '\0';
      count = (guint)strtoul (tab + 1, NULL, 10);
    }
  if (line[0] == '!')
    {
      HeedDomainPattern *pattern = heed_domain_pattern_new (line + 1, NULL);

      if (pattern != NULL)
        g_ptr_array_add (protected_domains, pattern);
    }
  else if (strchr (line, '@') != NULL)
    {
      g_autoptr (HeedMailbox) mailbox = heed_mailbox_new (line, NULL);

      if (mailbox != NULL)
        heed_known_domains_add_mailbox (known, mailbox, count);
    }
  else
    {
      g_autoptr (HeedDomain) domain = heed_domain_new (line, NULL);

      if (domain != NULL)
        heed_known_domains_add_domain (known, domain, count);
    }
}

static void
check_edits (const HeedFinding *finding)
{
  GPtrArray *edits = heed_finding_get_edits (finding);
  glong length;
  g_autofree gunichar *shown = g_utf8_to_ucs4_fast (heed_finding_get_domain (finding), -1, &length);
  g_autoptr (GString) text = g_string_new (NULL);
  guint position = 0;

  if (edits->len == 0)
    return;
  for (guint i = 0; i < edits->len; i++)
    {
      const HeedEdit *edit = edits->pdata[i];
      glong n_got = g_utf8_strlen (edit->got, -1);

      g_assert_cmpuint (edit->position, >=, position);
      g_assert_cmpint (edit->position + n_got, <=, length);
      for (; position < edit->position; position++)
        g_string_append_unichar (text, shown[position]);
      g_string_append (text, edit->expected);
      position += (guint)n_got;
    }
  for (; position < (guint)length; position++)
    g_string_append_unichar (text, shown[position]);
  g_assert_cmpstr (text->str, ==, heed_finding_get_expected (finding)[0]);
}

static void
check_review (const HeedReview *review, const HeedReview *again)
{
  GPtrArray *findings = heed_review_get_findings (review);

  g_assert_cmpuint (findings->len, ==, heed_review_get_findings (again)->len);
  for (guint i = 0; i < findings->len; i++)
    {
      const HeedFinding *finding = findings->pdata[i];

      g_assert_true (g_utf8_validate (heed_finding_get_heading (finding), -1, NULL));
      g_assert_true (g_utf8_validate (heed_finding_get_text (finding), -1, NULL));
      g_assert_cmpstr (heed_finding_get_text (finding), ==,
                       heed_finding_get_text (heed_review_get_findings (again)->pdata[i]));
      check_edits (finding);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *bytes = g_strndup ((const char *)data, size);
  g_autofree char *text = g_utf8_make_valid (bytes, -1);
  g_auto (GStrv) lines = g_strsplit (text, "\n", MAX_KNOWN);
  g_autoptr (HeedKnownDomains) known = heed_known_domains_new ();
  g_autoptr (HeedPolicyBuilder) policy_builder = heed_policy_builder_new ();
  g_autoptr (HeedMessageBuilder) builder = heed_message_builder_new ();
  g_autoptr (GPtrArray) protected_domains =
      g_ptr_array_new_with_free_func ((GDestroyNotify)heed_domain_pattern_unref);
  g_autoptr (HeedMessage) message = NULL;
  g_autoptr (HeedPolicy) policy = NULL;
  g_autoptr (HeedReview) review = NULL;
  g_autoptr (HeedReview) again = NULL;

  if (lines[0] == NULL ||
      !heed_message_builder_add_recipient (builder, HEED_ROLE_TO, lines[0], NULL))
    return 0;
  for (guint i = 1; lines[i] != NULL; i++)
    learn (known, protected_domains, lines[i]);
  heed_policy_builder_set_protected_domains (policy_builder, protected_domains, NULL);
  message = heed_message_builder_end (builder);
  policy = heed_policy_builder_end (policy_builder);
  review = heed_reviewer_review (message, policy, known);
  again = heed_reviewer_review (message, policy, known);
  check_review (review, again);
  return 0;
}
