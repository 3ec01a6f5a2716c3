"""Translating as the work of a batch, and how a machine gets ready for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from article.model import Article
from base.languages import Language, other
from engine.types import Model, Task
from translate.batch.formats.document import block_targets
from translate.batch.model import Request, Result
from translate.glossary import Glossary, read_glossary
from translate.memory import Memory, RecentMemory, StoredMemory
from translate.model import Translation
from translate.settings import Settings
from translate.translator import Translator


class TranslateWork:
    """Translates documents, with their phrases, in shared batches."""

    def __init__(self, translator: Translator, glossary: Glossary | None = None) -> None:
        """Use a translator (best one with a memory) and the terms of a glossary."""
        self.translator = translator
        self.glossary = glossary

    @property
    def signature(self) -> str:
        """The model's signature with the settings and the terms."""
        translator = self.translator
        return f"{translator.model.signature} {translator.settings.digits} {hash_of(self.glossary)}".strip()

    def run(self, requests: Sequence[Request], target: Language | None) -> list[Result]:
        """Return the results of documents, in order; see `Work.run`."""
        articles: list[Article] = []
        for request in requests:
            articles += [request.article, *((request.phrases,) if request.phrases else ())]
        found = iter(self.translator.translate_articles(articles, target, glossary=self.glossary))
        return [_result(request, next(found), next(found) if request.phrases else None) for request in requests]


@dataclass(frozen=True, slots=True)
class LoadTranslation:
    """What a machine needs to know to load a translator; it can be sent to another one."""

    model: str = "auto"
    offline: bool = False
    target: Language | None = None
    settings: Settings = field(default_factory=Settings)
    glossary: Path | None = None
    memory: Path | None = None
    accept_licence: bool = False
    device: str = "auto"
    threads: int = 0

    def __call__(self) -> TranslateWork:
        """Load the model and the glossary, and open the memory; raises their errors."""
        return TranslateWork(
            Translator(self.load_model(), self.settings, self.open_memory()),
            read_glossary(self.glossary) if self.glossary else None,
        )

    def load_model(self) -> Model:
        """Load the model of a single direction where one is wanted, of both otherwise."""
        import engine

        task = Task("translate", other(self.target), self.target) if self.target else None
        return engine.load(
            self.model,
            offline=self.offline,
            task=task,
            accept_licence=self.accept_licence,
            device=self.device,  # type: ignore[arg-type]
            threads=self.threads,
        )

    def open_memory(self) -> Memory:
        """Return the memory in the file, or one for this run."""
        return StoredMemory(self.memory) if self.memory else RecentMemory()


def hash_of(glossary: Glossary | None) -> str:
    """Return eight hexadecimal digits that stand for the terms of a glossary, nothing for none."""
    from translate.batch.identity import digest

    return f"glossary-{digest(repr(glossary))[:8]}" if glossary else ""


def _result(request: Request, translation: Translation, phrases: Translation | None) -> Result:
    if request.phrases is None or phrases is None:
        return Result(translation)
    return Result(translation, tuple(block_targets(request.phrases, phrases.segments)))
