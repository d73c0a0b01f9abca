/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The keys of a policy that are one of several words. Each word is the name of its member in lower
 * case. */

/**
 * HeedMode:
 * @HEED_MODE_ENFORCE: windows open
 * @HEED_MODE_OBSERVE: nothing is asked; what would have happened is recorded
 *
 * What happens when something is found.
 */
typedef enum
{
  HEED_MODE_ENFORCE,
  HEED_MODE_OBSERVE,
} HeedMode;

#define HEED_N_MODES (HEED_MODE_OBSERVE + 1)

/** heed_mode_get_name: Returns: (transfer none): the word in a policy */
const char *heed_mode_get_name (HeedMode value);

/**
 * HeedPromptWhen:
 * @HEED_PROMPT_WHEN_RISKY: those with something at caution or above
 * @HEED_PROMPT_WHEN_EXTERNAL: also those to anybody outside the organisation
 * @HEED_PROMPT_WHEN_ALWAYS: all
 *
 * Which messages the person is asked about.
 */
typedef enum
{
  HEED_PROMPT_WHEN_RISKY,
  HEED_PROMPT_WHEN_EXTERNAL,
  HEED_PROMPT_WHEN_ALWAYS,
} HeedPromptWhen;

#define HEED_N_PROMPT_WHENS (HEED_PROMPT_WHEN_ALWAYS + 1)

/** heed_prompt_when_get_name: Returns: (transfer none): the word in a policy */
const char *heed_prompt_when_get_name (HeedPromptWhen value);

/**
 * HeedDangerConfirmation:
 * @HEED_DANGER_CONFIRMATION_TYPE: typing the part that differs
 * @HEED_DANGER_CONFIRMATION_TICK: ticking a box
 *
 * What lets a dangerous recipient pass.
 */
typedef enum
{
  HEED_DANGER_CONFIRMATION_TYPE,
  HEED_DANGER_CONFIRMATION_TICK,
} HeedDangerConfirmation;

#define HEED_N_DANGER_CONFIRMATIONS (HEED_DANGER_CONFIRMATION_TICK + 1)

/** heed_danger_confirmation_get_name: Returns: (transfer none): the word in a policy */
const char *heed_danger_confirmation_get_name (HeedDangerConfirmation value);

/**
 * HeedOnFailure:
 * @HEED_ON_FAILURE_ASK: asks the person in a window of its own
 * @HEED_ON_FAILURE_CANCEL: keeps the message
 * @HEED_ON_FAILURE_ALLOW: sends it
 *
 * What a shim does that gets no verdict.
 */
typedef enum
{
  HEED_ON_FAILURE_ASK,
  HEED_ON_FAILURE_CANCEL,
  HEED_ON_FAILURE_ALLOW,
} HeedOnFailure;

#define HEED_N_ON_FAILURES (HEED_ON_FAILURE_ALLOW + 1)

/** heed_on_failure_get_name: Returns: (transfer none): the word in a policy */
const char *heed_on_failure_get_name (HeedOnFailure value);

/**
 * HeedAuditLevel:
 * @HEED_AUDIT_OFF: there are no records
 * @HEED_AUDIT_REASONS: no domain
 * @HEED_AUDIT_HASHED: keyed hashes of domains
 * @HEED_AUDIT_FULL: domains and addresses
 *
 * What a record holds.
 */
typedef enum
{
  HEED_AUDIT_OFF,
  HEED_AUDIT_REASONS,
  HEED_AUDIT_HASHED,
  HEED_AUDIT_FULL,
} HeedAuditLevel;

#define HEED_N_AUDIT_LEVELS (HEED_AUDIT_FULL + 1)

/** heed_audit_level_get_name: Returns: (transfer none): the word in a policy */
const char *heed_audit_level_get_name (HeedAuditLevel value);

G_END_DECLS
