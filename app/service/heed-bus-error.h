/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "heed-error.h"

G_BEGIN_DECLS

/**
 * heed_bus_error_register:
 *
 * Ties the codes of %HEED_ERROR to their names on the bus, both ways: what a method returns gets
 * its name, and what a proxy receives gets its code. To be called before either; may be called
 * again.
 */
void heed_bus_error_register (void);

/**
 * heed_bus_error_translate:
 * @error: (nullable): any error; %NULL is a callee that failed and did not say why
 *
 * Makes sure that only documented names go out on the bus: errors of libraries become
 * %HEED_ERROR_FAILED.
 *
 * Returns: (transfer full): an error of %HEED_ERROR; what a library said is logged, not told
 */
GError *heed_bus_error_translate (const GError *error);

/** heed_bus_error_return: answers @invocation (transfer full) with what
 * heed_bus_error_translate() makes of @error */
void heed_bus_error_return (GDBusMethodInvocation *invocation, const GError *error);

G_END_DECLS
