/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-finding.h"

struct _HeedFinding
{
  HeedFindingKind kind;
  HeedSeverity severity;
  HeedEvidence evidence;
  guint recipient;
  char *domain;      /* (owned) */
  char **expected;   /* (owned) */
  GPtrArray *edits;  /* (owned) (element-type HeedEdit) */
  GArray *concerned; /* (owned) (nullable) (element-type guint) */
  char *heading;     /* (owned) */
  char *text;        /* (owned) */
};

G_DEFINE_BOXED_TYPE (HeedFinding, heed_finding, heed_finding_ref, heed_finding_unref)

const char *
heed_finding_kind_get_name (HeedFindingKind kind)
{
  static const char *const names[HEED_N_FINDING_KINDS] = {
    [HEED_FINDING_SUFFIX_SWAP] = "suffix-swap",
    [HEED_FINDING_MISSING_LETTER] = "missing-letter",
    [HEED_FINDING_EXTRA_LETTER] = "extra-letter",
    [HEED_FINDING_WRONG_LETTER] = "wrong-letter",
    [HEED_FINDING_SWAPPED_LETTERS] = "swapped-letters",
    [HEED_FINDING_MISSING_DOT] = "missing-dot",
    [HEED_FINDING_EXTRA_DOT] = "extra-dot",
    [HEED_FINDING_HYPHEN] = "hyphen",
    [HEED_FINDING_LOOKALIKE] = "lookalike",
    [HEED_FINDING_HOMOGRAPH] = "homograph",
    [HEED_FINDING_EMBEDDED] = "embedded",
    [HEED_FINDING_NEAR_PERSON] = "near-person",
    [HEED_FINDING_NAME_MISMATCH] = "name-mismatch",
    [HEED_FINDING_UNKNOWN_SUFFIX] = "unknown-suffix",
    [HEED_FINDING_FIRST_CONTACT] = "first-contact",
    [HEED_FINDING_EXTERNAL] = "external",
    [HEED_FINDING_MIXED_ORGANISATIONS] = "mixed-organisations",
    [HEED_FINDING_NEW_IN_THREAD] = "new-in-thread",
    [HEED_FINDING_MANY_EXPOSED] = "many-exposed",
    [HEED_FINDING_UNEXPANDED_LIST] = "unexpanded-list",
    [HEED_FINDING_WATCHED] = "watched",
    [HEED_FINDING_BLOCKED] = "blocked",
    [HEED_FINDING_CONTENT] = "content",
  };

  g_return_val_if_fail ((guint)kind < HEED_N_FINDING_KINDS, NULL);
  return names[kind];
}

const char *
heed_evidence_get_name (HeedEvidence evidence)
{
  static const char *const names[HEED_N_EVIDENCES] = {
    [HEED_EVIDENCE_NONE] = "",         [HEED_EVIDENCE_PROTECTED] = "protected",
    [HEED_EVIDENCE_KNOWN] = "known",   [HEED_EVIDENCE_SENDER] = "sender",
    [HEED_EVIDENCE_THREAD] = "thread", [HEED_EVIDENCE_PROVIDER] = "provider",
  };

  g_return_val_if_fail ((guint)evidence < HEED_N_EVIDENCES, NULL);
  return names[evidence];
}

HeedFinding *
heed_finding_new (HeedFindingKind kind,
                  HeedSeverity severity,
                  guint recipient,
                  const char *domain,
                  const char *const *expected,
                  HeedEvidence evidence,
                  GPtrArray *edits,
                  const char *heading,
                  const char *text)
{
  static const char *const none[] = { NULL };
  HeedFinding *self = g_atomic_rc_box_new0 (HeedFinding);

  self->kind = kind;
  self->severity = severity;
  self->evidence = evidence;
  self->recipient = recipient;
  self->domain = g_strdup (domain != NULL ? domain : "");
  self->expected = g_strdupv ((char **)(expected != NULL ? expected : none));
  self->edits =
      edits != NULL ? edits : g_ptr_array_new_with_free_func ((GDestroyNotify)heed_edit_free);
  self->heading = g_strdup (heading);
  self->text = g_strdup (text);
  return self;
}

HeedFinding *
heed_finding_with_severity (HeedFinding *self, HeedSeverity severity)
{
  HeedFinding *other;

  if (self->severity == severity)
    return heed_finding_ref (self);
  other = heed_finding_new (self->kind, severity, self->recipient, self->domain,
                            (const char *const *)self->expected, self->evidence,
                            g_ptr_array_ref (self->edits), self->heading, self->text);
  if (self->concerned != NULL)
    other->concerned = g_array_ref (self->concerned);
  return other;
}

void
heed_finding_set_concerned (HeedFinding *self, GArray *positions)
{
  g_clear_pointer (&self->concerned, g_array_unref);
  self->concerned = positions;
}

HeedFinding *
heed_finding_ref (HeedFinding *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
heed_finding_clear (gpointer data)
{
  HeedFinding *self = data;

  g_free (self->domain);
  g_strfreev (self->expected);
  g_ptr_array_unref (self->edits);
  g_clear_pointer (&self->concerned, g_array_unref);
  g_free (self->heading);
  g_free (self->text);
}

void
heed_finding_unref (HeedFinding *self)
{
  g_atomic_rc_box_release_full (self, heed_finding_clear);
}

HeedFindingKind
heed_finding_get_kind (const HeedFinding *self)
{
  return self->kind;
}

HeedSeverity
heed_finding_get_severity (const HeedFinding *self)
{
  return self->severity;
}

guint
heed_finding_get_recipient (const HeedFinding *self)
{
  return self->recipient;
}

const char *
heed_finding_get_domain (const HeedFinding *self)
{
  return self->domain;
}

const char *const *
heed_finding_get_expected (const HeedFinding *self)
{
  return (const char *const *)self->expected;
}

HeedEvidence
heed_finding_get_evidence (const HeedFinding *self)
{
  return self->evidence;
}

GPtrArray *
heed_finding_get_edits (const HeedFinding *self)
{
  return self->edits;
}

const GArray *
heed_finding_get_concerned (const HeedFinding *self)
{
  return self->concerned;
}

const char *
heed_finding_get_heading (const HeedFinding *self)
{
  return self->heading;
}

const char *
heed_finding_get_text (const HeedFinding *self)
{
  return self->text;
}
