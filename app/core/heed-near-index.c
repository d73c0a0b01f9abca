/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How near names are found without looking at each: near names share a key (heed-near-keys.h), and
 * who shares a key is compared, first by the set of its letters, then by Hyyrö's bit-parallel
 * algorithm for optimal string alignment. Letters that look alike are one letter here, so that a
 * name needs no second entry for its looks.
 *
 * The keys are in one array, ordered by their highest bits, beside an array that says where each
 * bucket begins: 4 bytes a key and no pointers. Bits that a number of an item leaves free hold more
 * of its key. New names wait in a tail that is compared one by one, until it is worth while to
 * build the arrays anew; so learning somebody costs nothing.
 *
 * Among a million names nearly each step is at a place in memory that nobody can guess, and waits
 * for it longer than it computes. So each is asked for in advance: the beginnings of all buckets,
 * then all buckets, then the items of which some wait while the first is compared.
 *
 * Cost: a search looks into at most 63 buckets and compares whom it finds there, but not more than
 * HEED_LIMIT_COMPARED names, those of small buckets first, and it ends where it has found
 * HEED_LIMIT_NEAR. So a search takes at most a few milliseconds, whatever the names are; and it
 * allocates nothing. */

#include "config.h"
#include "heed-near-index.h"

#include "heed-edit-distance.h"
#include "heed-limits.h"
#include "heed-near-keys.h"

#include <stdlib.h>
#include <string.h>

/* Names that wait before the arrays are built anew: a share of those filed, within bounds. */
#define MIN_TAIL 16
#define MAX_TAIL 512
#define TAIL_SHARE 8

/* Slices by the highest bits of a key, while the arrays are built. */
#define N_SLICES 256
#define SLICE_SHIFT 24

/* Items that are asked for before they are compared, a power of two. */
#define IN_ADVANCE 16

/* A name as it stands in memory, at a multiple of 4 bytes: its number counts them. */
typedef struct
{
  guint32 id;
  guint32 letter_set; /* see heed_edit_distance_get_letter_set() */
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
  guint shift;     /* what turns a key into a bucket */
  guint32 *starts; /* (owned) (nullable): where each bucket begins */
  guint32 *filed;  /* (owned) (nullable): items, ordered by bucket, below lower bits of the key */
  guint item_bits; /* how many bits of a filed one are the item */
};

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
  item->letter_set = heed_edit_distance_get_letter_set (folded, length);
  item->length = length;
  memcpy (item->letters, folded, length);
  self->n_used += size;
  self->n_items++;
}

typedef struct
{
  guint32 hash;
  guint32 item;
} Key;

typedef struct
{
  guint32 starts[N_SLICES + 1]; /* where each slice of the keys begins */
  Key *keys;                    /* (owned) (nullable): NULL while they are only counted */
} Slices;

static void
slice_keys (const HeedNearIndex *self, Slices *slices)
{
  HeedNearKeys keys;

  for (gsize at = 0; at < self->n_used;)
    {
      guint32 number = (guint32)(at / ITEM_UNIT);
      const Item *item = get_item (self, number);

      heed_near_keys_file (&keys, item->letters, item->length);
      for (guint i = 0; i < keys.n; i++)
        {
          guint slice = keys.hashes[i] >> SLICE_SHIFT;

          if (slices->keys == NULL)
            slices->starts[slice + 1]++;
          else
            slices->keys[slices->starts[slice]++] = (Key){ keys.hashes[i], number };
        }
      at += get_item_size (item->length);
    }
}

/* Sets how many bits of a key choose its bucket, and how many of a filed one are the item. */
static void
choose_bits (HeedNearIndex *self, guint32 n_keys)
{
  guint bits = 1;

  while (bits < 29 && (1u << (bits + 3)) < n_keys)
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
  Slices slices = { 0 };
  guint32 n_keys;
  guint32 n_buckets;

  slice_keys (self, &slices);
  for (guint i = 0; i < N_SLICES; i++)
    slices.starts[i + 1] += slices.starts[i];
  n_keys = slices.starts[N_SLICES];
  slices.keys = g_new (Key, MAX (n_keys, 1));
  slice_keys (self, &slices);
  choose_bits (self, n_keys);
  n_buckets = 1u << (32 - self->shift);
  g_free (self->starts);
  g_free (self->filed);
  self->starts = g_new0 (guint32, n_buckets + 2);
  self->filed = g_new (guint32, MAX (n_keys, 1));
  for (guint32 i = 0; i < n_keys; i++)
    self->starts[(slices.keys[i].hash >> self->shift) + 1]++;
  for (guint32 i = 0; i <= n_buckets; i++)
    self->starts[i + 1] += self->starts[i];
  /* Each bucket is filled from its end, so that its start is right when it is full. */
  for (guint32 i = 0; i < n_keys; i++)
    self->filed[--self->starts[(slices.keys[i].hash >> self->shift) + 1]] =
        (slices.keys[i].hash << self->item_bits) | slices.keys[i].item;
  g_free (slices.keys);
  self->n_filed = self->n_items;
  self->filed_end = self->n_used;
}

