/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two domains are compared letter by letter with optimal string alignment (Damerau 1964; Boytsov
 * 2011 for the name): the fewest letters missing, extra, wrong or swapped with a neighbour. The
 * path through the table is what a person is shown. Time and memory are the product of both
 * lengths, at most 254² cells, since no domain is longer. */

#include "config.h"
#include "heed-near-miss.h"

#include <string.h>
#include <unicode/uspoof.h>

/* Below these lengths of the label that somebody registers, one or two edits are as likely a name
 * of its own: hp and hpe, ti and ni. Measured on correspondence of 258 people; see the essay in
 * heed-reviewer.c. */
#define MIN_LABEL_FOR_ONE_EDIT 4
#define MIN_LABEL_FOR_TWO_EDITS 8

typedef struct
{
  gunichar *typed;
  glong n_typed;
  gunichar *expected;
  glong n_expected;
  guint *cells; /* (n_typed + 1) × (n_expected + 1) distances of the prefixes */
} Table;

static guint *
cell (const Table *table, glong i, glong j)
{
  return &table->cells[i * (table->n_expected + 1) + j];
}

static gboolean
is_swap (const Table *table, glong i, glong j)
{
  return i > 1 && j > 1 && table->typed[i - 1] == table->expected[j - 2] &&
         table->typed[i - 2] == table->expected[j - 1] &&
         table->typed[i - 1] != table->typed[i - 2];
}

static void
table_fill (Table *table)
{
  for (glong i = 0; i <= table->n_typed; i++)
    {
      for (glong j = 0; j <= table->n_expected; j++)
        {
          guint best = (guint)(i + j);

          if (i > 0 && j > 0)
            {
              guint differs = table->typed[i - 1] != table->expected[j - 1];

              best = *cell (table, i - 1, j - 1) + differs;
              best = MIN (best, *cell (table, i - 1, j) + 1);
              best = MIN (best, *cell (table, i, j - 1) + 1);
              if (is_swap (table, i, j))
                best = MIN (best, *cell (table, i - 2, j - 2) + 1);
            }
          *cell (table, i, j) = best;
        }
    }
}

static HeedEdit *
make_edit (const Table *table,
           HeedEditOperation operation,
           glong i,
           glong j,
           glong n_got,
           glong n_expected)
{
  g_autofree char *got = g_ucs4_to_utf8 (table->typed + i, n_got, NULL, NULL, NULL);
  g_autofree char *expected = g_ucs4_to_utf8 (table->expected + j, n_expected, NULL, NULL, NULL);

  return heed_edit_new (operation, (guint)i, got, expected);
}

/* Walks back from the end, so that of several shortest paths the one that keeps the longest start
 * is shown. */
static GPtrArray *
table_get_edits (const Table *table)
{
  GPtrArray *edits = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_edit_free);
  glong i = table->n_typed;
  glong j = table->n_expected;

  while (i > 0 || j > 0)
    {
      guint here = *cell (table, i, j);
      HeedEdit *edit = NULL;

      if (i > 0 && j > 0 && table->typed[i - 1] == table->expected[j - 1] &&
          here == *cell (table, i - 1, j - 1))
        {
          i--;
          j--;
          continue;
        }
      if (is_swap (table, i, j) && here == *cell (table, i - 2, j - 2) + 1)
        edit = make_edit (table, HEED_EDIT_SWAPPED, i -= 2, j -= 2, 2, 2);
      else if (i > 0 && j > 0 && here == *cell (table, i - 1, j - 1) + 1)
        edit = make_edit (table, HEED_EDIT_WRONG, --i, --j, 1, 1);
      else if (j > 0 && here == *cell (table, i, j - 1) + 1)
        edit = make_edit (table, HEED_EDIT_MISSING, i, --j, 0, 1);
      else
        edit = make_edit (table, HEED_EDIT_EXTRA, --i, j, 1, 0);
      g_ptr_array_insert (edits, 0, edit);
    }
  return edits;
}

static GPtrArray *
align (const HeedDomain *typed, const HeedDomain *expected)
{
  g_autofree gunichar *left = NULL;
  g_autofree gunichar *right = NULL;
  g_autofree guint *cells = NULL;
  Table table;

  left = g_utf8_to_ucs4_fast (heed_domain_get_unicode (typed), -1, &table.n_typed);
  right = g_utf8_to_ucs4_fast (heed_domain_get_unicode (expected), -1, &table.n_expected);
  cells = g_new (guint, (table.n_typed + 1) * (table.n_expected + 1));
  table.typed = left;
  table.expected = right;
  table.cells = cells;
  table_fill (&table);
  return table_get_edits (&table);
}

