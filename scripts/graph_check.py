"""Draws every graph of `cellctl graph` with the program that its language is for."""

import argparse
import importlib.util
import json
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

from pages.browser import Browser, BrowserFailure

SVG = "{http://www.w3.org/2000/svg}"


def subjects(cells: list[dict]) -> list[list[str]]:
    """The arguments of each graph of the fleet."""
    environments = sorted({cell["environment"] for cell in cells})
    return (
        [["fleet"]]
        + [["roots", "--environment", name] for name in environments]
        + [["network", "--cell", cell["name"]] for cell in cells]
    )


def run(cellctl: pathlib.Path, *arguments: str) -> str:
    """What cellctl prints."""
    done = subprocess.run([cellctl, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"error: cellctl {' '.join(arguments)} failed\n{done.stderr}")
    return done.stdout


def dot_problem(text: str, boxes: int) -> str | None:
    """What Graphviz says of a graph, or that a box is missing."""
    done = subprocess.run(
        ["dot", "-Tsvg"], input=text, capture_output=True, text=True, check=False
    )
    if done.returncode or done.stderr:
        return done.stderr.strip()
    drawn = xml.etree.ElementTree.fromstring(done.stdout)
    nodes = [group for group in drawn.iter(f"{SVG}g") if group.get("class") == "node"]
    return None if len(nodes) == boxes else f"Graphviz drew {len(nodes)} of {boxes} boxes"


def mermaid_problem(browser: Browser, text: str, boxes: int) -> str | None:
    """What Mermaid says of a graph, or that a box is missing."""
    browser.evaluate(
        "window.result = undefined;"
        f"mermaid.render('graph', {json.dumps(text)})"
        ".then((it) => { window.result = { svg: it.svg }; })"
        ".catch((it) => { window.result = { problem: String(it) }; })"
    )
    result = None
    while result is None:
        result = browser.evaluate("window.result ?? null")
    if "problem" in result:
        return result["problem"]
    drawn = result["svg"].count('class="node ')
    return None if drawn == boxes else f"Mermaid drew {drawn} of {boxes} boxes"


def svg_problem(browser: Browser, text: str, boxes: int, folder: pathlib.Path) -> str | None:
    """Whether a drawing is XML that a browser shows, with every box and no text outside its box."""
    drawn = xml.etree.ElementTree.fromstring(text)
    rectangles = sum(1 for _ in drawn.iter(f"{SVG}rect"))
    if rectangles != boxes:
        return f"the drawing has {rectangles} of {boxes} boxes"
    page = folder / "graph.svg"
    page.write_text(text)
    browser.open(page)
    outside = browser.evaluate(
        "[...document.querySelectorAll('.box')].flatMap((box) => {"
        " const frame = box.querySelector('rect').getBBox();"
        " return [...box.querySelectorAll('text')].filter((text) => {"
        "  const it = text.getBBox();"
        "  return it.x + it.width > frame.x + frame.width || it.y + it.height > frame.y + frame.height;"
        " }).map((text) => text.textContent); })"
    )
    return f"text outside its box: {', '.join(outside)}" if outside else None


def load_mermaid(browser: Browser, folder: pathlib.Path) -> None:
    """Opens an empty page with Mermaid, which the Python package brings along."""
    package = importlib.util.find_spec("mmdc")
    if package is None or package.origin is None:
        raise SystemExit("error: the package mmdc is not installed\n  fix: run scripts/setup test")
    page = folder / "empty.html"
    page.write_text("<!DOCTYPE html><title>Mermaid</title><body></body>")
    browser.open(page)
    script = pathlib.Path(package.origin).parent / "assets" / "mermaid.js"
    browser.evaluate(script.read_text() + "; undefined")
    browser.evaluate("mermaid.initialize({ startOnLoad: false }); undefined")


def main() -> int:
    """Prints what is wrong, and returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cellctl", type=pathlib.Path, required=True)
    cellctl = parser.parse_args().cellctl
    cells = json.loads(run(cellctl, "list", "--format", "json"))["cells"]
    found = []
    graphs = subjects(cells)
    with Browser("chromium-headless-shell") as browser, tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        texts = [
            {it: run(cellctl, "graph", *graph, "--as", it) for it in ("dot", "mermaid", "svg")}
            for graph in graphs
        ]
        nodes = [
            json.loads(run(cellctl, "graph", *graph, "--format", "json"))["graph"]["nodes"]
            for graph in graphs
        ]
        load_mermaid(browser, folder)
        for graph, text, boxes in zip(graphs, texts, map(len, nodes), strict=True):
            what = " ".join(graph)
            try:
                problems = [
                    dot_problem(text["dot"], boxes),
                    mermaid_problem(browser, text["mermaid"], boxes),
                ]
            except BrowserFailure as failure:
                problems = [str(failure)]
            found += [f"{what}: {problem}" for problem in problems if problem]
        for graph, text, boxes in zip(graphs, texts, map(len, nodes), strict=True):
            problem = svg_problem(browser, text["svg"], boxes, folder)
            if problem:
                found.append(f"{' '.join(graph)}: {problem}")
    for problem in found:
        print(f"error: {problem}", file=sys.stderr)
    print(f"{len(graphs)} graphs, each in 3 languages; {len(found)} problems")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
