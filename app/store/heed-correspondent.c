/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-correspondent.h"

#include <string.h>

/* Address, name, count, first, last, days; little-endian. */
#define ROW_TYPE "(smsuxxu)"

#define SECONDS_PER_DAY (24 * 60 * 60)

struct _HeedCorrespondent
{
  char *address; /* (owned) */
  char *name;    /* (owned) (nullable) */
  guint count;
  gint64 first;
  gint64 last;
  guint days;
};

G_DEFINE_BOXED_TYPE (HeedCorrespondent,
                     heed_correspondent,
                     heed_correspondent_ref,
                     heed_correspondent_unref)

HeedCorrespondent *
heed_correspondent_new (
    const char *address, const char *name, guint count, gint64 first, gint64 last, guint days)
{
  HeedCorrespondent *self = g_atomic_rc_box_new0 (HeedCorrespondent);

  self->address = g_strdup (address);
  self->name = g_strdup (name);
  self->count = count;
  self->first = first;
  self->last = last;
  self->days = days;
  return self;
}

static GVariant *
heed_correspondent_order (GVariant *row)
{
  return G_BYTE_ORDER == G_BIG_ENDIAN ? g_variant_byteswap (row) : g_variant_ref (row);
}

HeedCorrespondent *
heed_correspondent_new_from_bytes (GBytes *bytes)
{
  g_autoptr (GVariant) stored =
      g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (ROW_TYPE), bytes, FALSE));
  const char *address;
  const char *name;
  guint count;
  guint days;
  gint64 first;
  gint64 last;

  if (!g_variant_is_normal_form (stored))
    return NULL;
  g_autoptr (GVariant) row = heed_correspondent_order (stored);
  g_variant_get (row, "(&sm&suxxu)", &address, &name, &count, &first, &last, &days);
  const char *at = strrchr (address, '@');
  if (at == NULL || at == address || at[1] == '\0' || count < 1 || days < 1)
    return NULL;
  return heed_correspondent_new (address, name, count, first, last, days);
}

GBytes *
heed_correspondent_to_bytes (const HeedCorrespondent *self)
{
  g_autoptr (GVariant) row =
      g_variant_ref_sink (g_variant_new (ROW_TYPE, self->address, self->name, self->count,
                                         self->first, self->last, self->days));
  g_autoptr (GVariant) stored = heed_correspondent_order (row);

  return g_variant_get_data_as_bytes (stored);
}

HeedCorrespondent *
heed_correspondent_ref (HeedCorrespondent *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
heed_correspondent_clear (gpointer data)
{
  HeedCorrespondent *self = data;

  g_free (self->address);
  g_free (self->name);
}

void
heed_correspondent_unref (HeedCorrespondent *self)
{
  g_atomic_rc_box_release_full (self, heed_correspondent_clear);
}

HeedCorrespondent *
heed_correspondent_with (const HeedCorrespondent *self, const char *name, guint count, gint64 now)
{
  guint sum = count > G_MAXUINT - self->count ? G_MAXUINT : self->count + count;
  gboolean new_day = now / SECONDS_PER_DAY > self->last / SECONDS_PER_DAY;

  /* A clock that was set back makes nobody a correspondent of the future, nor adds a day. */
  return heed_correspondent_new (self->address, name != NULL ? name : self->name, sum,
                                 MIN (self->first, now), MAX (self->last, now),
                                 self->days + (new_day ? 1 : 0));
}

const char *
heed_correspondent_get_address (const HeedCorrespondent *self)
{
  return self->address;
}

const char *
heed_correspondent_get_name (const HeedCorrespondent *self)
{
  return self->name;
}

guint
heed_correspondent_get_count (const HeedCorrespondent *self)
{
  return self->count;
}

gint64
heed_correspondent_get_first (const HeedCorrespondent *self)
{
  return self->first;
}

gint64
heed_correspondent_get_last (const HeedCorrespondent *self)
{
  return self->last;
}

guint
heed_correspondent_get_days (const HeedCorrespondent *self)
{
  return self->days;
}
