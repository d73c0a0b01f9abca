/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-mailbox.h"
#include "heed-severity.h"

G_BEGIN_DECLS

/* The findings of a review as `aa{sv}`, as the bus has them, with their headings. */

/** heedctl_findings_sort: Returns: (transfer full) (element-type GPtrArray): for each recipient an
 * array of those about it; with the first one stand those about the whole message */
GPtrArray *heedctl_findings_sort (GVariant *findings, guint n_recipients);

/** heedctl_findings_get_worst: Returns: the severity of the worst in @findings (element-type
 * GVariant) */
HeedSeverity heedctl_findings_get_worst (GPtrArray *findings);

/** heedctl_findings_print_json: prints what is said of @mailbox as one line for programs */
void heedctl_findings_print_json (HeedMailbox *mailbox, GPtrArray *findings);

/** heedctl_findings_print_text: prints it for people */
void heedctl_findings_print_text (HeedMailbox *mailbox, GPtrArray *findings);

G_END_DECLS
