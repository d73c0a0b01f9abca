/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HeedKnownMailboxes:
 *
 * The mailboxes that a person really writes to, each at a domain that has a number, looked up by
 * address or by what is near at one domain. Not thread-safe.
 */
typedef struct _HeedKnownMailboxes HeedKnownMailboxes;

HeedKnownMailboxes *heed_known_mailboxes_new (void);
void heed_known_mailboxes_free (HeedKnownMailboxes *self);

/**
 * heed_known_mailboxes_make_key:
 * @text: an address, or what stands before its @
 *
 * Hardly any mail server tells Ann@ and ann@ apart, and people do not.
 *
 * Returns: (transfer full): it in the case in which all are compared
 */
char *heed_known_mailboxes_make_key (const char *text);

/**
 * heed_known_mailboxes_add:
 * @self: known mailboxes
 * @address: a normalised address, as heed_mailbox_get_address() gives it
 * @domain: the number of its domain
 * @count: how many messages more were written to it; 0 makes nobody known
 */
void heed_known_mailboxes_add (HeedKnownMailboxes *self,
                               const char *address,
                               guint32 domain,
                               guint count);

/** heed_known_mailboxes_get_count: Returns: the messages written to exactly this address */
guint heed_known_mailboxes_get_count (const HeedKnownMailboxes *self, const char *address);

/** heed_known_mailboxes_has_any: Returns: whether any is known at exactly the domain of this number
 */
gboolean heed_known_mailboxes_has_any (const HeedKnownMailboxes *self, guint32 domain);

/**
 * heed_known_mailboxes_find_near:
 * @self: known mailboxes
 * @local: what was typed before the @
 * @domain: the number of the domain
 * @min_length: the bytes below which a local part is too short to say anything
 * @count: (out): messages written to what is found
 *
 * Returns: (transfer full) (nullable): of the local parts at the domain that are a letter or two
 *   away, but not @local, the one that most messages were written to
 */
char *heed_known_mailboxes_find_near (
    HeedKnownMailboxes *self, const char *local, guint32 domain, gsize min_length, guint *count);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedKnownMailboxes, heed_known_mailboxes_free)

G_END_DECLS
