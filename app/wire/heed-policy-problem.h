/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HeedPolicyProblem:
 * @path: (owned): the JSON path of what is wrong, such as `$.protected-domains[3]`
 * @of_name: whether the name of the member at @path is wrong, not its value
 * @text: (owned): what is wrong and what would be right
 *
 * What is wrong with the meaning of a policy.
 */
typedef struct
{
  char *path;
  gboolean of_name;
  char *text;
} HeedPolicyProblem;

/** heed_policy_problem_new: @text: (transfer full) */
HeedPolicyProblem *heed_policy_problem_new (const char *path, gboolean of_name, char *text);
void heed_policy_problem_free (HeedPolicyProblem *self);

/**
 * heed_policy_problem_locate_all:
 * @problems: (element-type HeedPolicyProblem): what is wrong with a policy
 * @text: (array length=length): the JSON text it was read from
 * @length: its size in bytes
 * @errors: (element-type GError): each is added here, with its line and column, in the order of
 * their places
 *
 * What is not there at all is said of what it is missing in.
 */
void heed_policy_problem_locate_all (GPtrArray *problems,
                                     const char *text,
                                     gsize length,
                                     GPtrArray *errors);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedPolicyProblem, heed_policy_problem_free)

G_END_DECLS
