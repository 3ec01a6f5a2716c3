from __future__ import annotations

import asyncio
import os
import threading
import warnings
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import pytest

from jisr.pipeline import Pipeline
from jisr.web.handlers import Handlers
from jisr.web.service import Service
from jisr.web.settings import Limits, Settings
from summarize.abstractive import Abstractive
from tests.app.fake import PAIRS, WITHOUT_NUMBER, DictionaryModel
from translate.translator import Translator

os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
CHROMIUM = next((p for p in ("/usr/bin/chromium", "/usr/bin/chromium-browser") if Path(p).exists()), None)
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
ARTIFACTS = Path(__file__).resolve().parent.parent.parent / "artifacts"
T = TypeVar("T")


def make_pipeline(model: DictionaryModel) -> Pipeline:
    translator = Translator(model)
    return Pipeline(translator, Abstractive(model, translator))


def collect(stream: AsyncIterator[T]) -> list[T]:
    async def run() -> list[T]:
        return [item async for item in stream]

    return asyncio.run(run())


@pytest.fixture
def model() -> DictionaryModel:
    return DictionaryModel(wrong={PAIRS[3][1]: WITHOUT_NUMBER})


@pytest.fixture
def service(model: DictionaryModel) -> Service:
    return Service(make_pipeline(model))


@pytest.fixture
def handlers(service: Service) -> Handlers:
    return Handlers(service, Settings(limits=Limits(seconds=20)), ["compact"])


@contextmanager
def event_loops() -> Iterator[list[asyncio.AbstractEventLoop]]:
    """Note the event loops that are made in this thread: Gradio makes some and never closes them."""
    made: list[asyncio.AbstractEventLoop] = []
    original, thread = asyncio.new_event_loop, threading.current_thread()

    def noted() -> asyncio.AbstractEventLoop:
        loop = original()
        if threading.current_thread() is thread:
            made.append(loop)
        return loop

    asyncio.new_event_loop = noted
    try:
        yield made
    finally:
        asyncio.new_event_loop = original


class Site:
    """A page that is served in this process, with models that tests may look into."""

    def __init__(self) -> None:
        with warnings.catch_warnings():
            # Gradio and what it stands on warn about each other; that is theirs to mend.
            warnings.simplefilter("ignore")
            import app

            self.models = {
                "compact": DictionaryModel(wrong={PAIRS[3][1]: WITHOUT_NUMBER}),
                "careful": DictionaryModel("careful"),
            }
            limits = Limits(seconds=30, characters=20_000, bytes=200_000, concurrency=20)
            self.settings = Settings(port=0, limits=limits, model="compact")
            with event_loops() as self.loops:
                self.blocks = app.build_app(self.load, self.settings, names=("compact", "careful"))
                self.url = app.serve(self.blocks, self.settings, block=False)

    def load(self, name: str) -> Pipeline:
        return make_pipeline(self.models[name])

    def close(self) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            self.blocks.close(verbose=False)
        for loop in self.loops:
            loop.close()


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    served = Site()
    yield served
    served.close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="needs the package playwright: pip install playwright"
    )
    if CHROMIUM is None:
        pytest.skip("needs Chromium: apt-get install chromium")
    with playwright.sync_playwright() as running:
        launched = running.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield launched
        launched.close()
