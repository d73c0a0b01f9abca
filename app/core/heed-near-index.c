/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How near names are found without looking at each.
 *
 * A short name (under 8 bytes) is filed under itself and under itself with each one letter left
 * out. Two short names within one edit share one of these (the symmetric deletions of Garbe's
 * SymSpell, 2012). A longer name is filed under each pair of its quarters, with its length. Two
 * edits leave two quarters intact, each at a place that is shifted by as many letters as were added
 * or left out before it (the pigeonhole principle, as in Navarro 2001, section 8; a single part of
 * three would do, but so few letters are shared by thousands of a million names). What shares a key
 * is then compared by Hyyrö's bit-parallel algorithm for optimal string alignment (2003), in a few
 * operations a letter. Letters that look alike are one letter here, so that a name needs no second
 * entry for its looks.
 *
 * Keys are hashes in one array, ordered by their highest bits, beside an array that says where each
 * bucket begins: 4 bytes a key and no pointers. Bits that a number of an item leaves free hold more
 * of its key. New names wait in a tail that is compared one by
 * one, until it is worth while to build the arrays anew; so learning somebody costs nothing.
 *
 * Cost: a name of n letters takes n + 1 keys if short, else 6; a search makes at most 9 look-ups in
 * the first table and about 80 in the second, compares what it finds there, and allocates nothing.
 * It ends early where HEED_LIMIT_NEAR names were found. */

#include "config.h"
#include "heed-near-index.h"

#include "heed-edit-distance.h"
#include "heed-limits.h"

#include <stdlib.h>
#include <string.h>

#define SHORT_NAME 8

/* Names that wait before the arrays are built anew: a share of those filed, within bounds. */
#define MIN_TAIL 16
#define MAX_TAIL 512
#define TAIL_SHARE 8

/* Slices by the highest bits of a key, while the arrays are built. */
#define N_SLICES 256
#define SLICE_SHIFT 24

/* Items that are asked for before they are compared. */
#define IN_ADVANCE 8

/* Parts of a longer name, and the edits that are looked for in it. */
#define N_PARTS 4
#define MAX_EDITS 2

/* A name as it stands in memory, at a multiple of 4 bytes: its number counts them. */
typedef struct
{
  guint32 id;
  guint8 length;
  guint8 letters[];
} Item;

#define ITEM_HEADER G_STRUCT_OFFSET (Item, letters)
#define ITEM_UNIT 4
#define FIRST_BYTES 256

struct _HeedNearIndex
{
  guint8 *text;    /* (owned): the items, one behind the other */
  gsize n_used;    /* bytes of it */
  gsize size;      /* bytes that are allocated */
  guint32 n_items; /* and how many of them the arrays cover, up to what byte */
  guint32 n_filed;
  gsize filed_end;
  guint shift;     /* what turns a hash into a bucket */
  guint32 *starts; /* (owned) (nullable): where each bucket begins */
  guint32 *filed;  /* (owned) (nullable): items, ordered by bucket, below lower bits of the key */
  guint item_bits; /* how many bits of a filed one are the item */
};

typedef struct
{
  guint32 hash;
  guint32 item;
} Key;

typedef struct
{
  guint32 starts[N_SLICES + 1]; /* where each slice of the keys begins */
  Key *keys;                    /* (owned) (nullable) */
  guint32 item;                 /* whose keys come */
} Filing;

typedef struct
{
  HeedEditDistance name;
  const Item *last_seen; /* (nullable): not to compare one twice in a row */
  GArray *ids;
} Query;

typedef void (*KeyFunc) (guint32 hash, gpointer user_data);

HeedNearIndex *
heed_near_index_new (void)
{
  HeedNearIndex *self = g_new0 (HeedNearIndex, 1);

  self->size = FIRST_BYTES;
  self->text = g_malloc (self->size);
  return self;
}

void
heed_near_index_free (HeedNearIndex *self)
{
  g_free (self->text);
  g_free (self->starts);
  g_free (self->filed);
  g_free (self);
}

static gsize
get_item_size (guint length)
{
  return (ITEM_HEADER + length + ITEM_UNIT - 1) & ~(gsize)(ITEM_UNIT - 1);
}

static const Item *
get_item (const HeedNearIndex *self, guint32 number)
{
  return (const Item *)(gconstpointer)(self->text + (gsize)number * ITEM_UNIT);
}

