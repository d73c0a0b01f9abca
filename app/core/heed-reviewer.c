/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A review asks of each recipient: is the domain right? A domain that the policy trusts, or that
 * the person really writes to, is. For any other the domains that may have been meant are weighed
 * (heed-candidates.c), and the likeliest decides. */

#include "config.h"
#include "heed-reviewer.h"

#include "heed-candidates.h"
#include "heed-explanation.h"
#include "heed-lookalike.h"
#include "heed-limits.h"
#include "heed-message-review.h"
#include "heed-person-review.h"
#include "heed-provider.h"
#include "heed-slip.h"
#include "heed-weights.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Bytes of what was typed, noise included, that are compared letter by letter. */
#define MAX_NOISY_BYTES (4 * HEED_LIMIT_DOMAIN_CHARACTERS)

typedef struct
{
  HeedMessage *message;
  HeedPolicy *policy;
  HeedKnownDomains *known;
  HeedSearchBudget budget;
  HeedDomainSet *company; /* where the others of the conversation and of the message are */
  GHashTable
      *candidates; /* ASCII of a domain → HeedCandidates: many recipients share few domains */
  GPtrArray *findings;
} Work;

/* @finding: (transfer full) */
static void
add (Work *work, HeedFinding *finding)
{
  g_autoptr (HeedFinding) found = finding;
  HeedSeverity severity = heed_finding_get_severity (found);

  heed_policy_get_kind_severity (work->policy, heed_finding_get_kind (found), &severity);
  if (severity != HEED_SEVERITY_CLEAR)
    g_ptr_array_add (work->findings, heed_finding_with_severity (found, severity));
}

static HeedSeverity
get_severity (const HeedCandidate *candidate, const HeedDomain *typed)
{
  if (candidate->guarded)
    return HEED_SEVERITY_DANGER;
  if (candidate->score >= SCORE_DANGER && candidate->evidence != HEED_EVIDENCE_PROVIDER)
    return HEED_SEVERITY_DANGER;
  if (candidate->score >= SCORE_CAUTION || !heed_domain_has_known_suffix (typed))
    return HEED_SEVERITY_CAUTION;
  return HEED_SEVERITY_NOTICE;
}

static HeedSeverity
get_worst (GPtrArray *candidates, const HeedDomain *typed)
{
  HeedSeverity worst = HEED_SEVERITY_CLEAR;

  for (guint i = 0; i < candidates->len; i++)
    worst = MAX (worst, get_severity (candidates->pdata[i], typed));
  return worst;
}

/* Best first. */
static GPtrArray *
list_offered (GPtrArray *candidates)
{
  GPtrArray *offered = g_ptr_array_new ();

  for (guint i = 0; i < candidates->len; i++)
    {
      const HeedCandidate *best = candidates->pdata[0];
      const HeedCandidate *candidate = candidates->pdata[i];

      if ((offered->len < MAX_OFFERED &&
           candidate->slip_weight - best->slip_weight <= OFFERED_WEIGHT_DIFFERENCE) ||
          candidate->evidence == HEED_EVIDENCE_PROTECTED)
        g_ptr_array_add (offered, candidate->domain);
    }
  return offered;
}

static const char **
list_names (GPtrArray *domains)
{
  const char **names = g_new0 (const char *, domains->len + 1);

  for (guint i = 0; i < domains->len; i++)
    names[i] = heed_domain_get_unicode (domains->pdata[i]);
  return names;
}

static guint
get_days_ago (const HeedKnownDomains *known, const HeedDomain *domain)
{
  gint64 today = g_get_real_time () / G_TIME_SPAN_DAY;
  guint last = heed_known_domains_get_last_day (known, domain);

  /* A clock may have been wrong. */
  return last > 0 && last <= today ? (guint)(today - last) : HEED_EXPLANATION_UNKNOWN_DAYS;
}

/* Of a host that nobody wrote to, only its holder's domain can have been met. */
static HeedDomain *
get_met (const HeedKnownDomains *known, HeedDomain *expected)
{
  HeedDomain *holder = NULL;

  if (heed_known_domains_get_count (known, expected) == 0 && !heed_provider_is_one (expected))
    holder = heed_domain_new (heed_domain_get_holder (expected), NULL);
  return holder != NULL ? holder : heed_domain_ref (expected);
}

