/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A pattern is compared as shells do, but going back only to the last `*`: what an earlier one
 * could match instead, the last one can, too. So the cost is at most the product of both lengths,
 * whatever an administrator writes or a sender attaches. */

#include "config.h"
#include "heed-content-rule.h"

#include <glib/gi18n-lib.h>

/* Characters of a subject or a name that are compared. */
#define MOST_CHARACTERS 4000

struct _HeedContentRule
{
  HeedContentPart part;
  gunichar *pattern; /* (owned) (nullable): case-folded */
  guint64 bytes;
  HeedSeverity severity;
  HeedLocalText *text; /* (owned) */
};

G_DEFINE_BOXED_TYPE (HeedContentRule,
                     heed_content_rule,
                     heed_content_rule_ref,
                     heed_content_rule_unref)

static gunichar *
fold (const char *text)
{
  g_autofree char *start =
      g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), MOST_CHARACTERS));
  g_autofree char *folded = g_utf8_casefold (start, -1);

  return g_utf8_to_ucs4_fast (folded, -1, NULL);
}

HeedContentRule *
heed_content_rule_new (HeedContentPart part,
                       const char *pattern,
                       guint64 bytes,
                       HeedSeverity severity,
                       HeedLocalText *text)
{
  HeedContentRule *self = g_atomic_rc_box_new0 (HeedContentRule);

  self->part = part;
  self->pattern = pattern != NULL ? fold (pattern) : NULL;
  self->bytes = bytes;
  self->severity = severity;
  self->text = heed_local_text_ref (text);
  return self;
}

HeedContentRule *
heed_content_rule_ref (HeedContentRule *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
heed_content_rule_clear (gpointer data)
{
  HeedContentRule *self = data;

  g_free (self->pattern);
  heed_local_text_unref (self->text);
}

void
heed_content_rule_unref (HeedContentRule *self)
{
  g_atomic_rc_box_release_full (self, heed_content_rule_clear);
}

static gboolean
matches (const gunichar *pattern, const char *text)
{
  g_autofree gunichar *folded = fold (text);
  const gunichar *c = folded;
  const gunichar *star = NULL; /* after the last one */
  const gunichar *resume = NULL;

  while (*c != 0)
    {
      if (*pattern == '*')
        {
          star = ++pattern;
          resume = c;
        }
      else if (*pattern == '?' || *pattern == *c)
        {
          pattern++;
          c++;
        }
      else if (star != NULL)
        {
          pattern = star;
          c = ++resume;
        }
      else
        return FALSE;
    }
  while (*pattern == '*')
    pattern++;
  return *pattern == 0;
}

static HeedFinding *
make_finding (const HeedContentRule *self, const char *text)
{
  return heed_finding_new (HEED_FINDING_CONTENT, self->severity, HEED_FINDING_WHOLE_MESSAGE, "",
                           NULL, HEED_EVIDENCE_NONE, NULL, heed_local_text_get (self->text), text);
}

static gboolean
is_about (const HeedContentRule *self, const HeedAttachment *attachment)
{
  if (self->part == HEED_CONTENT_BYTES)
    return attachment->bytes > self->bytes;
  return self->part == HEED_CONTENT_ATTACHMENT && matches (self->pattern, attachment->name);
}

static HeedFinding *
find (const HeedContentRule *self, const HeedMessage *message)
{
  const char *subject = heed_message_get_subject (message);
  GArray *attachments = heed_message_get_attachments (message);

  if (self->part == HEED_CONTENT_SUBJECT)
    {
      if (subject == NULL || !matches (self->pattern, subject))
        return NULL;
      return make_finding (self, _ ("Your organisation has a rule about such subjects."));
    }
  for (guint i = 0; i < attachments->len; i++)
    {
      const HeedAttachment *attachment = &g_array_index (attachments, HeedAttachment, i);
      g_autofree char *text = NULL;

      if (!is_about (self, attachment))
        continue;
      /* Translators: %s is the name of a file. */
      text = g_strdup_printf (_ ("Your organisation has a rule about the attachment “%s”."),
                              attachment->name);
      return make_finding (self, text);
    }
  return NULL;
}

GPtrArray *
heed_content_rule_find (GPtrArray *rules, const HeedMessage *message)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_finding_unref);

  for (guint i = 0; i < rules->len; i++)
    {
      HeedFinding *finding = find (rules->pdata[i], message);

      if (finding != NULL)
        g_ptr_array_add (findings, finding);
    }
  return findings;
}
