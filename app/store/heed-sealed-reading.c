/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Why threads: to open a hundred thousand rows is most of what a history takes to open, a row knows
 * nothing of the others, and the first message of the day waits for it. So the thread that reads
 * the table copies rows to chunks, others open them, and the first goes on with what comes back.
 * A chunk belongs to one thread at a time. A small table stays on its thread. */

#include "config.h"
#include "heed-sealed-reading.h"

#include <string.h>

/* Rows of a chunk, and bytes that they usually have. */
#define CHUNK_ROWS 512
#define USUAL_BYTES 256

/* Chunks that the reading thread opens by itself; only then are threads worth their while. */
#define ALONE_CHUNKS 4

/* More threads than this would wait for the one that reads. */
#define MAX_THREADS 4

/* Chunks on their way, for each thread: one is opened, the next waits. */
#define CHUNKS_PER_THREAD 2

typedef struct
{
  guint8 id[HEED_SEAL_ID_BYTES];
  gsize offset;       /* where its content begins */
  gsize length;       /* and how much of it there is, while it is sealed */
  gsize plain_length; /* and then */
  gboolean opened;    /* whether it is plain */
} Row;

typedef struct
{
  GArray *rows;       /* (owned) (element-type Row) */
  GByteArray *sealed; /* (owned): their contents, one behind the other */
  guint8 *plain;      /* (owned) (nullable): the same, opened, each at its offset */
  guint8 imprint[HEED_SEAL_IMPRINT_BYTES];
} Chunk;

struct _HeedSealedReading
{
  const HeedSeal *seal;
  HeedSealKind kind;
  HeedSealedRowFunc func;
  gpointer user_data;
  GThreadPool *pool;    /* (owned) (nullable): while there is more than a chunk */
  GAsyncQueue *opened;  /* (owned) (element-type Chunk): what comes back */
  guint n_threads;      /* of the pool */
  guint n_alone;        /* chunks that were opened without the pool */
  guint n_on_their_way; /* chunks that the pool has, or gave back */
  gboolean whole;
  guint8 imprint[HEED_SEAL_IMPRINT_BYTES];
};

static Chunk *
chunk_new (void)
{
  Chunk *self = g_new0 (Chunk, 1);

  self->rows = g_array_sized_new (FALSE, FALSE, sizeof (Row), CHUNK_ROWS);
  self->sealed = g_byte_array_sized_new (CHUNK_ROWS * USUAL_BYTES);
  return self;
}

static void
chunk_free (Chunk *self)
{
  g_array_unref (self->rows);
  g_byte_array_unref (self->sealed);
  g_free (self->plain);
  g_free (self);
}

static gboolean
chunk_is_full (const Chunk *self)
{
  return self->rows->len >= CHUNK_ROWS;
}

/* Returns: whether it could be a row */
static gboolean
chunk_add (Chunk *self, sqlite3_stmt *source)
{
  const guint8 *id = sqlite3_column_blob (source, 0);
  int id_length = sqlite3_column_bytes (source, 0);
  const guint8 *sealed = sqlite3_column_blob (source, 1);
  guint length = (guint)sqlite3_column_bytes (source, 1);
  Row row = { { 0 }, self->sealed->len, length, 0, FALSE };

  if (id_length != HEED_SEAL_ID_BYTES || sealed == NULL)
    return FALSE;
  memcpy (row.id, id, sizeof row.id);
  g_byte_array_append (self->sealed, sealed, length);
  g_array_append_val (self->rows, row);
  return TRUE;
}

/* On any thread. */
static void
chunk_open (Chunk *self, const HeedSeal *seal, HeedSealKind kind)
{
  self->plain = g_malloc (self->sealed->len);
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row *row = &g_array_index (self->rows, Row, i);
      const guint8 *sealed = self->sealed->data + row->offset;

      row->opened = heed_seal_open_to (seal, kind, row->id, sealed, row->length,
                                       self->plain + row->offset, &row->plain_length);
      if (row->opened)
        heed_seal_add_imprint (seal, self->imprint, kind, row->id, sealed, row->length);
    }
}

