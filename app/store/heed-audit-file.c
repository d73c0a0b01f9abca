/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Records are written and synchronised, and then the head that says which is the last. So after a
 * kill the records may be ahead of the head, never behind it, and a part of a line at the end is a
 * record that nobody was told of. Those that wait are written together, since the disk is slow.
 *
 * Nothing here repairs what somebody did to the files: the chain goes on from where the head says
 * it was, and heed-audit-check.c still finds the hole. Where the head itself is gone or changed,
 * the next record says that it does not know what was before it. */

#include "config.h"
#include "heed-audit-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "heed-audit-folder.h"
#include "heed-audit-head.h"
#include "heed-audit-line.h"
#include "heed-error.h"
#include "heed-limits.h"

struct _HeedAuditFile
{
  char *folder; /* (owned) */
  gsize max_bytes;
  guint max_files;
  GPtrArray *keys;     /* (owned) (element-type HeedAuditKey): newest first */
  HeedAuditHead *head; /* (owned) (nullable): while it is open */
  gboolean is_gap;     /* nobody knows what is before the next record */
  int lock;            /* -1 while it is not open */
  int file;            /* -1 before the next record begins a file */
  gsize size;          /* of that */
};

HeedAuditFile *
heed_audit_file_new (const char *folder)
{
  HeedAuditFile *self = g_new0 (HeedAuditFile, 1);

  self->folder = g_strdup (folder);
  self->keys = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_audit_key_free);
  self->lock = -1;
  self->file = -1;
  heed_audit_file_set_limits (self, HEED_LIMIT_AUDIT_FILE_BYTES, HEED_LIMIT_AUDIT_FILES);
  return self;
}

static void
clear_descriptor (int *descriptor)
{
  if (*descriptor >= 0)
    close (*descriptor);
  *descriptor = -1;
}

static void
heed_audit_file_close (HeedAuditFile *self)
{
  clear_descriptor (&self->file);
  clear_descriptor (&self->lock);
  g_clear_pointer (&self->head, heed_audit_head_free);
}

void
heed_audit_file_free (HeedAuditFile *self)
{
  heed_audit_file_close (self);
  g_ptr_array_unref (self->keys);
  g_free (self->folder);
  g_free (self);
}

void
heed_audit_file_set_limits (HeedAuditFile *self, gsize bytes, guint files)
{
  self->max_bytes = bytes;
  self->max_files = files;
}

void
heed_audit_file_set_keys (HeedAuditFile *self, GPtrArray *keys)
{
  g_ptr_array_unref (self->keys);
  self->keys = g_ptr_array_ref (keys);
}

static const HeedAuditKey *
heed_audit_file_get_key (HeedAuditFile *self)
{
  return self->keys->len > 0 ? self->keys->pdata[0] : NULL;
}

static gboolean
heed_audit_file_fail (HeedAuditFile *self, GError **error)
{
  g_set_error (error, HEED_ERROR, HEED_ERROR_FAILED, "%s: %s", self->folder, g_strerror (errno));
  return FALSE;
}

static gboolean
heed_audit_file_write_head (HeedAuditFile *self, const HeedAuditHead *head, GError **error)
{
  g_autofree char *path = heed_audit_folder_get_head_path (self->folder);
  g_autofree char *text = heed_audit_head_format (head, heed_audit_file_get_key (self));
  g_autoptr (GError) local_error = NULL;

  if (g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, &local_error))
    return TRUE;
  g_set_error_literal (error, HEED_ERROR, HEED_ERROR_FAILED, local_error->message);
  return FALSE;
}

/* Opening */

/* The last record of a file, and where whole lines end in it. */
static HeedAuditLine *
find_last (const char *text, gsize length, gsize *whole)
{
  const char *line_end = length > 0 ? memrchr (text, '\n', length) : NULL;

  *whole = line_end != NULL ? (gsize)(line_end - text) + 1 : 0;
  if (line_end == NULL)
    return NULL;
  const char *before = line_end > text ? memrchr (text, '\n', (gsize)(line_end - text)) : NULL;
  text = before != NULL ? before + 1 : text;
  return heed_audit_line_parse (text, (gsize)(line_end - text));
}

/* What the files say, oldest first, of which the last is opened to go on with. */
typedef struct
{
  HeedAuditLine *last; /* (owned) (nullable): the last record */
  char *path;          /* (owned) (nullable): the last file */
  gsize size;          /* of that */
  gsize whole;         /* bytes of it that are whole lines */
  gboolean is_clean;   /* whether those end with the last record, or are none */
  guint64 first;       /* what the first file begins with */
} Files;

