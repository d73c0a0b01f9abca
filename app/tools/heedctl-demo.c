/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heedctl-demo.h"

#include <glib/gi18n.h>

#include "heed-error.h"
#include "heed-json-variant.h"
#include "heed-json.h"
#include "heedctl-output.h"
#include "heedctl-service.h"
#include "heedctl-words.h"

#define EXIT_ALLOW 0
#define EXIT_CANCEL 1
#define EXIT_BAD_INPUT 2

static gboolean
parse (int argc, char **argv, gboolean *as_json, GError **error)
{
  g_autofree char *format = NULL;
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format,
      N_ ("How to print: text, or json with one object a line"), "text|json" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = heedctl_words_new_context (
      NULL,
      _ ("Shows the window for a message to army.ml, as if you had often written to army.mil, and "
         "prints the verdict. Nothing is sent, and nothing of it is remembered."),
      _ ("Exit status: 0 if the message would have been sent, 1 if it would have been kept, 2 for "
         "bad usage or if no window could be shown."),
      entries);

  if (!g_option_context_parse (context, &argc, &argv, error) ||
      !heedctl_words_read_format (format, as_json, error))
    return FALSE;
  if (argc == 1)
    return TRUE;
  g_set_error_literal (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                       _ ("“heedctl demo” takes options only."));
  return FALSE;
}

static void
print_json (const char *verdict, GVariant *details)
{
  g_autoptr (json_object) line = json_object_new_object ();
  const char *reason = "";
  g_autoptr (GVariant) findings =
      g_variant_lookup_value (details, "findings", G_VARIANT_TYPE ("aa{sv}"));

  g_variant_lookup (details, "reason", "&s", &reason);
  json_object_object_add (line, "verdict", json_object_new_string (verdict));
  json_object_object_add (line, "reason", json_object_new_string (reason));
  if (findings != NULL)
    json_object_object_add (line, "findings", heed_json_variant_to_json (findings));
  heedctl_output_json (line);
}

static void
print_text (const char *verdict, GVariant *details)
{
  const char *reason = "";
  g_autoptr (GVariantIter) recipients = NULL;
  const char *mailbox;

  g_variant_lookup (details, "reason", "&s", &reason);
  g_print ("%-10s %s\n%-10s %s\n", _ ("verdict"), verdict, _ ("reason"), reason);
  if (!g_variant_lookup (details, "recipients", "a(ss)", &recipients))
    return;
  while (g_variant_iter_next (recipients, "(&s&s)", NULL, &mailbox))
    {
      g_autofree char *shown = heedctl_output_escape (mailbox);

      g_print ("%-10s %s\n", _ ("goes to"), shown);
    }
}

int
heedctl_demo (int argc, char **argv)
{
  g_autoptr (GDBusConnection) connection = NULL;
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GVariant) details = NULL;
  g_autoptr (GError) error = NULL;
  gboolean as_json = FALSE;
  const char *verdict;

  g_set_prgname ("heedctl demo");
  if (parse (argc, argv, &as_json, &error) &&
      (connection = heedctl_service_connect (&error)) != NULL)
    answer = heedctl_service_call (connection, "Demonstrate", NULL, &error);
  if (answer == NULL)
    {
      g_printerr ("heedctl: %s\n", error->message);
      return EXIT_BAD_INPUT;
    }
  g_variant_get (answer, "(&s@a{sv})", &verdict, &details);
  if (as_json)
    print_json (verdict, details);
  else
    print_text (verdict, details);
  return g_str_equal (verdict, "allow") ? EXIT_ALLOW : EXIT_CANCEL;
}
