/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* GMime reads RFC 5322 as mail programs write it, historic forms included. What it lets pass
 * without a complaint is checked here: text that holds no address at all, a second @, and an
 * address without a domain. */

#include "config.h"
#include "heed-mailbox.h"

#include "heed-address.h"
#include "heed-error.h"
#include "heed-limits.h"

#include <glib/gi18n-lib.h>
#include <gmime/gmime.h>
#include <string.h>

/* Characters of a wrong mailbox that an error repeats. */
#define SHOWN_CHARACTERS 64

/* GMime declares no cleanup functions of its own. */
G_DEFINE_AUTOPTR_CLEANUP_FUNC (InternetAddressList, g_object_unref)

struct _HeedMailbox
{
  char *name;         /* (owned) (nullable) */
  char *local;        /* (owned) */
  HeedDomain *domain; /* (owned) */
  char *address;      /* (owned) */
  char *typed;        /* (owned) */
};

G_DEFINE_BOXED_TYPE (HeedMailbox, heed_mailbox, heed_mailbox_ref, heed_mailbox_unref)

static void
heed_mailbox_clear (gpointer data)
{
  HeedMailbox *self = data;

  g_free (self->name);
  g_free (self->local);
  g_clear_pointer (&self->domain, heed_domain_unref);
  g_free (self->address);
  g_free (self->typed);
}

HeedMailbox *
heed_mailbox_ref (HeedMailbox *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
heed_mailbox_unref (HeedMailbox *self)
{
  g_atomic_rc_box_release_full (self, heed_mailbox_clear);
}

static GMimeParserOptions *
get_options (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      GMimeParserOptions *options;

      g_mime_init ();
      options = g_mime_parser_options_new ();
      g_mime_parser_options_set_address_compliance_mode (options, GMIME_RFC_COMPLIANCE_LOOSE);
      g_mime_parser_options_set_allow_addresses_without_domain (options, TRUE);
      g_once_init_leave (&once, (gsize)options);
    }
  return (GMimeParserOptions *)once;
}

HeedMailbox *
heed_mailbox_new_from_parts (const char *name, const char *local, HeedDomain *domain)
{
  HeedMailbox *self = g_atomic_rc_box_new0 (HeedMailbox);

  self->name = name != NULL && *name != '\0' ? g_strdup (name) : NULL;
  self->local = g_strdup (local);
  self->domain = heed_domain_ref (domain);
  self->address = g_strconcat (local, "@", heed_domain_get_ascii (domain), NULL);
  self->typed = g_strconcat (local, "@", heed_domain_get_typed (domain), NULL);
  return self;
}

/* @format is translated and has one %s, for the start of what was typed. */
static void
set_invalid (GError **error, const char *format, const char *typed)
{
  glong length = g_utf8_strlen (typed, -1);
  g_autofree char *start = g_utf8_substring (typed, 0, MIN (length, SHOWN_CHARACTERS));
  g_autofree char *shown = g_strconcat (start, length > SHOWN_CHARACTERS ? "…" : "", NULL);

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, HEED_ERROR, HEED_ERROR_INVALID_RECIPIENT, format, shown);
#pragma GCC diagnostic pop
}

static gboolean
is_acceptable (const char *text, GError **error)
{
  if (strlen (text) > HEED_LIMIT_MAILBOX_BYTES)
    {
      g_set_error (error, HEED_ERROR, HEED_ERROR_LIMIT_EXCEEDED,
                   _ ("A mailbox can have at most %d bytes."), HEED_LIMIT_MAILBOX_BYTES);
      return FALSE;
    }
  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, HEED_ERROR, HEED_ERROR_INVALID_RECIPIENT,
                           _ ("The mailbox is not valid UTF-8."));
      return FALSE;
    }
  if (strpbrk (text, "\r\n") != NULL)
    {
      /* For GMime it may fold a header; in one, it could begin another. */
      g_set_error_literal (error, HEED_ERROR, HEED_ERROR_INVALID_RECIPIENT,
                           _ ("The mailbox contains a line break."));
      return FALSE;
    }
  return TRUE;
}

/* A quoted local part may hold a line feed for GMime. In a digest, a list or a header it would make
 * two recipients of one. */
static gboolean
has_control (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      if (g_unichar_iscntrl (g_utf8_get_char (c)))
        return TRUE;
    }
  return FALSE;
}

