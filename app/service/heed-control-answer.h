/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** heed_control_answer: answers @invocation with @answer (floating or not), or with
 * %HEED_ERROR_LIMIT_EXCEEDED where that is more than %HEED_LIMIT_ANSWER_BYTES */
void heed_control_answer (GDBusMethodInvocation *invocation, GVariant *answer);

G_END_DECLS
