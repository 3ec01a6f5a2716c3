"""The encoding that a page names itself."""

from __future__ import annotations

import re
from typing import Final

_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_ENCODING: Final = re.compile(rb"\A\s*<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE)
_HEAD_BYTES: Final = 4096


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding that the first 4 KiB of a page declare, or None."""
    match = _CHARSET.search(data[:_HEAD_BYTES]) or _XML_ENCODING.search(data[:_HEAD_BYTES])
    return match[1].decode("ascii") if match else None
