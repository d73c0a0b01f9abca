/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-domain.h"

G_BEGIN_DECLS

#define HEED_TYPE_MAILBOX (heed_mailbox_get_type ())

/**
 * HeedMailbox:
 *
 * One RFC 5322 mailbox: an optional display name, a local part and a domain. Immutable,
 * ref-counted.
 */
typedef struct _HeedMailbox HeedMailbox;

GType heed_mailbox_get_type (void) G_GNUC_CONST;

/**
 * heed_mailbox_new:
 * @text: a mailbox in UTF-8, such as `Ann <ann@army.mil>` or `ann@army.mil`
 * @error: return location for an error
 *
 * Returns: (transfer full): the mailbox, or %NULL with %HEED_ERROR_INVALID_RECIPIENT or
 *   %HEED_ERROR_LIMIT_EXCEEDED; a group is an error here
 */
HeedMailbox *heed_mailbox_new (const char *text, GError **error);

/**
 * heed_mailbox_new_from_parts:
 * @name: (nullable): the display name
 * @local: the local part without quotes
 * @domain: the domain
 *
 * Makes a mailbox of what was one before, such as a stored address.
 *
 * Returns: (transfer full): the mailbox
 */
HeedMailbox *heed_mailbox_new_from_parts (const char *name, const char *local, HeedDomain *domain);

/**
 * heed_mailbox_parse_list:
 * @text: a mailbox, or a group of them (`Team: ann@army.mil, bob@army.mil;`), in UTF-8
 * @error: return location for an error
 *
 * Returns: (transfer full) (element-type HeedMailbox): the mailboxes in order; empty for an empty
 * group such as `undisclosed-recipients:;`; %NULL on error, as for heed_mailbox_new()
 */
GPtrArray *heed_mailbox_parse_list (const char *text, GError **error);

HeedMailbox *heed_mailbox_ref (HeedMailbox *self);
void heed_mailbox_unref (HeedMailbox *self);

/** heed_mailbox_get_name: Returns: (transfer none) (nullable): the display name, decoded, UTF-8 */
const char *heed_mailbox_get_name (const HeedMailbox *self);

/** heed_mailbox_get_local: Returns: (transfer none): the local part without quotes */
const char *heed_mailbox_get_local (const HeedMailbox *self);

/** heed_mailbox_get_domain: Returns: (transfer none): the domain */
HeedDomain *heed_mailbox_get_domain (const HeedMailbox *self);

/** heed_mailbox_get_address: Returns: (transfer none): `local@domain`, normalised, ASCII domain,
 * for storing and comparing */
const char *heed_mailbox_get_address (const HeedMailbox *self);

/** heed_mailbox_get_typed: Returns: (transfer none): `local@domain` as it was typed, for showing */
const char *heed_mailbox_get_typed (const HeedMailbox *self);

/**
 * heed_mailbox_with_domain:
 * @self: a mailbox
 * @domain: the domain to use instead
 *
 * Returns: (transfer full): the same name and local part at @domain
 */
HeedMailbox *heed_mailbox_with_domain (const HeedMailbox *self, HeedDomain *domain);

/** heed_mailbox_to_string: Returns: (transfer full): the mailbox as RFC 5322 text in UTF-8, the
 * name quoted where needed */
char *heed_mailbox_to_string (const HeedMailbox *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedMailbox, heed_mailbox_unref)

G_END_DECLS
