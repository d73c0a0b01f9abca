/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bus-client.h"
#include "heed-policy-builder.h"
#include "heed-service.h"
#include "scripted-prompter.h"

G_BEGIN_DECLS

/**
 * ServiceFixture:
 *
 * The real exported object on a dbus-daemon of its own, for a person who wrote to army.mil 200
 * times, and two mail programs.
 */
typedef struct
{
  GTestDBus *bus;
  GDBusConnection *connection; /* (owned): the service's */
  HeedHistory *history;        /* (owned) */
  HeedAudit *audit;            /* (owned) */
  char *audit_folder;          /* (owned) */
  HeedScriptedPrompter *prompter;
  HeedService *service; /* (owned) */
  gboolean is_shut_down;
  HeedBusClient *ann; /* (owned) */
  HeedBusClient *bob; /* (owned) */
} ServiceFixture;

void service_fixture_set_up (ServiceFixture *self, gconstpointer data);

/** service_fixture_own_name: lets callers find the service at @connection under its name */
void service_fixture_own_name (GDBusConnection *connection);

/** service_fixture_tear_down: checks that each call had exactly one answer and that the service is
 * idle */
void service_fixture_tear_down (ServiceFixture *self, gconstpointer data);

/** service_fixture_shut_down: ends the service as the program does */
void service_fixture_shut_down (ServiceFixture *self);

/** service_fixture_count: waits until all is learned. Returns: the messages to @domain */
guint service_fixture_count (ServiceFixture *self, const char *domain);

/** service_fixture_get_n_misfits: Returns: how often the service complained that the window's
 * answer does not fit what it was asked; every other warning fails the test */
guint service_fixture_get_n_misfits (void);

/** service_fixture_wait_idle: waits until nothing waits and nothing is left to learn */
void service_fixture_wait_idle (ServiceFixture *self);

#define SERVICE_TEST(name, function)                                                               \
  g_test_add ("/service/" name, ServiceFixture, NULL, service_fixture_set_up, function,            \
              service_fixture_tear_down)

G_END_DECLS
