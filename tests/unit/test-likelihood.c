/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The weights may change; what has to stay is which of two stories is the likelier one. */

#include "heed-likelihood.h"

typedef struct
{
  const char *typed;
  const char *expected;
  HeedEvidence evidence;
  HeedPerson person;
  guint typed_count;
  guint expected_count;
  gboolean typed_is_provider;
  gboolean expected_is_provider;
} Story;

static int
get_score (const Story *story)
{
  g_autoptr (HeedDomain) typed = heed_domain_new (story->typed, NULL);
  g_autoptr (HeedDomain) expected = heed_domain_new (story->expected, NULL);
  g_autoptr (HeedNearMiss) miss = heed_near_miss_new (typed, expected);
  HeedLikelihood likelihood = {
    .typed = typed,
    .expected = expected,
    .miss = miss,
    .evidence = story->evidence,
    .person = story->person,
    .typed_count = story->typed_count,
    .expected_count = story->expected_count,
    .typed_is_provider = story->typed_is_provider,
    .expected_is_provider = story->expected_is_provider,
    .total = 1000,
    .n_known = 50,
  };

  g_assert_nonnull (miss);
  return heed_likelihood_get_score (&likelihood);
}

/* A story that the others differ from in one thing. */
static const Story base = {
  .typed = "redhst.com",
  .expected = "redhat.com",
  .evidence = HEED_EVIDENCE_KNOWN,
  .expected_count = 20,
};

static const struct
{
  const char *why;
  Story more;
  Story less;
} pairs[] = {
  { "the same person is known there",
    { "redhst.com", "redhat.com", HEED_EVIDENCE_KNOWN, HEED_PERSON_SAME, 0, 20, FALSE, FALSE },
    { "redhst.com", "redhat.com", HEED_EVIDENCE_KNOWN, HEED_PERSON_UNKNOWN, 0, 20, FALSE, FALSE } },
  { "others are known there",
    { "redhst.com", "redhat.com", HEED_EVIDENCE_KNOWN, HEED_PERSON_UNKNOWN, 0, 20, FALSE, FALSE },
    { "redhst.com", "redhat.com", HEED_EVIDENCE_KNOWN, HEED_PERSON_OTHER, 0, 20, FALSE, FALSE } },
  { "it is written to more",
    { "redhst.com", "redhat.com", HEED_EVIDENCE_KNOWN, HEED_PERSON_UNKNOWN, 0, 400, FALSE, FALSE },
    { "redhst.com", "redhat.com", HEED_EVIDENCE_KNOWN, HEED_PERSON_UNKNOWN, 0, 20, FALSE, FALSE } },
  { "what was typed was never written to",
    { "redhst.com", "redhat.com", HEED_EVIDENCE_KNOWN, HEED_PERSON_UNKNOWN, 0, 400, FALSE, FALSE },
    { "redhst.com", "redhat.com", HEED_EVIDENCE_KNOWN, HEED_PERSON_UNKNOWN, 3, 400, FALSE,
      FALSE } },
  { "or was written to less",
    { "redhst.com", "redhat.com", HEED_EVIDENCE_KNOWN, HEED_PERSON_UNKNOWN, 2, 400, FALSE, FALSE },
    { "redhst.com", "redhat.com", HEED_EVIDENCE_KNOWN, HEED_PERSON_UNKNOWN, 30, 400, FALSE,
      FALSE } },
  { "it is protected",
    { "redhst.com", "redhat.com", HEED_EVIDENCE_PROTECTED, HEED_PERSON_UNKNOWN, 0, 0, FALSE,
      FALSE },
    { "redhst.com", "redhat.com", HEED_EVIDENCE_KNOWN, HEED_PERSON_UNKNOWN, 0, 0, FALSE, FALSE } },
  { "it is the sender's",
    { "redhst.com", "redhat.com", HEED_EVIDENCE_SENDER, HEED_PERSON_UNKNOWN, 0, 0, FALSE, FALSE },
    { "redhst.com", "redhat.com", HEED_EVIDENCE_PROVIDER, HEED_PERSON_UNKNOWN, 0, 0, FALSE,
      FALSE } },
  { "what was typed is no provider",
    { "gmall.com", "gmail.com", HEED_EVIDENCE_KNOWN, HEED_PERSON_UNKNOWN, 0, 20, FALSE, TRUE },
    { "ymail.com", "gmail.com", HEED_EVIDENCE_KNOWN, HEED_PERSON_UNKNOWN, 0, 20, TRUE, TRUE } },
  { "the name is longer",
    { "collabra.com", "collabora.com", HEED_EVIDENCE_KNOWN, HEED_PERSON_UNKNOWN, 0, 20, FALSE,
      FALSE },
    { "hp.com", "hpe.com", HEED_EVIDENCE_KNOWN, HEED_PERSON_UNKNOWN, 0, 20, FALSE, FALSE } },
  { "the suffix does not exist",
    { "redhat.cmo", "redhat.com", HEED_EVIDENCE_KNOWN, HEED_PERSON_UNKNOWN, 0, 20, FALSE, FALSE },
    { "redhat.co", "redhat.com", HEED_EVIDENCE_KNOWN, HEED_PERSON_UNKNOWN, 0, 20, FALSE, FALSE } },
  { "the suffix is not a branch's",
    { "redhat.io", "redhat.com", HEED_EVIDENCE_KNOWN, HEED_PERSON_UNKNOWN, 0, 20, FALSE, FALSE },
    { "redhat.de", "redhat.com", HEED_EVIDENCE_KNOWN, HEED_PERSON_UNKNOWN, 0, 20, FALSE, FALSE } },
  { "a registry does not vet",
    { "cornel.com", "cornell.com", HEED_EVIDENCE_KNOWN, HEED_PERSON_UNKNOWN, 0, 20, FALSE, FALSE },
    { "cornel.edu", "cornell.edu", HEED_EVIDENCE_KNOWN, HEED_PERSON_UNKNOWN, 0, 20, FALSE,
      FALSE } },
  { "the name is no common word",
    { "limux.com", "linus.com", HEED_EVIDENCE_KNOWN, HEED_PERSON_UNKNOWN, 0, 20, FALSE, FALSE },
    { "linux.com", "linus.com", HEED_EVIDENCE_KNOWN, HEED_PERSON_UNKNOWN, 0, 20, FALSE, FALSE } },
  { "one slip",
    { "collabra.com", "collabora.com", HEED_EVIDENCE_KNOWN, HEED_PERSON_UNKNOWN, 0, 20, FALSE,
      FALSE },
    { "colabra.com", "collabora.com", HEED_EVIDENCE_KNOWN, HEED_PERSON_UNKNOWN, 0, 20, FALSE,
      FALSE } },
};

static void
test_which_is_likelier (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_test_message ("%s: %s, %s", pairs[i].why, pairs[i].more.typed, pairs[i].less.typed);
      g_assert_cmpint (get_score (&pairs[i].more), >, get_score (&pairs[i].less));
    }
}

static void
test_extremes (void)
{
  Story often = base;
  Story never = base;

  often.typed_count = G_MAXUINT;
  never.expected_count = 0;
  never.evidence = HEED_EVIDENCE_NONE;
  g_assert_cmpint (get_score (&often), <, get_score (&base));
  g_assert_cmpint (get_score (&never), <=, get_score (&base));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/likelihood/which-is-likelier", test_which_is_likelier);
  g_test_add_func ("/likelihood/extremes", test_extremes);
  return g_test_run ();
}
