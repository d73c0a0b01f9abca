/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-audit.h"
#include "heed-demonstration.h"
#include "heed-history.h"
#include "heed-policy.h"
#include "heed-prompter.h"

G_BEGIN_DECLS

#define HEED_TYPE_SERVICE (heed_service_get_type ())

/**
 * HeedService:
 *
 * The exported object: takes requests from the bus, reviews, asks through the prompter, answers
 * exactly once. The property `idle` says whether nothing waits, no window is open and nothing is
 * left to learn; its changes are notified, for a program that ends when it is not needed.
 */
G_DECLARE_FINAL_TYPE (HeedService, heed_service, HEED, SERVICE, GObject)

HeedService *heed_service_new (HeedPolicy *policy,
                               HeedHistory *history,
                               HeedAudit *audit,
                               HeedPrompter *prompter);

/** heed_service_set_policy: applies from the next request on */
void heed_service_set_policy (HeedService *self, HeedPolicy *policy);

/**
 * heed_service_export:
 * @self: a service
 * @connection: the session bus
 * @error: return location for an error
 *
 * To be called before the name is owned, so that nobody finds the name without the object.
 *
 * Returns: whether it was exported
 */
gboolean heed_service_export (HeedService *self, GDBusConnection *connection, GError **error);

/**
 * heed_service_shut_down:
 *
 * Answers everything that waits with cancel (`withdrawn`), hands what is still to be learned to the
 * history, and unexports. The connection is flushed by its owner, and the history, too.
 */
void heed_service_shut_down (HeedService *self);

/** heed_service_review: Returns: (transfer full): what there is to say of @message now */
HeedReview *heed_service_review (HeedService *self, HeedMessage *message);

/**
 * heed_service_trust:
 * @self: a service
 * @trust: whom the person trusts; one that is withdrawn ends it
 * @error: return location for an error
 *
 * The person's own word, never a mail program's.
 *
 * Returns: whether it is in force; %FALSE with %HEED_ERROR_NOT_ALLOWED by the policy,
 *   %HEED_ERROR_NOT_FOUND where nothing was to be withdrawn, or %HEED_ERROR_LIMIT_EXCEEDED
 */
gboolean heed_service_trust (HeedService *self, HeedTrust *trust, GError **error);

/** heed_service_get_demonstration: Returns: (transfer none): the window on a sample message; a
 * message that somebody does send takes it away */
HeedDemonstration *heed_service_get_demonstration (HeedService *self);

/** heed_service_get_history: Returns: (transfer none): the history */
HeedHistory *heed_service_get_history (HeedService *self);

/** heed_service_get_audit: Returns: (transfer none): the audit */
HeedAudit *heed_service_get_audit (HeedService *self);

/** heed_service_get_policy: Returns: (transfer none): the policy that the next request meets */
HeedPolicy *heed_service_get_policy (HeedService *self);

/** heed_service_is_idle: Returns: the property `idle` */
gboolean heed_service_is_idle (HeedService *self);

G_END_DECLS