HeedSealedReading *
heed_sealed_reading_new (const HeedSeal *seal,
                         HeedSealKind kind,
                         HeedSealedRowFunc func,
                         gpointer user_data)
{
  HeedSealedReading *self = g_new0 (HeedSealedReading, 1);

  self->seal = seal;
  self->kind = kind;
  self->func = func;
  self->user_data = user_data;
  self->opened = g_async_queue_new_full ((GDestroyNotify)chunk_free);
  self->n_threads = MIN (g_get_num_processors (), MAX_THREADS);
  self->whole = TRUE;
  return self;
}

void
heed_sealed_reading_free (HeedSealedReading *self)
{
  if (self->pool != NULL)
    g_thread_pool_free (self->pool, FALSE, TRUE);
  g_async_queue_unref (self->opened);
  g_free (self);
}

static void
open_cb (gpointer data, gpointer user_data)
{
  HeedSealedReading *self = user_data;
  Chunk *chunk = data;

  chunk_open (chunk, self->seal, self->kind);
  g_async_queue_push (self->opened, chunk);
}

/* Takes @chunk, which was opened. */
static void
heed_sealed_reading_tell (HeedSealedReading *self, Chunk *chunk)
{
  for (guint i = 0; i < chunk->rows->len; i++)
    {
      const Row *row = &g_array_index (chunk->rows, Row, i);
      g_autoptr (GBytes) plain =
          row->opened ? g_bytes_new_static (chunk->plain + row->offset, row->plain_length) : NULL;

      if (plain == NULL || !self->func (self->kind, row->id, plain, self->user_data))
        self->whole = FALSE;
    }
  for (gsize i = 0; i < sizeof self->imprint; i++)
    self->imprint[i] ^= chunk->imprint[i];
  chunk_free (chunk);
}

/* Goes on with what came back, until at most @n chunks are on their way. */
static void
heed_sealed_reading_collect (HeedSealedReading *self, guint n)
{
  Chunk *chunk;

  while (self->n_on_their_way > n)
    {
      chunk = g_async_queue_pop (self->opened);
      self->n_on_their_way--;
      heed_sealed_reading_tell (self, chunk);
    }
}

/* Takes @chunk, and opens it. */
static void
heed_sealed_reading_open_alone (HeedSealedReading *self, Chunk *chunk)
{
  self->n_alone++;
  chunk_open (chunk, self->seal, self->kind);
  heed_sealed_reading_tell (self, chunk);
}

/* Takes @chunk, and lets a thread open it. */
static void
heed_sealed_reading_push (HeedSealedReading *self, Chunk *chunk)
{
  if (self->pool == NULL)
    self->pool = g_thread_pool_new (open_cb, self, (int)self->n_threads, FALSE, NULL);
  self->n_on_their_way++;
  g_thread_pool_push (self->pool, chunk, NULL);
  heed_sealed_reading_collect (self, self->n_threads * CHUNKS_PER_THREAD);
}

int
heed_sealed_reading_run (HeedSealedReading *self, sqlite3_stmt *rows)
{
  Chunk *chunk = chunk_new ();
  int result;

  while ((result = sqlite3_step (rows)) == SQLITE_ROW)
    {
      if (chunk_is_full (chunk))
        {
          if (self->n_alone < ALONE_CHUNKS)
            heed_sealed_reading_open_alone (self, chunk);
          else
            heed_sealed_reading_push (self, chunk);
          chunk = chunk_new ();
        }
      self->whole = chunk_add (chunk, rows) && self->whole;
    }
  heed_sealed_reading_open_alone (self, chunk);
  heed_sealed_reading_collect (self, 0);
  return result == SQLITE_DONE ? SQLITE_OK : result;
}

gboolean
heed_sealed_reading_is_whole (const HeedSealedReading *self)
{
  return self->whole;
}

const guint8 *
heed_sealed_reading_get_imprint (const HeedSealedReading *self)
{
  return self->imprint;
}
