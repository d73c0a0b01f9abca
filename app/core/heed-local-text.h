/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define HEED_TYPE_LOCAL_TEXT (heed_local_text_get_type ())

/**
 * HeedLocalText:
 *
 * A text that an administrator wrote, perhaps in several languages. Immutable once it is handed
 * out, ref-counted.
 */
typedef struct _HeedLocalText HeedLocalText;

GType heed_local_text_get_type (void) G_GNUC_CONST;

/** heed_local_text_new: @text: what is shown where no translation fits */
HeedLocalText *heed_local_text_new (const char *text);

/**
 * heed_local_text_add:
 * @self: a text that only the caller holds
 * @language: a language, with or without a country: `de`, `pt-BR` or `pt_BR`
 * @text: the text in it
 */
void heed_local_text_add (HeedLocalText *self, const char *language, const char *text);

HeedLocalText *heed_local_text_ref (HeedLocalText *self);
void heed_local_text_unref (HeedLocalText *self);

/** heed_local_text_get: Returns: (transfer none): the text in the person's language */
const char *heed_local_text_get (const HeedLocalText *self);

/**
 * heed_local_text_get_for:
 * @self: a text
 * @languages: (array zero-terminated=1): names of locales, best first, as g_get_language_names()
 * has them
 *
 * Returns: (transfer none): the text in the first of them that there is, or the default
 */
const char *heed_local_text_get_for (const HeedLocalText *self, const char *const *languages);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedLocalText, heed_local_text_unref)

G_END_DECLS
