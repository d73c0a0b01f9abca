/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-verdict-variant.h"

static HeedMessage *
make_message (const char *mailbox)
{
  g_autoptr (HeedMessageBuilder) builder = heed_message_builder_new ();

  /* A group first, so that positions and indices differ. */
  g_assert_true (
      heed_message_builder_add_recipient (builder, HEED_ROLE_TO, "G: a@b.org, c@d.org;", NULL));
  g_assert_true (heed_message_builder_add_recipient (builder, HEED_ROLE_CC, mailbox, NULL));
  return heed_message_builder_end (builder);
}

static HeedReview *
make_review (void)
{
  static const char *const expected[] = { "army.mil", NULL };
  g_autoptr (HeedMessage) message = make_message ("ann@army.ml");
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_finding_unref);
  GPtrArray *edits = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_edit_free);

  g_ptr_array_add (edits, heed_edit_new (HEED_EDIT_MISSING, 6, "", "i"));
  g_ptr_array_add (findings, heed_finding_new (HEED_FINDING_UNEXPANDED_LIST, HEED_SEVERITY_NOTICE,
                                               HEED_FINDING_WHOLE_MESSAGE, NULL, NULL,
                                               HEED_EVIDENCE_NONE, NULL, "List", "A list."));
  g_ptr_array_add (findings,
                   heed_finding_new (HEED_FINDING_SUFFIX_SWAP, HEED_SEVERITY_DANGER, 2, "army.ml",
                                     expected, HEED_EVIDENCE_KNOWN, edits, "Near", "Text."));
  return heed_review_new (message, findings);
}

static void
test_findings (void)
{
  g_autoptr (HeedReview) review = make_review ();
  g_autoptr (GVariant) findings = g_variant_ref_sink (heed_verdict_variant_findings (review));
  g_autofree char *text = g_variant_print (findings, FALSE);

  g_assert_cmpstr (
      text, ==,
      "[{'kind': <'suffix-swap'>, 'severity': <'danger'>, 'recipient': <uint32 1>, 'domain': "
      "<'army.ml'>, 'expected': <['army.mil']>, 'evidence': <'known'>, 'edits': <[('missing', "
      "uint32 6, "
      "'', 'i')]>, 'text': <'Text.'>}, {'kind': <'unexpanded-list'>, 'severity': <'notice'>, "
      "'recipient': <uint32 4294967295>, 'domain': <''>, 'expected': <@as []>, 'evidence': <''>, "
      "'edits': <@a(suss) []>, 'text': <'A list.'>}]");
}

static void
test_details (void)
{
  g_autoptr (HeedReview) review = make_review ();
  g_autoptr (HeedMessage) message = make_message ("ann@army.mil");
  g_autoptr (HeedVerdict) declined = heed_verdict_new (HEED_REASON_DECLINED, review);
  g_autoptr (HeedVerdict) corrected = heed_verdict_new_corrected (review, message);
  g_autoptr (GVariant) kept = g_variant_ref_sink (heed_verdict_variant_details (declined, "ready"));
  g_autoptr (GVariant) changed =
      g_variant_ref_sink (heed_verdict_variant_details (corrected, "memory"));
  g_autoptr (GVariant) recipients = g_variant_lookup_value (changed, "recipients", NULL);
  g_autofree char *text = g_variant_print (recipients, FALSE);
  const char *digest = NULL;
  const char *history = NULL;
  g_autoptr (HeedVerdict) confirmed = heed_verdict_new (HEED_REASON_CONFIRMED, review);
  g_autoptr (HeedVerdict) justified = heed_verdict_new_justified (confirmed, "Agreed");
  g_autoptr (GVariant) with =
      g_variant_ref_sink (heed_verdict_variant_details (justified, "ready"));
  const char *justification = NULL;

  g_assert_true (g_variant_lookup (kept, "history", "&s", &history));
  g_assert_cmpstr (history, ==, "ready");
  g_assert_false (g_variant_lookup (kept, "recipients", "@a(ss)", NULL));
  g_assert_false (g_variant_lookup (kept, "justification", "&s", &justification));
  g_assert_true (g_variant_lookup (with, "justification", "&s", &justification));
  g_assert_cmpstr (justification, ==, "Agreed");
  g_assert_cmpint (heed_verdict_get_reason (justified), ==, HEED_REASON_CONFIRMED);
  g_assert_true (g_variant_lookup (kept, "digest", "&s", &digest));
  g_assert_cmpstr (digest, ==, heed_message_get_digest (heed_review_get_message (review)));
  g_assert_cmpstr (text, ==, "[('to', 'a@b.org'), ('to', 'c@d.org'), ('cc', 'ann@army.mil')]");
  g_assert_true (g_variant_lookup (changed, "digest", "&s", &digest));
  g_assert_cmpstr (digest, ==, heed_message_get_digest (message));
}

static void
test_reasons (void)
{
  static const struct
  {
    HeedReason reason;
    const char *name;
    gboolean allow;
  } reasons[] = {
    { HEED_REASON_CLEAR, "clear", TRUE },          { HEED_REASON_CONFIRMED, "confirmed", TRUE },
    { HEED_REASON_OBSERVED, "observed", TRUE },    { HEED_REASON_DECLINED, "declined", FALSE },
    { HEED_REASON_WITHDRAWN, "withdrawn", FALSE }, { HEED_REASON_BLOCKED, "blocked", FALSE },
    { HEED_REASON_TIMEOUT, "timeout", FALSE },
  };
  g_autoptr (HeedReview) review = make_review ();

  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      g_autoptr (HeedVerdict) verdict = heed_verdict_new (reasons[i].reason, review);

      g_assert_cmpstr (heed_reason_get_name (reasons[i].reason), ==, reasons[i].name);
      g_assert_true (heed_verdict_is_allow (verdict) == reasons[i].allow);
      g_assert_true (heed_verdict_get_review (verdict) == review);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/verdict-variant/findings", test_findings);
  g_test_add_func ("/verdict-variant/details", test_details);
  g_test_add_func ("/verdict-variant/reasons", test_reasons);
  return g_test_run ();
}
