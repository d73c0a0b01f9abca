/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What may have been meant comes from the organisation, the person's own mail, the sender, the
 * thread and the other recipients before the list of providers, which has the last and least word.
 *
 * All but one part of the weight belongs to the domain, and the search for what is near it is most
 * of what a review costs. So both are done once, and each mailbox at the domain adds its part. */

#include "config.h"
#include "heed-candidates.h"

#include "heed-landmark.h"
#include "heed-likelihood.h"
#include "heed-provider.h"
#include "heed-weights.h"

#include <string.h>

/* Words of a domain that are looked at as a domain of their own: us.army.mil in
 * us-army-mil.example. */
#define MAX_WORDS 4

struct _HeedCandidates
{
  HeedDomain *typed;         /* (owned) */
  HeedPolicy *policy;        /* (owned) */
  HeedKnownDomains *known;   /* (owned) */
  HeedDomain *holder;        /* (owned) (nullable): the registrable domain of a typed host */
  HeedLikelihood likelihood; /* what is the same for all of them */
  GPtrArray *found;          /* (owned) (element-type HeedCandidate) */
  guint n_left;              /* names that the searches may still compare */
};

static void
candidate_free (gpointer data)
{
  HeedCandidate *self = data;

  heed_domain_unref (self->domain);
  heed_near_miss_free (self->miss);
  g_free (self);
}

static HeedCandidate *
find_candidate (const HeedCandidates *self, const HeedDomain *domain)
{
  for (guint i = 0; i < self->found->len; i++)
    {
      HeedCandidate *candidate = self->found->pdata[i];

      if (heed_domain_equal (candidate->domain, domain))
        return candidate;
    }
  return NULL;
}

/* A host name that says nothing, since nobody wrote to it: only its holder's domain is weighed. */
static gboolean
is_unknown_host (const HeedCandidates *self, const HeedDomain *domain)
{
  return self->holder != NULL && heed_known_domains_get_count (self->known, domain) == 0 &&
         g_strcmp0 (heed_domain_get_registrable (domain), heed_domain_get_ascii (domain)) != 0;
}

/* Whether the slip is not in the host's name, but in that of its holder, or the holder's only
 * differs in its suffix. */
static gboolean
concerns_holder (const HeedCandidates *self, const HeedCandidate *candidate)
{
  const HeedEdit *first = candidate->miss->edits->pdata[0];
  const char *name = heed_domain_get_holder (candidate->domain);
  gsize length = strcspn (name, ".") + 1;
  glong n_host = g_utf8_strlen (heed_domain_get_unicode (self->typed), -1) -
                 g_utf8_strlen (heed_domain_get_unicode (self->holder), -1);

  return first->position >= n_host ||
         strncmp (heed_domain_get_ascii (self->holder), name, length) == 0;
}

static gboolean
is_landmark (const HeedCandidates *self, const HeedCandidate *candidate)
{
  return heed_landmark_is_one (self->typed) ||
         (self->holder != NULL && heed_landmark_is_one (self->holder) &&
          concerns_holder (self, candidate));
}

/* Near a protected domain everything is a danger, except what is well known to be somebody else's
 * and did not come about by a finger's slip: mod.go.jp beside mod.gov.uk, but not mod.gov.ua. */
static gboolean
is_guarded (const HeedCandidates *self, const HeedCandidate *candidate)
{
  return candidate->evidence == HEED_EVIDENCE_PROTECTED &&
         candidate->miss->weight <= MAX_PROTECTED_WEIGHT &&
         (candidate->miss->slipped_suffix || !is_landmark (self, candidate));
}

