/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Thunderbird keeps a list of what is installed in extensions.json of each profile. The file is
 * Thunderbird's own: whatever of it is not as expected counts as not there. */

#include "config.h"
#include "heed-thunderbird-add-on.h"

#include <json.h>

#include "heed-json.h"

/* Bytes of the list; one with a hundred add-ons has a tenth of it. */
#define MOST_BYTES (4 * 1024 * 1024)

gboolean
heed_thunderbird_add_on_is_older (const char *one, const char *other)
{
  g_auto (GStrv) ours = g_strsplit (one, ".", -1);
  g_auto (GStrv) theirs = g_strsplit (other, ".", -1);

  guint n_ours = g_strv_length (ours);
  guint n_theirs = g_strv_length (theirs);

  for (guint i = 0; i < MAX (n_ours, n_theirs); i++)
    {
      guint64 a = 0;
      guint64 b = 0;

      if (i < n_ours && !g_ascii_string_to_unsigned (ours[i], 10, 0, G_MAXUINT32, &a, NULL))
        return TRUE;
      if (i < n_theirs && !g_ascii_string_to_unsigned (theirs[i], 10, 0, G_MAXUINT32, &b, NULL))
        return FALSE;
      if (a != b)
        return a < b;
    }
  return FALSE;
}

static HeedThunderbirdAddOn
judge (json_object *add_on)
{
  json_object *active = NULL;
  json_object *version = NULL;

  if (!json_object_object_get_ex (add_on, "active", &active) || !json_object_get_boolean (active))
    return HEED_THUNDERBIRD_ADD_ON_DISABLED;
  if (!json_object_object_get_ex (add_on, "version", &version) ||
      !json_object_is_type (version, json_type_string) ||
      heed_thunderbird_add_on_is_older (json_object_get_string (version), HEED_VERSION))
    return HEED_THUNDERBIRD_ADD_ON_OUTDATED;
  return HEED_THUNDERBIRD_ADD_ON_CURRENT;
}

static HeedThunderbirdAddOn
find_in_list (json_object *list)
{
  json_object *add_ons = NULL;

  if (!json_object_is_type (list, json_type_object) ||
      !json_object_object_get_ex (list, "addons", &add_ons) ||
      !json_object_is_type (add_ons, json_type_array))
    return HEED_THUNDERBIRD_ADD_ON_UNKNOWN;
  for (gsize i = 0; i < json_object_array_length (add_ons); i++)
    {
      json_object *add_on = json_object_array_get_idx (add_ons, i);
      json_object *id = NULL;

      if (json_object_is_type (add_on, json_type_object) &&
          json_object_object_get_ex (add_on, "id", &id) &&
          g_strcmp0 (json_object_get_string (id), HEED_EXTENSION_ID) == 0)
        return judge (add_on);
    }
  return HEED_THUNDERBIRD_ADD_ON_MISSING;
}

static HeedThunderbirdAddOn
find_in_profile (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "extensions.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (json_object) list = NULL;
  gsize length = 0;

  if (!g_file_get_contents (path, &text, &length, NULL) || length > MOST_BYTES)
    return HEED_THUNDERBIRD_ADD_ON_UNKNOWN;
  /* Not read as our own files are: Thunderbird writes null for what it does not know. */
  list = json_tokener_parse (text);
  return find_in_list (list);
}

HeedThunderbirdAddOn
heed_thunderbird_add_on_find (const char *folder)
{
  HeedThunderbirdAddOn best = HEED_THUNDERBIRD_ADD_ON_UNKNOWN;
  g_autoptr (GDir) profiles = g_dir_open (folder, 0, NULL);
  const char *name;

  while (profiles != NULL && (name = g_dir_read_name (profiles)) != NULL)
    {
      g_autofree char *profile = g_build_filename (folder, name, NULL);
      HeedThunderbirdAddOn found = find_in_profile (profile);

      best = MAX (best, found);
    }
  return best;
}
