/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Skeletons of Unicode Technical Standard 39 alone miss most homographs: they keep marks (á is not
 * a) and hold small capitals and hooked letters apart. So marks are dropped before and after, and
 * what the standard's table does not map is mapped here. The order is that of the measurement that
 * led to it: marks, own map, skeleton, marks, then what looks alike in ASCII. */

#include "config.h"
#include "heed-lookalike.h"

#include <string.h>
#include <unicode/unorm2.h>
#include <unicode/uchar.h>
#include <unicode/uspoof.h>

#define MAX_UNITS 1024

/* Letters that confusables.txt of Unicode 15 does not lead to the ASCII letter whose shape they
 * share, in lower case, from the charts of Latin Extended, IPA Extensions, Greek and Cyrillic
 * (https://www.unicode.org/charts/). */
static const struct
{
  gunichar letter;
  char shape;
} own_map[] = {
  { 0x00df, 'b' }, { 0x00f0, 'o' }, { 0x00fe, 'p' }, { 0x0127, 'h' }, { 0x0131, 'i' },
  { 0x0138, 'k' }, { 0x0142, 'l' }, { 0x014b, 'n' }, { 0x0167, 't' }, { 0x0180, 'b' },
  { 0x0185, 'b' }, { 0x0188, 'c' }, { 0x018c, 'd' }, { 0x0192, 'f' }, { 0x0199, 'k' },
  { 0x019a, 'l' }, { 0x019e, 'n' }, { 0x01a5, 'p' }, { 0x01ad, 't' }, { 0x01b4, 'y' },
  { 0x01b6, 'z' }, { 0x0221, 'd' }, { 0x0225, 'z' }, { 0x0234, 'l' }, { 0x0235, 'n' },
  { 0x0236, 't' }, { 0x023c, 'c' }, { 0x023f, 's' }, { 0x0240, 'z' }, { 0x0247, 'e' },
  { 0x0249, 'j' }, { 0x024b, 'q' }, { 0x024d, 'r' }, { 0x024f, 'y' }, { 0x0253, 'b' },
  { 0x0256, 'd' }, { 0x0257, 'd' }, { 0x0260, 'g' }, { 0x0261, 'g' }, { 0x0262, 'g' },
  { 0x0266, 'h' }, { 0x0268, 'i' }, { 0x026a, 'i' }, { 0x026b, 'l' }, { 0x026c, 'l' },
  { 0x026d, 'l' }, { 0x0271, 'm' }, { 0x0272, 'n' }, { 0x0273, 'n' }, { 0x0274, 'n' },
  { 0x027c, 'r' }, { 0x027d, 'r' }, { 0x027e, 'r' }, { 0x0280, 'r' }, { 0x0282, 's' },
  { 0x0288, 't' }, { 0x0289, 'u' }, { 0x028b, 'v' }, { 0x028f, 'y' }, { 0x0290, 'z' },
  { 0x0291, 'z' }, { 0x0299, 'b' }, { 0x029c, 'h' }, { 0x029f, 'l' }, { 0x0432, 'b' },
  { 0x043a, 'k' }, { 0x043c, 'm' }, { 0x043d, 'h' }, { 0x0442, 't' }, { 0x044c, 'b' },
  { 0x044f, 'r' }, { 0x0475, 'v' }, { 0x04bb, 'h' }, { 0x04cf, 'l' }, { 0x0501, 'd' },
  { 0x051b, 'q' }, { 0x051d, 'w' }, { 0x03b1, 'a' }, { 0x03b2, 'b' }, { 0x03b9, 'i' },
  { 0x03ba, 'k' }, { 0x03bd, 'v' }, { 0x03bf, 'o' }, { 0x03c1, 'p' }, { 0x03c4, 't' },
  { 0x03c5, 'u' }, { 0x03c9, 'w' }, { 0x1d04, 'c' }, { 0x1d05, 'd' }, { 0x1d07, 'e' },
  { 0x1d0a, 'j' }, { 0x1d0b, 'k' }, { 0x1d0d, 'm' }, { 0x1d0f, 'o' }, { 0x1d18, 'p' },
  { 0x1d1b, 't' }, { 0x1d1c, 'u' }, { 0x1d20, 'v' }, { 0x1d21, 'w' }, { 0x1d22, 'z' },
  { 0x0251, 'a' }, { 0x0280, 'r' }, { 0x2c65, 'a' }, { 0x2c66, 't' }, { 0x2c68, 'h' },
  { 0x2c6a, 'k' }, { 0x2c6c, 'z' }, { 0x0259, 'e' }, { 0x2c71, 'v' }, { 0xa731, 's' },
  { 0xa749, 'l' }, { 0xa74b, 'o' }, { 0xa74d, 'o' }, { 0xa751, 'p' }, { 0xa753, 'p' },
  { 0xa791, 'n' }, { 0xa793, 'c' }, { 0xa7a1, 'g' }, { 0xa7a3, 'k' }, { 0xa7a5, 'n' },
  { 0xa7a7, 'r' }, { 0xa7a9, 's' },
};

