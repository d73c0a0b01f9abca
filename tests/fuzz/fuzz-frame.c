/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* However the stream is cut, the same frames come out of it. The first byte says how it is cut. */

#include "fuzz.h"
#include "heed-frame.h"
#include "heed-limits.h"

static char *
decode (const uint8_t *data, size_t size, size_t step)
{
  g_autoptr (HeedFrameDecoder) decoder = heed_frame_decoder_new ();
  g_autoptr (GChecksum) frames = g_checksum_new (G_CHECKSUM_SHA256);
  g_autoptr (GError) error = NULL;
  GBytes *frame;

  for (size_t start = 0; start < size && error == NULL; start += step)
    {
      heed_frame_decoder_push (decoder, data + start, MIN (step, size - start));
      while ((frame = heed_frame_decoder_pop (decoder, &error)) != NULL)
        {
          gsize length = g_bytes_get_size (frame);

          g_assert_cmpuint (length, <=, HEED_LIMIT_FRAME_BYTES);
          g_checksum_update (frames, (const guchar *)&length, sizeof length);
          g_checksum_update (frames, g_bytes_get_data (frame, NULL), (gssize)length);
          g_bytes_unref (frame);
        }
    }
  g_checksum_update (frames, (const guchar *)(error != NULL ? "!" : "."), 1);
  return g_strdup (g_checksum_get_string (frames));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *whole = NULL;
  g_autofree char *pieces = NULL;

  if (size == 0)
    return 0;
  whole = decode (data + 1, size - 1, size);
  pieces = decode (data + 1, size - 1, 1 + data[0] % 16);
  g_assert_cmpstr (whole, ==, pieces);
  return 0;
}
