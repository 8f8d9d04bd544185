"""What the page of the worker's bench says of its runs."""

import pathlib
import sys
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "scripts"))
from worker_bench import figures  # noqa: E402


def run(subject: str, cpu_seconds: float, mebibytes: float = 60) -> figures.Figures:
    """One that made 1,000 deliveries in 10 s."""
    return figures.Figures(subject, 1000, 10, cpu_seconds, mebibytes)


class Page(unittest.TestCase):
    """The sentences under the table."""

    def page(self, peer: float) -> str:
        compared = [run("ours", cpu) for cpu in (1, 9, 2)] + [run("peer", peer, 90)]
        return figures.page(compared, figures.Figures("ours", 10_000, 100, 20, 66))

    def test_medians_are_compared(self) -> None:
        text = self.page(peer=6)
        self.assertIn("costs ours 2.00 ms of CPU and the peer 6.00 ms, 3.0 times", text)
        self.assertIn("5 times per core is **missed**", text)
        self.assertIn("60 MiB against\n90 MiB", text)

    def test_a_target_that_is_reached(self) -> None:
        self.assertIn("5 times per core is reached", self.page(peer=10))

    def test_the_large_alert_is_compared_with_the_others(self) -> None:
        text = self.page(peer=6)
        self.assertIn("An alert to 10,000 recipients takes 66 MiB", text)
        self.assertIn("1.10 times what 1,000 take", text)

    def test_rows(self) -> None:
        self.assertIn("| ours | 1,000 | 10.0 | 100 | 1.00 | 1000 | 60 |", self.page(peer=6))


if __name__ == "__main__":
    unittest.main()
