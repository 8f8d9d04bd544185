"""The checks of pages find what they are for: each is shown a page that is wrong in one way."""

import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parents[2] / "scripts"))

from pages import appearance, commands, document  # noqa: E402
from pages.browser import Browser  # noqa: E402

GOOD = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>t</title><style>{style}</style></head>
<body>
<header><h1>One</h1></header>
<nav aria-label="Contents"><ol><li><a href="#two" style-none>Two</a></li></ol></nav>
<main><h2 id="two">Two</h2>
<div class="scroller"><table><caption>Names</caption>
<thead><tr><th scope="col">What</th><th scope="col">Name</th></tr></thead>
<tbody><tr><th scope="row">a</th><td>b</td></tr></tbody></table></div>
<svg role="img" viewBox="0 0 100 40" width="100" height="40"><title>t</title><desc>d</desc>
<g class="box"><rect x="0" y="0" width="90" height="30"></rect><text x="4" y="12">box</text></g></svg>
<p>Text</p>
</main>
<footer><p>End</p></footer>
</body>
</html>
""".replace(" style-none", "")
STYLE = "nav a { display: inline-block; padding: 8px 0 } rect { fill: white } text { font-size: 10px }"


def page(folder: str, old: str = "", new: str = "", style: str = STYLE) -> pathlib.Path:
    """A page that is right but for one replacement."""
    text = GOOD.replace("{style}", style)
    if old and old not in text:
        raise AssertionError(f"the page has no {old}")
    path = pathlib.Path(folder) / "overview.html"
    path.write_text(text.replace(old, new, 1) if old else text)
    return path


class DocumentTest(unittest.TestCase):
    """What a page is."""

    def problems(self, old: str = "", new: str = "") -> list[str]:
        with tempfile.TemporaryDirectory() as folder:
            return document.problems(page(folder, old, new))

    def test_a_page_that_is_right_has_no_problems(self):
        self.assertEqual(self.problems(), [])

    def test_every_mistake_is_found(self):
        for old, new, problem in (
            ("<p>Text</p>", "<p>Text</b>", "is no well-formed HTML"),
            ("<p>Text</p>", "<p id='two'>Text</p>", "the id two stands twice"),
            ("#two", "#three", "a link leads to #three, which is not there"),
            ("#two", "./README.md", "a link leads to ./README.md, which is no file"),
            ("#two", "https://example.com", "a link leads out of the folder: https://example.com"),
            ("<p>Text</p>", "<script></script>", "<script> loads or runs something"),
            ("<p>Text</p>", "<p style='color: red'>Text</p>", "<p> has the attribute style"),
            ("<p>Text</p>", "<p onclick='x()'>Text</p>", "<p> has the attribute onclick"),
            ("<h2 id=\"two\">Two</h2>", "<h3 id=\"two\">Two</h3>", 'the heading "Two" skips a level'),
            ("<h1>One</h1>", "<h1>One</h1><h1>1</h1>", "not one heading of the first level"),
            ("<footer><p>End</p></footer>", "", "there are 0 <footer>"),
            (' lang="en"', "", "its language is not said"),
            ("<caption>Names</caption>", "", "a table has no caption"),
            (' scope="row"', "", 'the table "Names" has a header without scope'),
            ("<td>b</td>", "", 'the table "Names" has rows of [1, 2] cells'),
            ("<title>t</title><desc>", "<desc>", "a drawing has no <title>"),
            ("<p>Text</p>", "<p aria-labelledby='x'>T</p>", "aria-labelledby names x"),
        ):
            with self.subTest(problem):
                found = self.problems(old, new)
                self.assertTrue(any(problem in line for line in found), found)


class CommandsTest(unittest.TestCase):
    """What people are told to type."""

    def test_commands_that_exist_have_no_problems(self):
        for block in (
            "aws sqs receive-message --region us-east-1 \\\n  --queue-url https://example.com/q",
            "aws cloudwatch put-metric-data --namespace N --metric-name M --value 1",
            "aws logs tail /aws/x --since 1h\naws sts get-caller-identity --query 'Account'",
            "aws ecr get-login-password --region us-east-1 |\n  docker login --password-stdin r",
            "kubectl get pods",
        ):
            self.assertEqual(commands.problems(block), [], block)

    def test_commands_that_do_not_exist_are_found(self):
        for block, problem in (
            ("aws rds switch-over --x 1", "rds has no operation switch-over"),
            ("aws rdx describe-x", "there is no service rdx"),
            ("aws sqs receive-message --queue q", "has no option --queue"),
            ("aws sqs receive-message --region r", "needs the option --queue-url"),
            ("aws sts get-caller-identity --query 'a['", "--query can't be read"),
            ("aws logs tail g --from 1h", "has no option --from"),
            ("aws sqs", "names no operation"),
        ):
            with self.subTest(problem):
                self.assertTrue(any(problem in line for line in commands.problems(block)))


class AppearanceTest(unittest.TestCase):
    """What a page looks like, in a real browser."""

    @classmethod
    def setUpClass(cls):
        cls.browser = Browser("chromium-headless-shell")

    @classmethod
    def tearDownClass(cls):
        cls.browser.__exit__()

    def problems(self, old: str = "", new: str = "", style: str = "") -> list[str]:
        with tempfile.TemporaryDirectory() as folder:
            path = page(folder, old, new, f"{STYLE} {style}")
            return appearance.problems(self.browser, path)

    def test_a_page_that_is_right_has_no_problems(self):
        self.assertEqual(self.problems(), [])

    def test_every_mistake_is_found_in_the_look_in_which_it_shows(self):
        wide = "<p style-wide>Text</p>".replace("style-wide", "class='wide'")
        for old, new, style, problem in (
            ("<p>Text</p>", wide, ".wide { width: 600px }", "phone: is 608 wide in a window of 360"),
            ("<p>Text</p>", wide, ".wide { width: 600px; white-space: nowrap }", "reaches out of the"),
            ("", "", "p { color: #999 }", '"Text" has a contrast of 2.85'),
            ("", "", "@media (prefers-color-scheme: dark) { p { color: #ddd } }", "desk-dark: "),
            ("", "", "@media print { p { color: #bbb } }", "paper: "),
            (">box<", ">far too long for its box<", "", "reaches out of its box"),
            ("", "", "nav a { padding: 0; font-size: 9px }", 'the link "Two" is too low'),
            ("<p>Text</p>", "<img src='x.png' alt='x'>", "", "asks for file://"),
        ):
            with self.subTest(problem):
                found = self.problems(old, new, style)
                self.assertTrue(any(problem in line for line in found), found)

    def test_what_is_wrong_on_paper_only_is_found_nowhere_else(self):
        found = self.problems(style="@media print { p { color: #bbb } }")
        self.assertTrue(found)
        self.assertTrue(all(line.startswith("paper: ") for line in found), found)


if __name__ == "__main__":
    unittest.main()
