/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * HeedConnection:
 * @HEED_CONNECTION_UNKNOWN: nothing on this machine tells
 * @HEED_CONNECTION_READY: it asks before it sends
 * @HEED_CONNECTION_OUTDATED: it asks, by an add-on older than this Heed
 * @HEED_CONNECTION_DISABLED: its add-on is switched off
 * @HEED_CONNECTION_MISSING: its add-on is not installed
 * @HEED_CONNECTION_UNREACHABLE: its add-on cannot start Heed
 * @HEED_CONNECTION_SANDBOXED: it runs in a sandbox, from which no add-on can start Heed
 * @HEED_CONNECTION_NO_SHIM: there is no add-on for it
 *
 * Whether a mail program asks Heed.
 */
typedef enum
{
  HEED_CONNECTION_UNKNOWN,
  HEED_CONNECTION_READY,
  HEED_CONNECTION_OUTDATED,
  HEED_CONNECTION_DISABLED,
  HEED_CONNECTION_MISSING,
  HEED_CONNECTION_UNREACHABLE,
  HEED_CONNECTION_SANDBOXED,
  HEED_CONNECTION_NO_SHIM,
} HeedConnection;

/**
 * HeedMailProgram:
 * @name: (owned): its name for people
 * @icon: (owned) (nullable): its icon
 * @client: (owned): what it calls itself when it asks, without a version
 * @connection: whether it asks
 *
 * A mail program on this machine. Immutable, safe to hand to another thread.
 */
typedef struct
{
  char *name;
  GIcon *icon;
  char *client;
  HeedConnection connection;
} HeedMailProgram;

void heed_mail_program_free (HeedMailProgram *self);

/**
 * heed_mail_program_list_async:
 *
 * Looks for the mail programs of this machine, and how they are connected.
 */
void heed_mail_program_list_async (GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/** heed_mail_program_list_finish: Returns: (transfer full) (element-type HeedMailProgram): in the
 * order of their names; %NULL when it was cancelled */
GPtrArray *heed_mail_program_list_finish (GAsyncResult *result, GError **error);

/** heed_mail_program_connect_async: lets the person's Thunderbird start Heed's bridge */
void heed_mail_program_connect_async (GAsyncReadyCallback callback, gpointer user_data);
gboolean heed_mail_program_connect_finish (GAsyncResult *result, GError **error);

/** heed_mail_program_is_client: Returns: whether @client, as a program that asked called itself
 * (`Thunderbird/153.7.0`), is this one */
gboolean heed_mail_program_is_client (const HeedMailProgram *self, const char *client);

/** heed_mail_program_make_client_name: Returns: (transfer full): @client without its version */
char *heed_mail_program_make_client_name (const char *client);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedMailProgram, heed_mail_program_free)

G_END_DECLS
