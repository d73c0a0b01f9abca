/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a history costs when it is opened: open-history write|read FILE CORRESPONDENTS.
 *
 * "write" makes the file. "read" opens it in a process that has done nothing else and prints three
 * numbers: nanoseconds by the clock, nanoseconds of processors, and bytes that the process has
 * grown by. */

#include "config.h"

#include <malloc.h>
#include <stdio.h>
#include <string.h>

#include "heed-history-file.h"

#define KEY "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"

/* Correspondents of one domain. */
#define PER_DOMAIN 10

static HeedHistoryContent *
open_file (HeedHistoryFile *file)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_key_unref);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (keys, heed_key_new_from_text (KEY));
  HeedHistoryContent *content = heed_history_file_open (file, keys, &error);
  if (content == NULL)
    g_error ("%s", error->message);
  return content;
}

static void
write_file (HeedHistoryFile *file, guint n)
{
  g_autoptr (HeedHistoryContent) content = open_file (file);
  g_autoptr (HeedHistoryBatch) batch = heed_history_batch_new ();
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *address =
          g_strdup_printf ("person.%u@department-%u.example.org", i, i / PER_DOMAIN);
      g_autofree char *name = g_strdup_printf ("Person of the %u", i);
      g_autoptr (HeedCorrespondent) one =
          heed_correspondent_new (address, name, 1 + i % 50, 1, 2, 1);

      heed_history_batch_add_lesson (batch, one);
    }
  if (!heed_history_file_write (file, batch, &error))
    g_error ("%s", error->message);
}

/* Bytes of memory that are the process's own, as the kernel counts them. */
static gint64
get_memory (void)
{
  g_autofree char *text = NULL;

  malloc_trim (0);
  if (!g_file_get_contents ("/proc/self/smaps_rollup", &text, NULL, NULL))
    g_error ("No figures of the kernel");
  const char *line = strstr (text, "Private_Dirty:");
  return g_ascii_strtoll (line + strlen ("Private_Dirty:"), NULL, 10) * 1024;
}

static gint64
get_nanoseconds (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return now.tv_sec * G_GINT64_CONSTANT (1000000000) + now.tv_nsec;
}

static void
read_file (HeedHistoryFile *file, guint n)
{
  gint64 memory = get_memory ();
  gint64 start = get_nanoseconds (CLOCK_MONOTONIC);
  gint64 used = get_nanoseconds (CLOCK_PROCESS_CPUTIME_ID);
  g_autoptr (HeedHistoryContent) content = open_file (file);

  used = get_nanoseconds (CLOCK_PROCESS_CPUTIME_ID) - used;
  gint64 end = get_nanoseconds (CLOCK_MONOTONIC);
  if (content->n_correspondents != n || content->set_aside != NULL)
    g_error ("It holds %u correspondents", content->n_correspondents);
  printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", end - start, used,
          get_memory () - memory);
}

int
main (int argc, char **argv)
{
  guint64 n;

  if (argc != 4 || !g_ascii_string_to_unsigned (argv[3], 10, 0, 1000000, &n, NULL))
    {
      fprintf (stderr, "usage: open-history write|read FILE CORRESPONDENTS\n");
      return 2;
    }
  g_autoptr (HeedHistoryFile) file = heed_history_file_new (argv[2]);
  if (g_str_equal (argv[1], "write"))
    write_file (file, (guint)n);
  else
    read_file (file, (guint)n);
  return 0;
}
