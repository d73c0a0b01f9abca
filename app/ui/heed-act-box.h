/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "heed-decision.h"

G_BEGIN_DECLS

#define HEED_TYPE_ACT_BOX (heed_act_box_get_type ())

/**
 * HeedActBox:
 *
 * What the person has to do before the message can go to a dangerous recipient as it is: type what
 * differs, or tick a box.
 */
G_DECLARE_FINAL_TYPE (HeedActBox, heed_act_box, HEED, ACT_BOX, GtkWidget)

/** heed_act_box_set: @risk: which risk of @decision it is about. To be called once */
void heed_act_box_set (HeedActBox *self, HeedDecision *decision, guint risk);

G_END_DECLS
