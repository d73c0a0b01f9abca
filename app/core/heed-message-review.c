/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-message-review.h"

#include "heed-provider.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  HeedMessage *message;
  HeedPolicy *policy;
  HeedKnownDomains *known;
  GPtrArray *findings;
  GHashTable *organisations; /* a set: the holders' domains of those who are outside */
  guint n_outside;
  GArray *exposed; /* (element-type guint): strangers in To and Cc, by position */
} Work;

static gboolean
is_sender (const Work *work, const HeedDomain *domain)
{
  HeedMailbox *sender = heed_message_get_sender (work->message);

  return sender != NULL && heed_domain_is_related (heed_mailbox_get_domain (sender), domain);
}

/* Where the policy names no organisation it is the sender's, unless that is a provider whose
 * mailboxes anybody has; where there is no sender either, nobody is outside. */
static gboolean
is_outside (const Work *work, const HeedDomain *domain)
{
  HeedMailbox *sender = heed_message_get_sender (work->message);

  if (is_sender (work, domain) || heed_policy_is_organisation (work->policy, domain))
    return FALSE;
  return heed_policy_get_organisation_domains (work->policy)->len > 0 ||
         (sender != NULL && !heed_provider_is_one (heed_mailbox_get_domain (sender)));
}

static gboolean
is_in_thread (const Work *work, const HeedDomain *domain)
{
  GPtrArray *thread = heed_message_get_thread (work->message);

  for (guint i = 0; i < thread->len; i++)
    {
      if (heed_domain_is_related (heed_mailbox_get_domain (thread->pdata[i]), domain))
        return TRUE;
    }
  return FALSE;
}

static void
add (Work *work,
     HeedFindingKind kind,
     HeedSeverity severity,
     guint recipient,
     const char *domain,
     const char *heading,
     const char *text)
{
  g_ptr_array_add (work->findings, heed_finding_new (kind, severity, recipient, domain, NULL,
                                                     HEED_EVIDENCE_NONE, NULL, heading, text));
}

static void
look_for_newcomer (Work *work, guint index, const HeedDomain *domain)
{
  g_autofree char *heading = NULL;

  if (heed_message_get_thread (work->message)->len == 0 || is_in_thread (work, domain) ||
      !is_outside (work, domain))
    return;
  /* Translators: %s is a domain. */
  heading = g_strdup_printf (_ ("%s joins this conversation"), heed_domain_get_unicode (domain));
  add (work, HEED_FINDING_NEW_IN_THREAD, HEED_SEVERITY_NOTICE, index,
       heed_domain_get_unicode (domain), heading,
       _ ("Nobody of this organisation was part of it so far."));
}

static void
count_recipient (Work *work, guint index)
{
  const HeedRecipient *recipient = heed_message_get_recipients (work->message)->pdata[index];
  const HeedMailbox *mailbox = heed_recipient_get_mailbox (recipient);
  const HeedDomain *domain = heed_mailbox_get_domain (mailbox);
  gboolean outside = is_outside (work, domain);

  if (outside)
    {
      work->n_outside++;
      g_hash_table_add (work->organisations, (gpointer)heed_domain_get_holder (domain));
    }
  if (heed_recipient_get_role (recipient) != HEED_ROLE_BCC && !is_sender (work, domain) &&
      !heed_policy_is_organisation (work->policy, domain) &&
      heed_known_domains_get_mailbox_count (work->known, mailbox) == 0)
    g_array_append_val (work->exposed, index);
}

/* Who has not been told of an organisation has only an address to be outside of. */
static char *
describe_outside (const Work *work)
{
  guint n = work->n_outside;
  const HeedDomain *sender;

  if (heed_policy_get_organisation_domains (work->policy)->len > 0)
    /* Translators: %u is a number of recipients. */
    return g_strdup_printf (ngettext ("%u recipient is outside your organisation",
                                      "%u recipients are outside your organisation", n),
                            n);
  sender = heed_mailbox_get_domain (heed_message_get_sender (work->message));
  /* Translators: %1$u is a number of recipients, %2$s the domain of who sends to them. */
  return g_strdup_printf (ngettext ("%1$u recipient is outside %2$s",
                                    "%1$u recipients are outside %2$s", n),
                          n, heed_domain_get_unicode (sender));
}

static void
find_outside (Work *work)
{
  guint n_organisations = g_hash_table_size (work->organisations);
  g_autofree char *heading = NULL;

  if (work->n_outside == 0)
    return;
  heading = describe_outside (work);
  add (work, HEED_FINDING_EXTERNAL, HEED_SEVERITY_NOTICE, HEED_FINDING_WHOLE_MESSAGE, NULL, heading,
       _ ("What you send there can be passed on."));
  if (n_organisations > 1)
    {
      g_autofree char *mixed = g_strdup_printf (
          /* Translators: %u is a number of organisations, 2 or more. */
          ngettext ("This message goes to %u other organisation",
                    "This message goes to %u other organisations", n_organisations),
          n_organisations);

      add (work, HEED_FINDING_MIXED_ORGANISATIONS, HEED_SEVERITY_NOTICE, HEED_FINDING_WHOLE_MESSAGE,
           NULL, mixed, _ ("Each of them receives the same."));
    }
}

static void
find_exposed (Work *work)
{
  guint limit = heed_policy_get_many_exposed_limit (work->policy);
  guint n = work->exposed->len;
  g_autofree char *heading = NULL;

  if (limit == 0 || n <= limit)
    return;
  heading = g_strdup_printf (
      /* Translators: %u is a number of people. */
      ngettext ("%u person would see the other addresses",
                "%u people would see each other’s addresses", n),
      n);
  add (work, HEED_FINDING_MANY_EXPOSED, HEED_SEVERITY_CAUTION, HEED_FINDING_WHOLE_MESSAGE, NULL,
       heading, _ ("You have not written to them before. In Bcc nobody sees the others."));
  heed_finding_set_concerned (work->findings->pdata[work->findings->len - 1],
                              g_array_ref (work->exposed));
}

static void
find_lists (Work *work)
{
  const char *const *lists = heed_message_get_lists (work->message);
  guint n_lists = lists != NULL ? g_strv_length ((char **)lists) : 0;
  g_autofree char *heading = NULL;

  if (n_lists == 0)
    return;
  heading = g_strdup_printf (
      /* Translators: %u is a number of mailing lists. */
      ngettext ("The members of %u list could not be checked",
                "The members of %u lists could not be checked", n_lists),
      n_lists);
  add (work, HEED_FINDING_UNEXPANDED_LIST, HEED_SEVERITY_NOTICE, HEED_FINDING_WHOLE_MESSAGE, NULL,
       heading, _ ("Your mail program does not say who is in it."));
}

GPtrArray *
heed_message_review_find (HeedMessage *message, HeedPolicy *policy, HeedKnownDomains *known)
{
  GPtrArray *recipients = heed_message_get_recipients (message);
  g_autoptr (GHashTable) organisations = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) exposed = g_array_new (FALSE, FALSE, sizeof (guint));
  Work work = { .message = message,
                .policy = policy,
                .known = known,
                .findings = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_finding_unref),
                .organisations = organisations,
                .exposed = exposed };

  for (guint i = 0; i < recipients->len; i++)
    {
      const HeedMailbox *mailbox = heed_recipient_get_mailbox (recipients->pdata[i]);

      count_recipient (&work, i);
      look_for_newcomer (&work, i, heed_mailbox_get_domain (mailbox));
    }
  find_outside (&work);
  find_exposed (&work);
  find_lists (&work);
  return work.findings;
}
