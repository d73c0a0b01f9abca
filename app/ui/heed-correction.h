/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-message.h"

G_BEGIN_DECLS

/**
 * heed_correction_apply:
 * @message: what was asked about
 * @corrections: (array) (element-type HeedMailbox): for each recipient of @message the mailbox to
 * take instead, or %NULL to keep it
 *
 * A recipient that was corrected to an address which gets the message anyway is left out.
 *
 * Returns: (transfer full) (nullable): the message with the corrected recipients, all else as it
 * was; %NULL when a mailbox could not be written down
 */
HeedMessage *heed_correction_apply (HeedMessage *message, HeedMailbox *const *corrections);

G_END_DECLS
