/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "heed-alignment.h"
#include "heed-edit.h"

/* Writes an alignment as one line: same letters bare, different ones as {got|expected}. */
static char *
write_down (GArray *cells)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i < cells->len; i++)
    {
      const HeedAlignmentCell *cell = &g_array_index (cells, HeedAlignmentCell, i);

      if (cell->differs)
        g_string_append_printf (line, "{%s|%s}", cell->got, cell->expected);
      else
        g_string_append (line, cell->got);
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}

static void
test_lines (void)
{
  static const struct
  {
    const char *domain, *expected;
    HeedEditOperation operation;
    guint position;
    const char *got, *wanted;
    const char *line, *words;
  } rows[] = {
    { "army.ml", "army.mil", HEED_EDIT_MISSING, 6, "", "i", "a@army.m{|i}l",
      "The letter i is missing." },
    { "gmaill.com", "gmail.com", HEED_EDIT_EXTRA, 5, "l", "", "a@gmail{l|}.com",
      "The letter l is extra." },
    { "gmsil.com", "gmail.com", HEED_EDIT_WRONG, 2, "s", "a", "a@gm{s|a}il.com",
      "The letter s stands in place of the letter a." },
    { "gmial.com", "gmail.com", HEED_EDIT_SWAPPED, 2, "ia", "ai", "a@gm{i|a}{a|i}l.com",
      "The letters ia stand in place of the letters ai." },
    { "uscompany.com", "us.company.com", HEED_EDIT_MISSING, 2, "", ".", "a@us{|.}company.com",
      "The dot is missing." },
    { "army-com.mil", "armycom.mil", HEED_EDIT_EXTRA, 4, "-", "", "a@army{-|}com.mil",
      "The hyphen is extra." },
    { "rnicrosoft.com", "microsoft.com", HEED_EDIT_WRONG, 0, "rn", "m", "a@{rn|m}icrosoft.com",
      "The letters rn stand in place of the letter m." },
    { "paypa1.com", "paypal.com", HEED_EDIT_WRONG, 5, "1", "l", "a@paypa{1|l}.com",
      "The digit 1 stands in place of the letter l." },
    { "аrmy.mil", "army.mil", HEED_EDIT_WRONG, 0, "а", "a", "a@{а|a}rmy.mil",
      "The first letter is Cyrillic, not Latin." },
    { "armу.mil", "army.mil", HEED_EDIT_WRONG, 3, "у", "y", "a@arm{у|y}.mil",
      "Letter 4 is Cyrillic, not Latin." },
    /* Edits that do not lead to what is expected, or point outside, are not believed. */
    { "army.ml", "army.mil", HEED_EDIT_MISSING, 900, "", "i", "a@army.m{|i}l",
      "The letter i is missing." },
    { "army.ml", "army.mil", HEED_EDIT_EXTRA, 0, "x", "", "a@army.m{|i}l",
      "The letter i is missing." },
    { "army.ml", "army.mil", HEED_EDIT_MISSING, 6, "", "o", "a@army.m{|i}l",
      "The letter i is missing." },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GPtrArray) edits = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_edit_free);
      g_autoptr (GArray) cells = NULL;
      g_autofree char *line = NULL;
      g_autofree char *words = NULL;

      g_ptr_array_add (edits, heed_edit_new (rows[i].operation, rows[i].position, rows[i].got,
                                             rows[i].wanted));
      cells = heed_alignment_new ("a", rows[i].domain, rows[i].expected, edits);
      line = write_down (cells);
      words = heed_alignment_describe (cells);
      g_assert_cmpstr (line, ==, rows[i].line);
      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

static void
test_no_edits (void)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new ();
  g_autoptr (GArray) cells = heed_alignment_new ("a", "mod.gov.ua", "mod.gov.uk", edits);
  g_autofree char *line = write_down (cells);

  g_assert_cmpstr (line, ==, "a@mod.gov.u{a|k}");
}

static void
test_nothing_expected (void)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new ();
  g_autoptr (GArray) cells = heed_alignment_new ("a", "army.mli", NULL, edits);
  g_autofree char *line = write_down (cells);
  g_autofree char *words = heed_alignment_describe (cells);

  g_assert_cmpstr (line, ==, "a@army.mli");
  g_assert_cmpstr (words, ==, "");
}

/* A word written from right to left is one cell, or its letters would stand in the wrong order. */
static void
test_right_to_left (void)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new ();
  g_autoptr (GArray) cells = heed_alignment_new ("א", "שלום.example", NULL, edits);

  g_assert_cmpstr (g_array_index (cells, HeedAlignmentCell, 2).got, ==, "שלום");
}

static void
test_marks (void)
{
  g_autoptr (GPtrArray) edits = g_ptr_array_new ();
  g_autoptr (GArray) cells = heed_alignment_new ("e\u0301x", "a", NULL, edits);

  g_assert_cmpstr (g_array_index (cells, HeedAlignmentCell, 0).got, ==, "e\u0301");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/alignment/lines", test_lines);
  g_test_add_func ("/alignment/no-edits", test_no_edits);
  g_test_add_func ("/alignment/nothing-expected", test_nothing_expected);
  g_test_add_func ("/alignment/right-to-left", test_right_to_left);
  g_test_add_func ("/alignment/marks", test_marks);
  return g_test_run ();
}
