/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "heed-decision.h"

G_BEGIN_DECLS

#define HEED_TYPE_SUMMARY (heed_summary_get_type ())

/**
 * HeedSummary:
 *
 * What is said about the message as a whole: why its worst finding is one, what the policy says,
 * what concerns all recipients together, and the way to keep strangers from seeing each other.
 */
G_DECLARE_FINAL_TYPE (HeedSummary, heed_summary, HEED, SUMMARY, GtkWidget)

/** heed_summary_set: to be called once */
void heed_summary_set (HeedSummary *self, HeedDecision *decision);

/** heed_summary_speak: Returns: (transfer full): why the worst finding is one and what follows from
 * sending, as the description of the window for assistive technology */
char *heed_summary_speak (HeedSummary *self);

G_END_DECLS
