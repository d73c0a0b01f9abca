/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-history-file.h"

G_BEGIN_DECLS

/**
 * HeedHistoryMirror:
 *
 * What a review needs of the history, in memory: the sums of the messages, and whom the person
 * trusts. Not thread-safe.
 */
typedef struct _HeedHistoryMirror HeedHistoryMirror;

HeedHistoryMirror *heed_history_mirror_new (void);
void heed_history_mirror_free (HeedHistoryMirror *self);

/**
 * heed_history_mirror_fill:
 * @self: a mirror
 * @content: what is in the file; it replaces what the mirror has
 * @lessons: (element-type HeedCorrespondent): what is not there yet
 * @trusts: (element-type HeedTrust): the same of those
 */
void heed_history_mirror_fill (HeedHistoryMirror *self,
                               HeedHistoryContent *content,
                               GList *lessons,
                               GList *trusts);

/** heed_history_mirror_get_count: Returns: the messages written to @mailbox */
guint heed_history_mirror_get_count (const HeedHistoryMirror *self, const HeedMailbox *mailbox);

/** heed_history_mirror_has_room: Returns: whether @mailbox is known, or can be beside the others;
 * %FALSE for more than %HEED_LIMIT_CORRESPONDENTS */
gboolean heed_history_mirror_has_room (const HeedHistoryMirror *self, const HeedMailbox *mailbox);

/** heed_history_mirror_add: counts @sends to @mailbox */
void heed_history_mirror_add (HeedHistoryMirror *self,
                              const HeedMailbox *mailbox,
                              const HeedSends *sends);

/**
 * heed_history_mirror_set_trust:
 * @self: a mirror
 * @trust: whom the person trusts, or no longer
 *
 * Returns: whether it changed anything; %FALSE where nobody was trusted who is to be no longer, and
 *   for more than %HEED_LIMIT_TRUSTS
 */
gboolean heed_history_mirror_set_trust (HeedHistoryMirror *self, HeedTrust *trust);

/** heed_history_mirror_list_trusts: Returns: (transfer full) (element-type HeedTrust): whom the
 * person trusts, by subject */
GPtrArray *heed_history_mirror_list_trusts (const HeedHistoryMirror *self);

gboolean heed_history_mirror_has_trust (const HeedHistoryMirror *self, const char *subject);

/** heed_history_mirror_get_size: Returns: how many mailboxes it knows */
guint heed_history_mirror_get_size (const HeedHistoryMirror *self);

/** heed_history_mirror_get_known_domains: Returns: (transfer none): the sums, until it is filled
 * anew */
HeedKnownDomains *heed_history_mirror_get_known_domains (const HeedHistoryMirror *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedHistoryMirror, heed_history_mirror_free)

G_END_DECLS
