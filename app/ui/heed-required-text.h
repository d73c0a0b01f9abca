/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-finding.h"
#include "heed-mailbox.h"

G_BEGIN_DECLS

/**
 * heed_required_text_new:
 * @mailbox: a dangerous recipient
 * @finding: why it is dangerous
 *
 * The part of the address that differs from what may have been meant. To type it is to look at it.
 *
 * Returns: (transfer full): text that any keyboard can type and nobody types by habit: a suffix
 * with its dot (`.ml`), some labels (`gmai`), a whole domain or a local part. Letters beyond ASCII
 * are written as A-labels.
 */
char *heed_required_text_new (const HeedMailbox *mailbox, const HeedFinding *finding);

/** heed_required_text_matches: Returns: whether @typed is @required, whatever its case, the space
 * around it and a leading dot */
gboolean heed_required_text_matches (const char *required, const char *typed);

G_END_DECLS
