/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who has a near name is asked at one domain only. So each domain chains its mailboxes, and an
 * index of their local parts is made when the domain is first asked for: most never are, and of
 * those that are, most have a handful. */

#include "config.h"
#include "heed-known-mailboxes.h"

#include "heed-limits.h"
#include "heed-near-index.h"

#include <string.h>

/* A mailbox that was written to, by its number. */
typedef struct
{
  const char *address; /* the key of its number */
  guint count;         /* messages */
  guint32 next;        /* the number of another one at the domain, or NOBODY */
} Person;

#define NOBODY G_MAXUINT32

struct _HeedKnownMailboxes
{
  GHashTable *numbers; /* (owned): normalised address → number of the person */
  GArray *people;      /* (owned) (element-type Person): by number */
  GArray *last;        /* (owned) (element-type guint32): the last one added at each domain, by its
                        * number; NOBODY for most, and for those after the end */
  GHashTable *locals;  /* (owned): number of a domain → HeedNearIndex of its local parts */
};

HeedKnownMailboxes *
heed_known_mailboxes_new (void)
{
  HeedKnownMailboxes *self = g_new0 (HeedKnownMailboxes, 1);

  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->people = g_array_new (FALSE, FALSE, sizeof (Person));
  self->last = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->locals = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)heed_near_index_free);
  return self;
}

void
heed_known_mailboxes_free (HeedKnownMailboxes *self)
{
  g_hash_table_unref (self->numbers);
  g_array_unref (self->people);
  g_array_unref (self->last);
  g_hash_table_unref (self->locals);
  g_free (self);
}

/* Nearly all addresses are ASCII, for which Unicode's rules take ten times as long to say the same.
 */
char *
heed_known_mailboxes_make_key (const char *text)
{
  char *key = g_strdup (text);

  for (char *c = key; *c != '\0'; c++)
    {
      if ((guchar)*c > 127)
        {
          g_free (key);
          return g_utf8_casefold (text, -1);
        }
      if (*c >= 'A' && *c <= 'Z')
        *c += 'a' - 'A';
    }
  return key;
}

static Person *
get_person (const HeedKnownMailboxes *self, guint32 number)
{
  return &g_array_index (self->people, Person, number);
}

static Person *
find_person (const HeedKnownMailboxes *self, const char *key)
{
  gpointer number;

  if (!g_hash_table_lookup_extended (self->numbers, key, NULL, &number))
    return NULL;
  return get_person (self, GPOINTER_TO_UINT (number));
}

static guint32
get_last (const HeedKnownMailboxes *self, guint32 domain)
{
  return domain < self->last->len ? g_array_index (self->last, guint32, domain) : NOBODY;
}

static void
set_last (HeedKnownMailboxes *self, guint32 domain, guint32 number)
{
  const guint32 nobody = NOBODY;

  while (self->last->len <= domain)
    g_array_append_val (self->last, nobody);
  g_array_index (self->last, guint32, domain) = number;
}

static gsize
get_local_length (const Person *person)
{
  return (gsize)(strrchr (person->address, '@') - person->address);
}

static void
add_local (HeedNearIndex *locals, const Person *person, guint32 number)
{
  g_autofree char *local = g_strndup (person->address, get_local_length (person));

  heed_near_index_add (locals, local, number);
}

/* Takes @key over. */
static void
add_person (HeedKnownMailboxes *self, char *key, guint32 domain, guint count)
{
  HeedNearIndex *locals = g_hash_table_lookup (self->locals, GUINT_TO_POINTER (domain));
  guint32 number = self->people->len;
  Person person = { .address = key, .count = count, .next = get_last (self, domain) };

  g_hash_table_insert (self->numbers, key, GUINT_TO_POINTER (number));
  g_array_append_val (self->people, person);
  set_last (self, domain, number);
  if (locals != NULL)
    add_local (locals, &person, number);
}

void
heed_known_mailboxes_add (HeedKnownMailboxes *self,
                          const char *address,
                          guint32 domain,
                          guint count)
{
  g_autofree char *key = heed_known_mailboxes_make_key (address);
  Person *person = find_person (self, key);

  if (person != NULL)
    person->count += MIN (count, G_MAXUINT - person->count);
  else if (count > 0)
    add_person (self, g_steal_pointer (&key), domain, count);
}

guint
heed_known_mailboxes_get_count (const HeedKnownMailboxes *self, const char *address)
{
  g_autofree char *key = heed_known_mailboxes_make_key (address);
  const Person *person = find_person (self, key);

  return person != NULL ? person->count : 0;
}

gboolean
heed_known_mailboxes_has_any (const HeedKnownMailboxes *self, guint32 domain)
{
  return get_last (self, domain) != NOBODY;
}

static HeedNearIndex *
get_locals (HeedKnownMailboxes *self, guint32 domain)
{
  HeedNearIndex *locals = g_hash_table_lookup (self->locals, GUINT_TO_POINTER (domain));

  if (locals == NULL)
    {
      locals = heed_near_index_new ();
      for (guint32 number = get_last (self, domain); number != NOBODY;
           number = get_person (self, number)->next)
        add_local (locals, get_person (self, number), number);
      g_hash_table_insert (self->locals, GUINT_TO_POINTER (domain), locals);
    }
  return locals;
}

char *
heed_known_mailboxes_find_near (
    HeedKnownMailboxes *self, const char *local, guint32 domain, gsize min_length, guint *count)
{
  g_autofree char *typed = heed_known_mailboxes_make_key (local);
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (guint32));
  const Person *best = NULL;

  heed_near_index_search (get_locals (self, domain), typed, HEED_LIMIT_COMPARED, near);
  for (guint i = 0; i < near->len; i++)
    {
      const Person *person = get_person (self, g_array_index (near, guint32, i));
      gsize length = get_local_length (person);
      gboolean is_same = length == strlen (typed) && g_str_has_prefix (person->address, typed);

      if (length >= min_length && !is_same && (best == NULL || person->count > best->count))
        best = person;
    }
  if (best == NULL)
    return NULL;
  *count = best->count;
  return g_strndup (best->address, get_local_length (best));
}
