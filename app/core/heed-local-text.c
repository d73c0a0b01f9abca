/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-local-text.h"

struct _HeedLocalText
{
  char *text;               /* (owned) */
  GHashTable *translations; /* (owned) (element-type utf8 utf8): `pt_br` → text */
};

G_DEFINE_BOXED_TYPE (HeedLocalText, heed_local_text, heed_local_text_ref, heed_local_text_unref)

static void
heed_local_text_clear (gpointer data)
{
  HeedLocalText *self = data;

  g_free (self->text);
  g_hash_table_unref (self->translations);
}

HeedLocalText *
heed_local_text_new (const char *text)
{
  HeedLocalText *self = g_atomic_rc_box_new0 (HeedLocalText);

  self->text = g_strdup (text);
  self->translations = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

static char *
normalise (const char *language)
{
  return g_strdelimit (g_ascii_strdown (language, -1), "-", '_');
}

void
heed_local_text_add (HeedLocalText *self, const char *language, const char *text)
{
  g_hash_table_insert (self->translations, normalise (language), g_strdup (text));
}

HeedLocalText *
heed_local_text_ref (HeedLocalText *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
heed_local_text_unref (HeedLocalText *self)
{
  g_atomic_rc_box_release_full (self, heed_local_text_clear);
}

const char *
heed_local_text_get_for (const HeedLocalText *self, const char *const *languages)
{
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_autofree char *language = normalise (languages[i]);
      const char *text = g_hash_table_lookup (self->translations, language);

      if (text != NULL)
        return text;
    }
  return self->text;
}

const char *
heed_local_text_get (const HeedLocalText *self)
{
  return heed_local_text_get_for (self, g_get_language_names ());
}
