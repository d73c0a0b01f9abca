/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-domain.h"
#include "heed-finding.h"

G_BEGIN_DECLS

/**
 * heed_explanation_get_heading:
 * @typed: what was typed
 * @expected: (nullable): the best of what may have been meant
 * @other: (nullable): the second best
 *
 * Returns: (transfer full): the fact in a few words, translated
 */
char *heed_explanation_get_heading (const HeedDomain *typed,
                                    const HeedDomain *expected,
                                    const HeedDomain *other);

/* Nobody knows when the person last wrote to the expected domain. */
#define HEED_EXPLANATION_UNKNOWN_DAYS G_MAXUINT

/**
 * HeedExplanation:
 * @kind: what kind of slip it is
 * @typed: what was typed
 * @typed_count: messages written to it so far
 * @expected: the best of what may have been meant
 * @met: whom the evidence is about: @expected, or its registrable domain where only that is known
 * @expected_count: messages written to @met so far
 * @days_ago: days since the last of these, or %HEED_EXPLANATION_UNKNOWN_DAYS
 * @evidence: why it is expected
 *
 * What a near miss is explained by.
 */
typedef struct
{
  HeedFindingKind kind;
  const HeedDomain *typed;
  guint typed_count;
  const HeedDomain *expected;
  const HeedDomain *met;
  guint expected_count;
  guint days_ago;
  HeedEvidence evidence;
} HeedExplanation;

/** heed_explanation_get_text: Returns: (transfer full): why, in some short translated sentences */
char *heed_explanation_get_text (const HeedExplanation *facts);

/** heed_explanation_get_count_text: @known: a domain or an address, @count: messages written to it
 * so far, @typed: what was typed. Returns: (transfer full): how often the person wrote to @known
 * and that it was never to @typed, in a translated sentence */
char *heed_explanation_get_count_text (const char *known, guint count, const char *typed);

/** heed_explanation_get_new_text: Returns: (transfer full): that nobody wrote to @typed so far, in
 * a translated sentence */
char *heed_explanation_get_new_text (const HeedDomain *typed);

/** heed_explanation_get_suffix_text: @typed: a domain whose suffix does not exist. Returns:
 * (transfer full): that it does not, in a translated sentence */
char *heed_explanation_get_suffix_text (const HeedDomain *typed);

/** heed_explanation_get_noise_text: Returns: (transfer full): where the message goes without what
 * is too much in @typed, in a translated sentence */
char *heed_explanation_get_noise_text (const HeedDomain *typed);

/** heed_explanation_join: @first: (transfer full): a sentence. Returns: (transfer full): both, as
 * the language puts sentences together */
char *heed_explanation_join (char *first, const char *second);

/** heed_explanation_get_script_text: @typed: a domain whose letters are not what they seem.
 * Returns: (transfer full): that it mixes scripts, or only looks Latin, in a translated sentence */
char *heed_explanation_get_script_text (const HeedDomain *typed);

G_END_DECLS
