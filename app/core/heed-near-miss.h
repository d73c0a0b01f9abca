/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-domain.h"
#include "heed-finding.h"

G_BEGIN_DECLS

/**
 * HeedNearMiss:
 * @kind: what the difference is
 * @distance: how many edits turn the one into the other
 * @edits: (owned) (element-type HeedEdit): the edits, in the domain as it is shown
 *
 * How one domain differs from another that may have been meant.
 */
typedef struct
{
  HeedFindingKind kind;
  guint distance;
  GPtrArray *edits;
} HeedNearMiss;

/**
 * heed_near_miss_new:
 * @typed: what was typed
 * @expected: what may have been meant
 *
 * Returns: (transfer full) (nullable): the difference; %NULL when they are the same, belong to one
 * holder, or are too far apart for a slip
 */
HeedNearMiss *heed_near_miss_new (const HeedDomain *typed, const HeedDomain *expected);

void heed_near_miss_free (HeedNearMiss *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedNearMiss, heed_near_miss_free)

G_END_DECLS
