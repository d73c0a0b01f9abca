// SPDX-FileCopyrightText: 2026 The Heed authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The two properties of a vCard (RFC 6350, and 2426 where it differs) that make a mailbox.

/** Name and preferred address of a vCard; either may be empty. */
export function nameAndAddress(vCard) {
  // A line that starts with a space continues the one before.
  const lines = vCard.replace(/\r?\n[ \t]/g, "").split(/\r?\n/);
  const properties = lines.map(parseLine).filter(Boolean);
  const emails = properties.filter(({ name }) => name == "EMAIL");
  emails.sort((one, other) => one.preference - other.preference);
  return {
    name: properties.find(({ name }) => name == "FN")?.value ?? "",
    email: emails[0]?.value ?? "",
  };
}

function parseLine(line) {
  // name, then parameters whose quoted values may hold colons, then the value
  const parts = line.match(/^(?:[\w-]+\.)?([\w-]+)((?:;(?:"[^"]*"|[^":])*)?):(.*)$/s);
  if (!parts) {
    return null;
  }
  const [, name, parameters, value] = parts;
  return {
    name: name.toUpperCase(),
    preference: preferenceIn(parameters),
    value: value.replace(/\\([nN])/g, " ").replace(/\\(.)/g, "$1").trim(),
  };
}

// PREF=1 is most preferred, 100 least. Older cards say TYPE=PREF, or PREF alone.
function preferenceIn(parameters) {
  const numbered = parameters.match(/;PREF="?(\d+)/i);
  if (numbered) {
    return Number(numbered[1]);
  }
  return /[;,="]PREF(?![\w-])/i.test(parameters) ? 1 : 101;
}
