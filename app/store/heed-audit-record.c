/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-audit-record.h"

#include <string.h>

#include "heed-limits.h"

#define FAILED HEED_N_REASONS

struct _HeedAuditRecord
{
  gint64 time;  /* microseconds since 1970 */
  guint reason; /* a HeedReason, or FAILED */
  HeedSeverity severity;
  GStrv kinds;         /* (owned) */
  char *client;        /* (owned) (nullable) */
  char *policy;        /* (owned) (nullable) */
  gint64 duration;     /* microseconds */
  GStrv domains;       /* (owned): in ASCII */
  GStrv addresses;     /* (owned) */
  char *justification; /* (owned) (nullable) */
  HeedAuditLevel level;
  gboolean to_journal;
  gboolean to_file;
};

G_DEFINE_BOXED_TYPE (HeedAuditRecord,
                     heed_audit_record,
                     heed_audit_record_ref,
                     heed_audit_record_unref)

static GStrv
name_kinds (const HeedReview *review)
{
  GPtrArray *findings = heed_review_get_findings (review);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  guint64 seen = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      HeedFindingKind kind = heed_finding_get_kind (findings->pdata[i]);

      if ((seen & (G_GUINT64_CONSTANT (1) << kind)) == 0)
        g_strv_builder_add (names, heed_finding_kind_get_name (kind));
      seen |= G_GUINT64_CONSTANT (1) << kind;
    }
  return g_strv_builder_end (names);
}

/* What a caller or a person wrote may be long. */
static char *
shorten (const char *text)
{
  if (text == NULL)
    return NULL;
  return g_utf8_strlen (text, -1) > HEED_LIMIT_AUDIT_TEXT_CHARACTERS
             ? g_utf8_substring (text, 0, HEED_LIMIT_AUDIT_TEXT_CHARACTERS)
             : g_strdup (text);
}

/* Each domain and address once, in the order of the recipients. */
static void
name_recipients (HeedAuditRecord *self, HeedMessage *message)
{
  GPtrArray *recipients = heed_message_get_recipients (message);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GStrvBuilder) domains = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) addresses = g_strv_builder_new ();

  for (guint i = 0; i < MIN (recipients->len, HEED_LIMIT_AUDIT_RECIPIENTS); i++)
    {
      HeedMailbox *mailbox = heed_recipient_get_mailbox (recipients->pdata[i]);
      const char *domain = heed_domain_get_ascii (heed_mailbox_get_domain (mailbox));
      const char *address = heed_mailbox_get_address (mailbox);

      if (g_hash_table_add (seen, (char *)domain))
        g_strv_builder_add (domains, domain);
      if (g_hash_table_add (seen, (char *)address))
        {
          g_autofree char *short_address = shorten (address);

          g_strv_builder_add (addresses, short_address);
        }
    }
  self->domains = g_strv_builder_end (domains);
  self->addresses = g_strv_builder_end (addresses);
}

HeedAuditRecord *
heed_audit_record_new (const HeedReview *review,
                       const HeedVerdict *verdict,
                       const HeedPolicy *policy,
                       gint64 duration)
{
  HeedMessage *message = heed_review_get_message (review);
  HeedAuditRecord *self = g_atomic_rc_box_new0 (HeedAuditRecord);

  self->time = g_get_real_time ();
  self->reason = verdict != NULL ? heed_verdict_get_reason (verdict) : FAILED;
  self->severity = heed_review_get_severity (review);
  self->kinds = name_kinds (review);
  self->client = shorten (heed_message_get_client (message));
  self->policy = g_strdup (heed_policy_get_fingerprint (policy));
  self->duration = duration;
  name_recipients (self, message);
  self->justification = verdict != NULL ? shorten (heed_verdict_get_justification (verdict)) : NULL;
  self->level = heed_policy_get_audit_level (policy);
  self->to_journal = self->level != HEED_AUDIT_OFF && heed_policy_audits_to_journal (policy);
  self->to_file = self->level != HEED_AUDIT_OFF && heed_policy_audits_to_file (policy);
  return self;
}

