/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "audit-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#include "heed-audit-check.h"
#include "heed-policy-builder.h"
#include "heed-reviewer.h"

HeedAuditRecord *
audit_fixture_make_record (HeedAuditLevel level, const char *mailbox, const char *client)
{
  g_autoptr (HeedPolicyBuilder) policy_builder = heed_policy_builder_new ();
  g_autoptr (HeedMessageBuilder) message_builder = heed_message_builder_new ();
  g_autoptr (HeedKnownDomains) known = heed_known_domains_new ();
  g_autoptr (HeedMailbox) ann = heed_mailbox_new ("ann@army.mil", NULL);
  g_autoptr (GError) error = NULL;

  heed_known_domains_add_mailbox (known, ann, 200);
  heed_policy_builder_set_audit (policy_builder, level, TRUE, TRUE);
  heed_policy_builder_set_fingerprint (policy_builder, "0123456789abcdef");
  g_autoptr (HeedPolicy) policy = heed_policy_builder_end (policy_builder);
  heed_message_builder_add_recipient (message_builder, HEED_ROLE_TO, mailbox, &error);
  g_assert_no_error (error);
  heed_message_builder_set_client (message_builder, client);
  g_autoptr (HeedMessage) message = heed_message_builder_end (message_builder);
  g_autoptr (HeedReview) review = heed_reviewer_review (message, policy, known);
  g_autoptr (HeedVerdict) verdict = heed_verdict_new (HEED_REASON_DECLINED, review);
  g_autoptr (HeedVerdict) justified = heed_verdict_new_justified (verdict, "They moved");
  return heed_audit_record_new (review, justified, policy, 1234567);
}

GVariant *
audit_fixture_append (HeedAuditFile *file, HeedAuditRecord *record, guint n_lost, GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  g_ptr_array_add (records, record);
  g_autoptr (GPtrArray) placed = heed_audit_file_append (file, records, n_lost, error);
  return placed != NULL ? g_variant_ref (placed->pdata[0]) : NULL;
}

GPtrArray *
audit_fixture_make_keys (const char *seeds)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_audit_key_free);

  for (; *seeds != '\0'; seeds++)
    {
      g_autoptr (GString) text = g_string_new (NULL);

      for (guint i = 0; i < HEED_KEY_BYTES; i++)
        g_string_append_printf (text, "%02x", *seeds);
      g_autoptr (HeedKey) key = heed_key_new_from_text (text->str);
      g_ptr_array_add (keys, heed_audit_key_new (key));
    }
  return keys;
}

char *
audit_fixture_check (const char *folder, GPtrArray *keys)
{
  g_autoptr (GVariant) report = heed_audit_check_folder (folder, keys);
  const char *fault = NULL;
  const char *file = NULL;
  guint64 record = 0;
  guint64 until = 0;

  g_assert_true (g_variant_lookup (report, "fault", "&s", &fault));
  if (!g_variant_lookup (report, "record", "t", &record))
    return g_strdup (fault);
  g_assert_true (!g_variant_lookup (report, "file", "&s", &file) ||
                 g_str_has_prefix (file, folder));
  if (g_variant_lookup (report, "until", "t", &until))
    return g_strdup_printf ("%s %" G_GUINT64_FORMAT "-%" G_GUINT64_FORMAT, fault, record, until);
  return g_strdup_printf ("%s %" G_GUINT64_FORMAT, fault, record);
}

guint64
audit_fixture_get_number (const char *folder, GPtrArray *keys, const char *name)
{
  g_autoptr (GVariant) report = heed_audit_check_folder (folder, keys);
  guint64 number = 0;

  g_assert_true (g_variant_lookup (report, name, "t", &number));
  return number;
}

void
audit_fixture_remove (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
}
