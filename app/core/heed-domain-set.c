/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* People slip across dots as much as inside labels: a dot is left out, moves by a letter, becomes a
 * hyphen, swallows the suffix. So a domain is filed under its name, which is what stands before the
 * public suffix, without dots and hyphens; and what was typed is read in each way in which it could
 * have a name: before its suffix, its registrable label alone, without its last two labels, and
 * before any suffix that the set has, were it not for a dot. */

#include "config.h"
#include "heed-domain-set.h"

#include "heed-lookalike.h"
#include "heed-near-index.h"

#include <string.h>

#define BLOCK_BYTES (64 * 1024)

/* Squashed suffixes are as short as "uk" and hardly longer than "corppartnergooglecom". */
#define MIN_TAIL 2
#define MAX_TAIL 20

typedef struct
{
  guint32 id;
  char ascii[];
} Member;

struct _HeedDomainSet
{
  GPtrArray *blocks;    /* (element-type gpointer): the memory of the members */
  gsize n_used;         /* bytes of the last block */
  GPtrArray *members;   /* (element-type Member): by number */
  GHashTable *by_ascii; /* a set of Member */
  GHashTable *tails;    /* a set: suffixes without dots */
  HeedNearIndex *names;
};

static guint
member_hash (gconstpointer member)
{
  return g_str_hash (((const Member *)member)->ascii);
}

static gboolean
member_equal (gconstpointer a, gconstpointer b)
{
  return g_str_equal (((const Member *)a)->ascii, ((const Member *)b)->ascii);
}

HeedDomainSet *
heed_domain_set_new (void)
{
  HeedDomainSet *self = g_new0 (HeedDomainSet, 1);

  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->n_used = BLOCK_BYTES;
  self->members = g_ptr_array_new ();
  self->by_ascii = g_hash_table_new (member_hash, member_equal);
  self->tails = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->names = heed_near_index_new ();
  return self;
}

void
heed_domain_set_free (HeedDomainSet *self)
{
  g_hash_table_unref (self->by_ascii);
  g_hash_table_unref (self->tails);
  g_ptr_array_unref (self->members);
  g_ptr_array_unref (self->blocks);
  heed_near_index_free (self->names);
  g_free (self);
}

static Member *
make_member (HeedDomainSet *self, const char *ascii)
{
  gsize length = strlen (ascii) + 1;
  gsize size = (sizeof (Member) + length + 3) & ~(gsize)3;
  Member *member;

  if (self->n_used + size > BLOCK_BYTES)
    {
      g_ptr_array_add (self->blocks, g_malloc (BLOCK_BYTES));
      self->n_used = 0;
    }
  member = (gpointer)((char *)self->blocks->pdata[self->blocks->len - 1] + self->n_used);
  self->n_used += size;
  member->id = self->members->len;
  memcpy (member->ascii, ascii, length);
  return member;
}

static char *
squash (const char *text, gsize length)
{
  char *squashed = g_malloc (length + 1);
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] != '.' && text[i] != '-')
        squashed[n++] = text[i];
    }
  squashed[n] = '\0';
  return squashed;
}

/* How many bytes of @text, one of the forms of @domain, stand before the public suffix. A domain
 * that is a suffix itself is all name. */
static gsize
get_name_length (const HeedDomain *domain, const char *text)
{
  gsize length = strlen (text);
  guint n_dots = 1;

  if (heed_domain_get_registrable (domain) == NULL && heed_domain_has_known_suffix (domain))
    return length;
  for (const char *c = heed_domain_get_suffix (domain); *c != '\0'; c++)
    n_dots += *c == '.';
  for (gsize i = length; i > 0; i--)
    {
      if (text[i - 1] == '.' && --n_dots == 0)
        return i - 1;
    }
  return length;
}

static char *
fold_name (const char *text, gsize length)
{
  g_autofree char *name = g_strndup (text, length);
  g_autofree char *folded = heed_lookalike_fold (name);

  return squash (folded, strlen (folded));
}

guint32
heed_domain_set_add (HeedDomainSet *self, const HeedDomain *domain)
{
  const char *ascii = heed_domain_get_ascii (domain);
  const char *unicode = heed_domain_get_unicode (domain);
  g_autofree char *name = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *tail = NULL;
  const char *suffix;
  Member *member;
  guint32 id;

  if (heed_domain_set_find (self, ascii, &id))
    return id;
  member = make_member (self, ascii);
  g_ptr_array_add (self->members, member);
  g_hash_table_add (self->by_ascii, member);
  if (heed_domain_is_ip_literal (domain))
    return member->id;
  name = squash (ascii, get_name_length (domain, ascii));
  folded = fold_name (unicode, get_name_length (domain, unicode));
  heed_near_index_add (self->names, name, member->id);
  if (!g_str_equal (name, folded))
    heed_near_index_add (self->names, folded, member->id);
  suffix = heed_domain_get_suffix (domain);
  tail = squash (suffix, strlen (suffix));
  if (!g_hash_table_contains (self->tails, tail))
    g_hash_table_add (self->tails, g_steal_pointer (&tail));
  return member->id;
}

gboolean
heed_domain_set_find (const HeedDomainSet *self, const char *ascii, guint32 *id)
{
  union
  {
    Member member;
    char bytes[sizeof (Member) + 256];
  } key;
  gsize length = strlen (ascii);
  const Member *member;

  if (length > 255)
    return FALSE;
  memcpy (key.bytes + G_STRUCT_OFFSET (Member, ascii), ascii, length + 1);
  member = g_hash_table_lookup (self->by_ascii, &key.member);
  if (member != NULL)
    *id = member->id;
  return member != NULL;
}

const char *
heed_domain_set_get_ascii (const HeedDomainSet *self, guint32 id)
{
  return ((const Member *)self->members->pdata[id])->ascii;
}

guint
heed_domain_set_get_size (const HeedDomainSet *self)
{
  return self->members->len;
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

void
heed_domain_set_search (HeedDomainSet *self, const HeedDomain *typed, GArray *ids)
{
  const char *ascii = heed_domain_get_ascii (typed);
  const char *unicode = heed_domain_get_unicode (typed);
  const char *registrable = heed_domain_get_registrable (typed);
  gsize name_length = get_name_length (typed, ascii);
  g_autofree char *name = squash (ascii, name_length);
  g_autofree char *folded = fold_name (unicode, get_name_length (typed, unicode));
  g_autofree char *shorter = squash (ascii, get_length_without (ascii, 2));
  g_autofree char *whole = squash (ascii, strlen (ascii));

  g_array_set_size (ids, 0);
  heed_near_index_search (self->names, name, ids);
  if (!g_str_equal (folded, name))
    heed_near_index_search (self->names, folded, ids);
  if (registrable != NULL && registrable != ascii)
    {
      g_autofree char *label = squash (registrable, get_length_without (registrable, 1));
      gsize length = strcspn (registrable, ".");
      g_autofree char *own = squash (registrable, length);

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
}
