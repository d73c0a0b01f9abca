/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* What the review knows about slips and about new correspondents, as weights in tenths of a bit: an
 * event of probability p weighs -10 log2 p. One mechanism adds them up (heed-likelihood.c): how
 * improbable is it that somebody new really has this domain, against how improbable it is that
 * another, known one was meant and mistyped so.
 *
 * Where a comment gives no source, the weight is an estimate of ours, chosen so that the likelier
 * of two stories wins where people agree which one it is. The sources:
 *
 * - commits: 247 distinct misspelt domains in trailers that were typed by hand into the public
 *   histories of the Linux kernel and its neighbours
 * - forms: 467 of sign-up forms, published with tools that correct them: UK Parliament's petitions
 *   (128), mailfix (127), inputEx (212)
 * - bounces: 8,219 sightings of eleven misspellings, published with bounceshift
 * - FairWinds: FairWinds Partners 2008, The Perils of Typosquatting: hardly anybody slips twice
 * - Rumelhart: Rumelhart and Norman 1982, Simulating a Skilled Typist (doublings, transpositions)
 * - Spaulding: Spaulding, Upadhyaya and Mohaisen 2016, The Landscape of Domain Name Typosquatting
 * - Szurdi: Szurdi and Christin 2017, Email Typosquatting
 * - Dinaburg: Dinaburg 2011, Bitsquatting
 * - DNIB: the Domain Name Industry Brief, fourth quarter of 2024
 * - .gov: the registry's public list (cisagov/dotgov-data, 22 August 2026)
 * - IANA: the root zone and the reports on delegations
 * - TR39: Unicode Technical Standard 39
 * - people: 258 people's public correspondence: whom they met for the first time */

/* One address in 250 that nobody wrote to before is mistyped in its domain: the order of Szurdi
 * (3,585 misaddressed messages a year at three domains), and of 17 % of misspellings being repeated
 * (commits). */
#define WEIGHT_SLIP 80

/* A further slip in the same domain, rarer than its own weight by this: two are 3 % of slips
 * (commits, forms; FairWinds). */
#define WEIGHT_NEXT_SLIP 20

/* A letter is missing: 33 % (commits), 13 to 20 % (forms), 34 % (bounces). Which one is added by
 * the length of the name. Of doubled letters one is dropped as readily as any (5 of 77 in commits).
 */
#define WEIGHT_MISSING 16
#define WEIGHT_MISSING_DOUBLED 14

/* Two neighbours are swapped: 12 % (commits), 4 to 6 % (forms), 37 % (bounces). */
#define WEIGHT_SWAPPED 28

/* A letter too many: 15 % (commits), 3 to 28 % (forms); doubled 3 %, a neighbouring key 6 %, any
 * other 6 %, of which there are 25. */
#define WEIGHT_EXTRA_DOUBLED 38
#define WEIGHT_EXTRA_NEIGHBOUR 58
#define WEIGHT_EXTRA 70

/* A wrong letter: a neighbouring key 3 % (commits) to 24 % (forms), and it is one of five; another
 * vowel 2 % (forms); any other hardly ever, and it is one of 25. */
#define WEIGHT_WRONG_NEIGHBOUR 48
#define WEIGHT_WRONG_VOWEL 60
#define WEIGHT_WRONG 100

/* A neighbour on another layout than the locale's: a locale says the language, not the keyboard. */
#define WEIGHT_WRONG_ELSEWHERE 75

/* One bit of a letter is wrong, as in memory that fails (Dinaburg). */
#define WEIGHT_WRONG_BIT 66

/* The wrong one of two letters is doubled (Rumelhart: doubling errors). */
#define WEIGHT_WRONG_DOUBLED 55

/* What looks alike in ASCII, such as 1 and l, and what looks alike but is another letter (TR39):
 * nobody types the second by accident, but somebody may have wanted it to be read so. */
#define WEIGHT_LOOKALIKE 50
#define WEIGHT_HOMOGRAPH 10

/* Dots and hyphens, missing, extra or for each other: 4 % (commits), and there are few places. */
#define WEIGHT_DOT 45
#define WEIGHT_HYPHEN 45

/* A digit that is wrong or missing: hardly ever seen (commits). */
#define WEIGHT_DIGIT 130

/* A key that is held types any number of letters, which are one slip; and digits that belong to the
 * end of the local part were typed after the @ (forms). */
#define WEIGHT_REPEATED 5
#define WEIGHT_SPILT_DIGITS 85

/* The first letter is typed with more care: 4 % of slips (commits), in names of 7 letters. */
#define WEIGHT_FIRST 15

/* Which of the few letters of a suffix; suffixes draw a quarter to nearly half of all slips
 * (commits, forms). A wrong letter must make another one that exists. */
#define WEIGHT_IN_SUFFIX 5
#define WEIGHT_WRONG_IN_SUFFIX 65

/* Another suffix for the same name: 14 % (commits), 3 to 9 % (forms). Two in three are towards
 * .com, .org or .net. */
#define WEIGHT_SUFFIX_SWAP 75
#define WEIGHT_SUFFIX_SWAP_USUAL 62

/* A suffix that exists and is one letter from the one that was meant: 5 to 12 % (commits, forms).
 */
#define WEIGHT_SUFFIX_TYPO 45

/* The end of a suffix of several labels left out: 2 % (commits), and there is one way to do it. */
#define WEIGHT_SUFFIX_CUT 50

/* A suffix written into the name or twice, and a domain inside another one (Spaulding). Few letters
 * stand together by chance. */
#define WEIGHT_FOLDED 75
#define WEIGHT_SHORTER 10
#define WEIGHT_EMBEDDED 75

