/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a method does, in the order it does it: check the arguments, join what waits under the same
 * message token, review, and answer at once where nobody has to be asked. Such an answer keeps no
 * state, makes no call on the bus, and learns only once it is on its way. All else goes to the
 * queue, which answers it exactly once. */

#include "config.h"
#include "heed-service.h"

#include "heed-analysis.h"
#include "heed-bus-error.h"
#include "heed-confirmation.h"
#include "heed-error.h"
#include "heed-gate.h"
#include "heed-lessons.h"
#include "heed-message-variant.h"
#include "heed-registrar.h"
#include "heed-request-queue.h"
#include "heed-retention.h"
#include "heed-reviewer.h"
#include "heed-teachers.h"
#include "heed-trust-gate.h"

#define INTERFACE_VERSION 1

struct _HeedService
{
  GObject parent_instance;

  HeedBus *bus;                     /* (owned) */
  HeedPolicy *policy;               /* (owned) */
  HeedHistory *history;             /* (owned) */
  HeedAudit *audit;                 /* (owned) */
  HeedPrompter *prompter;           /* (owned) */
  HeedRequestQueue *queue;          /* (owned) */
  HeedLessons *lessons;             /* (owned) */
  HeedDemonstration *demonstration; /* (owned) */
  HeedRetention *retention;         /* (owned) */
  HeedRegistrar *registrar;         /* (owned) */
  HeedTeachers *teachers;           /* (owned) */
  guint prepare_id;                 /* 0 when the prompter is not about to be prepared */
  gboolean idle;
};

enum
{
  PROP_IDLE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (HeedService, heed_service, G_TYPE_OBJECT)

static void
heed_service_update_idle (HeedService *self)
{
  gboolean idle = heed_request_queue_is_empty (self->queue) &&
                  heed_lessons_is_empty (self->lessons) &&
                  !heed_demonstration_is_open (self->demonstration);

  if (idle == self->idle)
    return;
  self->idle = idle;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IDLE]);
}

