/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "heed-decision.h"

G_BEGIN_DECLS

#define HEED_TYPE_ANSWERS (heed_answers_get_type ())

/**
 * HeedAnswers:
 *
 * The buttons that answer, each usable when its decision allows it, and the countdown. The signal
 * `answered` brings the #HeedVerdict; an answer that is not allowed, whatever the way it came, is
 * none and brings nothing.
 */
G_DECLARE_FINAL_TYPE (HeedAnswers, heed_answers, HEED, ANSWERS, GtkWidget)

/** heed_answers_set: to be called once */
void heed_answers_set (HeedAnswers *self, HeedDecision *decision);

/** heed_answers_get_safe: Returns: (transfer none): the button that keeps the message */
GtkWidget *heed_answers_get_safe (HeedAnswers *self);

/** heed_answers_update: looks anew at what is allowed: time has passed */
void heed_answers_update (HeedAnswers *self);

/** heed_answers_keep: answers that the message is kept */
void heed_answers_keep (HeedAnswers *self);

G_END_DECLS
