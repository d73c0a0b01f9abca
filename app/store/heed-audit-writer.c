/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-audit-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "heed-audit-check.h"
#include "heed-audit-file.h"
#include "heed-audit-folder.h"
#include "heed-audit-journal.h"
#include "heed-audit-line.h"
#include "heed-limits.h"

struct _HeedAuditWriter
{
  char *folder;              /* (owned) */
  GPtrArray *keys;           /* (owned) (element-type HeedAuditKey): newest first */
  HeedAuditFile *file;       /* (owned) */
  HeedAuditJournal *journal; /* (owned) */
  GQueue unwritten;          /* (element-type HeedAuditRecord) (owned): for the file */
  guint n_lost;              /* since the last one that was written */
  char *file_fault;          /* (owned) (nullable) */
  char *journal_fault;       /* (owned) (nullable) */
};

HeedAuditWriter *
heed_audit_writer_new (const char *folder, const char *journal)
{
  HeedAuditWriter *self = g_new0 (HeedAuditWriter, 1);

  self->folder = g_strdup (folder);
  self->keys = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_audit_key_free);
  self->file = heed_audit_file_new (folder);
  self->journal = heed_audit_journal_new (journal);
  g_queue_init (&self->unwritten);
  return self;
}

void
heed_audit_writer_free (HeedAuditWriter *self)
{
  g_queue_clear_full (&self->unwritten, (GDestroyNotify)heed_audit_record_unref);
  heed_audit_journal_free (self->journal);
  heed_audit_file_free (self->file);
  g_ptr_array_unref (self->keys);
  g_free (self->folder);
  g_free (self->file_fault);
  g_free (self->journal_fault);
  g_free (self);
}

void
heed_audit_writer_set_keys (HeedAuditWriter *self, GPtrArray *keys)
{
  g_ptr_array_unref (self->keys);
  self->keys = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_audit_key_free);
  for (guint i = 0; i < keys->len; i++)
    g_ptr_array_add (self->keys, heed_audit_key_new (keys->pdata[i]));
  heed_audit_file_set_keys (self->file, self->keys);
}

/* Returns: (transfer full): the record as the journal has it that is not in the file */
static GVariant *
make_members (HeedAuditWriter *self, const HeedAuditRecord *record)
{
  GVariantBuilder members;

  g_variant_builder_init (&members, G_VARIANT_TYPE_VARDICT);
  heed_audit_record_add_members (record, self->keys->len > 0 ? self->keys->pdata[0] : NULL,
                                 &members);
  return g_variant_ref_sink (g_variant_builder_end (&members));
}

static void
take_fault (char **fault, const GError *error)
{
  if (error != NULL && *fault == NULL)
    g_message ("The audit: %s", error->message);
  g_free (*fault);
  *fault = error != NULL ? g_strdup (error->message) : NULL;
}

/* The next ones that wait, as many as are written at once. */
static GPtrArray *
heed_audit_writer_peek (HeedAuditWriter *self)
{
  GPtrArray *batch = g_ptr_array_new ();

  for (GList *item = self->unwritten.head; item != NULL && batch->len < HEED_LIMIT_AUDIT_BATCH;
       item = item->next)
    g_ptr_array_add (batch, item->data);
  return batch;
}

/* Writes what waits, in order, until something fails, and adds the records with their places to
 * @placed. */
static void
heed_audit_writer_drain (HeedAuditWriter *self, GHashTable *placed)
{
  g_autoptr (GError) error = NULL;

  while (error == NULL && self->unwritten.length > 0)
    {
      g_autoptr (GPtrArray) batch = heed_audit_writer_peek (self);
      g_autoptr (GPtrArray) members =
          heed_audit_file_append (self->file, batch, self->n_lost, &error);

      if (members == NULL)
        continue;
      self->n_lost = 0;
      for (guint i = 0; i < batch->len; i++)
        g_hash_table_insert (placed, g_queue_pop_head (&self->unwritten),
                             g_variant_ref (members->pdata[i]));
    }
  take_fault (&self->file_fault, error);
  while (self->unwritten.length > HEED_LIMIT_UNWRITTEN_RECORDS)
    {
      heed_audit_record_unref (g_queue_pop_head (&self->unwritten));
      self->n_lost++;
    }
}

