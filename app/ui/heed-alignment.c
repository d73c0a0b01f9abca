/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-alignment.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "heed-edit.h"

static void
heed_alignment_cell_clear (gpointer data)
{
  HeedAlignmentCell *cell = data;

  g_free (cell->got);
  g_free (cell->expected);
}

static void
add_cell (GArray *cells, const char *got, const char *expected, gboolean differs)
{
  HeedAlignmentCell cell = { g_strdup (got), g_strdup (expected), differs };

  g_array_append_val (cells, cell);
}

static gboolean
is_right_to_left (gunichar character)
{
  switch (g_unichar_get_script (character))
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
      return TRUE;
    default:
      return FALSE;
    }
}

/* How many bytes of text belong into one cell: a letter with its marks, or a word that is written
 * from right to left. */
static gsize
first_cell (const char *text, const char *end)
{
  const char *p = g_utf8_next_char (text);
  gboolean word = is_right_to_left (g_utf8_get_char (text));

  while (p < end && (g_unichar_ismark (g_utf8_get_char (p)) ||
                     (word && is_right_to_left (g_utf8_get_char (p)))))
    p = g_utf8_next_char (p);
  return p - text;
}

static void
add_same (GArray *cells, const char *text, const char *end, gboolean has_expected)
{
  while (text < end)
    {
      gsize length = first_cell (text, end);
      g_autofree char *letter = g_strndup (text, length);

      add_cell (cells, letter, has_expected ? letter : "", FALSE);
      text += length;
    }
}

/* Pairs two pieces of unequal text letter by letter from their start. */
static void
add_different (GArray *cells,
               const char *got,
               const char *got_end,
               const char *expected,
               const char *expected_end)
{
  while (got < got_end || expected < expected_end)
    {
      gsize n_got = got < got_end ? first_cell (got, got_end) : 0;
      gsize n_expected = expected < expected_end ? first_cell (expected, expected_end) : 0;
      g_autofree char *left = g_strndup (got, n_got);
      g_autofree char *right = g_strndup (expected, n_expected);

      add_cell (cells, left, right, strcmp (left, right) != 0);
      got += n_got;
      expected += n_expected;
    }
}

static void
add_edit (GArray *cells, const HeedEdit *edit)
{
  const char *got = edit->got, *expected = edit->expected;

  /* Two letters that pass for one, such as rn for m, are shown as the pair that they are. */
  if (edit->operation == HEED_EDIT_WRONG)
    add_cell (cells, got, expected, TRUE);
  else
    add_different (cells, got, got + strlen (got), expected, expected + strlen (expected));
}

/* Appends the cells of a domain as the edits say. Returns whether they lead to what was expected.
 */
static gboolean
add_by_edits (GArray *cells, const char *domain, const char *expected, GPtrArray *edits)
{
  g_autoptr (GString) result = g_string_new (NULL);
  const char *end = domain + strlen (domain);
  glong n_characters = g_utf8_strlen (domain, -1);
  const char *done = domain;

  for (guint i = 0; i < edits->len; i++)
    {
      const HeedEdit *edit = edits->pdata[i];
      const char *at;

      if (edit->position > (gulong)n_characters)
        return FALSE;
      at = g_utf8_offset_to_pointer (domain, edit->position);
      if (at < done || !g_str_has_prefix (at, edit->got))
        return FALSE;
      add_same (cells, done, at, TRUE);
      add_edit (cells, edit);
      g_string_append_len (result, done, at - done);
      g_string_append (result, edit->expected);
      done = at + strlen (edit->got);
    }
  add_same (cells, done, end, TRUE);
  g_string_append (result, done);
  return strcmp (result->str, expected) == 0;
}

static void
add_by_ends (GArray *cells, const char *domain, const char *expected)
{
  const char *got_end = domain + strlen (domain), *expected_end = expected + strlen (expected);
  const char *got = domain, *other = expected;

  while (*got != '\0' && g_utf8_get_char (got) == g_utf8_get_char (other))
    {
      got = g_utf8_next_char (got);
      other = g_utf8_next_char (other);
    }
  while (got_end > got && expected_end > other)
    {
      const char *last = g_utf8_prev_char (got_end), *other_last = g_utf8_prev_char (expected_end);

      if (g_utf8_get_char (last) != g_utf8_get_char (other_last))
        break;
      got_end = last;
      expected_end = other_last;
    }
  add_same (cells, domain, got, TRUE);
  add_different (cells, got, got_end, other, expected_end);
  add_same (cells, got_end, got_end + strlen (got_end), TRUE);
}

