# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A real Thunderbird with a throwaway profile, and its compose windows."""

import os
import signal
import socket
import subprocess

import child
from deadline import wait_until
from marionette import Marionette
from throwaway_profile import EXTENSION, write_profile

PROGRAM = os.environ.get("HEED_THUNDERBIRD", "thunderbird")

_FIND_COMPOSER = """
  const composer = [...Services.wm.getEnumerator("msgcompose")].find(
    window => window.docShell?.outerWindowID == args[0]);
"""

_OPEN_COMPOSER = """
  const { setTimeout } = ChromeUtils.importESModule("resource://gre/modules/Timer.sys.mjs");
  const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
  const make = (id, type) => Cc["@mozilla.org/messengercompose/" + id].createInstance(Ci[type]);
  const fields = make("composefields;1", "nsIMsgCompFields");
  for (const [name, value] of Object.entries(args[0])) {
    fields[name] = value;
  }
  for (const [name, path] of args[1]) {
    const attachment = make("attachment;1", "nsIMsgAttachment");
    attachment.url = "file://" + path;
    attachment.name = name;
    fields.addAttachment(attachment);
  }
  const parameters = make("composeparams;1", "nsIMsgComposeParams");
  parameters.composeFields = fields;
  parameters.type = Ci.nsIMsgCompType.New;
  parameters.format = Ci.nsIMsgCompFormat.Default;
  parameters.identity = MailServices.accounts.defaultAccount.defaultIdentity;
  const before = new Set(Services.wm.getEnumerator("msgcompose"));
  MailServices.compose.OpenComposeWindowWithParams(null, parameters);
  for (;;) {
    const composer = [...Services.wm.getEnumerator("msgcompose")].find(w => !before.has(w));
    if (composer?.composeEditorReady) {
      return composer.docShell.outerWindowID;
    }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
"""

_BACKGROUND_STATE = """
  const { ExtensionParent } =
    ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
  return ExtensionParent.GlobalManager.getExtension(args[0])?.backgroundState;
"""

_FIND_TABS = """
  const { document } = Services.wm.getMostRecentWindow("mail:3pane");
  const tabmail = document.getElementById("tabmail");
"""

_OPEN_OPTIONS = """
  const { ExtensionParent } =
    ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
  const extension = ExtensionParent.GlobalManager.getExtension(args[0]);
  tabmail.openTab("contentTab", {
    url: extension.baseURI.resolve("options.html"),
    linkHandler: "single-page",
    triggeringPrincipal: extension.principal,
  });
"""

_ADD_MAILING_LIST = """
  const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
  const book = MailServices.ab.getDirectory("jsaddrbook://abook.sqlite");
  const list = Cc["@mozilla.org/addressbook/directoryproperty;1"]
    .createInstance(Ci.nsIAbDirectory);
  list.isMailList = true;
  list.dirName = args[0];
  list.description = args[1];
  const added = book.addMailList(list);
  for (const address of args[2]) {
    const card = Cc["@mozilla.org/addressbook/cardproperty;1"].createInstance(Ci.nsIAbCard);
    card.displayName = address.split("@")[0];
    card.primaryEmail = address;
    added.addCard(card);
  }
"""


_ADD_SENT_MESSAGES = """
  const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
  const root = MailServices.accounts.defaultAccount.incomingServer.rootFolder;
  const sent = root.QueryInterface(Ci.nsIMsgLocalMailFolder).createLocalSubfolder("Sent");
  sent.setFlag(Ci.nsMsgFolderFlags.SentMail);
  for (const message of args[0]) {
    sent.QueryInterface(Ci.nsIMsgLocalMailFolder).addMessage(message);
  }
"""


_OFFER_UPDATE = """
  const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
  const { FileUtils } = ChromeUtils.importESModule("resource://gre/modules/FileUtils.sys.mjs");
  const install = await AddonManager.getInstallForFile(new FileUtils.File(args[0]));
  const settled = new Promise(resolve => {
    const done = () => resolve(install.state == AddonManager.STATE_POSTPONED ? "postponed" : "installed");
    install.addListener({ onInstallPostponed: done, onInstallEnded: done });
  });
  install.install();
  return settled;
"""

_VERSION = """
  const { ExtensionParent } =
    ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
  return ExtensionParent.GlobalManager.getExtension(args[0])?.version;
"""


_READ_OUTBOX = """
  const { MailServices } = ChromeUtils.importESModule("resource:///modules/MailServices.sys.mjs");
  const outbox = Cc["@mozilla.org/messengercompose/sendlater;1"]
    .getService(Ci.nsIMsgSendLater)
    .getUnsentMessagesFolder(MailServices.accounts.defaultAccount.defaultIdentity);
  return [...outbox.messages].map(message => [message.mime2DecodedSubject, message.mime2DecodedRecipients]);
"""


