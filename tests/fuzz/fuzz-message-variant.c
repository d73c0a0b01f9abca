/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The arguments of ConfirmSend, as any bytes that the bus could carry: a message or an error. */

#include "fuzz.h"
#include "heed-message-variant.h"
#include "heed-request-options.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const GVariantType *type = G_VARIANT_TYPE ("(a(ss)a{sv})");
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GVariant) any = g_variant_ref_sink (g_variant_new_from_bytes (type, bytes, FALSE));
  g_autoptr (GVariant) arguments = g_variant_get_normal_form (any);
  g_autoptr (GVariant) recipients = g_variant_get_child_value (arguments, 0);
  g_autoptr (GVariant) options = g_variant_get_child_value (arguments, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) options_error = NULL;
  g_autoptr (HeedRequestOptions) request = heed_request_options_new (options, &options_error);
  g_autoptr (HeedMessage) message = heed_message_variant_parse (recipients, options, &error);
  g_autoptr (GVariant) back = NULL;
  g_autoptr (HeedMessage) again = NULL;

  g_assert_true ((request == NULL) == (options_error != NULL));
  if (message == NULL)
    {
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }
  back = g_variant_ref_sink (heed_message_variant_recipients (message));
  again = heed_message_variant_parse (back, options, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (heed_message_get_digest (again), ==, heed_message_get_digest (message));
  return 0;
}
