/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

#include "heed-history-query.h"
#include "heed-key.h"
#include "heed-known-domains.h"
#include "heed-trust.h"

G_BEGIN_DECLS

/**
 * HeedHistoryRecords:
 *
 * The correspondents and past decisions in a database that somebody else opened. Every function
 * that changes something belongs within a transaction of its caller's, which ends with
 * heed_history_records_finish(). They return an SQLite result code.
 */
typedef struct _HeedHistoryRecords HeedHistoryRecords;

/**
 * heed_history_records_new:
 * @database: a database with the tables; has to stay
 * @key: a key that may be the right one
 *
 * Returns: (transfer full) (nullable): the records; %NULL when they were sealed under another key
 */
HeedHistoryRecords *heed_history_records_new (sqlite3 *database, const HeedKey *key);
void heed_history_records_free (HeedHistoryRecords *self);

/**
 * heed_history_records_read:
 * @self: the records
 * @known: where to add everybody
 * @trusts: (element-type HeedTrust): where to add whom the person trusts
 * @n: (out): how many correspondents there are
 * @whole: (out): whether they are all there and undamaged
 */
int heed_history_records_read (HeedHistoryRecords *self,
                               HeedKnownDomains *known,
                               GPtrArray *trusts,
                               guint *n,
                               gboolean *whole);

/** heed_history_records_repair: removes what is damaged, and vouches for the others */
int heed_history_records_repair (HeedHistoryRecords *self);

/** heed_history_records_learn: adds @correspondent to what is known of the address */
int heed_history_records_learn (HeedHistoryRecords *self, const HeedCorrespondent *correspondent);

/** heed_history_records_import: the same, except that what both know is not counted twice */
int heed_history_records_import (HeedHistoryRecords *self, const HeedCorrespondent *correspondent);

/** heed_history_records_remember: adds @decision, unless it is there already */
int heed_history_records_remember (HeedHistoryRecords *self, const HeedPastDecision *decision);

/** heed_history_records_trust: writes @trust, or removes that which is withdrawn */
int heed_history_records_trust (HeedHistoryRecords *self, const HeedTrust *trust);

/**
 * heed_history_records_list:
 * @self: the records
 * @query: which of them
 * @correspondents: (element-type HeedCorrespondent): where to add those
 * @decisions: (element-type HeedPastDecision): and those
 */
int heed_history_records_list (HeedHistoryRecords *self,
                               const HeedHistoryQuery *query,
                               GPtrArray *correspondents,
                               GPtrArray *decisions);

/**
 * HeedHistoryProgressFunc:
 * @done: how many records are done
 * @total: of how many
 */
typedef void (*HeedHistoryProgressFunc) (guint done, guint total, gpointer user_data);

/**
 * heed_history_records_erase:
 * @self: the records
 * @query: which of them
 * @progress: (nullable): called now and then
 * @cancellable: (nullable): stops it; the transaction is to be rolled back
 * @n_correspondents: (out): how many went, and how many that were trusted
 * @n_decisions: (out): how many went
 *
 * Returns: an SQLite result code; SQLITE_INTERRUPT when it was cancelled
 */
int heed_history_records_erase (HeedHistoryRecords *self,
                                const HeedHistoryQuery *query,
                                HeedHistoryProgressFunc progress,
                                gpointer user_data,
                                GCancellable *cancellable,
                                guint *n_correspondents,
                                guint *n_decisions);

/** heed_history_records_finish: makes them whole; what follows is the commit */
int heed_history_records_finish (HeedHistoryRecords *self);

/** heed_history_records_reload: after a rollback, goes by the file again */
int heed_history_records_reload (HeedHistoryRecords *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedHistoryRecords, heed_history_records_free)

G_END_DECLS
