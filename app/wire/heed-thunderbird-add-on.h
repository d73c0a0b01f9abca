/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HeedThunderbirdAddOn:
 * @HEED_THUNDERBIRD_ADD_ON_UNKNOWN: Thunderbird has no profile that can be read
 * @HEED_THUNDERBIRD_ADD_ON_MISSING: it is in no profile
 * @HEED_THUNDERBIRD_ADD_ON_DISABLED: it is there and switched off
 * @HEED_THUNDERBIRD_ADD_ON_OUTDATED: it is on, and older than this Heed
 * @HEED_THUNDERBIRD_ADD_ON_CURRENT: all is well
 *
 * How Heed's add-on is in a Thunderbird, by what that writes down about its add-ons. The better one
 * counts where profiles differ.
 */
typedef enum
{
  HEED_THUNDERBIRD_ADD_ON_UNKNOWN,
  HEED_THUNDERBIRD_ADD_ON_MISSING,
  HEED_THUNDERBIRD_ADD_ON_DISABLED,
  HEED_THUNDERBIRD_ADD_ON_OUTDATED,
  HEED_THUNDERBIRD_ADD_ON_CURRENT,
} HeedThunderbirdAddOn;

/** heed_thunderbird_add_on_find: @folder: where Thunderbird's profiles are. Blocks. Returns: how
 * the add-on is */
HeedThunderbirdAddOn heed_thunderbird_add_on_find (const char *folder);

/** heed_thunderbird_add_on_is_older: Returns: whether the version @one, such as `0.1.0`, comes
 * before @other; one that cannot be understood comes first */
gboolean heed_thunderbird_add_on_is_older (const char *one, const char *other);

G_END_DECLS
