/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A correspondent is found by the address, so what is learned is added to its row. A decision is
 * found by its content, so that bringing it in twice makes one of it; two decisions differ at least
 * in the microsecond. */

#include "config.h"
#include "heed-history-records.h"

#include <string.h>

#include "heed-limits.h"
#include "heed-sealed-rows.h"

/* Records between two reports of progress. */
#define PROGRESS_STEP 500

struct _HeedHistoryRecords
{
  HeedSealedRows *rows; /* (owned) */
  guint n_decisions;
};

typedef struct
{
  HeedHistoryRecords *records;
  HeedKnownDomains *known;
  GPtrArray *trusts;   /* (element-type HeedTrust) */
  GHashTable *numbers; /* (owned): domain as stored → its number in @known, plus 1 */
  guint n;
} Reading;

HeedHistoryRecords *
heed_history_records_new (sqlite3 *database, const HeedKey *key)
{
  HeedSealedRows *rows = heed_sealed_rows_new (database, key);

  if (rows == NULL)
    return NULL;
  HeedHistoryRecords *self = g_new0 (HeedHistoryRecords, 1);
  self->rows = rows;
  return self;
}

void
heed_history_records_free (HeedHistoryRecords *self)
{
  heed_sealed_rows_free (self->rows);
  g_free (self);
}

/* The domains of many mailboxes are few, so each is parsed once. */
static gboolean
add_known (Reading *reading, const char *address, const HeedSends *sends)
{
  const char *typed = strrchr (address, '@') + 1;
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (reading->numbers, typed));

  if (number == 0)
    {
      g_autoptr (HeedDomain) domain = heed_domain_new (typed, NULL);

      if (domain == NULL)
        return FALSE;
      number = heed_known_domains_get_number (reading->known, domain) + 1;
      g_hash_table_insert (reading->numbers, g_strdup (typed), GUINT_TO_POINTER (number));
    }
  heed_known_domains_add_address (reading->known, address, number - 1, sends);
  reading->n++;
  return TRUE;
}

static void
add_trust (Reading *reading, HeedTrust *trust)
{
  heed_known_domains_set_trusted (reading->known, heed_trust_get_subject (trust), TRUE);
  g_ptr_array_add (reading->trusts, heed_trust_ref (trust));
}

static gboolean
read_correspondent (Reading *reading, GBytes *plain)
{
  const char *address;
  HeedSends sends;
  gboolean trusted;

  if (!heed_correspondent_peek (plain, &address, &sends, &trusted) ||
      !add_known (reading, address, &sends))
    return FALSE;
  if (trusted)
    {
      g_autoptr (HeedTrust) trust = heed_trust_new_marked (address, sends.last);

      if (trust != NULL)
        add_trust (reading, trust);
    }
  return TRUE;
}

static gboolean
read_cb (HeedSealKind kind, const guint8 *id, GBytes *plain, gpointer user_data)
{
  Reading *reading = user_data;

  if (kind == HEED_SEAL_CORRESPONDENT)
    return read_correspondent (reading, plain);
  if (kind == HEED_SEAL_TRUST)
    {
      g_autoptr (HeedTrust) trust = heed_trust_new_from_bytes (plain);

      if (trust != NULL)
        add_trust (reading, trust);
      return trust != NULL;
    }
  g_autoptr (HeedPastDecision) decision = heed_past_decision_new_from_bytes (plain);
  reading->records->n_decisions++;
  return decision != NULL;
}

int
heed_history_records_read (
    HeedHistoryRecords *self, HeedKnownDomains *known, GPtrArray *trusts, guint *n, gboolean *whole)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading reading = { self, known, trusts, numbers, 0 };

  self->n_decisions = 0;
  int result = heed_sealed_rows_read_all (self->rows, read_cb, &reading, whole);
  *n = reading.n;
  return result;
}

int
heed_history_records_repair (HeedHistoryRecords *self)
{
  g_autoptr (HeedKnownDomains) known = heed_known_domains_new ();
  g_autoptr (GPtrArray) trusts = g_ptr_array_new_with_free_func ((GDestroyNotify)heed_trust_unref);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading reading = { self, known, trusts, numbers, 0 };

  self->n_decisions = 0;
  return heed_sealed_rows_repair (self->rows, read_cb, &reading);
}

typedef HeedCorrespondent *(*Join) (const HeedCorrespondent *self, const HeedCorrespondent *other);

