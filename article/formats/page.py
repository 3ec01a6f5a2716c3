"""HTML: the main text of a page, by trafilatura, or all its visible text where that finds nothing.

Nothing is fetched and no external entity is resolved: the parser is libxml2's for HTML, without network.
"""

from __future__ import annotations

import logging
import re
from contextlib import contextmanager
from copy import deepcopy
from typing import TYPE_CHECKING, Final

from article.formats.extracted import ExtractedText, tidy
from base.errors import EmptyInputError, FormatError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement  # type: ignore[import-untyped, unused-ignore]

_PROLOGUE: Final = re.compile(r"\A\s*(?:<\?xml[^>]*\?>\s*)?(?:<!doctype[^>\[]*\[.*?\]\s*>)?", re.DOTALL | re.IGNORECASE)
_SPACE: Final = re.compile(r"[ \t\r\n\f]+")
_SITE_SEPARATOR: Final = re.compile(r" [|«»•·–—-] ")
_CUT: Final = "\x1d"
_LINE: Final = "\x1e"
_HIDDEN: Final = (
    "//script | //style | //template | //*[@hidden] | //*[@aria-hidden='true']"
    " | //*[contains(translate(@style, ' ', ''), 'display:none')]"
)
_SURROUNDINGS: Final = (
    "//head | //nav | //footer | //aside | //form | //button | //select | //noscript | //svg | //iframe | //object"
)
_BLOCKS: Final = frozenset(
    re.findall(
        r"\w+",
        """
    address article blockquote body caption center dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6
    header hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul
    head list item row cell quote
    """,
    )
)  # those of HTML, and those that trafilatura makes of them
_BREAKS: Final = frozenset(("br", "lb"))


def extract(text: str, origin: str) -> ExtractedText:
    """Return the article of a page with its title; raises `EmptyInputError` when the page shows no text.

    Of equal paragraphs one after the other only one is kept, as pages repeat text by mistake.
    """
    tree = _parse(text, origin)
    if tree is not None:
        names = _names(tree)
        _drop(tree, _HIDDEN)
        found = _main_text(tree) or _visible_text(tree)
        if found:
            return ExtractedText(found, _title(names, found.partition("\n")[0]), "html")
    raise EmptyInputError(
        f"{origin}: the page shows no text. Expected an article in its HTML; a page that builds its text with "
        "JavaScript must be saved from the browser (Save page as, complete) or its text copied into a txt."
    )


def _parse(text: str, origin: str) -> HtmlElement | None:
    from lxml import etree, html  # type: ignore[import-untyped, unused-ignore]

    parser = html.HTMLParser(no_network=True, remove_pis=True, remove_comments=True, huge_tree=True, encoding="utf-8")
    try:
        # bytes, since lxml refuses a str with an encoding declaration
        tree = html.document_fromstring(_PROLOGUE.sub("", text).encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError):
        return None
    if any("depth" in entry.message for entry in parser.error_log):
        raise FormatError(
            f"{origin}: HTML with more than 2,000 elements inside each other, which no reader shows whole. Expected a "
            "page as browsers write it: save it from the browser, or copy its text into a txt."
        )
    return tree


def _names(tree: HtmlElement) -> list[str]:
    """Return what may be the title: that of Open Graph, the only first-level heading, `<title>` without the site."""
    shared = tree.xpath("string(//meta[@property='og:title' or @name='og:title']/@content)")
    headings = [_flat(heading) for heading in tree.iter("h1")]
    names = [_SPACE.sub(" ", shared).strip(), headings[0] if len(headings) == 1 else "", _page_name(tree)]
    return [name for name in names if name]


def _title(names: list[str], first: str) -> str | None:
    """Return the likeliest title, as the text spells it where its `first` paragraph is one of them."""
    shown = any(first and (first in name or name in first) for name in names) and len(first) <= 2 * max(map(len, names))
    return first if shown else next(iter(names), None)


def _page_name(tree: HtmlElement) -> str:
    name = _SPACE.sub(" ", tree.xpath("string(//title)")).strip()
    return max(_SITE_SEPARATOR.split(name), key=len)


def _main_text(tree: HtmlElement) -> str:
    """Return the paragraphs trafilatura takes for the article, or an empty string."""
    from trafilatura import bare_extraction

    try:
        with _quiet():
            found = bare_extraction(tree, include_comments=False, include_tables=True)
    except RecursionError:  # elements nested too deep for its recursive parts
        return ""
    body = getattr(found, "body", None)
    return "" if body is None else tidy(_paragraphs(body))


def _visible_text(tree: HtmlElement) -> str:
    copied = deepcopy(tree)
    _drop(copied, _SURROUNDINGS)
    return tidy(_paragraphs(copied))


def _drop(tree: HtmlElement, path: str) -> None:
    for element in tree.xpath(path):
        if element.getparent() is not None:
            element.drop_tree()


def _flat(element: HtmlElement) -> str:
    return " ".join(" ".join(_paragraphs(element)).split())


def _paragraphs(root: HtmlElement) -> list[str]:
    """Return the text of `root`, cut where a block begins or ends; white space as a browser shows it."""
    parts: list[str] = []
    for event, element in _walk(root):
        if event == "start":
            if element.tag in _BLOCKS:
                parts.append(_CUT)
            elif element.tag in _BREAKS:
                parts.append(_LINE)
            parts.append(_SPACE.sub(" ", element.text or ""))
        else:
            if element.tag in _BLOCKS:
                parts.append(_CUT)
            if element is not root:
                parts.append(_SPACE.sub(" ", element.tail or ""))
    return [re.sub(" +", " ", part).replace(_LINE, "\n") for part in "".join(parts).split(_CUT)]


def _walk(root: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    """Yield ("start" or "end", element) in document order, code blocks left out, without recursion."""
    from lxml import etree

    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "start" and _is_code_block(element):
            walker.skip_subtree()
            element.text = None
        yield event, element


def _is_code_block(element: HtmlElement) -> bool:
    if element.tag not in ("code", "pre"):
        return False
    content = "".join(element.itertext()).strip()
    return (element.tag == "code" and "\n" in content) or element.find(".//code") is not None


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the extractor's log lines off the terminal: what they tell is told by our own errors."""
    previous = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(previous)