static HeedFinding *
make_near_miss (const HeedKnownDomains *known,
                const HeedDomain *typed,
                guint typed_count,
                GPtrArray *candidates,
                guint recipient)
{
  const HeedCandidate *best = candidates->pdata[0];
  gboolean suffix_exists = heed_domain_has_known_suffix (typed);
  g_autoptr (GPtrArray) offered = list_offered (candidates);
  g_autoptr (HeedDomain) met = get_met (known, best->domain);
  g_autofree char *heading =
      heed_explanation_get_heading (typed, best->domain,
                                    offered->len > 1 ? offered->pdata[1] : NULL);
  HeedExplanation facts = { .kind = best->miss->kind,
                            .typed = typed,
                            .typed_count = typed_count,
                            .expected = best->domain,
                            .met = met,
                            .expected_count = best->count,
                            .days_ago = get_days_ago (known, met),
                            .evidence = best->evidence };
  g_autofree char *text = heed_explanation_get_text (&facts);
  g_autofree const char **expected = list_names (offered);

  return heed_finding_new (suffix_exists ? best->miss->kind : HEED_FINDING_UNKNOWN_SUFFIX,
                           get_worst (candidates, typed), recipient,
                           heed_domain_get_unicode (typed), expected, best->evidence,
                           g_ptr_array_ref (best->miss->edits), heading, text);
}

static HeedFinding *
make_unknown (const HeedDomain *typed, guint recipient)
{
  gboolean suffix_exists =
      heed_domain_has_known_suffix (typed) || heed_domain_is_ip_literal (typed);
  g_autofree char *heading = heed_explanation_get_heading (typed, NULL, NULL);
  g_autofree char *text = suffix_exists ? heed_explanation_get_new_text (typed)
                                        : heed_explanation_get_suffix_text (typed);

  return heed_finding_new (suffix_exists ? HEED_FINDING_FIRST_CONTACT : HEED_FINDING_UNKNOWN_SUFFIX,
                           suffix_exists ? HEED_SEVERITY_NOTICE : HEED_SEVERITY_CAUTION, recipient,
                           heed_domain_get_unicode (typed), NULL, HEED_EVIDENCE_NONE, NULL, heading,
                           text);
}

static HeedFinding *
make_odd_letters (const HeedDomain *typed, guint recipient)
{
  g_autofree char *heading = heed_explanation_get_heading (typed, NULL, NULL);
  g_autofree char *text = heed_explanation_get_script_text (typed);

  return heed_finding_new (HEED_FINDING_HOMOGRAPH, HEED_SEVERITY_CAUTION, recipient,
                           heed_domain_get_unicode (typed), NULL, HEED_EVIDENCE_NONE, NULL, heading,
                           text);
}

