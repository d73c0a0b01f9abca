/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every line is checked by its own hash, and that it is the one that belongs there by its number
 * and the hash of the one before. The head says where the last one is.
 *
 * A record that was written without the keyring has a hash that anybody can make. It is as good as
 * the others once one with a key follows, which covers it by the hash of the one before.
 *
 * The head is sealed with the key of the last record. So one that somebody made without the key
 * does not fit a chain that has one, and no record can be taken from its end.
 *
 * What cannot be seen: that the whole folder is gone, or is an older copy of itself. */

#include "config.h"
#include "heed-audit-check.h"

#include <string.h>

#include "heed-audit-folder.h"
#include "heed-audit-line.h"
#include "heed-limits.h"

struct _HeedAuditCheck
{
  GPtrArray *keys;     /* (owned) (element-type HeedAuditKey) */
  HeedAuditHead *head; /* (owned) (nullable) */
  HeedAuditProof head_proof;
  gboolean is_anchored; /* the head belongs to the record that it is about */
  guint64 expected;     /* the next record */
  char *previous;       /* (owned) (nullable): the hash of the last one; %NULL before the first */
  guint64 first;        /* 0 while there is none */
  guint64 last;
  guint64 records;
  guint64 n_unknown;
  guint64 first_unknown; /* 0 while there is none */
  guint64 n_unkeyed;     /* since the last record with a key that is there */

  HeedAuditFault fault;
  guint64 faulty; /* the record */
  guint64 until;  /* the last one that is gone; 0 when it is not about several */
  char *file;     /* (owned) (nullable) */
  guint line;     /* 0 for none */
  char *cut;      /* (owned) (nullable): the last file, where it ends within a line */
  guint cut_line;
};

const char *
heed_audit_fault_get_name (HeedAuditFault fault)
{
  static const char *const names[HEED_N_AUDIT_FAULTS] = {
    [HEED_AUDIT_FAULT_NONE] = "none",       [HEED_AUDIT_FAULT_CHANGED] = "changed",
    [HEED_AUDIT_FAULT_REMOVED] = "removed", [HEED_AUDIT_FAULT_MISPLACED] = "misplaced",
    [HEED_AUDIT_FAULT_CUT] = "cut",         [HEED_AUDIT_FAULT_HEAD] = "head",
  };

  g_return_val_if_fail ((guint)fault < HEED_N_AUDIT_FAULTS, NULL);
  return names[fault];
}

HeedAuditCheck *
heed_audit_check_new (GPtrArray *keys)
{
  HeedAuditCheck *self = g_new0 (HeedAuditCheck, 1);

  self->keys = g_ptr_array_ref (keys);
  self->head_proof = HEED_AUDIT_PROOF_WRONG;
  self->expected = 1;
  return self;
}

void
heed_audit_check_free (HeedAuditCheck *self)
{
  g_ptr_array_unref (self->keys);
  g_clear_pointer (&self->head, heed_audit_head_free);
  g_free (self->previous);
  g_free (self->file);
  g_free (self->cut);
  g_free (self);
}

void
heed_audit_check_take_head (HeedAuditCheck *self, const char *text)
{
  if (text != NULL)
    self->head = heed_audit_head_parse (text, self->keys, &self->head_proof);
  if (self->head_proof == HEED_AUDIT_PROOF_WRONG)
    g_clear_pointer (&self->head, heed_audit_head_free);
  if (self->head != NULL)
    self->expected = self->head->first;
}

static void
heed_audit_check_blame (
    HeedAuditCheck *self, HeedAuditFault fault, guint64 record, const char *file, guint line)
{
  if (self->fault != HEED_AUDIT_FAULT_NONE)
    return;
  self->fault = fault;
  self->faulty = record;
  self->file = g_strdup (file);
  self->line = line;
}

static void
heed_audit_check_accept (HeedAuditCheck *self, const HeedAuditLine *line, HeedAuditProof proof)
{
  if (self->head != NULL && line->number == MAX (self->head->last, self->head->first))
    self->is_anchored = g_strcmp0 (self->head->key, line->key) == 0 &&
                        (self->head->last == 0 || g_str_equal (self->head->hash, line->hash));
  self->records++;
  self->first = self->first == 0 ? line->number : self->first;
  self->last = line->number;
  self->expected = line->number + 1;
  g_free (self->previous);
  self->previous = g_strdup (line->hash);
  if (proof == HEED_AUDIT_PROOF_KEYED)
    self->n_unkeyed = 0;
  else if (proof == HEED_AUDIT_PROOF_UNKEYED)
    self->n_unkeyed++;
  else if (self->n_unknown++ == 0)
    self->first_unknown = line->number;
}

/* A hole may be a record that stands elsewhere. */
static void
heed_audit_check_search (HeedAuditCheck *self, const HeedAuditLine *line, HeedAuditProof proof)
{
  if (line != NULL && proof != HEED_AUDIT_PROOF_WRONG && self->fault == HEED_AUDIT_FAULT_REMOVED &&
      line->number == self->faulty)
    {
      self->fault = HEED_AUDIT_FAULT_MISPLACED;
      self->until = 0;
    }
}

