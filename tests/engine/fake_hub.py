"""A hub on this machine: the two routes of the real one that fetching a model uses."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

COMMIT = "0123456789abcdef0123456789abcdef01234567"


@dataclass
class Hub:
    """Repositories by id, each a mapping of file names to contents; `requests` are the paths asked for."""

    repositories: dict[str, dict[str, bytes]]
    licence: str = "apache-2.0"
    url: str = ""
    requests: list[str] = field(default_factory=list)

    @property
    def fetched(self) -> set[str]:
        """Names of the files whose contents were sent."""
        return {path.rsplit("/", 1)[-1] for path in self.requests if path.startswith("GET ") and "/resolve/" in path}


@contextmanager
def serve(hub: Hub) -> Iterator[Hub]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(hub))
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    hub.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield hub
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(hub: Hub) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_HEAD(self) -> None:
            self.answer(body=False)

        def do_GET(self) -> None:
            self.answer(body=True)

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
            pass

        def answer(self, *, body: bool) -> None:
            path = urlsplit(self.path).path
            hub.requests.append(f"{self.command} {path}")
            parts = path.strip("/").split("/")
            if parts[:2] == ["api", "models"]:
                self.describe("/".join(parts[2:4]))
            elif len(parts) > 4 and parts[2] == "resolve":
                self.send_file("/".join(parts[:2]), "/".join(parts[4:]), body=body)
            else:
                self.fail(404, "EntryNotFound")

        def describe(self, repo: str) -> None:
            files = hub.repositories.get(repo)
            if files is None:
                self.fail(404, "RepoNotFound")
                return
            siblings = [
                {"rfilename": name, "size": len(content), "blobId": hashlib.sha1(content).hexdigest()} | _lfs(content)
                for name, content in files.items()
            ]
            answer = {
                "_id": "1", "id": repo, "modelId": repo, "sha": COMMIT, "private": False, "downloads": 0, "likes": 0,
                "tags": [], "siblings": siblings, "cardData": {"license": hub.licence},
            }  # fmt: skip
            self.send(200, json.dumps(answer).encode(), {"Content-Type": "application/json"}, body=True)

        def send_file(self, repo: str, name: str, *, body: bool) -> None:
            content = hub.repositories.get(repo, {}).get(name)
            if content is None:
                self.fail(404, "EntryNotFound")
                return
            headers = {"X-Repo-Commit": COMMIT, "ETag": f'"{hashlib.sha256(content).hexdigest()}"'}
            self.send(200, content, headers, body=body)

        def fail(self, status: int, code: str) -> None:
            self.send(status, b"", {"X-Error-Code": code}, body=False)

        def send(self, status: int, content: bytes, headers: dict[str, str], *, body: bool) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            if body:
                self.wfile.write(content)

    return Handler


def _lfs(content: bytes) -> dict[str, object]:
    """Large files come with their SHA-256, as on the hub."""
    if len(content) < 20_000:
        return {}
    return {"lfs": {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content), "pointerSize": 130}}
