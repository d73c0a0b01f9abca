/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Evolution Data Server is spoken to over the bus, so that nothing of it has to be there when Heed
 * is built. Its registry has a key file for each source of data, of which those with a group
 * "Address Book" matter; its factory opens one of them and names an object that has the contacts.
 * The bus names end in a number, which grows whenever the interface changes. Only books of the
 * person's own are read: a company's directory is no list of whom the person writes to. */

#include "config.h"
#include "heedctl-address-books.h"

#include <glib/gi18n.h>

#include "heed-error.h"
#include "heedctl-output.h"

#define SERVER "org.gnome.evolution.dataserver."
#define PATH "/org/gnome/evolution/dataserver/"

/* Milliseconds for an answer; a book on the net is read from its copy on this machine. */
#define TIMEOUT (30 * 1000)

/* Contacts that have an address, in the words of EBookQuery. */
#define WITH_ADDRESS "(exists \"email\")"

/* What a person's own books are kept by. */
static const char *const own_backends[] = { "local", "carddav", "google", "webdav", NULL };

static GVariant *
call (GDBusConnection *bus,
      const char *name,
      const char *path,
      const char *interface,
      const char *method,
      GVariant *arguments,
      const char *type,
      GError **error)
{
  return g_dbus_connection_call_sync (bus, name, path, interface, method, arguments,
                                      G_VARIANT_TYPE (type), G_DBUS_CALL_FLAGS_NONE, TIMEOUT, NULL,
                                      error);
}

/* Returns: (transfer full) (nullable): the name that is @start and a number, and can be started */
static char *
find_name (GDBusConnection *bus, const char *start)
{
  g_autoptr (GVariant) names =
      call (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
            "ListActivatableNames", NULL, "(as)", NULL);
  g_autoptr (GVariantIter) iter = NULL;
  const char *name;

  if (names == NULL)
    return NULL;
  g_variant_get (names, "(as)", &iter);
  while (g_variant_iter_next (iter, "&s", &name))
    {
      if (g_str_has_prefix (name, start) && g_ascii_isdigit (name[strlen (start)]))
        return g_strdup (name);
    }
  return NULL;
}

/* Whether the key file @data is of an address book that is the person's own, and switched on. */
static gboolean
is_own_book (const char *data)
{
  g_autoptr (GKeyFile) source = g_key_file_new ();
  g_autofree char *backend = NULL;
  g_autoptr (GError) error = NULL;

  if (!g_key_file_load_from_data (source, data, strlen (data), G_KEY_FILE_NONE, NULL))
    return FALSE;
  backend = g_key_file_get_string (source, "Address Book", "BackendName", NULL);
  gboolean enabled = g_key_file_get_boolean (source, "Data Source", "Enabled", &error);
  return backend != NULL && g_strv_contains (own_backends, backend) && (enabled || error != NULL);
}

/* Returns: (transfer full): the ids of the books; %NULL on error */
static GPtrArray *
list_books (GDBusConnection *bus, const char *registry, GError **error)
{
  g_autoptr (GVariant) answer =
      call (bus, registry, PATH "SourceManager", "org.freedesktop.DBus.ObjectManager",
            "GetManagedObjects", NULL, "(a{oa{sa{sv}}})", error);
  g_autoptr (GPtrArray) books = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GVariantIter) objects = NULL;
  GVariant *interfaces;

  if (answer == NULL)
    return NULL;
  g_variant_get (answer, "(a{oa{sa{sv}}})", &objects);
  while (g_variant_iter_loop (objects, "{&o@a{sa{sv}}}", NULL, &interfaces))
    {
      g_autoptr (GVariant) source =
          g_variant_lookup_value (interfaces, SERVER "Source", G_VARIANT_TYPE_VARDICT);
      const char *id;
      const char *data;

      if (source != NULL && g_variant_lookup (source, "UID", "&s", &id) &&
          g_variant_lookup (source, "Data", "&s", &data) && is_own_book (data))
        g_ptr_array_add (books, g_strdup (id));
    }
  return g_steal_pointer (&books);
}

static gboolean
read_book (
    GDBusConnection *bus, const char *factory, const char *id, GString *cards, GError **error)
{
  g_autoptr (GVariant) opened =
      call (bus, factory, PATH "AddressBookFactory", SERVER "AddressBookFactory", "OpenAddressBook",
            g_variant_new ("(s)", id), "(ss)", error);
  const char *interface = SERVER "AddressBook";
  const char *path;
  const char *name;

  if (opened == NULL)
    return FALSE;
  g_variant_get (opened, "(&s&s)", &path, &name);
  g_autoptr (GVariant) properties = call (bus, name, path, interface, "Open", NULL, "(as)", error);
  g_autoptr (GVariant) list = properties != NULL
                                  ? call (bus, name, path, interface, "GetContactList",
                                          g_variant_new ("(s)", WITH_ADDRESS), "(as)", error)
                                  : NULL;
  g_autoptr (GVariant) closed = call (bus, name, path, interface, "Close", NULL, "()", NULL);
  g_autoptr (GVariantIter) contacts = NULL;
  const char *card;

  if (list == NULL)
    return FALSE;
  g_variant_get (list, "(as)", &contacts);
  while (g_variant_iter_next (contacts, "&s", &card))
    g_string_append_printf (cards, "%s\r\n", card);
  return TRUE;
}

static void
read_books (GDBusConnection *bus, const char *factory, GPtrArray *books, GString *cards)
{
  for (guint i = 0; i < books->len; i++)
    {
      g_autoptr (GError) error = NULL;

      if (read_book (bus, factory, books->pdata[i], cards, &error))
        continue;
      g_dbus_error_strip_remote_error (error);
      g_autofree char *id = heedctl_output_escape (books->pdata[i]);
      g_autofree char *why = heedctl_output_escape (error->message);
      /* Translators: the name of an address book, and why. */
      g_printerr (_ ("The address book %s can't be read: %s\n"), id, why);
    }
}

char *
heedctl_address_books_read (GError **error)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, error);
  g_autofree char *registry = bus != NULL ? find_name (bus, SERVER "Sources") : NULL;
  g_autofree char *factory = bus != NULL ? find_name (bus, SERVER "AddressBook") : NULL;
  g_autoptr (GString) cards = g_string_new (NULL);

  if (bus == NULL)
    return NULL;
  if (registry == NULL || factory == NULL)
    {
      g_set_error_literal (
          error, HEED_ERROR, HEED_ERROR_NOT_FOUND,
          _ ("Evolution Data Server, which keeps the address books of the desktop, "
             "is not installed."));
      return NULL;
    }
  g_autoptr (GPtrArray) books = list_books (bus, registry, error);
  if (books == NULL)
    return NULL;
  read_books (bus, factory, books, cards);
  return g_string_free (g_steal_pointer (&cards), FALSE);
}
