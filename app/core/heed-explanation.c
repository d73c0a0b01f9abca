/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a finding says to a person. Whole sentences, each translated as a whole, and nothing that
 * was not computed. */

#include "config.h"
#include "heed-explanation.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/uloc.h>

#include "heed-lookalike.h"

/* The typed domain as a sentence names it. What looks the same as the expected one is told apart by
 * the form that goes over the wire. */
static char *
dup_typed_name (const HeedDomain *typed, const HeedDomain *expected)
{
  const char *name = heed_domain_get_unicode (typed);
  g_autofree char *shape = NULL;
  g_autofree char *expected_shape = NULL;

  if (g_str_is_ascii (name))
    return g_strdup (name);
  shape = heed_lookalike_fold (name);
  expected_shape = heed_lookalike_fold (heed_domain_get_unicode (expected));
  if (!g_str_equal (shape, expected_shape))
    return g_strdup (name);
  return g_strdup_printf ("%s (%s)", name, heed_domain_get_ascii (typed));
}

char *
heed_explanation_get_heading (const HeedDomain *typed, const HeedDomain *expected)
{
  g_autofree char *here = NULL;

  if (expected == NULL)
    /* Translators: %s is a domain, such as army.ml. */
    return g_strdup_printf (_ ("%s is new to you"), heed_domain_get_unicode (typed));
  here = dup_typed_name (typed, expected);
  /* Translators: both %s are domains: what was typed, then what may have been meant. */
  return g_strdup_printf (_ ("%s is not %s"), here, heed_domain_get_unicode (expected));
}

/* The country of a two-letter suffix, as ICU names it in the person's language. The suffix of the
 * United Kingdom is the one that is not its ISO 3166 code. */
static char *
dup_country (const char *top)
{
  g_autofree char *region = NULL;
  g_autofree char *locale = NULL;
  g_autofree char *country = NULL;
  UChar name[128];
  UErrorCode status = U_ZERO_ERROR;
  int32_t length;

  if (strlen (top) != 2)
    return NULL;
  region = g_ascii_strup (g_str_equal (top, "uk") ? "gb" : top, -1);
  locale = g_strconcat ("und_", region, NULL);
  length = uloc_getDisplayCountry (locale, NULL, name, G_N_ELEMENTS (name), &status);
  if (U_FAILURE (status) || length == 0)
    return NULL;
  country = g_utf16_to_utf8 ((const gunichar2 *)name, length, NULL, NULL, NULL);
  /* ICU gives the code back for what is no country, such as .su. */
  return g_strcmp0 (country, region) != 0 ? g_steal_pointer (&country) : NULL;
}

static const char *
get_top (const HeedDomain *domain)
{
  const char *dot = strrchr (heed_domain_get_ascii (domain), '.');

  return dot != NULL ? dot + 1 : heed_domain_get_ascii (domain);
}

static char *
describe_country (const HeedDomain *typed, const HeedDomain *expected)
{
  const char *top = get_top (typed);
  g_autofree char *country = dup_country (top);

  if (country == NULL || g_str_equal (top, get_top (expected)))
    return NULL;
  /* Translators: the first %s is a suffix such as ml, the second the name of its country. */
  return g_strdup_printf (_ (".%s is %s."), top, country);
}

static char *
describe_counts (const HeedDomain *typed,
                 guint typed_count,
                 const HeedDomain *expected,
                 guint expected_count)
{
  const char *there = heed_domain_get_unicode (expected);
  g_autofree char *here = dup_typed_name (typed, expected);
  g_autofree char *before = NULL;

  if (typed_count == 0)
    /* Translators: %1$s is the expected domain, %2$u a count, %3$s the domain that was typed. */
    return g_strdup_printf (ngettext ("You wrote to %1$s %2$u time and never to %3$s.",
                                      "You wrote to %1$s %2$u times and never to %3$s.",
                                      expected_count),
                            there, expected_count, here);
  /* Translators: %1$s is the expected domain and %2$u its count. */
  before = g_strdup_printf (ngettext ("You wrote to %1$s %2$u time.",
                                      "You wrote to %1$s %2$u times.", expected_count),
                            there, expected_count);
  return g_strdup_printf (
      /* Translators: %1$s is a whole sentence, %2$s the domain that was typed, %3$u its count. */
      ngettext ("%1$s You wrote to %2$s %3$u time.", "%1$s You wrote to %2$s %3$u times.",
                typed_count),
      before, here, typed_count);
}

static char *
describe_evidence (const HeedDomain *typed,
                   guint typed_count,
                   const HeedDomain *expected,
                   guint expected_count,
                   HeedEvidence evidence)
{
  const char *there = heed_domain_get_unicode (expected);

  switch (evidence)
    {
    case HEED_EVIDENCE_SENDER:
      /* Translators: %s is a domain. */
      return g_strdup_printf (_ ("You are writing from %s."), there);
    case HEED_EVIDENCE_THREAD:
      /* Translators: %s is a domain. */
      return g_strdup_printf (_ ("Somebody in this conversation is at %s."), there);
    case HEED_EVIDENCE_PROVIDER:
      /* Translators: %s is a domain. */
      return g_strdup_printf (_ ("%s is a large mail provider."), there);
    case HEED_EVIDENCE_PROTECTED:
      if (expected_count == 0)
        /* Translators: %s is a domain. */
        return g_strdup_printf (_ ("Your organisation protects %s."), there);
      return describe_counts (typed, typed_count, expected, expected_count);
    default:
      if (expected_count == 0)
        /* Translators: %s is a domain. */
        return g_strdup_printf (_ ("Your organisation writes to %s."), there);
      return describe_counts (typed, typed_count, expected, expected_count);
    }
}

char *
heed_explanation_get_noise_text (const HeedDomain *typed)
{
  /* Translators: %s is a domain. */
  return g_strdup_printf (_ ("Without it, the message goes to %s."),
                          heed_domain_get_unicode (typed));
}

char *
heed_explanation_join (char *first, const char *second)
{
  g_autofree char *owned = first;

  /* Translators: two whole sentences, one after the other. */
  return g_strdup_printf (C_ ("sentences", "%s %s"), owned, second);
}

char *
heed_explanation_get_script_text (const HeedDomain *typed)
{
  /* Translators: %s is a domain. */
  return g_strdup_printf (_ ("%s mixes letters of several scripts, so it may look like another "
                             "domain."),
                          heed_domain_get_unicode (typed));
}

char *
heed_explanation_get_suffix_text (const HeedDomain *typed)
{
  const char *dot = strrchr (heed_domain_get_unicode (typed), '.');

  if (dot == NULL)
    /* Translators: %s is what stands after the @ of an address, such as army. */
    return g_strdup_printf (_ ("“%s” has no ending such as .org."),
                            heed_domain_get_unicode (typed));
  /* Translators: %s is a suffix with its dot, such as .mli. */
  return g_strdup_printf (_ ("No domain ends in %s."), dot);
}

char *
heed_explanation_get_text (const HeedDomain *typed,
                           guint typed_count,
                           const HeedDomain *expected,
                           guint expected_count,
                           HeedEvidence evidence)
{
  g_autofree char *why = NULL;
  g_autofree char *country = NULL;

  if (expected == NULL)
    /* Translators: %s is a domain. */
    return g_strdup_printf (_ ("You have not written to %s before."),
                            heed_domain_get_unicode (typed));
  why = describe_evidence (typed, typed_count, expected, expected_count, evidence);
  country = describe_country (typed, expected);
  return country != NULL ? heed_explanation_join (g_steal_pointer (&why), country)
                         : g_steal_pointer (&why);
}
