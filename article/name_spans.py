"""Where the names of a text are: capitalised runs in English; known names, titles and particles in Arabic."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from article.gazetteer import is_known, starts_known_name
from article.numerals import listed
from article.tokens import Token, adjacent, key_at
from base.languages import Language

LINKS: Final = frozenset(listed("of the al el bin ibn ben de del da van von du la le and for"))
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
        " september october november december"
    )
)
_TRANSLATED: Final = frozenset(
    listed(
        "academy act action affairs agency agreement aids air airlines airport alliance am army article"
        " assembly association attorney authority avenue award bank bar bay beach bill black blue board"
        " bridge brigade brigades brotherhood bst bureau business cabinet campaign captain castle cathedral"
        " cavalry center central centre ceo chamber championship charter church city civil club coalition"
        " coast code college command committee common communist community company conference congress"
        " constitution consulate convention corps council county coup court covid crescent cross crown cup"
        " current customs dam day days defence defense department development directorate district division"
        " dna doctors dome east eastern economic economy education election embassy emergency energy"
        " environment est et evening exchange executive faculty fair federal federation festival field film"
        " final finals first fleet fm force forces foreign forest forum foundation free freedom front fund"
        " games gardens gate gdp general global gmt god golden governorate grand great green group guard"
        " guards hall health heritage high highway hill history hiv holy home hospital hotel house human i'm"
        " independent industry initiative institute interior international investigation island islands"
        " journal judge judicial justice kingdom labor laboratory labour lake land law league liberation"
        " library life local main mall market martyrs media medical meeting memorial middle military"
        " ministry monday morning mosque mountain mountains movement municipality museum nation national"
        " nations navy network new news newspaper north northern observatory ocean office official olympic"
        " open opera operation order organisation organization palace park parliament partnership party pass"
        " peace pentagon people peoples plan pm police policy political popular port post power premier"
        " press prison prize program programme project prophet protocol province public queen radio railway"
        " red region regional relief reserve resistance resolution rights river road royal safe school"
        " science sciences sea season second secretariat security senate service services shield society"
        " south southern special spokesman spring square stadium staff star state states stock street strip"
        " studies summit sunday super supreme survey system tags team technology television temple territory"
        " theater theatre times tower town trade traffic transport treasury treaty tribunal tv union united"
        " university upper valley village war water weather week west western white wing women world year"
        " young zone"
    )
)
_TRANSLATED_ENDINGS: Final = ("ment", "tion", "tions", "ology", "ics", "ance", "ational", "ship", "ness", "ists")
_TITLES: Final = frozenset(
    listed(
        "president minister prime king prince princess queen sheikh mr mrs ms dr sir lord secretary chancellor senator"
        " governor mayor ambassador judge professor director chairman chairwoman spokesman spokeswoman spokesperson"
        " colonel captain major lieutenant sergeant brigadier bishop archbishop imam ayatollah sultan emir vice"
        " foreign interior defense defence finance deputy chief premier"
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
_ARABIC_OFFICES: Final = frozenset(
    listed(
        "رئيس رئيسه وزير وزيره مدير مديره نائب نائبه امين امينه سفير سفيره قائد زعيم زعيمه مستشار مستشاره ملك ملكه"
        " امير محافظ عمده متحدث متحدثه مبعوث ممثل عضو مدرب لاعب مهاجم حارس مخرج نظيره نظيرته المرشح المتحدث المدير"
        " القائد الزعيم المستشار السفير المبعوث الناطق"
    )
)
_ARABIC_FUNCTION_WORDS: Final = frozenset(
    listed(
        "في من الي علي عن ان انه انها خلال بعد قبل امس اليوم مع بين حول ضد منذ حتي لدي عند امام التي الذي الذين قد لم"
        " لن لا ما هو هي هذا هذه ذلك تلك كان كانت قال قالت وقال وقالت و او ثم كما حيث اذا لكن غير كل بعض دون تم سوف"
    )
)
ARABIC_PARTICLES: Final = frozenset(listed("بن ابن بنت عبد ابو ابي ام ال ذو"))
PREFIX_LETTERS: Final = "وفبلك"


def name_spans(tokens: list[Token], language: Language) -> Iterator[tuple[int, int]]:
    """Yield (first token, token after the last) of the names of a text, in order."""
    return _english_spans(tokens) if language == "en" else _arabic_spans(tokens)


def is_spelled(tokens: list[Token], language: Language) -> bool:
    """Whether a name is spelled, not translated, in other languages, or is one of the table."""
    keys = tuple(token.key for token in tokens if token.kind != "mark")
    if language == "ar" or is_known(keys, arabic=False):
        return True
    if all(token.text.isupper() and len(token.text) < 6 for token in tokens if token.kind != "mark"):
        return False
    return not any(key in _TRANSLATED or (len(key) > 5 and key.endswith(_TRANSLATED_ENDINGS)) for key in keys)


def _english_spans(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    index = 0
    while index < len(tokens):
        if not _is_capitalised(tokens[index]):
            index += 1
            continue
        end = _end_of_run(tokens, index)
        yield from _without_titles(tokens, _without_opening(tokens, index, end), end)
        index = max(end, index + 1)


def _without_titles(tokens: list[Token], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the runs between titles: `U.S.` and `Jane Roe` of `U.S. Secretary of State Jane Roe`."""
    first = start
    for index in range(start, end + 1):
        if index < end and not _is_title(tokens, index):
            continue
        last = index
        while first < last and not _is_capitalised(tokens[first]):
            first += 1
        while first < last and not (_is_capitalised(tokens[last - 1]) or tokens[last - 1].key == "."):
            last -= 1
        if first < last:
            yield first, last
        first = index + 1