static USpoofChecker *
get_checker (void)
{
  static gsize once;

  if (g_once_init_enter (&once))
    {
      UErrorCode status = U_ZERO_ERROR;
      USpoofChecker *checker = uspoof_open (&status);

      if (U_SUCCESS (status))
        uspoof_setRestrictionLevel (checker, USPOOF_HIGHLY_RESTRICTIVE);
      if (U_FAILURE (status))
        g_error ("ICU has no data for confusables: %s", u_errorName (status));
      g_once_init_leave (&once, (gsize)checker);
    }
  return (USpoofChecker *)once;
}

static char
find_shape (gunichar c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (own_map); i++)
    {
      if (own_map[i].letter == c)
        return own_map[i].shape;
    }
  return '\0';
}

static GString *
drop_marks (const char *text)
{
  g_autofree char *apart = g_utf8_normalize (text, -1, G_NORMALIZE_NFD);
  GString *plain = g_string_new (NULL);

  for (const char *p = apart; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_unichar_tolower (g_utf8_get_char (p));
      char shape = c < 128 ? '\0' : find_shape (c);

      if (shape != '\0')
        g_string_append_c (plain, shape);
      else if (!g_unichar_ismark (c))
        g_string_append_unichar (plain, c);
    }
  return plain;
}

static char *
fold_unicode (const char *text)
{
  g_autoptr (GString) plain = drop_marks (text);
  g_autoptr (GString) shape = NULL;
  UErrorCode status = U_ZERO_ERROR;
  char skeleton[MAX_UNITS];

  uspoof_getSkeletonUTF8 (get_checker (), 0, plain->str, (int32_t)plain->len, skeleton,
                          sizeof skeleton, &status);
  if (U_FAILURE (status) || status == U_STRING_NOT_TERMINATED_WARNING)
    return g_strdup (plain->str);
  shape = drop_marks (skeleton);
  return g_strdup (shape->str);
}

/* The letter that the pair of ASCII letters at the start of @text reads as, or 0. */
static char
read_pair (const char *text)
{
  switch (text[0])
    {
    case 'r':
    case 'n':
      return text[1] == 'n' ? 'm' : '\0';
    case 'l':
      return text[1] == 'c' ? 'k' : '\0';
    case 'v':
      return text[1] == 'v' ? 'w' : '\0';
    case 'c':
      return text[1] == 'l' ? 'd' : '\0';
    default:
      return '\0';
    }
}

static char *
fold_ascii (const char *text)
{
  char *folded = g_malloc (strlen (text) + 1);
  gsize length = 0;

  while (*text != '\0')
    {
      char one = read_pair (text);

      folded[length++] = one != '\0' ? one : heed_lookalike_fold_letter (*text);
      text += one != '\0' ? 2 : 1;
    }
  folded[length] = '\0';
  return folded;
}

char *
heed_lookalike_fold (const char *text)
{
  g_autofree char *ascii = NULL;

  if (g_str_is_ascii (text))
    return fold_ascii (text);
  ascii = fold_unicode (text);
  return fold_ascii (ascii);
}

gboolean
heed_lookalike_has_own_look (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      if ((guchar)text[i] > 127 || (i + 1 < length && read_pair (text + i) != '\0'))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_label_mixed (const char *label)
{
  UErrorCode status = U_ZERO_ERROR;
  int32_t found = uspoof_checkUTF8 (get_checker (), label, -1, NULL, &status);

  return U_SUCCESS (status) && (found & USPOOF_RESTRICTION_LEVEL) != 0;
}

/* Whether no letter is Latin, and all look so. */
static gboolean
is_label_disguised (const char *label)
{
  UErrorCode status = U_ZERO_ERROR;
  char skeleton[MAX_UNITS];
  int32_t found;

  uspoof_getSkeletonUTF8 (get_checker (), 0, label, -1, skeleton, sizeof skeleton, &status);
  if (U_FAILURE (status) || status == U_STRING_NOT_TERMINATED_WARNING || !g_str_is_ascii (skeleton))
    return FALSE;
  found = uspoof_areConfusableUTF8 (get_checker (), label, -1, skeleton, -1, &status);
  return U_SUCCESS (status) && (found & USPOOF_WHOLE_SCRIPT_CONFUSABLE) != 0;
}

static gboolean
has_label (const char *text, gboolean (*is_such) (const char *))
{
  g_auto (GStrv) labels = g_strsplit (text, ".", -1);
  gboolean found = FALSE;

  for (guint i = 0; labels[i] != NULL && !found; i++)
    found = !g_str_is_ascii (labels[i]) && is_such (labels[i]);
  return found;
}

gboolean
heed_lookalike_is_mixed (const char *text)
{
  return !g_str_is_ascii (text) && has_label (text, is_label_mixed);
}

gboolean
heed_lookalike_is_disguised (const char *text)
{
  const char *dot = strrchr (text, '.');

  return !g_str_is_ascii (text) && dot != NULL && g_str_is_ascii (dot) &&
         has_label (text, is_label_disguised);
}