static void
heed_audit_check_take_record (HeedAuditCheck *self,
                              const HeedAuditLine *line,
                              HeedAuditProof proof,
                              const char *name,
                              guint number)
{
  gboolean is_first = self->previous == NULL;

  /* Without a head, nobody knows where the chain begins. */
  if (is_first && self->head == NULL)
    self->expected = line->number;
  /* What the head let go is removed after it, and may be there yet. */
  if (is_first && self->head != NULL && line->number < self->head->first)
    return;
  if (line->number > self->expected)
    {
      heed_audit_check_blame (self, HEED_AUDIT_FAULT_REMOVED, self->expected, name, number);
      self->until = line->number - 1;
    }
  else if (line->number < self->expected)
    heed_audit_check_blame (self, HEED_AUDIT_FAULT_MISPLACED, line->number, name, number);
  else if (line->is_gap)
    heed_audit_check_blame (self, HEED_AUDIT_FAULT_HEAD, line->number, name, number);
  else if (!is_first && !g_str_equal (line->previous, self->previous))
    heed_audit_check_blame (self, HEED_AUDIT_FAULT_CHANGED, line->number, name, number);
  else
    heed_audit_check_accept (self, line, proof);
}

static void
heed_audit_check_take_line (
    HeedAuditCheck *self, const char *text, gsize length, const char *name, guint number)
{
  g_autoptr (HeedAuditLine) line = heed_audit_line_parse (text, length);
  HeedAuditProof proof = line != NULL
                             ? heed_audit_key_prove (self->keys, line->key, HEED_AUDIT_USE_RECORD,
                                                     text, line->body_length, line->hash)
                             : HEED_AUDIT_PROOF_WRONG;

  if (self->fault != HEED_AUDIT_FAULT_NONE)
    heed_audit_check_search (self, line, proof);
  else if (proof == HEED_AUDIT_PROOF_WRONG)
    heed_audit_check_blame (self, HEED_AUDIT_FAULT_CHANGED, self->expected, name, number);
  else
    heed_audit_check_take_record (self, line, proof, name, number);
}

void
heed_audit_check_take_file (HeedAuditCheck *self, const char *name, const char *text, gsize length)
{
  const char *end = text + length;
  guint number = 1;

  /* Only the last file may end within a line, which is one that was just being written. */
  if (self->cut != NULL)
    heed_audit_check_blame (self, HEED_AUDIT_FAULT_CUT, self->expected, self->cut, self->cut_line);
  g_clear_pointer (&self->cut, g_free);
  while (text < end)
    {
      const char *line_end = memchr (text, '\n', (gsize)(end - text));

      if (line_end == NULL)
        {
          self->cut = g_strdup (name);
          self->cut_line = number;
          return;
        }
      heed_audit_check_take_line (self, text, (gsize)(line_end - text), name, number);
      text = line_end + 1;
      number++;
    }
}

void
heed_audit_check_take_unreadable (HeedAuditCheck *self, const char *name)
{
  heed_audit_check_blame (self, HEED_AUDIT_FAULT_CHANGED, self->expected, name, 0);
}

/* What the head knows, and no file. */
static void
heed_audit_check_finish (HeedAuditCheck *self)
{
  guint64 last = self->head != NULL ? self->head->last : 0;
  guint64 seen = self->expected - 1;

  if (self->fault != HEED_AUDIT_FAULT_NONE)
    return;
  if (self->head != NULL && seen < last && self->cut != NULL)
    {
      heed_audit_check_blame (self, HEED_AUDIT_FAULT_CUT, self->expected, self->cut,
                              self->cut_line);
    }
  else if (self->head != NULL && seen < last)
    {
      heed_audit_check_blame (self, HEED_AUDIT_FAULT_REMOVED, self->expected, NULL, 0);
      self->until = last;
    }
  else if (self->records > 0 &&
           (self->head == NULL || !self->is_anchored || seen > last + HEED_LIMIT_AUDIT_BATCH))
    {
      heed_audit_check_blame (self, HEED_AUDIT_FAULT_HEAD, self->last, NULL, 0);
    }
}

static void
add_number (GVariantBuilder *report, const char *name, guint64 number)
{
  g_variant_builder_add (report, "{sv}", name, g_variant_new_uint64 (number));
}

GVariant *
heed_audit_check_end (HeedAuditCheck *self)
{
  GVariantBuilder report;

  heed_audit_check_finish (self);
  g_variant_builder_init (&report, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&report, "{sv}", "fault",
                         g_variant_new_string (heed_audit_fault_get_name (self->fault)));
  add_number (&report, "records", self->records);
  add_number (&report, "unkeyed", self->n_unkeyed);
  add_number (&report, "unknown-key", self->n_unknown);
  if (self->n_unknown > 0)
    add_number (&report, "first-unknown", self->first_unknown);
  if (self->records > 0)
    {
      add_number (&report, "first", self->first);
      add_number (&report, "last", self->last);
    }
  if (self->fault != HEED_AUDIT_FAULT_NONE)
    add_number (&report, "record", self->faulty);
  if (self->until > 0)
    add_number (&report, "until", self->until);
  if (self->file != NULL)
    g_variant_builder_add (&report, "{sv}", "file", g_variant_new_string (self->file));
  if (self->line > 0)
    g_variant_builder_add (&report, "{sv}", "line", g_variant_new_uint32 (self->line));
  return g_variant_builder_end (&report);
}

GVariant *
heed_audit_check_folder (const char *folder, GPtrArray *keys)
{
  g_autoptr (HeedAuditCheck) check = heed_audit_check_new (keys);
  g_autofree char *head_path = heed_audit_folder_get_head_path (folder);
  g_autoptr (GPtrArray) paths = heed_audit_folder_list (folder);
  gsize head_length = 0;
  g_autofree char *head = heed_audit_folder_read (head_path, &head_length);

  heed_audit_check_take_head (check, head);
  for (guint i = 0; i < paths->len; i++)
    {
      gsize length = 0;
      g_autofree char *text = heed_audit_folder_read (paths->pdata[i], &length);

      if (text != NULL)
        heed_audit_check_take_file (check, paths->pdata[i], text, length);
      else
        heed_audit_check_take_unreadable (check, paths->pdata[i]);
    }
  return g_variant_ref_sink (heed_audit_check_end (check));
}
