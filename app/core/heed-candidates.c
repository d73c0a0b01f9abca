/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What may have been meant comes from the organisation, the person's own mail, the sender and the
 * thread before the list of providers, which has the last and least word. */

#include "config.h"
#include "heed-candidates.h"

#include "heed-likelihood.h"
#include "heed-provider.h"
#include "heed-slip.h"
#include "heed-weights.h"

#include <string.h>

/* Words of a domain that are looked at as a domain of their own: us.army.mil in
 * us-army-mil.example. */
#define MAX_WORDS 4

typedef struct
{
  const HeedMailbox *mailbox;
  const HeedDomain *typed;
  HeedPolicy *policy;
  HeedKnownDomains *known;
  HeedDomain *holder;        /* (nullable): the registrable domain of a typed host */
  HeedLikelihood likelihood; /* what is the same for all candidates */
  GPtrArray *candidates;     /* (element-type HeedCandidate) */
} Search;

static void
candidate_free (gpointer data)
{
  HeedCandidate *self = data;

  heed_domain_unref (self->domain);
  heed_near_miss_free (self->miss);
  g_free (self);
}

static HeedPerson
look_for_person (const Search *search, HeedDomain *expected)
{
  g_autoptr (HeedMailbox) there = heed_mailbox_with_domain (search->mailbox, expected);

  if (heed_known_domains_get_mailbox_count (search->known, there) > 0)
    return HEED_PERSON_SAME;
  return heed_known_domains_has_mailboxes (search->known, expected) ? HEED_PERSON_OTHER
                                                                    : HEED_PERSON_UNKNOWN;
}

static HeedCandidate *
find_candidate (const Search *search, const HeedDomain *domain)
{
  for (guint i = 0; i < search->candidates->len; i++)
    {
      HeedCandidate *candidate = search->candidates->pdata[i];

      if (heed_domain_equal (candidate->domain, domain))
        return candidate;
    }
  return NULL;
}

/* A host name that says nothing, since nobody wrote to it: only its holder's domain is weighed. */
static gboolean
is_unknown_host (const Search *search, const HeedDomain *domain)
{
  return search->holder != NULL && heed_known_domains_get_count (search->known, domain) == 0 &&
         g_strcmp0 (heed_domain_get_registrable (domain), heed_domain_get_ascii (domain)) != 0;
}

static void
weigh (const Search *search, HeedCandidate *candidate)
{
  HeedLikelihood likelihood = search->likelihood;

  if (is_unknown_host (search, candidate->domain))
    {
      likelihood.typed = search->holder;
      likelihood.expected_is_unknown_host = TRUE;
    }
  likelihood.expected = candidate->domain;
  likelihood.miss = candidate->miss;
  likelihood.evidence = candidate->evidence;
  likelihood.expected_is_provider = heed_provider_is_one (candidate->domain);
  likelihood.expected_count = candidate->count;
  likelihood.person = look_for_person (search, candidate->domain);
  candidate->score = heed_likelihood_get_score (&likelihood);
}

/* Of two ways to explain the same domain the likelier counts, and the first evidence, which is the
 * strongest. */
static void
take (Search *search, HeedDomain *domain, HeedEvidence evidence, HeedNearMiss *miss)
{
  HeedCandidate *candidate = find_candidate (search, domain);

  if (miss->weight > MAX_SLIP_WEIGHT ||
      (candidate != NULL && candidate->miss->weight <= miss->weight))
    {
      heed_near_miss_free (miss);
      return;
    }
  if (candidate == NULL)
    {
      candidate = g_new0 (HeedCandidate, 1);
      candidate->domain = heed_domain_ref (domain);
      candidate->evidence = evidence;
      candidate->count = heed_known_domains_get_count (search->known, domain);
      if (candidate->count == 0)
        candidate->count = heed_known_domains_get_holder_count (search->known, domain);
      g_ptr_array_add (search->candidates, candidate);
    }
  g_clear_pointer (&candidate->miss, heed_near_miss_free);
  candidate->miss = miss;
  weigh (search, candidate);
}

static void
consider_exactly (Search *search, HeedDomain *domain, HeedEvidence evidence)
{
  HeedNearMiss *miss = NULL;

  if (find_candidate (search, domain) == NULL)
    miss = heed_near_miss_new (search->typed, domain);
  if (miss != NULL)
    take (search, domain, evidence, miss);
}

