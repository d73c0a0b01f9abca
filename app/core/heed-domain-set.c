/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A domain is filed under its name, which is what stands before the public suffix, without dots and
 * hyphens, and what was typed is read in each way in which it could have a name
 * (heed-domain-readings.c). Names are compared by the index, domains as a whole by a hash table of
 * one number each, beside memory that holds their texts one behind the other: of a million domains
 * an allocation for each would be the largest part. */

#include "config.h"
#include "heed-domain-set.h"

#include "heed-domain-readings.h"
#include "heed-edit-distance.h"
#include "heed-limits.h"
#include "heed-lookalike.h"
#include "heed-near-index.h"

#include <string.h>

#define BLOCK_BYTES (64 * 1024)

/* Places of the hash table at first, a power of two. */
#define FIRST_PLACES 64

/* Where a text is: its block, and where in the block. */
#define POSITION_BITS 16

G_STATIC_ASSERT (BLOCK_BYTES == 1 << POSITION_BITS);

struct _HeedDomainSet
{
  GPtrArray *blocks;    /* (element-type gpointer): the memory of the texts */
  gsize n_used;         /* bytes of the last block */
  GArray *positions;    /* (element-type guint32): where the text of each member is, by number */
  guint32 *places;      /* (owned): open addressing; see make_entry(), or 0 where nobody is */
  guint32 n_places;     /* a power of two */
  GHashTable *suffixes; /* (owned) (element-type utf8): a set, without dots */
  HeedNearIndex *names;
};

HeedDomainSet *
heed_domain_set_new (void)
{
  HeedDomainSet *self = g_new0 (HeedDomainSet, 1);

  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->n_used = BLOCK_BYTES;
  self->positions = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->n_places = FIRST_PLACES;
  self->places = g_new0 (guint32, self->n_places);
  self->suffixes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = heed_near_index_new ();
  return self;
}

void
heed_domain_set_free (HeedDomainSet *self)
{
  g_free (self->places);
  g_hash_table_unref (self->suffixes);
  g_array_unref (self->positions);
  g_ptr_array_unref (self->blocks);
  heed_near_index_free (self->names);
  g_free (self);
}

