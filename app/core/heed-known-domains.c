/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Who has a near name is asked at one domain only. So each domain chains its people, and an index
 * of their local parts is made when the domain is first asked for: most never are, and of those
 * that are, most have a handful. */

#include "config.h"
#include "heed-known-domains.h"

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

#define SECONDS_PER_DAY (24 * 60 * 60)

/* HEED_SENDS_VOUCHED in a Use, of which there may be a million. */
#define VOUCHED G_MAXUINT16

/* Uses that are allocated at once: doubling would leave half of the memory of a million unused. */
#define BLOCK_USES 1024

typedef struct
{
  guint count;         /* messages to exactly this domain */
  guint holder;        /* and to all domains below it, where it is a registrable one */
  guint32 last_person; /* the last that was added at exactly this domain, or NOBODY */
  guint32 above;       /* the number of the registrable domain, or its own */
  guint16 days;        /* with messages to it or below it, at least; or VOUCHED */
  guint16 first_day;   /* since 1970, so up to the year 2149 */
  guint16 last_day;
} Use;

struct _HeedKnownDomains
{
  HeedDomainSet *set; /* (owned): domains and the registrable ones above them */
  GPtrArray *uses;    /* (owned) (element-type gpointer): blocks of Use, by number in the set */
  guint32 n_uses;
  guint size;          /* domains that were written to */
  guint64 total;       /* messages */
  guint most;          /* messages to the domain that got most */
  GHashTable *numbers; /* (owned): normalised address → number of the person */
  GArray *people;      /* (owned) (element-type Person): by number */
  GHashTable *trusted; /* (owned) (element-type utf8): a set of addresses and domains */
  GHashTable *locals; /* (owned): number of a domain → HeedNearIndex of its people's local parts */
};

HeedKnownDomains *
heed_known_domains_new (void)
{
  HeedKnownDomains *self = g_rc_box_new0 (HeedKnownDomains);

  self->set = heed_domain_set_new ();
  self->uses = g_ptr_array_new_with_free_func (g_free);
  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->trusted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->people = g_array_new (FALSE, FALSE, sizeof (Person));
  self->locals = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify)heed_near_index_free);
  return self;
}

HeedKnownDomains *
heed_known_domains_ref (HeedKnownDomains *self)
{
  return g_rc_box_acquire (self);
}

static void
heed_known_domains_clear (gpointer data)
{
  HeedKnownDomains *self = data;

  heed_domain_set_free (self->set);
  g_ptr_array_unref (self->uses);
  g_hash_table_unref (self->numbers);
  g_array_unref (self->people);
  g_hash_table_unref (self->trusted);
  g_hash_table_unref (self->locals);
}

void
heed_known_domains_unref (HeedKnownDomains *self)
{
  g_rc_box_release_full (self, heed_known_domains_clear);
}

static guint
add_up (guint a, guint b)
{
  return b > G_MAXUINT - a ? G_MAXUINT : a + b;
}

static Use *
get_use (const HeedKnownDomains *self, guint32 number)
{
  Use *block = self->uses->pdata[number / BLOCK_USES];

  return &block[number % BLOCK_USES];
}

static void
append_use (HeedKnownDomains *self, guint32 above)
{
  guint32 number = self->n_uses++;

  if (number % BLOCK_USES == 0)
    g_ptr_array_add (self->uses, g_new (Use, BLOCK_USES));
  *get_use (self, number) = (Use){ .last_person = NOBODY, .above = above };
}

static const Use *
find_use (const HeedKnownDomains *self, const char *ascii)
{
  guint32 number;

  if (!heed_domain_set_find (self->set, ascii, &number))
    return NULL;
  return get_use (self, number);
}

guint32
heed_known_domains_get_number (HeedKnownDomains *self, const HeedDomain *domain)
{
  const char *holder = heed_domain_get_holder (domain);
  guint32 number = heed_domain_set_add (self->set, domain);
  guint32 above = number;

  if (number < self->n_uses)
    return number;
  if (!g_str_equal (holder, heed_domain_get_ascii (domain)))
    {
      g_autoptr (HeedDomain) registrable = heed_domain_new (holder, NULL);

      above = heed_domain_set_add (self->set, registrable);
    }
  while (self->n_uses < heed_domain_set_get_size (self->set))
    append_use (self, above);
  return number;
}

static guint16
get_day (gint64 seconds)
{
  return (guint16)CLAMP (seconds / SECONDS_PER_DAY, 0, G_MAXUINT16);
}

static guint16
get_days (const HeedSends *sends)
{
  return sends->days == HEED_SENDS_VOUCHED ? VOUCHED : (guint16)MIN (sends->days, VOUCHED - 1);
}

/* Of two people of one domain, only the first and the last day are known, so days between that may
 * be the same are counted once. */
