/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A domain goes through these steps, in this order: what cannot be seen is dropped, UTS 46 maps
 * letters, case, the other full stops and both IDN forms to one, and dots that are doubled or stand
 * at an end are folded. Most domains are plain lower-case ASCII, for which all of that changes
 * nothing; they skip UTS 46 (0.2 µs in place of 2 µs).
 *
 * Unicode Technical Standard 46 by ICU; public suffixes by libpsl with the list that it was built
 * with. */

#include "config.h"
#include "heed-domain.h"

#include "heed-error.h"
#include "heed-limits.h"
#include "heed-recent-domains.h"

#include <arpa/inet.h>
#include <glib/gi18n-lib.h>
#include <libpsl.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/uidna.h>

/* RFC 1035 allows 63 octets in a label; UTS 46 checks both limits by itself. */
#define MAX_LABEL_BYTES 63

/* What can stand in no domain and would end it in an address. */
#define FOREIGN_PUNCTUATION " <>()[],;:\"'@\\"

/* Characters of a wrong domain that an error repeats. */
#define SHOWN_CHARACTERS 64

struct _HeedDomain
{
  char *typed;             /* (owned) */
  char *ascii;             /* (owned) */
  char *unicode;           /* (owned) */
  const char *suffix;      /* within ascii */
  const char *registrable; /* (nullable): within ascii */
  gboolean is_ip_literal;
};

G_DEFINE_BOXED_TYPE (HeedDomain, heed_domain, heed_domain_ref, heed_domain_unref)

static UIDNA *
get_uts46 (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      UErrorCode status = U_ZERO_ERROR;
      UIDNA *idna =
          uidna_openUTS46 (UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ |
                               UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_NONTRANSITIONAL_TO_UNICODE,
                           &status);

      if (U_FAILURE (status))
        g_error ("ICU has no data for UTS 46: %s", u_errorName (status));
      g_once_init_leave (&once, (gsize)idna);
    }
  return (UIDNA *)once;
}

static void
heed_domain_clear (gpointer data)
{
  HeedDomain *self = data;

  g_free (self->typed);
  g_free (self->ascii);
  g_free (self->unicode);
}

