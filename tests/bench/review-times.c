/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the review of one recipient costs: review-times
 *
 * Prints a name and a number a line: processor time in ns (of this thread, so that what else the
 * machine does counts little), bytes, or calls of the allocator. The messages are made before the
 * clock starts; each list of typed domains is long enough that what a review remembers of the last
 * one is of no help to the next. */

#include "config.h"

#include "bare-filter.h"
#include "counted-memory.h"
#include "heed-limits.h"
#include "heed-near-index.h"
#include "heed-policy-builder.h"
#include "heed-reviewer.h"
#include "invented-domains.h"

#include <string.h>

#define FEW 10000
#define MANY 1000000
#define NEAR 100000
#define PEOPLE 200000
#define CROWD 10000
#define CROWD_DOMAINS 300
#define TYPED 2000
#define SEED 7
#define FILTER_LIMIT 2

typedef char *(*TypeFunc) (GRand *chance, GPtrArray *domains);

static gint64
get_nanoseconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_GINT64_CONSTANT (1000000000) + now.tv_nsec;
}

static void
show (const char *list, const char *what, double value)
{
  g_print ("%s-%s %.1f\n", list, what, value);
}

static HeedDomain *
make_domain (const char *text)
{
  g_autoptr (GError) error = NULL;
  HeedDomain *domain = heed_domain_new (text, &error);

  if (domain == NULL)
    g_error ("%s", error->message);
  return domain;
}

static void
add_recipient (HeedMessageBuilder *builder, const char *mailbox)
{
  g_autoptr (GError) error = NULL;

  if (!heed_message_builder_add_recipient (builder, HEED_ROLE_TO, mailbox, &error))
    g_error ("%s", error->message);
}

static HeedMessage *
make_message (const char *mailbox)
{
  g_autoptr (HeedMessageBuilder) builder = heed_message_builder_new ();

  add_recipient (builder, mailbox);
  return heed_message_builder_end (builder);
}

static char *
make_mailbox (const char *domain)
{
  return g_strconcat ("someone@", domain, NULL);
}

static char *
type_known (GRand *chance, GPtrArray *domains)
{
  return g_strdup (domains->pdata[g_rand_int_range (chance, 0, FEW)]);
}

static char *
type_slip (GRand *chance, GPtrArray *domains)
{
  return invented_domains_slip (chance, domains->pdata[g_rand_int_range (chance, 0, FEW)]);
}

static char *
type_stranger (GRand *chance, GPtrArray *domains)
{
  return invented_domains_make (chance);
}

static GPtrArray *
type_domains (GPtrArray *domains, TypeFunc type)
{
  GPtrArray *typed = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRand) chance = g_rand_new_with_seed (SEED);

  for (guint i = 0; i < TYPED; i++)
    {
      g_autofree char *domain = type (chance, domains);

      g_ptr_array_add (typed, make_mailbox (domain));
    }
  return typed;
}

static HeedPolicy *
make_policy (void)
{
  g_autoptr (HeedPolicyBuilder) builder = heed_policy_builder_new ();

  return heed_policy_builder_end (builder);
}

static guint
review (HeedMessage *message, HeedPolicy *policy, HeedKnownDomains *known)
{
  g_autoptr (HeedReview) result = heed_reviewer_review (message, policy, known);

  return heed_review_get_findings (result)->len;
}

/* The mean of all, after one that fills what is filled once. How many findings there are is shown
 * as well, since a fast answer that is wrong is no figure. */
static void
time_reviews (const char *list, const char *what, GPtrArray *typed, HeedKnownDomains *known)
{
  g_autoptr (GPtrArray) messages =
      g_ptr_array_new_with_free_func ((GDestroyNotify)heed_message_unref);
  g_autoptr (HeedPolicy) policy = make_policy ();
  g_autofree char *allocations = g_strconcat (what, "-allocations", NULL);
  g_autofree char *findings = g_strconcat (what, "-findings", NULL);
  guint64 allocated;
  gint64 start;
  guint n_findings = 0;

  for (guint i = 0; i < typed->len; i++)
    g_ptr_array_add (messages, make_message (typed->pdata[i]));
  review (messages->pdata[0], policy, known);
  allocated = counted_memory_get_allocations ();
  start = get_nanoseconds ();
  for (guint i = 0; i < messages->len; i++)
    n_findings += review (messages->pdata[i], policy, known);
  show (list, what, (double)(get_nanoseconds () - start) / messages->len);
  show (list, allocations, (double)(counted_memory_get_allocations () - allocated) / messages->len);
  show (list, findings, (double)n_findings / messages->len);
}

