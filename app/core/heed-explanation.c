/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a finding says to a person. Whole sentences, each translated as a whole, and nothing that
 * was not computed. */

#include "config.h"
#include "heed-explanation.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "heed-country.h"
#include "heed-lookalike.h"

/* After so many days one speaks of months, after so many months of years. */
#define DAYS_AT_MOST 60
#define MONTHS_AT_MOST 24

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
heed_explanation_get_heading (const HeedDomain *typed,
                              const HeedDomain *expected,
                              const HeedDomain *other)
{
  g_autofree char *here = NULL;

  if (expected == NULL)
    /* Translators: %s is a domain, such as army.ml. */
    return g_strdup_printf (_ ("%s is new to you"), heed_domain_get_unicode (typed));
  here = dup_typed_name (typed, expected);
  if (other != NULL)
    /* Translators: all %s are domains: what was typed, then two that may have been meant. */
    return g_strdup_printf (_ ("%s is neither %s nor %s"), here, heed_domain_get_unicode (expected),
                            heed_domain_get_unicode (other));
  /* Translators: both %s are domains: what was typed, then what may have been meant. */
  return g_strdup_printf (_ ("%s is not %s"), here, heed_domain_get_unicode (expected));
}

static const char *
get_top (const HeedDomain *domain)
{
  const char *dot = strrchr (heed_domain_get_ascii (domain), '.');

  return dot != NULL ? dot + 1 : heed_domain_get_ascii (domain);
}

/* What the ending of the typed domain says about where the message would go. */
static char *
describe_suffix (const HeedDomain *typed, const HeedDomain *expected)
{
  const char *top = get_top (typed);
  g_autofree char *country = heed_country_get_name (top);

  if (g_str_equal (top, get_top (expected)))
    return NULL;
  if (!heed_domain_has_known_suffix (typed))
    return heed_explanation_get_suffix_text (typed);
  if (country == NULL)
    return NULL;
  /* Translators: the first %s is a suffix such as ml, the second the name of its country. */
  return g_strdup_printf (_ ("The ending .%s belongs to %s."), top, country);
}

static char *
describe_hyphen (const HeedDomain *typed, const HeedDomain *expected)
{
  g_auto (GStrv) here = g_strsplit (heed_domain_get_unicode (typed), "-", -1);
  g_auto (GStrv) there = g_strsplit (heed_domain_get_unicode (expected), "-", -1);

  return g_strdup (g_strv_length (here) < g_strv_length (there)
                       ? _ ("Without the hyphen it is another domain.")
                       : _ ("The hyphen makes it another domain."));
}

/* What makes this kind of slip one, where the letters that differ do not say it all. */
static char *
describe_kind (const HeedExplanation *facts)
{
  gboolean is_about_looks =
      facts->kind == HEED_FINDING_LOOKALIKE || facts->kind == HEED_FINDING_HOMOGRAPH;

  /* What has no suffix belongs to nobody, so it is no domain of its own. */
  if (!is_about_looks && !heed_domain_has_known_suffix (facts->typed))
    return heed_explanation_get_suffix_text (facts->typed);
  switch (facts->kind)
    {
    case HEED_FINDING_MISSING_DOT:
      /* Translators: %s is a domain, such as uscompany.com. */
      return g_strdup_printf (_ ("Without the dot, %s is a domain of its own."),
                              heed_domain_get_unicode (facts->typed));
    case HEED_FINDING_EXTRA_DOT:
      /* Translators: %s is a domain, such as il.com in gma.il.com. */
      return g_strdup_printf (_ ("With the dot, the message goes to %s."),
                              heed_domain_get_holder (facts->typed));
    case HEED_FINDING_HYPHEN:
      return describe_hyphen (facts->typed, facts->expected);
    case HEED_FINDING_LOOKALIKE:
    case HEED_FINDING_HOMOGRAPH:
      /* Translators: %s is the domain that the typed one looks like. */
      return g_strdup_printf (_ ("It only looks like %s."),
                              heed_domain_get_unicode (facts->expected));
    case HEED_FINDING_EMBEDDED:
      if (g_str_equal (heed_domain_get_holder (facts->typed), heed_domain_get_ascii (facts->typed)))
        return g_strdup (_ ("It is a domain of its own with that name in it."));
      /* Translators: %s is a domain, such as example.net in army.mil.example.net. */
      return g_strdup_printf (_ ("It belongs to %s, whatever else is in its name."),
                              heed_domain_get_holder (facts->typed));
    default:
      return describe_suffix (facts->typed, facts->expected);
    }
}

