/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A policy decides what people can send, so a file of it is understood as a whole or not at all. It
 * is read without trust in what lies at its path: opened without waiting, so that a FIFO cannot
 * hold the service, checked to be a regular file, and read to a limit, not to the size that it had
 * a moment ago. */

#include "config.h"
#include "heed-policy-file.h"

#include "heed-error.h"
#include "heed-json.h"
#include "heed-limits.h"
#include "heed-policy-keys.h"
#include "heed-policy-problem.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static gboolean
set_unreadable (GError **error, int code)
{
  g_set_error (error, HEED_ERROR, code == ENOENT ? HEED_ERROR_NOT_FOUND : HEED_ERROR_FAILED,
               "cannot be read: %s", g_strerror (code));
  return FALSE;
}

/* Returns the whole file, without the zero at the end that GBytes does not need. */
static gboolean
read_bytes (int fd, GByteArray *bytes, GError **error)
{
  struct stat status;
  guint8 block[16384];
  gssize n;

  if (fstat (fd, &status) != 0)
    return set_unreadable (error, errno);
  if (!S_ISREG (status.st_mode))
    {
      g_set_error_literal (error, HEED_ERROR, HEED_ERROR_FAILED,
                           "cannot be read: it is not a regular file");
      return FALSE;
    }
  while ((n = read (fd, block, sizeof block)) != 0)
    {
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return set_unreadable (error, errno);
      g_byte_array_append (bytes, block, (guint)n);
      if (bytes->len > HEED_LIMIT_POLICY_BYTES)
        {
          g_set_error (error, HEED_ERROR, HEED_ERROR_LIMIT_EXCEEDED,
                       "is too large: a policy file can have at most %d bytes",
                       HEED_LIMIT_POLICY_BYTES);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_file (const char *path, GByteArray *bytes, GError **error)
{
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
  gboolean ok;

  if (fd < 0)
    return set_unreadable (error, errno);
  ok = read_bytes (fd, bytes, error);
  close (fd);
  return ok;
}

static json_object *
read_all (const char *path, GPtrArray *errors)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify)heed_policy_problem_free);
  g_autoptr (json_object) policy = NULL;
  GError *error = NULL;

  if (read_file (path, bytes, &error))
    policy = heed_json_parse_noting ((const char *)bytes->data, bytes->len, errors, &error);
  if (policy == NULL)
    {
      g_ptr_array_add (errors, error);
      return NULL;
    }
  heed_policy_keys_check (policy, problems);
  if (problems->len > 0)
    heed_policy_problem_locate_all (problems, (const char *)bytes->data, bytes->len, errors);
  return errors->len == 0 ? g_steal_pointer (&policy) : NULL;
}

json_object *
heed_policy_file_read (const char *path, GPtrArray *problems)
{
  g_autofree char *shown = g_filename_display_name (path);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  json_object *policy = read_all (path, found);

  for (guint i = 0; i < found->len; i++)
    {
      GError *problem = found->pdata[i];

      g_prefix_error (&problem, "%s: ", shown);
      g_ptr_array_add (problems, problem);
    }
  return policy;
}
