/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-known-domains.h"
#include "heed-mailbox.h"

G_BEGIN_DECLS

#define HEED_TYPE_CORRESPONDENT (heed_correspondent_get_type ())

/**
 * HeedCorrespondent:
 *
 * One mailbox that the person wrote to, and how much. Immutable, ref-counted, safe to hand to
 * another thread.
 */
typedef struct _HeedCorrespondent HeedCorrespondent;

GType heed_correspondent_get_type (void) G_GNUC_CONST;

/**
 * heed_correspondent_new:
 * @address: the normalised address, as heed_mailbox_get_address() gives it
 * @name: (nullable): the display name used last
 * @count: messages, at least 1
 * @first: when the first was sent, in seconds since 1970
 * @last: when the last was sent; the same unit
 * @days: on how many days, in UTC; at least 1
 *
 * Returns: (transfer full): the correspondent
 */
HeedCorrespondent *heed_correspondent_new (
    const char *address, const char *name, guint count, gint64 first, gint64 last, guint days);

/**
 * heed_correspondent_new_from_bytes:
 * @bytes: what heed_correspondent_to_bytes() gave, or anything else
 *
 * Returns: (transfer full) (nullable): the correspondent; %NULL when @bytes are none
 */
HeedCorrespondent *heed_correspondent_new_from_bytes (GBytes *bytes);

/**
 * heed_correspondent_peek:
 * @bytes: what heed_correspondent_to_bytes() gave, or anything else
 * @address: (out) (transfer none): its address, within @bytes
 * @sends: (out): its messages
 * @trusted: (out): what heed_correspondent_is_trusted() gives
 *
 * Reads what a review needs, and makes nothing.
 *
 * Returns: whether @bytes are a correspondent
 */
gboolean
heed_correspondent_peek (GBytes *bytes, const char **address, HeedSends *sends, gboolean *trusted);

/** heed_correspondent_to_bytes: Returns: (transfer full): what a row holds, before it is sealed */
GBytes *heed_correspondent_to_bytes (const HeedCorrespondent *self);

HeedCorrespondent *heed_correspondent_ref (HeedCorrespondent *self);
void heed_correspondent_unref (HeedCorrespondent *self);

/**
 * heed_correspondent_merge:
 * @self: a correspondent
 * @later: the same address, as far as it was written to since
 *
 * Returns: (transfer full): both together
 */
HeedCorrespondent *heed_correspondent_merge (const HeedCorrespondent *self,
                                             const HeedCorrespondent *later);

/** heed_correspondent_unite: Returns: (transfer full): both, where they tell of the same messages
 */
HeedCorrespondent *heed_correspondent_unite (const HeedCorrespondent *self,
                                             const HeedCorrespondent *other);

/** heed_correspondent_new_trusted: Returns: (transfer full): the same, trusted or not */
HeedCorrespondent *heed_correspondent_new_trusted (const HeedCorrespondent *self, gboolean trusted);

const char *heed_correspondent_get_address (const HeedCorrespondent *self);

/** heed_correspondent_make_mailbox: Returns: (transfer full) (nullable): the mailbox, without the
 * name; %NULL when the address is none */
HeedMailbox *heed_correspondent_make_mailbox (const HeedCorrespondent *self);

/** heed_correspondent_get_name: Returns: (transfer none) (nullable): the display name */
const char *heed_correspondent_get_name (const HeedCorrespondent *self);
/** heed_correspondent_get_sends: Returns: the messages to it */
HeedSends heed_correspondent_get_sends (const HeedCorrespondent *self);
guint heed_correspondent_get_count (const HeedCorrespondent *self);
gint64 heed_correspondent_get_first (const HeedCorrespondent *self);
gint64 heed_correspondent_get_last (const HeedCorrespondent *self);
guint heed_correspondent_get_days (const HeedCorrespondent *self);

/** heed_correspondent_is_trusted: Returns: whether it has a mark that the person said so, without a
 * reason; new ones have none */
gboolean heed_correspondent_is_trusted (const HeedCorrespondent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedCorrespondent, heed_correspondent_unref)

G_END_DECLS