static guint32
hash (const char *ascii)
{
  /* Neighbours differ in the low bits of g_str_hash() only; the upper half of a product has parts
   * of all. */
  return (guint32)((g_str_hash (ascii) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> 32);
}

/* A number plus 1, below as many bits of the hash as it leaves free: most texts that are not the
 * same are told apart without a look at them. */
static guint32
make_entry (const HeedDomainSet *self, guint32 hashed, guint32 id)
{
  return (hashed & ~(self->n_places - 1)) | (id + 1);
}

static guint32
get_id (const HeedDomainSet *self, guint32 place)
{
  return (self->places[place] & (self->n_places - 1)) - 1;
}

/* Where the number of @ascii is in the table, or would be. */
static guint32
find_place (const HeedDomainSet *self, guint32 hashed, const char *ascii)
{
  guint32 last = self->n_places - 1;
  guint32 place = hashed & last;

  while (self->places[place] != 0 &&
         (((self->places[place] ^ hashed) & ~last) != 0 ||
          !g_str_equal (heed_domain_set_get_ascii (self, get_id (self, place)), ascii)))
    place = (place + 1) & last;
  return place;
}

/* All members being different, each takes the first free place. */
static void
grow (HeedDomainSet *self)
{
  g_free (self->places);
  self->n_places *= 2;
  self->places = g_new0 (guint32, self->n_places);
  for (guint32 id = 0; id < self->positions->len; id++)
    {
      guint32 hashed = hash (heed_domain_set_get_ascii (self, id));
      guint32 place = hashed & (self->n_places - 1);

      while (self->places[place] != 0)
        place = (place + 1) & (self->n_places - 1);
      self->places[place] = make_entry (self, hashed, id);
    }
}

static guint32
store_text (HeedDomainSet *self, const char *text)
{
  gsize size = strlen (text) + 1;
  guint32 position;

  if (self->n_used + size > BLOCK_BYTES)
    {
      g_ptr_array_add (self->blocks, g_malloc (BLOCK_BYTES));
      self->n_used = 0;
    }
  position = ((self->blocks->len - 1) << POSITION_BITS) + (guint32)self->n_used;
  memcpy ((char *)self->blocks->pdata[self->blocks->len - 1] + self->n_used, text, size);
  self->n_used += size;
  return position;
}

static guint32
add_member (HeedDomainSet *self, guint32 hashed, const char *ascii)
{
  guint32 position = store_text (self, ascii);
  guint32 id = self->positions->len;

  if ((id + 1) * G_GUINT64_CONSTANT (3) > self->n_places * G_GUINT64_CONSTANT (2))
    grow (self);
  self->places[find_place (self, hashed, ascii)] = make_entry (self, hashed, id);
  g_array_append_val (self->positions, position);
  return id;
}

/* Files a new domain under its name, and under what the name looks like where that is another one
 * to the index. */
static void
file (HeedDomainSet *self, const HeedDomain *domain, guint32 id)
{
  const char *ascii = heed_domain_get_ascii (domain);
  const char *unicode = heed_domain_get_unicode (domain);
  gsize name_length = heed_domain_get_name_length (domain, ascii);
  g_autofree char *name = heed_domain_squash (ascii, (gssize)name_length);
  g_autofree char *suffix = heed_domain_squash (ascii + name_length, -1);

  heed_near_index_add (self->names, name, id);
  if (heed_lookalike_has_own_look (unicode, heed_domain_get_name_length (domain, unicode)))
    {
      g_autofree char *look = heed_domain_readings_fold_name (domain);

      heed_near_index_add (self->names, look, id);
    }
  if (!g_hash_table_contains (self->suffixes, suffix))
    g_hash_table_add (self->suffixes, g_steal_pointer (&suffix));
}

guint32
heed_domain_set_add (HeedDomainSet *self, const HeedDomain *domain)
{
  const char *ascii = heed_domain_get_ascii (domain);
  guint32 hashed = hash (ascii);
  guint32 place = find_place (self, hashed, ascii);
  guint32 id;

  if (self->places[place] != 0)
    return get_id (self, place);
  id = add_member (self, hashed, ascii);
  if (!heed_domain_is_ip_literal (domain))
    file (self, domain, id);
  return id;
}

gboolean
heed_domain_set_find (const HeedDomainSet *self, const char *ascii, guint32 *id)
{
  guint32 place = find_place (self, hash (ascii), ascii);

  if (self->places[place] == 0)
    return FALSE;
  *id = get_id (self, place);
  return TRUE;
}

const char *
heed_domain_set_get_ascii (const HeedDomainSet *self, guint32 id)
{
  guint32 position = g_array_index (self->positions, guint32, id);
  const char *block = self->blocks->pdata[position >> POSITION_BITS];

  return block + (position & (BLOCK_BYTES - 1));
}

guint
heed_domain_set_get_size (const HeedDomainSet *self)
{
  return self->positions->len;
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  guint32 left = *(const guint32 *)a;
  guint32 right = *(const guint32 *)b;

  return (left > right) - (left < right);
}

static void
keep_each_once (GArray *ids)
{
  guint kept = 0;

  g_array_sort (ids, compare_ids);
  for (guint i = 0; i < ids->len; i++)
    {
      guint32 id = g_array_index (ids, guint32, i);

      if (kept == 0 || g_array_index (ids, guint32, kept - 1) != id)
        g_array_index (ids, guint32, kept++) = id;
    }
  g_array_set_size (ids, kept);
}

typedef struct
{
  guint distance;
  guint32 id;
} Ranked;

static int
compare_ranked (gconstpointer a, gconstpointer b)
{
  const Ranked *left = a;
  const Ranked *right = b;

  if (left->distance != right->distance)
    return left->distance < right->distance ? -1 : 1;
  return (left->id > right->id) - (left->id < right->id);
}

/* Keeps those that are nearest as a whole, by their looks. */
static void
keep_nearest (const HeedDomainSet *self, const HeedDomain *typed, GArray *ids)
{
  g_autofree char *looks = heed_lookalike_fold (heed_domain_get_unicode (typed));
  g_autoptr (GArray) ranked = g_array_sized_new (FALSE, FALSE, sizeof (Ranked), ids->len);
  HeedEditDistance plain;
  HeedEditDistance folded;
  guint8 letters[G_MAXUINT8];

  heed_edit_distance_init (&plain, heed_domain_get_ascii (typed));
  heed_edit_distance_init (&folded, looks);
  for (guint i = 0; i < ids->len; i++)
    {
      guint32 id = g_array_index (ids, guint32, i);
      const char *ascii = heed_domain_set_get_ascii (self, id);
      guint length = heed_edit_distance_fold (ascii, letters);
      guint bare = heed_edit_distance_get (&plain, letters, length);
      guint seen = heed_edit_distance_get (&folded, letters, length);
      Ranked one = { .distance = MIN (bare, seen), .id = id };

      g_array_append_val (ranked, one);
    }
  g_array_sort (ranked, compare_ranked);
  g_array_set_size (ids, HEED_LIMIT_CANDIDATES);
  for (guint i = 0; i < ids->len; i++)
    g_array_index (ids, guint32, i) = g_array_index (ranked, Ranked, i).id;
  g_array_sort (ids, compare_ids);
}

guint
heed_domain_set_search (HeedDomainSet *self, const HeedDomain *typed, guint limit, GArray *ids)
{
  g_autoptr (GPtrArray) readings = NULL;
  guint n_compared = 0;

  g_array_set_size (ids, 0);
  if (self->positions->len == 0)
    return 0;
  readings = heed_domain_readings_list (typed, self->suffixes);
  for (guint i = 0; i < readings->len; i++)
    n_compared += heed_near_index_search (self->names, readings->pdata[i], limit - n_compared, ids);
  keep_each_once (ids);
  if (ids->len > HEED_LIMIT_CANDIDATES)
    keep_nearest (self, typed, ids);
  return n_compared;
}
