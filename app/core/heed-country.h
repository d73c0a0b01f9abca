/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * heed_country_get_name:
 * @suffix: the last label of a domain, in lower case
 *
 * Returns: (transfer full) (nullable): the name of the country whose suffix it is, in the person's
 * language; %NULL where it is none
 */
char *heed_country_get_name (const char *suffix);

G_END_DECLS
