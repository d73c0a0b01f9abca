/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * HeedEditOperation:
 * @HEED_EDIT_MISSING: characters of the expected domain are not there (`missing`)
 * @HEED_EDIT_EXTRA: characters are there that the expected domain has not (`extra`)
 * @HEED_EDIT_WRONG: characters stand in the place of others (`wrong`)
 * @HEED_EDIT_SWAPPED: two neighbours stand in each other's place (`swapped`)
 */
typedef enum
{
  HEED_EDIT_MISSING,
  HEED_EDIT_EXTRA,
  HEED_EDIT_WRONG,
  HEED_EDIT_SWAPPED,
} HeedEditOperation;

#define HEED_N_EDIT_OPERATIONS (HEED_EDIT_SWAPPED + 1)

#define HEED_TYPE_EDIT (heed_edit_get_type ())

/**
 * HeedEdit:
 * @operation: what happened
 * @position: where, in characters (Unicode code points) from the start of the domain as shown, 0
 * first; for what is missing, the position before which it belongs
 * @got: (owned): the characters that stand there, UTF-8; empty for what is missing
 * @expected: (owned): the characters that belong there, UTF-8; empty for what is extra
 *
 * One difference between the domain as it is shown and the one expected. Replacing @got by
 * @expected at every edit, last first, turns the one into the other.
 */
typedef struct
{
  HeedEditOperation operation;
  guint position;
  char *got;
  char *expected;
} HeedEdit;

GType heed_edit_get_type (void) G_GNUC_CONST;

HeedEdit *
heed_edit_new (HeedEditOperation operation, guint position, const char *got, const char *expected);
HeedEdit *heed_edit_copy (const HeedEdit *self);
void heed_edit_free (HeedEdit *self);

/** heed_edit_operation_get_name: Returns: (transfer none): the name on the wire, such as `missing`
 */
const char *heed_edit_operation_get_name (HeedEditOperation operation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedEdit, heed_edit_free)

G_END_DECLS