static void
add_days (Use *use, const HeedSends *sends)
{
  guint16 first = get_day (sends->first);
  guint16 last = get_day (sends->last);
  guint16 days = get_days (sends);

  if (use->days == VOUCHED || days == 0)
    {
      use->last_day = MAX (use->last_day, last);
      return;
    }
  if (use->days == 0 || days == VOUCHED)
    {
      use->days = days;
      use->first_day = first;
      use->last_day = MAX (use->last_day, last);
      return;
    }
  if (first > use->last_day || last < use->first_day)
    use->days = (guint16)MIN (use->days + days, VOUCHED - 1);
  else
    use->days = MAX (use->days, days);
  use->first_day = MIN (use->first_day, first);
  use->last_day = MAX (use->last_day, last);
  if (use->last_day > use->first_day)
    use->days = MAX (use->days, 2);
}

static void
add_use (HeedKnownDomains *self, guint32 number, const HeedSends *sends)
{
  Use *use = get_use (self, number);
  Use *above = get_use (self, use->above);
  guint count = sends->count;

  self->size += use->count == 0 && count > 0;
  use->count = add_up (use->count, count);
  above->holder = add_up (above->holder, count);
  if (above != use)
    use->holder = add_up (use->holder, count);
  if (count > 0)
    {
      add_days (above, sends);
      if (above != use)
        add_days (use, sends);
    }
  self->total += count;
  self->most = MAX (self->most, use->count);
}

/* Hardly any mail server tells Ann@ and ann@ apart, and people do not. Nearly all addresses are
 * ASCII, for which Unicode's rules take ten times as long to say the same. */
static char *
make_key (const char *address)
{
  char *key = g_strdup (address);

  for (char *c = key; *c != '\0'; c++)
    {
      if ((guchar)*c > 127)
        {
          g_free (key);
          return g_utf8_casefold (address, -1);
        }
      if (*c >= 'A' && *c <= 'Z')
        *c += 'a' - 'A';
    }
  return key;
}

void
heed_known_domains_add_domain (HeedKnownDomains *self, const HeedDomain *domain, guint count)
{
  const HeedSends sends = { count, HEED_SENDS_VOUCHED, 0, 0 };

  add_use (self, heed_known_domains_get_number (self, domain), &sends);
}

static const Person *
get_person (const HeedKnownDomains *self, guint32 number)
{
  return &g_array_index (self->people, Person, number);
}

static void
add_local (HeedNearIndex *locals, const Person *person, guint32 number)
{
  g_autofree char *local =
      g_strndup (person->address, strrchr (person->address, '@') - person->address);

  heed_near_index_add (locals, local, number);
}

/* Takes @key over. */
static void
add_person (HeedKnownDomains *self, guint32 domain, char *key, guint count)
{
  Use *use = get_use (self, domain);
  HeedNearIndex *locals = g_hash_table_lookup (self->locals, GUINT_TO_POINTER (domain));
  guint32 number = self->people->len;
  Person person = { .address = key, .count = count, .next = use->last_person };

  g_hash_table_insert (self->numbers, key, GUINT_TO_POINTER (number));
  g_array_append_val (self->people, person);
  use->last_person = number;
  if (locals != NULL)
    add_local (locals, &person, number);
}

static Person *
find_person (const HeedKnownDomains *self, const char *address)
{
  gpointer number;

  if (!g_hash_table_lookup_extended (self->numbers, address, NULL, &number))
    return NULL;
  return &g_array_index (self->people, Person, GPOINTER_TO_UINT (number));
}

void
heed_known_domains_add_address (HeedKnownDomains *self,
                                const char *address,
                                guint32 number,
                                const HeedSends *sends)
{
  g_autofree char *key = make_key (address);
  Person *person = find_person (self, key);

  add_use (self, number, sends);
  if (person != NULL)
    person->count = add_up (person->count, sends->count);
  else if (sends->count > 0)
    add_person (self, number, g_steal_pointer (&key), sends->count);
}

void
heed_known_domains_add_sends (HeedKnownDomains *self,
                              const HeedMailbox *mailbox,
                              const HeedSends *sends)
{
  heed_known_domains_add_address (self, heed_mailbox_get_address (mailbox),
                                  heed_known_domains_get_number (self,
                                                                 heed_mailbox_get_domain (mailbox)),
                                  sends);
}

void
heed_known_domains_add_mailbox (HeedKnownDomains *self, const HeedMailbox *mailbox, guint count)
{
  const HeedSends sends = { count, HEED_SENDS_VOUCHED, 0, 0 };

  heed_known_domains_add_sends (self, mailbox, &sends);
}

void
heed_known_domains_set_trusted (HeedKnownDomains *self, const char *subject, gboolean is_trusted)
{
  if (is_trusted)
    g_hash_table_add (self->trusted, g_strdup (subject));
  else
    g_hash_table_remove (self->trusted, subject);
}