static int
join (HeedHistoryRecords *self, const HeedCorrespondent *correspondent, Join how)
{
  guint8 id[HEED_SEAL_ID_BYTES];
  g_autoptr (GBytes) before = NULL;

  heed_sealed_rows_make_id (self->rows, heed_correspondent_get_address (correspondent), id);
  int result = heed_sealed_rows_get (self->rows, HEED_SEAL_CORRESPONDENT, id, &before);
  if (result != SQLITE_OK)
    return result;
  g_autoptr (HeedCorrespondent) known =
      before != NULL ? heed_correspondent_new_from_bytes (before) : NULL;
  g_autoptr (HeedCorrespondent) sum = known != NULL ? how (known, correspondent) : NULL;
  g_autoptr (GBytes) plain = heed_correspondent_to_bytes (sum != NULL ? sum : correspondent);
  return heed_sealed_rows_put (self->rows, HEED_SEAL_CORRESPONDENT, id, plain);
}

int
heed_history_records_learn (HeedHistoryRecords *self, const HeedCorrespondent *correspondent)
{
  return join (self, correspondent, heed_correspondent_merge);
}

int
heed_history_records_import (HeedHistoryRecords *self, const HeedCorrespondent *correspondent)
{
  return join (self, correspondent, heed_correspondent_unite);
}

/* Takes the mark off a correspondent that was imported with one. */
static int
unmark (HeedHistoryRecords *self, const guint8 *id)
{
  g_autoptr (GBytes) before = NULL;
  int result = heed_sealed_rows_get (self->rows, HEED_SEAL_CORRESPONDENT, id, &before);
  g_autoptr (HeedCorrespondent) marked =
      before != NULL ? heed_correspondent_new_from_bytes (before) : NULL;

  if (result != SQLITE_OK || marked == NULL || !heed_correspondent_is_trusted (marked))
    return result;
  g_autoptr (HeedCorrespondent) unmarked = heed_correspondent_new_trusted (marked, FALSE);
  g_autoptr (GBytes) plain = heed_correspondent_to_bytes (unmarked);
  return heed_sealed_rows_put (self->rows, HEED_SEAL_CORRESPONDENT, id, plain);
}

int
heed_history_records_trust (HeedHistoryRecords *self, const HeedTrust *trust)
{
  g_autoptr (GBytes) plain = heed_trust_to_bytes (trust);
  guint8 id[HEED_SEAL_ID_BYTES];
  int result;

  heed_sealed_rows_make_id (self->rows, heed_trust_get_subject (trust), id);
  if (!heed_trust_is_withdrawn (trust))
    return heed_sealed_rows_put (self->rows, HEED_SEAL_TRUST, id, plain);
  result = heed_sealed_rows_remove (self->rows, HEED_SEAL_TRUST, id);
  return result == SQLITE_OK ? unmark (self, id) : result;
}

/* A row that a query means. */
typedef struct
{
  HeedSealKind kind;
  guint8 id[HEED_SEAL_ID_BYTES];
  gint64 time; /* of a decision */
} Found;

typedef struct
{
  const HeedHistoryQuery *query;
  GArray *found;             /* (nullable) (element-type Found) */
  GPtrArray *correspondents; /* (nullable) */
  GPtrArray *decisions;      /* (nullable) */
} Search;

static gboolean
search_cb (HeedSealKind kind, const guint8 *id, GBytes *plain, gpointer user_data)
{
  Search *search = user_data;
  Found found = { kind, { 0 }, 0 };
  g_autoptr (HeedCorrespondent) correspondent = NULL;
  g_autoptr (HeedPastDecision) decision = NULL;
  g_autoptr (HeedTrust) trust = NULL;

  if (kind == HEED_SEAL_CORRESPONDENT)
    correspondent = heed_correspondent_new_from_bytes (plain);
  else if (kind == HEED_SEAL_TRUST)
    trust = heed_trust_new_from_bytes (plain);
  else
    decision = heed_past_decision_new_from_bytes (plain);
  if (correspondent != NULL &&
      !heed_history_query_fits_correspondent (search->query, correspondent))
    return TRUE;
  if (decision != NULL && !heed_history_query_fits_decision (search->query, decision))
    return TRUE;
  if (trust != NULL && !heed_history_query_fits_trust (search->query, trust))
    return TRUE;
  if (search->found != NULL)
    {
      memcpy (found.id, id, sizeof found.id);
      found.time = decision != NULL ? heed_past_decision_get_time (decision) : 0;
      g_array_append_val (search->found, found);
    }
  else if (correspondent != NULL)
    g_ptr_array_add (search->correspondents, g_steal_pointer (&correspondent));
  else if (decision != NULL)
    g_ptr_array_add (search->decisions, g_steal_pointer (&decision));
  return TRUE;
}

