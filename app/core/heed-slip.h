/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-edit.h"

G_BEGIN_DECLS

/**
 * HeedSlip:
 * @weight: how improbable the slip is, given that there is one, in tenths of a bit
 * @edits: (owned) (element-type HeedEdit): by rising position, in what was typed
 *
 * How fingers get from one text to another: the most probable way.
 */
typedef struct
{
  guint weight;
  GPtrArray *edits;
} HeedSlip;

/**
 * heed_slip_new:
 * @typed: what was typed, a domain in Unicode of at most %HEED_LIMIT_DOMAIN_CHARACTERS characters
 * @expected: what may have been meant; the same
 * @suffix: where the public suffix begins in @expected, in characters
 *
 * Returns: (transfer full): the slip
 */
HeedSlip *heed_slip_new (const char *typed, const char *expected, guint suffix);

void heed_slip_free (HeedSlip *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedSlip, heed_slip_free)

G_END_DECLS
