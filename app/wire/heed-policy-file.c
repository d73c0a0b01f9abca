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

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

typedef gboolean (*ReadKey) (json_object *value, HeedPolicyBuilder *builder, GError **error);

typedef struct
{
  const char *name;
  ReadKey read;
} Key;

static gboolean
set_wrong (GError **error, const char *path, json_object *value, const char *right)
{
  g_autofree char *excerpt = heed_json_make_excerpt (
      json_object_to_json_string_ext (value, JSON_C_TO_STRING_NOSLASHESCAPE));

  g_set_error (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT, "%s is %s; it must be %s", path,
               excerpt, right);
  return FALSE;
}

static gboolean
read_mode (json_object *value, HeedPolicyBuilder *builder, GError **error)
{
  const char *name = json_object_get_string (value);

  if (g_strcmp0 (name, "enforce") == 0)
    heed_policy_builder_set_mode (builder, HEED_MODE_ENFORCE);
  else if (g_strcmp0 (name, "observe") == 0)
    heed_policy_builder_set_mode (builder, HEED_MODE_OBSERVE);
  else
    return set_wrong (error, "$.mode", value, "\"enforce\" or \"observe\"");
  return TRUE;
}

static GPtrArray *
read_patterns (json_object *value, const char *name, GError **error)
{
  g_autoptr (GPtrArray) patterns =
      g_ptr_array_new_with_free_func ((GDestroyNotify)heed_domain_pattern_unref);
  g_autofree char *list = g_strdup_printf ("$.%s", name);

  if (!json_object_is_type (value, json_type_array))
    {
      set_wrong (error, list, value, "a list of domains, such as [\"example.org\"]");
      return NULL;
    }
  for (gsize i = 0; i < json_object_array_length (value); i++)
    {
      json_object *entry = json_object_array_get_idx (value, i);
      const char *text = json_object_get_string (entry);
      HeedDomainPattern *pattern = NULL;

      if (json_object_is_type (entry, json_type_string))
        pattern = heed_domain_pattern_new (text, NULL);
      if (pattern == NULL)
        {
          g_autofree char *path = g_strdup_printf ("%s[%" G_GSIZE_FORMAT "]", list, i);

          set_wrong (error, path, entry, "a domain, such as \"example.org\"");
          return NULL;
        }
      g_ptr_array_add (patterns, pattern);
    }
  return g_steal_pointer (&patterns);
}

static gboolean
read_known_domains (json_object *value, HeedPolicyBuilder *builder, GError **error)
{
  g_autoptr (GPtrArray) patterns = read_patterns (value, "known-domains", error);
  g_autoptr (GPtrArray) domains = g_ptr_array_new ();

  if (patterns == NULL)
    return FALSE;
  for (guint i = 0; i < patterns->len; i++)
    {
      if (heed_domain_pattern_is_wildcard (patterns->pdata[i]))
        {
          g_autofree char *path = g_strdup_printf ("$.known-domains[%u]", i);

          return set_wrong (error, path, json_object_array_get_idx (value, i),
                            "a domain without a wildcard, such as \"example.org\"");
        }
      g_ptr_array_add (domains, heed_domain_pattern_get_domain (patterns->pdata[i]));
    }
  heed_policy_builder_set_known_domains (builder, domains);
  return TRUE;
}

static gboolean
read_protected_domains (json_object *value, HeedPolicyBuilder *builder, GError **error)
{
  g_autoptr (GPtrArray) patterns = read_patterns (value, "protected-domains", error);

  if (patterns != NULL)
    heed_policy_builder_set_protected_domains (builder, patterns, NULL);
  return patterns != NULL;
}

static gboolean
read_trusted_domains (json_object *value, HeedPolicyBuilder *builder, GError **error)
{
  g_autoptr (GPtrArray) patterns = read_patterns (value, "trusted-domains", error);

  if (patterns != NULL)
    heed_policy_builder_set_trusted_domains (builder, patterns);
  return patterns != NULL;
}

static const Key keys[] = {
  { "known-domains", read_known_domains },
  { "mode", read_mode },
  { "protected-domains", read_protected_domains },
  { "trusted-domains", read_trusted_domains },
};

static const Key *
find_key (const char *name, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);
  g_autofree char *excerpt = heed_json_make_excerpt (name);

  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (g_str_equal (keys[i].name, name))
        return &keys[i];
      g_string_append_printf (names, "%s“%s”", i > 0 ? ", " : "", keys[i].name);
    }
  g_set_error (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
               "“%s” is not a key of a policy; the keys are %s", excerpt, names->str);
  return NULL;
}

static gboolean
read_policy (json_object *policy, HeedPolicyBuilder *builder, GError **error)
{
  if (!json_object_is_type (policy, json_type_object))
    return set_wrong (error, "$", policy,
                      "an object, such as {\"protected-domains\": [\"army.mil\"]}");
  json_object_object_foreach (policy, name, value)
  {
    const Key *key = find_key (name, error);

    if (key == NULL || !key->read (value, builder, error))
      return FALSE;
  }
  return TRUE;
}

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

/* Reads into a policy of its own first, so that a fault far down leaves @builder as it was. */
static gboolean
read_all (const char *path, HeedPolicyBuilder *builder, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autoptr (json_object) policy = NULL;
  g_autoptr (HeedPolicyBuilder) trial = heed_policy_builder_new ();

  if (!read_file (path, bytes, error))
    return FALSE;
  policy = heed_json_parse ((const char *)bytes->data, bytes->len, error);
  return policy != NULL && read_policy (policy, trial, error) &&
         read_policy (policy, builder, error);
}

gboolean
heed_policy_file_read (const char *path, HeedPolicyBuilder *builder, GError **error)
{
  g_autofree char *shown = g_filename_display_name (path);

  if (read_all (path, builder, error))
    return TRUE;
  g_prefix_error (error, "%s: ", shown);
  return FALSE;
}
