# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window comes to the front and stays above its composer, under a real window manager."""

import unittest

import child
from deadline import wait_until
from place import Place
from window_case import SLIP, WindowCase
from Xlib import X, display
from Xlib.protocol import event


class ManagedPlace(Place):
    """A place with a window manager."""

    def _start_screen(self):
        super()._start_screen()
        manager = child.start(["openbox"], env=self.environment, stdout=self.log, stderr=self.log)
        self._stack.callback(manager.wait, 10)
        self._stack.callback(manager.terminate)


class Composer:
    """A window of a mail program."""

    def __init__(self, name, title):
        self._display = display.Display(name)
        self._root = self._display.screen().root
        wait_until(lambda: self._get(self._root, "_NET_SUPPORTING_WM_CHECK"), "the window manager")
        self._window = self._root.create_window(50, 50, 800, 600, 0, X.CopyFromParent)
        self._window.set_wm_name(title)
        self._window.map()
        self._display.sync()
        wait_until(lambda: self.id in self.stack(), "the composer")

    @property
    def id(self):
        return self._window.id

    def _get(self, window, name):
        atom = self._display.intern_atom(name)
        found = window.get_full_property(atom, X.AnyPropertyType)
        return list(found.value) if found else []

    def stack(self):
        """The windows, the one on top last."""
        return self._get(self._root, "_NET_CLIENT_LIST_STACKING")

    def active(self):
        return self._get(self._root, "_NET_ACTIVE_WINDOW")

    def parent_of(self, window):
        found = self._display.create_resource_object("window", window)
        return self._get(found, "WM_TRANSIENT_FOR")

    def activate(self):
        """Asks the window manager to bring it to the front, as a click on it does."""
        message = event.ClientMessage(
            window=self._window,
            client_type=self._display.intern_atom("_NET_ACTIVE_WINDOW"),
            data=(32, [2, X.CurrentTime, 0, 0, 0]),
        )
        self._root.send_event(message, event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
        self._display.sync()

    def close(self):
        self._window.destroy()
        self._display.close()


class Front(WindowCase):
    make_place = ManagedPlace

    def setUp(self):
        super().setUp()
        self.composer = Composer(self.place.screen.name, "Write: Tomorrow")
        self.addCleanup(self.composer.close)

    def is_above(self, window, other):
        stack = self.composer.stack()
        return window in stack and other in stack and stack.index(window) > stack.index(other)

    def test_it_stays_above_its_composer(self):
        call, window = self.ask(parent_window=f"x11:{self.composer.id:x}")
        number = window.number()
        wait_until(lambda: number in self.composer.active(), "the window to be in front")
        self.assertEqual(self.composer.parent_of(number), [self.composer.id])
        self.composer.activate()
        wait_until(lambda: self.composer.id in self.composer.active(), "the composer to have the keyboard")
        self.assertTrue(self.is_above(number, self.composer.id))
        window.dont_send()
        self.check_cancelled(call)

    def test_the_same_send_again_brings_it_back(self):
        call, window = self.ask(message_token="again")
        number = window.number()
        self.composer.activate()
        wait_until(lambda: self.is_above(self.composer.id, number), "the composer to be in front")
        again = self.caller.confirm_send(
            [("to", SLIP)], message_token="again", can_correct=True, activation_token="mail-1_TIME0"
        )
        wait_until(lambda: self.is_above(number, self.composer.id), "the window to be in front again")
        window.dont_send()
        self.check_cancelled(call)
        self.check_cancelled(again)

    def test_a_parent_that_is_gone_does_no_harm(self):
        for parent in ("x11:7fffffff", "x11:", "x11:zz", "wayland:nobody", "", "x11:" + "f" * 5000):
            call, window = self.ask(parent_window=parent)
            window.dont_send()
            self.check_cancelled(call)
            self.place.reader.wait_until_gone("is not")


if __name__ == "__main__":
    unittest.main(verbosity=2)