/* The last @ that is not quoted. */
static const char *
find_at (const char *address)
{
  const char *at = NULL;
  gboolean quoted = FALSE;

  for (const char *c = address; *c != '\0'; c++)
    {
      if (quoted && *c == '\\' && c[1] != '\0')
        c++;
      else if (*c == '"')
        quoted = !quoted;
      else if (*c == '@' && !quoted)
        at = c;
    }
  return at;
}

static HeedMailbox *
heed_mailbox_new_from_address (const char *name, const char *address, GError **error)
{
  const char *at = find_at (address);
  g_autofree char *local = NULL;
  g_autoptr (HeedDomain) domain = NULL;

  if (at == NULL || at[1] == '\0')
    {
      set_invalid (error, _ ("“%s” has no domain. An address looks like name@example.org."),
                   address);
      return NULL;
    }
  local = g_strndup (address, at - address);
  if (strchr (local, '"') != NULL)
    g_mime_utils_unquote_string (local);
  else if (strpbrk (local, "@\\") != NULL || *local == '\0')
    {
      set_invalid (error, _ ("“%s” is not one address. An address looks like name@example.org."),
                   address);
      return NULL;
    }
  if (has_control (local))
    {
      g_set_error_literal (error, HEED_ERROR, HEED_ERROR_INVALID_RECIPIENT,
                           _ ("The address contains control characters."));
      return NULL;
    }
  domain = heed_domain_new (at + 1, error);
  return domain != NULL ? heed_mailbox_new_from_parts (name, local, domain) : NULL;
}

static gboolean
append_mailboxes (GPtrArray *mailboxes, InternetAddressList *list, GError **error)
{
  for (int i = 0; i < internet_address_list_length (list); i++)
    {
      InternetAddress *address = internet_address_list_get_address (list, i);

      if (INTERNET_ADDRESS_IS_GROUP (address))
        {
          InternetAddressGroup *group = INTERNET_ADDRESS_GROUP (address);

          if (!append_mailboxes (mailboxes, internet_address_group_get_members (group), error))
            return FALSE;
        }
      else
        {
          const char *text = internet_address_mailbox_get_addr (INTERNET_ADDRESS_MAILBOX (address));
          HeedMailbox *mailbox =
              heed_mailbox_new_from_address (internet_address_get_name (address), text, error);

          if (mailbox == NULL)
            return FALSE;
          g_ptr_array_add (mailboxes, mailbox);
        }
    }
  return TRUE;
}

/* GMime makes letters of whatever looks like an A-label, `xn--…`. If these have another A-label, a
 * message would go elsewhere than was reviewed. */
static gboolean
keeps_labels (const char *address, GPtrArray *mailboxes)
{
  g_autofree char *lower = g_ascii_strdown (address, -1);

  for (const char *label = strstr (lower, "xn--"); label != NULL;
       label = strstr (label + 1, "xn--"))
    {
      g_autofree char *whole = g_strndup (label, strcspn (label, ".@<>()[],;:\" \t\r\n"));
      gboolean found = FALSE;

      for (guint i = 0; i < mailboxes->len && !found; i++)
        found = strstr (heed_mailbox_get_address (mailboxes->pdata[i]), whole) != NULL;
      if (!found)
        return FALSE;
    }
  return TRUE;
}

/* What GMime did not read is an address if it is two parts around one @, whatever its dots. */
static gboolean
append_unread (GPtrArray *mailboxes, const char *text, GError **error)
{
  g_autofree char *address = heed_address_extract (text);
  HeedMailbox *mailbox = NULL;

  if (heed_address_count (text) == 1 && strpbrk (address, " \t\r\n\"") == NULL)
    mailbox = heed_mailbox_new_from_address (NULL, address, error);
  else
    set_invalid (error, _ ("“%s” is not a mailbox. A mailbox looks like Ann <ann@example.org>."),
                 text);
  if (mailbox != NULL)
    g_ptr_array_add (mailboxes, mailbox);
  return mailbox != NULL;
}

static HeedMailbox *
heed_mailbox_new_from_plain (const char *text)
{
  g_autofree char *name = NULL;
  g_autofree char *local = NULL;
  g_autofree char *typed = NULL;
  g_autoptr (HeedDomain) domain = NULL;

  if (!heed_address_split_plain (text, &name, &local, &typed))
    return NULL;
  domain = heed_domain_new (typed, NULL);
  return domain != NULL ? heed_mailbox_new_from_parts (name, local, domain) : NULL;
}