static void
files_clear (Files *self)
{
  g_clear_pointer (&self->last, heed_audit_line_free);
  g_free (self->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Files, files_clear)

static void
files_read (Files *self, const char *folder)
{
  g_autoptr (GPtrArray) paths = heed_audit_folder_list (folder);

  for (guint i = paths->len; i > 0 && self->last == NULL; i--)
    {
      const char *path = paths->pdata[i - 1];
      gsize length = 0;
      gsize whole = 0;
      g_autofree char *text = heed_audit_folder_read (path, &length);

      if (text != NULL)
        self->last = find_last (text, length, &whole);
      if (i < paths->len)
        continue;
      self->path = g_strdup (path);
      self->size = length;
      self->whole = whole;
      self->is_clean = text != NULL && (self->last != NULL || whole == 0);
    }
  self->first = paths->len > 0 ? heed_audit_folder_get_number (paths->pdata[0]) : 1;
}

static HeedAuditHead *
heed_audit_file_read_head (HeedAuditFile *self)
{
  g_autofree char *path = heed_audit_folder_get_head_path (self->folder);
  gsize length = 0;
  g_autofree char *text = heed_audit_folder_read (path, &length);
  HeedAuditProof proof = HEED_AUDIT_PROOF_WRONG;
  g_autoptr (HeedAuditHead) head = NULL;

  if (text != NULL)
    head = heed_audit_head_parse (text, self->keys, &proof);
  return proof != HEED_AUDIT_PROOF_WRONG ? g_steal_pointer (&head) : NULL;
}

static void
heed_audit_file_follow (HeedAuditFile *self, const HeedAuditLine *line)
{
  self->head->last = line->number;
  g_free (self->head->hash);
  self->head->hash = g_strdup (line->hash);
}

/* Goes on in the last file, unless what is there is not as it was left. */
static gboolean
heed_audit_file_resume (HeedAuditFile *self, const Files *files, GError **error)
{
  if (!files->is_clean || files->size >= self->max_bytes)
    return TRUE;
  self->file = g_open (files->path, O_WRONLY | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0);
  self->size = files->whole;
  if (self->file < 0 || (files->whole < files->size && ftruncate (self->file, self->size) != 0))
    return heed_audit_file_fail (self, error);
  return TRUE;
}

static gboolean
heed_audit_file_begin (HeedAuditFile *self, GError **error)
{
  g_auto (Files) files = { 0 };

  files_read (&files, self->folder);
  self->head = heed_audit_file_read_head (self);
  self->is_gap = self->head == NULL && files.path != NULL;
  if (self->head == NULL)
    {
      self->head = heed_audit_head_new ();
      self->head->first = files.first;
      self->head->last = files.first - 1;
    }
  gboolean is_whole = files.last != NULL ? files.last->number >= self->head->last
                                         : self->head->last + 1 == self->head->first;
  if (files.last != NULL && is_whole)
    heed_audit_file_follow (self, files.last);
  if (files.path != NULL && is_whole && !self->is_gap &&
      !heed_audit_file_resume (self, &files, error))
    return FALSE;
  return files.path != NULL || heed_audit_file_write_head (self, self->head, error);
}

static gboolean
heed_audit_file_open (HeedAuditFile *self, GError **error)
{
  g_autofree char *path = heed_audit_folder_get_lock_path (self->folder);

  if (self->head != NULL)
    return TRUE;
  if (g_mkdir_with_parents (self->folder, 0700) != 0 || g_chmod (self->folder, 0700) != 0)
    return heed_audit_file_fail (self, error);
  self->lock = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (self->lock < 0 || flock (self->lock, LOCK_EX | LOCK_NB) != 0)
    heed_audit_file_fail (self, error);
  else if (heed_audit_file_begin (self, error))
    return TRUE;
  heed_audit_file_close (self);
  return FALSE;
}

/* Rotation */

static gboolean
write_all (int file, const char *text, gsize length)
{
  while (length > 0)
    {
      gssize n = write (file, text, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return FALSE;
      text += n;
      length -= (gsize)n;
    }
  return TRUE;
}

/* What will be let go once the next record begins a file. The head is first to forget it, so that a
 * kill between them leaves too much, which is removed the next time, and not too little. */
static void
heed_audit_file_forget (HeedAuditFile *self)
{
  g_autoptr (GPtrArray) paths = heed_audit_folder_list (self->folder);
  guint n = paths->len + 1 > self->max_files ? paths->len + 1 - self->max_files : 0;

  if (n > 0)
    self->head->first =
        n < paths->len ? heed_audit_folder_get_number (paths->pdata[n]) : self->head->last + 1;
}

static void
heed_audit_file_prune (HeedAuditFile *self)
{
  g_autoptr (GPtrArray) paths = heed_audit_folder_list (self->folder);

  for (guint i = 0; i + 1 < paths->len; i++)
    {
      if (heed_audit_folder_get_number (paths->pdata[i + 1]) <= self->head->first)
        g_unlink (paths->pdata[i]);
    }
}

static gboolean
heed_audit_file_rotate (HeedAuditFile *self, GError **error)
{
  g_autofree char *path = heed_audit_folder_make_path (self->folder, self->head->last + 1);

  heed_audit_file_forget (self);
  clear_descriptor (&self->file);
  self->file = g_open (path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
  if (self->file < 0)
    return heed_audit_file_fail (self, error);
  self->size = (gsize)lseek (self->file, 0, SEEK_END);
  /* Whatever is there already, and is no record, stays a line of its own. */
  if (self->size > 0 && !write_all (self->file, "\n", 1))
    return heed_audit_file_fail (self, error);
  self->size += self->size > 0 ? 1 : 0;
  return TRUE;
}

/* Writing */

/* The lines and then the head, or neither. Takes @next over. */
static gboolean
heed_audit_file_put (HeedAuditFile *self, const GString *lines, HeedAuditHead *next, GError **error)
{
  gboolean written = write_all (self->file, lines->str, lines->len) && fdatasync (self->file) == 0;

  if (!written)
    heed_audit_file_fail (self, error);
  if (written && heed_audit_file_write_head (self, next, error))
    {
      self->size += lines->len;
      heed_audit_head_free (self->head);
      self->head = next;
      return TRUE;
    }
  heed_audit_head_free (next);
  if (ftruncate (self->file, (goffset)self->size) != 0)
    g_debug ("The audit file keeps a part of a line");
  heed_audit_file_close (self);
  return FALSE;
}

/* Adds @record to @lines, as the one that follows @head. Returns: (transfer full): the record with
 * its place */
static GVariant *
heed_audit_file_add (HeedAuditFile *self,
                     const HeedAuditRecord *record,
                     guint n_lost,
                     HeedAuditHead *head,
                     GString *lines)
{
  const HeedAuditKey *key = heed_audit_file_get_key (self);
  gboolean is_gap = self->is_gap && head->last == self->head->last;
  g_auto (GVariantDict) placed = { 0 };
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&builder, "{sv}", "record", g_variant_new_uint64 (head->last + 1));
  heed_audit_record_add_members (record, key, &builder);
  if (n_lost > 0)
    g_variant_builder_add (&builder, "{sv}", "lost", g_variant_new_uint32 (n_lost));
  if (is_gap)
    g_variant_builder_add (&builder, "{sv}", "gap", g_variant_new_boolean (TRUE));
  if (key != NULL)
    g_variant_builder_add (&builder, "{sv}", "key",
                           g_variant_new_string (heed_audit_key_get_id (key)));
  g_variant_builder_add (&builder, "{sv}", "previous", g_variant_new_string (head->hash));
  g_autoptr (GVariant) members = g_variant_ref_sink (g_variant_builder_end (&builder));

  g_autofree char *body = heed_audit_line_format_body (members);
  g_free (head->hash);
  head->hash = heed_audit_key_hash (key, HEED_AUDIT_USE_RECORD, body, strlen (body));
  head->last++;
  g_autofree char *line = heed_audit_line_format (body, head->hash);
  g_string_append_printf (lines, "%s\n", line);
  g_variant_dict_init (&placed, members);
  g_variant_dict_insert (&placed, "hash", "s", head->hash);
  return g_variant_ref_sink (g_variant_dict_end (&placed));
}

GPtrArray *
heed_audit_file_append (HeedAuditFile *self, GPtrArray *records, guint n_lost, GError **error)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify)g_variant_unref);
  g_autoptr (GString) lines = g_string_new (NULL);

  g_return_val_if_fail (records->len <= HEED_LIMIT_AUDIT_BATCH, NULL);
  if (!heed_audit_file_open (self, error))
    return NULL;
  gboolean begins = self->file < 0 || self->size >= self->max_bytes;
  if (begins && !heed_audit_file_rotate (self, error))
    return NULL;
  HeedAuditHead *next = heed_audit_head_copy (self->head);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (all, heed_audit_file_add (self, records->pdata[i], i == 0 ? n_lost : 0, next,
                                               lines));
  if (!heed_audit_file_put (self, lines, next, error))
    return NULL;
  if (begins)
    heed_audit_file_prune (self);
  self->is_gap = FALSE;
  return g_steal_pointer (&all);
}
