/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-known-domains.h"
#include "heed-message.h"
#include "heed-near-miss.h"
#include "heed-policy.h"
#include "heed-search-budget.h"

G_BEGIN_DECLS

/**
 * HeedCandidate:
 * @domain: (owned): what may have been meant
 * @miss: (owned): how what was typed differs from it
 * @evidence: why it is expected
 * @count: messages written there
 * @in_company: whether somebody of the conversation or another recipient is there
 * @guarded: whether the policy protects it and what was typed is near enough to be a danger to it
 * @slip_weight: how improbable it is that this one was meant; see heed_likelihood_get_slip_weight()
 * @score: how likely a slip is at all; see heed_likelihood_get_score()
 */
typedef struct
{
  HeedDomain *domain;
  HeedNearMiss *miss;
  HeedEvidence evidence;
  guint count;
  gboolean in_company;
  gboolean guarded;
  int slip_weight;
  int score;
} HeedCandidate;

/**
 * HeedCandidates:
 *
 * The domains that may have been meant in place of one that was typed: searched for once, then
 * weighed for each of its mailboxes. Not thread-safe.
 */
typedef struct _HeedCandidates HeedCandidates;

/**
 * heed_candidates_new:
 * @message: the message
 * @typed: the domain of one of its recipients
 * @policy: what the organisation decided
 * @known: whom the person writes to
 * @company: where the others of the conversation and of the message are; @typed may be there too
 * @budget: what the search may cost, which is taken from it
 *
 * Returns: (transfer full): what is near enough to have been meant
 */
HeedCandidates *heed_candidates_new (HeedMessage *message,
                                     HeedDomain *typed,
                                     HeedPolicy *policy,
                                     HeedKnownDomains *known,
                                     HeedDomainSet *company,
                                     HeedSearchBudget *budget);
void heed_candidates_free (HeedCandidates *self);

/**
 * heed_candidates_choose:
 * @self: the candidates for a domain
 * @mailbox: a recipient at that domain
 *
 * Returns: (transfer container) (element-type HeedCandidate): those that are likely enough to be
 *   mentioned, the likeliest first; their scores are those of the last call
 */
GPtrArray *heed_candidates_choose (HeedCandidates *self, const HeedMailbox *mailbox);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedCandidates, heed_candidates_free)

G_END_DECLS
