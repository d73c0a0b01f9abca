/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "heed-layout-turn.h"

typedef struct
{
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("heed-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "state", "heed", "layout", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *heed = g_path_get_dirname (fixture->path);
  g_autofree char *state = g_path_get_dirname (heed);

  g_unlink (fixture->path);
  g_rmdir (heed);
  g_rmdir (state);
  g_rmdir (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->folder);
}

/* Until nothing is being read or written any more: each holds the turn, and lets go of it in a
 * thread that wakes nobody. */
static void
settle (HeedLayoutTurn *turn)
{
  while (G_OBJECT (turn)->ref_count > 1)
    g_main_context_iteration (NULL, FALSE);
}

static HeedLayoutTurn *
create_turn (Fixture *fixture)
{
  HeedLayoutTurn *turn = heed_layout_turn_new (fixture->path);

  settle (turn);
  return turn;
}

static void
test_each_in_turn (Fixture *fixture, gconstpointer data)
{
  HeedWarningLayout first = HEED_WARNING_LAYOUT_BAND;

  for (guint start = 0; start < 3; start++)
    {
      g_autoptr (HeedLayoutTurn) turn = create_turn (fixture);

      for (guint i = 0; i < HEED_N_WARNING_LAYOUTS + 1; i++)
        {
          g_assert_cmpint (heed_layout_turn_take (turn), ==, first);
          settle (turn);
          first = (first + 1) % HEED_N_WARNING_LAYOUTS;
        }
    }
}

static void
test_bad_files (Fixture *fixture, gconstpointer data)
{
  static const char *const contents[] = { "", "x", "-1", "\xff\xff", "9" };
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  g_mkdir_with_parents (folder, 0700);
  for (gsize i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (HeedLayoutTurn) turn = NULL;

      g_assert_true (g_file_set_contents (fixture->path, contents[i], -1, NULL));
      turn = create_turn (fixture);
      g_assert_cmpint (heed_layout_turn_take (turn), <, HEED_N_WARNING_LAYOUTS);
      settle (turn);
    }
}

/* A file that comes late must not take a turn back. */
static void
test_taken_before_read (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (HeedLayoutTurn) turn = NULL;

  g_mkdir_with_parents (folder, 0700);
  g_assert_true (g_file_set_contents (fixture->path, "3", -1, NULL));
  turn = heed_layout_turn_new (fixture->path);
  g_assert_cmpint (heed_layout_turn_take (turn), ==, HEED_WARNING_LAYOUT_BAND);
  settle (turn);
  g_assert_cmpint (heed_layout_turn_take (turn), ==, HEED_WARNING_LAYOUT_COLUMN);
  settle (turn);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/layout-turn/each-in-turn", Fixture, NULL, set_up, test_each_in_turn, tear_down);
  g_test_add ("/layout-turn/bad-files", Fixture, NULL, set_up, test_bad_files, tear_down);
  g_test_add ("/layout-turn/taken-before-read", Fixture, NULL, set_up, test_taken_before_read,
              tear_down);
  return g_test_run ();
}
