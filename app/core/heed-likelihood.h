/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-near-miss.h"

G_BEGIN_DECLS

/**
 * HeedPerson:
 *
 * What the known mailboxes say of the local part that was typed: nothing, that it is known at the
 * expected domain, or that others are known there and it is not.
 */
typedef enum
{
  HEED_PERSON_UNKNOWN,
  HEED_PERSON_SAME,
  HEED_PERSON_OTHER,
} HeedPerson;

/**
 * HeedLikelihood:
 * @typed: what was typed
 * @expected: what may have been meant
 * @miss: how it differs from what may have been meant
 * @evidence: why that is expected
 * @expected_is_unknown_host: whether only other hosts of its holder were written to
 * @typed_is_provider: whether what was typed is a large provider of mailboxes
 * @typed_is_landmark: whether what was typed is well known to be somebody's
 * @expected_is_provider: whether what may have been meant is one
 * @expected_is_in_many_countries: and whether that one holds its name under many suffixes
 * @expected_is_in_company: whether somebody of the conversation or another recipient is there
 * @person: what the known mailboxes say
 * @typed_count: messages written to what was typed, and its holder
 * @expected_count: messages written to what may have been meant
 * @total: messages written to anybody
 * @n_known: domains written to
 *
 * All that is weighed.
 */
typedef struct
{
  const HeedDomain *typed;
  const HeedDomain *expected;
  const HeedNearMiss *miss;
  HeedEvidence evidence;
  gboolean expected_is_unknown_host;
  gboolean typed_is_provider;
  gboolean typed_is_landmark;
  gboolean expected_is_provider;
  gboolean expected_is_in_many_countries;
  gboolean expected_is_in_company;
  HeedPerson person;
  guint typed_count;
  guint expected_count;
  guint64 total;
  guint n_known;
} HeedLikelihood;

/**
 * heed_likelihood_get_score:
 *
 * Returns: how much more probable a slip is than a correspondent who really has the domain that was
 *   typed, in tenths of a bit; at 0 both are as probable
 */
int heed_likelihood_get_score (const HeedLikelihood *self);

/** heed_likelihood_get_slip_weight: Returns: how improbable it is that the expected domain was
 * meant and mistyped so, in tenths of a bit: what of several domains is the likeliest to be meant
 */
int heed_likelihood_get_slip_weight (const HeedLikelihood *self);

G_END_DECLS