static GHashTable *
make_placed (void)
{
  return g_hash_table_new_full (NULL, NULL, (GDestroyNotify)heed_audit_record_unref,
                                (GDestroyNotify)g_variant_unref);
}

void
heed_audit_writer_retry (HeedAuditWriter *self)
{
  g_autoptr (GHashTable) placed = make_placed ();

  heed_audit_writer_drain (self, placed);
}

static void
heed_audit_writer_send (HeedAuditWriter *self, const HeedAuditRecord *record, GVariant *placed)
{
  g_autoptr (GVariant) members =
      placed != NULL ? g_variant_ref (placed) : make_members (self, record);
  g_autoptr (GError) error = NULL;

  heed_audit_journal_send (self->journal, record, members, &error);
  take_fault (&self->journal_fault, error);
}

void
heed_audit_writer_write (HeedAuditWriter *self, GPtrArray *records)
{
  g_autoptr (GHashTable) placed = make_placed ();
  gboolean any = FALSE;

  for (guint i = 0; i < records->len; i++)
    {
      if (!heed_audit_record_goes_to_file (records->pdata[i]))
        continue;
      g_queue_push_tail (&self->unwritten, heed_audit_record_ref (records->pdata[i]));
      any = TRUE;
    }
  if (any)
    heed_audit_writer_drain (self, placed);
  for (guint i = 0; i < records->len; i++)
    {
      HeedAuditRecord *record = records->pdata[i];

      if (heed_audit_record_goes_to_journal (record))
        heed_audit_writer_send (self, record, g_hash_table_lookup (placed, record));
    }
}

char *
heed_audit_writer_make_problem (const HeedAuditWriter *self)
{
  GString *problem = g_string_new (NULL);

  if (self->file_fault != NULL)
    g_string_append_printf (problem,
                            /* Translators: %s is the path and what is wrong with it. */
                            _ ("The audit file cannot be written (%s). Heed keeps the records and "
                               "tries again with the next one."),
                            self->file_fault);
  if (self->file_fault != NULL && self->journal_fault != NULL)
    g_string_append_c (problem, ' ');
  if (self->journal_fault != NULL)
    g_string_append_printf (problem,
                            /* Translators: %s says what is wrong. */
                            _ ("The audit does not reach the journal of this system (%s)."),
                            self->journal_fault);
  return problem->len > 0 ? g_string_free (problem, FALSE) : (g_string_free (problem, TRUE), NULL);
}

static void
add_lines (GStrvBuilder *lines, const char *text, gsize length, gint64 since, guint *n_bad)
{
  const char *end = text + length;

  while (text < end)
    {
      const char *line_end = memchr (text, '\n', (gsize)(end - text));
      gsize n = (gsize)((line_end != NULL ? line_end : end) - text);
      g_autoptr (HeedAuditLine) line = heed_audit_line_parse (text, n);
      g_autofree char *copy = g_strndup (text, n);

      if (line == NULL)
        *n_bad += 1;
      else if (line->time >= since)
        g_strv_builder_add (lines, copy);
      text += n + 1;
    }
}

GStrv
heed_audit_writer_list (HeedAuditWriter *self, gint64 since, guint *n_bad)
{
  g_autoptr (GPtrArray) paths = heed_audit_folder_list (self->folder);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();

  *n_bad = 0;
  for (guint i = 0; i < paths->len; i++)
    {
      gsize length = 0;
      g_autofree char *text = heed_audit_folder_read (paths->pdata[i], &length);

      if (text == NULL)
        *n_bad += 1;
      else
        add_lines (lines, text, length, since, n_bad);
    }
  return g_strv_builder_end (lines);
}

GVariant *
heed_audit_writer_check (HeedAuditWriter *self)
{
  return heed_audit_check_folder (self->folder, self->keys);
}
