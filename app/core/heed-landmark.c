/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"
#include "heed-landmark.h"

#include "heed-landmark-list.h"

#include <stdlib.h>
#include <string.h>

static int
compare (gconstpointer name, gconstpointer entry)
{
  return strcmp (name, *(const char *const *)entry);
}

gboolean
heed_landmark_is_one (const HeedDomain *domain)
{
  return bsearch (heed_domain_get_ascii (domain), heed_landmark_list,
                  G_N_ELEMENTS (heed_landmark_list), sizeof heed_landmark_list[0], compare) != NULL;
}