static void
weigh (const HeedCandidates *self, HeedCandidate *candidate, HeedPerson person)
{
  HeedLikelihood likelihood = self->likelihood;

  if (is_unknown_host (self, candidate->domain))
    {
      likelihood.typed = self->holder;
      likelihood.expected_is_unknown_host = TRUE;
    }
  likelihood.expected = candidate->domain;
  likelihood.miss = candidate->miss;
  likelihood.typed_is_landmark = is_landmark (self, candidate);
  likelihood.evidence = candidate->evidence;
  likelihood.expected_is_provider = heed_provider_is_one (candidate->domain);
  likelihood.expected_is_in_many_countries = heed_provider_is_in_many_countries (candidate->domain);
  likelihood.expected_is_in_company = candidate->in_company;
  likelihood.expected_count = candidate->count;
  likelihood.person = person;
  candidate->slip_weight = heed_likelihood_get_slip_weight (&likelihood);
  candidate->score = heed_likelihood_get_score (&likelihood);
}

/* What leaves less than half of the letters in their place is no slip, but one text looks like
 * another one, contains it, or has its name, however many letters differ. */
static gboolean
is_slip (const HeedCandidates *self, const HeedNearMiss *miss)
{
  glong length = g_utf8_strlen (heed_domain_get_unicode (self->typed), -1);

  if (miss->weight > MAX_SLIP_WEIGHT)
    return FALSE;
  return miss->same_name || miss->kind >= HEED_FINDING_LOOKALIKE ||
         2 * (glong)miss->edits->len <= length;
}

/* Of two ways to explain the same domain the likelier counts, and the first evidence, which is the
 * strongest. */
static void
take (HeedCandidates *self, HeedDomain *domain, HeedEvidence evidence, HeedNearMiss *miss)
{
  HeedCandidate *candidate = find_candidate (self, domain);

  if (!is_slip (self, miss) || (candidate != NULL && candidate->miss->weight <= miss->weight))
    {
      heed_near_miss_free (miss);
      return;
    }
  if (candidate == NULL)
    {
      candidate = g_new0 (HeedCandidate, 1);
      candidate->domain = heed_domain_ref (domain);
      candidate->evidence = evidence;
      candidate->count = heed_known_domains_get_count (self->known, domain);
      if (candidate->count == 0)
        candidate->count = heed_known_domains_get_holder_count (self->known, domain);
      g_ptr_array_add (self->found, candidate);
    }
  g_clear_pointer (&candidate->miss, heed_near_miss_free);
  candidate->miss = miss;
  candidate->guarded = is_guarded (self, candidate);
}

static void
consider_exactly (HeedCandidates *self, HeedDomain *domain, HeedEvidence evidence)
{
  HeedNearMiss *miss = NULL;

  if (find_candidate (self, domain) == NULL)
    miss = heed_near_miss_new (self->typed, domain);
  if (miss != NULL)
    take (self, domain, evidence, miss);
}

/* A slip in the registrable domain is the same slip under any host name: us.army.ml is not
 * us.army.mil, though nobody wrote to that host before. */
static void
consider (HeedCandidates *self, HeedDomain *domain, HeedEvidence evidence)
{
  const char *typed = heed_domain_get_ascii (self->typed);
  const char *holder = heed_domain_get_registrable (self->typed);
  const char *ascii = heed_domain_get_ascii (domain);

  consider_exactly (self, domain, evidence);
  if (holder != NULL && holder > typed &&
      g_strcmp0 (heed_domain_get_registrable (domain), ascii) == 0)
    {
      g_autofree char *host = g_strndup (typed, holder - typed);
      g_autofree char *whole = g_strconcat (host, ascii, NULL);
      g_autoptr (HeedDomain) there = heed_domain_new (whole, NULL);

      if (there != NULL)
        consider_exactly (self, there, evidence);
    }
}

static void
search (HeedCandidates *self, HeedDomainSet *set, GArray *ids)
{
  self->n_left -= heed_domain_set_search (set, self->typed, self->n_left, ids);
}

