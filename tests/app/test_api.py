"""The page over HTTP, as a program uses it."""

from __future__ import annotations

import http.client
import io
import json
import logging
import urllib.request
import warnings
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urlparse

import pytest

from tests.app.conftest import Site
from tests.app.fake import ARABIC_ARTICLE, ENGLISH_ARTICLE, PAIRS
from tests.jisr.test_exports import KEYS

# Gradio and what it stands on warn about each other while they serve.
pytestmark = pytest.mark.filterwarnings("ignore")


def new_client(site: Site) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from gradio_client import Client

        return Client(site.url, verbose=False, analytics_enabled=False)


@pytest.fixture(scope="module")
def client(site: Site) -> Iterator[Any]:
    made = new_client(site)
    yield made
    made.close()


def test_translate(client: Any) -> None:
    found = client.predict(ARABIC_ARTICLE, api_name="/translate")
    assert found["source_language"] == "ar"
    assert found["text"].split("\n\n")[0] == PAIRS[0][1]
    assert found["text"].count("\n\n") == ARABIC_ARTICLE.count("\n\n")
    assert found["flagged"] == [4]


def test_summarize(client: Any) -> None:
    found = client.predict(ENGLISH_ARTICLE, language="ar", length="line", api_name="/summarize")
    assert found["language"] == "ar"
    assert "المرآة" in found["text"] or "مرصد" in found["text"]
    assert all(1 <= number <= 4 for numbers in found["evidence"] for number in numbers)


def test_read_is_that_of_the_command_line(client: Any) -> None:
    found = client.predict(ARABIC_ARTICLE, to="en", api_name="/read")
    assert set(found) == KEYS
    assert found["segments"][0]["target"] == PAIRS[0][1]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({"text": ""}, "expected an article"),
        ({"text": ENGLISH_ARTICLE, "to": "en"}, "already"),
        ({"text": ENGLISH_ARTICLE, "model": "no-such"}, "not offered"),
        ({"text": "word " * 5000}, "20,000"),
    ],
)
def test_errors_are_messages(client: Any, given: dict[str, str], expected: str) -> None:
    with pytest.raises(Exception, match=expected) as caught:
        client.predict(**given, api_name="/read")
    assert "Traceback" not in str(caught.value)


def test_three_documented_endpoints_and_no_other(client: Any) -> None:
    found = client.view_api(return_format="dict")["named_endpoints"]
    assert set(found) == {"/translate", "/summarize", "/read"}
    for endpoint in found.values():
        assert endpoint["description"]
        assert all(parameter["python_type"]["type"] for parameter in endpoint["parameters"])
    lengths = next(p for p in found["/read"]["parameters"] if p["parameter_name"] == "length")
    assert "headline" in json.dumps(lengths)


def test_twenty_readers_at_once_share_batches(site: Site) -> None:
    model = site.models["compact"]
    before, model.seconds, model.batch = len(model.calls), 0.15, 100
    clients = [new_client(site) for _ in range(4)]
    try:
        with ThreadPoolExecutor(20) as pool:
            jobs = [
                pool.submit(clients[n % 4].predict, ARABIC_ARTICLE if n % 2 else ENGLISH_ARTICLE, api_name="/translate")
                for n in range(20)
            ]
            texts = [job.result(timeout=60)["text"] for job in jobs]
    finally:
        model.seconds, model.batch = 0.0, 4
        for one in clients:
            one.close()
    assert len(set(texts[0::2])) == len(set(texts[1::2])) == 1
    assert len(model.calls) - before < 20


def test_no_word_of_an_article_is_logged(site: Site, client: Any, capfd: pytest.CaptureFixture[str]) -> None:
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        client.predict("The zebrafish keeper wrote down every number he saw that day.", api_name="/read")
        with pytest.raises(Exception, match="already"):
            client.predict("The zebrafish keeper sleeps.", to="en", api_name="/translate")
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
    output = capfd.readouterr()
    server_side = "\n".join(line for line in stream.getvalue().splitlines() if "send_request" not in line)
    assert "zebrafish" not in server_side + output.out + output.err


def test_the_page_names_no_other_host(site: Site) -> None:
    with urllib.request.urlopen(site.url, timeout=20) as response:
        page = response.read().decode("utf-8")
    for host in ("fonts.googleapis", "fonts.gstatic", "cdnjs", "jsdelivr", "unpkg"):
        assert host not in page


def test_bodies_beyond_the_limit_are_refused_and_answers_carry_a_policy(site: Site) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", urlparse(site.url).port, timeout=20)
    connection.putrequest("POST", "/gradio_api/queue/join")
    connection.putheader("Content-Length", "2300000")
    connection.endheaders()
    refused = connection.getresponse()
    assert refused.status == 413
    assert "2,200,000" in refused.read().decode()
    connection.close()
    with urllib.request.urlopen(site.url, timeout=20) as response:
        assert "default-src 'self'" in response.headers["content-security-policy"]
