/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-control-bus.h"
#include "heed-history.h"

G_BEGIN_DECLS

/** heed_control_requests_connect: answers for @object what heedctl asks about past requests;
 * @object must not outlive @history */
void heed_control_requests_connect (HeedControlBus *object, HeedHistory *history);

G_END_DECLS