/* A slip in the registrable domain is the same slip under any host name: us.army.ml is not
 * us.army.mil, though nobody wrote to that host before. */
static void
consider (Search *search, HeedDomain *domain, HeedEvidence evidence)
{
  const char *typed = heed_domain_get_ascii (search->typed);
  const char *holder = heed_domain_get_registrable (search->typed);
  const char *ascii = heed_domain_get_ascii (domain);

  consider_exactly (search, domain, evidence);
  if (holder != NULL && holder > typed &&
      g_strcmp0 (heed_domain_get_registrable (domain), ascii) == 0)
    {
      g_autofree char *host = g_strndup (typed, holder - typed);
      g_autofree char *whole = g_strconcat (host, ascii, NULL);
      g_autoptr (HeedDomain) there = heed_domain_new (whole, NULL);

      if (there != NULL)
        consider_exactly (search, there, evidence);
    }
}

static void
consider_set (Search *search, HeedDomainSet *set, HeedEvidence evidence, GArray *ids)
{
  heed_domain_set_search (set, search->typed, ids);
  for (guint i = 0; i < ids->len; i++)
    {
      const char *ascii = heed_domain_set_get_ascii (set, g_array_index (ids, guint32, i));
      g_autoptr (HeedDomain) domain = heed_domain_new (ascii, NULL);

      if (domain != NULL)
        consider (search, domain, evidence);
    }
}

static void
consider_policy (Search *search, GArray *ids)
{
  HeedDomainSet *set = heed_policy_get_named_domains (search->policy);

  heed_domain_set_search (set, search->typed, ids);
  for (guint i = 0; i < ids->len; i++)
    {
      const char *ascii = heed_domain_set_get_ascii (set, g_array_index (ids, guint32, i));
      g_autoptr (HeedDomain) domain = heed_domain_new (ascii, NULL);
      gboolean guarded = heed_policy_is_protected (search->policy, domain) ||
                         heed_policy_is_organisation (search->policy, domain);

      consider (search, domain, guarded ? HEED_EVIDENCE_PROTECTED : HEED_EVIDENCE_KNOWN);
    }
}

/* What a pattern such as *.mil would have the typed domain be: army.mil for army.ml. Only where a
 * slip leads from the pattern's end to that of the typed domain. */
static HeedDomain *
complete_pattern (const HeedDomain *typed, const HeedDomain *fixed)
{
  const char *ascii = heed_domain_get_ascii (typed);
  const char *end = ascii + strlen (ascii);
  g_autoptr (HeedSlip) slip = NULL;
  g_autofree char *start = NULL;
  g_autofree char *whole = NULL;

  for (const char *c = heed_domain_get_ascii (fixed); c != NULL; c = strchr (c + 1, '.'))
    {
      do
        {
          if (end == ascii)
            return NULL;
          end--;
        }
      while (*end != '.');
    }
  slip = heed_slip_new (end + 1, heed_domain_get_ascii (fixed), 0);
  if (slip->edits->len != 1 || slip->weight > MAX_PATTERN_WEIGHT)
    return NULL;
  start = g_strndup (ascii, end - ascii);
  whole = g_strconcat (start, ".", heed_domain_get_ascii (fixed), NULL);
  return heed_domain_new (whole, NULL);
}

static void
consider_wildcards (Search *search)
{
  GPtrArray *patterns = heed_policy_get_protected_domains (search->policy);

  for (guint i = 0; i < patterns->len; i++)
    {
      g_autoptr (HeedDomain) domain = NULL;

      if (heed_domain_pattern_is_wildcard (patterns->pdata[i]))
        domain =
            complete_pattern (search->typed, heed_domain_pattern_get_domain (patterns->pdata[i]));
      if (domain != NULL)
        consider (search, domain, HEED_EVIDENCE_PROTECTED);
    }
}

static gboolean
is_expected (const Search *search, const HeedDomain *domain, HeedEvidence *evidence)
{
  guint32 id;

  if (heed_domain_set_find (heed_policy_get_named_domains (search->policy),
                            heed_domain_get_ascii (domain), &id))
    *evidence = heed_policy_is_protected (search->policy, domain) ? HEED_EVIDENCE_PROTECTED
                                                                  : HEED_EVIDENCE_KNOWN;
  else if (heed_known_domains_get_count (search->known, domain) > 0)
    *evidence = HEED_EVIDENCE_KNOWN;
  else if (heed_provider_is_one (domain))
    *evidence = HEED_EVIDENCE_PROVIDER;
  else
    return FALSE;
  return TRUE;
}

