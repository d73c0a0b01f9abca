/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-limits.h"
#include "heed-search-budget.h"

/* Nobody's share depends on who was first, and all of them together are no more than there is. */
static void
test_equal_shares (void)
{
  HeedSearchBudget budget;
  guint first;

  heed_search_budget_init (&budget, HEED_LIMIT_RECIPIENTS);
  first = heed_search_budget_take (&budget);
  g_assert_cmpuint (first, ==, HEED_LIMIT_COMPARED_TOGETHER / HEED_LIMIT_RECIPIENTS);
  for (guint i = 1; i < HEED_LIMIT_RECIPIENTS; i++)
    g_assert_cmpuint (heed_search_budget_take (&budget) - first, <=, 1);
  g_assert_cmpuint (budget.n_left, ==, 0);
  g_assert_cmpuint (heed_search_budget_take (&budget), ==, 0);
}

static void
test_unspent (void)
{
  HeedSearchBudget budget;
  guint half;

  heed_search_budget_init (&budget, 2);
  half = heed_search_budget_take (&budget);
  heed_search_budget_give_back (&budget, half - 1);
  g_assert_cmpuint (heed_search_budget_take (&budget), ==, HEED_LIMIT_COMPARED_TOGETHER - 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search-budget/equal-shares", test_equal_shares);
  g_test_add_func ("/search-budget/unspent", test_unspent);
  return g_test_run ();
}
