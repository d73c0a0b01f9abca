/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A locked key that keeps its value is worth nothing where another key takes its effect: a blocked
 * domain is not blocked with `"severities": {"blocked": "clear"}`, nor is anything with
 * `"mode": "observe"`. An administrator may mean that; a person's own file must not say it. */

#include "config.h"
#include "heed-policy-loosening.h"

/* What has no effect where no window opens, or where nothing is found. */
#define DECIDING                                                                                   \
  "blocked-addresses", "blocked-domains", "content-rules", "countdown", "danger-confirmation",     \
      "justification", "many-exposed", "may-override", "prompt", "protected-domains",              \
      "watched-addresses", "watched-suffixes"

typedef struct
{
  const char *key;
  const char *const *loosened;
} Row;

static const char *const by_mode[] = { DECIDING, "severities", NULL };
static const char *const by_severities[] = { DECIDING, NULL };
static const char *const by_own_domains[] = { "may-trust", "prompt", "protected-domains", NULL };
static const char *const by_trust[] = { "may-trust", "protected-domains", NULL };
static const char *const by_trusted_addresses[] = { "blocked-domains", "may-trust",
                                                    "protected-domains", NULL };

static const Row rows[] = {
  { "known-domains", by_trust },
  { "mode", by_mode },
  { "organisation", by_own_domains },
  { "severities", by_severities },
  { "trusted-addresses", by_trusted_addresses },
  { "trusted-domains", by_trust },
};

const char *const *
heed_policy_loosening_get_keys (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (g_str_equal (rows[i].key, key))
        return rows[i].loosened;
    }
  return NULL;
}