static char *
describe_last (const char *domain, guint days)
{
  guint months = days / 30, years = days / 365;

  if (days == 0)
    /* Translators: %s is a domain. */
    return g_strdup_printf (_ ("You last wrote to %s today."), domain);
  if (days == 1)
    /* Translators: %s is a domain. */
    return g_strdup_printf (_ ("You last wrote to %s yesterday."), domain);
  if (days <= DAYS_AT_MOST)
    /* Translators: %1$s is a domain, %2$u how many days ago it was. */
    return g_strdup_printf (ngettext ("You last wrote to %1$s %2$u day ago.",
                                      "You last wrote to %1$s %2$u days ago.", days),
                            domain, days);
  if (months <= MONTHS_AT_MOST)
    /* Translators: %1$s is a domain, %2$u how many months ago it was. */
    return g_strdup_printf (ngettext ("You last wrote to %1$s %2$u month ago.",
                                      "You last wrote to %1$s %2$u months ago.", months),
                            domain, months);
  /* Translators: %1$s is a domain, %2$u how many years ago it was. */
  return g_strdup_printf (ngettext ("You last wrote to %1$s %2$u year ago.",
                                    "You last wrote to %1$s %2$u years ago.", years),
                          domain, years);
}

static char *
describe_count (const char *domain, guint count)
{
  /* Translators: %1$s is a domain, %2$u how often the person wrote to it. */
  return g_strdup_printf (ngettext ("You wrote to %1$s once.", "You wrote to %1$s %2$u times.",
                                    count),
                          domain, count);
}

char *
heed_explanation_get_count_text (const char *known, guint count, const char *typed)
{
  /* Translators: %1$s is what the person writes to, %2$s what was typed, %3$u how often the person
   * wrote to the first; both are domains or addresses. */
  return g_strdup_printf (ngettext ("You wrote to %1$s once and never to %2$s.",
                                    "You wrote to %1$s %3$u times and never to %2$s.", count),
                          known, typed, count);
}

static char *
describe_counts (const HeedDomain *typed,
                 guint typed_count,
                 const HeedDomain *expected,
                 guint expected_count)
{
  const char *there = heed_domain_get_unicode (expected);
  g_autofree char *here = dup_typed_name (typed, expected);
  g_autofree char *less = NULL;

  if (typed_count == 0)
    return heed_explanation_get_count_text (there, expected_count, here);
  less = describe_count (here, typed_count);
  return heed_explanation_join (describe_count (there, expected_count), less);
}

/* How often the person wrote to both, and when last. */
static char *
describe_habit (const HeedExplanation *facts)
{
  char *counts =
      describe_counts (facts->typed, facts->typed_count, facts->met, facts->expected_count);
  g_autofree char *last = NULL;

  if (facts->days_ago == HEED_EXPLANATION_UNKNOWN_DAYS)
    return counts;
  last = describe_last (heed_domain_get_unicode (facts->met), facts->days_ago);
  return heed_explanation_join (counts, last);
}

static char *
describe_evidence (const HeedExplanation *facts)
{
  const char *there = heed_domain_get_unicode (facts->expected);

  switch (facts->evidence)
    {
    case HEED_EVIDENCE_SENDER:
      /* Translators: %s is a domain. */
      return g_strdup_printf (_ ("You are writing from %s."), there);
    case HEED_EVIDENCE_THREAD:
      /* Translators: %s is a domain. */
      return g_strdup_printf (_ ("Somebody in this conversation is at %s."), there);
    case HEED_EVIDENCE_PROVIDER:
      /* Translators: %s is a domain. */
      return g_strdup_printf (_ ("%s is a large mail provider."),
                              heed_domain_get_unicode (facts->met));
    case HEED_EVIDENCE_PROTECTED:
      if (facts->expected_count > 0)
        return describe_habit (facts);
      /* Translators: %s is a domain. */
      return g_strdup_printf (_ ("Your organisation protects %s."), there);
    default:
      if (facts->expected_count > 0)
        return describe_habit (facts);
      /* Translators: %s is a domain. */
      return g_strdup_printf (_ ("Your organisation writes to %s."), there);
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
  if (!heed_lookalike_is_mixed (heed_domain_get_unicode (typed)))
    /* Translators: %1$s is a domain, %2$s the same in letters that are what they seem, such as
     * xn--e1awd7f.com. */
    return g_strdup_printf (
        _ ("%1$s only looks as if it were in Latin letters. Its mail goes to %2$s."),
        heed_domain_get_unicode (typed), heed_domain_get_ascii (typed));
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
heed_explanation_get_new_text (const HeedDomain *typed)
{
  /* Translators: %s is a domain. */
  return g_strdup_printf (_ ("You have not written to %s before."),
                          heed_domain_get_unicode (typed));
}

char *
heed_explanation_get_text (const HeedExplanation *facts)
{
  char *why = describe_evidence (facts);
  g_autofree char *kind = describe_kind (facts);

  return kind != NULL ? heed_explanation_join (why, kind) : why;
}
