/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-spoken-name.h"

#include "heed-shown-text.h"

void
heed_spoken_name_set (GtkWidget *widget, const char *shown)
{
  g_autofree char *spoken = heed_shown_text_speak (shown);

  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
}
