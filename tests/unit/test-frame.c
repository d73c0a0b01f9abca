/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "heed-error.h"
#include "heed-frame.h"
#include "heed-limits.h"

#include <string.h>

static void
push_length (HeedFrameDecoder *decoder, guint32 length)
{
  heed_frame_decoder_push (decoder, &length, sizeof length);
}

static void
assert_pops (HeedFrameDecoder *decoder, const char *payload)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) frame = heed_frame_decoder_pop (decoder, &error);

  g_assert_no_error (error);
  g_assert_nonnull (frame);
  g_assert_cmpmem (g_bytes_get_data (frame, NULL), g_bytes_get_size (frame), payload,
                   strlen (payload));
}

static void
assert_needs_more (HeedFrameDecoder *decoder)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (heed_frame_decoder_pop (decoder, &error));
  g_assert_no_error (error);
}

static void
assert_too_long (HeedFrameDecoder *decoder)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (heed_frame_decoder_pop (decoder, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_LIMIT_EXCEEDED);
}

static void
test_round_trip (void)
{
  static const char *const payloads[] = { "{}", "", "{\"id\":1}" };
  g_autoptr (HeedFrameDecoder) decoder = heed_frame_decoder_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (payloads); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) frame = heed_frame_encode (payloads[i], strlen (payloads[i]), &error);

      g_assert_no_error (error);
      g_assert_cmpuint (g_bytes_get_size (frame), ==, 4 + strlen (payloads[i]));
      heed_frame_decoder_push (decoder, g_bytes_get_data (frame, NULL), g_bytes_get_size (frame));
    }
  for (gsize i = 0; i < G_N_ELEMENTS (payloads); i++)
    assert_pops (decoder, payloads[i]);
  assert_needs_more (decoder);
}

/* A pipe hands over what it has, wherever that ends. */
static void
test_byte_by_byte (void)
{
  g_autoptr (HeedFrameDecoder) decoder = heed_frame_decoder_new ();
  g_autoptr (GBytes) frame = heed_frame_encode ("[1]", 3, NULL);
  gsize size = 0;
  const guint8 *bytes = g_bytes_get_data (frame, &size);

  for (guint round = 0; round < 3; round++)
    {
      for (gsize i = 0; i < size; i++)
        {
          assert_needs_more (decoder);
          heed_frame_decoder_push (decoder, bytes + i, 1);
        }
      assert_pops (decoder, "[1]");
    }
}

/* A frame, and the beginning of the next in one push. */
static void
test_one_and_a_half (void)
{
  g_autoptr (HeedFrameDecoder) decoder = heed_frame_decoder_new ();

  push_length (decoder, 2);
  heed_frame_decoder_push (decoder, "{}", 2);
  push_length (decoder, 3);
  heed_frame_decoder_push (decoder, "[", 1);
  assert_pops (decoder, "{}");
  assert_needs_more (decoder);
  heed_frame_decoder_push (decoder, "1]", 2);
  assert_pops (decoder, "[1]");
  assert_needs_more (decoder);
}

static void
test_longest (void)
{
  g_autoptr (HeedFrameDecoder) decoder = heed_frame_decoder_new ();
  g_autofree char *payload = g_strnfill (HEED_LIMIT_FRAME_BYTES, ' ');
  g_autoptr (GBytes) frame = heed_frame_encode (payload, HEED_LIMIT_FRAME_BYTES, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (frame);
  heed_frame_decoder_push (decoder, g_bytes_get_data (frame, NULL), g_bytes_get_size (frame));
  assert_pops (decoder, payload);
  g_assert_null (heed_frame_encode (payload, HEED_LIMIT_FRAME_BYTES + 1, &error));
  g_assert_error (error, HEED_ERROR, HEED_ERROR_LIMIT_EXCEEDED);
}

/* The length alone tells; nothing is waited for or set aside. */
static void
test_too_long (void)
{
  static const guint32 lengths[] = { HEED_LIMIT_FRAME_BYTES + 1, G_MAXINT32, 0x80000000u,
                                     G_MAXUINT32 };

  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (HeedFrameDecoder) decoder = heed_frame_decoder_new ();

      push_length (decoder, 2);
      heed_frame_decoder_push (decoder, "{}", 2);
      push_length (decoder, lengths[i]);
      assert_pops (decoder, "{}");
      assert_too_long (decoder);
      /* What follows is not taken for a frame. */
      push_length (decoder, 2);
      heed_frame_decoder_push (decoder, "{}", 2);
      assert_too_long (decoder);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/frame/round-trip", test_round_trip);
  g_test_add_func ("/frame/byte-by-byte", test_byte_by_byte);
  g_test_add_func ("/frame/one-and-a-half", test_one_and_a_half);
  g_test_add_func ("/frame/longest", test_longest);
  g_test_add_func ("/frame/too-long", test_too_long);
  return g_test_run ();
}
