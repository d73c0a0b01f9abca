/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heedctl-findings.h"

#include "heed-finding.h"
#include "heed-json-variant.h"
#include "heed-json.h"
#include "heedctl-output.h"

static HeedSeverity
get_severity (GVariant *finding)
{
  HeedSeverity severity = HEED_SEVERITY_CLEAR;
  const char *name;

  if (g_variant_lookup (finding, "severity", "&s", &name))
    heed_severity_from_name (name, &severity);
  return severity;
}

GPtrArray *
heedctl_findings_sort (GVariant *findings, guint n_recipients)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i <= n_recipients; i++)
    g_ptr_array_add (lists, g_ptr_array_new_with_free_func ((GDestroyNotify)g_variant_unref));
  for (gsize i = 0; i < g_variant_n_children (findings); i++)
    {
      g_autoptr (GVariant) finding = g_variant_get_child_value (findings, i);
      guint about = HEED_FINDING_WHOLE_MESSAGE;

      g_variant_lookup (finding, "recipient", "u", &about);
      g_ptr_array_add (lists->pdata[MIN (about, n_recipients)], g_steal_pointer (&finding));
    }
  return lists;
}

HeedSeverity
heedctl_findings_get_worst (GPtrArray *findings)
{
  HeedSeverity worst = HEED_SEVERITY_CLEAR;

  for (guint i = 0; i < findings->len; i++)
    worst = MAX (worst, get_severity (findings->pdata[i]));
  return worst;
}

static void
append_json (json_object *array, GPtrArray *findings, gboolean about_message)
{
  for (guint i = 0; i < findings->len; i++)
    {
      json_object *object = heed_json_variant_to_json (findings->pdata[i]);

      json_object_object_del (object, "recipient");
      json_object_object_del (object, "heading");
      if (about_message)
        json_object_object_add (object, "message", json_object_new_boolean (TRUE));
      json_object_array_add (array, object);
    }
}

void
heedctl_findings_print_json (HeedMailbox *mailbox,
                             HeedSeverity worst,
                             GPtrArray *findings,
                             GPtrArray *about_message)
{
  g_autoptr (json_object) line = json_object_new_object ();
  json_object *array = json_object_new_array ();
  const char *domain = heed_domain_get_unicode (heed_mailbox_get_domain (mailbox));

  json_object_object_add (line, "mailbox",
                          json_object_new_string (heed_mailbox_get_typed (mailbox)));
  json_object_object_add (line, "domain", json_object_new_string (domain));
  json_object_object_add (line, "severity",
                          json_object_new_string (heed_severity_get_name (worst)));
  json_object_object_add (line, "findings", array);
  append_json (array, findings, FALSE);
  if (about_message != NULL)
    append_json (array, about_message, TRUE);
  heedctl_output_json (line);
}

void
heedctl_findings_print_text (const char *about, GPtrArray *findings)
{
  HeedSeverity worst = heedctl_findings_get_worst (findings);
  g_autofree char *shown = heedctl_output_escape (about);
  g_autofree char *word = g_strdup_printf ("%-8s", heed_severity_get_name (worst));
  g_autofree char *painted = heedctl_output_paint (worst, word);

  g_print ("%s %s\n", painted, shown);
  for (guint i = 0; i < findings->len; i++)
    {
      const char *kind = "";
      const char *heading = "";
      const char *text = "";

      g_variant_lookup (findings->pdata[i], "kind", "&s", &kind);
      g_variant_lookup (findings->pdata[i], "heading", "&s", &heading);
      g_variant_lookup (findings->pdata[i], "text", "&s", &text);
      g_autofree char *shown_heading = heedctl_output_escape (heading);
      g_autofree char *shown_text = heedctl_output_escape (text);
      g_print ("         %s: %s. %s\n", kind, shown_heading, shown_text);
    }
}
