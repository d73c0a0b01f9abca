/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-domain-set.h"
#include "heed-mailbox.h"

G_BEGIN_DECLS

/**
 * HeedKnownDomains:
 *
 * The domains and mailboxes that a person really writes to, in memory, ready to be searched for
 * near ones. Ref-counted, not thread-safe. The history fills it; a review only reads it.
 */
typedef struct _HeedKnownDomains HeedKnownDomains;

/**
 * HeedSends:
 * @count: messages
 * @days: on how many days; %HEED_SENDS_VOUCHED where somebody says that they are enough
 * @first: when the first was sent, in seconds since 1970
 * @last: when the last was sent; the same unit
 *
 * Messages that went to a mailbox or domain.
 */
typedef struct
{
  guint count;
  guint days;
  gint64 first;
  gint64 last;
} HeedSends;

#define HEED_SENDS_VOUCHED G_MAXUINT

HeedKnownDomains *heed_known_domains_new (void);
HeedKnownDomains *heed_known_domains_ref (HeedKnownDomains *self);
void heed_known_domains_unref (HeedKnownDomains *self);

/**
 * heed_known_domains_add_mailbox:
 * @self: the known domains
 * @mailbox: who was written to
 * @count: how many messages more
 *
 * Counts messages to a mailbox and so to its domain, which is known from then on.
 */
void
heed_known_domains_add_mailbox (HeedKnownDomains *self, const HeedMailbox *mailbox, guint count);

/** heed_known_domains_add_sends: the same for messages whose days count */
void heed_known_domains_add_sends (HeedKnownDomains *self,
                                   const HeedMailbox *mailbox,
                                   const HeedSends *sends);

/** heed_known_domains_get_number: Returns: the number of @domain, for
 * heed_known_domains_add_address() */
guint32 heed_known_domains_get_number (HeedKnownDomains *self, const HeedDomain *domain);

/**
 * heed_known_domains_add_address:
 * @self: the known domains
 * @address: a normalised address, as heed_mailbox_get_address() gives it
 * @number: of its domain
 * @sends: the messages
 *
 * Does what heed_known_domains_add_sends() does, for many at few domains.
 */
void heed_known_domains_add_address (HeedKnownDomains *self,
                                     const char *address,
                                     guint32 number,
                                     const HeedSends *sends);

/** heed_known_domains_add_domain: the same where only the domain is known */
void heed_known_domains_add_domain (HeedKnownDomains *self, const HeedDomain *domain, guint count);

/** heed_known_domains_get_count: Returns: the messages written to exactly this domain */
guint heed_known_domains_get_count (const HeedKnownDomains *self, const HeedDomain *domain);

/** heed_known_domains_get_mailbox_count: Returns: the messages written to exactly this mailbox */
guint heed_known_domains_get_mailbox_count (const HeedKnownDomains *self,
                                            const HeedMailbox *mailbox);

/**
 * heed_known_domains_get_holder_count:
 *
 * Returns: the messages written to whatever shares @domain's registrable domain, and so its holder
 */
guint heed_known_domains_get_holder_count (const HeedKnownDomains *self, const HeedDomain *domain);

/** heed_known_domains_get_last_day: Returns: the day of the last message to @domain or below it, in
 * days since 1970; 0 where nobody knows */
guint heed_known_domains_get_last_day (const HeedKnownDomains *self, const HeedDomain *domain);

/**
 * heed_known_domains_is_known:
 * @self: the known domains
 * @domain: a domain
 * @sends: messages
 * @days: days
 *
 * Returns: whether so many messages went to whatever shares @domain's registrable domain, on at
 *   least so many days. Of several mailboxes, days that may be the same count once
 */
gboolean heed_known_domains_is_known (const HeedKnownDomains *self,
                                      const HeedDomain *domain,
                                      guint sends,
                                      guint days);

/** heed_known_domains_set_trusted: @subject: an address in lower case, or a domain in ASCII with
 * all below it, that the person said is right, or no longer */
void
heed_known_domains_set_trusted (HeedKnownDomains *self, const char *subject, gboolean is_trusted);

/** heed_known_domains_is_trusted: Returns: whether the person said that @mailbox is right */
gboolean heed_known_domains_is_trusted (const HeedKnownDomains *self, const HeedMailbox *mailbox);

/** heed_known_domains_get_total: Returns: the messages written to all domains */
guint64 heed_known_domains_get_total (const HeedKnownDomains *self);

/** heed_known_domains_get_most: Returns: the messages written to the domain that got most */
guint heed_known_domains_get_most (const HeedKnownDomains *self);

/** heed_known_domains_get_set: Returns: (transfer none): the domains that were written to and the
 * registrable domains above them, to be searched */
HeedDomainSet *heed_known_domains_get_set (const HeedKnownDomains *self);

/** heed_known_domains_has_mailboxes: Returns: whether any mailbox at exactly this domain is known
 */
gboolean heed_known_domains_has_mailboxes (const HeedKnownDomains *self, const HeedDomain *domain);

/**
 * heed_known_domains_find_near:
 * @self: the known domains
 * @mailbox: what was typed
 * @min_length: the bytes below which a local part is too short to say anything
 * @count: (out): messages written to what is found
 *
 * Returns: (transfer full) (nullable): of the known mailboxes of the same domain whose local part
 *   is a letter or two away, the one that most messages were written to
 */
HeedMailbox *heed_known_domains_find_near (HeedKnownDomains *self,
                                           const HeedMailbox *mailbox,
                                           gsize min_length,
                                           guint *count);

/** heed_known_domains_get_size: Returns: how many domains are known */
guint heed_known_domains_get_size (const HeedKnownDomains *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedKnownDomains, heed_known_domains_unref)

G_END_DECLS
