/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Colleagues have names that are alike, so a near name alone says little: a window opens only for a
 * likely slip in a name of some length, beside somebody who is written to often. */

#include "config.h"
#include "heed-person-review.h"

#include "heed-explanation.h"
#include "heed-limits.h"
#include "heed-slip.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The letters of the shorter local part below which a near one says nothing. */
#define MIN_LOCAL 6

/* Octets of a local part (RFC 5321, section 4.5.3.1.1); what is longer is no name. */
#define MAX_LOCAL 64

/* Messages to the near mailbox from which on a likely slip opens a window. */
#define MIN_COUNT 10

/* The weight up to which a slip is a likely one: a letter missing, doubled, swapped, or one vowel
 * for another, but neither a digit nor the first letter. */
#define MAX_WEIGHT 95

/* @near is casefolded, and local parts that are longer than any domain are made by programs. */
static HeedSeverity
weigh (const char *local, const char *near, guint count)
{
  g_autofree char *typed = NULL;
  g_autoptr (HeedSlip) slip = NULL;
  gsize shorter;
  gsize longer;

  if (count < MIN_COUNT)
    return HEED_SEVERITY_NOTICE;
  typed = g_utf8_casefold (local, -1);
  shorter = MIN (strlen (typed), strlen (near));
  longer = MAX (strlen (typed), strlen (near));
  if (shorter < MIN_LOCAL || longer > HEED_LIMIT_DOMAIN_CHARACTERS || *typed != *near)
    return HEED_SEVERITY_NOTICE;
  slip = heed_slip_new (typed, near, (guint)g_utf8_strlen (near, -1));
  return slip->edits->len == 1 && slip->weight <= MAX_WEIGHT ? HEED_SEVERITY_CAUTION
                                                             : HEED_SEVERITY_NOTICE;
}

HeedFinding *
heed_person_review_find_near (const HeedMailbox *mailbox, guint recipient, HeedKnownDomains *known)
{
  g_autoptr (HeedMailbox) nearest = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *text = NULL;
  guint count;

  if (heed_known_domains_get_mailbox_count (known, mailbox) > 0 ||
      strlen (heed_mailbox_get_local (mailbox)) > MAX_LOCAL)
    return NULL;
  nearest = heed_known_domains_find_near (known, mailbox, MIN_LOCAL, &count);
  if (nearest == NULL)
    return NULL;
  /* Translators: both %s are what stands before the @ of an address: typed, then known. */
  heading = g_strdup_printf (_ ("%s is not %s"), heed_mailbox_get_local (mailbox),
                             heed_mailbox_get_local (nearest));
  text = heed_explanation_get_count_text (heed_mailbox_get_typed (nearest), count,
                                          heed_mailbox_get_typed (mailbox));
  return heed_finding_new (HEED_FINDING_NEAR_PERSON,
                           weigh (heed_mailbox_get_local (mailbox),
                                  heed_mailbox_get_local (nearest), count),
                           recipient, heed_domain_get_unicode (heed_mailbox_get_domain (mailbox)),
                           NULL, HEED_EVIDENCE_KNOWN, NULL, heading, text);
}

/* The word around an @ in a display name, without the punctuation that surrounds it. */
static char *
extract_address (const char *name)
{
  const char *at = name != NULL ? strchr (name, '@') : NULL;
  const char *start = at;
  const char *end = at;

  if (at == NULL)
    return NULL;
  while (start > name && strchr (" \t<>()[]\"',;:", start[-1]) == NULL)
    start--;
  while (*end != '\0' && strchr (" \t<>()[]\"',;:", *end) == NULL)
    end++;
  return g_strndup (start, end - start);
}

HeedFinding *
heed_person_review_find_mismatch (const HeedMailbox *mailbox, guint recipient)
{
  g_autofree char *address = extract_address (heed_mailbox_get_name (mailbox));
  const HeedDomain *domain = heed_mailbox_get_domain (mailbox);
  g_autoptr (HeedMailbox) shown = NULL;
  const char *expected[] = { NULL, NULL };
  g_autofree char *text = NULL;

  if (address != NULL)
    shown = heed_mailbox_new (address, NULL);
  if (shown == NULL || !heed_domain_has_known_suffix (heed_mailbox_get_domain (shown)) ||
      heed_domain_is_related (heed_mailbox_get_domain (shown), domain))
    return NULL;
  expected[0] = heed_domain_get_unicode (heed_mailbox_get_domain (shown));
  /* Translators: both %s are addresses. */
  text = g_strdup_printf (_ ("It shows %s, but the message goes to %s."), address,
                          heed_mailbox_get_typed (mailbox));
  return heed_finding_new (HEED_FINDING_NAME_MISMATCH, HEED_SEVERITY_CAUTION, recipient,
                           heed_domain_get_unicode (domain), expected, HEED_EVIDENCE_NONE, NULL,
                           _ ("The name shows another address"), text);
}
