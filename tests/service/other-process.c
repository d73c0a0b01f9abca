/* SPDX-FileCopyrightText: 2026 The Heed authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A fork of a program with threads may only make system calls, so the child makes nothing else. It
 * gets the address of a socket and returns the socket, once a request. */

#include "config.h"
#include "other-process.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

struct _HeedOtherProcess
{
  pid_t pid;
  int channel;
};

typedef struct
{
  struct sockaddr_un address;
  socklen_t length;
} Target;

typedef union
{
  char bytes[CMSG_SPACE (sizeof (int))];
  struct cmsghdr alignment;
} Control;

static gboolean
send_socket (int channel, int fd)
{
  char byte = 0;
  Control control = { { 0 } };
  struct iovec data = { &byte, 1 };
  struct msghdr message = { .msg_iov = &data,
                            .msg_iovlen = 1,
                            .msg_control = control.bytes,
                            .msg_controllen = sizeof control.bytes };
  struct cmsghdr *header = CMSG_FIRSTHDR (&message);

  header->cmsg_level = SOL_SOCKET;
  header->cmsg_type = SCM_RIGHTS;
  header->cmsg_len = CMSG_LEN (sizeof fd);
  memcpy (CMSG_DATA (header), &fd, sizeof fd);
  return sendmsg (channel, &message, 0) == 1;
}

static int
receive_socket (int channel)
{
  int fd = -1;
  char byte;
  Control control;
  struct iovec data = { &byte, 1 };
  struct msghdr message = { .msg_iov = &data,
                            .msg_iovlen = 1,
                            .msg_control = control.bytes,
                            .msg_controllen = sizeof control.bytes };

  g_assert_cmpint (recvmsg (channel, &message, MSG_CMSG_CLOEXEC), ==, 1);
  g_assert_nonnull (CMSG_FIRSTHDR (&message));
  memcpy (&fd, CMSG_DATA (CMSG_FIRSTHDR (&message)), sizeof fd);
  return fd;
}

static G_NORETURN void
serve (int channel)
{
  Target target;

  prctl (PR_SET_PDEATHSIG, SIGKILL);
  /* A connection of the parent's ends when it says so, not when this process ends too. */
  close_range (0, (unsigned)channel - 1, 0);
  close_range ((unsigned)channel + 1, ~0U, 0);
  while (read (channel, &target, sizeof target) == sizeof target)
    {
      int fd = socket (AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

      if (fd < 0 || connect (fd, (struct sockaddr *)&target.address, target.length) != 0 ||
          !send_socket (channel, fd))
        _exit (1);
      close (fd);
    }
  _exit (0);
}

HeedOtherProcess *
heed_other_process_new (void)
{
  HeedOtherProcess *self = g_new0 (HeedOtherProcess, 1);
  int channel[2];

  g_assert_no_errno (socketpair (AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, channel));
  self->pid = fork ();
  g_assert_cmpint (self->pid, >=, 0);
  if (self->pid == 0)
    {
      close (channel[0]);
      serve (channel[1]);
    }
  close (channel[1]);
  self->channel = channel[0];
  return self;
}

void
heed_other_process_free (HeedOtherProcess *self)
{
  kill (self->pid, SIGKILL);
  g_assert_cmpint (waitpid (self->pid, NULL, 0), ==, self->pid);
  close (self->channel);
  g_free (self);
}

/* "unix:path=/tmp/x,guid=1" or "unix:abstract=/tmp/x,guid=1" */
static Target
parse_address (const char *text)
{
  Target target = { .address.sun_family = AF_UNIX };
  const char *equals = strchr (text, '=');
  gboolean is_abstract = g_str_has_prefix (text, "unix:abstract=");
  char *name = target.address.sun_path + (is_abstract ? 1 : 0);

  g_assert_true (is_abstract || g_str_has_prefix (text, "unix:path="));
  g_autofree char *escaped = g_strndup (equals + 1, strcspn (equals + 1, ",;"));
  g_autofree char *path = g_uri_unescape_string (escaped, NULL);
  g_assert_cmpuint (strlen (path) + 2, <=, sizeof target.address.sun_path);
  memcpy (name, path, strlen (path));
  target.length = (socklen_t)(offsetof (struct sockaddr_un, sun_path) + strlen (path) + 1);
  return target;
}

GSocketConnection *
heed_other_process_connect (HeedOtherProcess *self, const char *address)
{
  Target target = parse_address (address);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (write (self->channel, &target, sizeof target), ==, (gssize)sizeof target);
  g_autoptr (GSocket) socket = g_socket_new_from_fd (receive_socket (self->channel), &error);
  g_assert_no_error (error);
  return g_socket_connection_factory_create_connection (socket);
}