static void
time_bare_filter (const char *list, GPtrArray *domains, GPtrArray *typed, guint rounds)
{
  gint64 start = get_nanoseconds ();
  guint n_near = 0;

  for (guint i = 0; i < rounds; i++)
    {
      const char *mailbox = typed->pdata[i % typed->len];

      n_near += bare_filter_count (domains, strchr (mailbox, '@') + 1, FILTER_LIMIT);
    }
  show (list, "bare-filter", (double)(get_nanoseconds () - start) / rounds);
  show (list, "bare-filter-near", (double)n_near / rounds);
}

static HeedKnownDomains *
build_known (const char *list, GPtrArray *texts)
{
  g_autoptr (GPtrArray) domains =
      g_ptr_array_new_full (texts->len, (GDestroyNotify)heed_domain_unref);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (guint32));
  HeedKnownDomains *known;
  gint64 bytes;
  gint64 start = get_nanoseconds ();

  for (guint i = 0; i < texts->len; i++)
    g_ptr_array_add (domains, make_domain (texts->pdata[i]));
  show (list, "parse", (double)(get_nanoseconds () - start) / texts->len);
  bytes = counted_memory_get_bytes ();
  start = get_nanoseconds ();
  known = heed_known_domains_new ();
  for (guint i = 0; i < domains->len; i++)
    heed_known_domains_add_domain (known, domains->pdata[i], 1 + i % 50);
  /* The index is complete when it was searched for the first time. */
  heed_domain_set_search (heed_known_domains_get_set (known), domains->pdata[0],
                          HEED_LIMIT_COMPARED, ids);
  show (list, "build", (double)(get_nanoseconds () - start) / texts->len);
  show (list, "bytes", (double)(counted_memory_get_bytes () - bytes) / texts->len);
  return known;
}

static void
measure_list (const char *list, GPtrArray *all, guint n, guint filter_rounds)
{
  g_autoptr (GPtrArray) domains = g_ptr_array_new ();
  g_autoptr (GPtrArray) known_ones = type_domains (all, type_known);
  g_autoptr (GPtrArray) slips = type_domains (all, type_slip);
  g_autoptr (GPtrArray) strangers = type_domains (all, type_stranger);
  g_autoptr (HeedKnownDomains) known = NULL;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (domains, all->pdata[i]);
  known = build_known (list, domains);
  time_bare_filter (list, domains, slips, filter_rounds);
  time_reviews (list, "known", known_ones, known);
  time_reviews (list, "slip", slips, known);
  time_reviews (list, "stranger", strangers, known);
}

/* Everything that is known is two letters from what was typed. */
static void
measure_near (const char *list, const char *domain, guint n)
{
  g_autoptr (GPtrArray) domains = invented_domains_new_near (domain, n);
  g_autoptr (GPtrArray) typed = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (HeedKnownDomains) known = build_known (list, domains);

  for (guint i = 0; i < 5; i++)
    g_ptr_array_add (typed, make_mailbox (domain));
  show (list, "domains", domains->len);
  time_bare_filter (list, domains, typed, 20);
  time_reviews (list, "slip", typed, known);
}

/* What the filter allocates for one search, however much it compares. */
static void
count_search (const char *list, GPtrArray *names, guint n)
{
  g_autoptr (HeedNearIndex) index = heed_near_index_new ();
  g_autoptr (GArray) ids = g_array_sized_new (FALSE, FALSE, sizeof (guint32), NEAR);
  guint64 allocated;

  for (guint i = 0; i < n; i++)
    heed_near_index_add (index, names->pdata[i], i);
  heed_near_index_search (index, names->pdata[0], HEED_LIMIT_COMPARED, ids);
  allocated = counted_memory_get_allocations ();
  for (guint i = 0; i < TYPED; i++)
    {
      g_array_set_size (ids, 0);
      heed_near_index_search (index, names->pdata[i], HEED_LIMIT_COMPARED, ids);
    }
  show (list, "search-allocations",
        (double)(counted_memory_get_allocations () - allocated) / TYPED);
}

