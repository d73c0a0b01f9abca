/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Stands before the C library's allocator: the definitions of a program come before those of its
 * libraries, so GLib's and ICU's calls are counted as well. For programs of one thread. */

#include "config.h"
#include "counted-memory.h"

#include <malloc.h>

extern void *__libc_malloc (size_t size);
extern void *__libc_calloc (size_t n, size_t size);
extern void *__libc_realloc (void *block, size_t size);
extern void __libc_free (void *block);

static guint64 n_allocations;
static gint64 n_bytes;

static gint64
get_size (void *block)
{
  return block != NULL ? (gint64)(malloc_usable_size (block) + sizeof (size_t)) : 0;
}

void *
malloc (size_t size)
{
  void *block = __libc_malloc (size);

  n_allocations++;
  n_bytes += get_size (block);
  return block;
}

void *
calloc (size_t n, size_t size)
{
  void *block = __libc_calloc (n, size);

  n_allocations++;
  n_bytes += get_size (block);
  return block;
}

void *
realloc (void *block, size_t size)
{
  gint64 before = get_size (block);
  void *after = __libc_realloc (block, size);

  n_allocations++;
  n_bytes += get_size (after) - before;
  return after;
}

void
free (void *block)
{
  n_bytes -= get_size (block);
  __libc_free (block);
}

guint64
counted_memory_get_allocations (void)
{
  return n_allocations;
}

gint64
counted_memory_get_bytes (void)
{
  return n_bytes;
}
