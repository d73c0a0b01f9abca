/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "heed-archive.h"

G_BEGIN_DECLS

/* Work on the history that a person asks for in a window and that can take a while. Each shows how
 * far it is, can be stopped, says in a toast how it ended, and then activates the action
 * `history.refresh` of @widget. */

/** heed_history_task_forget: erases what @query means from @history */
void heed_history_task_forget (GtkWidget *widget, HeedHistory *history, HeedHistoryQuery *query);

/** heed_history_task_export: asks for a file and writes there. @correspondents: (element-type
 * HeedCorrespondent); @decisions: (element-type HeedPastDecision) */
void heed_history_task_export (GtkWidget *widget, GPtrArray *correspondents, GPtrArray *decisions);

/** heed_history_task_import: asks for a file and brings what it holds into @history */
void heed_history_task_import (GtkWidget *widget, HeedHistory *history);

G_END_DECLS