static void
consider_set (HeedCandidates *self, HeedDomainSet *set, HeedEvidence evidence, GArray *ids)
{
  search (self, set, ids);
  for (guint i = 0; i < ids->len; i++)
    {
      const char *ascii = heed_domain_set_get_ascii (set, g_array_index (ids, guint32, i));
      g_autoptr (HeedDomain) domain = heed_domain_new (ascii, NULL);

      if (domain != NULL)
        consider (self, domain, evidence);
    }
}

static void
consider_policy (HeedCandidates *self, GArray *ids)
{
  HeedDomainSet *set = heed_policy_get_named_domains (self->policy);

  search (self, set, ids);
  for (guint i = 0; i < ids->len; i++)
    {
      const char *ascii = heed_domain_set_get_ascii (set, g_array_index (ids, guint32, i));
      g_autoptr (HeedDomain) domain = heed_domain_new (ascii, NULL);
      gboolean guarded = heed_policy_is_protected (self->policy, domain) ||
                         heed_policy_is_organisation (self->policy, domain);

      consider (self, domain, guarded ? HEED_EVIDENCE_PROTECTED : HEED_EVIDENCE_KNOWN);
    }
}

static void
consider_wildcards (HeedCandidates *self)
{
  GPtrArray *patterns = heed_policy_get_protected_domains (self->policy);

  for (guint i = 0; i < patterns->len; i++)
    {
      g_autoptr (HeedDomain) domain =
          heed_domain_pattern_complete (patterns->pdata[i], self->typed);

      if (domain != NULL)
        consider (self, domain, HEED_EVIDENCE_PROTECTED);
    }
}

static gboolean
is_expected (const HeedCandidates *self, const HeedDomain *domain, HeedEvidence *evidence)
{
  guint32 id;

  if (heed_domain_set_find (heed_policy_get_named_domains (self->policy),
                            heed_domain_get_ascii (domain), &id))
    *evidence = heed_policy_is_protected (self->policy, domain) ? HEED_EVIDENCE_PROTECTED
                                                                : HEED_EVIDENCE_KNOWN;
  else if (heed_policy_is_protected (self->policy, domain))
    *evidence = HEED_EVIDENCE_PROTECTED;
  else if (heed_known_domains_get_count (self->known, domain) > 0)
    *evidence = HEED_EVIDENCE_KNOWN;
  else if (heed_provider_is_one (domain))
    *evidence = HEED_EVIDENCE_PROVIDER;
  else
    return FALSE;
  return TRUE;
}

/* Known domains that stand inside: army.mil in army.mil.example.net and in army-mil.com. */
static void
consider_embedded (HeedCandidates *self)
{
  g_auto (GStrv) words = g_strsplit_set (heed_domain_get_ascii (self->typed), ".-", -1);
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
              !heed_domain_has_known_suffix (domain) || !is_expected (self, domain, &evidence))
            continue;
          miss = heed_near_miss_new_embedded (self->typed, domain);
          if (miss != NULL)
            take (self, domain, evidence, miss);
        }
    }
}

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const HeedCandidate *left = *(HeedCandidate *const *)a;
  const HeedCandidate *right = *(HeedCandidate *const *)b;

  if (left->slip_weight != right->slip_weight)
    return left->slip_weight > right->slip_weight ? 1 : -1;
  if (left->count != right->count)
    return left->count < right->count ? 1 : -1;
  if (left->miss->edits->len != right->miss->edits->len)
    return left->miss->edits->len > right->miss->edits->len ? 1 : -1;
  return g_strcmp0 (heed_domain_get_ascii (left->domain), heed_domain_get_ascii (right->domain));
}

static gboolean
is_worth_saying (const HeedCandidate *candidate)
{
  return candidate->score >= SCORE_NOTICE || candidate->guarded;
}

/* Those that nobody could have meant, whoever is written to, are not weighed again. */
static void
drop_hopeless (HeedCandidates *self)
{
  for (guint i = self->found->len; i > 0; i--)
    {
      HeedCandidate *candidate = self->found->pdata[i - 1];

      weigh (self, candidate, HEED_PERSON_SAME);
      if (!is_worth_saying (candidate))
        g_ptr_array_remove_index (self->found, i - 1);
    }
}

