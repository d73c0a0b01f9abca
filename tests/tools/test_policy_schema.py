# SPDX-FileCopyrightText: 2026 The Heed authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the parser rejects, the JSON Schema rejects, and the other way round: test_policy_schema.py HEEDCTL DATA"""

import json
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest

import jsonschema

HEEDCTL = sys.argv[1]
DATA = pathlib.Path(sys.argv[2])
SCHEMA = json.loads((DATA / "policy/heed-policy.schema.json").read_text(encoding="utf-8"))
EXAMPLES = sorted((DATA / "policy/examples").glob("*.json"))

# Tried as the value of each key, each member of a key and each entry of a list.
VALUES = (
    None, True, False, 0, 1, -1, 3, 5.0, 1.5, 60, 61, 10000, 10001, 86401, 2**53, "", "x", "a b", "example.org", "*.mil",
    "*", "*mil", ".mil", "a..b", "MÜNCHEN.de", "ann@example.org", "@example.org", "ann@*.mil", "a b@example.org", "enforce",
    "observe", "risky", "type", "ask", "never", "caution", "danger", "full", "mode", "locked", "https://help.example.org",
    "https://", "https://a b", "https://a\nb", "https://a/\x7f", "https://a/%zz", "https://a/%20",
    "http://help.example.org", "mailto:ann@example.org", "javascript:1", "x" * 1000, "x" * 1001, "x" * 63 + ".example", "x" * 64 + ".example", "x." * 126 + "x",
    "x." * 127 + "x", [], [[]], [None],
    ["mode"], ["example.org"], ["*.mil"], ["ann@example.org"], ["example.org", 7], ["Agreed"], [""], {}, {"x": 1},
    {"default": "Stop"}, {"default": ""}, {"default": "Stop", "de": "Halt"}, {"default": "Stop", "pt-BR": "Pare"},
    {"default": "Stop", "German": "Halt"}, {"default": "Stop", "de": 1}, {"de": "Halt"},
)

# Only the parser can know: punycode that stands for nothing, and a member that stands there twice.
PARSER_ONLY = ('{"trusted-domains": ["xn--0.example"]}', '{"mode": "enforce", "mode": "observe"}', "")


def members(key):
    """The members that the value of a key can have."""
    return SCHEMA["properties"][key].get("properties", {})


def documents():
    yield {}
    yield from (None, [], "x", 1, {"colour": "red"}, {"$schema": 1}, {"$schema": "heed-policy.schema.json"})
    for key in (*SCHEMA["properties"], "colour"):
        for value in VALUES:
            yield {key: value}
    for key in SCHEMA["properties"]:
        for member in (*members(key), "colour"):
            for value in VALUES:
                yield {key: {member: value}}
                yield {key: {member: value, "from": "danger"}}
    for value in VALUES:
        yield {"protected-domains": [value]}
        yield {"protected-domains": [{"domain": value}]}
        yield {"protected-domains": [{"domain": "example.org", "message": value}]}
        yield {"protected-domains": ["example.org", {"domain": "example.org", "colour": value}]}
        for member in SCHEMA["properties"]["content-rules"]["items"]["properties"]:
            yield {"content-rules": [{"text": "Stop", member: value}]}
            yield {"content-rules": [{"text": "Stop", "subject": "*", member: value}]}
            yield {"content-rules": [{"attachment": "*.exe", member: value}]}
    yield {"content-rules": [{"text": "Stop", "subject": "x"}] * 101}
    yield {"protected-domains": ["example.org"] * 10001}
    yield {"trusted-domains": ["example.org"] * 10000}


class Schema(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="heed-policy-schema-")
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.validator = jsonschema.Draft202012Validator(SCHEMA)

    def parse(self, paths):
        """What heedctl says about each file."""
        command = [HEEDCTL, "policy", "check", "--format", "json", *map(str, paths)]
        answer = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=120)
        return [json.loads(line) for line in answer.stdout.splitlines()]

    def test_schema_is_one(self):
        jsonschema.Draft202012Validator.check_schema(SCHEMA)

    def test_same_verdict(self):
        unique = sorted({json.dumps(document, ensure_ascii=False) for document in documents()})
        paths = [self.folder / f"{number}.json" for number in range(len(unique))]
        for path, text in zip(paths, unique):
            path.write_text(text, encoding="utf-8")
        valid = 0
        for text, line in zip(unique, self.parse(paths), strict=True):
            with self.subTest(text[:200]):
                self.assertEqual(line["valid"], self.validator.is_valid(json.loads(text)), line["problems"])
            valid += line["valid"]
        self.assertGreater(valid, 150)
        self.assertGreater(len(unique) - valid, 1000)

    def test_what_only_the_parser_knows(self):
        for number, text in enumerate(PARSER_ONLY):
            path = self.folder / f"{number}.json"
            path.write_text(text, encoding="utf-8")
            with self.subTest(text):
                self.assertFalse(self.parse([path])[0]["valid"])

    def test_same_keys_and_defaults(self):
        path = self.folder / "empty.json"
        path.write_text("{}", encoding="utf-8")
        command = [HEEDCTL, "policy", "show", "--format", "json", "--policy", str(path)]
        answer = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=60, check=True)
        shown = json.loads(answer.stdout)
        properties = {key: SCHEMA["properties"][key] for key in SCHEMA["properties"] if key not in ("$schema", "locked")}
        self.assertEqual({key: content["default"] for key, content in properties.items()}, shown)
        self.assertEqual(SCHEMA["properties"]["locked"]["items"]["enum"], sorted(properties))

    def test_examples(self):
        self.assertEqual([path.stem for path in EXAMPLES], ["hospital", "ministry", "small-firm"])
        for path, line in zip(EXAMPLES, self.parse(EXAMPLES), strict=True):
            with self.subTest(path.name):
                self.assertTrue(line["valid"], line)
                self.validator.validate(json.loads(path.read_text(encoding="utf-8")))

    def test_man_page(self):
        """It describes every key and shows the examples."""
        page = (DATA / "man/heed-policy.5").read_text(encoding="utf-8").replace("\\-", "-")
        keys = set(SCHEMA["properties"]) - {"$schema"}
        described = re.findall(r'^\.TP\n\.BR ([a-z-]+) "', page, re.MULTILINE)
        self.assertEqual(sorted(described), sorted(keys))
        shown = [json.loads(text) for text in re.findall(r"^\.EX\n(\{.*?)^\.EE", page, re.MULTILINE | re.DOTALL)]
        for path in EXAMPLES:
            self.assertIn(json.loads(path.read_text(encoding="utf-8")), shown, path.name)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1])
