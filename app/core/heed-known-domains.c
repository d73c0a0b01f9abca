/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-known-domains.h"

#include "heed-near-index.h"

#include <string.h>

typedef struct
{
  guint count;       /* messages to exactly this domain */
  guint holder;      /* and to all domains below it, where it is a registrable one */
  guint n_mailboxes; /* known mailboxes at exactly this domain */
} Use;

struct _HeedKnownDomains
{
  HeedDomainSet *set;    /* (owned): domains and the registrable ones above them */
  GArray *uses;          /* (owned) (element-type Use): by number in the set */
  guint size;            /* domains that were written to */
  guint64 total;         /* messages */
  guint most;            /* messages to the domain that got most */
  GHashTable *mailboxes; /* (owned): normalised address → messages */
  GPtrArray *addresses;  /* (owned) (element-type utf8): keys of mailboxes, by number */
  HeedNearIndex *locals; /* (owned): addresses that are near */
};

HeedKnownDomains *
heed_known_domains_new (void)
{
  HeedKnownDomains *self = g_rc_box_new0 (HeedKnownDomains);

  self->set = heed_domain_set_new ();
  self->uses = g_array_new (FALSE, TRUE, sizeof (Use));
  self->mailboxes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->addresses = g_ptr_array_new ();
  self->locals = heed_near_index_new ();
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
  g_array_unref (self->uses);
  g_ptr_array_unref (self->addresses);
  g_hash_table_unref (self->mailboxes);
  heed_near_index_free (self->locals);
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
get_use (HeedKnownDomains *self, const HeedDomain *domain)
{
  guint32 id = heed_domain_set_add (self->set, domain);

  if (id >= self->uses->len)
    g_array_set_size (self->uses, id + 1);
  return &g_array_index (self->uses, Use, id);
}

static const Use *
find_use (const HeedKnownDomains *self, const char *ascii)
{
  guint32 id;

  if (!heed_domain_set_find (self->set, ascii, &id))
    return NULL;
  return &g_array_index (self->uses, Use, id);
}

static Use *
add_use (HeedKnownDomains *self, const HeedDomain *domain, guint count)
{
  const char *holder = heed_domain_get_holder (domain);
  Use *use;

  if (!g_str_equal (holder, heed_domain_get_ascii (domain)))
    {
      g_autoptr (HeedDomain) above = heed_domain_new (holder, NULL);

      use = get_use (self, above);
      use->holder = add_up (use->holder, count);
    }
  use = get_use (self, domain);
  self->size += use->count == 0 && count > 0;
  use->count = add_up (use->count, count);
  use->holder = add_up (use->holder, count);
  self->total += count;
  self->most = MAX (self->most, use->count);
  return use;
}

/* Hardly any mail server tells Ann@ and ann@ apart, and people do not. */
static char *
make_key (const HeedMailbox *mailbox)
{
  return g_utf8_strdown (heed_mailbox_get_address (mailbox), -1);
}

void
heed_known_domains_add_domain (HeedKnownDomains *self, const HeedDomain *domain, guint count)
{
  add_use (self, domain, count);
}

void
heed_known_domains_add_mailbox (HeedKnownDomains *self, const HeedMailbox *mailbox, guint count)
{
  g_autofree char *address = make_key (mailbox);
  Use *use = add_use (self, heed_mailbox_get_domain (mailbox), count);
  gpointer before = g_hash_table_lookup (self->mailboxes, address);
  char *key;

  if (before != NULL)
    {
      g_hash_table_insert (self->mailboxes, g_strdup (address),
                           GUINT_TO_POINTER (add_up (GPOINTER_TO_UINT (before), count)));
      return;
    }
  if (count == 0)
    return;
  key = g_strdup (address);
  g_hash_table_insert (self->mailboxes, key, GUINT_TO_POINTER (count));
  heed_near_index_add (self->locals, key, self->addresses->len);
  g_ptr_array_add (self->addresses, key);
  use->n_mailboxes++;
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
heed_known_domains_get_mailbox_count (const HeedKnownDomains *self, const HeedMailbox *mailbox)
{
  g_autofree char *address = make_key (mailbox);

  return GPOINTER_TO_UINT (g_hash_table_lookup (self->mailboxes, address));
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

  return use != NULL && use->n_mailboxes > 0;
}

GPtrArray *
heed_known_domains_search_mailboxes (const HeedKnownDomains *self, const HeedMailbox *mailbox)
{
  GPtrArray *near = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_mailbox_unref);
  g_autofree char *typed = make_key (mailbox);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));

  heed_near_index_search (self->locals, typed, ids);
  for (guint i = 0; i < ids->len; i++)
    {
      const char *address = self->addresses->pdata[g_array_index (ids, guint32, i)];
      const char *at = strrchr (address, '@');
      g_autofree char *local = g_strndup (address, at - address);

      if (g_str_equal (at, strrchr (typed, '@')) && !g_str_equal (address, typed))
        g_ptr_array_add (near, heed_mailbox_new_from_parts (NULL, local,
                                                            heed_mailbox_get_domain (mailbox)));
    }
  return near;
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