static void
find (HeedCandidates *self, HeedMessage *message, HeedDomainSet *company)
{
  HeedMailbox *sender = heed_message_get_sender (message);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));

  /* Without its brackets it is no domain, but no name that was meant is near it either. */
  if (g_hostname_is_ip_address (heed_domain_get_ascii (self->typed)))
    return;
  consider_policy (self, ids);
  consider_wildcards (self);
  if (sender != NULL)
    consider (self, heed_mailbox_get_domain (sender), HEED_EVIDENCE_SENDER);
  consider_set (self, heed_known_domains_get_set (self->known), HEED_EVIDENCE_KNOWN, ids);
  consider_set (self, company, HEED_EVIDENCE_THREAD, ids);
  for (guint i = 0; i < self->found->len; i++)
    {
      HeedCandidate *candidate = self->found->pdata[i];
      guint32 id;

      candidate->in_company =
          heed_domain_set_find (company, heed_domain_get_ascii (candidate->domain), &id);
    }
  consider_set (self, heed_provider_get_set (), HEED_EVIDENCE_PROVIDER, ids);
  consider_embedded (self);
  drop_hopeless (self);
}

HeedCandidates *
heed_candidates_new (HeedMessage *message,
                     HeedDomain *typed,
                     HeedPolicy *policy,
                     HeedKnownDomains *known,
                     HeedDomainSet *company,
                     HeedSearchBudget *budget)
{
  HeedCandidates *self = g_new0 (HeedCandidates, 1);

  self->typed = heed_domain_ref (typed);
  self->policy = heed_policy_ref (policy);
  self->known = heed_known_domains_ref (known);
  self->found = g_ptr_array_new_with_free_func (candidate_free);
  if (heed_domain_get_registrable (typed) > heed_domain_get_ascii (typed))
    self->holder = heed_domain_new (heed_domain_get_registrable (typed), NULL);
  self->likelihood = (HeedLikelihood){
    .typed = typed,
    .typed_is_provider = heed_provider_is_one (typed),
    .typed_count = heed_known_domains_get_holder_count (known, typed),
    .total = heed_known_domains_get_total (known),
    .n_known = heed_domain_set_get_size (heed_known_domains_get_set (known)),
  };
  self->n_left = heed_search_budget_take (budget);
  find (self, message, company);
  heed_search_budget_give_back (budget, self->n_left);
  return self;
}

void
heed_candidates_free (HeedCandidates *self)
{
  heed_domain_unref (self->typed);
  heed_policy_unref (self->policy);
  heed_known_domains_unref (self->known);
  g_clear_pointer (&self->holder, heed_domain_unref);
  g_ptr_array_unref (self->found);
  g_free (self);
}

static HeedPerson
look_for_person (const HeedCandidates *self, const HeedMailbox *mailbox, HeedDomain *expected)
{
  g_autoptr (HeedMailbox) there = heed_mailbox_with_domain (mailbox, expected);

  if (heed_known_domains_get_mailbox_count (self->known, there) > 0)
    return HEED_PERSON_SAME;
  return heed_known_domains_has_mailboxes (self->known, expected) ? HEED_PERSON_OTHER
                                                                  : HEED_PERSON_UNKNOWN;
}

GPtrArray *
heed_candidates_choose (HeedCandidates *self, const HeedMailbox *mailbox)
{
  GPtrArray *chosen = g_ptr_array_new ();

  for (guint i = 0; i < self->found->len; i++)
    {
      HeedCandidate *candidate = self->found->pdata[i];

      weigh (self, candidate, look_for_person (self, mailbox, candidate->domain));
      if (is_worth_saying (candidate))
        g_ptr_array_add (chosen, candidate);
    }
  g_ptr_array_sort (chosen, compare_candidates);
  return chosen;
}
