/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How near names are found without looking at each.
 *
 * A short name (under 8 bytes) is filed under itself and under itself with each one letter left
 * out. Two short names within one edit share one of these (the symmetric deletions of Garbe's
 * SymSpell, 2012). A longer name is filed under each of its thirds, with its length. Two edits
 * leave one third intact, at a place that is shifted by two letters at most (the pigeonhole
 * principle, as in Navarro 2001, section 8). What shares a key is then compared by Hyyrö's
 * bit-parallel algorithm for optimal string alignment (2003), in a few operations a letter.
 *
 * Keys are hashes in one array, ordered by their highest bits, beside an array that says where each
 * bucket begins: 4 bytes a key and no pointers. New names wait in a tail that is compared one by
 * one, until it is worth while to build the arrays anew; so learning somebody costs nothing.
 *
 * Cost: a name of n letters takes n + 1 keys if short, else 3; a search makes at most 9 look-ups in
 * the first table and 35 in the second, and compares what it finds there. */

#include "config.h"
#include "heed-near-index.h"

#include <string.h>

#define SHORT_NAME 8

/* Names that wait before the arrays are built anew. */
#define MAX_TAIL 1024

/* Letters that fit into one machine word; of longer names the first are compared. */
#define WORD_LETTERS 64

typedef struct
{
  guint32 offset; /* of the name in the text */
  guint32 id;
  guint8 length;
} Item;

struct _HeedNearIndex
{
  GByteArray *text; /* the names, one behind the other */
  GArray *items;    /* (element-type Item) */
  guint n_filed;    /* items that the arrays cover */
  guint shift;      /* what turns a hash into a bucket */
  guint32 *starts;  /* (owned) (nullable): where each bucket begins */
  guint32 *filed;   /* (owned) (nullable): items, ordered by bucket */
};

/* The letters of what is searched for, each as a set of the positions where it stands. */
typedef struct
{
  guint64 positions[256];
  const guint8 *name;
  guint length;
  guint32 last_seen; /* not to compare one item twice in a row */
  GArray *ids;
} Query;

typedef void (*KeyFunc) (guint32 hash, gpointer user_data);

HeedNearIndex *
heed_near_index_new (void)
{
  HeedNearIndex *self = g_new0 (HeedNearIndex, 1);

  self->text = g_byte_array_new ();
  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  return self;
}

void
heed_near_index_free (HeedNearIndex *self)
{
  g_byte_array_unref (self->text);
  g_array_unref (self->items);
  g_free (self->starts);
  g_free (self->filed);
  g_free (self);
}

void
heed_near_index_add (HeedNearIndex *self, const char *name, guint32 id)
{
  gsize length = strlen (name);
  Item item = { .offset = self->text->len, .id = id, .length = (guint8)MIN (length, G_MAXUINT8) };

  if (item.length == 0)
    return;
  g_byte_array_append (self->text, (const guint8 *)name, item.length);
  g_array_append_val (self->items, item);
}

static guint32
hash_bytes (guint32 seed, const guint8 *bytes, guint length)
{
  guint64 hash = 0xcbf29ce484222325u ^ seed;

  /* FNV-1a, then a multiplication that carries every bit to the top, where buckets are taken. */
  for (guint i = 0; i < length; i++)
    hash = (hash ^ bytes[i]) * 0x100000001b3u;
  return (guint32)((hash * 0x9e3779b97f4a7c15u) >> 32);
}

static guint32
hash_without (const guint8 *name, guint length, guint left_out)
{
  guint8 rest[SHORT_NAME + 1];

  memcpy (rest, name, left_out);
  memcpy (rest + left_out, name + left_out + 1, length - left_out - 1);
  return hash_bytes (0, rest, length - 1);
}

/* Where third number @part of a name of @length letters begins; part 3 is its end. */
static guint
get_border (guint length, guint part)
{
  return length * part / 3;
}

static guint32
hash_third (const guint8 *third, guint part, guint length)
{
  return hash_bytes (1 + part + 4 * length, third,
                     get_border (length, part + 1) - get_border (length, part));
}

static void
foreach_deletion (const guint8 *name, guint length, KeyFunc func, gpointer user_data)
{
  func (hash_bytes (0, name, length), user_data);
  for (guint i = 0; i < length; i++)
    {
      /* Of doubled letters, leaving out either gives the same. */
      if (i == 0 || name[i] != name[i - 1])
        func (hash_without (name, length, i), user_data);
    }
}

static void
foreach_key (const guint8 *name, guint length, KeyFunc func, gpointer user_data)
{
  if (length < SHORT_NAME)
    {
      foreach_deletion (name, length, func, user_data);
      return;
    }
  for (guint part = 0; part < 3; part++)
    func (hash_third (name + get_border (length, part), part, length), user_data);
}

typedef struct
{
  HeedNearIndex *index;
  guint32 item;
  guint32 n_keys;
} Filing;

static void
count_key_cb (guint32 hash, gpointer user_data)
{
  Filing *filing = user_data;

  filing->n_keys++;
}

static void
count_bucket_cb (guint32 hash, gpointer user_data)
{
  Filing *filing = user_data;

  filing->index->starts[(hash >> filing->index->shift) + 1]++;
}

