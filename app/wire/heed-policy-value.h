/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json.h>

#include "heed-local-text.h"

G_BEGIN_DECLS

/* Values within a policy file. Each function adds a #HeedPolicyProblem to @problems for what is
 * wrong, with the JSON path and what would be right, and goes on, so that one reading tells
 * everything. Those that return a gboolean leave their output alone then. */

/** heed_policy_value_add_wrong: says that @value at @path is not @right */
void heed_policy_value_add_wrong (GPtrArray *problems,
                                  const char *path,
                                  json_object *value,
                                  const char *right);

gboolean heed_policy_value_read_boolean (json_object *value,
                                         const char *path,
                                         gboolean *result,
                                         GPtrArray *problems);

/** heed_policy_value_read_number: a whole number from @least to @most */
gboolean heed_policy_value_read_number (json_object *value,
                                        const char *path,
                                        guint least,
                                        guint most,
                                        guint *result,
                                        GPtrArray *problems);

/** heed_policy_value_read_word: one of @words; @result is its position */
gboolean heed_policy_value_read_word (json_object *value,
                                      const char *path,
                                      const char *const *words,
                                      guint *result,
                                      GPtrArray *problems);

/** heed_policy_value_read_text: Returns: (transfer full) (nullable): a text, or an object of texts
 * by language with one named `default` */
HeedLocalText *
heed_policy_value_read_text (json_object *value, const char *path, GPtrArray *problems);

/** heed_policy_value_check_object: Returns: whether @value is an object that has no other members
 * than @names */
gboolean heed_policy_value_check_object (json_object *value,
                                         const char *path,
                                         const char *const *names,
                                         GPtrArray *problems);

/**
 * HeedPolicyEntryFunc:
 *
 * Returns: (transfer full) (nullable): what @entry stands for
 */
typedef gpointer (*HeedPolicyEntryFunc) (json_object *entry, const char *path, GPtrArray *problems);

/** heed_policy_value_read_list: Returns: (transfer full): what the entries of a list stand for,
 * those that are wrong left out; freed with @entry_free */
GPtrArray *heed_policy_value_read_list (json_object *value,
                                        const char *path,
                                        HeedPolicyEntryFunc read_entry,
                                        GDestroyNotify entry_free,
                                        const char *right,
                                        GPtrArray *problems);

/** heed_policy_value_read_pattern: a #HeedPolicyEntryFunc for #HeedDomainPattern */
gpointer heed_policy_value_read_pattern (json_object *entry, const char *path, GPtrArray *problems);

/** heed_policy_value_read_address: a #HeedPolicyEntryFunc for #HeedMailbox */
gpointer heed_policy_value_read_address (json_object *entry, const char *path, GPtrArray *problems);

G_END_DECLS
