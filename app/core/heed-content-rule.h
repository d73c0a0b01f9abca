/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-finding.h"
#include "heed-local-text.h"
#include "heed-message.h"

G_BEGIN_DECLS

#define HEED_TYPE_CONTENT_RULE (heed_content_rule_get_type ())

/**
 * HeedContentRule:
 *
 * What an organisation wants to be said about a subject or an attachment. Immutable, ref-counted.
 */
typedef struct _HeedContentRule HeedContentRule;

GType heed_content_rule_get_type (void) G_GNUC_CONST;

/**
 * HeedContentPart:
 * @HEED_CONTENT_SUBJECT: the subject matches the pattern
 * @HEED_CONTENT_ATTACHMENT: the name of an attachment matches the pattern
 * @HEED_CONTENT_BYTES: an attachment is larger than so many bytes
 *
 * What a rule is about.
 */
typedef enum
{
  HEED_CONTENT_SUBJECT,
  HEED_CONTENT_ATTACHMENT,
  HEED_CONTENT_BYTES,
} HeedContentPart;

/**
 * heed_content_rule_new:
 * @part: what it is about
 * @pattern: for names and subjects: what the whole of it is, whatever the case, with `*` for any
 *   text and `?` for any character
 * @bytes: for sizes: the largest that is right
 * @severity: how severe it is
 * @text: what the person is told
 */
HeedContentRule *heed_content_rule_new (HeedContentPart part,
                                        const char *pattern,
                                        guint64 bytes,
                                        HeedSeverity severity,
                                        HeedLocalText *text);

HeedContentRule *heed_content_rule_ref (HeedContentRule *self);
void heed_content_rule_unref (HeedContentRule *self);

/**
 * heed_content_rule_find:
 * @rules: (element-type HeedContentRule): rules
 * @message: what is about to be sent
 *
 * Returns: (transfer full) (element-type HeedFinding): one for each rule that applies, about the
 *   whole message
 */
GPtrArray *heed_content_rule_find (GPtrArray *rules, const HeedMessage *message);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedContentRule, heed_content_rule_unref)

G_END_DECLS
