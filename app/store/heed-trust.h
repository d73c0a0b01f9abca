/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-mailbox.h"

G_BEGIN_DECLS

#define HEED_TYPE_TRUST (heed_trust_get_type ())

/**
 * HeedTrust:
 *
 * That the person trusts a mailbox, or a domain with all below it, and why; or that they do no
 * longer. Immutable, ref-counted, safe to hand to another thread.
 */
typedef struct _HeedTrust HeedTrust;

GType heed_trust_get_type (void) G_GNUC_CONST;

/**
 * heed_trust_new:
 * @subject: what the person wrote: a mailbox or a domain
 * @reason: why, in their words
 * @time: when, in seconds since 1970
 * @error: return location for an error
 *
 * Returns: (transfer full): the trust, or %NULL with %HEED_ERROR_INVALID_ARGUMENT or
 *   %HEED_ERROR_INVALID_RECIPIENT: there has to be a reason, of at most
 *   %HEED_LIMIT_REASON_CHARACTERS, and nobody trusts a whole public suffix
 */
HeedTrust *heed_trust_new (const char *subject, const char *reason, gint64 time, GError **error);

/** heed_trust_new_withdrawn: Returns: (transfer full): the end of that of @subject, in whatever
 * form it was written; %NULL with the same errors */
HeedTrust *heed_trust_new_withdrawn (const char *subject, GError **error);

/** heed_trust_new_marked: Returns: (transfer full) (nullable): the trust that a mark in the row of
 * @address stands for; it has no reason. %NULL where it is no address */
HeedTrust *heed_trust_new_marked (const char *address, gint64 time);

/** heed_trust_new_from_bytes: Returns: (transfer full) (nullable): the trust; %NULL when @bytes are
 * none */
HeedTrust *heed_trust_new_from_bytes (GBytes *bytes);

/** heed_trust_to_bytes: Returns: (transfer full): what a row holds, before it is sealed */
GBytes *heed_trust_to_bytes (const HeedTrust *self);

HeedTrust *heed_trust_ref (HeedTrust *self);
void heed_trust_unref (HeedTrust *self);

/** heed_trust_get_subject: Returns: (transfer none): the normalised address, or the domain in ASCII
 */
const char *heed_trust_get_subject (const HeedTrust *self);

/** heed_trust_get_reason: Returns: (transfer none): why; empty for a mark, and what is withdrawn */
const char *heed_trust_get_reason (const HeedTrust *self);

/** heed_trust_get_time: Returns: when, in seconds since 1970 */
gint64 heed_trust_get_time (const HeedTrust *self);

/** heed_trust_is_withdrawn: Returns: whether it is the end of a trust */
gboolean heed_trust_is_withdrawn (const HeedTrust *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedTrust, heed_trust_unref)

G_END_DECLS
