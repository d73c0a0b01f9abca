/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heedctl-past.h"

#include "heed-message-variant.h"
#include "heed-verdict.h"
#include "heedctl-service.h"

struct _HeedctlPast
{
  GVariant *correspondents; /* (owned) */
  GVariant *requests;       /* (owned) */
  GVariant *trusts;         /* (owned) */
};

/* One of the requests, oldest first. */
typedef struct
{
  gint64 time;
  gboolean was_sent;
  const char **sent;    /* (owned): addresses */
  GVariant *recipients; /* (owned) */
  GVariant *options;    /* (owned) */
} Request;

static void
request_clear (Request *self)
{
  g_clear_pointer (&self->sent, g_free);
  g_clear_pointer (&self->recipients, g_variant_unref);
  g_clear_pointer (&self->options, g_variant_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Request, request_clear)

static gboolean
is_allow (const char *name)
{
  for (guint i = 0; i < HEED_N_REASONS; i++)
    {
      if (g_str_equal (heed_reason_get_name (i), name))
        return heed_reason_is_allow (i);
    }
  return FALSE;
}

static void
heedctl_past_read (HeedctlPast *self, gsize index, Request *request)
{
  const char *reason;

  g_variant_get_child (self->requests, index, "(x&s^a&s(@a(ss)@a{sv}))", &request->time, &reason,
                       &request->sent, &request->recipients, &request->options);
  request->was_sent = is_allow (reason);
}

/* Returns: (transfer full) (nullable): the first thing that @method returns */
static GVariant *
ask (GDBusConnection *connection, const char *method, GVariant *arguments, GError **error)
{
  g_autoptr (GVariant) answer = heedctl_service_call (connection, method, arguments, error);

  return answer != NULL ? g_variant_get_child_value (answer, 0) : NULL;
}

HeedctlPast *
heedctl_past_new (GDBusConnection *connection, gint64 since, GError **error)
{
  g_autoptr (GVariant) requests =
      ask (connection, "ListRequests", g_variant_new ("(x)", since), error);
  g_autoptr (GVariant) correspondents =
      requests != NULL ? ask (connection, "List", g_variant_new ("(a{sv})", NULL), error) : NULL;
  g_autoptr (GVariant) trusts =
      correspondents != NULL
          ? ask (connection, "ListTrusted", g_variant_new ("(a{sv})", NULL), error)
          : NULL;

  if (trusts == NULL)
    return NULL;
  HeedctlPast *self = g_new0 (HeedctlPast, 1);
  self->requests = g_steal_pointer (&requests);
  self->correspondents = g_steal_pointer (&correspondents);
  self->trusts = g_steal_pointer (&trusts);
  return self;
}

void
heedctl_past_free (HeedctlPast *self)
{
  g_variant_unref (self->correspondents);
  g_variant_unref (self->requests);
  g_variant_unref (self->trusts);
  g_free (self);
}

/* Returns: (transfer full) (element-type utf8 guint): how often each address was written to */
static GHashTable *
heedctl_past_count_sent (HeedctlPast *self, gint64 *begin)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gsize n = g_variant_n_children (self->requests);

  *begin = G_MAXINT64;
  for (gsize i = 0; i < n; i++)
    {
      g_auto (Request) request = { 0 };

      heedctl_past_read (self, i, &request);
      *begin = MIN (*begin, request.time / G_USEC_PER_SEC);
      for (gsize j = 0; request.was_sent && request.sent[j] != NULL; j++)
        {
          guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, request.sent[j]));

          g_hash_table_replace (counts, g_strdup (request.sent[j]), GUINT_TO_POINTER (count + 1));
        }
    }
  return counts;
}

/* Of the days, those since can only be guessed: no more than there were messages. */
static void
add_correspondent (GVariant *one, GHashTable *sent, gint64 begin, HeedKnownDomains *known)
{
  const char *address;
  HeedSends sends;

  g_variant_get (one, "(&s&suxxub)", &address, NULL, &sends.count, &sends.first, &sends.last,
                 &sends.days, NULL);
  g_autoptr (HeedMailbox) mailbox = heed_mailbox_new (address, NULL);
  guint since = GPOINTER_TO_UINT (g_hash_table_lookup (sent, address));
  if (mailbox == NULL || since >= sends.count)
    return;
  sends.count -= since;
  sends.last = MIN (sends.last, MAX (begin, sends.first));
  if (since > 0)
    sends.days = MIN (sends.days, sends.count);
  heed_known_domains_add_sends (known, mailbox, &sends);
}

HeedKnownDomains *
heedctl_past_make_known (HeedctlPast *self)
{
  HeedKnownDomains *known = heed_known_domains_new ();
  gint64 begin;
  g_autoptr (GHashTable) sent = heedctl_past_count_sent (self, &begin);
  GVariantIter iter;
  GVariant *one;

  g_variant_iter_init (&iter, self->correspondents);
  for (; (one = g_variant_iter_next_value (&iter)) != NULL; g_variant_unref (one))
    add_correspondent (one, sent, begin, known);
  return known;
}

/* All in To, from nobody in particular. Returns: (transfer full) (nullable): %NULL without any */
static HeedMessage *
make_bare_message (const char *const *addresses)
{
  g_autoptr (HeedMessageBuilder) builder = heed_message_builder_new ();
  g_autoptr (HeedMessage) message = NULL;

  for (gsize i = 0; addresses[i] != NULL; i++)
    heed_message_builder_add_recipient (builder, HEED_ROLE_TO, addresses[i], NULL);
  message = heed_message_builder_end (builder);
  return heed_message_get_recipients (message)->len > 0 ? g_steal_pointer (&message) : NULL;
}

static GPtrArray *
make_mailboxes (const char *const *addresses)
{
  GPtrArray *mailboxes = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_mailbox_unref);

  for (gsize i = 0; addresses[i] != NULL; i++)
    {
      HeedMailbox *mailbox = heed_mailbox_new (addresses[i], NULL);

      if (mailbox != NULL)
        g_ptr_array_add (mailboxes, mailbox);
    }
  return mailboxes;
}

/* Whom the person trusted before that second; nobody takes it back in a simulation. */
static void
heedctl_past_trust (HeedctlPast *self, gint64 time, HeedKnownDomains *known)
{
  GVariantIter iter;
  const char *subject;
  gint64 since;

  g_variant_iter_init (&iter, self->trusts);
  while (g_variant_iter_next (&iter, "(&s&sx)", &subject, NULL, &since))
    {
      if (since < time / G_USEC_PER_SEC)
        heed_known_domains_set_trusted (known, subject, TRUE);
    }
}

static void
heedctl_past_add (const Request *request, HeedMessage *message, HeedSimulation *simulation)
{
  g_autoptr (GPtrArray) sent = request->was_sent ? make_mailboxes (request->sent) : NULL;

  heed_simulation_add (simulation, request->time, message, sent);
}

guint
heedctl_past_replay (HeedctlPast *self, HeedKnownDomains *known, HeedSimulation *simulation)
{
  gsize n = g_variant_n_children (self->requests);
  guint n_bare = 0;

  for (gsize i = 0; i < n; i++)
    {
      g_auto (Request) request = { 0 };
      g_autoptr (HeedMessage) message = NULL;

      heedctl_past_read (self, i, &request);
      heedctl_past_trust (self, request.time, known);
      message = heed_message_variant_parse (request.recipients, request.options, NULL);
      n_bare += message == NULL;
      if (message == NULL)
        message = make_bare_message (request.sent);
      if (message != NULL)
        heedctl_past_add (&request, message, simulation);
    }
  return n_bare;
}
