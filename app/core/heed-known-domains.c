/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-known-domains.h"

#include "heed-known-mailboxes.h"

#include <string.h>

#define SECONDS_PER_DAY (24 * 60 * 60)

/* HEED_SENDS_VOUCHED in a Use, of which there may be a million. */
#define VOUCHED G_MAXUINT16

/* Uses that are allocated at once: doubling would leave half of the memory of a million unused. */
#define BLOCK_USES 1024

typedef struct
{
  guint count;       /* messages to exactly this domain */
  guint holder;      /* and to all domains below it, where it is a registrable one */
  guint32 above;     /* the number of the registrable domain, or its own */
  guint16 days;      /* with messages to it or below it, at least; or VOUCHED */
  guint16 first_day; /* since 1970, so up to the year 2149 */
  guint16 last_day;
} Use;

struct _HeedKnownDomains
{
  HeedDomainSet *set; /* (owned): domains and the registrable ones above them */
  GPtrArray *uses;    /* (owned) (element-type gpointer): blocks of Use, by number in the set */
  guint32 n_uses;
  guint size;                    /* domains that were written to */
  guint64 total;                 /* messages */
  guint most;                    /* messages to the domain that got most */
  HeedKnownMailboxes *mailboxes; /* (owned): at domains by their numbers in the set */
  GHashTable *trusted;           /* (owned) (element-type utf8): a set of addresses and domains */
};

HeedKnownDomains *
heed_known_domains_new (void)
{
  HeedKnownDomains *self = g_rc_box_new0 (HeedKnownDomains);

  self->set = heed_domain_set_new ();
  self->uses = g_ptr_array_new_with_free_func (g_free);
  self->mailboxes = heed_known_mailboxes_new ();
  self->trusted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
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
  heed_known_mailboxes_free (self->mailboxes);
  g_hash_table_unref (self->trusted);
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
  *get_use (self, number) = (Use){ .above = above };
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

void
heed_known_domains_add_domain (HeedKnownDomains *self, const HeedDomain *domain, guint count)
{
  const HeedSends sends = { count, HEED_SENDS_VOUCHED, 0, 0 };

  add_use (self, heed_known_domains_get_number (self, domain), &sends);
}

void
heed_known_domains_add_address (HeedKnownDomains *self,
                                const char *address,
                                guint32 number,
                                const HeedSends *sends)
{
  add_use (self, number, sends);
  heed_known_mailboxes_add (self->mailboxes, address, number, sends->count);
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
  address = heed_known_mailboxes_make_key (heed_mailbox_get_address (mailbox));
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
  return heed_known_mailboxes_get_count (self->mailboxes, heed_mailbox_get_address (mailbox));
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
  guint32 number;

  return heed_domain_set_find (self->set, heed_domain_get_ascii (domain), &number) &&
         heed_known_mailboxes_has_any (self->mailboxes, number);
}

HeedMailbox *
heed_known_domains_find_near (HeedKnownDomains *self,
                              const HeedMailbox *mailbox,
                              gsize min_length,
                              guint *count)
{
  HeedDomain *domain = heed_mailbox_get_domain (mailbox);
  g_autofree char *near = NULL;
  guint32 number;

  if (!heed_domain_set_find (self->set, heed_domain_get_ascii (domain), &number))
    return NULL;
  near = heed_known_mailboxes_find_near (self->mailboxes, heed_mailbox_get_local (mailbox), number,
                                         min_length, count);
  return near != NULL ? heed_mailbox_new_from_parts (NULL, near, domain) : NULL;
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