typedef struct
{
  HeedEditDistance name;
  guint32 letter_set;
  const Item *waiting[IN_ADVANCE]; /* (nullable elements): a ring; its memory is on the way */
  guint next;                      /* in the ring */
  guint n_compared;
  guint limit; /* of them */
  GArray *ids;
} Query;

static void
compare (const Item *item, Query *query)
{
  guint length = item->length;
  guint limit =
      length < HEED_NEAR_KEYS_LONG ? HEED_NEAR_KEYS_SHORT_EDITS : HEED_NEAR_KEYS_LONG_EDITS;
  guint difference =
      length > query->name.length ? length - query->name.length : query->name.length - length;
  /* Each letter more at the front pushes one out at the end. */
  guint allowed = MAX (length, query->name.length) > HEED_EDIT_DISTANCE_LETTERS ? 2 * limit : limit;

  if (difference <= limit && query->ids->len < HEED_LIMIT_NEAR &&
      heed_edit_distance_may_be (query->letter_set, item->letter_set, allowed) &&
      heed_edit_distance_get (&query->name, item->letters, length) <= allowed)
    g_array_append_val (query->ids, item->id);
}

/* Asks for the memory of @item, or of none, and compares the one that was asked for longest ago. */
static void
compare_later (const Item *item, Query *query)
{
  const Item *first = query->waiting[query->next];

  __builtin_prefetch (item);
  query->waiting[query->next] = item;
  query->next = (query->next + 1) % IN_ADVANCE;
  if (first != NULL)
    compare (first, query);
}

/* What is filed from one place to another, and the key that it has to have. */
typedef struct
{
  guint32 start;
  guint32 end;
  guint32 hash;
} Bucket;

static int
compare_buckets (gconstpointer a, gconstpointer b)
{
  const Bucket *left = a;
  const Bucket *right = b;
  guint32 left_size = left->end - left->start;
  guint32 right_size = right->end - right->start;

  return (left_size > right_size) - (left_size < right_size);
}

static void
find_buckets (const HeedNearIndex *self, const HeedNearKeys *keys, guint limit, Bucket *buckets)
{
  gsize n_filed = 0;

  for (guint i = 0; i < keys->n; i++)
    __builtin_prefetch (&self->starts[(keys->hashes[i] >> self->shift) + 1]);
  for (guint i = 0; i < keys->n; i++)
    {
      const guint32 *start = &self->starts[(keys->hashes[i] >> self->shift) + 1];

      buckets[i] = (Bucket){ .start = start[0], .end = start[1], .hash = keys->hashes[i] };
      n_filed += start[1] - start[0];
      __builtin_prefetch (&self->filed[start[0]]);
    }
  if (n_filed > limit)
    qsort (buckets, keys->n, sizeof *buckets, compare_buckets);
}

/* Whoever shares the bucket but not the key is not even looked at. */
static void
search_bucket (const HeedNearIndex *self, const Bucket *bucket, Query *query)
{
  guint32 mask = (1u << self->item_bits) - 1;
  guint32 key = bucket->hash << self->item_bits;

  for (guint32 i = bucket->start; i < bucket->end && query->n_compared < query->limit; i++)
    {
      if ((self->filed[i] & ~mask) != key)
        continue;
      query->n_compared++;
      compare_later (get_item (self, self->filed[i] & mask), query);
    }
}

static void
search_filed (const HeedNearIndex *self, Query *query)
{
  HeedNearKeys keys;
  Bucket buckets[HEED_NEAR_KEYS_MAX];

  heed_near_keys_look_up (&keys, query->name.letters, query->name.length);
  find_buckets (self, &keys, query->limit, buckets);
  for (guint i = 0; i < keys.n && query->ids->len < HEED_LIMIT_NEAR; i++)
    search_bucket (self, &buckets[i], query);
  for (guint i = 0; i < IN_ADVANCE; i++)
    compare_later (NULL, query);
}

guint
heed_near_index_search (HeedNearIndex *self, const char *name, guint limit, GArray *ids)
{
  Query query = { .limit = MIN (limit, HEED_LIMIT_COMPARED), .ids = ids };

  if (self->n_items == 0 || *name == '\0')
    return 0;
  heed_edit_distance_init (&query.name, name);
  query.letter_set = heed_edit_distance_get_letter_set (query.name.letters, query.name.length);
  if (self->n_items - self->n_filed > MIN (MIN_TAIL + self->n_filed / TAIL_SHARE, MAX_TAIL))
    build (self);
  if (self->starts != NULL)
    search_filed (self, &query);
  for (gsize at = self->filed_end; at < self->n_used;)
    {
      const Item *item = get_item (self, (guint32)(at / ITEM_UNIT));

      compare (item, &query);
      at += get_item_size (item->length);
    }
  return query.n_compared;
}
