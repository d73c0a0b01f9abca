/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HEED_TYPE_DOMAIN (heed_domain_get_type ())

/**
 * HeedDomain:
 *
 * The domain of a mailbox, normalised, with what was typed kept for showing. Immutable,
 * ref-counted.
 */
typedef struct _HeedDomain HeedDomain;

GType heed_domain_get_type (void) G_GNUC_CONST;

/**
 * heed_domain_new:
 * @typed: the domain as it stood in the mailbox: UTF-8, either IDN form, or an IP literal in
 * brackets
 * @error: return location for an error
 *
 * Normalises: invisible characters, UTS 46, case, doubled, leading and trailing dots.
 *
 * Returns: (transfer full): the domain, or %NULL with %HEED_ERROR_INVALID_RECIPIENT when nothing is
 * left that could be a domain
 */
HeedDomain *heed_domain_new (const char *typed, GError **error);

HeedDomain *heed_domain_ref (HeedDomain *self);
void heed_domain_unref (HeedDomain *self);

/** heed_domain_get_typed: Returns: (transfer none): the domain exactly as it was typed */
const char *heed_domain_get_typed (const HeedDomain *self);

/** heed_domain_get_ascii: Returns: (transfer none): the normalised form with A-labels; what is
 * compared and stored */
const char *heed_domain_get_ascii (const HeedDomain *self);

/** heed_domain_get_unicode: Returns: (transfer none): the normalised form with U-labels; what is
 * shown */
const char *heed_domain_get_unicode (const HeedDomain *self);

/**
 * heed_domain_get_suffix:
 *
 * Returns: (transfer none): the public suffix in ASCII, private section of the list included; the
 * last label when the list knows no suffix; the empty string for an IP literal
 */
const char *heed_domain_get_suffix (const HeedDomain *self);

/**
 * heed_domain_get_registrable:
 *
 * Returns: (transfer none) (nullable): the registrable domain (public suffix and one label) in
 * ASCII; %NULL for an IP literal and for a domain that is a public suffix itself
 */
const char *heed_domain_get_registrable (const HeedDomain *self);

/**
 * heed_domain_get_name_length:
 * @self: a domain
 * @text: heed_domain_get_ascii() or heed_domain_get_unicode() of it
 *
 * Says where the name ends and the suffix begins. A domain that is a public suffix itself and yet
 * has mailboxes, such as `nhs.uk`, is a name below its last label.
 *
 * Returns: how many bytes of @text stand before the dot of the suffix; all of them where there is
 *   no such dot
 */
gsize heed_domain_get_name_length (const HeedDomain *self, const char *text);

/** heed_domain_squash: Returns: (transfer full): the first @length bytes of @text, or all of it if
 * that is -1, without dots and hyphens, across which people slip */
char *heed_domain_squash (const char *text, gssize length);

/** heed_domain_get_holder: Returns: (transfer none): the registrable domain, or the whole domain in
 * ASCII where there is none: what is the same for all domains of one holder */
const char *heed_domain_get_holder (const HeedDomain *self);

/** heed_domain_is_ip_literal: Returns: whether this is an address such as `[192.0.2.1]` */
gboolean heed_domain_is_ip_literal (const HeedDomain *self);

/** heed_domain_has_known_suffix: Returns: whether the list's ICANN section knows the top-level
 * domain, and something stands before it; on mail to a top-level domain itself see RFC 7085 */
gboolean heed_domain_has_known_suffix (const HeedDomain *self);

/**
 * heed_domain_get_noise:
 *
 * Looks for the first character among those typed that no mail program would send and that
 * normalising dropped: one that cannot be seen, a second dot in a row, or one at the start. White
 * space and a dot at the end are harmless and are none.
 *
 * Returns: (transfer full) (nullable): the character
 */
char *heed_domain_get_noise (const HeedDomain *self);

/** heed_domain_equal: Returns: whether both are the same domain once normalised */
gboolean heed_domain_equal (const HeedDomain *a, const HeedDomain *b);

/** heed_domain_is_related: Returns: whether both share a registrable domain, so belong to one
 * holder */
gboolean heed_domain_is_related (const HeedDomain *a, const HeedDomain *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedDomain, heed_domain_unref)

G_END_DECLS
