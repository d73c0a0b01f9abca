/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-finding.h"
#include "heed-known-domains.h"
#include "heed-mailbox.h"

G_BEGIN_DECLS

/**
 * heed_person_review_find_near:
 * @mailbox: a recipient at a domain that is right
 * @recipient: its position
 * @known: whom the person writes to
 *
 * Returns: (transfer full) (nullable): that the recipient was never written to, while somebody of
 *   nearly the same name at the same domain was
 */
HeedFinding *
heed_person_review_find_near (const HeedMailbox *mailbox, guint recipient, HeedKnownDomains *known);

/**
 * heed_person_review_find_mismatch:
 * @mailbox: a recipient
 * @recipient: its position
 *
 * Returns: (transfer full) (nullable): that its display name shows an address at another holder's
 *   domain
 */
HeedFinding *heed_person_review_find_mismatch (const HeedMailbox *mailbox, guint recipient);

G_END_DECLS
