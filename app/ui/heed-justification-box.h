/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "heed-decision.h"

G_BEGIN_DECLS

#define HEED_TYPE_JUSTIFICATION_BOX (heed_justification_box_get_type ())

/**
 * HeedJustificationBox:
 *
 * Asks why a message is sent anyway: by a list of the policy's reasons, an entry, or both. Visible
 * only while a reason is needed.
 */
G_DECLARE_FINAL_TYPE (
    HeedJustificationBox, heed_justification_box, HEED, JUSTIFICATION_BOX, GtkWidget)

/** heed_justification_box_set: tells for which decision the reason is; to be called once */
void heed_justification_box_set (HeedJustificationBox *self, HeedDecision *decision);

G_END_DECLS
