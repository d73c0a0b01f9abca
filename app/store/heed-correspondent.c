/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-correspondent.h"

#include <string.h>

/* Address, name, count, first, last, days, trusted; little-endian. */
#define ROW_TYPE "(smsuxxub)"

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

/* Where the reader of a row is. */
typedef struct
{
  const guint8 *data;
  gsize size; /* without the offsets at the end */
  gsize at;
} Reader;

static guint64
read_little_endian (const guint8 *data, gsize bytes)
{
  guint64 number = 0;

  for (gsize i = bytes; i > 0; i--)
    number = number << 8 | data[i - 1];
  return number;
}

/* Returns: (nullable): the string up to @end, which has to be its zero */
static const char *
reader_take_string (Reader *self, gsize end)
{
  const char *text = (const char *)self->data + self->at;

  if (end <= self->at || end > self->size ||
      memchr (text, 0, end - self->at) != text + (end - self->at - 1) ||
      !g_utf8_validate_len (text, end - self->at - 1, NULL))
    return NULL;
  self->at = end;
  return text;
}

static gboolean
reader_take_number (Reader *self, gsize bytes, gint64 *number)
{
  gsize at = (self->at + bytes - 1) / bytes * bytes;

  if (at > self->size || self->size - at < bytes)
    return FALSE;
  *number = (gint64)read_little_endian (self->data + at, bytes);
  self->at = at + bytes;
  return TRUE;
}

/* The strings of a row, whose ends are named by offsets behind everything, the first one last.
 * The name is followed by a zero of its own, where there is one. */
static gboolean
reader_take_strings (Reader *self, const char **address, const char **name)
{
  gsize bytes = self->size <= G_MAXUINT8 ? 1 : self->size <= G_MAXUINT16 ? 2 : 4;

  if (self->size < 2 * bytes)
    return FALSE;
  self->size -= 2 * bytes;
  gsize name_end = read_little_endian (self->data + self->size, bytes);
  gsize address_end = read_little_endian (self->data + self->size + bytes, bytes);
  *address = reader_take_string (self, address_end);
  *name = NULL;
  if (*address == NULL || name_end < address_end || name_end > self->size)
    return FALSE;
  if (name_end > address_end)
    {
      *name = reader_take_string (self, name_end - 1);
      self->at = name_end;
    }
  return *name != NULL || name_end == address_end;
}

/* A row, whose texts are within it. */
typedef struct
{
  const char *address;
  const char *name; /* (nullable) */
  gint64 count;
  gint64 first;
  gint64 last;
  gint64 days;
  gint64 trusted;
} Row;

/* What GVariant serialises is read by hand: a hundred thousand rows are read before the first
 * message is reviewed, and GVariant takes thrice the time for each. */
static gboolean
row_read (Row *row, GBytes *bytes)
{
  Reader reader = { 0 };

  reader.data = g_bytes_get_data (bytes, &reader.size);
  row->trusted = FALSE;
  if (!reader_take_strings (&reader, &row->address, &row->name) ||
      !reader_take_number (&reader, 4, &row->count) ||
      !reader_take_number (&reader, 8, &row->first) ||
      !reader_take_number (&reader, 8, &row->last) || !reader_take_number (&reader, 4, &row->days))
    return FALSE;
  /* Up to version 3 of the file, nothing follows. */
  if (reader.at != reader.size && !reader_take_number (&reader, 1, &row->trusted))
    return FALSE;
  const char *at = strrchr (row->address, '@');
  return reader.at == reader.size && row->trusted <= 1 && at != NULL && at != row->address &&
         at[1] != '\0' && row->count >= 1 && row->days >= 1;
}

HeedCorrespondent *
heed_correspondent_new_from_bytes (GBytes *bytes)
{
  Row row;

  if (!row_read (&row, bytes))
    return NULL;
  HeedCorrespondent *self = heed_correspondent_new (row.address, row.name, (guint)row.count,
                                                    row.first, row.last, (guint)row.days);
  self->trusted = row.trusted == 1;
  return self;
}

gboolean
heed_correspondent_peek (GBytes *bytes, const char **address, HeedSends *sends, gboolean *trusted)
{
  Row row;

  if (!row_read (&row, bytes))
    return FALSE;
  *address = row.address;
  *sends = (HeedSends){ (guint)row.count, (guint)row.days, row.first, row.last };
  *trusted = row.trusted == 1;
  return TRUE;
}

GBytes *
heed_correspondent_to_bytes (const HeedCorrespondent *self)
{
  g_autoptr (GVariant) row =
      g_variant_ref_sink (g_variant_new (ROW_TYPE, self->address, self->name, self->count,
                                         self->first, self->last, self->days, self->trusted));
  g_autoptr (GVariant) stored =
      G_BYTE_ORDER == G_BIG_ENDIAN ? g_variant_byteswap (row) : g_variant_ref (row);

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

HeedSends
heed_correspondent_get_sends (const HeedCorrespondent *self)
{
  return (HeedSends){ self->count, self->days, self->first, self->last };
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
