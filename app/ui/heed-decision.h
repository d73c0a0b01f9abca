/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "heed-choices.h"
#include "heed-countdown.h"
#include "heed-verdict.h"

G_BEGIN_DECLS

/* How long a window has to be on the screen before it can send: what was typed or clicked earlier
 * was meant for another window. In microseconds. */
#define HEED_DECISION_GUARD (500 * G_TIME_SPAN_MILLISECOND)

#define HEED_TYPE_DECISION (heed_decision_get_type ())

/**
 * HeedDecision:
 *
 * What a person does in the window about one message, and what follows from it. Every way to
 * answer, whether by button, key or accessibility action, ends here, so that no way around the
 * window's rules is left:
 *
 * - Nothing is sent until the window has been on the screen for %HEED_DECISION_GUARD.
 * - Nothing is sent while a dangerous recipient was neither confirmed, by typing what differs or a
 *   tick, nor corrected, nor removed.
 * - Nothing is sent without a reason where the policy wants one for what is not corrected.
 * - Where the policy wants a countdown, a message goes as it is only when that has run out with
 *   nothing changed.
 * - Where something is corrected, it is sent corrected or not at all.
 * - What is blocked is never sent, and what the policy does not let a person override only once it
 *   is corrected.
 *
 * The signal `changed` tells that what is allowed may have changed.
 */
G_DECLARE_FINAL_TYPE (HeedDecision, heed_decision, HEED, DECISION, GObject)

/**
 * heed_decision_new:
 * @review: what was found
 * @policy: what may be sent
 * @can_correct: whether the mail program can replace the recipients
 *
 * Returns: (transfer full): the state of a window that was not shown yet
 */
HeedDecision *heed_decision_new (HeedReview *review, HeedPolicy *policy, gboolean can_correct);

/** heed_decision_get_review: Returns: (transfer none): what was found */
HeedReview *heed_decision_get_review (HeedDecision *self);

/** heed_decision_get_policy: Returns: (transfer none): what may be sent */
HeedPolicy *heed_decision_get_policy (HeedDecision *self);

/** heed_decision_get_choices: Returns: (transfer none): what can be chosen, and what was */
const HeedChoices *heed_decision_get_choices (HeedDecision *self);

/** heed_decision_set_typed: tells what stands in the entry of a risk */
void heed_decision_set_typed (HeedDecision *self, guint risk, const char *typed);

/** heed_decision_set_ticked: tells whether the box of a risk is ticked */
void heed_decision_set_ticked (HeedDecision *self, guint risk, gboolean ticked);

/** heed_decision_choose: takes a proposal in place of what was typed; nothing happens where
 * corrections are not possible */
void heed_decision_choose (HeedDecision *self, guint risk, guint proposal);

/** heed_decision_remove: takes the recipient of a risk out of the message; nothing happens where it
 * cannot be */
void heed_decision_remove (HeedDecision *self, guint risk);

/** heed_decision_undo: takes what was typed again */
void heed_decision_undo (HeedDecision *self, guint risk);

/** heed_decision_can_trust: Returns: whether the person may trust a risk from now on: where the
 * policy leaves that open, and what the risk requires was done */
gboolean heed_decision_can_trust (HeedDecision *self, guint risk);

/**
 * heed_decision_trust:
 * @risk: a risk
 * @reason: why the person trusts it
 *
 * Returns: whether it is trusted once the message is sent to it; not without a reason
 */
gboolean heed_decision_trust (HeedDecision *self, guint risk, const char *reason);

/** heed_decision_distrust: takes that back */
void heed_decision_distrust (HeedDecision *self, guint risk);

/** heed_decision_list_trusts: Returns: (transfer container) (element-type HeedTrust): whom the
 * person trusts if the message is sent as it is now */
GPtrArray *heed_decision_list_trusts (HeedDecision *self);

/** heed_decision_set_hides_exposed: moves the strangers who would see each other to Bcc, or back */
void heed_decision_set_hides_exposed (HeedDecision *self, gboolean hides);

/**
 * heed_decision_set_shown:
 * @now: the monotonic time, in microseconds, at which the window was first painted
 *
 * Counts only once.
 */
void heed_decision_set_shown (HeedDecision *self, gint64 now);

/** heed_decision_set_presented: the window came to the front again at @now, perhaps under
 * somebody's hands: it has to be on the screen for %HEED_DECISION_GUARD anew */
void heed_decision_set_presented (HeedDecision *self, gint64 now);

/** heed_decision_is_readable: Returns: whether the window has been on the screen long enough */
gboolean heed_decision_is_readable (HeedDecision *self, gint64 now);

/** heed_decision_needs_justification: Returns: whether sending needs a reason, as things are */
gboolean heed_decision_needs_justification (HeedDecision *self);

/** heed_decision_set_justification: @text: (nullable): the reason that was chosen or typed; what
 * heed_justification_accept() does not take counts as none */
void heed_decision_set_justification (HeedDecision *self, const char *text);

/** heed_decision_begin_countdown: begins to count anew. Returns: whether it does; not where the
 * policy wants none, nor while the message cannot be sent */
gboolean heed_decision_begin_countdown (HeedDecision *self, gint64 now);

/** heed_decision_end_countdown: nothing is sent for now */
void heed_decision_end_countdown (HeedDecision *self);

/** heed_decision_get_countdown: Returns: (transfer none): the countdown */
const HeedCountdown *heed_decision_get_countdown (HeedDecision *self);

/** heed_decision_can_send: Returns: whether the message can be sent as it is: by
 * heed_decision_send() at @now, or after a countdown that can begin at @now */
gboolean heed_decision_can_send (HeedDecision *self, gint64 now);

/** heed_decision_can_fix: Returns: whether heed_decision_fix() gives a verdict at @now */
gboolean heed_decision_can_fix (HeedDecision *self, gint64 now);

/** heed_decision_decline: Returns: (transfer full): the verdict that keeps the message */
HeedVerdict *heed_decision_decline (HeedDecision *self);

/** heed_decision_send: Returns: (transfer full) (nullable): the verdict that sends the message
 * as it is; %NULL while that is not allowed */
HeedVerdict *heed_decision_send (HeedDecision *self, gint64 now);

/** heed_decision_fix: Returns: (transfer full) (nullable): the verdict that sends the message
 * to the corrected recipients; %NULL while that is not allowed */
HeedVerdict *heed_decision_fix (HeedDecision *self, gint64 now);

G_END_DECLS
