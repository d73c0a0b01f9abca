/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-edit.h"

G_DEFINE_BOXED_TYPE (HeedEdit, heed_edit, heed_edit_copy, heed_edit_free)

HeedEdit *
heed_edit_new (HeedEditOperation operation, guint position, const char *got, const char *expected)
{
  HeedEdit *self = g_new0 (HeedEdit, 1);

  self->operation = operation;
  self->position = position;
  self->got = g_strdup (got);
  self->expected = g_strdup (expected);
  return self;
}

HeedEdit *
heed_edit_copy (const HeedEdit *self)
{
  return heed_edit_new (self->operation, self->position, self->got, self->expected);
}

void
heed_edit_free (HeedEdit *self)
{
  g_free (self->got);
  g_free (self->expected);
  g_free (self);
}

const char *
heed_edit_operation_get_name (HeedEditOperation operation)
{
  static const char *const names[HEED_N_EDIT_OPERATIONS] = {
    [HEED_EDIT_MISSING] = "missing",
    [HEED_EDIT_EXTRA] = "extra",
    [HEED_EDIT_WRONG] = "wrong",
    [HEED_EDIT_SWAPPED] = "swapped",
  };

  g_return_val_if_fail ((guint)operation < HEED_N_EDIT_OPERATIONS, NULL);
  return names[operation];
}
