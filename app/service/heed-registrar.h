/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-audit.h"
#include "heed-confirmation.h"
#include "heed-lessons.h"

G_BEGIN_DECLS

#define HEED_TYPE_REGISTRAR (heed_registrar_get_type ())

/**
 * HeedRegistrar:
 *
 * Writes down what became of each request: the decision goes to the history, a message that was
 * sent becomes a lesson, and the audit gets its record.
 */
G_DECLARE_FINAL_TYPE (HeedRegistrar, heed_registrar, HEED, REGISTRAR, GObject)

/** heed_registrar_new: Returns: (transfer full): who writes to these three */
HeedRegistrar *heed_registrar_new (HeedHistory *history, HeedLessons *lessons, HeedAudit *audit);

/** heed_registrar_follow: writes down what the person answers to @confirmation, or that they could
 * not be asked */
void heed_registrar_follow (HeedRegistrar *self, HeedConfirmation *confirmation);

/**
 * heed_registrar_enter:
 * @self: a registrar
 * @verdict: what was answered without the person
 * @policy: the policy by which
 * @duration: microseconds from the request to the answer
 *
 * To be called when the answer is on its way.
 */
void heed_registrar_enter (HeedRegistrar *self,
                           const HeedVerdict *verdict,
                           const HeedPolicy *policy,
                           gint64 duration);

G_END_DECLS
