/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Everything that a caller, a file or a mail program controls has its limit here. The limits of the
 * bus interface are part of its contract and documented in its XML as well. */

/* Recipients in one message. */
#define HEED_LIMIT_RECIPIENTS 10000

/* Bytes in one mailbox string, without the terminating zero. */
#define HEED_LIMIT_MAILBOX_BYTES (64 * 1024)

/* Requests that wait for an answer, for one caller and for all. */
#define HEED_LIMIT_PENDING_PER_CALLER 64
#define HEED_LIMIT_PENDING 256

/* Bytes in one text option (subject, client, tokens) and entries in one list option. */
#define HEED_LIMIT_OPTION_BYTES (64 * 1024)
#define HEED_LIMIT_OPTION_ENTRIES 10000

/* Lessons that wait until nothing else is to do. */
#define HEED_LIMIT_LESSONS 64

/* Mailboxes in one LearnRecipients call. */
#define HEED_LIMIT_LEARN 100000

/* Mailboxes that the history remembers. Whoever sends mail to more people than this is no person;
 * the known ones are still counted. */
#define HEED_LIMIT_CORRESPONDENTS 250000

/* Past decisions that the history remembers; when there are more, the oldest tenth goes. Recipients
 * that one of them names. */
#define HEED_LIMIT_DECISIONS 100000
#define HEED_LIMIT_DECISION_RECIPIENTS 100

/* Characters of a mailbox that one of them has; of a longer one, the name is left out. */
#define HEED_LIMIT_PAST_MAILBOX_CHARACTERS 400

/* Mailboxes and domains that a person trusts, and characters of the reason for one. */
#define HEED_LIMIT_TRUSTS 10000
#define HEED_LIMIT_REASON_CHARACTERS 1000

/* Past decisions that wait for a file to be written to. */
#define HEED_LIMIT_UNWRITTEN_DECISIONS 10000

/* Recipients that a record of the audit names, and characters of a text in it that a mail program
 * or a person wrote. */
#define HEED_LIMIT_AUDIT_RECIPIENTS 100
#define HEED_LIMIT_AUDIT_TEXT_CHARACTERS 200

/* Records that wait for the audit file; when there are more, the oldest go, and the next one that
 * is written says how many. */
#define HEED_LIMIT_UNWRITTEN_RECORDS 10000

/* Records of the audit that are brought to the disk at once, and so may be ahead of its head. */
#define HEED_LIMIT_AUDIT_BATCH 256

/* Bytes after which a file of the audit is full, and files that are kept. */
#define HEED_LIMIT_AUDIT_FILE_BYTES (2 * 1024 * 1024)
#define HEED_LIMIT_AUDIT_FILES 16

/* Bytes in one native messaging frame, as browsers limit what a host sends them. */
#define HEED_LIMIT_FRAME_BYTES (1024 * 1024)

/* Bytes of one answer on the control interface; a message of D-Bus can have 128 MiB. */
#define HEED_LIMIT_ANSWER_BYTES (100 * 1024 * 1024)

/* Nesting of JSON that anybody hands over. */
#define HEED_LIMIT_JSON_DEPTH 16

/* Bytes of a file that a person names; a full history takes some 100 MiB when it is exported. A
 * device may have no end. */
#define HEED_LIMIT_TEXT_FILE_BYTES (256 * 1024 * 1024)

/* Bytes in one policy file. */
#define HEED_LIMIT_POLICY_BYTES (1024 * 1024)

/* Entries in one list of a policy, and characters in one text of it. */
#define HEED_LIMIT_POLICY_ENTRIES 10000
#define HEED_LIMIT_POLICY_TEXT_CHARACTERS 1000

/* Characters of a domain that a review compares; RFC 1035 allows 253 octets in all. */
#define HEED_LIMIT_DOMAIN_CHARACTERS 253

/* Domains that a review weighs for one recipient, the nearest ones; a person's own mail rarely has
 * five that are near. And names that one search for them finds, and that it compares, before it
 * stops: of a million invented names a search compares some hundreds. */
#define HEED_LIMIT_CANDIDATES 8
#define HEED_LIMIT_NEAR 4096
#define HEED_LIMIT_COMPARED 65536

/* Names that all searches of one review compare, tens of nanoseconds each. Each of
 * up to 64 domains may be searched for as if it were alone. */
#define HEED_LIMIT_COMPARED_TOGETHER (64 * HEED_LIMIT_COMPARED)
