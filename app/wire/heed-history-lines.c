/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-history-lines.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "heed-address-book.h"
#include "heed-error.h"
#include "heed-json.h"

static json_object *
make_array (const char *const *texts)
{
  json_object *array = json_object_new_array ();

  for (; *texts != NULL; texts++)
    json_object_array_add (array, json_object_new_string (*texts));
  return array;
}

static char *
format (json_object *object)
{
  return g_strdup (json_object_to_json_string_ext (object, JSON_C_TO_STRING_PLAIN |
                                                               JSON_C_TO_STRING_NOSLASHESCAPE));
}

char *
heed_history_lines_format_correspondent (GVariant *correspondent)
{
  g_autoptr (json_object) object = json_object_new_object ();
  const char *address;
  const char *name;
  guint count;
  guint days;
  gint64 first;
  gint64 last;
  gboolean trusted;

  g_variant_get (correspondent, "(&s&suxxub)", &address, &name, &count, &first, &last, &days,
                 &trusted);
  json_object_object_add (object, "mailbox", json_object_new_string (address));
  json_object_object_add (object, "name", json_object_new_string (name));
  json_object_object_add (object, "count", json_object_new_int64 (count));
  json_object_object_add (object, "first", json_object_new_int64 (first));
  json_object_object_add (object, "last", json_object_new_int64 (last));
  json_object_object_add (object, "days", json_object_new_int64 (days));
  json_object_object_add (object, "trusted", json_object_new_boolean (trusted));
  return format (object);
}

char *
heed_history_lines_format_decision (GVariant *decision)
{
  g_autoptr (json_object) object = json_object_new_object ();
  gint64 time;
  const char *client;
  const char *reason;
  const char *severity;
  g_autofree const char **recipients = NULL;
  g_autofree const char **kinds = NULL;

  g_variant_get (decision, "(x&s&s&s^a&s^a&s)", &time, &client, &reason, &severity, &recipients,
                 &kinds);
  json_object_object_add (object, "time", json_object_new_int64 (time));
  json_object_object_add (object, "client", json_object_new_string (client));
  json_object_object_add (object, "reason", json_object_new_string (reason));
  json_object_object_add (object, "severity", json_object_new_string (severity));
  json_object_object_add (object, "recipients", make_array (recipients));
  json_object_object_add (object, "kinds", make_array (kinds));
  return format (object);
}

char *
heed_history_lines_format_trust (GVariant *trust)
{
  g_autoptr (json_object) object = json_object_new_object ();
  const char *subject;
  const char *reason;
  gint64 time;

  g_variant_get (trust, "(&s&sx)", &subject, &reason, &time);
  json_object_object_add (object, "trusted", json_object_new_string (subject));
  json_object_object_add (object, "reason", json_object_new_string (reason));
  json_object_object_add (object, "time", json_object_new_int64 (time));
  return format (object);
}

/* Reading */

/* Seconds since 1970 of the end of the year 9999, the last one that has a date in GLib. */
#define LAST_SECOND G_GINT64_CONSTANT (253402300799)

typedef struct
{
  GVariantBuilder correspondents;
  GVariantBuilder decisions;
  GVariantBuilder trusts;
  gint64 now;
} Lines;

static const char *
get_string (json_object *object, const char *key)
{
  json_object *value = json_object_object_get (object, key);

  return json_object_is_type (value, json_type_string) ? json_object_get_string (value) : "";
}

/* Takes the number of a member, if there is one. */
static gboolean
read_number (
    json_object *object, const char *key, gint64 least, gint64 most, gint64 *number, GError **error)
{
  json_object *value;
  gint64 read;

  if (!json_object_object_get_ex (object, key, &value))
    return TRUE;
  read = json_object_get_int64 (value);
  if (!json_object_is_type (value, json_type_int) || read < least || read > most)
    {
      g_autofree char *from = g_strdup_printf ("%" G_GINT64_FORMAT, least);
      g_autofree char *to = g_strdup_printf ("%" G_GINT64_FORMAT, most);

      g_set_error (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                   /* Translators: the name of a member in JSON, and two numbers. */
                   _ ("“%s” must be a whole number from %s to %s."), key, from, to);
      return FALSE;
    }
  *number = read;
  return TRUE;
}

static GVariant *
get_strings (json_object *object, const char *key)
{
  json_object *array = json_object_object_get (object, key);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("as"));
  for (gsize i = 0;
       json_object_is_type (array, json_type_array) && i < json_object_array_length (array); i++)
    {
      json_object *one = json_object_array_get_idx (array, i);

      if (json_object_is_type (one, json_type_string))
        g_variant_builder_add (&builder, "s", json_object_get_string (one));
    }
  return g_variant_builder_end (&builder);
}