GPtrArray *
heed_mailbox_parse_list (const char *text, GError **error)
{
  g_autoptr (GPtrArray) mailboxes =
      g_ptr_array_new_with_free_func ((GDestroyNotify)heed_mailbox_unref);
  g_autoptr (InternetAddressList) list = NULL;
  g_autofree char *address = NULL;
  HeedMailbox *plain;

  if (!is_acceptable (text, error))
    return NULL;
  plain = heed_mailbox_new_from_plain (text);
  if (plain != NULL)
    {
      g_ptr_array_add (mailboxes, plain);
      return g_steal_pointer (&mailboxes);
    }
  list = internet_address_list_parse (get_options (), text);
  if (list == NULL || internet_address_list_length (list) == 0)
    return append_unread (mailboxes, text, error) ? g_steal_pointer (&mailboxes) : NULL;
  if (!append_mailboxes (mailboxes, list, error))
    return NULL;
  if (heed_address_count (text) > mailboxes->len)
    {
      set_invalid (error, _ ("“%s” is not a mailbox. A mailbox looks like Ann <ann@example.org>."),
                   text);
      return NULL;
    }
  address = mailboxes->len == 1 ? heed_address_extract (text) : g_strdup (text);
  if (!keeps_labels (address, mailboxes))
    {
      set_invalid (error, _ ("“%s” is not a domain. Check what stands after the @."), address);
      return NULL;
    }
  return g_steal_pointer (&mailboxes);
}

HeedMailbox *
heed_mailbox_new (const char *text, GError **error)
{
  g_autoptr (GPtrArray) mailboxes = heed_mailbox_parse_list (text, error);

  if (mailboxes == NULL)
    return NULL;
  if (mailboxes->len != 1)
    {
      set_invalid (error,
                   _ ("“%s” is not one mailbox. A mailbox looks like Ann <ann@example.org>."),
                   text);
      return NULL;
    }
  return heed_mailbox_ref (mailboxes->pdata[0]);
}

const char *
heed_mailbox_get_name (const HeedMailbox *self)
{
  return self->name;
}

const char *
heed_mailbox_get_local (const HeedMailbox *self)
{
  return self->local;
}

HeedDomain *
heed_mailbox_get_domain (const HeedMailbox *self)
{
  return self->domain;
}

const char *
heed_mailbox_get_address (const HeedMailbox *self)
{
  return self->address;
}

const char *
heed_mailbox_get_typed (const HeedMailbox *self)
{
  return self->typed;
}

HeedMailbox *
heed_mailbox_with_domain (const HeedMailbox *self, HeedDomain *domain)
{
  return heed_mailbox_new_from_parts (self->name, self->local, domain);
}

/* RFC 5322 section 3.2.4. What controls a terminal or ends a header becomes a space. */
static char *
quote (const char *text, const char *specials)
{
  GString *quoted;

  if (*text != '\0' && strpbrk (text, specials) == NULL && !has_control (text))
    return g_strdup (text);
  quoted = g_string_new ("\"");
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (character == '"' || character == '\\')
        g_string_append_c (quoted, '\\');
      g_string_append_unichar (quoted, g_unichar_iscntrl (character) ? ' ' : character);
    }
  g_string_append_c (quoted, '"');
  return g_string_free (quoted, FALSE);
}

/* The domain as it was typed, unless something in it cannot be seen or was mapped: a mail program
 * must send to what was reviewed. */
static const char *
get_domain_text (const HeedDomain *domain)
{
  const char *typed = heed_domain_get_typed (domain);
  const char *shown = heed_domain_get_unicode (domain);

  if (g_ascii_strcasecmp (typed, shown) == 0 ||
      g_ascii_strcasecmp (typed, heed_domain_get_ascii (domain)) == 0)
    return typed;
  return shown;
}

char *
heed_mailbox_to_string (const HeedMailbox *self)
{
  /* A local part is atext and dots; a name may hold spaces, too, but no dots. */
  g_autofree char *local = quote (self->local, " \t\"\\()<>[]:;@,");
  g_autofree char *address = g_strconcat (local, "@", get_domain_text (self->domain), NULL);
  g_autofree char *name = NULL;

  if (self->name == NULL)
    return g_steal_pointer (&address);
  name = quote (self->name, ".\"\\()<>[]:;@,");
  return g_strdup_printf ("%s <%s>", name, address);
}