gboolean
heed_known_domains_is_trusted (const HeedKnownDomains *self, const HeedMailbox *mailbox)
{
  const char *domain = heed_domain_get_ascii (heed_mailbox_get_domain (mailbox));
  g_autofree char *address = NULL;

  if (g_hash_table_size (self->trusted) == 0)
    return FALSE;
  address = make_key (heed_mailbox_get_address (mailbox));
  if (g_hash_table_contains (self->trusted, address))
    return TRUE;
  for (; domain != NULL; domain = strchr (domain, '.'))
    {
      domain += *domain == '.';
      if (g_hash_table_contains (self->trusted, domain))
        return TRUE;
    }
  return FALSE;
}

gboolean
heed_known_domains_is_known (const HeedKnownDomains *self,
                             const HeedDomain *domain,
                             guint sends,
                             guint days)
{
  const Use *use = find_use (self, heed_domain_get_holder (domain));

  return use != NULL && (use->days == VOUCHED || (use->holder >= sends && use->days >= days));
}

guint
heed_known_domains_get_count (const HeedKnownDomains *self, const HeedDomain *domain)
{
  const Use *use = find_use (self, heed_domain_get_ascii (domain));

  return use != NULL ? use->count : 0;
}

guint
heed_known_domains_get_holder_count (const HeedKnownDomains *self, const HeedDomain *domain)
{
  const Use *use = find_use (self, heed_domain_get_holder (domain));

  return use != NULL ? use->holder : 0;
}

guint
heed_known_domains_get_last_day (const HeedKnownDomains *self, const HeedDomain *domain)
{
  const Use *use = find_use (self, heed_domain_get_ascii (domain));

  return use != NULL ? use->last_day : 0;
}

guint
heed_known_domains_get_mailbox_count (const HeedKnownDomains *self, const HeedMailbox *mailbox)
{
  g_autofree char *address = make_key (heed_mailbox_get_address (mailbox));
  const Person *person = find_person (self, address);

  return person != NULL ? person->count : 0;
}

guint64
heed_known_domains_get_total (const HeedKnownDomains *self)
{
  return self->total;
}

HeedDomainSet *
heed_known_domains_get_set (const HeedKnownDomains *self)
{
  return self->set;
}

gboolean
heed_known_domains_has_mailboxes (const HeedKnownDomains *self, const HeedDomain *domain)
{
  const Use *use = find_use (self, heed_domain_get_ascii (domain));

  return use != NULL && use->last_person != NOBODY;
}

static HeedNearIndex *
get_locals (HeedKnownDomains *self, guint32 domain)
{
  HeedNearIndex *locals = g_hash_table_lookup (self->locals, GUINT_TO_POINTER (domain));

  if (locals == NULL)
    {
      locals = heed_near_index_new ();
      for (guint32 number = get_use (self, domain)->last_person; number != NOBODY;
           number = get_person (self, number)->next)
        add_local (locals, get_person (self, number), number);
      g_hash_table_insert (self->locals, GUINT_TO_POINTER (domain), locals);
    }
  return locals;
}

HeedMailbox *
heed_known_domains_find_near (HeedKnownDomains *self,
                              const HeedMailbox *mailbox,
                              gsize min_length,
                              guint *count)
{
  HeedDomain *domain = heed_mailbox_get_domain (mailbox);
  g_autofree char *typed = make_key (heed_mailbox_get_local (mailbox));
  g_autofree char *local = NULL;
  g_autoptr (GArray) near = g_array_new (FALSE, FALSE, sizeof (guint32));
  const Person *best = NULL;
  gsize best_length = 0;
  guint32 id;

  if (!heed_domain_set_find (self->set, heed_domain_get_ascii (domain), &id))
    return NULL;
  heed_near_index_search (get_locals (self, id), typed, HEED_LIMIT_COMPARED, near);
  for (guint i = 0; i < near->len; i++)
    {
      const Person *person = get_person (self, g_array_index (near, guint32, i));
      gsize length = (gsize)(strrchr (person->address, '@') - person->address);
      gboolean is_same = length == strlen (typed) && g_str_has_prefix (person->address, typed);

      if (length >= min_length && !is_same && (best == NULL || person->count > best->count))
        {
          best = person;
          best_length = length;
        }
    }
  if (best == NULL)
    return NULL;
  *count = best->count;
  local = g_strndup (best->address, best_length);
  return heed_mailbox_new_from_parts (NULL, local, domain);
}

guint
heed_known_domains_get_size (const HeedKnownDomains *self)
{
  return self->size;
}

guint
heed_known_domains_get_most (const HeedKnownDomains *self)
{
  return self->most;
}
