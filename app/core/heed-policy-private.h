/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-domain-patterns.h"
#include "heed-domain-set.h"
#include "heed-policy.h"

/* What heed-policy.c and heed-policy-builder.c share. */

/* No severity is set, or none needs a justification. */
#define HEED_POLICY_NO_SEVERITY HEED_N_SEVERITIES

struct _HeedPolicy
{
  gboolean managed;
  char *fingerprint;  /* (owned) (nullable) */
  GHashTable *locked; /* (owned) (element-type utf8) */

  char *organisation_name;          /* (owned) (nullable) */
  HeedDomainPatterns *organisation; /* (owned) */
  HeedDomainPatterns *protected_;   /* (owned) */
  GHashTable *protected_messages;   /* (owned) (element-type HeedDomainPattern HeedLocalText) */
  GPtrArray *known_domains;         /* (owned) (element-type HeedDomain) */
  HeedDomainSet *named;             /* (owned): what may be meant: organisation, protected, known */
  HeedDomainPatterns *trusted;      /* (owned) */
  HeedDomainPatterns *watched;      /* (owned) */
  HeedDomainPatterns *blocked;      /* (owned) */
  GHashTable *trusted_addresses;    /* (owned) (element-type utf8): case-folded */
  GHashTable *watched_addresses;    /* (owned) (element-type utf8): case-folded */
  GHashTable *blocked_addresses;    /* (owned) (element-type utf8): case-folded */

  HeedMode mode;
  HeedPromptWhen prompt;
  HeedDangerConfirmation danger_confirmation;
  gboolean may_override[HEED_N_SEVERITIES];
  gboolean may_trust;
  gboolean may_correct;
  guint justification_from;  /* a HeedSeverity, or HEED_POLICY_NO_SEVERITY */
  GPtrArray *justifications; /* (owned) (element-type HeedLocalText) */
  gboolean may_type_justification;
  guint countdown;
  guint confirmation_timeout;

  GPtrArray *content_rules; /* (owned) (element-type HeedContentRule) */

  gboolean off[HEED_N_FINDING_KINDS];
  guint severities[HEED_N_FINDING_KINDS]; /* a HeedSeverity, or HEED_POLICY_NO_SEVERITY */
  guint many_exposed_limit;

  HeedOnFailure on_failure;
  guint learn_sends;
  guint learn_days;
  guint retention_days;
  HeedAuditLevel audit_level;
  gboolean audits_to_journal;
  gboolean audits_to_file;
  HeedLocalText *support_text; /* (owned) (nullable) */
  char *support_link;          /* (owned) (nullable) */
};