class Composer:
    """One compose window, named by Thunderbird's own number for it."""

    def __init__(self, marionette, number):
        self._marionette = marionette
        self._number = number

    def _run(self, script, *arguments):
        return self._marionette.run(_FIND_COMPOSER + script, self._number, *arguments)

    def send(self, command="cmd_sendButton"):
        """Does what the Send button does, or another of the window's commands."""
        self._run("composer.goDoCommand(args[1]);", command)

    def set_recipient(self, address):
        """Replaces the recipients, as another extension would."""
        self._run("composer.SetComposeDetails({ to: args[1] });", address)

    def type_text(self, text):
        """Types into the body, so that the message counts as changed."""
        self._run("composer.GetCurrentEditor().insertText(args[1]);", text)

    def is_open(self):
        return self._run("return !!composer && !composer.closed;")

    def is_locked(self):
        return self._run("return composer.gWindowLocked;")

    def is_prompting(self):
        """Whether a prompt of Thunderbird's own is up over this window."""
        return self._run("return composer.windowUtils.isInModalState();")

    def answer_prompt(self, answer):
        """Presses a button of the prompt about saving: "save", "cancel" or "discard"."""
        button = {"save": "accept", "cancel": "cancel", "discard": "extra1"}[answer]
        self._run(
            """
            const prompts = [...Services.ww.getWindowEnumerator()].filter(
              window => window.document.getElementById("commonDialog"));
            if (prompts.length != 1) {
              throw new Error(`${prompts.length} prompts are open`);
            }
            prompts[0].setTimeout(() =>
              prompts[0].document.getElementById("commonDialog").getButton(args[1]).click());
            """,
            button,
        )

    def fields(self):
        """What the person sees in the window."""
        return self._run(
            """
            const fields = composer.GetComposeDetails();
            return {
              to: fields.to, cc: fields.cc, bcc: fields.bcc, subject: fields.subject,
              body: composer.GetCurrentEditor().outputToString("text/plain", 0),
            };
            """
        )

    def discard(self):
        """Closes without a question."""
        self._run("if (composer) { composer.close(); }")


class Thunderbird:
    """A running Thunderbird. `directory` becomes its home."""

    def __init__(self, directory, environment, sink_port, xpi, log):
        self._profile = os.path.join(directory, "profile")
        port = _free_port()
        write_profile(self._profile, sink_port, port, xpi)
        command = [PROGRAM, "--profile", self._profile]
        command += ["--marionette", "--remote-allow-system-access"]
        self._process = child.start(
            command, env=environment, cwd=directory, stdout=log, stderr=log, start_new_session=True
        )
        self.marionette = Marionette(port)
        wait_until(
            lambda: self.marionette.run(_BACKGROUND_STATE, EXTENSION) in ("running", "suspended"),
            "the extension's background page",
            60,
        )

    def compose(self, subject, to="", cc="", bcc="", body="Hello", attachments=()):
        """Opens a compose window; attachments are (name, path)."""
        fields = {"to": to, "cc": cc, "bcc": bcc, "subject": subject, "body": body}
        number = self.marionette.run(_OPEN_COMPOSER, fields, list(attachments))
        return Composer(self.marionette, number)

    def add_mailing_list(self, name, description, addresses):
        self.marionette.run(_ADD_MAILING_LIST, name, description, addresses)

    def add_sent_messages(self, messages):
        """Messages, as they are on the wire, that the person sent before."""
        self.marionette.run(_ADD_SENT_MESSAGES, messages)

    def outbox(self):
        """The subject and the recipients, as one text, of each message that is sent later."""
        return [tuple(message) for message in self.marionette.run(_READ_OUTBOX)]

    def open_options(self):
        """Opens the extension's settings page in a tab of its own."""
        self.marionette.run(_FIND_TABS + _OPEN_OPTIONS, EXTENSION)

    def close_tab(self):
        """Closes the tab that is in front."""
        self.marionette.run(_FIND_TABS + "tabmail.closeTab(tabmail.currentTabInfo);")

    def offer_update(self, xpi):
        """Another version of the extension, as an update brings it: "installed" or "postponed"."""
        return self.marionette.run(_OFFER_UPDATE, str(xpi))

    def extension_version(self):
        """The version that runs; None while none does."""
        return self.marionette.run(_VERSION, EXTENSION)

    def console(self):
        """Everything that was logged to the error console, for a failed test's report."""
        return self.marionette.run(
            "return Services.console.getMessageArray().map(message => String(message.message));"
        )

    def wait(self):
        """Until the person closes it."""
        self._process.wait()

    def close(self):
        if self._process.poll() is not None:
            return
        try:
            self.marionette.quit()
            self._process.wait(15)
        except (OSError, RuntimeError, subprocess.TimeoutExpired):
            os.killpg(self._process.pid, signal.SIGKILL)
            self._process.wait(10)


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
