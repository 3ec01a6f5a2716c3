"""Pages come from the web whole and in time, and never from the user's own network."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from article.fetch import MAX_REDIRECTS, fetch
from article.network import is_public
from article.read import read_bytes
from base import offline
from base.errors import FormatError, InputError, OfflineError, TooLargeError

PAGE = "<html><body><p>قالت الوزارة إن الجسر الجديد سيفتح قبل نهاية الشهر.</p></body></html>"
Answer = Callable[[BaseHTTPRequestHandler], None]


def send(
    handler: BaseHTTPRequestHandler, body: bytes, kind: str = "text/html", status: int = 200, **headers: str
) -> None:
    handler.send_response(status)
    handler.send_header("Content-Type", kind)
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def redirect(handler: BaseHTTPRequestHandler, location: str) -> None:
    send(handler, b"", status=302, Location=location)


def trickle_body(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    trickle(handler)


def trickle(handler: BaseHTTPRequestHandler) -> None:
    try:
        for _ in range(100):
            handler.wfile.write(b"x")
            handler.wfile.flush()
            time.sleep(0.05)
    except OSError:
        pass


def endless(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/plain")
    handler.end_headers()
    try:
        for _ in range(100_000):
            handler.wfile.write(b"word " * 2000)
    except OSError:
        pass


ANSWERS: dict[str, Answer] = {
    "/page": lambda h: send(h, PAGE.encode()),
    "/packed": lambda h: send(h, gzip.compress(PAGE.encode()), Content_Encoding="gzip"),
    "/old": lambda h: send(h, PAGE.encode("cp1256"), "text/html; charset=windows-1256"),
    "/odd": lambda h: send(h, PAGE.encode(), "text/html; charset=no-such"),
    "/image": lambda h: send(h, b"\x89PNG", "image/png"),
    "/pdf": lambda h: send(h, b"%PDF-1.4", "application/pdf"),
    "/gone": lambda h: send(h, b"not here", status=404),
    "/once": lambda h: redirect(h, "/page"),
    "/loop": lambda h: redirect(h, "/loop"),
    "/file": lambda h: redirect(h, "file:///etc/passwd"),
    "/inside": lambda h: redirect(h, "http://intern.example/secret"),
    "/slow": trickle_body,
    "/slow-headers": trickle,
    "/endless": endless,
    "/bomb": lambda h: send(h, gzip.compress(bytes(5_000_000)), "text/plain", Content_Encoding="gzip"),
    "/broken-gzip": lambda h: send(h, b"not gzip", Content_Encoding="gzip"),
    "/big": lambda h: send(h, b"x" * 3000),
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        ANSWERS[self.path](self)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        running.daemon_threads = True
        thread = threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{running.server_address[1]}"
        running.shutdown()
        thread.join()


@pytest.mark.parametrize("path", ["/page", "/packed", "/once", "/old", "/odd"])
def test_a_page_is_read(server: str, path: str) -> None:
    data = fetch(server + path, allow_private=True)
    assert data.decode() == PAGE
    assert read_bytes(data, server + path).language == "ar"


@pytest.mark.parametrize(
    ("path", "error", "message"),
    [
        ("/image", FormatError, "image/png"),
        ("/pdf", FormatError, "application/pdf"),
        ("/gone", InputError, "answered 404 Not Found"),
        ("/loop", InputError, f"more than {MAX_REDIRECTS} times"),
        ("/file", InputError, "leads to 'file:/+etc/passwd'"),
        ("/broken-gzip", InputError, "cannot be read"),
    ],
)
def test_what_is_no_page_says_why(server: str, path: str, error: type[InputError], message: str) -> None:
    with pytest.raises(error, match=message):
        fetch(server + path, allow_private=True)


@pytest.mark.parametrize("path", ["/endless", "/bomb", "/big"])
def test_a_body_beyond_the_limit_is_given_up(server: str, path: str) -> None:
    with pytest.raises(TooLargeError, match="larger than 2,000 bytes"):
        fetch(server + path, allow_private=True, limit_bytes=2000)


@pytest.mark.parametrize("path", ["/slow", "/slow-headers"])
def test_a_server_that_trickles_is_given_up(server: str, path: str) -> None:
    with pytest.raises(InputError, match=r"within 0\.4 seconds"):
        fetch(server + path, allow_private=True, timeout=0.4)


def test_nobody_listens() -> None:
    with pytest.raises(InputError, match="cannot be read"):
        fetch("http://127.0.0.1:9/x", allow_private=True, timeout=5)


PRIVATE = [
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
    "255.255.255.255", "192.0.2.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "::ffff:127.0.0.1",
    "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_addresses_that_are_not_public_are_refused_before_a_connection(address: str) -> None:
    assert not is_public(address)
    with pytest.raises(InputError, match=r"news\.example is .*private network or of this machine"):
        fetch("http://news.example/x", resolver=lambda host, port: ["93.184.216.34", address])


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:93.184.216.34"])
def test_public_addresses(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1"])
def test_spellings_of_this_machine_are_refused(host: str) -> None:
    with pytest.raises(InputError, match=r"private network or of this machine|cannot be found|no web address"):
        fetch(f"http://{host}:9/x", timeout=2)


def test_a_redirect_into_the_private_network_is_refused(server: str) -> None:
    port = server.rpartition(":")[2]

    def resolver(host: str, _: int) -> list[str]:
        # the check, not the connection, is under test: the first host stands in for a public one
        return ["127.0.0.1"] if host == "news.example" else ["10.0.0.7"]

    from article import network

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(network, "is_public", lambda address: address == "127.0.0.1")
        with pytest.raises(InputError, match=r"intern\.example is 10\.0\.0\.7"):
            fetch(f"http://news.example:{port}/inside", resolver=resolver)


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "ftp://example.org/x", "example.org/x", "http://", "javascript:1", ""]
)
def test_other_addresses_are_no_web_addresses(url: str) -> None:
    with pytest.raises(InputError, match="is no web address"):
        fetch(url)


def test_passwords_in_an_address_are_not_sent_and_not_shown() -> None:
    with pytest.raises(InputError, match="user name or password") as caught:
        fetch("https://user:secret@example.org/x")
    assert "secret" not in str(caught.value)


def test_offline_mode_opens_nothing() -> None:
    def resolver(host: str, port: int) -> list[str]:
        raise AssertionError("resolved a name in offline mode")

    with offline.offline(), pytest.raises(OfflineError, match="--offline"):
        fetch("https://example.org/x", resolver=resolver)
