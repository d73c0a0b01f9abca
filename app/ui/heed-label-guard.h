/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/**
 * heed_label_guard_install:
 *
 * Every label offers the actions `link.open` and `link.copy` on the accessibility bus, and GTK 4.8
 * crashes when one of them is activated on a label that has no link. A program that crashes leaves
 * a mail program without an answer, so from then on no label of this one does either. To be called
 * once, before the first label is shown.
 */
void heed_label_guard_install (void);
