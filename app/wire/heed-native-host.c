/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A mail program starts heed-bridge because a manifest in a folder of the person's says so. A
 * Flatpak has no access to that folder unless it is granted, and no path to its programs that the
 * mail program could use. So the manifest names a wrapper in the Flatpak's data folder, which has
 * the same path inside and outside, and the folder is looked at before it is believed: what the
 * sandbox makes up lies on the same file system as its root, what is let in does not. */

#include "config.h"
#include "heed-native-host.h"

#include <errno.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <json.h>

#define SANDBOX_FILE "/.flatpak-info"
#define MANIFEST_MODE 0644
#define WRAPPER_MODE 0755

char *
heed_native_host_get_folder (void)
{
  return g_build_filename (g_get_home_dir (), ".mozilla", "native-messaging-hosts", NULL);
}

gboolean
heed_native_host_is_in_sandbox (void)
{
  return g_file_test (SANDBOX_FILE, G_FILE_TEST_EXISTS);
}

gboolean
heed_native_host_is_swallowed (const char *folder)
{
  g_autofree char *path = g_canonicalize_filename (folder, "/");
  GStatBuf root;
  GStatBuf there;

  if (!heed_native_host_is_in_sandbox () || g_stat ("/", &root) != 0)
    return FALSE;
  while (g_stat (path, &there) != 0)
    {
      char *parent = g_path_get_dirname (path);

      g_free (path);
      path = parent;
    }
  return there.st_dev == root.st_dev;
}

static char *
get_manifest_path (const char *folder)
{
  return g_build_filename (folder, HEED_NATIVE_HOST ".json", NULL);
}

static char *
get_wrapper_path (void)
{
  return g_build_filename (g_get_user_data_dir (), "heed-bridge", NULL);
}

static char *
get_program_path (void)
{
  return heed_native_host_is_in_sandbox () ? get_wrapper_path ()
                                           : g_build_filename (HEED_BINDIR, "heed-bridge", NULL);
}

static gboolean
write_file (const char *path, const char *content, int mode, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0755) != 0)
    {
      g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: %s", folder,
                   g_strerror (errno));
      return FALSE;
    }
  return g_file_set_contents_full (path, content, -1, G_FILE_SET_CONTENTS_CONSISTENT, mode,
                                   error) &&
         g_chmod (path, mode) == 0;
}

static gboolean
write_wrapper (const char *path, GError **error)
{
  const char *content = "#!/bin/sh\n"
                        "# Starts heed-bridge inside Heed's Flatpak. Written by heed-connect.\n"
                        "exec flatpak run --command=heed-bridge " HEED_APPLICATION_ID " \"$@\"\n";

  return write_file (path, content, WRAPPER_MODE, error);
}

static char *
describe_manifest (const char *program)
{
  json_object *manifest = json_object_new_object ();
  json_object *extensions = json_object_new_array ();
  char *text;

  json_object_array_add (extensions, json_object_new_string (HEED_EXTENSION_ID));
  json_object_object_add (manifest, "name", json_object_new_string (HEED_NATIVE_HOST));
  json_object_object_add (manifest, "description",
                          json_object_new_string (
                              "Heed: a second look at the recipients of a message"));
  json_object_object_add (manifest, "path", json_object_new_string (program));
  json_object_object_add (manifest, "type", json_object_new_string ("stdio"));
  json_object_object_add (manifest, "allowed_extensions", extensions);
  text =
      g_strdup_printf ("%s\n", json_object_to_json_string_ext (manifest,
                                                               JSON_C_TO_STRING_PRETTY |
                                                                   JSON_C_TO_STRING_NOSLASHESCAPE));
  json_object_put (manifest);
  return text;
}

gboolean
heed_native_host_connect (const char *folder, GError **error)
{
  g_autofree char *program = get_program_path ();
  g_autofree char *path = get_manifest_path (folder);
  g_autofree char *content = describe_manifest (program);

  if (heed_native_host_is_in_sandbox () && !write_wrapper (program, error))
    return FALSE;
  return write_file (path, content, MANIFEST_MODE, error);
}

static gboolean
remove_file (const char *path, GError **error)
{
  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (errno), "%s: %s", path,
               g_strerror (errno));
  return FALSE;
}

gboolean
heed_native_host_disconnect (const char *folder, GError **error)
{
  g_autofree char *manifest = get_manifest_path (folder);
  g_autofree char *wrapper = get_wrapper_path ();

  return remove_file (manifest, error) &&
         (!heed_native_host_is_in_sandbox () || remove_file (wrapper, error));
}

gboolean
heed_native_host_is_connected (const char *folder)
{
  g_autofree char *manifest = get_manifest_path (folder);
  json_object *content = json_object_from_file (manifest);
  json_object *program;
  gboolean connected = json_object_object_get_ex (content, "path", &program) &&
                       g_file_test (json_object_get_string (program), G_FILE_TEST_IS_EXECUTABLE);

  json_object_put (content);
  return connected;
}
