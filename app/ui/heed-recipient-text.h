/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-recipient-group.h"

G_BEGIN_DECLS

/** heed_recipient_text_get_role: Returns: (transfer none): a role as a person calls it */
const char *heed_recipient_text_get_role (HeedRole role);

/** heed_recipient_text_name: Returns: (transfer full): a recipient by role and address */
char *heed_recipient_text_name (const HeedRecipient *recipient);

/** heed_recipient_text_describe: Returns: (transfer full): a recipient in one line: role, name and
 * address */
char *heed_recipient_text_describe (const HeedRecipient *recipient);

/** heed_recipient_text_describe_group: Returns: (transfer full): a domain and how many recipients
 * are there, in one line */
char *heed_recipient_text_describe_group (HeedRecipientGroup *group);

G_END_DECLS
