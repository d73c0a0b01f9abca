/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The most probable explanation of how the expected domain became what was typed: letter by letter,
 * by its looks, or by its suffix as a whole. */

#include "config.h"
#include "heed-near-miss.h"

#include "heed-lookalike.h"
#include "heed-slip.h"
#include "heed-weights.h"

#include <string.h>

/* The part before the suffix, dots included: `us.company` of `us.company.com`. */
static char *
get_name (const HeedDomain *domain)
{
  const char *ascii = heed_domain_get_ascii (domain);

  return g_strndup (ascii, heed_domain_get_name_length (domain, ascii));
}

/* Where the suffix begins in the Unicode form, in characters. */
static guint
get_suffix_position (const HeedDomain *domain)
{
  const char *unicode = heed_domain_get_unicode (domain);
  gsize length = heed_domain_get_name_length (domain, unicode);

  return (guint)g_utf8_strlen (unicode, (gssize)length) + (unicode[length] == '.');
}

static gboolean
all_edits_are (GPtrArray *edits, HeedEditOperation operation, const char *text)
{
  for (guint i = 0; i < edits->len; i++)
    {
      const HeedEdit *edit = edits->pdata[i];
      const char *found = operation == HEED_EDIT_MISSING ? edit->expected : edit->got;

      if (edit->operation != operation || !g_str_equal (found, text))
        return FALSE;
    }
  return TRUE;
}

static gboolean
touch_only (GPtrArray *edits, const char *text)
{
  for (guint i = 0; i < edits->len; i++)
    {
      const HeedEdit *edit = edits->pdata[i];

      if (!g_str_equal (edit->got, text) && !g_str_equal (edit->expected, text))
        return FALSE;
    }
  return TRUE;
}

static char *
drop_digits (const char *text, gboolean *had_any)
{
  g_auto (GStrv) parts = g_strsplit_set (text, "0123456789", -1);

  *had_any = parts[0] != NULL && parts[1] != NULL;
  return g_strjoinv (NULL, parts);
}

/* Other numbers of the same, as in mx01 and mx02; where only one has a number it is a slip like
 * any. */
static gboolean
is_same_series (const HeedDomain *typed, const HeedDomain *expected)
{
  gboolean is_typed_numbered;
  gboolean is_expected_numbered;
  g_autofree char *left = drop_digits (heed_domain_get_unicode (typed), &is_typed_numbered);
  g_autofree char *right = drop_digits (heed_domain_get_unicode (expected), &is_expected_numbered);

  return is_typed_numbered && is_expected_numbered && g_str_equal (left, right);
}

static HeedFindingKind
classify_edits (GPtrArray *edits)
{
  static const HeedFindingKind by_operation[HEED_N_EDIT_OPERATIONS] = {
    [HEED_EDIT_MISSING] = HEED_FINDING_MISSING_LETTER,
    [HEED_EDIT_EXTRA] = HEED_FINDING_EXTRA_LETTER,
    [HEED_EDIT_WRONG] = HEED_FINDING_WRONG_LETTER,
    [HEED_EDIT_SWAPPED] = HEED_FINDING_SWAPPED_LETTERS,
  };
  const HeedEdit *first = edits->pdata[0];

  if (all_edits_are (edits, HEED_EDIT_MISSING, "."))
    return HEED_FINDING_MISSING_DOT;
  if (all_edits_are (edits, HEED_EDIT_EXTRA, "."))
    return HEED_FINDING_EXTRA_DOT;
  if (touch_only (edits, "-"))
    return HEED_FINDING_HYPHEN;
  return by_operation[first->operation];
}

static void
explain (HeedNearMiss *self, guint weight, HeedFindingKind kind)
{
  if (weight >= self->weight)
    return;
  self->weight = weight;
  self->kind = kind;
}

/* Texts that look the same, or that are one slip apart once they are taken for what they look
 * like. */
static void
explain_looks (HeedNearMiss *self, const HeedDomain *typed, const HeedDomain *expected)
{
  const char *shown = heed_domain_get_unicode (typed);
  gboolean is_ascii = g_str_is_ascii (shown);
  g_autofree char *looks = heed_lookalike_fold (shown);
  g_autofree char *meant = heed_lookalike_fold (heed_domain_get_unicode (expected));

  if (g_str_equal (looks, meant))
    explain (self, is_ascii ? WEIGHT_LOOKALIKE : WEIGHT_HOMOGRAPH,
             is_ascii ? HEED_FINDING_LOOKALIKE : HEED_FINDING_HOMOGRAPH);
  else if (!is_ascii)
    {
      g_autoptr (HeedSlip) slip = heed_slip_new (looks, meant, get_suffix_position (expected));

      /* Where the looks undo no edit, another letter of the same script was typed. */
      explain (self, WEIGHT_HOMOGRAPH + slip->weight,
               slip->edits->len < self->edits->len ? HEED_FINDING_HOMOGRAPH : self->kind);
    }
}

