/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-known-domains.h"
#include "heed-policy.h"
#include "heed-review.h"

G_BEGIN_DECLS

/**
 * HeedSimulationCount:
 * @messages: messages that were sent, or held back
 * @windows: windows that the policy would have opened
 * @present: windows that the present policy would have opened
 *
 * What came of some messages.
 */
typedef struct
{
  guint messages;
  guint windows;
  guint present;
} HeedSimulationCount;

/**
 * HeedSimulation:
 *
 * What a policy would have made of the messages of the past, against what the present one would
 * have made of them. Whether a policy enforces or only observes does not count, since the question
 * is what happens once it enforces.
 */
typedef struct _HeedSimulation HeedSimulation;

/**
 * heed_simulation_new:
 * @policy: the policy to be tried
 * @present: the present one
 * @known: whom the person wrote to before the first message; grows with each that was sent
 *
 * Returns: (transfer full): a simulation with no messages yet
 */
HeedSimulation *
heed_simulation_new (HeedPolicy *policy, HeedPolicy *present, HeedKnownDomains *known);
void heed_simulation_free (HeedSimulation *self);

/**
 * heed_simulation_add:
 * @self: a simulation
 * @time: when it was asked about, in microseconds since 1970; not before the last one
 * @message: what was asked about
 * @sent: (nullable) (element-type HeedMailbox): whom it went to in the end; %NULL when it stayed
 */
void heed_simulation_add (HeedSimulation *self, gint64 time, HeedMessage *message, GPtrArray *sent);

/** heed_simulation_get_total: Returns: (transfer none): of all messages */
const HeedSimulationCount *heed_simulation_get_total (const HeedSimulation *self);

/** heed_simulation_get_kind: Returns: (transfer none): of the windows that @kind was a reason for,
 * by being at caution or above; and of the messages in which it was found */
const HeedSimulationCount *heed_simulation_get_kind (const HeedSimulation *self,
                                                     HeedFindingKind kind);

/** heed_simulation_get_n_days: Returns: how many days there are with messages */
guint heed_simulation_get_n_days (const HeedSimulation *self);

/**
 * heed_simulation_get_day:
 * @self: a simulation
 * @index: which of them, in order
 * @day: (out): its date, in days since 1970, in local time
 *
 * Returns: (transfer none): of the messages of that day
 */
const HeedSimulationCount *
heed_simulation_get_day (const HeedSimulation *self, guint index, gint64 *day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedSimulation, heed_simulation_free)

G_END_DECLS
