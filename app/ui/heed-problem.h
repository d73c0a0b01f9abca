/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-history.h"
#include "heed-policy-watch.h"

G_BEGIN_DECLS

/* What is wrong with the policy and the history, and the one notification that there is of it. */

/** heed_problem_describe: Returns: (transfer full) (nullable): what is wrong, one fault a line;
 * %NULL when all is well */
char *heed_problem_describe (HeedPolicyWatch *watch, HeedHistory *history);

/** heed_problem_describe_lasting: the same, only of what does not mend itself: a policy that a
 * fault keeps out, a file of the history that was set aside or cannot be written. A locked keyring
 * tells of itself. */
char *heed_problem_describe_lasting (HeedPolicyWatch *watch, HeedHistory *history);

/**
 * heed_problem_notify:
 * @application: who sends it; without a place on the bus it sends nothing
 * @problem: (nullable): what is wrong; %NULL withdraws the notification
 */
void heed_problem_notify (GApplication *application, const char *problem);

G_END_DECLS
