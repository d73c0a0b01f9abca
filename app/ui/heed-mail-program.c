/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A mail program is what opens mailto: links and has its desktop file in the category Email, which
 * browsers have not. Whether Thunderbird asks is seen from three things, each a file: whether the
 * add-on is in its profile, whether a manifest tells it how to start the bridge, and whether it is
 * packed in a sandbox, in which it could start nothing. Why a thread: desktop files, profiles and
 * manifests are read with functions that block, and a window is open. All that the thread makes is
 * its own until it is handed over. */

#include "config.h"
#include "heed-mail-program.h"

#include <gio/gdesktopappinfo.h>
#include <string.h>

#include "heed-native-host.h"
#include "heed-thunderbird-add-on.h"

/* Where all users' manifests are, besides that of the person. */
static const char *const manifest_folders[] = {
  "/usr/lib/mozilla/native-messaging-hosts",
  "/usr/lib64/mozilla/native-messaging-hosts",
};

void
heed_mail_program_free (HeedMailProgram *self)
{
  g_free (self->name);
  g_clear_object (&self->icon);
  g_free (self->client);
  g_free (self);
}

static gboolean
has_manifest (void)
{
  g_autofree char *own = heed_native_host_get_folder ();

  for (guint i = 0; i < G_N_ELEMENTS (manifest_folders); i++)
    {
      if (heed_native_host_is_connected (manifest_folders[i]))
        return TRUE;
    }
  return heed_native_host_is_connected (own);
}

static gboolean
is_packed_in_sandbox (GAppInfo *info)
{
  const char *command = g_app_info_get_commandline (info);

  return command != NULL &&
         (strstr (command, "flatpak run") != NULL || strstr (command, "/snap/") != NULL);
}

static HeedConnection
find_thunderbird_connection (void)
{
  g_autofree char *profiles = g_build_filename (g_get_home_dir (), ".thunderbird", NULL);

  if (heed_native_host_is_in_sandbox ())
    return HEED_CONNECTION_UNKNOWN;
  switch (heed_thunderbird_add_on_find (profiles))
    {
    case HEED_THUNDERBIRD_ADD_ON_DISABLED:
      return HEED_CONNECTION_DISABLED;
    case HEED_THUNDERBIRD_ADD_ON_OUTDATED:
      return has_manifest () ? HEED_CONNECTION_OUTDATED : HEED_CONNECTION_UNREACHABLE;
    case HEED_THUNDERBIRD_ADD_ON_CURRENT:
      return has_manifest () ? HEED_CONNECTION_READY : HEED_CONNECTION_UNREACHABLE;
    case HEED_THUNDERBIRD_ADD_ON_UNKNOWN:
    case HEED_THUNDERBIRD_ADD_ON_MISSING:
    default:
      return HEED_CONNECTION_MISSING;
    }
}

static gboolean
is_mail_program (GAppInfo *info)
{
  const char *categories = g_desktop_app_info_get_categories (G_DESKTOP_APP_INFO (info));
  g_auto (GStrv) words = g_strsplit (categories != NULL ? categories : "", ";", -1);

  return g_strv_contains ((const char *const *)words, "Email");
}

static HeedMailProgram *
make_program (GAppInfo *info)
{
  HeedMailProgram *self = g_new0 (HeedMailProgram, 1);
  const char *id = g_app_info_get_id (info);
  GIcon *icon = g_app_info_get_icon (info);
  g_autofree char *folded = g_ascii_strdown (id != NULL ? id : "", -1);

  self->name = g_strdup (g_app_info_get_display_name (info));
  self->icon = icon != NULL ? g_object_ref (icon) : NULL;
  if (strstr (folded, "thunderbird") == NULL)
    {
      self->client = g_strdup (self->name);
      self->connection = HEED_CONNECTION_NO_SHIM;
      return self;
    }
  self->client = g_strdup ("Thunderbird");
  self->connection =
      is_packed_in_sandbox (info) ? HEED_CONNECTION_SANDBOXED : find_thunderbird_connection ();
  return self;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const HeedMailProgram *one = *(const HeedMailProgram *const *)a;
  const HeedMailProgram *other = *(const HeedMailProgram *const *)b;

  return g_utf8_collate (one->name, other->name);
}

static void
list_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GPtrArray *programs = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_mail_program_free);
  GList *infos = g_app_info_get_all_for_type ("x-scheme-handler/mailto");

  for (GList *item = infos; item != NULL; item = item->next)
    {
      if (is_mail_program (item->data) && g_app_info_should_show (item->data))
        g_ptr_array_add (programs, make_program (item->data));
    }
  g_list_free_full (infos, g_object_unref);
  g_ptr_array_sort (programs, compare_names);
  g_task_return_pointer (task, programs, (GDestroyNotify)g_ptr_array_unref);
}

void
heed_mail_program_list_async (GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, heed_mail_program_list_async);
  g_task_run_in_thread (task, list_in_thread);
}

GPtrArray *
heed_mail_program_list_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
connect_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_autofree char *folder = heed_native_host_get_folder ();
  GError *error = NULL;

  if (heed_native_host_connect (folder, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
heed_mail_program_connect_async (GAsyncReadyCallback callback, gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, heed_mail_program_connect_async);
  g_task_run_in_thread (task, connect_in_thread);
}

gboolean
heed_mail_program_connect_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

char *
heed_mail_program_make_client_name (const char *client)
{
  const char *slash = strchr (client, '/');

  return slash != NULL && slash != client ? g_strndup (client, (gsize)(slash - client))
                                          : g_strdup (client);
}

gboolean
heed_mail_program_is_client (const HeedMailProgram *self, const char *client)
{
  g_autofree char *name = heed_mail_program_make_client_name (client);
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_autofree char *ours = g_utf8_casefold (self->client, -1);

  return g_str_equal (folded, ours);
}
