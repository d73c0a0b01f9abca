/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-verdict-variant.h"

#include "heed-message-variant.h"

static GVariant *
edits_to_variant (GPtrArray *edits)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(suss)"));
  for (guint i = 0; i < edits->len; i++)
    {
      const HeedEdit *edit = edits->pdata[i];

      g_variant_builder_add (&builder, "(suss)", heed_edit_operation_get_name (edit->operation),
                             edit->position, edit->got, edit->expected);
    }
  return g_variant_builder_end (&builder);
}

/* The index on the wire is the caller's, for whom a group is one recipient. */
static guint
get_index (const HeedReview *review, const HeedFinding *finding)
{
  GPtrArray *recipients = heed_message_get_recipients (heed_review_get_message (review));
  guint recipient = heed_finding_get_recipient (finding);

  return recipient < recipients->len ? heed_recipient_get_index (recipients->pdata[recipient])
                                     : HEED_FINDING_WHOLE_MESSAGE;
}

/* @value is floating. Without a format to be read, an entry costs half: an answer has many. */
static void
add (GVariantBuilder *builder, const char *name, GVariant *value)
{
  g_variant_builder_add_value (builder, g_variant_new_dict_entry (g_variant_new_string (name),
                                                                  g_variant_new_variant (value)));
}

static void
add_string (GVariantBuilder *builder, const char *name, const char *value)
{
  add (builder, name, g_variant_new_string (value));
}

static GVariant *
findings_to_variant (const HeedReview *review, gboolean with_headings)
{
  GPtrArray *findings = heed_review_get_findings (review);
  GVariantBuilder all;

  g_variant_builder_init (&all, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; i < findings->len; i++)
    {
      const HeedFinding *finding = findings->pdata[i];
      GVariantBuilder one;

      g_variant_builder_init (&one, G_VARIANT_TYPE_VARDICT);
      add_string (&one, "kind", heed_finding_kind_get_name (heed_finding_get_kind (finding)));
      add_string (&one, "severity", heed_severity_get_name (heed_finding_get_severity (finding)));
      add (&one, "recipient", g_variant_new_uint32 (get_index (review, finding)));
      add_string (&one, "domain", heed_finding_get_domain (finding));
      add (&one, "expected", g_variant_new_strv (heed_finding_get_expected (finding), -1));
      add_string (&one, "evidence", heed_evidence_get_name (heed_finding_get_evidence (finding)));
      add (&one, "edits", edits_to_variant (heed_finding_get_edits (finding)));
      add_string (&one, "text", heed_finding_get_text (finding));
      if (with_headings)
        add_string (&one, "heading", heed_finding_get_heading (finding));
      g_variant_builder_add_value (&all, g_variant_builder_end (&one));
    }
  return g_variant_builder_end (&all);
}

GVariant *
heed_verdict_variant_findings (const HeedReview *review)
{
  return findings_to_variant (review, FALSE);
}

GVariant *
heed_verdict_variant_findings_with_headings (const HeedReview *review)
{
  return findings_to_variant (review, TRUE);
}

GVariant *
heed_verdict_variant_details (const HeedVerdict *verdict, const char *history)
{
  HeedReview *review = heed_verdict_get_review (verdict);
  HeedMessage *message = heed_verdict_get_message (verdict);
  GVariantBuilder details;

  g_variant_builder_init (&details, G_VARIANT_TYPE_VARDICT);
  add_string (&details, "reason", heed_reason_get_name (heed_verdict_get_reason (verdict)));
  add_string (&details, "severity", heed_severity_get_name (heed_review_get_severity (review)));
  add (&details, "findings", heed_verdict_variant_findings (review));
  if (heed_verdict_get_reason (verdict) == HEED_REASON_CORRECTED)
    add (&details, "recipients", heed_message_variant_recipients (message));
  add_string (&details, "digest", heed_message_get_digest (message));
  if (heed_verdict_get_justification (verdict) != NULL)
    add_string (&details, "justification", heed_verdict_get_justification (verdict));
  add_string (&details, "history", history);
  return g_variant_builder_end (&details);
}
