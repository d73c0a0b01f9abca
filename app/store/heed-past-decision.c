/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-past-decision.h"

#include <string.h>

#include "heed-limits.h"

/* Time, client, reason, severity, recipients, kinds, request; little-endian. Names and not numbers,
 * so that a later version that knows more of them reads the same. */
#define ROW_TYPE "(xmsssasasm" HEED_PAST_REQUEST_TYPE ")"

/* Up to version 5 of the file, there was no request. */
#define OLD_ROW_TYPE "(xmsssasas)"

struct _HeedPastDecision
{
  gint64 time;
  char *client; /* (owned) (nullable) */
  HeedReason reason;
  HeedSeverity severity;
  GStrv recipients;         /* (owned) */
  GStrv kinds;              /* (owned) */
  HeedPastRequest *request; /* (owned) (nullable) */
};

G_DEFINE_BOXED_TYPE (HeedPastDecision,
                     heed_past_decision,
                     heed_past_decision_ref,
                     heed_past_decision_unref)

static gboolean
find_reason (const char *name, HeedReason *reason)
{
  for (guint i = 0; i < HEED_N_REASONS; i++)
    {
      if (g_str_equal (heed_reason_get_name (i), name))
        {
          *reason = i;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_kind (const char *name)
{
  for (guint i = 0; i < HEED_N_FINDING_KINDS; i++)
    {
      if (g_str_equal (heed_finding_kind_get_name (i), name))
        return TRUE;
    }
  return FALSE;
}

HeedPastDecision *
heed_past_decision_new_from_parts (gint64 time,
                                   const char *client,
                                   const char *reason,
                                   const char *severity,
                                   const char *const *recipients,
                                   const char *const *kinds)
{
  HeedReason found_reason;
  HeedSeverity found_severity;

  if (!find_reason (reason, &found_reason) || !heed_severity_from_name (severity, &found_severity))
    return NULL;
  for (gsize i = 0; kinds[i] != NULL; i++)
    {
      if (!is_kind (kinds[i]))
        return NULL;
    }
  HeedPastDecision *self = g_atomic_rc_box_new0 (HeedPastDecision);
  self->time = time;
  self->client = g_strdup (client);
  self->reason = found_reason;
  self->severity = found_severity;
  self->recipients = g_strdupv ((GStrv)recipients);
  self->kinds = g_strdupv ((GStrv)kinds);
  return self;
}

static GStrv
name_recipients (HeedMessage *message)
{
  GPtrArray *recipients = heed_message_get_recipients (message);
  g_autoptr (GStrvBuilder) addresses = g_strv_builder_new ();

  for (guint i = 0; i < MIN (recipients->len, HEED_LIMIT_DECISION_RECIPIENTS); i++)
    g_strv_builder_add (addresses, heed_mailbox_get_address (
                                       heed_recipient_get_mailbox (recipients->pdata[i])));
  return g_strv_builder_end (addresses);
}

static GStrv
name_kinds (const HeedReview *review)
{
  GPtrArray *findings = heed_review_get_findings (review);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  guint64 seen = 0;

  G_STATIC_ASSERT (HEED_N_FINDING_KINDS <= 64);
  for (guint i = 0; i < findings->len; i++)
    {
      HeedFindingKind kind = heed_finding_get_kind (findings->pdata[i]);

      if ((seen & (G_GUINT64_CONSTANT (1) << kind)) == 0)
        g_strv_builder_add (names, heed_finding_kind_get_name (kind));
      seen |= G_GUINT64_CONSTANT (1) << kind;
    }
  return g_strv_builder_end (names);
}

HeedPastDecision *
heed_past_decision_new (gint64 time, const char *client, const HeedVerdict *verdict)
{
  HeedReview *review = heed_verdict_get_review (verdict);
  HeedPastDecision *self = g_atomic_rc_box_new0 (HeedPastDecision);

  self->time = time;
  self->client = g_strdup (client);
  self->reason = heed_verdict_get_reason (verdict);
  self->severity = heed_review_get_severity (review);
  self->recipients = name_recipients (heed_verdict_get_message (verdict));
  self->kinds = name_kinds (review);
  self->request = heed_past_request_new (heed_review_get_message (review));
  return self;
}

static GVariant *
order (GVariant *row)
{
  return G_BYTE_ORDER == G_BIG_ENDIAN ? g_variant_byteswap (row) : g_variant_ref (row);
}

/* The present form says of itself which it is, as a variant does: the name of its type stands at
 * its end, where the older form has the ends of its members, which are numbers that fall. Returns:
 * (transfer full) (nullable): the row */
static GVariant *
read_row (GBytes *bytes)
{
  g_autoptr (GVariant) boxed =
      g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE_VARIANT, bytes, FALSE));
  g_autoptr (GVariant) plain =
      g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (OLD_ROW_TYPE), bytes, FALSE));

  if (g_variant_is_normal_form (boxed))
    {
      g_autoptr (GVariant) ordered = order (boxed);
      g_autoptr (GVariant) row = g_variant_get_variant (ordered);

      if (g_variant_is_of_type (row, G_VARIANT_TYPE (ROW_TYPE)))
        return g_steal_pointer (&row);
    }
  return g_variant_is_normal_form (plain) ? order (plain) : NULL;
}

