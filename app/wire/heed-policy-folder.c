/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-policy-folder.h"

#include "heed-error.h"
#include "heed-preferences.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* Where the Flatpak manifest mounts the policy extension, and what only a Flatpak has. */
#define EXTENSION "/app/extensions/policy"
#define FLATPAK_INFO "/.flatpak-info"

/* The folder of an extension that policy is read from. */
#define POLICY_FOLDER "policy.d"

struct _HeedPolicyFolder
{
  char *path; /* (owned) */
  gboolean is_users;
  gboolean is_extension;
};

HeedPolicyFolder *
heed_policy_folder_new (const char *path, gboolean is_users)
{
  HeedPolicyFolder *self = g_new0 (HeedPolicyFolder, 1);

  self->path = g_strdup (path);
  self->is_users = is_users;
  return self;
}

static gboolean
is_folder_of_another (int fd)
{
  struct stat status;

  return fstat (fd, &status) == 0 && S_ISDIR (status.st_mode) && status.st_uid != getuid ();
}

/* A link in the person's own extension could lead to a folder of anybody's, whose owner then says
 * nothing, so each step is opened as what it is. Where the outer folder is another's, the inner one
 * cannot be exchanged by the person later on. What is not there at all is nobody's. */
static gboolean
belongs_to_user (const char *mount_point)
{
  int outer = open (mount_point, O_PATH | O_NOFOLLOW | O_CLOEXEC);
  int inner = outer >= 0 ? openat (outer, POLICY_FOLDER, O_PATH | O_NOFOLLOW | O_CLOEXEC) : -1;
  gboolean belongs;

  if (inner < 0)
    belongs = errno != ENOENT;
  else
    belongs = !is_folder_of_another (outer) || !is_folder_of_another (inner);
  if (outer >= 0)
    close (outer);
  if (inner >= 0)
    close (inner);
  return belongs;
}

HeedPolicyFolder *
heed_policy_folder_new_extension (const char *mount_point)
{
  g_autofree char *path = g_build_filename (mount_point, POLICY_FOLDER, NULL);
  HeedPolicyFolder *self = heed_policy_folder_new (path, belongs_to_user (mount_point));

  self->is_extension = TRUE;
  return self;
}

void
heed_policy_folder_free (HeedPolicyFolder *self)
{
  g_free (self->path);
  g_free (self);
}

GPtrArray *
heed_policy_folder_list_installed (void)
{
  const char *trial = g_getenv ("HEED_POLICY_PATH");
  g_auto (GStrv) trials = g_strsplit (trial != NULL ? trial : "", G_SEARCHPATH_SEPARATOR_S, -1);
  g_autofree char *vendor = g_build_filename (HEED_DATADIR, "heed", "policy.d", NULL);
  g_autofree char *own = heed_preferences_get_default_folder ();
  g_autofree char *administrator = g_build_filename (HEED_SYSCONFDIR, "heed", "policy.d", NULL);
  GPtrArray *folders = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_policy_folder_free);

  for (guint i = 0; trials[i] != NULL; i++)
    {
      if (*trials[i] != '\0')
        g_ptr_array_add (folders, heed_policy_folder_new (trials[i], TRUE));
    }
  g_ptr_array_add (folders, heed_policy_folder_new (vendor, FALSE));
  g_ptr_array_add (folders, heed_policy_folder_new (administrator, FALSE));
  if (g_file_test (FLATPAK_INFO, G_FILE_TEST_EXISTS))
    g_ptr_array_add (folders, heed_policy_folder_new_extension (EXTENSION));
  g_ptr_array_add (folders, heed_policy_folder_new (own, TRUE));
  return folders;
}

const char *
heed_policy_folder_get_path (const HeedPolicyFolder *self)
{
  return self->path;
}

gboolean
heed_policy_folder_is_users (const HeedPolicyFolder *self)
{
  return self->is_users;
}

gboolean
heed_policy_folder_hides_system (const HeedPolicyFolder *self)
{
  return self->is_extension && self->is_users;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

GPtrArray *
heed_policy_folder_list_files (const HeedPolicyFolder *self, GPtrArray *problems)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (self->path, 0, &error);
  const char *name;

  if (dir == NULL)
    {
      if (!g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        g_ptr_array_add (problems,
                         g_error_new_literal (HEED_ERROR, HEED_ERROR_FAILED, error->message));
      return paths;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, ".json") && *name != '.')
        g_ptr_array_add (paths, g_build_filename (self->path, name, NULL));
    }
  g_ptr_array_sort (paths, compare_names);
  return paths;
}