static gboolean
heed_service_return_error (GDBusMethodInvocation *invocation, const GError *error)
{
  heed_bus_error_return (invocation, error);
  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

HeedReview *
heed_service_review (HeedService *self, HeedMessage *message)
{
  g_return_val_if_fail (HEED_IS_SERVICE (self), NULL);
  return heed_reviewer_review (message, self->policy,
                               heed_history_get_known_domains (self->history));
}

/* The person is asked. */
static void
heed_service_ask (HeedService *self,
                  HeedReview *review,
                  HeedRequestOptions *options,
                  GDBusMethodInvocation *invocation)
{
  g_autoptr (HeedPrompt) prompt = heed_prompt_new (review, self->policy, options);
  g_autoptr (HeedConfirmation) confirmation = heed_confirmation_new (prompt, self->history);

  heed_registrar_follow (self->registrar, confirmation);
  g_signal_connect_object (confirmation, "answered", G_CALLBACK (heed_service_update_idle), self,
                           G_CONNECT_SWAPPED);
  heed_demonstration_close (self->demonstration);
  heed_request_queue_add (self->queue, HEED_QUESTION (confirmation), invocation, options);
  heed_service_update_idle (self);
}

static gboolean
heed_service_confirm_send_cb (HeedBus *bus,
                              GDBusMethodInvocation *invocation,
                              GVariant *recipients,
                              GVariant *options_variant,
                              gpointer user_data)
{
  HeedService *self = user_data;
  const char *sender = g_dbus_method_invocation_get_sender (invocation);
  gint64 asked = g_get_monotonic_time ();
  HeedConfirmation *waiting = NULL;
  g_autoptr (GError) error = NULL;

  g_autoptr (HeedRequestOptions) options = heed_request_options_new (options_variant, &error);
  if (options == NULL ||
      !heed_request_queue_check_id (self->queue, sender, options->cancellation_id, &error))
    return heed_service_return_error (invocation, error);
  g_autoptr (HeedMessage) message =
      heed_message_variant_parse (recipients, options_variant, &error);
  if (message == NULL)
    return heed_service_return_error (invocation, error);

  heed_request_options_limit (options, self->policy);
  if (options->message_token != NULL)
    waiting = heed_request_queue_find_confirmation (self->queue, sender, options->message_token);
  if (waiting != NULL)
    {
      if (!heed_confirmation_check_same (waiting, message, options, &error))
        return heed_service_return_error (invocation, error);
      heed_request_queue_add (self->queue, HEED_QUESTION (waiting), invocation, options);
      return G_DBUS_METHOD_INVOCATION_HANDLED;
    }

  g_autoptr (HeedReview) review = heed_service_review (self, message);
  HeedGate gate = heed_gate_decide (self->policy, review);
  if (gate == HEED_GATE_ASK)
    {
      heed_service_ask (self, review, g_steal_pointer (&options), invocation);
      return G_DBUS_METHOD_INVOCATION_HANDLED;
    }
  g_autoptr (HeedVerdict) verdict =
      heed_verdict_new (gate == HEED_GATE_CLEAR ? HEED_REASON_CLEAR : HEED_REASON_OBSERVED, review);
  g_dbus_method_invocation_return_value (invocation,
                                         heed_confirmation_reply (verdict, self->history));
  heed_registrar_enter (self->registrar, verdict, self->policy, g_get_monotonic_time () - asked);
  heed_service_update_idle (self);
  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
heed_service_cancel_confirmation_cb (HeedBus *bus,
                                     GDBusMethodInvocation *invocation,
                                     const char *cancellation_id,
                                     gpointer user_data)
{
  HeedService *self = user_data;
  const char *sender = g_dbus_method_invocation_get_sender (invocation);

  if (*cancellation_id == '\0')
    {
      g_dbus_method_invocation_return_error_literal (invocation, HEED_ERROR,
                                                     HEED_ERROR_INVALID_ARGUMENT,
                                                     "The cancellation id is empty");
    }
  else if (!heed_request_queue_withdraw (self->queue, sender, cancellation_id))
    {
      g_dbus_method_invocation_return_error_literal (invocation, HEED_ERROR, HEED_ERROR_NOT_FOUND,
                                                     "No request of this caller and name waits");
    }
  else
    {
      heed_bus_complete_cancel_confirmation (bus, invocation);
    }
  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
heed_service_learn_recipients_cb (HeedBus *bus,
                                  GDBusMethodInvocation *invocation,
                                  GVariant *mailboxes,
                                  GVariant *options_variant,
                                  gpointer user_data)
{
  HeedService *self = user_data;

  heed_teachers_listen (self->teachers, invocation, mailboxes, options_variant);
  heed_service_update_idle (self);
  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static void
heed_service_prepare_idle_cb (gpointer user_data)
{
  HeedService *self = user_data;

  self->prepare_id = 0;
  heed_prompter_prepare (self->prompter);
}

static gboolean
heed_service_prepare_cb (HeedBus *bus, GDBusMethodInvocation *invocation, gpointer user_data)
{
  HeedService *self = user_data;

  heed_bus_complete_prepare (bus, invocation);
  if (self->prepare_id == 0)
    self->prepare_id = g_idle_add_once (heed_service_prepare_idle_cb, self);
  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static void
heed_service_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  HeedService *self = HEED_SERVICE (object);

  switch (id)
    {
    case PROP_IDLE:
      g_value_set_boolean (value, self->idle);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
heed_service_finalize (GObject *object)
{
  HeedService *self = HEED_SERVICE (object);

  g_clear_handle_id (&self->prepare_id, g_source_remove);
  g_object_unref (self->bus);
  g_object_unref (self->queue);
  g_object_unref (self->lessons);
  g_object_unref (self->demonstration);
  g_object_unref (self->retention);
  g_object_unref (self->registrar);
  g_object_unref (self->teachers);
  g_object_unref (self->history);
  g_object_unref (self->audit);
  g_object_unref (self->prompter);
  heed_policy_unref (self->policy);
  G_OBJECT_CLASS (heed_service_parent_class)->finalize (object);
}

static void
heed_service_class_init (HeedServiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = heed_service_get_property;
  object_class->finalize = heed_service_finalize;

  /**
   * HeedService:idle:
   *
   * Whether nothing waits, no window is open and nothing is left to learn.
   */
  properties[PROP_IDLE] =
      g_param_spec_boolean ("idle", NULL, NULL, TRUE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
heed_service_init (HeedService *self)
{
  heed_bus_error_register ();
  self->idle = TRUE;
  self->bus = heed_bus_skeleton_new ();
  heed_bus_set_version (self->bus, INTERFACE_VERSION);
  heed_analysis_connect (self->bus, self);
  g_object_connect (self->bus,                                                                 //
                    "signal::handle-confirm-send", heed_service_confirm_send_cb, self,         //
                    "signal::handle-cancel-confirmation", heed_service_cancel_confirmation_cb, //
                    self,                                                                      //
                    "signal::handle-learn-recipients", heed_service_learn_recipients_cb, self, //
                    "signal::handle-prepare", heed_service_prepare_cb, self,                   //
                    NULL);
}

/* What is said about a message that nobody sends is said to nobody. */
static void
heed_service_trusted_cb (HeedService *self, HeedTrust *trust)
{
  g_autoptr (GError) error = NULL;

  if (!heed_demonstration_is_open (self->demonstration) &&
      !heed_service_trust (self, trust, &error))
    g_message ("Not trusted: %s", error->message);
}

HeedService *
heed_service_new (HeedPolicy *policy,
                  HeedHistory *history,
                  HeedAudit *audit,
                  HeedPrompter *prompter)
{
  HeedService *self = g_object_new (HEED_TYPE_SERVICE, NULL);

  self->history = g_object_ref (history);
  self->audit = g_object_ref (audit);
  self->prompter = g_object_ref (prompter);
  g_signal_connect_object (prompter, "trusted", G_CALLBACK (heed_service_trusted_cb), self,
                           G_CONNECT_SWAPPED);
  self->queue = heed_request_queue_new (prompter);
  self->lessons = heed_lessons_new (history);
  self->demonstration = heed_demonstration_new (prompter, self->queue);
  self->registrar = heed_registrar_new (history, self->lessons, audit);
  self->teachers = heed_teachers_new (self->queue, self->lessons);
  self->retention = heed_retention_new (history);
  g_signal_connect_object (self->queue, "emptied", G_CALLBACK (heed_service_update_idle), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lessons, "emptied", G_CALLBACK (heed_service_update_idle), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->demonstration, "notify::open",
                           G_CALLBACK (heed_service_update_idle), self, G_CONNECT_SWAPPED);
  heed_service_set_policy (self, policy);
  return self;
}

void
heed_service_set_policy (HeedService *self, HeedPolicy *policy)
{
  g_return_if_fail (HEED_IS_SERVICE (self));
  heed_policy_ref (policy);
  g_clear_pointer (&self->policy, heed_policy_unref);
  self->policy = policy;
  heed_bus_set_managed (self->bus, heed_policy_is_managed (policy));
  heed_retention_set_days (self->retention, heed_policy_get_retention_days (policy));
}

gboolean
heed_service_trust (HeedService *self, HeedTrust *trust, GError **error)
{
  g_return_val_if_fail (HEED_IS_SERVICE (self), FALSE);
  return heed_trust_gate_pass (self->policy, self->history, trust, error);
}

HeedDemonstration *
heed_service_get_demonstration (HeedService *self)
{
  g_return_val_if_fail (HEED_IS_SERVICE (self), NULL);
  return self->demonstration;
}

HeedHistory *
heed_service_get_history (HeedService *self)
{
  g_return_val_if_fail (HEED_IS_SERVICE (self), NULL);
  return self->history;
}

gboolean
heed_service_export (HeedService *self, GDBusConnection *connection, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  g_return_val_if_fail (HEED_IS_SERVICE (self), FALSE);
  if (g_dbus_interface_skeleton_export (G_DBUS_INTERFACE_SKELETON (self->bus), connection,
                                        HEED_OBJECT_PATH, &local_error))
    return TRUE;
  g_propagate_error (error, heed_bus_error_translate (local_error));
  return FALSE;
}

void
heed_service_shut_down (HeedService *self)
{
  g_return_if_fail (HEED_IS_SERVICE (self));
  heed_demonstration_close (self->demonstration);
  heed_request_queue_withdraw_all (self->queue);
  heed_lessons_take_all (self->lessons);
  g_dbus_interface_skeleton_unexport (G_DBUS_INTERFACE_SKELETON (self->bus));
}

HeedAudit *
heed_service_get_audit (HeedService *self)
{
  g_return_val_if_fail (HEED_IS_SERVICE (self), NULL);
  return self->audit;
}

HeedPolicy *
heed_service_get_policy (HeedService *self)
{
  g_return_val_if_fail (HEED_IS_SERVICE (self), NULL);
  return self->policy;
}

gboolean
heed_service_is_idle (HeedService *self)
{
  g_return_val_if_fail (HEED_IS_SERVICE (self), TRUE);
  return self->idle;
}
