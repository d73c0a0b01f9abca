/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What holds for every review, tried on thousands of random ones. GLib prints the seed; run with
 * --seed to repeat. */

#include "heed-policy-builder.h"
#include "heed-reviewer.h"
#include "heed-slip.h"

#include <string.h>

#define N_TRIES 1500
#define PERSON "ann.lee"

/* What a person is known to write to, beside the domain that a try is about. */
static const char *const others[] = { "gmail.com", "example.org", "kernel.org", "state.gov" };

static char *
make_name (void)
{
  static const char *const parts[] = { "mi", "cro", "soft", "army", "lin", "tel",  "bank",
                                       "o",  "ss",  "uni",  "re",   "hat", "east", "k" };
  GString *name = g_string_new (NULL);

  while (name->len < 8)
    g_string_append (name, parts[g_test_rand_int_range (0, G_N_ELEMENTS (parts))]);
  return g_string_free (name, FALSE);
}

static char *
make_domain (void)
{
  static const char *const suffixes[] = { "com", "org", "mil", "gov.uk", "de", "co.jp" };
  g_autofree char *name = make_name ();

  return g_strconcat (g_test_rand_bit () ? "us." : "", name, ".",
                      suffixes[g_test_rand_int_range (0, G_N_ELEMENTS (suffixes))], NULL);
}

/* One slip of letters in the first @length of them. */
static void
slip (GString *text, gsize length)
{
  gssize place = g_test_rand_int_range (0, (gint32)length - 1);
  char letter = "abcdeiklmnorst"[g_test_rand_int_range (0, 14)];
  char here = text->str[place];
  char next = text->str[place + 1];

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      g_string_insert_c (text, place, letter);
      break;
    case 1:
      if (here != '.' && next != '.')
        g_string_erase (text, place, 1);
      break;
    case 2:
      if (here != '.')
        text->str[place] = letter;
      break;
    default:
      if (here != '.' && next != '.')
        {
          text->str[place] = next;
          text->str[place + 1] = here;
        }
    }
}

static char *
make_slip (const char *domain)
{
  GString *typed = g_string_new (domain);

  slip (typed, typed->len);
  if (g_test_rand_int_range (0, 4) == 0)
    slip (typed, typed->len);
  return g_string_free (typed, FALSE);
}

static HeedKnownDomains *
make_known (const char *domain, guint count, gboolean with_person)
{
  HeedKnownDomains *known = heed_known_domains_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (HeedDomain) other = heed_domain_new (others[i], NULL);

      heed_known_domains_add_domain (known, other, 50);
    }
  if (with_person)
    {
      g_autofree char *text = g_strconcat (PERSON "@", domain, NULL);
      g_autoptr (HeedMailbox) mailbox = heed_mailbox_new (text, NULL);

      heed_known_domains_add_mailbox (known, mailbox, count);
    }
  else if (count > 0)
    {
      g_autoptr (HeedDomain) expected = heed_domain_new (domain, NULL);

      heed_known_domains_add_domain (known, expected, count);
    }
  return known;
}

static HeedPolicy *
make_policy (const char *domain)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (GPtrArray) domains =
      g_ptr_array_new_with_free_func ((GDestroyNotify)heed_domain_pattern_unref);

  if (domain != NULL)
    g_ptr_array_add (domains, heed_domain_pattern_new (domain, NULL));
  heed_policy_builder_set_protected_domains (builder, domains, NULL);
  return heed_policy_builder_end (builder);
}

static HeedReview *
review (const char *typed, HeedKnownDomains *known, HeedPolicy *policy)
{
  g_autofree char *text = g_strconcat (PERSON "@", typed, NULL);
  g_autoptr (HeedMessageBuilder) builder = heed_message_builder_new ();
  g_autoptr (HeedMessage) message = NULL;
  g_autoptr (GError) error = NULL;

  heed_message_builder_add_recipient (builder, HEED_ROLE_TO, text, &error);
  g_assert_no_error (error);
  message = heed_message_builder_end (builder);
  return heed_reviewer_review (message, policy, known);
}

static HeedSeverity
get_severity (
    const char *typed, const char *domain, guint count, gboolean with_person, gboolean guarded)
{
  g_autoptr (HeedKnownDomains) known = make_known (domain, count, with_person);
  g_autoptr (HeedPolicy) policy = make_policy (guarded ? domain : NULL);
  g_autoptr (HeedReview) found = review (typed, known, policy);

  return heed_review_get_severity (found);
}

