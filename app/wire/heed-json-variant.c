/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* D-Bus has tuples, JSON has objects: each tuple of the interface has its members named here, once
 * for both ways. */

#include "config.h"
#include "heed-json-variant.h"

#include "heed-error.h"

typedef struct
{
  const char *type; /* of the tuple */
  const char *members[5];
} Tuple;

static const Tuple tuples[] = {
  { "(ss)", { "role", "mailbox" } },
  { "(st)", { "name", "bytes" } },
  { "(su)", { "mailbox", "count" } },
  { "(ttu)", { "first", "last", "days" } },
  { "(suss)", { "operation", "position", "got", "expected" } },
};

typedef struct
{
  const char *name;
  const char *type;
} Option;

static const Option options[] = {
  { "activation-token", "s" }, { "attachments", "a(st)" }, { "can-correct", "b" },
  { "cancellation-id", "s" },  { "client", "s" },          { "lists", "as" },
  { "message-token", "s" },    { "parent-window", "s" },   { "sender", "s" },
  { "subject", "s" },          { "thread", "as" },         { "timeout", "u" },
  { "times", "a(ttu)" },
};

static const Tuple *
find_tuple (const char *type)
{
  for (gsize i = 0; i < G_N_ELEMENTS (tuples); i++)
    {
      if (g_str_equal (tuples[i].type, type))
        return &tuples[i];
    }
  return NULL;
}

static GVariant *
set_wrong (GError **error, const char *path, const char *right)
{
  g_set_error (error, HEED_ERROR, HEED_ERROR_INVALID_ARGUMENT, "%s must be %s", path, right);
  return NULL;
}

static GVariant *
read_number (json_object *value, gboolean wide, const char *path, GError **error)
{
  gint64 number = json_object_get_int64 (value);

  if (!json_object_is_type (value, json_type_int) || number < 0 ||
      (!wide && number > (gint64)G_MAXUINT32))
    return set_wrong (error, path, "a whole number, not negative and not too large");
  return wide ? g_variant_new_uint64 ((guint64)number) : g_variant_new_uint32 ((guint32)number);
}

static GVariant *
read_value (json_object *value, const char *type, const char *path, GError **error);

static GVariant *
read_tuple (json_object *value, const char *type, const char *path, GError **error)
{
  const Tuple *tuple = find_tuple (type);
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func ((GDestroyNotify)g_variant_unref);

  if (!json_object_is_type (value, json_type_object))
    return set_wrong (error, path, "an object");
  for (guint i = 0; tuple->members[i] != NULL; i++)
    {
      const char member_type[] = { type[i + 1], '\0' };
      g_autofree char *member_path = g_strconcat (path, ".", tuple->members[i], NULL);
      json_object *member = json_object_object_get (value, tuple->members[i]);
      GVariant *variant = read_value (member, member_type, member_path, error);

      if (variant == NULL)
        return NULL;
      g_ptr_array_add (members, g_variant_ref_sink (variant));
    }
  return g_variant_new_tuple ((GVariant *const *)members->pdata, members->len);
}

static GVariant *
read_array (json_object *value, const char *type, const char *path, GError **error)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE (type));

  if (!json_object_is_type (value, json_type_array))
    return set_wrong (error, path, "an array");
  for (gsize i = 0; i < json_object_array_length (value); i++)
    {
      g_autofree char *entry_path = g_strdup_printf ("%s[%" G_GSIZE_FORMAT "]", path, i);
      json_object *entry = json_object_array_get_idx (value, i);
      GVariant *variant = read_value (entry, type + 1, entry_path, error);

      if (variant == NULL)
        return NULL;
      g_variant_builder_add_value (&builder, variant);
    }
  return g_variant_builder_end (&builder);
}

/* @value is NULL both for a member that is not there and for null. */
static GVariant *
read_value (json_object *value, const char *type, const char *path, GError **error)
{
  switch (*type)
    {
    case 's':
      if (!json_object_is_type (value, json_type_string))
        return set_wrong (error, path, "a text");
      return g_variant_new_string (json_object_get_string (value));
    case 'b':
      if (!json_object_is_type (value, json_type_boolean))
        return set_wrong (error, path, "true or false");
      return g_variant_new_boolean (json_object_get_boolean (value));
    case 'u':
    case 't':
      return read_number (value, *type == 't', path, error);
    case 'a':
      return read_array (value, type, path, error);
    default:
      return read_tuple (value, type, path, error);
    }
}

GVariant *
heed_json_variant_recipients (json_object *value, GError **error)
{
  return read_value (value, "a(ss)", "recipients", error);
}

GVariant *
heed_json_variant_counted_mailboxes (json_object *value, GError **error)
{
  return read_value (value, "a(su)", "mailboxes", error);
}

GVariant *
heed_json_variant_options (json_object *value, GError **error)
{
  g_auto (GVariantBuilder) builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  if (value != NULL && !json_object_is_type (value, json_type_object))
    return set_wrong (error, "options", "an object");
  for (gsize i = 0; value != NULL && i < G_N_ELEMENTS (options); i++)
    {
      g_autofree char *path = g_strconcat ("options.", options[i].name, NULL);
      json_object *option = NULL;
      GVariant *variant;

      if (!json_object_object_get_ex (value, options[i].name, &option))
        continue;
      variant = read_value (option, options[i].type, path, error);
      if (variant == NULL)
        return NULL;
      g_variant_builder_add (&builder, "{sv}", options[i].name, variant);
    }
  return g_variant_builder_end (&builder);
}

static json_object *
dictionary_to_json (GVariant *dictionary)
{
  json_object *object = json_object_new_object ();
  GVariantIter iter;
  const char *name;
  GVariant *member;

  g_variant_iter_init (&iter, dictionary);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &member))
    json_object_object_add (object, name, heed_json_variant_to_json (member));
  return object;
}

static json_object *
array_to_json (GVariant *array)
{
  json_object *result = json_object_new_array ();
  gsize n = g_variant_n_children (array);

  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GVariant) entry = g_variant_get_child_value (array, i);

      json_object_array_add (result, heed_json_variant_to_json (entry));
    }
  return result;
}

static json_object *
tuple_to_json (GVariant *value)
{
  const Tuple *tuple = find_tuple (g_variant_get_type_string (value));
  json_object *object = json_object_new_object ();

  for (gsize i = 0; tuple != NULL && i < g_variant_n_children (value); i++)
    {
      g_autoptr (GVariant) member = g_variant_get_child_value (value, i);

      json_object_object_add (object, tuple->members[i], heed_json_variant_to_json (member));
    }
  return object;
}

json_object *
heed_json_variant_to_json (GVariant *value)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_VARDICT))
    return dictionary_to_json (value);
  switch (g_variant_classify (value))
    {
    case G_VARIANT_CLASS_STRING:
      return json_object_new_string (g_variant_get_string (value, NULL));
    case G_VARIANT_CLASS_BOOLEAN:
      return json_object_new_boolean (g_variant_get_boolean (value));
    case G_VARIANT_CLASS_UINT32:
      return json_object_new_int64 (g_variant_get_uint32 (value));
    case G_VARIANT_CLASS_UINT64:
      return json_object_new_uint64 (g_variant_get_uint64 (value));
    case G_VARIANT_CLASS_ARRAY:
      return array_to_json (value);
    case G_VARIANT_CLASS_TUPLE:
      return tuple_to_json (value);
    default:
      /* A newer service may say more than this knows to write; what it does not know it leaves out.
       */
      return NULL;
    }
}