/* A new correspondent at all: one recipient in 16 of mail that people answer (people). */
#define WEIGHT_NEW 40

/* Which domain of all that exist, by the characters of its name: 364 million are registered (DNIB),
 * but short names are few and much used. The index is the number of characters. */
#define WEIGHTS_UNRELATED                                                                          \
  {                                                                                                \
    60, 80, 175, 218, 243, 260, 275, 285, 292, 300, 305, 310, 315                                  \
  }

/* The same where only governments, or only places of teaching, get names: few of these are short.
 * Of 676 names of two letters 71 are taken below .gov, of 17,576 of three 249 (.gov). */
#define WEIGHTS_GOVERNMENT                                                                         \
  {                                                                                                \
    60, 140, 215, 250, 265, 270, 275, 285, 292, 300, 305, 310, 315                                 \
  }
#define WEIGHTS_TEACHING                                                                           \
  {                                                                                                \
    60, 120, 205, 218, 243, 260, 275, 285, 292, 300, 305, 310, 315                                 \
  }

/* First labels of suffixes whose registries give names to such institutions only (IANA, and the
 * rules of the countries' registries). They are many and named alike: what is typed so is rarely
 * nobody's. */
#define WEIGHT_VETTED 28
#define LABELS_GOVERNMENT "gc", "go", "gob", "gouv", "gov", "int", "mil", "police"
#define LABELS_TEACHING "ac", "edu"

/* The same name under another suffix being real, and somebody whom this person writes to: 0.17 % of
 * first contacts are so near to a known domain (people). */
#define WEIGHT_SIBLING 117

/* Another number of a series, such as company23.com beside company24.com. */
#define WEIGHT_SERIES 70

/* Of a domain that is new itself and in the same message or conversation: colleagues under another
 * suffix are written to together. */
#define WEIGHT_COMPANY_SIBLING 10

/* Providers hold their name, or it is held by others, in many countries. */
#define WEIGHT_PROVIDER_SIBLING 50

/* The same name in one of the countries where most domains are registered (DNIB): branches. */
#define WEIGHT_BRANCH 6
#define SUFFIXES_BRANCH                                                                            \
  "at", "ca", "ch", "cn", "co.jp", "co.in", "co.uk", "com.au", "com.br", "com.cn", "de", "es",     \
      "eu", "fr", "it", "nl", "pl", "us"

/* Words that stand for a service or a thing and not for one holder. */
#define WEIGHT_COMMON_NAME 100
#define WORDS_COMMON                                                                               \
  "cloud", "email", "free", "freemail", "home", "inbox", "info", "linux", "live", "mail",          \
      "mailbox", "mobile", "net", "office", "online", "post", "web", "webmail", "work", "world"

/* A suffix that does not exist belongs to nobody (IANA). */
#define WEIGHT_NO_SUFFIX 600

/* A large provider of mailboxes: much more likely than any one domain, since everybody has one. */
#define WEIGHT_PROVIDER 110

/* Somebody new having a mailbox at one of them, or at one of the landmarks. */
#define WEIGHT_PROVIDER_NEW 70
#define WEIGHT_LANDMARK_NEW 100

/* A provider that the person does write to: private addresses are those that are typed by hand. */
#define WEIGHT_PROVIDER_KNOWN 65

/* The expected host itself was never written to, only others of its holder. */
#define WEIGHT_UNKNOWN_HOST 35

/* How often the expected domain is written to counts up to this; more rarely is no less known. */
#define WEIGHT_RAREST 110

/* The policy names a domain, the sender has one, the thread or another recipient holds one: as
 * likely to be meant as what one message in eight goes to. */
#define WEIGHT_NAMED 30

/* What was typed was written to before. Once says next to nothing, since slips are repeated and get
 * into address books (88 of 248 were seen twice or more: commits); each doubling makes it twice as
 * likely to be right. It does not settle the matter where another domain is DOUBTFUL_PROPORTION
 * times better known. */
#define WEIGHT_WRITTEN_BEFORE 5
#define WEIGHT_WRITTEN_AGAIN 10

/* A known mailbox has the same local part at the expected domain: so it is with 90 % of slips
 * (commits) and 8 % of true neighbours, or 25 % where only the suffix differs (people). And the
 * reverse, with caution, for one that is not known where others are: known mailboxes are never all
 * there are. */
#define WEIGHT_SAME_PERSON 45
#define WEIGHT_SAME_PERSON_SIBLING 18
#define WEIGHT_OTHER_PERSON 12
#define WEIGHT_OTHER_PERSON_SIBLING 29

/* Where the sum opens a window, since a slip is the likelier story; where it asks for an act, since
 * that is eleven times as likely; and where it is not worth a word, since that is sixteen times
 * less so. */
#define SCORE_CAUTION 0
#define SCORE_DANGER 35
#define SCORE_NOTICE (-40)

/* What takes more than this is not a slip of the other domain at all; and near a protected one,
 * what takes more than two ordinary slips. */
#define MAX_SLIP_WEIGHT 260
#define MAX_PROTECTED_WEIGHT 190

/* What is in the place of the fixed part of a pattern such as *.mil must be one slip away. */
#define MAX_PATTERN_WEIGHT 70

/* Further domains are offered as well if they are not much less likely than the first, and how many
 * in all. */
#define OFFERED_WEIGHT_DIFFERENCE 80
#define MAX_OFFERED 4

/* How many times better known a neighbour must be for a domain that was written to before to be
 * doubted: the meant domain was seen 406 times in the median, its misspelling twice (commits). */
#define DOUBTFUL_PROPORTION 50

/* Messages from which on a neighbour of a protected domain is a correspondent of its own. */
#define SETTLED_COUNT 10
