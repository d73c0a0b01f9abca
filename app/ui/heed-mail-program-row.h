/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "heed-mail-program.h"

G_BEGIN_DECLS

#define HEED_TYPE_MAIL_PROGRAM_ROW (heed_mail_program_row_get_type ())

/**
 * HeedMailProgramRow:
 *
 * A mail program, whether it asks Heed, and a button for what can be done about it. The signal
 * `changed` tells that something was done.
 */
G_DECLARE_FINAL_TYPE (
    HeedMailProgramRow, heed_mail_program_row, HEED, MAIL_PROGRAM_ROW, AdwActionRow)

/**
 * heed_mail_program_row_new:
 * @program: the program
 * @asked: (nullable): when it asked last, as far as is remembered
 *
 * Returns: (transfer none): the row
 */
HeedMailProgramRow *heed_mail_program_row_new (const HeedMailProgram *program, GDateTime *asked);

G_END_DECLS
