/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define HEED_TYPE_OTHER_RECIPIENTS (heed_other_recipients_get_type ())

/**
 * HeedOtherRecipients:
 *
 * The recipients with nothing to say about, folded into one line.
 */
G_DECLARE_FINAL_TYPE (HeedOtherRecipients, heed_other_recipients, HEED, OTHER_RECIPIENTS, GtkWidget)

/**
 * heed_other_recipients_set:
 * @recipients: (element-type HeedRecipient): who they are; hidden when there are none
 * @further: whether others stand above them
 */
void heed_other_recipients_set (HeedOtherRecipients *self, GPtrArray *recipients, gboolean further);

G_END_DECLS
