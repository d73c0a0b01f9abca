/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-policy-folders.h"

#include "heed-policy-file.h"

char **
heed_policy_folders_get_default (void)
{
  const char *trial = g_getenv ("HEED_POLICY_PATH");
  g_autoptr (GStrvBuilder) folders = g_strv_builder_new ();
  g_auto (GStrv) trials = g_strsplit (trial != NULL ? trial : "", G_SEARCHPATH_SEPARATOR_S, -1);
  g_autofree char *vendor = g_build_filename (HEED_DATADIR, "heed", "policy.d", NULL);
  g_autofree char *administrator = g_build_filename (HEED_SYSCONFDIR, "heed", "policy.d", NULL);

  g_strv_builder_addv (folders, (const char **)trials);
  g_strv_builder_add (folders, vendor);
  g_strv_builder_add (folders, administrator);
  return g_strv_builder_end (folders);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *)a, *(const char *const *)b);
}

/* The policy files of one folder in the order of their names. */
static GPtrArray *
list_files (const char *folder, GPtrArray *problems)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  if (dir == NULL)
    {
      if (!g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        g_ptr_array_add (problems, g_strdup (error->message));
      return paths;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_suffix (name, ".json") && *name != '.')
        g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
    }
  g_ptr_array_sort (paths, compare_names);
  return paths;
}

static void
read_folder (const char *folder, HeedPolicyBuilder *builder, GPtrArray *problems)
{
  g_autoptr (GPtrArray) paths = list_files (folder, problems);

  for (guint i = 0; i < paths->len; i++)
    {
      g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);

      if (heed_policy_file_read (paths->pdata[i], builder, found))
        heed_policy_builder_set_managed (builder, TRUE);
      for (guint j = 0; j < found->len; j++)
        g_ptr_array_add (problems, g_strdup (((const GError *)found->pdata[j])->message));
    }
}

HeedPolicy *
heed_policy_folders_read (const char *const *folders, GPtrArray **problems)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; folders[i] != NULL; i++)
    {
      if (*folders[i] != '\0')
        read_folder (folders[i], builder, found);
    }
  *problems = g_steal_pointer (&found);
  return heed_policy_builder_end (builder);
}
