/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-bus.h"
#include "heed-service.h"

G_BEGIN_DECLS

/** heed_analysis_connect: answers Analyze, by the policy and the history of @service, without a
 * window and without learning */
void heed_analysis_connect (HeedBus *bus, HeedService *service);

G_END_DECLS
