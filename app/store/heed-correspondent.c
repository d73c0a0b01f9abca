/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-correspondent.h"

#include <string.h>

/* Address, name, count, first, last, days, trusted; little-endian. */
#define ROW_TYPE "(smsuxxub)"

/* The same without trusted, up to version 3 of the file. The sizes tell the two apart. */
#define OLD_ROW_TYPE "(smsuxxu)"

#define SECONDS_PER_DAY (24 * 60 * 60)

struct _HeedCorrespondent
{
  char *address; /* (owned) */
  char *name;    /* (owned) (nullable) */
  guint count;
  gint64 first;
  gint64 last;
  guint days;
  gboolean trusted;
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

/* Returns: (transfer full) (nullable): %NULL for what has another form */
static GVariant *
heed_correspondent_read (GBytes *bytes, const char *type)
{
  g_autoptr (GVariant) stored =
      g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (type), bytes, FALSE));

  return g_variant_is_normal_form (stored) ? heed_correspondent_order (stored) : NULL;
}

HeedCorrespondent *
heed_correspondent_new_from_bytes (GBytes *bytes)
{
  g_autoptr (GVariant) row = heed_correspondent_read (bytes, ROW_TYPE);
  g_autoptr (GVariant) old = row == NULL ? heed_correspondent_read (bytes, OLD_ROW_TYPE) : NULL;
  const char *address;
  const char *name;
  guint count;
  guint days;
  gint64 first;
  gint64 last;
  gboolean trusted = FALSE;

  if (row != NULL)
    g_variant_get (row, "(&sm&suxxub)", &address, &name, &count, &first, &last, &days, &trusted);
  else if (old != NULL)
    g_variant_get (old, "(&sm&suxxu)", &address, &name, &count, &first, &last, &days);
  else
    return NULL;
  const char *at = strrchr (address, '@');
  if (at == NULL || at == address || at[1] == '\0' || count < 1 || days < 1)
    return NULL;
  HeedCorrespondent *self = heed_correspondent_new (address, name, count, first, last, days);
  self->trusted = trusted;
  return self;
}

GBytes *
heed_correspondent_to_bytes (const HeedCorrespondent *self)
{
  g_autoptr (GVariant) row =
      g_variant_ref_sink (g_variant_new (ROW_TYPE, self->address, self->name, self->count,
                                         self->first, self->last, self->days, self->trusted));
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
heed_correspondent_new_trusted (const HeedCorrespondent *self, gboolean trusted)
{
  HeedCorrespondent *copy = heed_correspondent_new (self->address, self->name, self->count,
                                                    self->first, self->last, self->days);

  copy->trusted = trusted;
  return copy;
}

static guint
add (guint a, guint b)
{
  return b > G_MAXUINT - a ? G_MAXUINT : a + b;
}

/* A clock that was set back makes nobody a correspondent of the future, nor adds a day. */
HeedCorrespondent *
heed_correspondent_merge (const HeedCorrespondent *self, const HeedCorrespondent *later)
{
  gboolean new_day = later->first / SECONDS_PER_DAY > self->last / SECONDS_PER_DAY;
  HeedCorrespondent *sum =
      heed_correspondent_new (self->address, later->name != NULL ? later->name : self->name,
                              add (self->count, later->count), MIN (self->first, later->first),
                              MAX (self->last, later->last),
                              add (self->days, later->days - (new_day ? 0 : 1)));

  sum->trusted = self->trusted || later->trusted;
  return sum;
}

HeedCorrespondent *
heed_correspondent_unite (const HeedCorrespondent *self, const HeedCorrespondent *other)
{
  HeedCorrespondent *both =
      heed_correspondent_new (self->address, self->name != NULL ? self->name : other->name,
                              MAX (self->count, other->count), MIN (self->first, other->first),
                              MAX (self->last, other->last), MAX (self->days, other->days));

  both->trusted = self->trusted || other->trusted;
  return both;
}

const char *
heed_correspondent_get_address (const HeedCorrespondent *self)
{
  return self->address;
}

HeedMailbox *
heed_correspondent_make_mailbox (const HeedCorrespondent *self)
{
  const char *at = strrchr (self->address, '@');
  g_autoptr (HeedDomain) domain = heed_domain_new (at + 1, NULL);
  g_autofree char *local = g_strndup (self->address, at - self->address);

  return domain != NULL ? heed_mailbox_new_from_parts (NULL, local, domain) : NULL;
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

gboolean
heed_correspondent_is_trusted (const HeedCorrespondent *self)
{
  return self->trusted;
}
