/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "heed-domain.h"

G_BEGIN_DECLS

/** heed_landmark_is_one: Returns: whether @domain is well known to be somebody's though it is near
 * to others; from data/landmarks.tsv */
gboolean heed_landmark_is_one (const HeedDomain *domain);

G_END_DECLS
