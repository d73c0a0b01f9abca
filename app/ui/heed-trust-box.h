/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "heed-decision.h"

G_BEGIN_DECLS

#define HEED_TYPE_TRUST_BOX (heed_trust_box_get_type ())

/**
 * HeedTrustBox:
 *
 * The way to trust a risk from now on. It appears only when what the risk requires was done, asks
 * why, and takes effect only when the message is sent; until then it can be undone here.
 */
G_DECLARE_FINAL_TYPE (HeedTrustBox, heed_trust_box, HEED, TRUST_BOX, GtkWidget)

/** heed_trust_box_set: @risk: which risk of @decision it is about. To be called once */
void heed_trust_box_set (HeedTrustBox *self, HeedDecision *decision, guint risk);

G_END_DECLS
