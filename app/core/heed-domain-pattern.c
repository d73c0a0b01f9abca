/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-domain-pattern.h"

#include "heed-error.h"
#include "heed-slip.h"
#include "heed-weights.h"

#include <string.h>

/* Characters of a wrong pattern that an error repeats. */
#define SHOWN_CHARACTERS 64

#define MOST_LABEL_BYTES 63

struct _HeedDomainPattern
{
  HeedDomain *domain; /* (owned) */
  gboolean wildcard;
};

G_DEFINE_BOXED_TYPE (HeedDomainPattern,
                     heed_domain_pattern,
                     heed_domain_pattern_ref,
                     heed_domain_pattern_unref)

static void
heed_domain_pattern_clear (gpointer data)
{
  HeedDomainPattern *self = data;

  g_clear_pointer (&self->domain, heed_domain_unref);
}

HeedDomainPattern *
heed_domain_pattern_ref (HeedDomainPattern *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
heed_domain_pattern_unref (HeedDomainPattern *self)
{
  g_atomic_rc_box_release_full (self, heed_domain_pattern_clear);
}

/* Letters of any script with their marks, digits, hyphens, and single dots between labels. Joiners
 * stand within words of some scripts. */
static gboolean
is_exact (const char *text)
{
  gunichar before = '.';

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (!g_unichar_isalnum (letter) && !g_unichar_ismark (letter) && letter != '-' &&
          letter != '_' && letter != '.' && letter != 0x200c && letter != 0x200d)
        return FALSE;
      if (letter == '.' && before == '.')
        return FALSE;
      before = letter;
    }
  return before != '.';
}

/* RFC 1035, 2.3.4: such a label is in no domain, though it can be typed. */
static gboolean
has_long_label (const char *ascii)
{
  g_auto (GStrv) labels = g_strsplit (ascii, ".", -1);

  for (guint i = 0; labels[i] != NULL; i++)
    {
      if (strlen (labels[i]) > MOST_LABEL_BYTES)
        return TRUE;
    }
  return FALSE;
}

static void
set_invalid (GError **error, const char *text)
{
  glong shown = MIN (g_utf8_strlen (text, -1), SHOWN_CHARACTERS);
  g_autofree char *start = g_utf8_substring (text, 0, shown);

  g_set_error (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT,
               "“%s” is not a domain such as “example.org” or “*.example.org”", start);
}

HeedDomainPattern *
heed_domain_pattern_new (const char *text, GError **error)
{
  gboolean wildcard = g_str_has_prefix (text, "*.");
  const char *fixed = wildcard ? text + 2 : text;
  g_autoptr (HeedDomain) domain = is_exact (fixed) ? heed_domain_new (fixed, NULL) : NULL;
  HeedDomainPattern *self;

  if (domain == NULL || has_long_label (heed_domain_get_ascii (domain)))
    {
      set_invalid (error, text);
      return NULL;
    }
  self = g_atomic_rc_box_new0 (HeedDomainPattern);
  self->domain = g_steal_pointer (&domain);
  self->wildcard = wildcard;
  return self;
}

HeedDomain *
heed_domain_pattern_get_domain (const HeedDomainPattern *self)
{
  return self->domain;
}

gboolean
heed_domain_pattern_is_wildcard (const HeedDomainPattern *self)
{
  return self->wildcard;
}

gboolean
heed_domain_pattern_matches (const HeedDomainPattern *self, const HeedDomain *domain)
{
  const char *fixed = heed_domain_get_ascii (self->domain);
  const char *name = heed_domain_get_ascii (domain);
  gsize fixed_length = strlen (fixed);
  gsize length = strlen (name);

  if (length == fixed_length)
    return !self->wildcard && g_str_equal (name, fixed);
  return length > fixed_length && name[length - fixed_length - 1] == '.' &&
         g_str_equal (name + length - fixed_length, fixed);
}

/* Where in @typed the end begins that has all letters of @fixed, though its dots are missing or
 * hyphens: at gov in modgov.uk, mod-gov.uk and mod.govuk, for gov.uk. Top-level domains that end in
 * the letters of another one, such as .trade, are no slips of it. */
static const char *
find_squashed_end (const HeedDomain *typed, const HeedDomain *fixed)
{
  const char *ascii = heed_domain_get_ascii (typed);
  const char *end = ascii + strlen (ascii);
  g_autofree char *letters = heed_domain_squash (heed_domain_get_ascii (fixed), -1);
  gsize left = strlen (letters);

  if (strchr (heed_domain_get_ascii (fixed), '.') == NULL && heed_domain_has_known_suffix (typed))
    return NULL;
  while (left > 0 && end > ascii)
    {
      end--;
      if (*end == '.' || *end == '-')
        continue;
      if (*end != letters[--left])
        return NULL;
    }
  return left == 0 && end > ascii ? end : NULL;
}

/* Where in @typed as many labels begin as @fixed has, if one slip leads from those to these: at ml
 * in army.ml, for mil. */
static const char *
find_slipped_end (const HeedDomain *typed, const HeedDomain *fixed)
{
  const char *ascii = heed_domain_get_ascii (typed);
  const char *end = ascii + strlen (ascii);
  g_autoptr (HeedSlip) slip = NULL;

  for (const char *c = heed_domain_get_ascii (fixed); c != NULL; c = strchr (c + 1, '.'))
    {
      do
        {
          if (end == ascii)
            return NULL;
          end--;
        }
      while (*end != '.');
    }
  slip = heed_slip_new (end + 1, heed_domain_get_ascii (fixed), 0);
  return slip->edits->len == 1 && slip->weight <= MAX_PATTERN_WEIGHT ? end + 1 : NULL;
}

HeedDomain *
heed_domain_pattern_complete (const HeedDomainPattern *self, const HeedDomain *typed)
{
  const char *fixed = heed_domain_get_ascii (self->domain);
  const char *ascii = heed_domain_get_ascii (typed);
  const char *end = NULL;
  g_autofree char *start = NULL;
  g_autofree char *whole = NULL;

  if (self->wildcard)
    end = find_slipped_end (typed, self->domain);
  if (self->wildcard && end == NULL)
    end = find_squashed_end (typed, self->domain);
  if (end == NULL)
    return NULL;
  if (end[-1] == '.' || end[-1] == '-')
    end--;
  if (end == ascii)
    return NULL;
  start = g_strndup (ascii, end - ascii);
  whole = g_strconcat (start, ".", fixed, NULL);
  return heed_domain_new (whole, NULL);
}
