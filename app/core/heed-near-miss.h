/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-domain.h"
#include "heed-finding.h"

G_BEGIN_DECLS

/**
 * HeedNearMiss:
 * @kind: what the difference is
 * @weight: how improbable the slip is, given that there is one, in tenths of a bit
 * @same_name: whether only the public suffix differs, so that both may belong to one holder
 * @slipped_suffix: whether then a finger slip made the one suffix of the other: a letter, or its
 * end left out
 * @same_series: whether only their numbers differ, so that both may be of one series
 * @edits: (owned) (element-type HeedEdit): the edits, in the domain as it is shown
 *
 * How one domain differs from another that may have been meant.
 */
typedef struct
{
  HeedFindingKind kind;
  guint weight;
  gboolean same_name;
  gboolean slipped_suffix;
  gboolean same_series;
  GPtrArray *edits;
} HeedNearMiss;

/**
 * heed_near_miss_new:
 * @typed: what was typed
 * @expected: what may have been meant
 *
 * Returns: (transfer full) (nullable): the difference; %NULL when they are the same or belong to
 * one holder, and for IP literals
 */
HeedNearMiss *heed_near_miss_new (const HeedDomain *typed, const HeedDomain *expected);

/** heed_near_miss_new_embedded: the same where @expected stands inside @typed as whole words */
HeedNearMiss *heed_near_miss_new_embedded (const HeedDomain *typed, const HeedDomain *expected);

void heed_near_miss_free (HeedNearMiss *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedNearMiss, heed_near_miss_free)

G_END_DECLS
