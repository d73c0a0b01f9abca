/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-correspondent.h"
#include "heed-past-decision.h"
#include "heed-trust.h"

G_BEGIN_DECLS

#define HEED_TYPE_HISTORY_QUERY (heed_history_query_get_type ())

/**
 * HeedHistoryQuery:
 *
 * Which records of the history are meant: those that fit all that it says; one that says nothing
 * means every record. Immutable, ref-counted, safe to hand to another thread.
 */
typedef struct _HeedHistoryQuery HeedHistoryQuery;

GType heed_history_query_get_type (void) G_GNUC_CONST;

/**
 * heed_history_query_new:
 * @mailbox: (nullable): this person
 * @domain: (nullable): this domain, without those below it
 * @text: (nullable): part of an address or a name, in upper or lower case
 * @before: last written to, or answered, before this time in seconds since 1970; 0 for any
 *
 * A decision fits a person or a domain when one of its recipients does, or one that was asked
 * about, or somebody of the thread.
 *
 * Returns: (transfer full): the query
 */
HeedHistoryQuery *heed_history_query_new (const HeedMailbox *mailbox,
                                          const HeedDomain *domain,
                                          const char *text,
                                          gint64 before);

HeedHistoryQuery *heed_history_query_ref (HeedHistoryQuery *self);
void heed_history_query_unref (HeedHistoryQuery *self);

/** heed_history_query_is_everything: Returns: whether every record is meant */
gboolean heed_history_query_is_everything (const HeedHistoryQuery *self);

gboolean heed_history_query_fits_correspondent (const HeedHistoryQuery *self,
                                                const HeedCorrespondent *correspondent);
gboolean heed_history_query_fits_decision (const HeedHistoryQuery *self,
                                           const HeedPastDecision *decision);
gboolean heed_history_query_fits_trust (const HeedHistoryQuery *self, const HeedTrust *trust);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedHistoryQuery, heed_history_query_unref)

G_END_DECLS
