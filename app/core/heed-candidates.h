/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-known-domains.h"
#include "heed-message.h"
#include "heed-near-miss.h"
#include "heed-policy.h"

G_BEGIN_DECLS

/**
 * HeedCandidate:
 * @domain: (owned): what may have been meant
 * @miss: (owned): how what was typed differs from it
 * @evidence: why it is expected
 * @count: messages written there
 * @score: how likely it was meant; see heed_likelihood_get_score()
 */
typedef struct
{
  HeedDomain *domain;
  HeedNearMiss *miss;
  HeedEvidence evidence;
  guint count;
  int score;
} HeedCandidate;

/**
 * heed_candidates_find:
 * @message: the message
 * @mailbox: one of its recipients
 * @policy: what the organisation decided
 * @known: whom the person writes to
 * @thread: where the others of the conversation are
 *
 * Returns: (transfer full) (element-type HeedCandidate): the domains that may have been meant in
 *   place of the mailbox's, most likely first; those that hardly can are left out
 */
GPtrArray *heed_candidates_find (HeedMessage *message,
                                 const HeedMailbox *mailbox,
                                 HeedPolicy *policy,
                                 HeedKnownDomains *known,
                                 HeedDomainSet *thread);

G_END_DECLS