static gboolean
is_named (GPtrArray *domains, const HeedDomain *domain)
{
  for (guint i = 0; i < domains->len; i++)
    {
      if (heed_domain_is_related (domains->pdata[i], domain))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_trusted (const Work *work, const HeedMailbox *mailbox)
{
  return heed_policy_is_trusted (work->policy, mailbox) ||
         (heed_policy_may_trust (work->policy) &&
          heed_known_domains_is_trusted (work->known, mailbox));
}

static gboolean
is_right (const Work *work, const HeedMailbox *mailbox)
{
  HeedMailbox *sender = heed_message_get_sender (work->message);
  const HeedDomain *typed = heed_mailbox_get_domain (mailbox);

  if (sender != NULL && heed_domain_is_related (heed_mailbox_get_domain (sender), typed))
    return TRUE;
  return is_trusted (work, mailbox) || heed_policy_is_protected (work->policy, typed) ||
         heed_policy_is_organisation (work->policy, typed) ||
         is_named (heed_policy_get_known_domains (work->policy), typed);
}

/* What the policy takes for really writing to somebody. */
static gboolean
is_known (const Work *work, const HeedDomain *typed)
{
  return heed_known_domains_is_known (work->known, typed,
                                      heed_policy_get_learn_sends (work->policy),
                                      heed_policy_get_learn_days (work->policy));
}

/* Of two domains that are hardly known, neither makes the other doubtful that is not better known;
 * least of all one that is new, and only stands beside it in this message. */
static gboolean
is_better (const HeedCandidate *best, guint typed_count)
{
  switch (best->evidence)
    {
    case HEED_EVIDENCE_KNOWN:
      return best->count == 0 || best->count > typed_count;
    case HEED_EVIDENCE_THREAD:
      return best->count > typed_count;
    default:
      return TRUE;
    }
}

/* Known is a matter of proportion: what was written to now and then beside a neighbour that is
 * written to all the time is a slip that was repeated. And what was sent once or twice in spite of
 * a warning is none the better for it. */
static gboolean
is_doubtful (const Work *work,
             const HeedDomain *typed,
             const HeedCandidate *best,
             guint typed_count)
{
  return typed_count == 0 || (!is_known (work, typed) && is_better (best, typed_count)) ||
         (best->evidence == HEED_EVIDENCE_PROTECTED && typed_count < SETTLED_COUNT) ||
         !heed_domain_has_known_suffix (typed) || best->count / typed_count >= DOUBTFUL_PROPORTION;
}

/* Where no known domain is so much better known that it could raise a doubt, and no protected one
 * could either, the search would come to nothing. */
static gboolean
is_settled (const Work *work, const HeedDomain *typed, guint typed_count)
{
  gboolean names_any = heed_policy_get_protected_domains (work->policy)->len > 0 ||
                       heed_policy_get_organisation_domains (work->policy)->len > 0;

  return typed_count > 0 && (typed_count >= SETTLED_COUNT || !names_any) &&
         heed_known_domains_get_most (work->known) / typed_count < DOUBTFUL_PROPORTION &&
         is_known (work, typed) && heed_domain_has_known_suffix (typed);
}

static HeedCandidates *
get_candidates (Work *work, HeedDomain *typed)
{
  const char *ascii = heed_domain_get_ascii (typed);
  HeedCandidates *candidates = g_hash_table_lookup (work->candidates, ascii);

  if (candidates == NULL)
    {
      candidates = heed_candidates_new (work->message, typed, work->policy, work->known,
                                        work->company, &work->budget);
      g_hash_table_insert (work->candidates, (gpointer)ascii, candidates);
    }
  return candidates;
}

static gboolean
has_odd_letters (const char *unicode)
{
  return heed_lookalike_is_mixed (unicode) || heed_lookalike_is_disguised (unicode);
}

static void
review_domain (Work *work, guint index, const HeedMailbox *mailbox)
{
  HeedDomain *typed = heed_mailbox_get_domain (mailbox);
  guint typed_count = heed_known_domains_get_holder_count (work->known, typed);
  g_autoptr (GPtrArray) candidates = NULL;

  if (is_settled (work, typed, typed_count))
    return;
  candidates = heed_candidates_choose (get_candidates (work, typed), mailbox);
  if (candidates->len == 0 && typed_count == 0 && has_odd_letters (heed_domain_get_unicode (typed)))
    add (work, make_odd_letters (typed, index));
  else if (candidates->len > 0 && is_doubtful (work, typed, candidates->pdata[0], typed_count))
    add (work, make_near_miss (work->known, typed, typed_count, candidates, index));
  else if (typed_count == 0)
    add (work, make_unknown (typed, index));
}

static GPtrArray *
list_edits (const char *typed, const char *expected)
{
  g_autoptr (HeedSlip) slip = heed_slip_new (typed, expected, (guint)g_utf8_strlen (expected, -1));

  return g_ptr_array_ref (slip->edits);
}

/* The domain is right once it is normalised, but what was typed cannot be delivered. */
static void
review_noise (Work *work, guint index, const HeedMailbox *mailbox)
{
  const HeedDomain *typed = heed_mailbox_get_domain (mailbox);
  const char *const expected[] = { heed_domain_get_unicode (typed), NULL };
  g_autofree char *noise = heed_domain_get_noise (typed);
  g_autofree char *shown = NULL;
  g_autofree char *text = NULL;
  GPtrArray *edits = NULL;
  gboolean is_dot;

  if (noise == NULL)
    return;
  is_dot = g_str_equal (noise, ".");
  shown = g_utf8_strdown (heed_domain_get_typed (typed), -1);
  if (strlen (shown) <= MAX_NOISY_BYTES)
    edits = list_edits (shown, expected[0]);
  text = heed_explanation_get_noise_text (typed);
  add (work, heed_finding_new (is_dot ? HEED_FINDING_EXTRA_DOT : HEED_FINDING_HOMOGRAPH,
                               HEED_SEVERITY_CAUTION, index, edits != NULL ? shown : expected[0],
                               expected, HEED_EVIDENCE_NONE, edits,
                               is_dot ? _ ("The domain has a dot too many")
                                      : _ ("The domain has a character that does not belong there"),
                               text));
}

static void
take (Work *work, HeedFinding *finding)
{
  if (finding != NULL)
    add (work, finding);
}

static void
review_listed (Work *work, guint index, const HeedMailbox *mailbox)
{
  const HeedDomain *typed = heed_mailbox_get_domain (mailbox);
  gboolean is_blocked = heed_policy_is_blocked (work->policy, mailbox);
  g_autofree char *heading = NULL;

  if (!is_blocked && !heed_policy_is_watched_mailbox (work->policy, mailbox))
    return;
  /* Translators: %s is a domain. */
  heading = g_strdup_printf (is_blocked ? _ ("Your organisation blocks %s")
                                        : _ ("Your organisation watches mail to %s"),
                             heed_domain_get_unicode (typed));
  add (work,
       heed_finding_new (is_blocked ? HEED_FINDING_BLOCKED : HEED_FINDING_WATCHED,
                         is_blocked ? HEED_SEVERITY_BLOCKED : HEED_SEVERITY_CAUTION, index,
                         heed_domain_get_unicode (typed), NULL, HEED_EVIDENCE_NONE, NULL, heading,
                         is_blocked ? _ ("A message to it cannot be sent.")
                                    : _ ("Look twice whether the address is right.")));
}

static void
review_recipient (Work *work, guint index)
{
  const HeedRecipient *recipient = heed_message_get_recipients (work->message)->pdata[index];
  const HeedMailbox *mailbox = heed_recipient_get_mailbox (recipient);
  HeedDomain *typed = heed_mailbox_get_domain (mailbox);
  gboolean trusted = is_trusted (work, mailbox);

  review_noise (work, index, mailbox);
  review_listed (work, index, mailbox);
  if (!trusted)
    take (work, heed_person_review_find_mismatch (mailbox, index));
  if (!is_right (work, mailbox))
    review_domain (work, index, mailbox);
  if (!trusted && heed_known_domains_has_mailboxes (work->known, typed))
    take (work, heed_person_review_find_near (mailbox, index, work->known));
}

/* Who is written to together with the others says as much as who was part of the conversation: of
 * ann@army.mil and bob@army.ml in one message, each makes the other one doubtful. */
static HeedDomainSet *
gather_company (HeedMessage *message)
{
  GPtrArray *thread = heed_message_get_thread (message);
  GPtrArray *recipients = heed_message_get_recipients (message);
  HeedDomainSet *set = heed_domain_set_new ();

  for (guint i = 0; i < thread->len; i++)
    heed_domain_set_add (set, heed_mailbox_get_domain (thread->pdata[i]));
  for (guint i = 0; i < recipients->len; i++)
    heed_domain_set_add (set, heed_mailbox_get_domain (
                                  heed_recipient_get_mailbox (recipients->pdata[i])));
  return set;
}

/* Each domain is searched for once. */
static guint
count_searches (HeedMessage *message, const HeedDomainSet *company)
{
  return MIN (heed_message_get_recipients (message)->len, heed_domain_set_get_size (company));
}

HeedReview *
heed_reviewer_review (HeedMessage *message, HeedPolicy *policy, HeedKnownDomains *known)
{
  g_autoptr (GPtrArray) together = heed_message_review_find (message, policy, known);
  g_autoptr (GPtrArray) content =
      heed_content_rule_find (heed_policy_get_content_rules (policy), message);
  g_autoptr (HeedDomainSet) company = gather_company (message);
  g_autoptr (GHashTable) candidates =
      g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify)heed_candidates_free);
  Work work = { .message = message,
                .policy = policy,
                .known = known,
                .company = company,
                .candidates = candidates,
                .findings = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_finding_unref) };

  heed_search_budget_init (&work.budget, count_searches (message, company));
  for (guint i = 0; i < heed_message_get_recipients (message)->len; i++)
    review_recipient (&work, i);
  for (guint i = 0; i < together->len; i++)
    add (&work, heed_finding_ref (together->pdata[i]));
  for (guint i = 0; i < content->len; i++)
    add (&work, heed_finding_ref (content->pdata[i]));
  return heed_review_new (message, work.findings);
}
