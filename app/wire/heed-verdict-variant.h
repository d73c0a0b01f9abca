/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-verdict.h"

G_BEGIN_DECLS

/** heed_verdict_variant_findings: Returns: (transfer floating): the review's findings as `aa{sv}`,
 * worst first */
GVariant *heed_verdict_variant_findings (const HeedReview *review);

/** heed_verdict_variant_findings_with_headings: Returns: (transfer floating): the same, and the
 * `heading` of each */
GVariant *heed_verdict_variant_findings_with_headings (const HeedReview *review);

/**
 * heed_verdict_variant_details:
 * @verdict: a verdict
 * @history: the name of the history's state
 *
 * Returns: (transfer floating): the details of ConfirmSend's answer as `a{sv}`
 */
GVariant *heed_verdict_variant_details (const HeedVerdict *verdict, const char *history);

G_END_DECLS
