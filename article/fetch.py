"""A page from the web, for `jisr read URL`, without letting a page reach into the user's own network."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Final

from base import offline
from base.errors import FormatError, InputError, OfflineError, TooLargeError

if TYPE_CHECKING:
    import httpx

    from article.network import Resolver

MAX_REDIRECTS: Final = 5
LIMIT_BYTES: Final = 10_000_000
TIMEOUT: Final = 20.0
_HEADERS: Final = {
    "User-Agent": "jisr (article reader)",
    "Accept": "text/html,application/xhtml+xml,text/plain,text/markdown;q=0.9,*/*;q=0.1",
    "Accept-Encoding": "gzip, deflate",
    "Accept-Language": "ar,en;q=0.8",
}
_READABLE: Final = re.compile(
    r"text/|application/(?:xhtml\+xml|xml|json|x-ndjson|jsonl|x-subrip|octet-stream"
    r"|vnd\.openxmlformats-officedocument\.wordprocessingml\.document)"
)
_SAVE: Final = "save the page from a browser and give the file"


def fetch(
    url: str,
    *,
    limit_bytes: int = LIMIT_BYTES,
    timeout: float = TIMEOUT,
    allow_private: bool = False,
    resolver: Resolver | None = None,
) -> bytes:
    """Return the body behind `url`, in UTF-8 where the server names another encoding and the body is in it.

    `timeout` is in seconds and bounds all of it, redirects and trickling bodies included. Only http and https, at most
    5 redirects; addresses that are not public are refused unless `allow_private`. `resolver` replaces the system's.
    Raises `OfflineError` in offline mode, `FormatError` for a body that is no text, `TooLargeError` beyond
    `limit_bytes` after decompression, and `InputError` for all else.
    """
    if offline.is_enabled():
        raise OfflineError(f"Offline mode is on, and {url} is on the web. Run without --offline, or {_SAVE}.")
    import httpcore
    import httpx

    from article.network import GuardedBackend, GuardedTransport, resolve_name

    deadline = time.monotonic() + timeout
    backend = GuardedBackend(resolver or resolve_name, deadline=deadline, allow_private=allow_private)
    try:
        with httpx.Client(transport=GuardedTransport(backend), headers=_HEADERS, timeout=timeout) as client:
            return _follow(client, _checked(url, url), limit_bytes, deadline)
    except (httpcore.TimeoutException, httpx.TimeoutException, TimeoutError):
        raise InputError(f"{url} was not read within {timeout:g} seconds. Try again, or {_SAVE}.") from None
    except (httpcore.NetworkError, httpcore.ProtocolError, httpx.HTTPError, OSError) as error:
        raise InputError(f"{url} cannot be read: {error}. Check the address and the connection, or {_SAVE}.") from None


def _follow(client: httpx.Client, target: httpx.URL, limit: int, deadline: float) -> bytes:
    origin = str(target)
    for _ in range(MAX_REDIRECTS + 1):
        with client.stream("GET", target) as response:
            if not response.has_redirect_location:
                _check_answer(response, origin, limit)
                return _as_utf8(_body(response, origin, limit, deadline), response)
            target = _checked(str(target.join(response.headers["location"])), origin)
    raise InputError(
        f"{origin} redirects more than {MAX_REDIRECTS} times. Open it in a browser, and give its last address."
    )


def _checked(url: str, origin: str) -> httpx.URL:
    """Return `url` parsed; raises `InputError` unless it is an http or https address without a password."""
    import httpx

    try:
        parsed = httpx.URL(url)
    except (httpx.InvalidURL, ValueError, UnicodeError) as error:
        raise InputError(
            f"{origin[:200]!r} is no web address ({error}). Expected one such as https://example.org/a."
        ) from None
    if parsed.scheme not in ("http", "https") or not parsed.host:
        leads = "" if url == origin else f" leads to {url[:200]!r}, which"
        raise InputError(f"{origin[:200]!r}{leads} is no web address. Expected http:// or https:// and a host.")
    if parsed.userinfo:
        raise InputError(f"The address of {parsed.host} holds a user name or password. Expected one without: {_SAVE}.")
    return parsed


def _check_answer(response: httpx.Response, origin: str, limit: int) -> None:
    if response.status_code != 200:
        reason = f"{response.status_code} {response.reason_phrase}".strip()
        raise InputError(f"{origin} answered {reason}. Expected a page: check the address in a browser, or {_SAVE}.")
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind and not _READABLE.match(kind):
        raise FormatError(
            f"{origin} is {kind}, not a page or text. Expected HTML, plain text, Markdown or docx: {_SAVE}."
        )
    length = response.headers.get("content-length", "")
    if length.isascii() and length.isdigit() and int(length) > limit:
        raise _too_large(origin, limit)


def _body(response: httpx.Response, origin: str, limit: int, deadline: float) -> bytes:
    import httpx

    parts: list[bytes] = []
    size = 0
    for part in response.iter_bytes():
        size += len(part)
        if size > limit:
            raise _too_large(origin, limit)
        if time.monotonic() > deadline:
            raise httpx.ReadTimeout("deadline")
        parts.append(part)
    return b"".join(parts)


def _as_utf8(data: bytes, response: httpx.Response) -> bytes:
    """Write `data` in UTF-8 where it is not, and the server named the encoding it is in."""
    charset = response.charset_encoding
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        if charset is not None and not charset.lower().startswith("utf-8"):
            try:
                return data.decode(charset).encode("utf-8")
            except (LookupError, UnicodeError, ValueError):
                return data
    return data


def _too_large(origin: str, limit: int) -> TooLargeError:
    return TooLargeError(f"{origin} is larger than {limit:,} bytes. Expected one article: {_SAVE}.")
