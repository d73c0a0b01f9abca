/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every message is reviewed twice, as of then: the person is taken to know whom they had written to
 * by that time, and not what they learned later, perhaps from this very message. */

#include "config.h"
#include "heed-simulation.h"

#include "heed-gate.h"
#include "heed-reviewer.h"

#define SECONDS_PER_DAY (24 * 60 * 60)

typedef struct
{
  gint64 day; /* since 1970, local */
  HeedSimulationCount count;
} Day;

struct _HeedSimulation
{
  HeedPolicy *policy;      /* (owned) */
  HeedPolicy *present;     /* (owned) */
  HeedKnownDomains *known; /* (owned) */
  HeedSimulationCount total;
  HeedSimulationCount kinds[HEED_N_FINDING_KINDS];
  GArray *days; /* (owned) (element-type Day) */
};

HeedSimulation *
heed_simulation_new (HeedPolicy *policy, HeedPolicy *present, HeedKnownDomains *known)
{
  HeedSimulation *self = g_new0 (HeedSimulation, 1);

  self->policy = heed_policy_ref (policy);
  self->present = heed_policy_ref (present);
  self->known = heed_known_domains_ref (known);
  self->days = g_array_new (FALSE, TRUE, sizeof (Day));
  return self;
}

void
heed_simulation_free (HeedSimulation *self)
{
  heed_policy_unref (self->policy);
  heed_policy_unref (self->present);
  heed_known_domains_unref (self->known);
  g_array_unref (self->days);
  g_free (self);
}

static gint64
get_day (gint64 time)
{
  g_autoptr (GDateTime) local = g_date_time_new_from_unix_local (time / G_USEC_PER_SEC);
  gint64 offset = local != NULL ? g_date_time_get_utc_offset (local) / G_USEC_PER_SEC : 0;

  return (time / G_USEC_PER_SEC + offset) / SECONDS_PER_DAY;
}

static HeedSimulationCount *
heed_simulation_find_day (HeedSimulation *self, gint64 time)
{
  gint64 day = get_day (time);

  if (self->days->len == 0 || g_array_index (self->days, Day, self->days->len - 1).day != day)
    {
      g_array_set_size (self->days, self->days->len + 1);
      g_array_index (self->days, Day, self->days->len - 1).day = day;
    }
  return &g_array_index (self->days, Day, self->days->len - 1).count;
}

/* Which kinds were found, and which of them were reasons for the window. */
static void
gather_kinds (const HeedReview *review, gboolean *found, gboolean *reasons)
{
  GPtrArray *findings = heed_review_get_findings (review);

  for (guint i = 0; i < findings->len; i++)
    {
      HeedFindingKind kind = heed_finding_get_kind (findings->pdata[i]);

      found[kind] = TRUE;
      if (heed_finding_get_severity (findings->pdata[i]) >= HEED_SEVERITY_CAUTION)
        reasons[kind] = TRUE;
    }
}

static void
add_to (HeedSimulationCount *count, gboolean is_window, gboolean is_present)
{
  count->messages++;
  count->windows += is_window;
  count->present += is_present;
}

static void
heed_simulation_count (HeedSimulation *self,
                       gint64 time,
                       const HeedReview *review,
                       const HeedReview *present)
{
  gboolean found[HEED_N_FINDING_KINDS] = { 0 };
  gboolean reasons[HEED_N_FINDING_KINDS] = { 0 };
  gboolean present_reasons[HEED_N_FINDING_KINDS] = { 0 };
  gboolean is_window = heed_gate_would_ask (self->policy, review);
  gboolean is_present = heed_gate_would_ask (self->present, present);

  add_to (&self->total, is_window, is_present);
  add_to (heed_simulation_find_day (self, time), is_window, is_present);
  gather_kinds (review, found, reasons);
  gather_kinds (present, found, present_reasons);
  for (guint i = 0; i < HEED_N_FINDING_KINDS; i++)
    {
      if (found[i])
        add_to (&self->kinds[i], reasons[i], present_reasons[i]);
    }
}

void
heed_simulation_add (HeedSimulation *self, gint64 time, HeedMessage *message, GPtrArray *sent)
{
  g_autoptr (HeedReview) review = heed_reviewer_review (message, self->policy, self->known);
  g_autoptr (HeedReview) present = heed_reviewer_review (message, self->present, self->known);
  HeedSends sends = { 1, 1, time / G_USEC_PER_SEC, time / G_USEC_PER_SEC };

  heed_simulation_count (self, time, review, present);
  for (guint i = 0; sent != NULL && i < sent->len; i++)
    heed_known_domains_add_sends (self->known, sent->pdata[i], &sends);
}

const HeedSimulationCount *
heed_simulation_get_total (const HeedSimulation *self)
{
  return &self->total;
}

const HeedSimulationCount *
heed_simulation_get_kind (const HeedSimulation *self, HeedFindingKind kind)
{
  g_return_val_if_fail ((guint)kind < HEED_N_FINDING_KINDS, NULL);
  return &self->kinds[kind];
}

guint
heed_simulation_get_n_days (const HeedSimulation *self)
{
  return self->days->len;
}

const HeedSimulationCount *
heed_simulation_get_day (const HeedSimulation *self, guint index, gint64 *day)
{
  g_return_val_if_fail (index < self->days->len, NULL);
  *day = g_array_index (self->days, Day, index).day;
  return &g_array_index (self->days, Day, index).count;
}