static void
test_normalising_twice (void)
{
  static const char *const signs[] = {
    ".", "A", "ü", "\xc2\xad", "а", "。", "ß", "-", "xn--", "é"
  };

  for (guint i = 0; i < N_TRIES; i++)
    {
      g_autofree char *base = make_domain ();
      g_autoptr (GString) typed = g_string_new (base);
      g_autoptr (HeedDomain) once = NULL;
      g_autoptr (HeedDomain) from_ascii = NULL;
      g_autoptr (HeedDomain) from_unicode = NULL;

      for (int n = g_test_rand_int_range (0, 4); n > 0; n--)
        {
          glong place = g_test_rand_int_range (0, (gint32)g_utf8_strlen (typed->str, -1) + 1);

          g_string_insert (typed, g_utf8_offset_to_pointer (typed->str, place) - typed->str,
                           signs[g_test_rand_int_range (0, G_N_ELEMENTS (signs))]);
        }
      once = heed_domain_new (typed->str, NULL);
      if (once == NULL)
        continue;
      from_ascii = heed_domain_new (heed_domain_get_ascii (once), NULL);
      from_unicode = heed_domain_new (heed_domain_get_unicode (once), NULL);
      g_test_message ("%s", typed->str);
      g_assert_nonnull (from_ascii);
      g_assert_nonnull (from_unicode);
      g_assert_cmpstr (heed_domain_get_ascii (from_ascii), ==, heed_domain_get_ascii (once));
      g_assert_cmpstr (heed_domain_get_unicode (from_ascii), ==, heed_domain_get_unicode (once));
      g_assert_cmpstr (heed_domain_get_ascii (from_unicode), ==, heed_domain_get_ascii (once));
    }
}

/* Replaces what was got by what is expected at every edit, last first. */
static char *
apply (const HeedFinding *finding)
{
  GPtrArray *edits = heed_finding_get_edits (finding);
  GString *text = g_string_new (heed_finding_get_domain (finding));

  for (guint i = edits->len; i > 0; i--)
    {
      const HeedEdit *edit = edits->pdata[i - 1];
      gssize place = g_utf8_offset_to_pointer (text->str, edit->position) - text->str;

      g_assert_true (g_str_has_prefix (text->str + place, edit->got));
      g_string_erase (text, place, (gssize)strlen (edit->got));
      g_string_insert (text, place, edit->expected);
    }
  return g_string_free (text, FALSE);
}

static void
test_edits_lead_to_expected (void)
{
  static const char *const forms[] = { "%s", "%s.", "\xe2\x80\x8b%s", "%s\xc2\xad.", ".%s" };
  g_autoptr (HeedPolicy) policy = make_policy (NULL);
  guint n_findings = 0;

  for (guint i = 0; i < N_TRIES; i++)
    {
      g_autofree char *domain = make_domain ();
      g_autofree char *slipped = make_slip (domain);
      g_auto (GStrv) around = g_strsplit (forms[i % G_N_ELEMENTS (forms)], "%s", -1);
      g_autofree char *typed = g_strjoinv (slipped, around);
      g_autoptr (HeedKnownDomains) known = make_known (domain, 40, FALSE);
      g_autoptr (HeedReview) found = review (typed, known, policy);
      GPtrArray *findings = heed_review_get_findings (found);

      for (guint j = 0; j < findings->len; j++)
        {
          if (heed_finding_get_edits (findings->pdata[j])->len > 0)
            {
              g_autofree char *applied = apply (findings->pdata[j]);

              g_test_message ("%s for %s", typed, domain);
              g_assert_cmpstr (applied, ==, heed_finding_get_expected (findings->pdata[j])[0]);
              n_findings++;
            }
        }
    }
  g_assert_cmpuint (n_findings, >, N_TRIES / 2);
}

static void
assert_same (const HeedReview *a, const HeedReview *b)
{
  GPtrArray *left = heed_review_get_findings (a);
  GPtrArray *right = heed_review_get_findings (b);

  g_assert_cmpuint (left->len, ==, right->len);
  for (guint i = 0; i < left->len; i++)
    {
      const HeedFinding *one = left->pdata[i];
      const HeedFinding *other = right->pdata[i];

      g_assert_cmpint (heed_finding_get_kind (one), ==, heed_finding_get_kind (other));
      g_assert_cmpint (heed_finding_get_severity (one), ==, heed_finding_get_severity (other));
      g_assert_cmpstr (heed_finding_get_domain (one), ==, heed_finding_get_domain (other));
      g_assert_cmpstrv (heed_finding_get_expected (one), heed_finding_get_expected (other));
      g_assert_cmpstr (heed_finding_get_text (one), ==, heed_finding_get_text (other));
    }
}

