/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two stories are told of each domain that is like a known one. Either the known one was meant, and
 * mistyped just so; or it is right, and belongs to somebody new. Each story is as probable as all
 * of its parts together, and the score is the difference of their weights (a logarithm of odds).
 * The weights and their sources are in heed-weights.h; there are no other rules. */

#include "config.h"
#include "heed-likelihood.h"

#include "heed-weights.h"

#include <math.h>
#include <string.h>

static int
get_rarity (double of, double all)
{
  return (int)(10 * log2 (MAX (all, 1) / MAX (of, 1)));
}

static gboolean
has_first_label (const HeedDomain *domain, const char *const *labels)
{
  g_auto (GStrv) parts = g_strsplit (heed_domain_get_suffix (domain), ".", 2);

  return parts[0] != NULL && g_strv_contains (labels, parts[0]);
}

static gboolean
is_government (const HeedDomain *domain)
{
  static const char *const labels[] = { LABELS_GOVERNMENT, NULL };

  return has_first_label (domain, labels);
}

static gboolean
is_vetted (const HeedDomain *domain)
{
  static const char *const labels[] = { LABELS_TEACHING, NULL };

  return is_government (domain) || has_first_label (domain, labels);
}

static int
weigh_unrelated (const HeedDomain *typed)
{
  static const int ordinary[] = WEIGHTS_UNRELATED;
  static const int government[] = WEIGHTS_GOVERNMENT;
  static const int teaching[] = WEIGHTS_TEACHING;
  const int *weights = is_government (typed) ? government : is_vetted (typed) ? teaching : ordinary;
  const char *ascii = heed_domain_get_ascii (typed);
  gsize length = heed_domain_get_name_length (typed, ascii);

  G_STATIC_ASSERT (G_N_ELEMENTS (ordinary) == G_N_ELEMENTS (government));
  return weights[MIN (length, G_N_ELEMENTS (ordinary) - 1)];
}

/* A name of one common word is many people's. */
static gboolean
is_common_name (const HeedDomain *domain)
{
  static const char *const words[] = { WORDS_COMMON };
  const char *ascii = heed_domain_get_ascii (domain);
  gsize length = heed_domain_get_name_length (domain, ascii);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      if (length == strlen (words[i]) && g_str_has_prefix (ascii, words[i]))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_branch (const HeedDomain *typed)
{
  static const char *const suffixes[] = { SUFFIXES_BRANCH, NULL };

  return g_strv_contains (suffixes, heed_domain_get_suffix (typed));
}

/* Which of the domains it is the sibling of. */
static int
weigh_choice (const HeedLikelihood *self)
{
  if (self->expected_count > 0)
    return get_rarity (1, self->n_known);
  if (self->evidence == HEED_EVIDENCE_THREAD)
    return WEIGHT_COMPANY_SIBLING;
  return self->evidence == HEED_EVIDENCE_PROVIDER ? WEIGHT_PROVIDER : WEIGHT_NAMED;
}

/* Two letters are a country's, by ISO 3166 (RFC 1591). */
static gboolean
is_of_country (const HeedDomain *domain)
{
  const char *dot = strrchr (heed_domain_get_ascii (domain), '.');

  return dot != NULL && strlen (dot) == 3;
}

/* The same name under another suffix being somebody else's, or the same holder's. */
static int
weigh_sibling (const HeedLikelihood *self)
{
  int weight = WEIGHT_NEW + WEIGHT_SIBLING + weigh_choice (self);

  if (is_of_country (self->typed) && (self->expected_is_in_many_countries ||
                                      (self->expected_is_provider && !self->miss->slipped_suffix)))
    weight -= WEIGHT_PROVIDER_SIBLING;
  if (is_branch (self->typed) && !is_vetted (self->expected))
    weight -= WEIGHT_BRANCH;
  return weight;
}

/* Somebody new really has the domain that was typed. */
static int
weigh_genuine (const HeedLikelihood *self)
{
  int weight = WEIGHT_NEW + weigh_unrelated (self->typed);

  if (self->miss->same_name)
    weight = MIN (weight, weigh_sibling (self));
  if (self->miss->same_series)
    weight = MIN (weight, WEIGHT_NEW + WEIGHT_SERIES + weigh_choice (self));
  if (is_common_name (self->typed))
    weight -= WEIGHT_COMMON_NAME;
  /* Such as mod.gov.ua for mod.gov.uk: both are vetted, and one letter apart. */
  if (is_vetted (self->typed) && !self->miss->slipped_suffix)
    weight -= WEIGHT_VETTED;
  if (!heed_domain_has_known_suffix (self->typed))
    weight = WEIGHT_NO_SUFFIX;
  if (self->typed_is_provider)
    weight = MIN (weight, WEIGHT_NEW + WEIGHT_PROVIDER_NEW);
  if (self->typed_is_landmark)
    weight = MIN (weight, WEIGHT_NEW + WEIGHT_LANDMARK_NEW);
  if (self->typed_count > 0)
    weight -= WEIGHT_WRITTEN_BEFORE + (int)(WEIGHT_WRITTEN_AGAIN * log2 (self->typed_count));
  return weight;
}

static int
weigh_expected (const HeedLikelihood *self)
{
  int weight = WEIGHT_RAREST;

  if (self->expected_count > 0)
    weight = MIN (weight, get_rarity (self->expected_count, (double)self->total));
  if (self->expected_count > 0 && self->expected_is_provider)
    weight = MIN (weight, WEIGHT_PROVIDER_KNOWN);
  if (self->expected_is_in_company)
    weight = MIN (weight, WEIGHT_NAMED);
  switch (self->evidence)
    {
    case HEED_EVIDENCE_PROTECTED:
    case HEED_EVIDENCE_SENDER:
    case HEED_EVIDENCE_THREAD:
      return MIN (weight, WEIGHT_NAMED);
    case HEED_EVIDENCE_PROVIDER:
      return MIN (weight, WEIGHT_PROVIDER);
    default:
      return weight;
    }
}

static int
weigh_person (const HeedLikelihood *self)
{
  switch (self->person)
    {
    case HEED_PERSON_SAME:
      return self->miss->same_name ? -WEIGHT_SAME_PERSON_SIBLING : -WEIGHT_SAME_PERSON;
    case HEED_PERSON_OTHER:
      return self->miss->same_name ? WEIGHT_OTHER_PERSON_SIBLING : WEIGHT_OTHER_PERSON;
    default:
      return 0;
    }
}

int
heed_likelihood_get_slip_weight (const HeedLikelihood *self)
{
  int slip = WEIGHT_SLIP + (int)self->miss->weight + weigh_expected (self) + weigh_person (self);

  if (self->expected_is_unknown_host)
    slip += WEIGHT_UNKNOWN_HOST;
  if (self->evidence == HEED_EVIDENCE_PROVIDER && is_common_name (self->expected))
    slip += WEIGHT_COMMON_NAME;
  return slip;
}

int
heed_likelihood_get_score (const HeedLikelihood *self)
{
  return weigh_genuine (self) - heed_likelihood_get_slip_weight (self);
}
