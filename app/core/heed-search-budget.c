/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-search-budget.h"

#include "heed-limits.h"

void
heed_search_budget_init (HeedSearchBudget *self, guint n_searches)
{
  self->n_left = HEED_LIMIT_COMPARED_TOGETHER;
  self->n_searches = n_searches;
}

guint
heed_search_budget_take (HeedSearchBudget *self)
{
  guint share = self->n_left / MAX (self->n_searches, 1);

  self->n_searches -= MIN (self->n_searches, 1);
  self->n_left -= share;
  return share;
}

void
heed_search_budget_give_back (HeedSearchBudget *self, guint n_unspent)
{
  self->n_left += n_unspent;
}
