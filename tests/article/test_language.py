import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from article.language import NO_LETTERS, detect_language, script_shares

ARABIC = [
    "مرحبا",
    "افتتحت البلدية حديقة عامة في الحي الشمالي بعد عامين من العمل.",
    "ارتفاع أسعار القمح",
    "شو رأيك نلتقي بكرا",
    "كَانَ مَلِكٌ عَادِلٌ يُحِبُّهُ النَّاسُ",
    "قال الرئیس إن الحکومة ستعلن القرار فی الصباح",
    "أطلقت شركة Google تطبيق Gemini Pro على هواتف Android في مصر والأردن",
    "گوگل تطلق تطبيقا جديدا في مصر",
    "هم يعرفون الطريق.",
]
ENGLISH = [
    "Hello",
    "Oil prices rise",
    "PRESIDENT ARRIVES IN LONDON FOR TALKS",
    "The council opened a park in the north of the city after two years of work.",
    "She ordered a crème brûlée at the café and read her résumé.",
    "The word شكرا means thank you in Arabic.",
    "Come home.",
    "Sami met Layla.",
    "A private war goes public",
]
OTHERS = {
    "French": "Le maire a annoncé que les travaux de la gare seront terminés avant la fin de l'été.",
    "German": "Der Bürgermeister hat gesagt, dass die Arbeiten am Bahnhof bis zum Sommer fertig werden.",
    "Spanish": "El alcalde anunció que las obras de la estación terminarán antes del verano.",
    "Portuguese": "O prefeito anunciou que as obras da estação não vão terminar antes do verão.",
    "Italian": "Il sindaco ha annunciato che i lavori della stazione non finiranno prima dell'estate.",
    "Dutch": "De burgemeester zei dat het werk aan het station niet voor de zomer klaar is.",
    "Turkish": "Belediye başkanı istasyondaki çalışmaların yaz için hazır olacağını ve bir tören yapılacağını söyledi.",
    "Indonesian or Malay": "Wali kota mengatakan bahwa pekerjaan di stasiun itu tidak akan selesai pada musim ini.",
    "Swedish": "Borgmästaren sade att arbetet på stationen inte är klart före sommaren.",
    "Persian": "شهردار گفت که کارهای ایستگاه تا پایان تابستان تمام می‌شود و این برای مردم خوب است.",
    "Urdu": "میئر نے کہا کہ اسٹیشن کا کام گرمیوں سے پہلے ختم ہو جائے گا اور یہ شہر کے لیے اچھا ہے۔",
    "Pashto": "ښاروال وويل چې د سټېشن کار به تر اوړي پورې پای ته ورسېږي او دا د خلکو لپاره ښه ده.",
    "Kurdish (Sorani)": "سەرۆکی شارەوانی گوتی کە کارەکانی وێستگە تا هاوین تەواو دەبن و ئەوە بۆ خەڵک باشە.",
    "Russian": "Мэр сообщил, что ремонт вокзала закончится до лета, и это хорошая новость для всех.",
    "Ukrainian": "Мер повідомив, що ремонт вокзалу закінчиться до літа, і це добра новина для всіх.",
    "Hebrew": "ראש העיר אמר שהעבודות בתחנה יסתיימו לפני הקיץ.",
    "Greek": "Ο δήμαρχος είπε ότι τα έργα θα τελειώσουν πριν από το καλοκαίρι.",
    "Chinese": "市长说车站的工程将在夏天之前完成。",
    "Japanese": "市長は駅の工事が夏までに終わると述べた。",
    "Korean": "시장은 역 공사가 여름 전에 끝날 것이라고 말했다.",
    "Hindi": "महापौर ने कहा कि स्टेशन का काम गर्मियों से पहले पूरा हो जाएगा।",
    "Amharic": "ከንቲባው የጣቢያው ሥራ ከበጋ በፊት እንደሚጠናቀቅ ተናገሩ።",
}


@pytest.mark.parametrize("text", ARABIC)
def test_arabic(text: str) -> None:
    found = detect_language(text)
    assert (found.language, found.name) == ("ar", "Arabic")


@pytest.mark.parametrize("text", ENGLISH)
def test_english(text: str) -> None:
    found = detect_language(text)
    assert (found.language, found.name) == ("en", "English")


@pytest.mark.parametrize("name", OTHERS)
def test_other_languages_are_named(name: str) -> None:
    found = detect_language(OTHERS[name])
    assert (found.language, found.name) == ("other", name)


@pytest.mark.parametrize("name", ["French", "German", "Spanish", "Turkish", "Portuguese"])
def test_capitals_and_short_text_do_not_hide_a_language(name: str) -> None:
    assert detect_language(OTHERS[name].upper()).name == name
    assert detect_language(" ".join(OTHERS[name].split()[:9])).name == name


@pytest.mark.parametrize("text", ["", "  ", "12 345 ٣٤", "😀👍🏽", "!؟…", "ـــ", "https://mawqi.example/a", "<br/>"])
def test_text_without_letters(text: str) -> None:
    found = detect_language(text)
    assert (found.language, found.name, found.shares.scripts) == ("other", NO_LETTERS, ())


def test_the_dominant_language_of_mixed_text_wins() -> None:
    arabic, english = ARABIC[1], ENGLISH[3]
    assert detect_language(f"{arabic} {arabic} {english}").language == "ar"
    assert detect_language(f"{english} {english} {arabic}").language == "en"
    assert detect_language(f"{arabic} {OTHERS['Russian']} {OTHERS['Russian']}").name == "Russian"


def test_addresses_and_tags_do_not_count() -> None:
    text = '<div class="story"><p>مرحبا بكم</p></div> https://news.example/world/2024/index.html @newsroom_official'
    assert detect_language(text).language == "ar"


def test_confidence_falls_where_the_text_is_mixed() -> None:
    assert detect_language(ARABIC[1]).confidence > detect_language(f"{ARABIC[1]} {ENGLISH[3]}").confidence
    assert all(0 <= detect_language(text).confidence <= 1 for text in [*ARABIC, *ENGLISH, *OTHERS.values()])


def test_script_shares_count_letters_only() -> None:
    shares = script_shares("ab بت 12 ـ َ! Я")
    assert (shares.latin, shares.arabic, shares.other, shares.of("Cyrillic")) == (0.4, 0.4, 0.2, 0.2)
    assert [name for name, _ in script_shares("中文 かな カナ Ａ 한").scripts] == [
        "Han",
        "Hiragana",
        "Katakana",
        "Latin",
        "Hangul",
    ]


@given(st.text(max_size=80))
@settings(max_examples=100, deadline=None)
def test_any_text_has_shares_that_sum_to_one(text: str) -> None:
    found = detect_language(text)
    total = sum(share for _, share in found.shares.scripts)
    assert abs(total - 1) < 1e-9 if found.name != NO_LETTERS else total == 0
    assert 0 <= found.confidence <= 1


def test_detection_loads_no_other_package() -> None:
    code = "import sys; from article.language import detect_language; detect_language('مرحبا'); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    packages = {name.split(".")[0] for name in loaded} - set(sys.stdlib_module_names)
    assert {"article", "base"} <= packages
    assert not packages & {"numpy", "torch", "transformers", "trafilatura", "docx"}