/* Fills each bucket from its end, so that its start is right when it is full. */
static void
file_key_cb (guint32 hash, gpointer user_data)
{
  Filing *filing = user_data;

  filing->index->filed[--filing->index->starts[(hash >> filing->index->shift) + 1]] = filing->item;
}

static void
foreach_item_key (HeedNearIndex *self, KeyFunc func, Filing *filing)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = &g_array_index (self->items, Item, i);

      filing->item = i;
      foreach_key (self->text->data + item->offset, item->length, func, filing);
    }
}

static void
build (HeedNearIndex *self)
{
  Filing filing = { .index = self };
  guint bits = 1;
  guint n_buckets;

  foreach_item_key (self, count_key_cb, &filing);
  while (bits < 30 && (1u << (bits + 1)) < filing.n_keys)
    bits++;
  n_buckets = 1u << bits;
  self->shift = 32 - bits;
  g_free (self->starts);
  g_free (self->filed);
  self->starts = g_new0 (guint32, n_buckets + 2);
  self->filed = g_new (guint32, MAX (filing.n_keys, 1));
  foreach_item_key (self, count_bucket_cb, &filing);
  for (guint i = 0; i <= n_buckets; i++)
    self->starts[i + 1] += self->starts[i];
  foreach_item_key (self, file_key_cb, &filing);
  self->n_filed = self->items->len;
}

/* Optimal string alignment of the query with @name, by Hyyrö 2003 (A bit-vector algorithm for
 * computing Levenshtein and Damerau edit distances), one word. */
static guint
get_distance (const Query *query, const guint8 *name, guint length)
{
  guint n = MIN (query->length, WORD_LETTERS);
  guint distance = n;
  guint64 last = G_GUINT64_CONSTANT (1) << (n - 1);
  guint64 vertical_plus = G_MAXUINT64;
  guint64 vertical_minus = 0;
  guint64 diagonal = 0;
  guint64 before = 0;

  for (guint i = 0; i < MIN (length, WORD_LETTERS); i++)
    {
      guint64 match = query->positions[name[i]];
      guint64 swap = ((~diagonal & match) << 1) & before;
      guint64 plus;
      guint64 minus;

      diagonal = (((match & vertical_plus) + vertical_plus) ^ vertical_plus) | match |
                 vertical_minus | swap;
      plus = vertical_minus | ~(diagonal | vertical_plus);
      minus = diagonal & vertical_plus;
      distance += (plus & last) != 0;
      distance -= (minus & last) != 0;
      plus = (plus << 1) | 1;
      minus <<= 1;
      vertical_plus = minus | ~(diagonal | plus);
      vertical_minus = plus & diagonal;
      before = match;
    }
  return distance;
}

static void
compare (const HeedNearIndex *self, guint32 index, Query *query)
{
  const Item *item = &g_array_index (self->items, Item, index);
  guint limit = item->length < SHORT_NAME ? 1 : 2;
  guint difference =
      item->length > query->length ? item->length - query->length : query->length - item->length;

  if (difference <= limit && index != query->last_seen &&
      get_distance (query, self->text->data + item->offset, item->length) <= limit)
    g_array_append_val (query->ids, item->id);
  query->last_seen = index;
}

typedef struct
{
  const HeedNearIndex *index;
  Query *query;
} Search;

static void
compare_bucket_cb (guint32 hash, gpointer user_data)
{
  Search *search = user_data;
  guint bucket = hash >> search->index->shift;
  guint32 end = search->index->starts[bucket + 2];

  for (guint32 i = search->index->starts[bucket + 1]; i < end; i++)
    compare (search->index, search->index->filed[i], search->query);
}

static void
search_thirds (Search *search, guint length)
{
  const Query *query = search->query;

  for (guint part = 0; part < 3; part++)
    {
      guint size = get_border (length, part + 1) - get_border (length, part);
      int border = (int)get_border (length, part);

      for (int shift = -2; shift <= 2; shift++)
        {
          int start = border + shift;
          gboolean at_start = part == 0 && start != 0;
          gboolean at_end = part == 2 && start + (int)size != (int)query->length;

          if (start >= 0 && start + (int)size <= (int)query->length && !at_start && !at_end)
            compare_bucket_cb (hash_third (query->name + start, part, length), search);
        }
    }
}

void
heed_near_index_search (HeedNearIndex *self, const char *name, GArray *ids)
{
  Query query = { .name = (const guint8 *)name,
                  .length = (guint)MIN (strlen (name), G_MAXUINT8),
                  .last_seen = G_MAXUINT32,
                  .ids = ids };
  Search search = { .index = self, .query = &query };

  if (query.length == 0)
    return;
  for (guint i = 0; i < MIN (query.length, WORD_LETTERS); i++)
    query.positions[query.name[i]] |= G_GUINT64_CONSTANT (1) << i;
  if (self->items->len - self->n_filed > MAX_TAIL)
    build (self);
  if (self->starts != NULL && query.length <= SHORT_NAME)
    foreach_deletion (query.name, query.length, compare_bucket_cb, &search);
  for (guint length = MAX (SHORT_NAME, query.length > 2 ? query.length - 2 : 0);
       self->starts != NULL && length <= MIN (query.length + 2, G_MAXUINT8); length++)
    search_thirds (&search, length);
  for (guint i = self->n_filed; i < self->items->len; i++)
    compare (self, i, &query);
}
