/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-recipient-group.h"

struct _HeedRecipientGroup
{
  GObject parent_instance;

  GPtrArray *recipients; /* (owned) (element-type HeedRecipient) */
};

G_DEFINE_FINAL_TYPE (HeedRecipientGroup, heed_recipient_group, G_TYPE_OBJECT)

static void
heed_recipient_group_finalize (GObject *object)
{
  g_ptr_array_unref (HEED_RECIPIENT_GROUP (object)->recipients);
  G_OBJECT_CLASS (heed_recipient_group_parent_class)->finalize (object);
}

static void
heed_recipient_group_class_init (HeedRecipientGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = heed_recipient_group_finalize;
}

static void
heed_recipient_group_init (HeedRecipientGroup *self)
{
  self->recipients = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_recipient_unref);
}

const HeedDomain *
heed_recipient_group_get_domain (HeedRecipientGroup *self)
{
  return heed_mailbox_get_domain (heed_recipient_get_mailbox (self->recipients->pdata[0]));
}

GPtrArray *
heed_recipient_group_get_recipients (HeedRecipientGroup *self)
{
  return self->recipients;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  HeedRecipientGroup *first = *(HeedRecipientGroup *const *)a;
  HeedRecipientGroup *second = *(HeedRecipientGroup *const *)b;

  if (first->recipients->len != second->recipients->len)
    return first->recipients->len > second->recipients->len ? -1 : 1;
  return g_strcmp0 (heed_domain_get_ascii (heed_recipient_group_get_domain (first)),
                    heed_domain_get_ascii (heed_recipient_group_get_domain (second)));
}

GPtrArray *
heed_recipient_group_list (GPtrArray *recipients)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) by_domain = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < recipients->len; i++)
    {
      HeedMailbox *mailbox = heed_recipient_get_mailbox (recipients->pdata[i]);
      const char *domain = heed_domain_get_ascii (heed_mailbox_get_domain (mailbox));
      HeedRecipientGroup *group = g_hash_table_lookup (by_domain, domain);

      if (group == NULL)
        {
          group = g_object_new (HEED_TYPE_RECIPIENT_GROUP, NULL);
          g_hash_table_insert (by_domain, (gpointer)domain, group);
          g_ptr_array_add (groups, group);
        }
      g_ptr_array_add (group->recipients, heed_recipient_ref (recipients->pdata[i]));
    }
  g_ptr_array_sort (groups, compare);
  return groups;
}
