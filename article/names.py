"""Names of people, places and organisations: where a text has one, and whether the other language's text has it too."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from article.gazetteer import arabic_forms, english_forms, is_demonym, is_known, is_prefixed_form, words
from article.numerals import listed
from article.tokens import Token, adjacent, key_at, tokenise
from article.transliteration import similarity
from base.languages import Language

THRESHOLD: Final = 0.7
"""From this score on, two names are taken for the same one."""

_LINKS: Final = frozenset(listed("of the al el bin ibn ben de del da van von du la le and for"))
_SENTENCE_ENDS: Final = frozenset([".", "!", "?", ":", '"', "“", "”", "(", "«", "»", "‘", ";"])
_NO_NAMES: Final = frozenset(
    listed(
        "i a an the in on at of to by for from with without after before during since until under over between among"
        " against about as but and or so if when while where who what why how which although though because however"
        " he she it we they you his her its our their your my this that these those there here not no yes all both each"
        " every many most some several few more other another such one two three four five six seven eight nine ten"
        " is are was were be been has have had do does did will would can could may might must should let"
        " meanwhile moreover according also earlier later now then today yesterday tomorrow only even once despite"
        " monday tuesday wednesday thursday friday saturday sunday january february march april june july august"
        " september october november december president minister king prince queen sheikh mr mrs ms dr sir lord"
    )
)
_ARABIC_TITLES: Final = frozenset(
    listed(
        "السيد السيده الدكتور الدكتوره الاستاذ المهندس الشيخ الامير الاميره الملك الملكه الرئيس الوزير النائب اللواء"
        " العميد العقيد الجنرال القاضي المطران البابا الامام الحاج القس الكاتب الكاتبه الشاعر الشاعره الفنان الفنانه"
        " المخرج المخرجه اللاعب المدرب الصحافي الصحفي الباحث الباحثه المحامي مدينه قريه بلده محافظه ولايه نهر جبل جزيره"
        " شركه صحيفه وكاله قناه مجله حزب جامعه نادي"
    )
)
_ARABIC_PARTICLES: Final = frozenset(listed("بن ابن بنت عبد ابو ابي ام ال ذو"))
_PREFIX_LETTERS: Final = "وفبلك"
_LONGEST_WINDOW: Final = 6


@dataclass(frozen=True, slots=True)
class Name:
    """A name of a text; `text` is exactly the text's `start:end`, in code points."""

    text: str
    start: int
    end: int


def name_matches(arabic: str, english: str) -> float:
    """Return how surely an Arabic and an English spelling are of one name: 1 for sure, 0 for surely not.

    Names that are translated rather than spelled (`مصر`, Egypt) come from a table of frequent ones; all others are
    compared by sound. `THRESHOLD` is a good limit.
    """
    if words(arabic) in arabic_forms(english) or is_demonym(english, " ".join(words(arabic))):
        return 1.0
    return similarity(arabic, english)


def names(text: str, language: Language) -> tuple[Name, ...]:
    """Return the names of `text` in order.

    In English these are capitalised runs; in Arabic, which has no capitals, known names, what follows a title, and what
    holds a particle of personal names (`بن`, `عبد`). Not complete in Arabic.
    """
    tokens = tokenise(text)
    spans = _english_spans(tokens) if language == "en" else _arabic_spans(tokens)
    return tuple(
        Name(text[tokens[first].start : tokens[last - 1].end], tokens[first].start, tokens[last - 1].end)
        for first, last in spans
    )