void
heed_near_index_add (HeedNearIndex *self, const char *name, guint32 id)
{
  guint8 folded[G_MAXUINT8];
  guint8 length = heed_edit_distance_fold (name, folded);
  gsize size = get_item_size (length);
  Item *item;

  if (length == 0)
    return;
  if (self->n_used + size > self->size)
    {
      /* By an eighth, for a million names stay allocated as they grew. */
      self->size += self->size / 8 + size;
      self->text = g_realloc (self->text, self->size);
    }
  item = (Item *)(gpointer)(self->text + self->n_used);
  item->id = id;
  item->length = length;
  memcpy (item->letters, folded, length);
  self->n_used += size;
  self->n_items++;
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

/* Where part number @part of a name of @length letters begins; part N_PARTS is its end. */
static guint
get_border (guint length, guint part)
{
  return length * part / N_PARTS;
}

static guint
get_part_length (guint length, guint part)
{
  return get_border (length, part + 1) - get_border (length, part);
}

static guint32
hash_part (guint length, guint part, const guint8 *letters)
{
  return hash_bytes (1 + part + N_PARTS * length, letters, get_part_length (length, part));
}

/* The key of two parts, of which each hash says which part of how long a name it is. */
static guint32
join_hashes (guint32 a, guint32 b)
{
  return (guint32)(((((guint64)a << 32) | b) * 0x9e3779b97f4a7c15u) >> 32);
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
  guint32 parts[N_PARTS];

  if (length < SHORT_NAME)
    {
      foreach_deletion (name, length, func, user_data);
      return;
    }
  for (guint part = 0; part < N_PARTS; part++)
    parts[part] = hash_part (length, part, name + get_border (length, part));
  for (guint a = 0; a < N_PARTS; a++)
    {
      for (guint b = a + 1; b < N_PARTS; b++)
        func (join_hashes (parts[a], parts[b]), user_data);
    }
}

static void
foreach_item_key (HeedNearIndex *self, KeyFunc func, Filing *filing)
{
  for (gsize at = 0; at < self->n_used;)
    {
      const Item *item = get_item (self, (guint32)(at / ITEM_UNIT));

      filing->item = (guint32)(at / ITEM_UNIT);
      foreach_key (item->letters, item->length, func, filing);
      at += get_item_size (item->length);
    }
}

static void
count_key_cb (guint32 hash, gpointer user_data)
{
  Filing *filing = user_data;

  filing->starts[(hash >> SLICE_SHIFT) + 1]++;
}

static void
sort_key_cb (guint32 hash, gpointer user_data)
{
  Filing *filing = user_data;

  filing->keys[filing->starts[hash >> SLICE_SHIFT]++] = (Key){ hash, filing->item };
}

/* Sets how many bits of a key choose its bucket, and how many of a filed one are the item. */
static void
choose_bits (HeedNearIndex *self, guint32 n_keys)
{
  guint bits = 1;

  while (bits < 30 && (1u << (bits + 2)) < n_keys)
    bits++;
  self->shift = 32 - bits;
  for (self->item_bits = 1; (self->n_used / ITEM_UNIT) >> self->item_bits != 0;)
    self->item_bits++;
}

/* Keys in no order touch memory all over. So they are first sorted into slices, each of which
 * touches little: a quarter of the time, for 8 bytes a key that are given back. */
static void
build (HeedNearIndex *self)
{
  Filing filing = { 0 };
  guint32 n_keys;
  guint32 n_buckets;

  foreach_item_key (self, count_key_cb, &filing);
  for (guint i = 0; i < N_SLICES; i++)
    filing.starts[i + 1] += filing.starts[i];
  n_keys = filing.starts[N_SLICES];
  filing.keys = g_new (Key, MAX (n_keys, 1));
  foreach_item_key (self, sort_key_cb, &filing);
  choose_bits (self, n_keys);
  n_buckets = 1u << (32 - self->shift);
  g_free (self->starts);
  g_free (self->filed);
  self->starts = g_new0 (guint32, n_buckets + 2);
  self->filed = g_new (guint32, MAX (n_keys, 1));
  for (guint32 i = 0; i < n_keys; i++)
    self->starts[(filing.keys[i].hash >> self->shift) + 1]++;
  for (guint32 i = 0; i <= n_buckets; i++)
    self->starts[i + 1] += self->starts[i];
  /* Each bucket is filled from its end, so that its start is right when it is full. */
  for (guint32 i = 0; i < n_keys; i++)
    self->filed[--self->starts[(filing.keys[i].hash >> self->shift) + 1]] =
        (filing.keys[i].hash << self->item_bits) | filing.keys[i].item;
  g_free (filing.keys);
  self->n_filed = self->n_items;
  self->filed_end = self->n_used;
}

static void
compare (const Item *item, Query *query)
{
  guint length = item->length;
  guint limit = length < SHORT_NAME ? 1 : MAX_EDITS;
  guint difference =
      length > query->name.length ? length - query->name.length : query->name.length - length;
  /* Each letter more at the front pushes one out at the end. */
  guint allowed = MAX (length, query->name.length) > HEED_EDIT_DISTANCE_LETTERS ? 2 * limit : limit;

  if (difference <= limit && item != query->last_seen && query->ids->len < HEED_LIMIT_NEAR &&
      heed_edit_distance_get (&query->name, item->letters, length) <= allowed)
    g_array_append_val (query->ids, item->id);
  query->last_seen = item;
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
  const HeedNearIndex *index = search->index;
  guint bucket = hash >> index->shift;
  const guint32 *filed = index->filed + index->starts[bucket + 1];
  guint32 n_filed = index->starts[bucket + 2] - index->starts[bucket + 1];
  guint32 mask = (1u << index->item_bits) - 1;

  /* Memory is asked for in advance, since each item is elsewhere. Whoever shares the bucket but not
   * the key is not even looked at. */
  for (guint32 i = 0; i < MIN (n_filed, IN_ADVANCE); i++)
    __builtin_prefetch (get_item (index, filed[i] & mask));
  for (guint32 i = 0; i < n_filed; i++)
    {
      if (i + IN_ADVANCE < n_filed)
        __builtin_prefetch (get_item (index, filed[i + IN_ADVANCE] & mask));
      if ((filed[i] ^ (hash << index->item_bits)) >> index->item_bits == 0)
        compare (get_item (index, filed[i] & mask), search->query);
    }
}

/* Looks for names of @length letters that have parts @a and @b where the query has them, shifted by
 * @a_shift and @b_shift letters. */
static void
search_pair (Search *search, guint length, guint a, int a_shift, guint b, int b_shift)
{
  const HeedEditDistance *name = &search->query->name;
  int a_start = (int)get_border (length, a) + a_shift;
  int b_start = (int)get_border (length, b) + b_shift;

  if (a_start >= 0 && a_start + (int)get_part_length (length, a) <= b_start &&
      b_start + (int)get_part_length (length, b) <= (int)name->length)
    compare_bucket_cb (join_hashes (hash_part (length, a, name->letters + a_start),
                                    hash_part (length, b, name->letters + b_start)),
                       search);
}

/* Each letter added or left out is an edit, and shifts all that comes after it. */
static void
search_shifts (Search *search, guint length, guint a, guint b)
{
  int end_shift = (int)search->query->name.length - (int)length;

  for (int a_shift = -MAX_EDITS; a_shift <= MAX_EDITS; a_shift++)
    {
      for (int b_shift = -MAX_EDITS; b_shift <= MAX_EDITS; b_shift++)
        {
          gboolean is_possible = (a > 0 || a_shift == 0) && (b > a + 1 || b_shift == a_shift) &&
                                 (b < N_PARTS - 1 || b_shift == end_shift);

          if (is_possible &&
              abs (a_shift) + abs (b_shift - a_shift) + abs (end_shift - b_shift) <= MAX_EDITS)
            search_pair (search, length, a, a_shift, b, b_shift);
        }
    }
}

static void
search_pairs (Search *search, guint length)
{
  for (guint a = 0; a < N_PARTS; a++)
    {
      for (guint b = a + 1; b < N_PARTS; b++)
        search_shifts (search, length, a, b);
    }
}

void
heed_near_index_search (HeedNearIndex *self, const char *name, GArray *ids)
{
  Query query = { .ids = ids };
  Search search = { .index = self, .query = &query };
  guint shortest;

  heed_edit_distance_init (&query.name, name);
  if (query.name.length == 0)
    return;
  if (self->n_items - self->n_filed > MIN (MIN_TAIL + self->n_filed / TAIL_SHARE, MAX_TAIL))
    build (self);
  if (self->starts != NULL && query.name.length <= SHORT_NAME)
    foreach_deletion (query.name.letters, query.name.length, compare_bucket_cb, &search);
  shortest = query.name.length > MAX_EDITS ? query.name.length - MAX_EDITS : 0;
  for (guint length = MAX (SHORT_NAME, shortest);
       self->starts != NULL && length <= MIN (query.name.length + MAX_EDITS, G_MAXUINT8); length++)
    search_pairs (&search, length);
  for (gsize at = self->filed_end; at < self->n_used;)
    {
      const Item *item = get_item (self, (guint32)(at / ITEM_UNIT));

      compare (item, &query);
      at += get_item_size (item->length);
    }
}
