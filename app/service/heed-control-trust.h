/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-control-bus.h"
#include "heed-service.h"

G_BEGIN_DECLS

/** heed_control_trust_connect: answers for @object what heedctl asks about those whom the person
 * trusts; @object must not outlive @service */
void heed_control_trust_connect (HeedControlBus *object, HeedService *service);

G_END_DECLS
