"""HTML: text nodes are translated block by block; tags, attributes, scripts and styles stay.

`lang` and `dir` are set on the root, and turned where an element states those of the source. Code, scripts and what
is marked `translate="no"` stay as they are.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field
from typing import Any, Final

from article.encoding import decode
from article.formats.declared import declared_encoding
from base.errors import EmptyInputError, FormatError
from base.languages import Language, other
from translate.batch.formats.blocks import request_for, restyle
from translate.batch.formats.document import Document
from translate.batch.formats.inline import Run
from translate.batch.model import Request, Result

_INLINE: Final = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)
_KEPT: Final = frozenset(
    [
        "script",
        "style",
        "template",
        "code",
        "pre",
        "svg",
        "math",
        "textarea",
        "object",
        "iframe",
        "noscript",
        "audio",
        "video",
    ]
)
_WHOLE: Final = re.compile(r"<(?:!doctype|html|head|body)\b", re.IGNORECASE)
_XML: Final = re.compile(r"\A\s*<\?xml[^>]*\?>\s*")
_SPACE: Final = re.compile(r"[ \t\r\n\f]+")
_DIRECTION: Final = {"ar": "rtl", "en": "ltr"}

Chain = tuple[Any, ...]
"""The inline elements around a text inside of its block, outermost first."""


@dataclass(slots=True)
class _Block:
    """Consecutive inline content of an element: the text behind the child `before`, or the first one, and `nodes`."""

    parent: Any
    before: Any | None
    nodes: list[Any]
    runs: list[Run[Chain]] = field(default_factory=list)


def read(data: bytes, origin: str, language: Language | None) -> Document:
    """Return a page or a fragment; raises `EmptyInputError`, `FormatError`, `EncodingError` and `LanguageError`."""
    text = decode(data, origin=origin, declared=declared_encoding(data)).text
    root, whole = _parse(text, origin)
    blocks = [block for block in _blocks(root) if any(run.text.strip() for run in block.runs)]
    if not blocks:
        raise EmptyInputError(f"{origin}: the page shows no text. Expected an article in its HTML.")
    request = request_for([block.runs for block in blocks], origin, language)
    return Document(request, lambda result: _render(root, whole, blocks, request, result))


def _parse(text: str, origin: str) -> tuple[Any, bool]:
    from lxml import etree, html  # type: ignore[import-untyped, unused-ignore]

    whole = _WHOLE.search(text[:4096]) is not None
    data = _XML.sub("", text).encode("utf-8", "replace")
    parser = html.HTMLParser(no_network=True, huge_tree=True, encoding="utf-8")
    try:
        if whole:
            return html.document_fromstring(data, parser=parser), True
        return html.fragment_fromstring(data, create_parent="div", parser=parser), False
    except (etree.LxmlError, ValueError, RecursionError) as error:
        raise FormatError(f"{origin}: HTML that cannot be parsed ({error}). Save it again from a browser.") from None


def _blocks(root: Any) -> Iterator[_Block]:
    """Yield the runs of inline content of every block element, in document order."""
    stack = [root]
    while stack:
        element = stack.pop()
        if _is_kept(element):
            continue
        yield from _blocks_of(element)
        stack.extend(child for child in reversed(element) if not _is_inline(child))


def _blocks_of(element: Any) -> Iterator[_Block]:
    block = _Block(element, None, [])
    _add(block, element.text, ())
    for child in element:
        if _is_inline(child):
            block.nodes.append(child)
            _collect(child, (child,), block)
            _add(block, child.tail, ())
        else:
            yield block
            block = _Block(element, child, [])
            _add(block, child.tail, ())
    yield block


def _collect(element: Any, chain: Chain, block: _Block) -> None:
    if _is_kept(element):
        return
    _add(block, element.text, chain)
    for child in element:
        _collect(child, (*chain, child), block)
        _add(block, child.tail, chain)


def _add(block: _Block, text: str | None, chain: Chain) -> None:
    if text:
        block.runs.append(Run(_SPACE.sub(" ", text), chain))


def _is_inline(element: Any) -> bool:
    """Whether an element is part of a line of text all through; one with a block or an image inside is not."""
    return (
        isinstance(element.tag, str)
        and element.tag in _INLINE
        and element.get("translate") != "no"
        and all(_is_inline(child) for child in element)
    )


def _is_kept(element: Any) -> bool:
    return (
        not isinstance(element.tag, str)
        or element.tag in _KEPT
        or element.get("translate") == "no"
        or "notranslate" in (element.get("class") or "").split()
    )


def _render(root: Any, whole: bool, blocks: list[_Block], request: Request, result: Result) -> bytes:
    from lxml import html

    for block, runs in zip(blocks, restyle([b.runs for b in blocks], request, result, _must_stay), strict=True):
        _write(block, runs)
    target = result.translation.target_language
    _turn(root, target)
    if not whole:
        root.attrib.pop("lang", None)
        inner = "".join([_escaped(root.text), *(html.tostring(child, encoding="unicode") for child in root)])
        return inner.encode("utf-8")
    for meta in root.iter("meta"):
        if meta.get("charset"):
            meta.set("charset", "utf-8")
        elif (meta.get("http-equiv") or "").lower() == "content-type":
            meta.set("content", "text/html; charset=utf-8")
    tree = root.getroottree()
    found: bytes = html.tostring(tree, encoding="utf-8", doctype=tree.docinfo.doctype or None)
    return found + b"\n"


def _must_stay(chain: Chain) -> bool:
    return any(element.tag == "a" and element.get("href") for element in chain)


def _write(block: _Block, runs: list[Run[Chain]]) -> None:
    """Replace the inline content of a block by the translated runs."""
    for node in block.nodes:
        block.parent.remove(node)
    _set_text(block, "")
    last = block.before
    at = 0 if last is None else block.parent.index(last) + 1
    for run in runs:
        if not run.style:
            _append_text(block.parent, last, run.text)
            continue
        outer = _nested(run)
        block.parent.insert(at, outer)
        last, at = outer, at + 1


def _nested(run: Run[Chain]) -> Any:
    """Return copies of the inline elements of a run, one inside the other, with its text."""
    shells = [_shell(element) for element in run.style]
    for outer, inner in itertools.pairwise(shells):
        outer.append(inner)
    shells[-1].text = run.text
    return shells[0]


def _shell(element: Any) -> Any:
    shell = copy(element)
    for child in list(shell):
        shell.remove(child)
    shell.text = shell.tail = None
    return shell


def _set_text(block: _Block, text: str) -> None:
    if block.before is None:
        block.parent.text = text
    else:
        block.before.tail = text


def _append_text(parent: Any, last: Any | None, text: str) -> None:
    if last is None:
        parent.text = (parent.text or "") + text
    else:
        last.tail = (last.tail or "") + text


def _turn(root: Any, target: Language) -> None:
    """State the language and the direction of the translation, and turn what states those of the source."""
    source = other(target)
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        for name in ("lang", "{http://www.w3.org/XML/1998/namespace}lang"):
            if (element.get(name) or "").lower().split("-")[0] == source:
                element.set(name, target)
        if (element.get("dir") or "").lower() == _DIRECTION[source]:
            element.set("dir", _DIRECTION[target])
    if root.tag == "html":
        root.set("lang", target)
        root.set("dir", _DIRECTION[target])
    else:
        for child in root:
            if isinstance(child.tag, str):
                child.set("lang", target)
                child.set("dir", _DIRECTION[target])


def _escaped(text: str | None) -> str:
    from html import escape

    return escape(text or "", quote=False)
