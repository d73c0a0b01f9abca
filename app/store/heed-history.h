/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-known-domains.h"
#include "heed-message.h"
#include "heed-past-decision.h"
#include "heed-trust.h"

G_BEGIN_DECLS

#define HEED_TYPE_HISTORY (heed_history_get_type ())

/**
 * HeedHistoryState:
 * @HEED_HISTORY_CLOSED: nobody opened it yet
 * @HEED_HISTORY_OPENING: the keyring or the file has not answered yet
 * @HEED_HISTORY_READY: the file is in use
 * @HEED_HISTORY_MEMORY: it works from memory; becomes ready when the keyring opens
 */
typedef enum
{
  HEED_HISTORY_CLOSED,
  HEED_HISTORY_OPENING,
  HEED_HISTORY_READY,
  HEED_HISTORY_MEMORY,
} HeedHistoryState;

/**
 * HeedHistory:
 *
 * Whom the person wrote to and what was answered, kept in a sealed SQLite file, whose key is in the
 * keyring; whom the person wrote to is mirrored in memory as #HeedKnownDomains. What is in memory
 * is always current; the file is written by one worker thread, since a disk may take its time and
 * the caller paints a window. The property `problem` says in a sentence for the person why the file
 * is not used, or was begun anew; %NULL when all is well. The property `state` is what
 * heed_history_get_state_name() gives.
 */
G_DECLARE_FINAL_TYPE (HeedHistory, heed_history, HEED, HISTORY, GObject)

/**
 * heed_history_new:
 * @path: the file; it and its folder are made when it is opened
 *
 * Returns: (transfer full): a history that knows nobody until it is open
 */
HeedHistory *heed_history_new (const char *path);

/** heed_history_get_default_path: Returns: (transfer full): `$XDG_DATA_HOME/heed/history.db` */
char *heed_history_get_default_path (void);

/**
 * heed_history_open_async:
 *
 * Takes the key from the keyring, opens the file and fills the known domains; what is learned
 * meanwhile is kept. To be called once. Without a key, or a file that can be used, it ends with an
 * error: the history works from memory, leaves the file alone, and becomes ready by itself when the
 * keyring opens.
 */
void heed_history_open_async (HeedHistory *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean heed_history_open_finish (HeedHistory *self, GAsyncResult *result, GError **error);

HeedHistoryState heed_history_get_state (HeedHistory *self);

/** heed_history_get_state_name: Returns: (transfer none): the state on the wire: `opening`, `ready`
 * or `memory` */
const char *heed_history_get_state_name (HeedHistory *self);

/** heed_history_get_problem: Returns: (transfer none) (nullable): the property `problem` */
const char *heed_history_get_problem (HeedHistory *self);

/** heed_history_get_size: Returns: how many mailboxes it knows */
guint heed_history_get_size (HeedHistory *self);

/** heed_history_get_keys: Returns: (transfer none) (nullable) (element-type HeedKey): what the
 * keyring gave, newest first; %NULL before it did */
GPtrArray *heed_history_get_keys (HeedHistory *self);

/** heed_history_get_known_domains: Returns: (transfer none): whom the person writes to, always
 * current; to be asked for anew each time, since opening the file replaces it */
HeedKnownDomains *heed_history_get_known_domains (HeedHistory *self);

/**
 * heed_history_learn:
 * @self: a history
 * @message: a message that was sent
 *
 * Counts its recipients, each mailbox once. In memory at once, on disk soon after.
 */
void heed_history_learn (HeedHistory *self, HeedMessage *message);

/**
 * heed_history_learn_mailbox:
 * @self: a history
 * @mailbox: whom the person wrote to before
 * @count: how many times; 0 changes nothing
 *
 * Counts as so many days, too, since the days are not known and mail is written on many.
 */
void heed_history_learn_mailbox (HeedHistory *self, HeedMailbox *mailbox, guint count);

/**
 * heed_history_learn_earlier:
 * @self: a history
 * @mailbox: whom the person wrote to before
 * @count: how many times in all; 0 changes nothing
 * @first: when the first was sent, in seconds since 1970
 * @last: when the last was sent; the same unit
 * @days: on how many days
 *
 * The same where an archive tells the days. Messages that the history knows of are among those of
 * the archive, so only what it has beyond them is added: the same archive twice changes nothing.
 */
void heed_history_learn_earlier (
    HeedHistory *self, HeedMailbox *mailbox, guint count, gint64 first, gint64 last, guint days);

/**
 * heed_history_trust:
 * @self: a history
 * @trust: whom the person trusts, in place of what they said before, or no longer
 *
 * In force at once, on disk soon after.
 *
 * Returns: whether it changed anything; %FALSE where nobody was trusted who is to be no longer, and
 *   for more than %HEED_LIMIT_TRUSTS
 */
gboolean heed_history_trust (HeedHistory *self, HeedTrust *trust);

/** heed_history_list_trusts: Returns: (transfer full) (element-type HeedTrust): whom the person
 * trusts, by subject */
GPtrArray *heed_history_list_trusts (HeedHistory *self);

/** heed_history_has_trust: Returns: whether @subject, as heed_trust_get_subject() gives it, is
 * trusted itself */
gboolean heed_history_has_trust (HeedHistory *self, const char *subject);

/**
 * heed_history_remember:
 * @self: a history
 * @decision: what was answered
 *
 * On disk soon after. Where there is no file yet, the last %HEED_LIMIT_UNWRITTEN_DECISIONS wait.
 */
void heed_history_remember (HeedHistory *self, HeedPastDecision *decision);

/**
 * heed_history_flush_async:
 *
 * Ends once everything learned so far is on disk; fails if there is no file to write.
 */
void heed_history_flush_async (HeedHistory *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean heed_history_flush_finish (HeedHistory *self, GAsyncResult *result, GError **error);

G_END_DECLS