GArray *
heed_alignment_new (const char *local, const char *domain, const char *expected, GPtrArray *edits)
{
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (HeedAlignmentCell));
  g_autofree char *before = g_strconcat (local, "@", NULL);
  guint n_before;

  g_array_set_clear_func (cells, heed_alignment_cell_clear);
  add_same (cells, before, before + strlen (before), expected != NULL);
  n_before = cells->len;
  if (expected == NULL)
    add_same (cells, domain, domain + strlen (domain), FALSE);
  else if (edits->len == 0 || !add_by_edits (cells, domain, expected, edits))
    {
      g_array_set_size (cells, n_before);
      add_by_ends (cells, domain, expected);
    }
  return g_steal_pointer (&cells);
}

/* The scripts whose letters are taken for others most often. */
static const char *
get_script_name (gunichar character)
{
  switch (g_unichar_get_script (character))
    {
    case G_UNICODE_SCRIPT_ARABIC:
      return C_ ("script", "Arabic");
    case G_UNICODE_SCRIPT_ARMENIAN:
      return C_ ("script", "Armenian");
    case G_UNICODE_SCRIPT_CHEROKEE:
      return C_ ("script", "Cherokee");
    case G_UNICODE_SCRIPT_CYRILLIC:
      return C_ ("script", "Cyrillic");
    case G_UNICODE_SCRIPT_GEORGIAN:
      return C_ ("script", "Georgian");
    case G_UNICODE_SCRIPT_GREEK:
      return C_ ("script", "Greek");
    case G_UNICODE_SCRIPT_HAN:
      return C_ ("script", "Han");
    case G_UNICODE_SCRIPT_HEBREW:
      return C_ ("script", "Hebrew");
    case G_UNICODE_SCRIPT_LATIN:
      return C_ ("script", "Latin");
    case G_UNICODE_SCRIPT_THAI:
      return C_ ("script", "Thai");
    default:
      return NULL;
    }
}

/* A character as it is spoken: a screen reader passes over a bare dot. */
static char *
name_characters (const char *characters)
{
  gunichar first = g_utf8_get_char (characters);
  gboolean single = *g_utf8_next_char (characters) == '\0';
  const char *script = get_script_name (first);

  if (single && first == '.')
    return g_strdup (_ ("the dot"));
  if (single && first == '-')
    return g_strdup (_ ("the hyphen"));
  if (single && first >= '0' && first <= '9')
    {
      /* Translators: %s is a digit, within a sentence. */
      return g_strdup_printf (_ ("the digit %s"), characters);
    }
  if (single && first >= 0x80 && script != NULL)
    {
      /* Translators: within a sentence; the first %s is the name of a script such as Cyrillic, the
       * second a letter. */
      return g_strdup_printf (_ ("the %s letter %s"), script, characters);
    }
  if (single)
    {
      /* Translators: %s is a letter, within a sentence. */
      return g_strdup_printf (_ ("the letter %s"), characters);
    }
  /* Translators: %s are some letters next to each other, within a sentence. */
  return g_strdup_printf (_ ("the letters %s"), characters);
}

