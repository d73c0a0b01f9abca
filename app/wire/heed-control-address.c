/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-control-address.h"

char *
heed_control_address_get_path (void)
{
  const char *sandbox = g_getenv ("FLATPAK_ID");

  if (sandbox != NULL)
    return g_build_filename (g_get_user_runtime_dir (), "app", sandbox, "heed", "control", NULL);
  return g_build_filename (g_get_user_runtime_dir (), "heed", "control", NULL);
}
