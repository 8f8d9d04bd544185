"""What the rehearsal does to a copy of a root."""

import json
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, "scripts")
from rehearse import Emulator, differences, order, prepare  # noqa: E402

URL = "https://127.0.0.1:1"
SETTINGS = {
    "provider": {"aws": [{"region": "us-east-1"}, {"alias": "west", "region": "us-west-1"}]},
    "terraform": {"backend": {"s3": {"bucket": "state", "key": "root"}}},
}
NETWORK = {
    "resource": {
        "aws_vpc": {"main": {"depends_on": ["aws_network_acl.main", "aws_eip.main"]}},
        "aws_network_acl": {"main": {}},
    }
}


class RehearseTests(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        source, copy = pathlib.Path(folder.name, "root"), pathlib.Path(folder.name, "copy")
        source.mkdir()
        (source / "terraform.tf.json").write_text(json.dumps(SETTINGS))
        (source / "network.tf.json").write_text(json.dumps(NETWORK))
        certificate = pathlib.Path("server.crt")
        emulator = Emulator(URL, certificate, {"aws_network_acl": "refused"}, {})
        self.removed = prepare(source, copy, emulator)
        self.files = {file.name: json.loads(file.read_text()) for file in copy.iterdir()}

    def test_leaves_out_what_the_emulator_refuses_and_what_waits_for_it(self):
        self.assertEqual(self.removed, ["aws_network_acl.main"])
        main = {"main": {"depends_on": ["aws_eip.main"]}}
        self.assertEqual(self.files["network.tf.json"]["resource"], {"aws_vpc": main})

    def test_redirects_every_provider_and_keeps_the_state_where_the_root_says(self):
        override = self.files["rehearsal_override.tf.json"]
        providers = override["provider"]["aws"]
        self.assertEqual([provider.get("alias") for provider in providers], [None, "west"])
        for provider in providers:
            self.assertEqual(set(provider["endpoints"][0].values()), {URL})
        backend = override["terraform"]["backend"]["s3"]
        self.assertEqual((backend["bucket"], backend["key"]), ("state", "root"))
        self.assertEqual(backend["endpoints"]["s3"], URL)

    def test_applies_roots_in_the_order_of_their_needs(self):
        roots = ["routing", "cells/b", "global", "cells/a", "backend-setup"]
        expected = ["backend-setup", "global", "cells/a", "cells/b", "routing"]
        self.assertEqual(sorted(roots, key=order), expected)

    def test_tells_what_the_emulator_is_known_for_from_what_it_is_not(self):
        emulator = Emulator(URL, pathlib.Path("server.crt"), {}, {"aws_vpc.tags": "not kept"})

        def changes(actions, **after):
            change = {"actions": actions, "before": {"tags": {}, "cidr_block": "a"}, "after": after}
            resource = {"address": "aws_vpc.main", "type": "aws_vpc", "change": change}
            return differences({"resource_changes": [resource]}, emulator)

        known = "aws_vpc.main (update tags)"
        self.assertEqual(changes(["no-op"], tags={"a": "b"}), ([], []))
        self.assertEqual(changes(["update"], tags={"a": "b"}, cidr_block="a"), ([known], []))
        wrong = "aws_vpc.main (update cidr_block, tags)"
        self.assertEqual(changes(["update"], tags={"a": "b"}, cidr_block="b"), ([], [wrong]))
        wrong = "aws_vpc.main (delete/create tags)"
        self.assertEqual(changes(["delete", "create"], tags={"a": "b"}), ([], [wrong]))