static char *
describe (const char *got, const char *expected)
{
  g_autofree char *named = name_characters (*got != '\0' ? got : expected);
  g_autofree char *other = NULL;

  if (*got == '\0' && g_utf8_strlen (expected, -1) == 1)
    {
      /* Translators: %s is something such as "the letter i" or "the dot". */
      return g_strdup_printf (_ ("%s is missing."), named);
    }
  if (*got == '\0')
    {
      /* Translators: %s is something such as "the letters com". */
      return g_strdup_printf (_ ("%s are missing."), named);
    }
  if (*expected == '\0' && g_utf8_strlen (got, -1) == 1)
    {
      /* Translators: %s is something such as "the letter i" or "the dot". */
      return g_strdup_printf (_ ("%s is extra."), named);
    }
  if (*expected == '\0')
    {
      /* Translators: %s is something such as "the letters com". */
      return g_strdup_printf (_ ("%s are extra."), named);
    }
  other = name_characters (expected);
  if (g_utf8_strlen (got, -1) == 1)
    {
      /* Translators: both are something such as "the letter i" or "the dot". */
      return g_strdup_printf (_ ("%s stands in place of %s."), named, other);
    }
  /* Translators: the first is something such as "the letters rn", the second "the letter m". */
  return g_strdup_printf (_ ("%s stand in place of %s."), named, other);
}

/* A letter of another script that looks the same is known by its place: to see it does not help.
 * Returns NULL where the two are not one letter each of two scripts that have a name. */
static char *
describe_script (const char *got, const char *expected, guint place)
{
  const char *script = *got != '\0' ? get_script_name (g_utf8_get_char (got)) : NULL;
  const char *other = *expected != '\0' ? get_script_name (g_utf8_get_char (expected)) : NULL;

  if (script == NULL || other == NULL || g_str_equal (script, other) ||
      g_utf8_strlen (got, -1) != 1 || g_utf8_strlen (expected, -1) != 1)
    return NULL;
  if (place == 1)
    {
      /* Translators: both are names of scripts, such as Cyrillic and Latin. It is about a domain.
       */
      return g_strdup_printf (_ ("The first letter is %s, not %s."), script, other);
    }
  /* Translators: about a domain: %1$u is which letter of it, counted from 1; the others are names
   * of scripts, such as Cyrillic and Latin. */
  return g_strdup_printf (_ ("Letter %1$u is %2$s, not %3$s."), place, script, other);
}

/* A sentence begins with a capital letter, whatever it begins with in the translation. */
static char *
capitalise (const char *sentence)
{
  g_autofree char *first = g_utf8_substring (sentence, 0, 1);
  g_autofree char *upper = g_utf8_strup (first, -1);

  return g_strconcat (upper, sentence + strlen (first), NULL);
}

/* Where the domain begins: behind the last @ that both have. */
static guint
find_domain (GArray *cells)
{
  guint start = 0;

  for (guint i = 0; i < cells->len; i++)
    {
      const HeedAlignmentCell *cell = &g_array_index (cells, HeedAlignmentCell, i);

      if (!cell->differs && g_str_equal (cell->got, "@"))
        start = i + 1;
    }
  return start;
}

/* What one difference says, of all cells from @start up to one that is the same. */
static char *
describe_run (GArray *cells, guint start, guint domain, guint *end)
{
  g_autoptr (GString) got = g_string_new (NULL);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *sentence = NULL;
  guint i;

  for (i = start; i < cells->len; i++)
    {
      const HeedAlignmentCell *cell = &g_array_index (cells, HeedAlignmentCell, i);

      if (!cell->differs)
        break;
      g_string_append (got, cell->got);
      g_string_append (expected, cell->expected);
    }
  *end = i;
  if (start >= domain)
    sentence = describe_script (got->str, expected->str, start - domain + 1);
  if (sentence == NULL)
    sentence = describe (got->str, expected->str);
  return capitalise (sentence);
}

char *
heed_alignment_describe (GArray *cells)
{
  g_autoptr (GString) words = g_string_new (NULL);
  guint domain = find_domain (cells);
  guint i = 0;

  while (i < cells->len)
    {
      g_autofree char *sentence = NULL;

      if (!g_array_index (cells, HeedAlignmentCell, i).differs)
        {
          i++;
          continue;
        }
      sentence = describe_run (cells, i, domain, &i);
      g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", sentence);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

char *
heed_alignment_join (GArray *cells, gboolean expected)
{
  g_autoptr (GString) address = g_string_new (NULL);

  for (guint i = 0; i < cells->len; i++)
    {
      const HeedAlignmentCell *cell = &g_array_index (cells, HeedAlignmentCell, i);

      g_string_append (address, expected ? cell->expected : cell->got);
    }
  return g_string_free (g_steal_pointer (&address), FALSE);
}
