/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-edit.h"
#include "heed-severity.h"

G_BEGIN_DECLS

/**
 * HeedFindingKind:
 *
 * Why a recipient, or the message, deserves a second look. The names on the wire are those of the
 * members in lower case with hyphens (`suffix-swap`).
 */
typedef enum
{
  HEED_FINDING_SUFFIX_SWAP,
  HEED_FINDING_MISSING_LETTER,
  HEED_FINDING_EXTRA_LETTER,
  HEED_FINDING_WRONG_LETTER,
  HEED_FINDING_SWAPPED_LETTERS,
  HEED_FINDING_MISSING_DOT,
  HEED_FINDING_EXTRA_DOT,
  HEED_FINDING_HYPHEN,
  HEED_FINDING_LOOKALIKE,
  HEED_FINDING_HOMOGRAPH,
  HEED_FINDING_EMBEDDED,
  HEED_FINDING_NEAR_PERSON,
  HEED_FINDING_NAME_MISMATCH,
  HEED_FINDING_UNKNOWN_SUFFIX,
  HEED_FINDING_FIRST_CONTACT,
  HEED_FINDING_EXTERNAL,
  HEED_FINDING_MIXED_ORGANISATIONS,
  HEED_FINDING_NEW_IN_THREAD,
  HEED_FINDING_MANY_EXPOSED,
  HEED_FINDING_UNEXPANDED_LIST,
  HEED_FINDING_WATCHED,
  HEED_FINDING_BLOCKED,
  HEED_FINDING_CONTENT,
} HeedFindingKind;

#define HEED_N_FINDING_KINDS (HEED_FINDING_CONTENT + 1)

/** heed_finding_kind_get_name: Returns: (transfer none): the kind's name on the wire */
const char *heed_finding_kind_get_name (HeedFindingKind kind);

/**
 * HeedEvidence:
 *
 * Why the expected domain is expected: the policy protects it, the person writes to it, it is the
 * sender's, somebody of the thread is there, or it is a large provider's.
 */
typedef enum
{
  HEED_EVIDENCE_NONE,
  HEED_EVIDENCE_PROTECTED,
  HEED_EVIDENCE_KNOWN,
  HEED_EVIDENCE_SENDER,
  HEED_EVIDENCE_THREAD,
  HEED_EVIDENCE_PROVIDER,
} HeedEvidence;

#define HEED_N_EVIDENCES (HEED_EVIDENCE_PROVIDER + 1)

/** heed_evidence_get_name: Returns: (transfer none): the name on the wire; the empty string for
 * none */
const char *heed_evidence_get_name (HeedEvidence evidence);

/* The recipient of a finding that is about the whole message. */
#define HEED_FINDING_WHOLE_MESSAGE G_MAXUINT32

#define HEED_TYPE_FINDING (heed_finding_get_type ())

/**
 * HeedFinding:
 *
 * One reason to look again. Immutable once it is handed out, ref-counted.
 */
typedef struct _HeedFinding HeedFinding;

GType heed_finding_get_type (void) G_GNUC_CONST;

/**
 * heed_finding_new:
 * @kind: what it is
 * @severity: how bad it is
 * @recipient: the position in heed_message_get_recipients(), or %HEED_FINDING_WHOLE_MESSAGE
 * @domain: (nullable): the domain it is about, in Unicode, as shown
 * @expected: (nullable) (array zero-terminated=1): domains that may have been meant, best first, in
 * Unicode
 * @evidence: why @expected is expected
 * @edits: (nullable) (transfer full) (element-type HeedEdit): what differs from the best expected
 * domain
 * @heading: the fact in a few words, translated ("army.ml is not army.mil")
 * @text: one translated sentence that says why
 *
 * Returns: (transfer full): the finding
 */
HeedFinding *heed_finding_new (HeedFindingKind kind,
                               HeedSeverity severity,
                               guint recipient,
                               const char *domain,
                               const char *const *expected,
                               HeedEvidence evidence,
                               GPtrArray *edits,
                               const char *heading,
                               const char *text);

/** heed_finding_with_severity: Returns: (transfer full): the same finding, of another severity */
HeedFinding *heed_finding_with_severity (HeedFinding *self, HeedSeverity severity);

/** heed_finding_set_concerned: @positions: (transfer full) (element-type guint): the recipients
 * that a finding about the whole message is about; for whoever makes it, before it is handed out */
void heed_finding_set_concerned (HeedFinding *self, GArray *positions);

HeedFinding *heed_finding_ref (HeedFinding *self);
void heed_finding_unref (HeedFinding *self);

HeedFindingKind heed_finding_get_kind (const HeedFinding *self);
HeedSeverity heed_finding_get_severity (const HeedFinding *self);
guint heed_finding_get_recipient (const HeedFinding *self);

/** heed_finding_get_domain: Returns: (transfer none): the domain in Unicode; empty if it is about
 * none */
const char *heed_finding_get_domain (const HeedFinding *self);

/** heed_finding_get_expected: Returns: (transfer none) (array zero-terminated=1): best first, in
 * Unicode */
const char *const *heed_finding_get_expected (const HeedFinding *self);
HeedEvidence heed_finding_get_evidence (const HeedFinding *self);

/** heed_finding_get_edits: Returns: (transfer none) (element-type HeedEdit): by rising position */
GPtrArray *heed_finding_get_edits (const HeedFinding *self);

/** heed_finding_get_concerned: Returns: (transfer none) (nullable) (element-type guint): the
 * positions of the recipients that a finding about the whole message is about, where it is about
 * some */
const GArray *heed_finding_get_concerned (const HeedFinding *self);
const char *heed_finding_get_heading (const HeedFinding *self);
const char *heed_finding_get_text (const HeedFinding *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedFinding, heed_finding_unref)

G_END_DECLS
