/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-message.h"

G_BEGIN_DECLS

/**
 * HeedCorrection:
 *
 * What is to change in the recipients of a message before it is sent.
 */
typedef struct _HeedCorrection HeedCorrection;

/** heed_correction_new: Returns: (transfer full): no change to @message */
HeedCorrection *heed_correction_new (HeedMessage *message);
void heed_correction_free (HeedCorrection *self);

/** heed_correction_replace: sends to @mailbox in place of a recipient, by its position */
void heed_correction_replace (HeedCorrection *self, guint recipient, HeedMailbox *mailbox);

/** heed_correction_remove: leaves out a recipient */
void heed_correction_remove (HeedCorrection *self, guint recipient);

/** heed_correction_hide: sends to a recipient in Bcc */
void heed_correction_hide (HeedCorrection *self, guint recipient);

/**
 * heed_correction_apply:
 *
 * A recipient that was replaced by an address which gets the message anyway is left out.
 *
 * Returns: (transfer full) (nullable): the message with the corrected recipients, all else as it
 * was; %NULL when nobody is left, or a mailbox could not be written down
 */
HeedMessage *heed_correction_apply (const HeedCorrection *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedCorrection, heed_correction_free)

G_END_DECLS
