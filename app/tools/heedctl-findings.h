/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-mailbox.h"
#include "heed-severity.h"

G_BEGIN_DECLS

/* The findings of a review as `aa{sv}`, as the bus has them, with their headings. */

/** heedctl_findings_sort: Returns: (transfer full) (element-type GPtrArray): for each recipient an
 * array of those about it, then one of those about the whole message */
GPtrArray *heedctl_findings_sort (GVariant *findings, guint n_recipients);

/** heedctl_findings_get_worst: Returns: the severity of the worst in @findings (element-type
 * GVariant) */
HeedSeverity heedctl_findings_get_worst (GPtrArray *findings);

/** heedctl_findings_print_json: prints what is said of @mailbox, and that it is @worst at the
 * worst, as one line for programs, and marked with `message` what is said @about_message
 * (nullable), which has no line of its own */
void heedctl_findings_print_json (HeedMailbox *mailbox,
                                  HeedSeverity worst,
                                  GPtrArray *findings,
                                  GPtrArray *about_message);

/** heedctl_findings_print_text: prints for people what is said @about a mailbox, or the message */
void heedctl_findings_print_text (const char *about, GPtrArray *findings);

G_END_DECLS
