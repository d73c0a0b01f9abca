/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-thunderbird-add-on.h"

#include <glib/gstdio.h>

static void
test_versions (void)
{
  static const struct
  {
    const char *one;
    const char *other;
    gboolean older;
  } rows[] = {
    { "0.1.0", "0.1.0", FALSE },    { "0.0.9", "0.1.0", TRUE }, { "0.10.0", "0.9.0", FALSE },
    { "0.9.0", "0.10.0", TRUE },    { "1", "1.0.0", FALSE },    { "1.0.0", "1", FALSE },
    { "nonsense", "0.1.0", TRUE },  { "", "0.1.0", TRUE },      { "0.1", "0.1.1", TRUE },
    { "99999999999", "1.0", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_test_message ("%s, %s", rows[i].one, rows[i].other);
      g_assert_cmpint (heed_thunderbird_add_on_is_older (rows[i].one, rows[i].other), ==,
                       rows[i].older);
    }
}

static void
write_profile (const char *folder, const char *name, const char *text)
{
  g_autofree char *profile = g_build_filename (folder, name, NULL);
  g_autofree char *path = g_build_filename (profile, "extensions.json", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (profile, 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

#define ADD_ON(version, active)                                                                    \
  "{\"schemaVersion\": 37, \"addons\": [{\"id\": \"other@example.org\", \"syncGUID\": null,"       \
  " \"active\": true, \"version\": \"9\"}, {\"id\": \"" HEED_EXTENSION_ID "\", \"version\": "      \
  "\"" version "\", \"active\": " active "}]}"

static void
test_profiles (void)
{
  static const struct
  {
    const char *text;
    HeedThunderbirdAddOn found;
  } rows[] = {
    { "{\"addons\": []}", HEED_THUNDERBIRD_ADD_ON_MISSING },
    { ADD_ON (HEED_VERSION, "false"), HEED_THUNDERBIRD_ADD_ON_DISABLED },
    { ADD_ON ("0.0.1", "true"), HEED_THUNDERBIRD_ADD_ON_OUTDATED },
    { ADD_ON (HEED_VERSION, "true"), HEED_THUNDERBIRD_ADD_ON_CURRENT },
    /* What is not as expected counts as not there. */
    { "", HEED_THUNDERBIRD_ADD_ON_UNKNOWN },
    { "{\"addons\": ", HEED_THUNDERBIRD_ADD_ON_UNKNOWN },
    { "[]", HEED_THUNDERBIRD_ADD_ON_UNKNOWN },
    { "{\"addons\": {}}", HEED_THUNDERBIRD_ADD_ON_UNKNOWN },
    { "{\"addons\": [null, 7, {\"id\": null}]}", HEED_THUNDERBIRD_ADD_ON_MISSING },
    { "{\"addons\": [{\"id\": \"" HEED_EXTENSION_ID "\", \"active\": true}]}",
      HEED_THUNDERBIRD_ADD_ON_OUTDATED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *folder = g_dir_make_tmp ("heed-XXXXXX", NULL);

      g_test_message ("%s", rows[i].text);
      write_profile (folder, "one.default", rows[i].text);
      g_assert_cmpint (heed_thunderbird_add_on_find (folder), ==, rows[i].found);
    }
}

static void
test_the_better_profile_counts (void)
{
  g_autofree char *folder = g_dir_make_tmp ("heed-XXXXXX", NULL);

  g_assert_cmpint (heed_thunderbird_add_on_find (folder), ==, HEED_THUNDERBIRD_ADD_ON_UNKNOWN);
  write_profile (folder, "one.default", "{\"addons\": []}");
  write_profile (folder, "two.default", ADD_ON (HEED_VERSION, "true"));
  write_profile (folder, "three.default", ADD_ON (HEED_VERSION, "false"));
  g_assert_cmpint (heed_thunderbird_add_on_find (folder), ==, HEED_THUNDERBIRD_ADD_ON_CURRENT);
  g_assert_cmpint (heed_thunderbird_add_on_find ("/nonexistent"), ==,
                   HEED_THUNDERBIRD_ADD_ON_UNKNOWN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/thunderbird-add-on/versions", test_versions);
  g_test_add_func ("/thunderbird-add-on/profiles", test_profiles);
  g_test_add_func ("/thunderbird-add-on/the-better-profile-counts", test_the_better_profile_counts);
  return g_test_run ();
}
