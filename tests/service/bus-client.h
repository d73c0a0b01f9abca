/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "other-process.h"

G_BEGIN_DECLS

/**
 * HeedBusClient:
 *
 * A mail program: a connection of its own to the private bus. It counts the answers on the wire, so
 * that a second answer to one call is seen, which GDBus would drop.
 */
typedef struct _HeedBusClient HeedBusClient;

/** HeedBusCall: one call of a #HeedBusClient; it belongs to the client */
typedef struct _HeedBusCall HeedBusCall;

/** heed_bus_client_new: a mail program in a process of its own */
HeedBusClient *heed_bus_client_new (const char *address);

/** heed_bus_client_new_of: another connection of @process, which has to stay */
HeedBusClient *heed_bus_client_new_of (HeedOtherProcess *process, const char *address);

/** heed_bus_client_free: checks that every call got exactly one answer, unless the client left */
void heed_bus_client_free (HeedBusClient *self);

/** heed_bus_client_leave: leaves the bus, whatever is pending */
void heed_bus_client_leave (HeedBusClient *self);

/** heed_bus_client_call: @arguments: (transfer floating) (nullable). Does not wait.
 * Returns: (transfer none): the call */
HeedBusCall *heed_bus_client_call (HeedBusClient *self, const char *method, GVariant *arguments);

/** heed_bus_client_call_on: the same for another interface of the object */
HeedBusCall *heed_bus_client_call_on (HeedBusClient *self,
                                      const char *interface,
                                      const char *method,
                                      GVariant *arguments);

/** heed_bus_client_confirm: ConfirmSend to one mailbox in To; @options: (nullable): as text of
 * GVariant. Returns: (transfer none): the call */
HeedBusCall *
heed_bus_client_confirm (HeedBusClient *self, const char *mailbox, const char *options);

/** heed_bus_client_cancel: CancelConfirmation. Returns: (transfer none): the call */
HeedBusCall *heed_bus_client_cancel (HeedBusClient *self, const char *cancellation_id);

gboolean heed_bus_call_is_answered (const HeedBusCall *self);

/** heed_bus_call_wait: Returns: (transfer none): what the method returned; the test fails on an
 * error */
GVariant *heed_bus_call_wait (HeedBusCall *self);

/** heed_bus_call_assert_verdict: waits for this answer of ConfirmSend */
void heed_bus_call_assert_verdict (HeedBusCall *self, const char *verdict, const char *reason);

/** heed_bus_call_assert_error: waits for an error of this name, without the interface's */
void heed_bus_call_assert_error (HeedBusCall *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (HeedBusClient, heed_bus_client_free)

G_END_DECLS
