/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-policy-problem.h"

#include "heed-error.h"
#include "heed-json-places.h"

#include <string.h>

typedef struct
{
  const HeedPolicyProblem *problem;
  HeedJsonPlace place;
} Located;

HeedPolicyProblem *
heed_policy_problem_new (const char *path, gboolean of_name, char *text)
{
  HeedPolicyProblem *self = g_new0 (HeedPolicyProblem, 1);

  self->path = g_strdup (path);
  self->of_name = of_name;
  self->text = text;
  return self;
}

void
heed_policy_problem_free (HeedPolicyProblem *self)
{
  g_free (self->path);
  g_free (self->text);
  g_free (self);
}

/* Cuts the last step off. Returns: whether there was one */
static gboolean
go_up (char *path)
{
  char *end = path + strlen (path);

  while (end > path && *end != '.' && *end != '[')
    end--;
  if (end == path)
    return FALSE;
  *end = '\0';
  return TRUE;
}

static GHashTable *
list_paths (GPtrArray *problems)
{
  GHashTable *paths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *path = g_strdup (((const HeedPolicyProblem *)problems->pdata[i])->path);

      do
        g_hash_table_add (paths, g_strdup (path));
      while (go_up (path));
    }
  return paths;
}

static HeedJsonPlace
find_place (const HeedPolicyProblem *problem, GHashTable *places)
{
  g_autofree char *path = g_strdup (problem->path);
  const HeedJsonPlaces *found = g_hash_table_lookup (places, path);

  if (found != NULL)
    return problem->of_name ? found->name : found->value;
  while (found == NULL && go_up (path))
    found = g_hash_table_lookup (places, path);
  return found != NULL ? found->value : (HeedJsonPlace){ 1, 1 };
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const HeedJsonPlace *left = &((const Located *)a)->place;
  const HeedJsonPlace *right = &((const Located *)b)->place;

  if (left->line != right->line)
    return left->line < right->line ? -1 : 1;
  return left->column < right->column ? -1 : left->column > right->column;
}

void
heed_policy_problem_locate_all (GPtrArray *problems,
                                const char *text,
                                gsize length,
                                GPtrArray *errors)
{
  g_autoptr (GHashTable) paths = list_paths (problems);
  g_autoptr (GHashTable) places = heed_json_places_find (text, length, paths);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Located));

  for (guint i = 0; i < problems->len; i++)
    {
      Located one = { problems->pdata[i], find_place (problems->pdata[i], places) };

      g_array_append_val (all, one);
    }
  g_array_sort (all, compare_places);
  for (guint i = 0; i < all->len; i++)
    {
      const Located *one = &g_array_index (all, Located, i);

      g_ptr_array_add (errors, g_error_new (HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                                            "line %u, column %u: %s", one->place.line,
                                            one->place.column, one->problem->text));
    }
}
