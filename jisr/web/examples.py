"""The project's own articles, for one click."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from base.languages import Language
from jisr.web.source import Source

_ORDER: Final = ("politics.ar", "economy.ar", "science.ar", "world.en")
_LABELS: Final[dict[str, tuple[str, str]]] = {
    "politics": ("Politics", "سياسة"),
    "economy": ("Economy", "اقتصاد"),
    "science": ("Science", "علوم"),
    "world": ("World", "العالم"),
}


@dataclass(frozen=True, slots=True)
class Example:
    """An article that comes with Jisr."""

    name: str
    language: Language
    source: Source

    def label(self, language: Language) -> str:
        """Return its topic and its language, in the page's `language`."""
        english, arabic = _LABELS.get(self.name, (self.name.capitalize(), self.name))
        if language == "ar":
            return f"{arabic} ({'بالعربية' if self.language == 'ar' else 'بالإنجليزية'})"
        return f"{english} ({'Arabic' if self.language == 'ar' else 'English'})"


@cache
def examples() -> tuple[Example, ...]:
    """Return the examples that are installed, in a fixed order."""
    folder = files("jisr.web") / "articles"
    found = []
    for stem in _ORDER:
        file = folder / f"{stem}.txt"
        if file.is_file():
            name, language = stem.split(".")
            text = file.read_text(encoding="utf-8").strip()
            found.append(Example(name, "ar" if language == "ar" else "en", Source(text, f"{stem}.txt")))
    return tuple(found)
