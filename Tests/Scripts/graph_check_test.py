"""The check of graphs finds what it is for: each language is shown a graph that is wrong."""

import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "scripts"))

import graph_check  # noqa: E402
from pages.browser import Browser  # noqa: E402

DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" width="100" height="40">
<g class="box"><rect x="0" y="0" width="90" height="30"/><text x="4" y="12">{text}</text></g></svg>"""


class DotTest(unittest.TestCase):
    """Graphviz."""

    def test_good(self):
        self.assertIsNone(graph_check.dot_problem('digraph { "a" -> "b" }', 2))

    def test_syntax(self):
        self.assertIn("syntax error", graph_check.dot_problem('digraph { "a -> }', 1))

    def test_missing_box(self):
        self.assertEqual(
            graph_check.dot_problem('digraph { "a" }', 2), "Graphviz drew 1 of 2 boxes"
        )


class BrowserTest(unittest.TestCase):
    """Mermaid, and drawings by themselves."""

    @classmethod
    def setUpClass(cls):
        cls.browser = cls.enterClassContext(Browser("chromium-headless-shell"))
        cls.folder = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory()))
        graph_check.load_mermaid(cls.browser, cls.folder)

    def test_mermaid(self):
        problem = graph_check.mermaid_problem
        self.assertIsNone(problem(self.browser, 'flowchart TB\n a["x"] --> b["y"]', 2))
        self.assertIn("Parse error", problem(self.browser, 'flowchart TB\n a["x"y"]', 1))
        self.assertEqual(
            problem(self.browser, 'flowchart TB\n a["x"]', 2), "Mermaid drew 1 of 2 boxes"
        )

    def test_drawing(self):
        with Browser("chromium-headless-shell") as browser:
            good = DRAWING.format(text="box")
            self.assertIsNone(graph_check.svg_problem(browser, good, 1, self.folder))
            self.assertEqual(
                graph_check.svg_problem(browser, good, 2, self.folder),
                "the drawing has 1 of 2 boxes",
            )
            wide = DRAWING.format(text="a box that is much too small for this text")
            self.assertIn(
                "text outside its box", graph_check.svg_problem(browser, wide, 1, self.folder)
            )


if __name__ == "__main__":
    unittest.main()
