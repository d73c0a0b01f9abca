/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "heed-native-host.h"

#include <glib/gstdio.h>

/* Outside of a sandbox: what it does inside is tested where there is one, in flatpak/tests. */
static void
test_connect_and_disconnect (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("heed-XXXXXX", NULL);
  g_autofree char *deeper = g_build_filename (folder, "a", "b", NULL);
  g_autofree char *parent = g_path_get_dirname (deeper);
  g_autofree char *manifest = g_build_filename (deeper, HEED_NATIVE_HOST ".json", NULL);
  g_autofree char *content = NULL;

  g_assert_false (heed_native_host_is_in_sandbox ());
  g_assert_false (heed_native_host_is_swallowed (deeper));
  g_assert_false (heed_native_host_is_connected (deeper));
  g_assert_true (heed_native_host_connect (deeper, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (manifest, &content, NULL, NULL));
  g_assert_nonnull (g_strstr_len (content, -1, "\"" HEED_BINDIR "/heed-bridge\""));
  g_assert_nonnull (g_strstr_len (content, -1, "\"" HEED_EXTENSION_ID "\""));
  g_assert_true (heed_native_host_disconnect (deeper, &error));
  g_assert_no_error (error);
  g_assert_false (g_file_test (manifest, G_FILE_TEST_EXISTS));
  /* Nothing left to remove. */
  g_assert_true (heed_native_host_disconnect (deeper, &error));
  g_rmdir (deeper);
  g_rmdir (parent);
  g_rmdir (folder);
}

static void
test_connected_needs_a_program (void)
{
  g_autofree char *folder = g_dir_make_tmp ("heed-XXXXXX", NULL);
  g_autofree char *manifest = g_build_filename (folder, HEED_NATIVE_HOST ".json", NULL);
  static const struct
  {
    const char *content;
    gboolean connected;
  } rows[] = {
    { "{\"path\": \"/bin/sh\"}", TRUE },
    { "{\"path\": \"/bin/no-such-program\"}", FALSE },
    { "{\"path\": 7}", FALSE },
    { "[]", FALSE },
    { "{", FALSE },
    { "", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_true (g_file_set_contents (manifest, rows[i].content, -1, NULL));
      g_assert_cmpint (heed_native_host_is_connected (folder), ==, rows[i].connected);
    }
  g_unlink (manifest);
  g_rmdir (folder);
}

static void
test_unwritable (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (heed_native_host_connect ("/proc/no-such-folder", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/native-host/connect-and-disconnect", test_connect_and_disconnect);
  g_test_add_func ("/native-host/connected-needs-a-program", test_connected_needs_a_program);
  g_test_add_func ("/native-host/unwritable", test_unwritable);
  return g_test_run ();
}
