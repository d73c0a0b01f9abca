/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HeedSearchBudget:
 * @n_left: names that the searches to come may compare
 * @n_searches: how many of them there are, at most
 *
 * What the searches of one review may cost together: %HEED_LIMIT_COMPARED_TOGETHER names, of which
 * each gets its share. So no message takes long, however many of its domains are near each other.
 * Where the searches are few, a share is more than any of them compares.
 */
typedef struct
{
  guint n_left;
  guint n_searches;
} HeedSearchBudget;

/**
 * heed_search_budget_init:
 * @self: a budget
 * @n_searches: how many searches share it, at most
 */
void heed_search_budget_init (HeedSearchBudget *self, guint n_searches);

/**
 * heed_search_budget_take:
 * @self: a budget
 *
 * Returns: the share of the next search
 */
guint heed_search_budget_take (HeedSearchBudget *self);

/**
 * heed_search_budget_give_back:
 * @self: a budget
 * @n_unspent: what a search did not need of its share, which the others may have
 */
void heed_search_budget_give_back (HeedSearchBudget *self, guint n_unspent);

G_END_DECLS
