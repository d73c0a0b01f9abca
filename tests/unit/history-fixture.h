/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-history-file.h"

G_BEGIN_DECLS

/**
 * HistoryFixture:
 *
 * A folder of its own for one history file, and the key that seals it.
 */
typedef struct
{
  char *folder;    /* (owned) */
  char *path;      /* (owned): of the file, which nobody has made yet */
  GPtrArray *keys; /* (owned) (element-type HeedKey) */
} HistoryFixture;

void history_fixture_set_up (HistoryFixture *self, gconstpointer data);

/** history_fixture_tear_down: removes the folder and all files in it */
void history_fixture_tear_down (HistoryFixture *self, gconstpointer data);

/** history_fixture_read: opens the file and closes it. Returns: (transfer full): what was in it */
HeedHistoryContent *history_fixture_read (HistoryFixture *self);

/** history_fixture_write_to: @count messages to @address, into a file that is open */
void history_fixture_write_to (HeedHistoryFile *file, const char *address, guint count);

/** history_fixture_write: opens the file, writes as above and closes it */
void history_fixture_write (HistoryFixture *self, const char *address, guint count);

/** history_fixture_count: Returns: the messages to @address */
guint history_fixture_count (const HeedHistoryContent *content, const char *address);

/** history_fixture_assert_without: no file in the folder has these bytes anywhere */
void history_fixture_assert_without (HistoryFixture *self, gconstpointer bytes, gsize n_bytes);

/** history_fixture_tamper: does with SQL what somebody with the file but without the key can do */
void history_fixture_tamper (HistoryFixture *self, const char *sql);

#define HISTORY_TEST(name, function)                                                               \
  g_test_add ("/history-file/" name, HistoryFixture, NULL, history_fixture_set_up, function,       \
              history_fixture_tear_down)

G_END_DECLS
