/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-history-file.h"

G_BEGIN_DECLS

/* What is wrong with the history, in a sentence for the person. */

/** heed_history_problem_of_search: Returns: (transfer none): why there is no key yet; @error is
 * that of HeedKeySearch::failed */
const char *heed_history_problem_of_search (const GError *error);

/** heed_history_problem_of_opening: Returns: (transfer none): why the file is not used */
const char *heed_history_problem_of_opening (void);

/** heed_history_problem_of_writing: Returns: (transfer none): that a commit failed */
const char *heed_history_problem_of_writing (void);

/** heed_history_problem_of_content: Returns: (transfer full) (nullable): what happened to the old
 * file; %NULL when all is well */
char *heed_history_problem_of_content (const HeedHistoryContent *content);

G_END_DECLS
