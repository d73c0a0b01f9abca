/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <json.h>

#include "heed-severity.h"

G_BEGIN_DECLS

/* What is printed on standard output. Outside text is escaped, since a terminal obeys what it
 * shows; colours are for a terminal only, and not where NO_COLOR is set (https://no-color.org). */

/** heedctl_output_escape: Returns: (transfer full): @text with what a terminal would obey, or would
 * not show, written as its number; all that is not ASCII where the locale is not in UTF-8 */
char *heedctl_output_escape (const char *text);

/** heedctl_output_paint: Returns: (transfer full): @text in the colour of @severity, where there
 * are colours */
char *heedctl_output_paint (HeedSeverity severity, const char *text);

/** heedctl_output_line: prints a line in UTF-8, whatever the locale: of JSON, for programs */
void heedctl_output_line (const char *line);

/** heedctl_output_json: prints @value as one line */
void heedctl_output_json (json_object *value);

G_END_DECLS
