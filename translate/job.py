"""One run of the command line: files in, translations out, failures counted and reported."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, Final

from article.model import Article
from base.errors import JisrError, OutputError
from base.languages import Language
from base.progress import Progress, ProgressCallback
from translate.glossary import Glossary
from translate.lines import line_article, read_chunks, target_of
from translate.model import Translation
from translate.report import count_flags, flag_summary, translation_json
from translate.sink import Sink
from translate.translator import Translator

STDIN: Final = "-"
MakeTranslator = Callable[[Language], Translator]


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for on the command line. `target` of None means the other language."""

    target: Language | None = None
    lines: bool = False
    json: bool = False
    glossary: Glossary | None = None


@dataclass(slots=True)
class Job:
    """Translates inputs one after the other; an input that fails does not stop the others."""

    options: Options
    translator: MakeTranslator
    sink: Sink
    stdin: BinaryIO
    progress: ProgressCallback
    sentences: int = 0
    flags: Counter[str] = field(default_factory=Counter)
    failures: list[JisrError] = field(default_factory=list)

    def run(self, inputs: tuple[str, ...]) -> None:
        """Translate files, in order; `-` is standard input. Output that cannot be written ends the run."""
        for name in inputs:
            try:
                if self.options.lines:
                    self._lines(name)
                else:
                    self._document(name, separate=len(inputs) > 1)
            except OutputError:
                raise
            except JisrError as error:
                self.failures.append(error)

    @property
    def summary(self) -> str:
        """One line about the flagged sentences, empty when there are none."""
        return flag_summary(self.flags, self.sentences)

    def _document(self, name: str, *, separate: bool) -> None:
        article = self._read(name)
        target = self.options.target or ("en" if article.language == "ar" else "ar")
        translation = self.translator(target).translate(
            article, target, glossary=self.options.glossary, progress=self.progress
        )
        self._count(translation)
        if self.options.json:
            self.sink.write(translation_json(translation, {"origin": article.origin}) + "\n")
            return
        missing_end = separate and not translation.text.endswith("\n")
        self.sink.write(translation.text + ("\n" if missing_end else ""))

    def _read(self, name: str) -> Article:
        from article.read import read_article, read_bytes

        # Piped text is text, also when it begins like a web page or a table.
        return read_bytes(self.stdin.read(), "stdin.txt") if name == STDIN else read_article(Path(name))

    def _lines(self, name: str) -> None:
        if name == STDIN:
            self._translate_lines(self.stdin, "standard input")
            return
        try:
            with Path(name).open("rb") as stream:
                self._translate_lines(stream, name)
        except OSError as error:
            raise _cannot_read(name, error) from error

    def _translate_lines(self, stream: BinaryIO, name: str) -> None:
        target: Language | None = None
        done = 0
        for chunk in read_chunks(stream):
            target = target or target_of(chunk, self.options.target, name)
            for line, translation in zip(chunk, self._translate_chunk(chunk, target), strict=True):
                done += 1
                self._write_line(line, translation, name, done)
            self.progress(Progress("translate", done, 0))

    def _translate_chunk(self, chunk: list[str], target: Language | None) -> list[Translation | None]:
        if target is None:
            return [None] * len(chunk)
        source: Language = "en" if target == "ar" else "ar"
        articles = [line_article(line, source) for line in chunk]
        translator = self.translator(target)
        return list(translator.translate_articles(articles, target, glossary=self.options.glossary))

    def _write_line(self, line: str, translation: Translation | None, name: str, number: int) -> None:
        if translation is not None:
            self._count(translation)
        if self.options.json and translation is not None:
            self.sink.write(translation_json(translation, {"origin": name, "line": number}) + "\n")
        else:
            self.sink.write((translation.text if translation else line) + "\n")

    def _count(self, translation: Translation) -> None:
        self.sentences += len(translation.segments)
        self.flags.update(count_flags(translation.segments))


def _cannot_read(name: str, error: OSError) -> JisrError:
    from base.errors import InputError

    return InputError(f"Cannot read {name}: {error.strerror or error}. Check the path and its permissions.")