/* All that is known are people at one domain; what is typed are slips of their local parts. */
static void
measure_people (const char *list, GPtrArray *locals)
{
  g_autoptr (HeedKnownDomains) known = heed_known_domains_new ();
  g_autoptr (GPtrArray) typed = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GRand) chance = g_rand_new_with_seed (SEED);
  g_autoptr (HeedDomain) domain = make_domain ("example.com");
  g_autoptr (HeedPolicy) policy = make_policy ();
  g_autoptr (HeedMessage) first = NULL;
  gint64 start;

  for (guint i = 0; i < PEOPLE; i++)
    {
      g_autoptr (HeedMailbox) mailbox =
          heed_mailbox_new_from_parts (NULL, locals->pdata[i], domain);

      heed_known_domains_add_mailbox (known, mailbox, 1 + i % 50);
    }
  for (guint i = 0; i < TYPED; i++)
    {
      const char *local = locals->pdata[g_rand_int_range (chance, 0, PEOPLE)];
      g_autofree char *slip = invented_domains_slip (chance, local);

      g_ptr_array_add (typed, g_strconcat (slip, "@example.com", NULL));
    }
  first = make_message (typed->pdata[0]);
  start = get_nanoseconds ();
  review (first, policy, known);
  show (list, "first", (double)(get_nanoseconds () - start));
  time_reviews (list, "slip", typed, known);
}

static GPtrArray *
number_people (void)
{
  GPtrArray *locals = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < PEOPLE; i++)
    g_ptr_array_add (locals, g_strdup_printf ("person%06u", i));
  return locals;
}

/* One message to thousands of people nobody wrote to, at a few hundred domains with a slip. */
static void
measure_crowd (const char *list, GPtrArray *domains)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (HeedKnownDomains) known = NULL;
  g_autoptr (HeedPolicy) policy = make_policy ();
  g_autoptr (GPtrArray) slips = type_domains (domains, type_slip);
  g_autoptr (HeedMessageBuilder) builder = heed_message_builder_new ();
  g_autoptr (HeedMessage) one = make_message (slips->pdata[0]);
  g_autoptr (HeedMessage) all = NULL;
  gint64 start;

  for (guint i = 0; i < FEW; i++)
    g_ptr_array_add (texts, domains->pdata[i]);
  known = build_known (list, texts);
  for (guint i = 0; i < CROWD; i++)
    {
      g_autofree char *mailbox =
          g_strdup_printf ("p%u.%s", i, (char *)slips->pdata[i % CROWD_DOMAINS]);

      add_recipient (builder, mailbox);
    }
  all = heed_message_builder_end (builder);
  review (one, policy, known);
  start = get_nanoseconds ();
  review (one, policy, known);
  show (list, "one", (double)(get_nanoseconds () - start));
  start = get_nanoseconds ();
  show (list, "findings", review (all, policy, known));
  show (list, "all", (double)(get_nanoseconds () - start));
}

/* One message to thousands of domains that are all near each other, none of which is known. */
static void
measure_series (const char *list)
{
  g_autoptr (HeedKnownDomains) known = heed_known_domains_new ();
  g_autoptr (HeedPolicy) policy = make_policy ();
  g_autoptr (HeedMessageBuilder) builder = heed_message_builder_new ();
  g_autoptr (HeedMessage) all = NULL;
  gint64 start;

  for (guint i = 0; i < CROWD; i++)
    {
      g_autofree char *mailbox = g_strdup_printf ("someone@domain%u.com", i);

      add_recipient (builder, mailbox);
    }
  all = heed_message_builder_end (builder);
  start = get_nanoseconds ();
  show (list, "findings", review (all, policy, known));
  show (list, "all", (double)(get_nanoseconds () - start));
}

static char *
make_longest (void)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 249; i++)
    g_string_append_c (text, i % 50 == 49 ? '.' : (char)('a' + i * 7 % 26));
  g_string_append (text, ".com");
  return g_string_free (text, FALSE);
}

int
main (void)
{
  g_autoptr (GPtrArray) all = invented_domains_new (MANY);
  g_autoptr (GPtrArray) numbered = number_people ();
  g_autofree char *longest = make_longest ();

  measure_list ("few", all, FEW, TYPED);
  measure_list ("many", all, MANY, 20);
  count_search ("few", all, FEW);
  count_search ("many", all, MANY);
  measure_near ("near", "broadwaystation.com", NEAR);
  measure_near ("long", longest, NEAR);
  measure_people ("people", all);
  measure_people ("numbered", numbered);
  measure_crowd ("crowd", all);
  measure_series ("series");
  return 0;
}
