/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-known-domains.h"

struct _HeedKnownDomains
{
  GHashTable *domains;   /* (owned) (element-type utf8 guint): ASCII domain → messages */
  GHashTable *mailboxes; /* (owned) (element-type utf8 guint): normalised address → messages */
};

HeedKnownDomains *
heed_known_domains_new (void)
{
  HeedKnownDomains *self = g_rc_box_new0 (HeedKnownDomains);

  self->domains = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->mailboxes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
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

  g_hash_table_unref (self->domains);
  g_hash_table_unref (self->mailboxes);
}

void
heed_known_domains_unref (HeedKnownDomains *self)
{
  g_rc_box_release_full (self, heed_known_domains_clear);
}

static guint
look_up (GHashTable *table, const char *key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (table, key));
}

static void
add (GHashTable *table, const char *key, guint count)
{
  guint sum = look_up (table, key);

  sum = count > G_MAXUINT - sum ? G_MAXUINT : sum + count;
  g_hash_table_insert (table, g_strdup (key), GUINT_TO_POINTER (sum));
}

void
heed_known_domains_add_domain (HeedKnownDomains *self, const HeedDomain *domain, guint count)
{
  add (self->domains, heed_domain_get_ascii (domain), count);
}

void
heed_known_domains_add_mailbox (HeedKnownDomains *self, const HeedMailbox *mailbox, guint count)
{
  add (self->mailboxes, heed_mailbox_get_address (mailbox), count);
  heed_known_domains_add_domain (self, heed_mailbox_get_domain (mailbox), count);
}

guint
heed_known_domains_get_count (const HeedKnownDomains *self, const HeedDomain *domain)
{
  return look_up (self->domains, heed_domain_get_ascii (domain));
}

guint
heed_known_domains_get_mailbox_count (const HeedKnownDomains *self, const HeedMailbox *mailbox)
{
  return look_up (self->mailboxes, heed_mailbox_get_address (mailbox));
}

void
heed_known_domains_foreach (const HeedKnownDomains *self,
                            HeedKnownDomainFunc func,
                            gpointer user_data)
{
  GHashTableIter iter;
  gpointer domain;
  gpointer count;

  g_hash_table_iter_init (&iter, self->domains);
  while (g_hash_table_iter_next (&iter, &domain, &count))
    func (domain, GPOINTER_TO_UINT (count), user_data);
}

guint
heed_known_domains_get_size (const HeedKnownDomains *self)
{
  return g_hash_table_size (self->domains);
}
