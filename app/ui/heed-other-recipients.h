/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "heed-choices.h"

G_BEGIN_DECLS

#define HEED_TYPE_OTHER_RECIPIENTS (heed_other_recipients_get_type ())

/**
 * HeedOtherRecipients:
 *
 * One line for the recipients that need no look. It unfolds to their domains with how many are
 * there, and these to addresses. Where the message goes to many, all of its recipients can be
 * searched.
 */
G_DECLARE_FINAL_TYPE (HeedOtherRecipients, heed_other_recipients, HEED, OTHER_RECIPIENTS, GtkWidget)

/** heed_other_recipients_set: @choices: lives as long as the widget. To be called once */
void heed_other_recipients_set (HeedOtherRecipients *self, const HeedChoices *choices);

G_END_DECLS
