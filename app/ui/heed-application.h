/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define HEED_TYPE_APPLICATION (heed_application_get_type ())

/**
 * HeedApplication:
 *
 * The program `heed`: owns the bus name, exports the service, and shows a window when it is started
 * by hand. GTK is initialised only with the first window, so that the service that waits stays
 * small; hence no GtkApplication. It ends when nobody has needed it for a while, and the bus starts
 * it again.
 */
G_DECLARE_FINAL_TYPE (HeedApplication, heed_application, HEED, APPLICATION, GApplication)

/** heed_application_new: Returns: (transfer full): the program, to be run */
HeedApplication *heed_application_new (void);

/** heed_application_has_failed: Returns: whether it could not do what it was started for */
gboolean heed_application_has_failed (HeedApplication *self);

G_END_DECLS
