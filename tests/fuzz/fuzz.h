/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <stddef.h>
#include <stdint.h>

/** LLVMFuzzerTestOneInput: one input of a fuzz target, as libFuzzer and the replay call it; the
 * name is libFuzzer's. Returns: 0 */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
