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
 *
 * Returns: (transfer full): the fact in a few words, translated
 */
char *heed_explanation_get_heading (const HeedDomain *typed, const HeedDomain *expected);

/**
 * heed_explanation_get_text:
 * @typed: what was typed
 * @typed_count: messages written to it so far
 * @expected: (nullable): the best of what may have been meant
 * @expected_count: messages written there so far
 * @evidence: why it is expected
 *
 * Returns: (transfer full): why, in one or two translated sentences
 */
char *heed_explanation_get_text (const HeedDomain *typed,
                                 guint typed_count,
                                 const HeedDomain *expected,
                                 guint expected_count,
                                 HeedEvidence evidence);

/** heed_explanation_get_suffix_text: @typed: a domain whose suffix does not exist. Returns:
 * (transfer full): that it does not, in a translated sentence */
char *heed_explanation_get_suffix_text (const HeedDomain *typed);

/** heed_explanation_get_noise_text: Returns: (transfer full): where the message goes without what
 * is too much in @typed, in a translated sentence */
char *heed_explanation_get_noise_text (const HeedDomain *typed);

/** heed_explanation_join: @first: (transfer full): a sentence. Returns: (transfer full): both, as
 * the language puts sentences together */
char *heed_explanation_join (char *first, const char *second);

/** heed_explanation_get_script_text: Returns: (transfer full): that @typed mixes scripts, in a
 * translated sentence */
char *heed_explanation_get_script_text (const HeedDomain *typed);

G_END_DECLS