static void
test_form_changes_nothing (void)
{
  g_autoptr (HeedPolicy) policy = make_policy (NULL);

  for (guint i = 0; i < N_TRIES; i++)
    {
      g_autofree char *domain = make_domain ();
      g_autofree char *ascii = make_slip (domain);
      g_autoptr (GString) typed = g_string_new (ascii);
      g_autoptr (HeedKnownDomains) known = make_known (domain, 40, FALSE);
      g_autoptr (HeedDomain) normal = NULL;
      g_autofree char *upper = NULL;
      g_autofree char *dotted = NULL;
      g_autoptr (HeedReview) found = NULL;
      g_autoptr (HeedReview) found_upper = NULL;
      g_autoptr (HeedReview) found_dotted = NULL;
      g_autoptr (HeedReview) found_ace = NULL;

      if (g_test_rand_bit ())
        g_string_replace (typed, "a", "á", 1);
      normal = heed_domain_new (typed->str, NULL);
      if (normal == NULL || strstr (typed->str, "..") != NULL || typed->str[0] == '.')
        continue;
      upper = g_utf8_strup (typed->str, -1);
      dotted = g_strconcat (typed->str, ".", NULL);
      g_test_message ("%s for %s", typed->str, domain);
      found = review (typed->str, known, policy);
      found_upper = review (upper, known, policy);
      found_dotted = review (dotted, known, policy);
      found_ace = review (heed_domain_get_ascii (normal), known, policy);
      assert_same (found, found_upper);
      assert_same (found, found_dotted);
      assert_same (found, found_ace);
    }
}

static void
test_more_evidence (void)
{
  static const guint counts[] = { 0, 1, 3, 10, 100, 1000, 100000 };

  for (guint i = 0; i < N_TRIES / 4; i++)
    {
      g_autofree char *domain = make_domain ();
      g_autofree char *typed = make_slip (domain);
      g_autoptr (HeedDomain) here = heed_domain_new (typed, NULL);
      g_autoptr (HeedDomain) there = heed_domain_new (domain, NULL);
      HeedSeverity before = HEED_SEVERITY_CLEAR;

      /* Another host of a known holder is right, and more so the better the holder is known. */
      if (here == NULL || heed_domain_is_related (here, there))
        continue;
      g_test_message ("%s for %s", typed, domain);
      for (gsize j = 0; j < G_N_ELEMENTS (counts); j++)
        {
          HeedSeverity now = get_severity (typed, domain, counts[j], FALSE, FALSE);

          g_assert_cmpint (now, >=, before);
          g_assert_cmpint (get_severity (typed, domain, counts[j], FALSE, TRUE), >=, now);
          if (counts[j] > 0)
            g_assert_cmpint (get_severity (typed, domain, counts[j], TRUE, FALSE), >=, now);
          before = now;
        }
    }
}

/* Which of two letters is the wrong one, and in which order two are swapped, weighs the same. */
static void
test_symmetry (void)
{
  for (guint i = 0; i < N_TRIES; i++)
    {
      g_autofree char *name = make_name ();
      g_autofree char *one = g_strconcat (name, ".org", NULL);
      g_autofree char *other = g_strdup (one);
      gint32 place = g_test_rand_int_range (1, (gint32)strlen (name) - 1);
      g_autoptr (HeedSlip) there = NULL;
      g_autoptr (HeedSlip) back = NULL;

      if (g_test_rand_bit ())
        other[place] = "abcdeiklmnorst1"[g_test_rand_int_range (0, 15)];
      else
        {
          other[place] = one[place + 1];
          other[place + 1] = one[place];
        }
      there = heed_slip_new (one, other, (guint)strlen (name) + 1);
      back = heed_slip_new (other, one, (guint)strlen (name) + 1);
      g_test_message ("%s and %s", one, other);
      g_assert_cmpuint (there->weight, ==, back->weight);
      g_assert_cmpint (there->weight == 0, ==, g_str_equal (one, other));
      g_assert_cmpuint (there->edits->len, ==, back->edits->len);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review-properties/normalising-twice", test_normalising_twice);
  g_test_add_func ("/review-properties/edits-lead-to-expected", test_edits_lead_to_expected);
  g_test_add_func ("/review-properties/form-changes-nothing", test_form_changes_nothing);
  g_test_add_func ("/review-properties/more-evidence", test_more_evidence);
  g_test_add_func ("/review-properties/symmetry", test_symmetry);
  return g_test_run ();
}
