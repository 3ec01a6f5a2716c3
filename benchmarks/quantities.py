"""How well numbers are compared across languages: false alarms on correct pairs, recall on planted errors.

    python -m benchmarks.quantities --pairs FILE [--show 20]

FILE holds correct sentence pairs: jsonl with `"sentences": [[arabic, english], ...]`, or tsv with arabic and english
as its first two columns. Reported: the share of the pairs with a hard quantity on either side where something is
missing or added (a false alarm, unless the pair itself differs), and the share of planted errors that are seen. An
error is planted in one place of one side: a number in digits that becomes another one or is dropped, or a spelled
one (three and more, found by a plain word list that the reader under test does not use) that is replaced or dropped.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from article.quantities import Quantity, added, missing, quantities
from base.languages import Language

_OWN: Final = Path(__file__).resolve().parent.parent / "eval" / "own"
DIGITS: Final = re.compile(r"(?<![\d.,])\d[\d.,]*(?<=\d)")
WORDS: Final[dict[Language, tuple[str, ...]]] = {
    "en": (
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "eleven",
        "twelve",
        "twenty",
        "thirty",
        "fifty",
        "seventy",
    ),
    "ar": ("ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرين", "ثلاثين", "خمسين", "سبعين"),
}
SPELLED: Final = {
    language: re.compile(rf"(?<![\w-])(?:{'|'.join(words)})(?![\w-])") for language, words in WORDS.items()
}


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence in both languages and the quantities of both."""

    arabic: str
    english: str

    def found(self) -> tuple[tuple[Quantity, ...], tuple[Quantity, ...]]:
        """Return the Arabic and the English quantities."""
        return quantities(self.arabic, "ar"), quantities(self.english, "en")


def own_pairs() -> Iterator[Pair]:
    """Yield the sentence pairs of the project's own articles."""
    for path in sorted(_OWN.glob("*.json")):
        for segment in json.loads(path.read_text(encoding="utf-8"))["segments"]:
            yield Pair(segment["ar"], segment["en"])


def read_pairs(path: Path) -> Iterator[Pair]:
    """Yield the pairs of a jsonl or tsv file."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if path.suffix == ".jsonl":
                yield from (Pair(arabic, english) for arabic, english in json.loads(line)["sentences"])
            else:
                columns = line.rstrip("\n").split("\t")
                if len(columns) > 1:
                    yield Pair(columns[0], columns[1])


def alarms(arabic: tuple[Quantity, ...], english: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """Return what either side has and the other has not."""
    return missing(arabic, english) + added(arabic, english)


def planted(text: str, language: Language, draw: random.Random) -> Iterator[tuple[str, str]]:
    """Yield (kind of error, text with one error in it)."""
    numbers = [match for match in DIGITS.finditer(text) if re.sub(r"\D", "", match.group()) not in ("1", "2")]
    if numbers:
        match = draw.choice(numbers)
        before, after = text[: match.start()], text[match.end() :]
        yield "digits dropped", before + after
        yield "digits changed", before + _changed(match.group(), draw) + after
        yield "ten times", before + _ten_times(match.group()) + after
    spelled = list(SPELLED[language].finditer(text))
    if spelled:
        match = draw.choice(spelled)
        other = draw.choice([word for word in WORDS[language] if word != match.group()])
        yield "word dropped", text[: match.start()] + text[match.end() :]
        yield "word changed", text[: match.start()] + other + text[match.end() :]


def _changed(number: str, draw: random.Random) -> str:
    place = draw.choice([index for index, character in enumerate(number) if character.isdigit()])
    digit = draw.choice([digit for digit in "123456789" if digit != number[place]])
    return number[:place] + digit + number[place + 1 :]


def _ten_times(number: str) -> str:
    whole, point, decimals = number.partition(".")
    return f"{whole.replace(',', '')}0{point}{decimals}"


def measure(pairs: list[Pair], show: int, seed: int) -> None:
    """Print the figures, and up to `show` false alarms."""
    draw = random.Random(seed)
    with_numbers = clean = shown = 0
    caught: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    began = time.perf_counter()
    found = [(pair, pair.found()) for pair in pairs]
    seconds = time.perf_counter() - began
    for pair, (arabic, english) in found:
        if all(quantity.soft for quantity in arabic + english):
            continue
        with_numbers += 1
        wrong = alarms(arabic, english)
        if wrong:
            if shown < show:
                shown += 1
                print([quantity.text for quantity in wrong], pair.arabic, pair.english, "", sep="\n")
            continue
        clean += 1
        for kind, broken in planted(pair.english, "en", draw):
            tried[f"en {kind}"] += 1
            caught[f"en {kind}"] += bool(alarms(arabic, quantities(broken, "en")))
        for kind, broken in planted(pair.arabic, "ar", draw):
            tried[f"ar {kind}"] += 1
            caught[f"ar {kind}"] += bool(alarms(quantities(broken, "ar"), english))
    total = with_numbers or 1
    print(
        f"pairs {len(pairs)}, with a hard quantity {with_numbers}, sentences per second {2 * len(pairs) / seconds:,.0f}"
    )
    print(f"false alarms {with_numbers - clean} ({100 * (with_numbers - clean) / total:.2f} %)")
    for kind in sorted(tried):
        print(f"{kind:20} caught {caught[kind]:6} of {tried[kind]:6} ({100 * caught[kind] / tried[kind]:.2f} %)")
    if tried:
        print(f"{'all planted':20} caught {100 * caught.total() / tried.total():.2f} %")


def main() -> None:
    """Parse the command line and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=Path, required=True, help="jsonl or tsv of correct pairs")
    parser.add_argument("--show", type=int, default=0, help="how many false alarms to print")
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    measure(list(read_pairs(arguments.pairs)), arguments.show, arguments.seed)


if __name__ == "__main__":
    main()