static gboolean
add_correspondent (Lines *lines, json_object *object, GError **error)
{
  gint64 count = 1;
  gint64 first = lines->now;
  gint64 last = lines->now;
  gint64 days;

  if (!read_number (object, "count", 1, G_MAXUINT, &count, error))
    return FALSE;
  days = count;
  if (!read_number (object, "days", 1, count, &days, error) ||
      !read_number (object, "first", 0, LAST_SECOND, &first, error) ||
      !read_number (object, "last", 0, LAST_SECOND, &last, error))
    return FALSE;
  g_variant_builder_add (&lines->correspondents, "(ssuxxub)", get_string (object, "mailbox"),
                         get_string (object, "name"), (guint)count, first, last, (guint)days,
                         json_object_get_boolean (json_object_object_get (object, "trusted")));
  return TRUE;
}

static gboolean
add_trust (Lines *lines, json_object *object, GError **error)
{
  gint64 time = lines->now;

  if (!read_number (object, "time", 0, LAST_SECOND, &time, error))
    return FALSE;
  g_variant_builder_add (&lines->trusts, "(ssx)", get_string (object, "trusted"),
                         get_string (object, "reason"), time);
  return TRUE;
}

static gboolean
add_decision (Lines *lines, json_object *object, GError **error)
{
  gint64 time = 0;

  if (!read_number (object, "time", 0, LAST_SECOND * G_USEC_PER_SEC, &time, error))
    return FALSE;
  g_variant_builder_add (&lines->decisions, "(xsss@as@as)", time, get_string (object, "client"),
                         get_string (object, "reason"), get_string (object, "severity"),
                         get_strings (object, "recipients"), get_strings (object, "kinds"));
  return TRUE;
}

static gboolean
add_object (Lines *lines, json_object *object, GError **error)
{
  if (json_object_is_type (object, json_type_object) && *get_string (object, "mailbox") != '\0')
    return add_correspondent (lines, object, error);
  if (json_object_is_type (object, json_type_object) && *get_string (object, "trusted") != '\0')
    return add_trust (lines, object, error);
  if (json_object_is_type (object, json_type_object) && *get_string (object, "reason") != '\0')
    return add_decision (lines, object, error);
  g_set_error_literal (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                       _ ("it is neither a correspondent, with a “mailbox”, nor a decision, "
                          "with a “reason”, nor somebody “trusted”."));
  return FALSE;
}

static gboolean
read_json (Lines *lines, const char *text, GError **error)
{
  for (guint number = 1; *text != '\0'; number++)
    {
      gsize n = strcspn (text, "\n");
      g_autoptr (GError) fault = NULL;
      g_autoptr (json_object) object = n > 0 ? heed_json_parse (text, n, &fault) : NULL;

      if (fault == NULL && object != NULL)
        add_object (lines, object, &fault);
      if (fault != NULL)
        {
          g_set_error (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                       /* Translators: %u is a line of a file, %s what is wrong with it. */
                       _ ("line %u: %s"), number, fault->message);
          return FALSE;
        }
      text += n;
      text += *text == '\n' ? 1 : 0;
    }
  return TRUE;
}

static void
add_address_cb (const char *address, const char *name, guint count, gpointer user_data)
{
  Lines *lines = user_data;

  g_variant_builder_add (&lines->correspondents, "(ssuxxub)", address, name != NULL ? name : "",
                         count, lines->now, lines->now, count, FALSE);
}

gboolean
heed_history_lines_read (const char *text,
                         gsize length,
                         gint64 now,
                         GVariant **correspondents,
                         GVariant **decisions,
                         GVariant **trusts,
                         GError **error)
{
  static const char vcard[] = "BEGIN:VCARD";
  g_autofree char *copy = NULL;
  Lines lines = { .now = now };
  gboolean ok = TRUE;

  if (!g_utf8_validate_len (text, length, NULL))
    {
      g_set_error_literal (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                           _ ("it is not text in UTF-8."));
      return FALSE;
    }
  copy = g_strndup (text, length);
  const char *start = g_str_has_prefix (copy, "\xEF\xBB\xBF") ? copy + 3 : copy;
  g_variant_builder_init (&lines.correspondents, G_VARIANT_TYPE ("a(ssuxxub)"));
  g_variant_builder_init (&lines.decisions, G_VARIANT_TYPE ("a(xsssasas)"));
  g_variant_builder_init (&lines.trusts, G_VARIANT_TYPE ("a(ssx)"));
  if (*start == '{' || *start == '[')
    ok = read_json (&lines, start, error);
  else if (g_ascii_strncasecmp (start, vcard, strlen (vcard)) == 0)
    heed_address_book_read_vcards (start, add_address_cb, &lines);
  else
    ok = heed_address_book_read_csv (start, add_address_cb, &lines, error);
  if (!ok)
    {
      g_variant_builder_clear (&lines.correspondents);
      g_variant_builder_clear (&lines.decisions);
      g_variant_builder_clear (&lines.trusts);
      return FALSE;
    }
  *correspondents = g_variant_ref_sink (g_variant_builder_end (&lines.correspondents));
  *decisions = g_variant_ref_sink (g_variant_builder_end (&lines.decisions));
  *trusts = g_variant_ref_sink (g_variant_builder_end (&lines.trusts));
  return TRUE;
}
