/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-policy-choice.h"

const char *
heed_mode_get_name (HeedMode value)
{
  static const char *const names[HEED_N_MODES] = {
    [HEED_MODE_ENFORCE] = "enforce",
    [HEED_MODE_OBSERVE] = "observe",
  };

  g_return_val_if_fail ((guint)value < HEED_N_MODES, NULL);
  return names[value];
}

const char *
heed_prompt_when_get_name (HeedPromptWhen value)
{
  static const char *const names[HEED_N_PROMPT_WHENS] = {
    [HEED_PROMPT_WHEN_RISKY] = "risky",
    [HEED_PROMPT_WHEN_EXTERNAL] = "external",
    [HEED_PROMPT_WHEN_ALWAYS] = "always",
  };

  g_return_val_if_fail ((guint)value < HEED_N_PROMPT_WHENS, NULL);
  return names[value];
}

const char *
heed_danger_confirmation_get_name (HeedDangerConfirmation value)
{
  static const char *const names[HEED_N_DANGER_CONFIRMATIONS] = {
    [HEED_DANGER_CONFIRMATION_TYPE] = "type",
    [HEED_DANGER_CONFIRMATION_TICK] = "tick",
  };

  g_return_val_if_fail ((guint)value < HEED_N_DANGER_CONFIRMATIONS, NULL);
  return names[value];
}

const char *
heed_on_failure_get_name (HeedOnFailure value)
{
  static const char *const names[HEED_N_ON_FAILURES] = {
    [HEED_ON_FAILURE_ASK] = "ask",
    [HEED_ON_FAILURE_CANCEL] = "cancel",
    [HEED_ON_FAILURE_ALLOW] = "allow",
  };

  g_return_val_if_fail ((guint)value < HEED_N_ON_FAILURES, NULL);
  return names[value];
}

const char *
heed_audit_level_get_name (HeedAuditLevel value)
{
  static const char *const names[HEED_N_AUDIT_LEVELS] = {
    [HEED_AUDIT_OFF] = "off",
    [HEED_AUDIT_REASONS] = "reasons",
    [HEED_AUDIT_HASHED] = "hashed",
    [HEED_AUDIT_FULL] = "full",
  };

  g_return_val_if_fail ((guint)value < HEED_N_AUDIT_LEVELS, NULL);
  return names[value];
}
