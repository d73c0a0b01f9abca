/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-control-bus.h"
#include "heed-service.h"

G_BEGIN_DECLS

/** heed_control_audit_connect: answers for @object what heedctl asks about the audit; @object must
 * not outlive @audit */
void heed_control_audit_connect (HeedControlBus *object, HeedAudit *audit);

/** heed_control_audit_describe: adds to @status what @policy wants of the audit, and what keeps
 * @audit from it */
void heed_control_audit_describe (HeedAudit *audit, const HeedPolicy *policy, GVariantDict *status);

G_END_DECLS
