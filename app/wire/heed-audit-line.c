/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A record is one JSON object in one line. Its last member is its own hash, which covers every byte
 * before it, the hash of the record before among them. So what is covered is the text itself, and
 * nobody has to agree on how JSON is written to check it. */

#include "config.h"
#include "heed-audit-line.h"

#include <string.h>

#include "heed-json-variant.h"
#include "heed-json.h"

#define HASH_MEMBER ",\"hash\":\""
#define HASH_END "\"}"

/* Bytes of a line that may be one; the longest that is written holds 100 addresses. */
#define MAX_LINE (1024 * 1024)

char *
heed_audit_line_format_body (GVariant *members)
{
  g_autoptr (json_object) object = heed_json_variant_to_json (members);
  char *body =
      g_strdup (json_object_to_json_string_ext (object, JSON_C_TO_STRING_PLAIN |
                                                            JSON_C_TO_STRING_NOSLASHESCAPE));

  /* The closing brace comes after the hash. */
  body[strlen (body) - 1] = '\0';
  return body;
}

char *
heed_audit_line_format (const char *body, const char *hash)
{
  return g_strconcat (body, HASH_MEMBER, hash, HASH_END, NULL);
}

static gboolean
is_hash (const char *text)
{
  return strspn (text, "0123456789abcdef") == HEED_AUDIT_LINE_HASH_CHARACTERS &&
         text[HEED_AUDIT_LINE_HASH_CHARACTERS] == '\0';
}

static const char *
get_text (json_object *object, const char *name)
{
  json_object *member = json_object_object_get (object, name);

  return json_object_is_type (member, json_type_string) ? json_object_get_string (member) : NULL;
}

/* Whether the hash stands where it has to. */
static gboolean
ends_with_hash (const char *text, gsize length, const char *hash)
{
  g_autofree char *end = g_strconcat (HASH_MEMBER, hash, HASH_END, NULL);
  gsize n = strlen (end);

  return length > n && memcmp (text + length - n, end, n) == 0;
}

static gboolean
read_members (HeedAuditLine *self, json_object *object)
{
  json_object *number = json_object_object_get (object, "record");
  const char *time = get_text (object, "time");
  const char *previous = get_text (object, "previous");
  const char *hash = get_text (object, "hash");
  g_autoptr (GDateTime) date = time != NULL ? g_date_time_new_from_iso8601 (time, NULL) : NULL;

  if (!json_object_is_type (number, json_type_int) || json_object_get_int64 (number) < 1 ||
      date == NULL || previous == NULL || !is_hash (previous) || hash == NULL || !is_hash (hash))
    return FALSE;
  self->number = (guint64)json_object_get_int64 (number);
  self->time = g_date_time_to_unix (date) * G_USEC_PER_SEC + g_date_time_get_microsecond (date);
  self->is_gap = json_object_get_boolean (json_object_object_get (object, "gap"));
  self->key = g_strdup (get_text (object, "key"));
  self->previous = g_strdup (previous);
  self->hash = g_strdup (hash);
  return TRUE;
}

HeedAuditLine *
heed_audit_line_parse (const char *text, gsize length)
{
  g_autoptr (HeedAuditLine) self = g_new0 (HeedAuditLine, 1);
  g_autoptr (json_object) object = length <= MAX_LINE ? heed_json_parse (text, length, NULL) : NULL;

  if (!json_object_is_type (object, json_type_object) || !read_members (self, object) ||
      !ends_with_hash (text, length, self->hash))
    return NULL;
  self->body_length = length - strlen (HASH_MEMBER) - strlen (self->hash) - strlen (HASH_END);
  return g_steal_pointer (&self);
}

void
heed_audit_line_free (HeedAuditLine *self)
{
  g_free (self->key);
  g_free (self->previous);
  g_free (self->hash);
  g_free (self);
}