/* Known domains that stand inside: army.mil in army.mil.example.net and in army-mil.com. */
static void
consider_embedded (Search *search)
{
  g_auto (GStrv) words = g_strsplit_set (heed_domain_get_ascii (search->typed), ".-", -1);
  guint n_words = g_strv_length (words);

  for (guint first = 0; first + 1 < n_words; first++)
    {
      g_autoptr (GString) text = g_string_new (words[first]);

      for (guint last = first + 1; last + 1 < n_words && last - first < MAX_WORDS; last++)
        {
          g_autoptr (HeedDomain) domain = NULL;
          HeedEvidence evidence;
          HeedNearMiss *miss;

          g_string_append_printf (text, ".%s", words[last]);
          domain = heed_domain_new (text->str, NULL);
          if (domain == NULL || heed_domain_get_registrable (domain) == NULL ||
              !heed_domain_has_known_suffix (domain) || !is_expected (search, domain, &evidence))
            continue;
          miss = heed_near_miss_new_embedded (search->typed, domain);
          if (miss != NULL)
            take (search, domain, evidence, miss);
        }
    }
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const HeedCandidate *left = *(HeedCandidate *const *)a;
  const HeedCandidate *right = *(HeedCandidate *const *)b;

  if (left->score != right->score)
    return left->score < right->score ? 1 : -1;
  if (left->count != right->count)
    return left->count < right->count ? 1 : -1;
  return g_strcmp0 (heed_domain_get_ascii (left->domain), heed_domain_get_ascii (right->domain));
}

static gboolean
is_worth_saying (const HeedCandidate *candidate)
{
  return candidate->score >= SCORE_NOTICE || (candidate->evidence == HEED_EVIDENCE_PROTECTED &&
                                              candidate->miss->weight <= MAX_PROTECTED_WEIGHT);
}

static void
fill_likelihood (Search *search)
{
  HeedDomainSet *set = heed_known_domains_get_set (search->known);

  search->likelihood = (HeedLikelihood){
    .typed = search->typed,
    .typed_is_provider = heed_provider_is_one (search->typed),
    .typed_count = heed_known_domains_get_holder_count (search->known, search->typed),
    .total = heed_known_domains_get_total (search->known),
    .n_known = heed_domain_set_get_size (set),
  };
}

GPtrArray *
heed_candidates_find (HeedMessage *message,
                      const HeedMailbox *mailbox,
                      HeedPolicy *policy,
                      HeedKnownDomains *known,
                      HeedDomainSet *thread)
{
  GPtrArray *candidates = g_ptr_array_new_with_free_func (candidate_free);
  HeedMailbox *sender = heed_message_get_sender (message);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (HeedDomain) holder = NULL;
  Search search = { .mailbox = mailbox,
                    .typed = heed_mailbox_get_domain (mailbox),
                    .policy = policy,
                    .known = known,
                    .candidates = candidates };

  if (heed_domain_get_registrable (search.typed) > heed_domain_get_ascii (search.typed))
    holder = heed_domain_new (heed_domain_get_registrable (search.typed), NULL);
  search.holder = holder;
  fill_likelihood (&search);
  consider_policy (&search, ids);
  consider_wildcards (&search);
  if (sender != NULL)
    consider (&search, heed_mailbox_get_domain (sender), HEED_EVIDENCE_SENDER);
  consider_set (&search, thread, HEED_EVIDENCE_THREAD, ids);
  consider_set (&search, heed_known_domains_get_set (known), HEED_EVIDENCE_KNOWN, ids);
  consider_set (&search, heed_provider_get_set (), HEED_EVIDENCE_PROVIDER, ids);
  consider_embedded (&search);
  g_ptr_array_sort (candidates, compare_candidates);
  for (guint i = candidates->len; i > 0; i--)
    {
      if (!is_worth_saying (candidates->pdata[i - 1]))
        g_ptr_array_remove_index (candidates, i - 1);
    }
  return candidates;
}
