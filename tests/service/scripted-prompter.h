/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-prompter.h"

G_BEGIN_DECLS

#define HEED_TYPE_SCRIPTED_PROMPTER (heed_scripted_prompter_get_type ())

/**
 * HeedScriptedPrompter:
 *
 * A person and their window, played by a test: it opens when the service asks and stays until the
 * test answers or the service takes it away. It fails the test when a second one opens meanwhile.
 * Emits `opened` and `cancelled`.
 */
G_DECLARE_FINAL_TYPE (
    HeedScriptedPrompter, heed_scripted_prompter, HEED, SCRIPTED_PROMPTER, GObject)

HeedScriptedPrompter *heed_scripted_prompter_new (void);

/** heed_scripted_prompter_is_open: Returns: whether a window is open */
gboolean heed_scripted_prompter_is_open (HeedScriptedPrompter *self);

/** heed_scripted_prompter_wait: waits until a window is open */
void heed_scripted_prompter_wait (HeedScriptedPrompter *self);

/** heed_scripted_prompter_get_prompt: Returns: (transfer none) (nullable): what the open window
 * asks about a message */
HeedPrompt *heed_scripted_prompter_get_prompt (HeedScriptedPrompter *self);

/** heed_scripted_prompter_get_subject: Returns: (transfer none) (nullable): the subject of the
 * message in the open window */
const char *heed_scripted_prompter_get_subject (HeedScriptedPrompter *self);

/** heed_scripted_prompter_answer: the person answers the open window with @reason */
void heed_scripted_prompter_answer (HeedScriptedPrompter *self, HeedReason reason);

/** heed_scripted_prompter_correct: the person sends to @mailbox instead */
void heed_scripted_prompter_correct (HeedScriptedPrompter *self, const char *mailbox);

/** heed_scripted_prompter_agree: the person answers whether Heed may learn */
void heed_scripted_prompter_agree (HeedScriptedPrompter *self, gboolean agrees);

/** heed_scripted_prompter_crash: the open window is lost, with an error of a library */
void heed_scripted_prompter_crash (HeedScriptedPrompter *self);

/** heed_scripted_prompter_get_n_opened: Returns: how many windows opened so far */
guint heed_scripted_prompter_get_n_opened (HeedScriptedPrompter *self);

/** heed_scripted_prompter_get_n_cancelled: Returns: how many of them the service took away */
guint heed_scripted_prompter_get_n_cancelled (HeedScriptedPrompter *self);

/** heed_scripted_prompter_get_n_presented: Returns: how often a window was brought to the front */
guint heed_scripted_prompter_get_n_presented (HeedScriptedPrompter *self);

/** heed_scripted_prompter_get_n_prepared: Returns: how often it was told to be warm */
guint heed_scripted_prompter_get_n_prepared (HeedScriptedPrompter *self);

/** heed_scripted_prompter_get_client: Returns: (transfer none) (nullable): who wants Heed to learn
 * in the open window */
const char *heed_scripted_prompter_get_client (HeedScriptedPrompter *self);

/** heed_scripted_prompter_get_n_mailboxes: Returns: how many mailboxes it wants Heed to learn */
guint heed_scripted_prompter_get_n_mailboxes (HeedScriptedPrompter *self);

G_END_DECLS
