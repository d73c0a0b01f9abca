/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-confirmation.h"

#include "heed-error.h"
#include "heed-reviewer.h"
#include "heed-verdict-variant.h"

struct _HeedConfirmation
{
  HeedQuestion parent_instance;

  HeedPrompt *prompt;   /* (owned) */
  HeedHistory *history; /* (owned): what a correction is reviewed against */
  gint64 asked;         /* monotonic time */
};

enum
{
  SIGNAL_ANSWERED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (HeedConfirmation, heed_confirmation, HEED_TYPE_QUESTION)

GVariant *
heed_confirmation_reply (const HeedVerdict *verdict, HeedHistory *history)
{
  const char *state = heed_history_get_state_name (history);

  return g_variant_new ("(s@a{sv})", heed_verdict_is_allow (verdict) ? "allow" : "cancel",
                        heed_verdict_variant_details (verdict, state));
}

static gboolean
heed_confirmation_may_send (HeedConfirmation *self, const HeedReview *review)
{
  return heed_policy_may_override (heed_prompt_get_policy (self->prompt),
                                   heed_review_get_severity (review));
}

/* Whether what the policy wants to be told for sending what was found is there. */
static gboolean
heed_confirmation_is_justified (HeedConfirmation *self,
                                const HeedVerdict *verdict,
                                HeedSeverity severity)
{
  return heed_verdict_get_justification (verdict) != NULL ||
         !heed_policy_needs_justification (heed_prompt_get_policy (self->prompt), severity);
}

static gboolean
has_finding (HeedReview *review, const HeedFinding *wanted)
{
  GPtrArray *findings = heed_review_get_findings (review);

  for (guint i = 0; i < findings->len; i++)
    {
      const HeedFinding *finding = findings->pdata[i];

      if (heed_finding_get_kind (finding) == heed_finding_get_kind (wanted) &&
          g_strcmp0 (heed_finding_get_domain (finding), heed_finding_get_domain (wanted)) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The worst that the person was told and that is still so: of what a correction brought there was
 * no word, so nobody could give a reason for it. */
static HeedSeverity
get_remaining_severity (HeedReview *asked, HeedReview *corrected)
{
  GPtrArray *findings = heed_review_get_findings (corrected);
  HeedSeverity worst = HEED_SEVERITY_CLEAR;

  for (guint i = 0; i < findings->len; i++)
    {
      if (has_finding (asked, findings->pdata[i]))
        worst = MAX (worst, heed_finding_get_severity (findings->pdata[i]));
    }
  return worst;
}

/* Where the policy leaves no way to send, no answer is a way to send. */
static HeedVerdict *
heed_confirmation_refuse (HeedConfirmation *self)
{
  HeedReview *review = heed_prompt_get_review (self->prompt);
  gboolean blocked = !heed_confirmation_may_send (self, review);

  return heed_verdict_new (blocked ? HEED_REASON_BLOCKED : HEED_REASON_DECLINED, review);
}

static gboolean
heed_confirmation_is_correction (HeedConfirmation *self, const HeedVerdict *verdict)
{
  HeedReview *asked_review = heed_prompt_get_review (self->prompt);
  HeedMessage *asked = heed_review_get_message (asked_review);
  HeedMessage *message = heed_verdict_get_message (verdict);

  if (!heed_prompt_get_options (self->prompt)->can_correct)
    return FALSE;
  if (heed_message_get_recipients (message)->len == 0 || message == asked)
    return FALSE;
  g_autoptr (HeedReview) review =
      heed_reviewer_review (message, heed_prompt_get_policy (self->prompt),
                            heed_history_get_known_domains (self->history));
  return heed_confirmation_may_send (self, review) &&
         heed_confirmation_is_justified (self, verdict,
                                         get_remaining_severity (asked_review, review));
}

/* A window is a large program, and what it says decides whether mail leaves. So its answer is
 * checked against what was asked, and one that does not fit becomes the safe one. */
static HeedVerdict *
heed_confirmation_make_safe (HeedConfirmation *self, HeedVerdict *verdict)
{
  HeedReview *review = heed_prompt_get_review (self->prompt);
  gboolean fits = heed_verdict_get_review (verdict) == review;

  if (fits && heed_verdict_is_allow (verdict))
    {
      switch (heed_verdict_get_reason (verdict))
        {
        case HEED_REASON_CONFIRMED:
          fits = heed_confirmation_may_send (self, review) &&
                 heed_confirmation_is_justified (self, verdict, heed_review_get_severity (review));
          break;
        case HEED_REASON_CORRECTED:
          fits = heed_confirmation_is_correction (self, verdict);
          break;
        default:
          fits = FALSE;
        }
    }
  if (fits)
    return heed_verdict_ref (verdict);
  g_warning ("The window gave an answer that does not fit what it was asked: %s",
             heed_reason_get_name (heed_verdict_get_reason (verdict)));
  return heed_confirmation_refuse (self);
}

static void
heed_confirmation_asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  HeedConfirmation *self = g_task_get_source_object (task);
  g_autoptr (GError) error = NULL;

  g_autoptr (HeedVerdict) answer =
      heed_prompter_confirm_finish (HEED_PROMPTER (source), result, &error);
  if (answer == NULL)
    {
      if (heed_question_fail (HEED_QUESTION (self), error))
        g_signal_emit (self, signals[SIGNAL_FAILED], 0);
    }
  else
    {
      g_autoptr (HeedVerdict) verdict = heed_confirmation_make_safe (self, answer);

      if (heed_question_answer (HEED_QUESTION (self),
                                heed_confirmation_reply (verdict, self->history)))
        g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, verdict);
    }
  g_task_return_boolean (task, TRUE);
}

static void
heed_confirmation_ask_async (HeedQuestion *question,
                             HeedPrompter *prompter,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  HeedConfirmation *self = HEED_CONFIRMATION (question);
  GTask *task = g_task_new (self, NULL, callback, user_data);

  g_task_set_source_tag (task, heed_confirmation_ask_async);
  heed_prompter_confirm_async (prompter, self->prompt, cancellable, heed_confirmation_asked_cb,
                               task);
}

static void
heed_confirmation_ask_finish (HeedQuestion *question, GAsyncResult *result)
{
  g_task_propagate_boolean (G_TASK (result), NULL);
}

static void
heed_confirmation_answer_withdrawn (HeedQuestion *question, HeedRequest *request, HeedReason reason)
{
  HeedConfirmation *self = HEED_CONFIRMATION (question);
  g_autoptr (HeedVerdict) verdict =
      heed_verdict_new (reason, heed_prompt_get_review (self->prompt));

  heed_request_answer (request, heed_confirmation_reply (verdict, self->history));
  g_signal_emit (self, signals[SIGNAL_ANSWERED], 0, verdict);
}

static void
heed_confirmation_finalize (GObject *object)
{
  HeedConfirmation *self = HEED_CONFIRMATION (object);

  g_object_unref (self->prompt);
  g_object_unref (self->history);
  G_OBJECT_CLASS (heed_confirmation_parent_class)->finalize (object);
}

static void
heed_confirmation_class_init (HeedConfirmationClass *klass)
{
  HeedQuestionClass *question_class = HEED_QUESTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = heed_confirmation_finalize;
  question_class->ask_async = heed_confirmation_ask_async;
  question_class->ask_finish = heed_confirmation_ask_finish;
  question_class->answer_withdrawn = heed_confirmation_answer_withdrawn;

  /**
   * HeedConfirmation::answered:
   * @verdict: the #HeedVerdict
   */
  signals[SIGNAL_ANSWERED] = g_signal_new ("answered", HEED_TYPE_CONFIRMATION, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, HEED_TYPE_VERDICT);

  /**
   * HeedConfirmation::failed:
   *
   * The person could not be asked, and those who wait have an error.
   */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", HEED_TYPE_CONFIRMATION, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
heed_confirmation_init (HeedConfirmation *self)
{
}

HeedConfirmation *
heed_confirmation_new (HeedPrompt *prompt, HeedHistory *history)
{
  HeedConfirmation *self = g_object_new (HEED_TYPE_CONFIRMATION, NULL);

  self->prompt = g_object_ref (prompt);
  self->history = g_object_ref (history);
  self->asked = g_get_monotonic_time ();
  return self;
}

HeedPrompt *
heed_confirmation_get_prompt (HeedConfirmation *self)
{
  return self->prompt;
}

gint64
heed_confirmation_get_duration (HeedConfirmation *self)
{
  return g_get_monotonic_time () - self->asked;
}

gboolean
heed_confirmation_is_for (HeedConfirmation *self, const char *message_token)
{
  return g_strcmp0 (heed_prompt_get_options (self->prompt)->message_token, message_token) == 0;
}

gboolean
heed_confirmation_check_same (HeedConfirmation *self,
                              HeedMessage *message,
                              const HeedRequestOptions *options,
                              GError **error)
{
  HeedMessage *asked = heed_review_get_message (heed_prompt_get_review (self->prompt));
  const HeedRequestOptions *asked_options = heed_prompt_get_options (self->prompt);

  if (!g_str_equal (heed_message_get_digest (message), heed_message_get_digest (asked)))
    {
      g_set_error_literal (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                           "Option message-token: a message with other recipients waits under it");
      return FALSE;
    }
  if (!options->can_correct != !asked_options->can_correct)
    {
      g_set_error_literal (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
                           "Option can-correct: the call that waits under this message-token says "
                           "otherwise");
      return FALSE;
    }
  return TRUE;
}