HeedDomain *
heed_domain_ref (HeedDomain *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
heed_domain_unref (HeedDomain *self)
{
  g_atomic_rc_box_release_full (self, heed_domain_clear);
}

/* Whether UTS 46 would give the text back as it is: lower-case letters, digits, inner hyphens and
 * single inner dots, no A-label, no label that is too long. */
static gboolean
is_plain (const char *text)
{
  gsize label = 0;
  const char *c;

  for (c = text; *c != '\0'; c++)
    {
      if (*c == '.')
        {
          if (label == 0 || c[-1] == '-')
            return FALSE;
          label = 0;
          continue;
        }
      if (!g_ascii_islower (*c) && !g_ascii_isdigit (*c) && (*c != '-' || label == 0))
        return FALSE;
      label++;
      if (label > MAX_LABEL_BYTES || (label == 4 && c[0] == '-' && c[-1] == '-'))
        return FALSE;
    }
  return label > 0 && c[-1] != '-' && c - text <= HEED_LIMIT_DOMAIN_CHARACTERS;
}

static gboolean
is_noise (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_iscntrl (c) ||
         u_hasBinaryProperty ((UChar32)c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ||
         strchr ("<>()[],;:\"'", (int)MIN (c, 127)) != NULL;
}

static gboolean
is_full_stop (gunichar c)
{
  /* The full stops that UTS 46 maps to a dot: https://www.unicode.org/reports/tr46/#Notation */
  return c == '.' || c == 0x3002 || c == 0xff0e || c == 0xff61;
}

/* Drops what cannot be seen and what a field's punctuation leaves behind, and folds dots. */
static char *
drop_noise (const char *typed)
{
  GString *clean = g_string_sized_new (strlen (typed));

  for (const char *p = typed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_noise (c))
        continue;
      if (!is_full_stop (c))
        g_string_append_unichar (clean, c);
      else if (clean->len > 0 && clean->str[clean->len - 1] != '.')
        g_string_append_c (clean, '.');
    }
  if (clean->len > 0 && clean->str[clean->len - 1] == '.')
    g_string_truncate (clean, clean->len - 1);
  return g_string_free (clean, FALSE);
}

typedef int32_t (*UidnaMapper) (
    const UIDNA *, const char *, int32_t, char *, int32_t, UIDNAInfo *, UErrorCode *);

static char *
map_name (UidnaMapper mapper, const char *name)
{
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  UErrorCode status = U_ZERO_ERROR;
  gsize size = strlen (name) * 4 + 64;
  g_autofree char *mapped = g_malloc (size);
  int32_t length = mapper (get_uts46 (), name, -1, mapped, (int32_t)size, &info, &status);

  /* Where ICU keeps a broken A-label, GMime makes something else of it. */
  if (U_FAILURE (status) || length == 0 || (gsize)length >= size ||
      (info.errors & UIDNA_ERROR_PUNYCODE) != 0)
    return NULL;
  mapped[length] = '\0';
  /* Errors such as a hyphen in the third place leave a name that can still be compared. U+FFFD
   * cannot, nor can punctuation that the mapping made of other characters, such as the @ of a
   * full-width one. */
  if (strstr (mapped, "\357\277\275") != NULL || strpbrk (mapped, FOREIGN_PUNCTUATION) != NULL)
    return NULL;
  return g_steal_pointer (&mapped);
}

/* The U-labels of @name, whose A-labels are @ascii. What looks like an A-label but stands for no
 * letters, or for some that have another one, is in no domain. */
static char *
map_to_unicode (const char *name, const char *ascii)
{
  g_autofree char *unicode = map_name (uidna_nameToUnicodeUTF8, name);
  g_autofree char *back = unicode != NULL ? map_name (uidna_nameToASCII_UTF8, unicode) : NULL;

  return g_strcmp0 (back, ascii) == 0 ? g_steal_pointer (&unicode) : NULL;
}

static gboolean
parse_ip_literal (const char *typed, char **address)
{
  gsize length = strlen (typed);
  guchar bytes[sizeof (struct in6_addr)];
  g_autofree char *inner = NULL;
  const char *bare;

  if (length < 3 || typed[0] != '[' || typed[length - 1] != ']')
    return FALSE;
  inner = g_ascii_strdown (typed + 1, (gssize)length - 2);
  bare = g_str_has_prefix (inner, "ipv6:") ? inner + strlen ("ipv6:") : inner;
  if (inet_pton (bare == inner ? AF_INET : AF_INET6, bare, bytes) != 1)
    return FALSE;
  *address = g_strdup_printf ("[%s]", inner);
  return TRUE;
}

/* The registrable domain is one label longer than the suffix; asking the list for it would be a
 * second search of the same. */
static void
split (HeedDomain *self)
{
  const char *last_dot = strrchr (self->ascii, '.');
  const char *suffix = psl_unregistrable_domain (psl_builtin (), self->ascii);

  self->suffix = suffix != NULL ? suffix : (last_dot != NULL ? last_dot + 1 : self->ascii);
  if (suffix == NULL || suffix == self->ascii)
    return;
  self->registrable = suffix - 1;
  while (self->registrable > self->ascii && self->registrable[-1] != '.')
    self->registrable--;
}

static HeedDomain *
heed_domain_read (const char *typed, GError **error)
{
  g_autoptr (HeedDomain) self = g_atomic_rc_box_new0 (HeedDomain);

  self->typed = g_strdup (typed);
  if (is_plain (typed))
    {
      self->ascii = g_strdup (typed);
      self->unicode = g_strdup (typed);
    }
  else if (parse_ip_literal (typed, &self->ascii))
    {
      self->unicode = g_strdup (self->ascii);
      self->suffix = "";
      self->is_ip_literal = TRUE;
      return g_steal_pointer (&self);
    }
  else
    {
      g_autofree char *clean = drop_noise (typed);

      self->ascii = *clean != '\0' ? map_name (uidna_nameToASCII_UTF8, clean) : NULL;
      /* A label that only looks like an A-label stays as it is. */
      if (self->ascii != NULL && !g_str_is_ascii (self->ascii))
        g_clear_pointer (&self->ascii, g_free);
      self->unicode = self->ascii != NULL ? map_to_unicode (clean, self->ascii) : NULL;
    }
  if (self->unicode == NULL || strlen (self->ascii) > HEED_LIMIT_DOMAIN_CHARACTERS)
    {
      glong shown = MIN (g_utf8_strlen (typed, -1), SHOWN_CHARACTERS);
      g_autofree char *start = g_utf8_substring (typed, 0, shown);

      g_set_error (error, HEED_ERROR, HEED_ERROR_INVALID_RECIPIENT,
                   /* Translators: %s is what stands after the @ of an address. */
                   _ ("“%s” is not a domain. Check what stands after the @."), start);
      return NULL;
    }
  split (self);
  return g_steal_pointer (&self);
}

HeedDomain *
heed_domain_new (const char *typed, GError **error)
{
  HeedDomain *domain = heed_recent_domains_find (typed);

  if (domain != NULL)
    return domain;
  domain = heed_domain_read (typed, error);
  if (domain != NULL)
    heed_recent_domains_keep (domain);
  return domain;
}

const char *
heed_domain_get_typed (const HeedDomain *self)
{
  return self->typed;
}

const char *
heed_domain_get_ascii (const HeedDomain *self)
{
  return self->ascii;
}

const char *
heed_domain_get_unicode (const HeedDomain *self)
{
  return self->unicode;
}

const char *
heed_domain_get_suffix (const HeedDomain *self)
{
  return self->suffix;
}

const char *
heed_domain_get_registrable (const HeedDomain *self)
{
  return self->registrable;
}

gsize
heed_domain_get_name_length (const HeedDomain *self, const char *text)
{
  gsize length = strlen (text);
  guint n_dots = 1;

  if (self->registrable != NULL || !heed_domain_has_known_suffix (self))
    {
      for (const char *c = self->suffix; *c != '\0'; c++)
        n_dots += *c == '.';
    }
  for (gsize i = self->is_ip_literal ? 0 : length; i > 0; i--)
    {
      if (text[i - 1] == '.' && --n_dots == 0)
        return i - 1;
    }
  return length;
}

char *
heed_domain_squash (const char *text, gssize length)
{
  gsize n_bytes = length < 0 ? strlen (text) : (gsize)length;
  char *squashed = g_malloc (n_bytes + 1);
  gsize kept = 0;

  for (gsize i = 0; i < n_bytes; i++)
    {
      if (text[i] != '.' && text[i] != '-')
        squashed[kept++] = text[i];
    }
  squashed[kept] = '\0';
  return squashed;
}

const char *
heed_domain_get_holder (const HeedDomain *self)
{
  return self->registrable != NULL ? self->registrable : self->ascii;
}

gboolean
heed_domain_is_ip_literal (const HeedDomain *self)
{
  return self->is_ip_literal;
}

/* Some countries, such as South Africa, have no rule for their top-level domain itself, only for
 * what is registered below it. */
gboolean
heed_domain_has_known_suffix (const HeedDomain *self)
{
  const char *last_dot = strrchr (self->ascii, '.');
  const char *top = last_dot != NULL ? last_dot + 1 : NULL;
  const int type = PSL_TYPE_ICANN | PSL_TYPE_NO_STAR_RULE;

  if (self->is_ip_literal || last_dot == NULL)
    return FALSE;
  return psl_is_public_suffix2 (psl_builtin (), top, type) ||
         psl_is_public_suffix2 (psl_builtin (), self->suffix, type);
}

char *
heed_domain_get_noise (const HeedDomain *self)
{
  gunichar before = '.';

  if (self->is_ip_literal || g_str_equal (self->typed, self->ascii))
    return NULL;
  for (const char *p = self->typed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if ((is_full_stop (c) && is_full_stop (before)) || (is_noise (c) && !g_unichar_isspace (c)))
        return g_strndup (p, g_utf8_next_char (p) - p);
      before = c;
    }
  return NULL;
}

gboolean
heed_domain_equal (const HeedDomain *a, const HeedDomain *b)
{
  return g_str_equal (a->ascii, b->ascii);
}

gboolean
heed_domain_is_related (const HeedDomain *a, const HeedDomain *b)
{
  if (a->registrable != NULL && b->registrable != NULL)
    return g_str_equal (a->registrable, b->registrable);
  return heed_domain_equal (a, b);
}
