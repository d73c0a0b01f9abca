/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-recipient.h"

G_BEGIN_DECLS

#define HEED_TYPE_RECIPIENT_GROUP (heed_recipient_group_get_type ())

/**
 * HeedRecipientGroup:
 *
 * The recipients of a message at one domain.
 */
G_DECLARE_FINAL_TYPE (HeedRecipientGroup, heed_recipient_group, HEED, RECIPIENT_GROUP, GObject)

/**
 * heed_recipient_group_list:
 * @recipients: (element-type HeedRecipient): some recipients, perhaps thousands
 *
 * Returns: (transfer full) (element-type HeedRecipientGroup): a group for each domain, the largest
 * first
 */
GPtrArray *heed_recipient_group_list (GPtrArray *recipients);

/** heed_recipient_group_get_domain: Returns: (transfer none): the domain */
const HeedDomain *heed_recipient_group_get_domain (HeedRecipientGroup *self);

/** heed_recipient_group_get_recipients: Returns: (transfer none) (element-type HeedRecipient): at
 * least one, in the order of the message */
GPtrArray *heed_recipient_group_get_recipients (HeedRecipientGroup *self);

G_END_DECLS
