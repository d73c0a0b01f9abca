/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-policy.h"

G_BEGIN_DECLS

/* Characters of a reason that a person gives. */
#define HEED_JUSTIFICATION_CHARACTERS 200

/**
 * heed_justification_accept:
 * @policy: what counts as a reason
 * @text: (nullable): what the person chose or typed
 *
 * Returns: (transfer full) (nullable): the reason without space around it; %NULL where it is none:
 * nothing, mere punctuation, too long, or not in the list where only the list counts
 */
char *heed_justification_accept (const HeedPolicy *policy, const char *text);

/** heed_justification_says_anything: Returns: whether @text is more than a key pressed to get past
 * the question */
gboolean heed_justification_says_anything (const char *text);

G_END_DECLS
