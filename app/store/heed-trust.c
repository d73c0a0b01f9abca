/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-trust.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "heed-error.h"
#include "heed-limits.h"

/* Subject, reason, time; little-endian. */
#define ROW_TYPE "(ssx)"

struct _HeedTrust
{
  char *subject; /* (owned) */
  char *reason;  /* (owned) */
  gint64 time;
  gboolean withdrawn;
};

G_DEFINE_BOXED_TYPE (HeedTrust, heed_trust, heed_trust_ref, heed_trust_unref)

static HeedTrust *
make (const char *subject, const char *reason, gint64 time)
{
  HeedTrust *self = g_atomic_rc_box_new0 (HeedTrust);

  self->subject = g_strdup (subject);
  self->reason = g_strdup (reason);
  self->time = time;
  return self;
}

/* Returns: (transfer full) (nullable): the normalised address or domain */
static char *
normalise (const char *subject, GError **error)
{
  g_autoptr (HeedMailbox) mailbox = NULL;
  g_autoptr (HeedDomain) domain = NULL;

  if (strchr (subject, '@') != NULL)
    {
      mailbox = heed_mailbox_new (subject, error);
      return mailbox != NULL ? g_utf8_strdown (heed_mailbox_get_address (mailbox), -1) : NULL;
    }
  domain = heed_domain_new (subject, error);
  if (domain == NULL)
    return NULL;
  if (heed_domain_get_registrable (domain) != NULL)
    return g_strdup (heed_domain_get_ascii (domain));
  g_set_error (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
               /* Translators: %s is a suffix such as “com”. */
               _ ("%s is shared by many who have nothing to do with each other; trust one of them"),
               heed_domain_get_unicode (domain));
  return NULL;
}

HeedTrust *
heed_trust_new (const char *subject, const char *reason, gint64 time, GError **error)
{
  g_autofree char *normalised = normalise (subject, error);
  g_autofree char *stripped = g_strstrip (g_strdup (reason));

  if (normalised == NULL)
    return NULL;
  if (*stripped != '\0' && g_utf8_strlen (stripped, -1) <= HEED_LIMIT_REASON_CHARACTERS)
    return make (normalised, stripped, time);
  g_set_error (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
               /* Translators: %d is a number of characters. */
               _ ("A reason of 1 to %d characters is needed"), HEED_LIMIT_REASON_CHARACTERS);
  return NULL;
}

HeedTrust *
heed_trust_new_withdrawn (const char *subject, GError **error)
{
  g_autofree char *normalised = normalise (subject, error);
  HeedTrust *self = normalised != NULL ? make (normalised, "", 0) : NULL;

  if (self != NULL)
    self->withdrawn = TRUE;
  return self;
}

HeedTrust *
heed_trust_new_marked (const char *address, gint64 time)
{
  g_autofree char *normalised = normalise (address, NULL);

  return normalised != NULL ? make (normalised, "", time) : NULL;
}

HeedTrust *
heed_trust_new_from_bytes (GBytes *bytes)
{
  g_autoptr (GBytes) copy = g_bytes_new (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GVariant) stored =
      g_variant_ref_sink (g_variant_new_from_bytes (G_VARIANT_TYPE (ROW_TYPE), copy, FALSE));
  g_autoptr (GVariant) row =
      G_BYTE_ORDER == G_BIG_ENDIAN ? g_variant_byteswap (stored) : g_variant_ref (stored);
  const char *subject;
  const char *reason;
  gint64 time;

  if (!g_variant_is_normal_form (row))
    return NULL;
  g_variant_get (row, "(&s&sx)", &subject, &reason, &time);
  return *subject != '\0' ? make (subject, reason, time) : NULL;
}

GBytes *
heed_trust_to_bytes (const HeedTrust *self)
{
  g_autoptr (GVariant) row =
      g_variant_ref_sink (g_variant_new (ROW_TYPE, self->subject, self->reason, self->time));
  g_autoptr (GVariant) stored =
      G_BYTE_ORDER == G_BIG_ENDIAN ? g_variant_byteswap (row) : g_variant_ref (row);

  return g_variant_get_data_as_bytes (stored);
}

HeedTrust *
heed_trust_ref (HeedTrust *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
heed_trust_clear (gpointer data)
{
  HeedTrust *self = data;

  g_free (self->subject);
  g_free (self->reason);
}

void
heed_trust_unref (HeedTrust *self)
{
  g_atomic_rc_box_release_full (self, heed_trust_clear);
}

const char *
heed_trust_get_subject (const HeedTrust *self)
{
  return self->subject;
}

const char *
heed_trust_get_reason (const HeedTrust *self)
{
  return self->reason;
}

gint64
heed_trust_get_time (const HeedTrust *self)
{
  return self->time;
}

gboolean
heed_trust_is_withdrawn (const HeedTrust *self)
{
  return self->withdrawn;
}
