/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-registrar.h"

struct _HeedRegistrar
{
  GObject parent_instance;

  HeedHistory *history; /* (owned) */
  HeedLessons *lessons; /* (owned) */
  HeedAudit *audit;     /* (owned) */
};

G_DEFINE_FINAL_TYPE (HeedRegistrar, heed_registrar, G_TYPE_OBJECT)

static void
heed_registrar_conclude (HeedRegistrar *self, const HeedVerdict *verdict)
{
  HeedMessage *asked = heed_review_get_message (heed_verdict_get_review (verdict));
  g_autoptr (HeedPastDecision) decision =
      heed_past_decision_new (g_get_real_time (), heed_message_get_client (asked), verdict);

  heed_history_remember (self->history, decision);
  if (heed_verdict_is_allow (verdict))
    heed_lessons_add_message (self->lessons, heed_verdict_get_message (verdict));
}

/* @verdict is %NULL when the person could not be asked. */
static void
heed_registrar_audit (HeedRegistrar *self,
                      const HeedReview *review,
                      const HeedVerdict *verdict,
                      const HeedPolicy *policy,
                      gint64 duration)
{
  g_autoptr (HeedAuditRecord) record = heed_audit_record_new (review, verdict, policy, duration);

  heed_audit_add (self->audit, record);
}

static void
heed_registrar_audit_confirmation (HeedRegistrar *self,
                                   HeedConfirmation *confirmation,
                                   const HeedVerdict *verdict)
{
  HeedPrompt *prompt = heed_confirmation_get_prompt (confirmation);

  heed_registrar_audit (self, heed_prompt_get_review (prompt), verdict,
                        heed_prompt_get_policy (prompt),
                        heed_confirmation_get_duration (confirmation));
}

static void
heed_registrar_answered_cb (HeedConfirmation *confirmation,
                            HeedVerdict *verdict,
                            gpointer user_data)
{
  HeedRegistrar *self = user_data;

  heed_registrar_conclude (self, verdict);
  heed_registrar_audit_confirmation (self, confirmation, verdict);
}

static void
heed_registrar_failed_cb (HeedConfirmation *confirmation, gpointer user_data)
{
  heed_registrar_audit_confirmation (user_data, confirmation, NULL);
}

void
heed_registrar_follow (HeedRegistrar *self, HeedConfirmation *confirmation)
{
  g_return_if_fail (HEED_IS_REGISTRAR (self));
  g_signal_connect_object (confirmation, "answered", G_CALLBACK (heed_registrar_answered_cb), self,
                           0);
  g_signal_connect_object (confirmation, "failed", G_CALLBACK (heed_registrar_failed_cb), self, 0);
}

void
heed_registrar_enter (HeedRegistrar *self,
                      const HeedVerdict *verdict,
                      const HeedPolicy *policy,
                      gint64 duration)
{
  g_return_if_fail (HEED_IS_REGISTRAR (self));
  heed_registrar_conclude (self, verdict);
  heed_registrar_audit (self, heed_verdict_get_review (verdict), verdict, policy, duration);
}

static void
heed_registrar_finalize (GObject *object)
{
  HeedRegistrar *self = HEED_REGISTRAR (object);

  g_object_unref (self->history);
  g_object_unref (self->lessons);
  g_object_unref (self->audit);
  G_OBJECT_CLASS (heed_registrar_parent_class)->finalize (object);
}

static void
heed_registrar_class_init (HeedRegistrarClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_registrar_finalize;
}

static void
heed_registrar_init (HeedRegistrar *self)
{
}

HeedRegistrar *
heed_registrar_new (HeedHistory *history, HeedLessons *lessons, HeedAudit *audit)
{
  HeedRegistrar *self = g_object_new (HEED_TYPE_REGISTRAR, NULL);

  self->history = g_object_ref (history);
  self->lessons = g_object_ref (lessons);
  self->audit = g_object_ref (audit);
  return self;
}
