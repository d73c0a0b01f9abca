# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A throwaway Thunderbird profile: one account that sends through the sink, Heed's extension, quiet."""

import json
import os
import shutil

EXTENSION = "heed@heedmail.github.io"
HOST = "io.github.heedmail.heed"


def write_profile(directory, sink_port, marionette_port, xpi):
    """Writes user.js and drops the extension in."""
    extensions = os.path.join(directory, "extensions")
    os.makedirs(extensions)
    shutil.copy(xpi, os.path.join(extensions, EXTENSION + ".xpi"))
    with open(os.path.join(directory, "user.js"), "w", encoding="utf-8") as file:
        for name, value in _preferences(sink_port, marionette_port).items():
            file.write(f"user_pref({json.dumps(name)}, {json.dumps(value)});\n")


def write_host_manifest(home, bridge):
    """Tells Thunderbird, run with this HOME, where heed-bridge is. Returns the file's path."""
    directory = os.path.join(home, ".mozilla", "native-messaging-hosts")
    os.makedirs(directory, exist_ok=True)
    path = os.path.join(directory, HOST + ".json")
    manifest = {
        "name": HOST,
        "description": "Heed",
        "path": bridge,
        "type": "stdio",
        "allowed_extensions": [EXTENSION],
    }
    with open(path, "w", encoding="utf-8") as file:
        json.dump(manifest, file)
    return path


def _preferences(sink_port, marionette_port):
    return {
        "marionette.port": marionette_port,
        # The account. POP3 on a closed port: nothing is ever fetched.
        "mail.accountmanager.accounts": "account1,account2",
        "mail.accountmanager.defaultaccount": "account1",
        "mail.accountmanager.localfoldersserver": "server2",
        "mail.account.account1.server": "server1",
        "mail.account.account1.identities": "id1",
        "mail.account.account2.server": "server2",
        "mail.server.server1.type": "pop3",
        "mail.server.server1.hostname": "127.0.0.1",
        "mail.server.server1.port": 1,
        "mail.server.server1.userName": "sam",
        "mail.server.server1.name": "sam@corp.example",
        "mail.server.server1.login_at_startup": False,
        "mail.server.server1.check_new_mail": False,
        "mail.server.server2.type": "none",
        "mail.server.server2.hostname": "Local Folders",
        "mail.server.server2.userName": "nobody",
        "mail.server.server2.name": "Local Folders",
        "mail.identity.id1.fullName": "Sam Sender",
        "mail.identity.id1.useremail": "sam@corp.example",
        "mail.identity.id1.smtpServer": "smtp1",
        "mail.identity.id1.fcc": False,
        "mail.smtpservers": "smtp1",
        "mail.smtp.defaultserver": "smtp1",
        "mail.smtpserver.smtp1.type": "smtp",
        "mail.smtpserver.smtp1.hostname": "127.0.0.1",
        "mail.smtpserver.smtp1.port": sink_port,
        "mail.smtpserver.smtp1.authMethod": 1,
        "mail.smtpserver.smtp1.try_ssl": 0,
        # Without this a dropped-in extension is there but switched off.
        "extensions.autoDisableScopes": 0,
        # No questions and no pages of its own.
        "mail.warn_on_send_accel_key": False,
        "mail.rights.version": 1,
        "mail.shell.checkDefaultClient": False,
        "mail.inappnotifications.enabled": False,
        "mailnews.start_page.enabled": False,
        "datareporting.policy.dataSubmissionPolicyBypassNotification": True,
        "datareporting.healthreport.uploadEnabled": False,
        "app.update.enabled": False,
        "extensions.update.enabled": False,
        "browser.dom.window.dump.enabled": True,
    }