static gboolean
have_same_skeleton (const HeedDomain *typed, const HeedDomain *expected)
{
  static gsize once;
  UErrorCode status = U_ZERO_ERROR;
  char left[4096];
  char right[4096];

  if (g_once_init_enter (&once))
    {
      USpoofChecker *checker = uspoof_open (&status);

      if (U_FAILURE (status))
        g_error ("ICU has no data for confusables: %s", u_errorName (status));
      g_once_init_leave (&once, (gsize)checker);
    }
  uspoof_getSkeletonUTF8 ((USpoofChecker *)once, 0, heed_domain_get_unicode (typed), -1, left,
                          sizeof left, &status);
  uspoof_getSkeletonUTF8 ((USpoofChecker *)once, 0, heed_domain_get_unicode (expected), -1, right,
                          sizeof right, &status);
  return U_SUCCESS (status) && g_str_equal (left, right);
}

/* The part before the suffix, dots included: `us.company` of `us.company.com`. */
static char *
get_name (const HeedDomain *domain)
{
  const char *ascii = heed_domain_get_ascii (domain);
  gsize suffix = strlen (heed_domain_get_suffix (domain));
  gsize length = strlen (ascii);

  return length > suffix ? g_strndup (ascii, length - suffix - 1) : g_strdup ("");
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

static HeedFindingKind
classify (const HeedDomain *typed, const HeedDomain *expected, GPtrArray *edits)
{
  static const HeedFindingKind by_operation[HEED_N_EDIT_OPERATIONS] = {
    [HEED_EDIT_MISSING] = HEED_FINDING_MISSING_LETTER,
    [HEED_EDIT_EXTRA] = HEED_FINDING_EXTRA_LETTER,
    [HEED_EDIT_WRONG] = HEED_FINDING_WRONG_LETTER,
    [HEED_EDIT_SWAPPED] = HEED_FINDING_SWAPPED_LETTERS,
  };
  g_autofree char *typed_name = get_name (typed);
  g_autofree char *expected_name = get_name (expected);
  const HeedEdit *first = edits->pdata[0];

  if (have_same_skeleton (typed, expected))
    return g_str_is_ascii (heed_domain_get_unicode (typed)) ? HEED_FINDING_LOOKALIKE
                                                            : HEED_FINDING_HOMOGRAPH;
  if (g_str_equal (typed_name, expected_name))
    return HEED_FINDING_SUFFIX_SWAP;
  if (all_edits_are (edits, HEED_EDIT_MISSING, "."))
    return HEED_FINDING_MISSING_DOT;
  if (all_edits_are (edits, HEED_EDIT_EXTRA, "."))
    return HEED_FINDING_EXTRA_DOT;
  if (touch_only (edits, "-"))
    return HEED_FINDING_HYPHEN;
  return by_operation[first->operation];
}

static gboolean
is_near (const HeedDomain *typed, const HeedDomain *expected, HeedNearMiss *miss)
{
  g_autofree char *typed_name = get_name (typed);
  g_autofree char *expected_name = get_name (expected);
  gsize shorter = MIN (strlen (typed_name), strlen (expected_name));

  switch (miss->kind)
    {
    case HEED_FINDING_SUFFIX_SWAP:
      return shorter >= MIN_LABEL_FOR_ONE_EDIT;
    case HEED_FINDING_HOMOGRAPH:
    case HEED_FINDING_LOOKALIKE:
      return TRUE;
    default:
      return (miss->distance == 1 && shorter >= MIN_LABEL_FOR_ONE_EDIT) ||
             (miss->distance == 2 && shorter >= MIN_LABEL_FOR_TWO_EDITS);
    }
}

HeedNearMiss *
heed_near_miss_new (const HeedDomain *typed, const HeedDomain *expected)
{
  g_autoptr (HeedNearMiss) self = NULL;

  if (heed_domain_is_related (typed, expected) || heed_domain_is_ip_literal (typed) ||
      heed_domain_is_ip_literal (expected))
    return NULL;
  self = g_new0 (HeedNearMiss, 1);
  self->edits = align (typed, expected);
  self->distance = self->edits->len;
  if (self->distance == 0)
    return NULL;
  self->kind = classify (typed, expected, self->edits);
  return is_near (typed, expected, self) ? g_steal_pointer (&self) : NULL;
}

void
heed_near_miss_free (HeedNearMiss *self)
{
  g_ptr_array_unref (self->edits);
  g_free (self);
}
