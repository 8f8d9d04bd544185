"""What a page is as a document: well-formed, whole in itself, and readable without eyes."""

import pathlib

import html5lib

XHTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"
LANDMARKS = ("header", "nav", "main", "footer")
# What makes a browser fetch or run something.
ACTIVE = ("script", "img", "iframe", "object", "embed", "link", "audio", "video", "form", "base")


def parse(text: str):
    """The root of the tree, by a parser that takes every parse error for one.

    Raises `html5lib.html5parser.ParseError`.
    """
    return html5lib.HTMLParser(strict=True).parse(text)


def problems(page: pathlib.Path) -> list[str]:
    """Everything that is wrong, a line each."""
    try:
        root = parse(page.read_text())
    except html5lib.html5parser.ParseError as error:
        return [f"is no well-formed HTML: {error}"]
    return [
        *_names(root),
        *_links(root, page.parent),
        *_activity(root),
        *_headings(root),
        *_landmarks(root),
        *_tables(root),
        *_drawings(root),
    ]


def commands(page: pathlib.Path) -> list[str]:
    """What people are told to type, block by block."""
    return [_text(element) for element in parse(page.read_text()).iter(f"{XHTML}pre")]


def _elements(root):
    return (element for element in root.iter() if isinstance(element.tag, str))


def _text(element) -> str:
    return "".join(element.itertext())


def _names(root):
    seen = set()
    for element in _elements(root):
        name = element.get("id")
        if name is None:
            continue
        if name in seen:
            yield f"the id {name} stands twice"
        seen.add(name)


def _links(root, folder: pathlib.Path):
    names = {element.get("id") for element in _elements(root)}
    for element in _elements(root):
        for name in ("aria-labelledby", "aria-describedby"):
            if element.get(name) is not None and element.get(name) not in names:
                yield f"{name} names {element.get(name)}, which is not there"
        target = element.get("href")
        if target is None:
            continue
        if target.startswith("#"):
            if target[1:] not in names:
                yield f"a link leads to {target}, which is not there"
        elif not target.startswith("./"):
            yield f"a link leads out of the folder: {target}"
        elif not (folder / target).exists():
            yield f"a link leads to {target}, which is no file"


def _activity(root):
    for element in _elements(root):
        name = element.tag.rpartition("}")[2]
        if name in ACTIVE:
            yield f"<{name}> loads or runs something"
        for attribute in element.attrib:
            if attribute.startswith("on") or attribute in ("src", "srcset", "style", "action"):
                yield f"<{name}> has the attribute {attribute}"


def _headings(root):
    last = 0
    levels = [f"{XHTML}h{level}" for level in range(1, 7)]
    found = [element for element in _elements(root) if element.tag in levels]
    for element in found:
        level = levels.index(element.tag) + 1
        if level > last + 1:
            yield f'the heading "{_text(element)}" skips a level'
        if not _text(element).strip():
            yield "a heading is empty"
        last = level
    if [element.tag for element in found].count(levels[0]) != 1:
        yield "there is not one heading of the first level"


def _landmarks(root):
    for name in LANDMARKS:
        count = len(root.findall(f".//{XHTML}body/{XHTML}{name}"))
        if count != 1:
            yield f"there are {count} <{name}>"
    if not root.get("lang"):
        yield "its language is not said"


def _tables(root):
    for table in root.iter(f"{XHTML}table"):
        caption = table.find(f"{XHTML}caption")
        name = "a table" if caption is None else f'the table "{_text(caption)}"'
        if caption is None or not _text(caption).strip():
            yield "a table has no caption"
        headers = list(table.iter(f"{XHTML}th"))
        if not any(header.get("scope") == "col" for header in headers):
            yield f"{name} has no column headers"
        if any(header.get("scope") not in ("col", "row") for header in headers):
            yield f"{name} has a header without scope"
        widths = {len(row) for row in table.iter(f"{XHTML}tr")}
        if len(widths) != 1:
            yield f"{name} has rows of {sorted(widths)} cells"


def _drawings(root):
    for drawing in root.iter(f"{SVG}svg"):
        for name in ("title", "desc"):
            element = drawing.find(f"{SVG}{name}")
            if element is None or not _text(element).strip():
                yield f"a drawing has no <{name}>"