static HeedPastRequest *
read_request (GVariant *row)
{
  g_autoptr (GVariant) maybe = g_variant_get_child_value (row, 6);
  g_autoptr (GVariant) value = g_variant_get_maybe (maybe);

  return value != NULL ? heed_past_request_new_from_variant (value) : NULL;
}

HeedPastDecision *
heed_past_decision_new_from_bytes (GBytes *bytes)
{
  g_autoptr (GVariant) row = read_row (bytes);
  gint64 time;
  const char *client;
  const char *reason;
  const char *severity;
  g_autofree const char **recipients = NULL;
  g_autofree const char **kinds = NULL;

  if (row == NULL)
    return NULL;
  g_variant_get_child (row, 0, "x", &time);
  g_variant_get_child (row, 1, "m&s", &client);
  g_variant_get_child (row, 2, "&s", &reason);
  g_variant_get_child (row, 3, "&s", &severity);
  g_variant_get_child (row, 4, "^a&s", &recipients);
  g_variant_get_child (row, 5, "^a&s", &kinds);
  HeedPastDecision *self =
      heed_past_decision_new_from_parts (time, client, reason, severity, recipients, kinds);
  if (self != NULL && g_variant_is_of_type (row, G_VARIANT_TYPE (ROW_TYPE)))
    self->request = read_request (row);
  return self;
}

GBytes *
heed_past_decision_to_bytes (const HeedPastDecision *self)
{
  GVariant *request = self->request != NULL ? heed_past_request_get_variant (self->request) : NULL;
  g_autoptr (GVariant) row = g_variant_ref_sink (g_variant_new_variant (
      g_variant_new ("(xmsss^as^as@m" HEED_PAST_REQUEST_TYPE ")", self->time, self->client,
                     heed_reason_get_name (self->reason), heed_severity_get_name (self->severity),
                     self->recipients, self->kinds,
                     g_variant_new_maybe (G_VARIANT_TYPE (HEED_PAST_REQUEST_TYPE), request))));
  g_autoptr (GVariant) stored = order (row);

  return g_variant_get_data_as_bytes (stored);
}

char *
heed_past_decision_make_identity (const HeedPastDecision *self)
{
  g_autoptr (GVariant) row = g_variant_ref_sink (
      g_variant_new ("(xmsss^as^as)", self->time, self->client, heed_reason_get_name (self->reason),
                     heed_severity_get_name (self->severity), self->recipients, self->kinds));
  g_autoptr (GVariant) ordered = order (row);
  g_autoptr (GBytes) bytes = g_variant_get_data_as_bytes (ordered);

  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

HeedPastDecision *
heed_past_decision_ref (HeedPastDecision *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
heed_past_decision_clear (gpointer data)
{
  HeedPastDecision *self = data;

  g_free (self->client);
  g_strfreev (self->recipients);
  g_strfreev (self->kinds);
  g_clear_pointer (&self->request, heed_past_request_unref);
}

void
heed_past_decision_unref (HeedPastDecision *self)
{
  g_atomic_rc_box_release_full (self, heed_past_decision_clear);
}

gint64
heed_past_decision_get_time (const HeedPastDecision *self)
{
  return self->time;
}

const char *
heed_past_decision_get_client (const HeedPastDecision *self)
{
  return self->client;
}

HeedReason
heed_past_decision_get_reason (const HeedPastDecision *self)
{
  return self->reason;
}

gboolean
heed_past_decision_is_allow (const HeedPastDecision *self)
{
  return heed_reason_is_allow (self->reason);
}

HeedSeverity
heed_past_decision_get_severity (const HeedPastDecision *self)
{
  return self->severity;
}

const char *const *
heed_past_decision_get_recipients (const HeedPastDecision *self)
{
  return (const char *const *)self->recipients;
}

const char *const *
heed_past_decision_get_kinds (const HeedPastDecision *self)
{
  return (const char *const *)self->kinds;
}

HeedPastRequest *
heed_past_decision_get_request (const HeedPastDecision *self)
{
  return self->request;
}
