/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-known-domains.h"
#include "heed-message.h"
#include "heed-policy.h"

G_BEGIN_DECLS

/**
 * HeedctlReviewer:
 *
 * Who reviews what heedctl is asked about: the running service, which has the person's history, or
 * this process. Both say the same in the same words.
 */
typedef struct _HeedctlReviewer HeedctlReviewer;

HeedctlReviewer *heedctl_reviewer_new (HeedPolicy *policy, HeedKnownDomains *known);

/**
 * heedctl_reviewer_new_for_service:
 * @error: return location for an error
 *
 * Starts the service where the bus can.
 *
 * Returns: (transfer full) (nullable): %NULL where no service of this version answers
 */
HeedctlReviewer *heedctl_reviewer_new_for_service (GError **error);

void heedctl_reviewer_free (HeedctlReviewer *self);

/**
 * heedctl_reviewer_review:
 * @self: a reviewer
 * @message: a message whose recipients count as the caller counted them
 * @recipients: the same recipients as `a(ss)`, as they were typed
 * @error: return location for an error
 *
 * Returns: (transfer full): the findings as `aa{sv}`, with their headings
 */
GVariant *heedctl_reviewer_review (HeedctlReviewer *self,
                                   HeedMessage *message,
                                   GVariant *recipients,
                                   GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedctlReviewer, heedctl_reviewer_free)

G_END_DECLS