/* Few letters stand together by chance. */
static guint
weigh_shortness (const char *meant)
{
  gsize length = strlen (meant);

  return length < 8 ? (guint)(8 - length) * WEIGHT_SHORTER : 0;
}

/* Such as example.com for example.com.au. */
static gboolean
is_suffix_cut (const HeedDomain *typed, const HeedDomain *expected)
{
  const char *shorter = heed_domain_get_suffix (typed);
  const char *longer = heed_domain_get_suffix (expected);

  return g_str_has_prefix (longer, shorter) && longer[strlen (shorter)] == '.';
}

static guint
weigh_swap (const HeedNearMiss *self, const HeedDomain *typed)
{
  const char *const usual[] = { "com", "net", "org", NULL };

  if (self->slipped_suffix)
    return self->edits->len == 1 ? WEIGHT_SUFFIX_TYPO : WEIGHT_SUFFIX_CUT;
  return g_strv_contains (usual, heed_domain_get_suffix (typed)) ? WEIGHT_SUFFIX_SWAP_USUAL
                                                                 : WEIGHT_SUFFIX_SWAP;
}

/* A suffix that is another one, was cut, or was written into the name or twice. */
static void
explain_suffix (HeedNearMiss *self, const HeedDomain *typed, const HeedDomain *expected)
{
  g_autofree char *typed_name = get_name (typed);
  g_autofree char *expected_name = get_name (expected);
  g_autofree char *name = heed_domain_squash (typed_name, -1);
  g_autofree char *whole = heed_domain_squash (heed_domain_get_ascii (typed), -1);
  g_autofree char *meant = heed_domain_squash (heed_domain_get_ascii (expected), -1);
  g_autofree char *suffix = heed_domain_squash (heed_domain_get_suffix (expected), -1);
  g_autofree char *twice = g_strconcat (meant, suffix, NULL);

  self->same_name = *typed_name != '\0' && g_str_equal (typed_name, expected_name);
  if (self->same_name)
    {
      /* However it came about, it is the suffix that differs. */
      self->slipped_suffix = self->edits->len == 1 || is_suffix_cut (typed, expected);
      explain (self, weigh_swap (self, typed), HEED_FINDING_SUFFIX_SWAP);
      self->kind = HEED_FINDING_SUFFIX_SWAP;
    }
  else if (g_str_equal (name, meant) || (g_str_equal (whole, twice) && !g_str_equal (name, suffix)))
    explain (self, WEIGHT_FOLDED + weigh_shortness (meant), HEED_FINDING_EMBEDDED);
}

static HeedNearMiss *
make (const HeedDomain *typed, const HeedDomain *expected)
{
  g_autoptr (HeedNearMiss) self = NULL;
  g_autoptr (HeedSlip) slip = NULL;

  if (heed_domain_is_related (typed, expected) || heed_domain_is_ip_literal (typed) ||
      heed_domain_is_ip_literal (expected))
    return NULL;
  slip = heed_slip_new (heed_domain_get_unicode (typed), heed_domain_get_unicode (expected),
                        get_suffix_position (expected));
  self = g_new0 (HeedNearMiss, 1);
  self->edits = g_ptr_array_ref (slip->edits);
  self->weight = slip->weight;
  return self->edits->len > 0 ? g_steal_pointer (&self) : NULL;
}

HeedNearMiss *
heed_near_miss_new (const HeedDomain *typed, const HeedDomain *expected)
{
  HeedNearMiss *self = make (typed, expected);

  if (self == NULL)
    return NULL;
  self->kind = classify_edits (self->edits);
  self->same_series = is_same_series (typed, expected);
  explain_looks (self, typed, expected);
  explain_suffix (self, typed, expected);
  return self;
}

HeedNearMiss *
heed_near_miss_new_embedded (const HeedDomain *typed, const HeedDomain *expected)
{
  HeedNearMiss *self = make (typed, expected);

  if (self != NULL)
    explain (self, WEIGHT_EMBEDDED, HEED_FINDING_EMBEDDED);
  return self;
}

void
heed_near_miss_free (HeedNearMiss *self)
{
  g_ptr_array_unref (self->edits);
  g_free (self);
}
