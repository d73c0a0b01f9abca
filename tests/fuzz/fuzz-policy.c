/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is read as a policy either has faults, each told in readable words, or becomes a policy that
 * can be asked. */

#include "fuzz.h"
#include "heed-json.h"
#include "heed-policy-keys.h"
#include "heed-policy-problem.h"

static void
check_policy (json_object *json)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();
  g_autoptr (HeedPolicy) policy = NULL;
  g_autoptr (HeedMailbox) mailbox = heed_mailbox_new ("ann@mail.army.mil", NULL);

  json_object_object_foreach (json, key, value)
  {
    if (heed_policy_keys_has (key))
      heed_policy_keys_set (key, value, builder);
  }
  policy = heed_policy_builder_end (builder);
  heed_policy_is_blocked (policy, mailbox);
  heed_policy_is_trusted (policy, mailbox);
  heed_policy_is_watched_mailbox (policy, mailbox);
  heed_policy_get_protected_message (policy, heed_mailbox_get_domain (mailbox));
  g_assert_false (heed_policy_may_override (policy, HEED_SEVERITY_BLOCKED));
  g_assert_cmpuint (heed_policy_get_learn_sends (policy), >=, 1);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (json_object) json = heed_json_parse ((const char *)data, size, NULL);
  g_autoptr (GPtrArray) problems =
      g_ptr_array_new_with_free_func ((GDestroyNotify)heed_policy_problem_free);
  g_autoptr (GPtrArray) errors = g_ptr_array_new_with_free_func ((GDestroyNotify)g_error_free);

  if (json == NULL)
    return 0;
  heed_policy_keys_check (json, problems);
  heed_policy_problem_locate_all (problems, (const char *)data, size, errors);
  g_assert_cmpuint (errors->len, ==, problems->len);
  for (guint i = 0; i < errors->len; i++)
    g_assert_true (g_utf8_validate (((const GError *)errors->pdata[i])->message, -1, NULL));
  if (problems->len == 0)
    check_policy (json);
  return 0;
}