def _english_spans(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    index = 0
    while index < len(tokens):
        if not _is_capitalised(tokens[index]):
            index += 1
            continue
        end = _end_of_run(tokens, index)
        start = _without_opening(tokens, index, end)
        if start < end:
            yield start, end
        index = max(end, index + 1)


def _is_capitalised(token: Token) -> bool:
    return token.kind == "word" and token.text[0].isupper()


def _end_of_run(tokens: list[Token], index: int) -> int:
    """Return the end of the capitalised run at `index`, with links such as `of` or `al-` inside it."""
    end = index + 1
    while end < len(tokens):
        after = end
        while after < min(end + 3, len(tokens)) and (
            tokens[after].key in _LINKS or (tokens[after].key in "-.'’" and adjacent(tokens, after))
        ):
            after += 1
        stop = key_at(tokens, after - 1) == "." and len(tokens[after - 2].text) > 2
        if after >= len(tokens) or stop or not _is_capitalised(tokens[after]) or tokens[after - 1].key == "and":
            break
        end = after + 1
    return end


def _without_opening(tokens: list[Token], start: int, end: int) -> int:
    """Return where the name starts: function words at the head are none, nor is a lone word that opens a sentence."""
    opening = start == 0 or tokens[start - 1].key in _SENTENCE_ENDS
    while start < end and (tokens[start].key in _NO_NAMES or tokens[start].kind == "mark"):
        start, opening = start + 1, False
    acronym = start < end and len(tokens[start].text) > 1 and tokens[start].text.isupper()
    if opening and end - start == 1 and not acronym and not is_known((tokens[start].key,), arabic=False):
        return end
    return start


def _arabic_spans(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    index = 0
    while index < len(tokens):
        end = _known_arabic(tokens, index) or _personal_name(tokens, index)
        if end:
            yield index, end
        elif tokens[index].key in _ARABIC_TITLES and _is_word(tokens, index + 1):
            end = min(index + 3, len(tokens))
            end -= end > index + 2 and not _is_word(tokens, index + 2)
            yield index + 1, end
        index = end or index + 1


def _is_word(tokens: list[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].kind == "word" and tokens[index].key not in _ARABIC_TITLES


def _known_arabic(tokens: list[Token], index: int) -> int:
    """Return the end of the longest known name at `index`, 0 without one; a prefix may be attached to it."""
    key = tokens[index].key
    bare = [key, key[1:]] if key[:1] in tuple(_PREFIX_LETTERS) else [key]
    if key.startswith("لل"):
        bare.append(f"ال{key[2:]}")
    for length in (4, 3, 2, 1):
        rest = tuple(token.key for token in tokens[index + 1 : index + length])
        if len(rest) == length - 1 and any(is_known((first, *rest), arabic=True) for first in bare):
            return index + length
    return 0


def _personal_name(tokens: list[Token], index: int) -> int:
    """Return the end of a name with a particle in second place (`محمد بن سلمان`), 0 without one."""
    particle = key_at(tokens, index + 1) in _ARABIC_PARTICLES - {"ام", "ال", "ذو"}
    if tokens[index].kind != "word" or not particle or not _is_word(tokens, index + 2):
        return 0
    return index + 3


def find_name(name: str, name_language: Language, text: str, text_language: Language) -> float:
    """Return how surely `text` has `name`: the best score of any run of its words, in [0, 1].

    Between languages as `name_matches`, with Arabic conjunctions and prepositions allowed before the name. For a name
    of several words, the mean of its words' best scores counts too, since texts call people by a part of their names.
    """
    tokens = [token for token in tokenise(text) if token.kind != "mark"]
    parts = [token for token in tokenise(name) if token.kind != "mark"]
    if not tokens or not parts:
        return 0.0
    if name_language == text_language:
        return _find_in_same_language(parts, tokens)
    if _find_in_table(name, name_language, tokens):
        return 1.0
    whole = _best_window([part.text for part in parts], name_language, tokens)
    content = [part for part in parts if part.key not in _LINKS and part.key not in _ARABIC_PARTICLES]
    if len(content) < 2 or whole >= THRESHOLD:
        return whole
    return max(whole, sum(_best_window([part.text], name_language, tokens) for part in content) / len(content))


def _find_in_table(name: str, language: Language, tokens: list[Token]) -> bool:
    if language == "en":
        forms = arabic_forms(name)
        demonym = any(is_demonym(name, token.key) for token in tokens)
        return demonym or any(is_prefixed_form(tokens, start, form) for form in forms for start in range(len(tokens)))
    keys = tuple(token.key for token in tokens)
    forms = english_forms(name)
    return any(keys[start : start + len(form)] == form for form in forms for start in range(len(keys))) or any(
        is_demonym(key, " ".join(words(name))) for key in keys
    )


def _best_window(parts: list[str], language: Language, tokens: list[Token]) -> float:
    """Return the best score of a name against runs of about as many words."""
    joined, best = " ".join(parts), 0.0
    for length in range(max(1, len(parts) - 1), min(len(parts) + 1, _LONGEST_WINDOW) + 1):
        for start in range(len(tokens) - length + 1):
            window = " ".join(token.text for token in tokens[start : start + length])
            if language == "en":
                best = max(best, *(name_matches(form, joined) for form in _without_prefixes(window)))
            else:
                best = max(best, *(name_matches(form, window) for form in _without_prefixes(joined)))
            if best == 1:
                return best
    return best


def _without_prefixes(arabic: str) -> tuple[str, ...]:
    """Return an Arabic name as it is and without what may be an attached conjunction or preposition."""
    if len(arabic) < 4 or arabic[0] not in _PREFIX_LETTERS:
        return (arabic,)
    return arabic, f"ال{arabic[2:]}" if arabic.startswith("لل") else arabic[1:]


def _find_in_same_language(parts: list[Token], tokens: list[Token]) -> float:
    """Return the mean over the name's words of the best spelling match among the text's words."""
    keys = {token.key for token in tokens}
    keys |= {key[1:] for key in keys if key[:1] in tuple(_PREFIX_LETTERS) and len(key) > 3}
    return sum(1.0 if part.key in keys else _closest(part.key, keys) for part in parts) / len(parts)


def _closest(word: str, keys: set[str]) -> float:
    near = (key for key in keys if abs(len(key) - len(word)) <= 2 and (key[:1] == word[:1] or key[-1:] == word[-1:]))
    return max((SequenceMatcher(None, word, key, autojunk=False).ratio() for key in near), default=0.0)