int
heed_history_records_list (HeedHistoryRecords *self,
                           const HeedHistoryQuery *query,
                           GPtrArray *correspondents,
                           GPtrArray *decisions)
{
  Search search = { query, NULL, correspondents, decisions };
  gboolean whole;

  return heed_sealed_rows_read_all (self->rows, search_cb, &search, &whole);
}

int
heed_history_records_erase (HeedHistoryRecords *self,
                            const HeedHistoryQuery *query,
                            HeedHistoryProgressFunc progress,
                            gpointer user_data,
                            GCancellable *cancellable,
                            guint *n_correspondents,
                            guint *n_decisions)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  Search search = { query, found, NULL, NULL };
  gboolean whole;
  int result = heed_sealed_rows_read_all (self->rows, search_cb, &search, &whole);

  *n_correspondents = 0;
  *n_decisions = 0;
  for (guint i = 0; result == SQLITE_OK && i < found->len; i++)
    {
      const Found *one = &g_array_index (found, Found, i);

      if (progress != NULL && i % PROGRESS_STEP == 0)
        progress (i, found->len, user_data);
      if (g_cancellable_is_cancelled (cancellable))
        return SQLITE_INTERRUPT;
      result = heed_sealed_rows_remove (self->rows, one->kind, one->id);
      *n_correspondents += one->kind != HEED_SEAL_DECISION;
      *n_decisions += one->kind == HEED_SEAL_DECISION;
    }
  if (result == SQLITE_OK)
    self->n_decisions -= MIN (self->n_decisions, *n_decisions);
  return result;
}

static int
compare_time (gconstpointer a, gconstpointer b)
{
  gint64 time_a = ((const Found *)a)->time;
  gint64 time_b = ((const Found *)b)->time;

  return time_a < time_b ? -1 : time_a > time_b;
}

/* Makes room, so that a caller who asks without end does not fill the disk. */
static int
remove_oldest_tenth (HeedHistoryRecords *self)
{
  g_autoptr (HeedHistoryQuery) everything = heed_history_query_new (NULL, NULL, NULL, 0);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  Search search = { everything, found, NULL, NULL };
  int result = heed_sealed_rows_read (self->rows, HEED_SEAL_DECISION, search_cb, &search);

  g_array_sort (found, compare_time);
  for (guint i = 0; result == SQLITE_OK && i < (found->len + 9) / 10; i++)
    {
      result = heed_sealed_rows_remove (self->rows, HEED_SEAL_DECISION,
                                        g_array_index (found, Found, i).id);
      self->n_decisions--;
    }
  return result;
}

int
heed_history_records_remember (HeedHistoryRecords *self, const HeedPastDecision *decision)
{
  g_autoptr (GBytes) plain = heed_past_decision_to_bytes (decision);
  g_autofree char *content = heed_past_decision_make_identity (decision);
  guint8 id[HEED_SEAL_ID_BYTES];
  g_autoptr (GBytes) before = NULL;

  heed_sealed_rows_make_id (self->rows, content, id);
  int result = heed_sealed_rows_get (self->rows, HEED_SEAL_DECISION, id, &before);
  if (result != SQLITE_OK || before != NULL)
    return result;
  if (self->n_decisions >= HEED_LIMIT_DECISIONS)
    result = remove_oldest_tenth (self);
  if (result == SQLITE_OK)
    result = heed_sealed_rows_put (self->rows, HEED_SEAL_DECISION, id, plain);
  self->n_decisions++;
  return result;
}

int
heed_history_records_finish (HeedHistoryRecords *self)
{
  return heed_sealed_rows_finish (self->rows);
}

static gboolean
count_cb (HeedSealKind kind, const guint8 *id, GBytes *plain, gpointer user_data)
{
  HeedHistoryRecords *self = user_data;

  self->n_decisions++;
  return TRUE;
}

int
heed_history_records_reload (HeedHistoryRecords *self)
{
  int result = heed_sealed_rows_reload (self->rows);

  self->n_decisions = 0;
  if (result == SQLITE_OK)
    result = heed_sealed_rows_read (self->rows, HEED_SEAL_DECISION, count_cb, self);
  return result;
}
