/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "heed-decision.h"

G_BEGIN_DECLS

#define HEED_TYPE_REMEDIES (heed_remedies_get_type ())

/**
 * HeedRemedies:
 *
 * What can be done about one risk: to take an address that may have been meant, or to take the
 * recipient out of the message. Both can be undone. Where the mail program cannot replace
 * recipients, the address goes to the clipboard, and the action `answer.keep` of the window keeps
 * the message, so that it can be put right by hand.
 */
G_DECLARE_FINAL_TYPE (HeedRemedies, heed_remedies, HEED, REMEDIES, GtkWidget)

/** heed_remedies_set: @risk: which risk of @decision it is about. To be called once */
void heed_remedies_set (HeedRemedies *self, HeedDecision *decision, guint risk);

G_END_DECLS
