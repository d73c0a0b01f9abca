/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-past-request.h"

#include "heed-limits.h"

struct _HeedPastRequest
{
  GVariant *value; /* (owned) */
};

G_DEFINE_BOXED_TYPE (HeedPastRequest,
                     heed_past_request,
                     heed_past_request_ref,
                     heed_past_request_unref)

/* As it was written, so that a second review sees what the first one saw; but no novel of a name.
 */
static char *
write_mailbox (const HeedMailbox *mailbox)
{
  g_autofree char *text = heed_mailbox_to_string (mailbox);

  return g_utf8_strlen (text, -1) <= HEED_LIMIT_PAST_MAILBOX_CHARACTERS
             ? g_steal_pointer (&text)
             : g_strdup (heed_mailbox_get_typed (mailbox));
}

static GVariant *
write_recipients (HeedMessage *message)
{
  GPtrArray *recipients = heed_message_get_recipients (message);
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ss)"));
  for (guint i = 0; i < MIN (recipients->len, HEED_LIMIT_DECISION_RECIPIENTS); i++)
    {
      HeedRecipient *recipient = recipients->pdata[i];
      g_autofree char *mailbox = write_mailbox (heed_recipient_get_mailbox (recipient));

      g_variant_builder_add (&builder, "(ss)",
                             heed_role_get_name (heed_recipient_get_role (recipient)), mailbox);
    }
  return g_variant_builder_end (&builder);
}

static GVariant *
write_thread (GPtrArray *thread)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < MIN (thread->len, HEED_LIMIT_DECISION_RECIPIENTS); i++)
    g_variant_builder_add (&builder, "s", heed_mailbox_get_address (thread->pdata[i]));
  return g_variant_builder_end (&builder);
}

static GVariant *
write_options (HeedMessage *message)
{
  HeedMailbox *sender = heed_message_get_sender (message);
  GPtrArray *thread = heed_message_get_thread (message);
  const char *const *lists = heed_message_get_lists (message);
  GVariantBuilder options;

  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  if (sender != NULL)
    g_variant_builder_add (&options, "{sv}", "sender",
                           g_variant_new_string (heed_mailbox_get_address (sender)));
  if (thread->len > 0)
    g_variant_builder_add (&options, "{sv}", "thread", write_thread (thread));
  if (lists != NULL && lists[0] != NULL)
    g_variant_builder_add (&options, "{sv}", "lists",
                           g_variant_new_strv (lists, MIN (g_strv_length ((GStrv)lists),
                                                           HEED_LIMIT_DECISION_RECIPIENTS)));
  return g_variant_builder_end (&options);
}

HeedPastRequest *
heed_past_request_new (HeedMessage *message)
{
  g_autoptr (GVariant) value = g_variant_ref_sink (
      g_variant_new ("(@a(ss)@a{sv})", write_recipients (message), write_options (message)));

  return heed_past_request_new_from_variant (value);
}

HeedPastRequest *
heed_past_request_new_from_variant (GVariant *value)
{
  g_autoptr (GBytes) bytes = NULL;
  HeedPastRequest *self;

  g_return_val_if_fail (g_variant_is_of_type (value, G_VARIANT_TYPE (HEED_PAST_REQUEST_TYPE)),
                        NULL);
  /* A copy, since a value that was read lies in memory that the next row is read into. */
  bytes = g_bytes_new (g_variant_get_data (value), g_variant_get_size (value));
  self = g_atomic_rc_box_new0 (HeedPastRequest);
  self->value = g_variant_ref_sink (
      g_variant_new_from_bytes (G_VARIANT_TYPE (HEED_PAST_REQUEST_TYPE), bytes, TRUE));
  return self;
}

GVariant *
heed_past_request_get_variant (const HeedPastRequest *self)
{
  return self->value;
}

typedef gboolean (*Test) (const char *address, gconstpointer user_data);

static gboolean
is_meant (const char *text, Test test, gconstpointer user_data)
{
  g_autoptr (HeedMailbox) mailbox = heed_mailbox_new (text, NULL);

  return mailbox != NULL && test (heed_mailbox_get_address (mailbox), user_data);
}

gboolean
heed_past_request_names (const HeedPastRequest *self, Test test, gconstpointer user_data)
{
  g_autoptr (GVariant) recipients = g_variant_get_child_value (self->value, 0);
  g_autoptr (GVariant) options = g_variant_get_child_value (self->value, 1);
  g_autofree const char **thread = NULL;
  GVariantIter iter;
  const char *text;

  g_variant_iter_init (&iter, recipients);
  while (g_variant_iter_next (&iter, "(&s&s)", NULL, &text))
    {
      if (is_meant (text, test, user_data))
        return TRUE;
    }
  if (!g_variant_lookup (options, "thread", "^a&s", &thread))
    return FALSE;
  for (gsize i = 0; thread[i] != NULL; i++)
    {
      if (is_meant (thread[i], test, user_data))
        return TRUE;
    }
  return FALSE;
}

HeedPastRequest *
heed_past_request_ref (HeedPastRequest *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
heed_past_request_clear (gpointer data)
{
  HeedPastRequest *self = data;

  g_variant_unref (self->value);
}

void
heed_past_request_unref (HeedPastRequest *self)
{
  g_atomic_rc_box_release_full (self, heed_past_request_clear);
}
