/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "heed-policy.h"

G_BEGIN_DECLS

#define HEED_TYPE_SUPPORT (heed_support_get_type ())

/**
 * HeedSupport:
 *
 * Whom to ask: what the policy says about that, and where a message cannot be sent, a sentence in
 * any case.
 */
G_DECLARE_FINAL_TYPE (HeedSupport, heed_support, HEED, SUPPORT, GtkWidget)

/** heed_support_set: @blocked: whether the message cannot be sent */
void heed_support_set (HeedSupport *self, const HeedPolicy *policy, gboolean blocked);

G_END_DECLS