def _is_title(tokens: list[Token], index: int) -> bool:
    key = tokens[index].key
    after_office = key_at(tokens, index - 1) in ("of", "-") and key_at(tokens, index - 2) in ("secretary", "attorney")
    return key in _TITLES or (key in ("state", "general") and after_office)


def _is_capitalised(token: Token) -> bool:
    return token.kind == "word" and token.text[0].isupper()


def _end_of_run(tokens: list[Token], index: int) -> int:
    """Return the end of the capitalised run at `index`, with links such as `of` or `al-` inside it."""
    end = index + 1
    while end < len(tokens):
        after = end
        while after < min(end + 3, len(tokens)) and (
            tokens[after].key in LINKS or (tokens[after].key in "-.'’" and adjacent(tokens, after))
        ):
            after += 1
        stop = key_at(tokens, after - 1) == "." and len(tokens[after - 2].text) > 2
        if after >= len(tokens) or stop or not _is_capitalised(tokens[after]) or _parts_names(tokens, after - 1):
            break
        end = after + 1
    return end


def _is_no_name(token: Token) -> bool:
    known = len(token.text) > 1 and token.text.isupper() and is_known((token.key,), arabic=False)
    return token.key in _NO_NAMES and not known


def _parts_names(tokens: list[Token], index: int) -> bool:
    """Whether the link at `index` stands between two names: `and`, or `the` that does not follow `of`."""
    key = tokens[index].key
    return key in ("and", "for") or (key == "the" and key_at(tokens, index - 1) != "of")


def _without_opening(tokens: list[Token], start: int, end: int) -> int:
    """Return where the name starts: function words at the head are none, nor is a lone word that opens a sentence."""
    opening = start == 0 or tokens[start - 1].key in _SENTENCE_ENDS
    while start < end and (tokens[start].kind == "mark" or _is_no_name(tokens[start])):
        start, opening = start + 1, False
    acronym = start < end and len(tokens[start].text) > 1 and tokens[start].text.isupper()
    if opening and end - start == 1 and not acronym and not is_known((tokens[start].key,), arabic=False):
        return end
    return start


def _arabic_spans(tokens: list[Token]) -> Iterator[tuple[int, int]]:
    index = 0
    while index < len(tokens):
        start, end = index, _known_arabic(tokens, index) or _personal_name(tokens, index)
        if not end:
            start, end = _titled(tokens, index)
        if end > start:
            yield start, end
        index = max(end, index + 1)


def _titled(tokens: list[Token], index: int) -> tuple[int, int]:
    """Return the one or two words behind a title or an office with its definite attributes; an empty span without."""
    key = tokens[index].key
    prefixed = key[:1] in PREFIX_LETTERS and key not in _ARABIC_OFFICES and key not in _ARABIC_TITLES
    key = key[1:] if prefixed else key
    start = index + 1
    if key in _ARABIC_OFFICES:
        while start < min(index + 5, len(tokens)) and tokens[start].key.startswith(("ال", "لل", "بال", "وال")):
            start += 1
    elif key not in _ARABIC_TITLES:
        return index, 0
    end = start
    while end < min(start + 2, len(tokens)) and _is_word(tokens, end):
        end += 1
    return (start, end) if end > start else (index, 0)


def _is_word(tokens: list[Token], index: int) -> bool:
    if index >= len(tokens) or tokens[index].kind != "word":
        return False
    key = tokens[index].key
    return not any(key in words for words in (_ARABIC_TITLES, _ARABIC_FUNCTION_WORDS, _ARABIC_OFFICES))


def _known_arabic(tokens: list[Token], index: int) -> int:
    """Return the end of the longest known name at `index`, 0 without one; a prefix may be attached to it."""
    key = tokens[index].key
    bare = [key, key[1:]] if key[:1] in tuple(PREFIX_LETTERS) else [key]
    if key.startswith("لل"):
        bare.append(f"ال{key[2:]}")
    for length in (4, 3, 2, 1) if any(starts_known_name(first) for first in bare) else ():
        rest = tuple(token.key for token in tokens[index + 1 : index + length])
        if len(rest) == length - 1 and any(is_known((first, *rest), arabic=True) for first in bare):
            return index + length
    return 0


def _personal_name(tokens: list[Token], index: int) -> int:
    """Return the end of a name with a particle in second place (`محمد بن سلمان`), 0 without one."""
    particle = key_at(tokens, index + 1) in ARABIC_PARTICLES - {"ام", "ال", "ذو"}
    if tokens[index].kind != "word" or not particle or not _is_word(tokens, index + 2):
        return 0
    return index + 3