HeedAuditRecord *
heed_audit_record_ref (HeedAuditRecord *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
heed_audit_record_clear (gpointer data)
{
  HeedAuditRecord *self = data;

  g_strfreev (self->kinds);
  g_free (self->client);
  g_free (self->policy);
  g_strfreev (self->domains);
  g_strfreev (self->addresses);
  g_free (self->justification);
}

void
heed_audit_record_unref (HeedAuditRecord *self)
{
  g_atomic_rc_box_release_full (self, heed_audit_record_clear);
}

gboolean
heed_audit_record_goes_to_journal (const HeedAuditRecord *self)
{
  return self->to_journal;
}

gboolean
heed_audit_record_goes_to_file (const HeedAuditRecord *self)
{
  return self->to_file;
}

const char *
heed_audit_record_get_message_id (const HeedAuditRecord *self)
{
  /* Made once at random. Whoever filters a fleet's journal goes by them, so they never change. */
  static const char *const ids[HEED_N_REASONS + 1] = {
    [HEED_REASON_CLEAR] = "6b95044cec21452ea35a70f334666e54",
    [HEED_REASON_CONFIRMED] = "655fdd24eb7044ce894a29bd26a5576a",
    [HEED_REASON_CORRECTED] = "a2eb53c8b6e145cfa370ae9f3f14302c",
    [HEED_REASON_OBSERVED] = "7d56190b7b4445cbbb0f0e823a7a95a8",
    [HEED_REASON_DECLINED] = "91303bcd01f841bfafa04c9585099dc5",
    [HEED_REASON_WITHDRAWN] = "b3e5edd309f245e0bb6c259c57c3f046",
    [HEED_REASON_BLOCKED] = "e166ce2365744be39b088be37a541e9c",
    [HEED_REASON_TIMEOUT] = "e8027e2e464f47229376d70244c7c059",
    [FAILED] = "88ba4c06474f46ab8e4102c6586280af",
  };

  return ids[self->reason];
}

static const char *
get_reason_name (const HeedAuditRecord *self)
{
  return self->reason == FAILED ? "failed" : heed_reason_get_name (self->reason);
}

char *
heed_audit_record_get_message (const HeedAuditRecord *self)
{
  g_autofree char *kinds = g_strjoinv (", ", self->kinds);
  gboolean allowed = self->reason != FAILED && heed_reason_is_allow (self->reason);

  return g_strdup_printf ("%s (%s): %s%s%s", allowed ? "allow" : "cancel", get_reason_name (self),
                          heed_severity_get_name (self->severity), *kinds != '\0' ? ", " : "",
                          kinds);
}

const char *
heed_audit_record_get_priority (const HeedAuditRecord *self)
{
  if (self->reason == FAILED)
    return "4";
  return self->severity >= HEED_SEVERITY_CAUTION ? "5" : "6";
}

static void
add (GVariantBuilder *members, const char *name, GVariant *value)
{
  g_variant_builder_add (members, "{sv}", name, value);
}

static void
add_text (GVariantBuilder *members, const char *name, const char *text)
{
  if (text != NULL)
    add (members, name, g_variant_new_string (text));
}

static void
add_texts (GVariantBuilder *members, const char *name, GStrv texts)
{
  add (members, name, g_variant_new_strv ((const char *const *)texts, -1));
}

static void
add_hashed_domains (const HeedAuditRecord *self, const HeedAuditKey *key, GVariantBuilder *members)
{
  g_autoptr (GStrvBuilder) hashes = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (gsize i = 0; self->domains[i] != NULL; i++)
    {
      const char *domain = self->domains[i];
      g_autofree char *hash =
          heed_audit_key_hash (key, HEED_AUDIT_USE_DOMAIN, domain, strlen (domain));

      g_strv_builder_add (hashes, hash);
    }
  all = g_strv_builder_end (hashes);
  add_texts (members, "domains", all);
}

void
heed_audit_record_add_members (const HeedAuditRecord *self,
                               const HeedAuditKey *key,
                               GVariantBuilder *members)
{
  g_autoptr (GDateTime) seconds = g_date_time_new_from_unix_utc (self->time / G_USEC_PER_SEC);
  g_autofree char *date = g_date_time_format (seconds, "%Y-%m-%dT%H:%M:%S");
  g_autofree char *time =
      g_strdup_printf ("%s.%06" G_GINT64_FORMAT "Z", date, self->time % G_USEC_PER_SEC);

  add_text (members, "time", time);
  add_text (members, "reason", get_reason_name (self));
  add_text (members, "severity", heed_severity_get_name (self->severity));
  add_texts (members, "kinds", self->kinds);
  add_text (members, "client", self->client);
  add_text (members, "policy", self->policy);
  add (members, "duration-ms", g_variant_new_uint64 ((guint64)self->duration / 1000));
  add_text (members, "level", heed_audit_level_get_name (self->level));
  if (self->level == HEED_AUDIT_HASHED && key != NULL)
    add_hashed_domains (self, key, members);
  if (self->level != HEED_AUDIT_FULL)
    return;
  add_texts (members, "domains", self->domains);
  add_texts (members, "recipients", self->addresses);
  add_text (members, "justification", self->justification);
}
