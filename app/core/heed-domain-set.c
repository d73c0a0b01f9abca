/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* People slip across dots as much as inside labels: a dot is left out, moves by a letter, becomes a
 * hyphen, swallows the suffix. So a domain is filed under its name, which is what stands before the
 * public suffix, without dots and hyphens; and what was typed is read in each way in which it could
 * have a name: before its suffix, its registrable label alone, without its last two labels, and
 * before any suffix that the set has, were it not for a dot. */

#include "config.h"
#include "heed-domain-set.h"

#include "heed-edit-distance.h"
#include "heed-limits.h"
#include "heed-lookalike.h"
#include "heed-near-index.h"

#include <string.h>

#define BLOCK_BYTES (64 * 1024)

/* Squashed suffixes are as short as "uk" and hardly longer than "corppartnergooglecom". */
#define MIN_TAIL 2
#define MAX_TAIL 20

/* Places of the hash table at first, a power of two. */
#define FIRST_PLACES 64

/* Where a text is: its block, and where in the block. */
#define POSITION_BITS 16

G_STATIC_ASSERT (BLOCK_BYTES == 1 << POSITION_BITS);

struct _HeedDomainSet
{
  GPtrArray *blocks; /* (element-type gpointer): the memory of the texts */
  gsize n_used;      /* bytes of the last block */
  GArray *positions; /* (element-type guint32): where the text of each member is, by number */
  guint32 *places;   /* (owned): open addressing; see make_entry(), or 0 where nobody is */
  guint32 n_places;  /* a power of two */
  GHashTable *tails; /* a set: suffixes without dots */
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
  self->tails = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = heed_near_index_new ();
  return self;
}

void
heed_domain_set_free (HeedDomainSet *self)
{
  g_free (self->places);
  g_hash_table_unref (self->tails);
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
add_member (HeedDomainSet *self, const char *ascii)
{
  guint32 position = store_text (self, ascii);
  guint32 id = self->positions->len;
  guint32 hashed = hash (ascii);

  if ((id + 1) * G_GUINT64_CONSTANT (3) > self->n_places * G_GUINT64_CONSTANT (2))
    grow (self);
  self->places[find_place (self, hashed, ascii)] = make_entry (self, hashed, id);
  g_array_append_val (self->positions, position);
  return id;
}

static char *
fold_name (const char *text, gsize length)
{
  g_autofree char *name = g_strndup (text, length);
  g_autofree char *folded = heed_lookalike_fold (name);

  return heed_domain_squash (folded, -1);
}

static void
add_tail (HeedDomainSet *self, const char *suffix)
{
  g_autofree char *tail = heed_domain_squash (suffix, -1);

  if (!g_hash_table_contains (self->tails, tail))
    g_hash_table_add (self->tails, g_steal_pointer (&tail));
}

/* Whether the index, to which letters that look alike are one, holds both for the same. */
static gboolean
is_same_to_index (const char *name, const char *folded)
{
  for (; *name != '\0' && heed_lookalike_fold_letter (*name) == *folded; name++)
    folded++;
  return *name == '\0' && *folded == '\0';
}

guint32
heed_domain_set_add (HeedDomainSet *self, const HeedDomain *domain)
{
  const char *ascii = heed_domain_get_ascii (domain);
  const char *unicode = heed_domain_get_unicode (domain);
  g_autofree char *name = NULL;
  g_autofree char *folded = NULL;
  gsize name_length;
  guint32 id;

  if (heed_domain_set_find (self, ascii, &id))
    return id;
  id = add_member (self, ascii);
  if (heed_domain_is_ip_literal (domain))
    return id;
  name_length = heed_domain_get_name_length (domain, ascii);
  name = heed_domain_squash (ascii, (gssize)name_length);
  folded = fold_name (unicode, heed_domain_get_name_length (domain, unicode));
  heed_near_index_add (self->names, name, id);
  if (!is_same_to_index (name, folded))
    heed_near_index_add (self->names, folded, id);
  add_tail (self, ascii + name_length);
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

/* What stands before the last @n_labels labels. */
static gsize
get_length_without (const char *text, guint n_labels)
{
  for (gsize i = strlen (text); i > 0; i--)
    {
      if (text[i - 1] == '.' && --n_labels == 0)
        return i - 1;
    }
  return 0;
}

/* Reads squashed text as a name and a suffix that the set has, the dot between them being lost. */
static void
search_tails (HeedDomainSet *self, const char *squashed, GArray *ids)
{
  gsize length = strlen (squashed);

  for (gsize tail = MIN_TAIL; tail <= MAX_TAIL && tail < length; tail++)
    {
      if (g_hash_table_contains (self->tails, squashed + length - tail))
        {
          g_autofree char *name = g_strndup (squashed, length - tail);

          heed_near_index_search (self->names, name, ids);
        }
    }
}

/* Reads a name without what a held key added to a letter, which is more than the index takes for a
 * slip, and without digits that belong to the local part. */
static void
search_without_run (HeedDomainSet *self, const char *name, GArray *ids)
{
  g_autoptr (GString) shorter = g_string_new (NULL);
  gsize n_digits = strspn (name, "0123456789");

  for (gsize i = 0; name[i] != '\0'; i++)
    {
      if (i < 2 || name[i] != name[i - 1] || name[i] != name[i - 2])
        g_string_append_c (shorter, name[i]);
    }
  if (name[shorter->len] != '\0')
    heed_near_index_search (self->names, shorter->str, ids);
  if (n_digits > 1 && name[n_digits] != '\0')
    heed_near_index_search (self->names, name + n_digits, ids);
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

void
heed_domain_set_search (HeedDomainSet *self, const HeedDomain *typed, GArray *ids)
{
  const char *ascii = heed_domain_get_ascii (typed);
  const char *unicode = heed_domain_get_unicode (typed);
  const char *registrable = heed_domain_get_registrable (typed);
  gsize name_length = heed_domain_get_name_length (typed, ascii);
  g_autofree char *name = heed_domain_squash (ascii, (gssize)name_length);
  g_autofree char *folded = fold_name (unicode, heed_domain_get_name_length (typed, unicode));
  g_autofree char *shorter = heed_domain_squash (ascii, (gssize)get_length_without (ascii, 2));
  g_autofree char *whole = heed_domain_squash (ascii, -1);

  g_array_set_size (ids, 0);
  heed_near_index_search (self->names, name, ids);
  if (!is_same_to_index (name, folded))
    heed_near_index_search (self->names, folded, ids);
  search_without_run (self, name, ids);
  if (registrable != NULL && registrable != ascii)
    {
      g_autofree char *label =
          heed_domain_squash (registrable, (gssize)get_length_without (registrable, 1));
      gsize length = strcspn (registrable, ".");
      g_autofree char *own = heed_domain_squash (registrable, (gssize)length);

      heed_near_index_search (self->names, own, ids);
      if (!g_str_equal (own, label))
        heed_near_index_search (self->names, label, ids);
    }
  if (*shorter != '\0' && !g_str_equal (shorter, name))
    heed_near_index_search (self->names, shorter, ids);
  search_tails (self, whole, ids);
  if (!g_str_equal (whole, name))
    search_tails (self, name, ids);
  keep_each_once (ids);
  if (ids->len > HEED_LIMIT_CANDIDATES)
    keep_nearest (self, typed, ids);
}
