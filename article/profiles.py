"""Frequent short words and telling letters of the languages that are likely to be mistaken for Arabic or English.

Kept small on purpose: enough to name the language of a few words of news text without a model to load.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from article.lexicon import listed


@dataclass(frozen=True, slots=True)
class Profile:
    """A language: ISO 639 code, English name, frequent words, letters that tell, endings that hint, `l'` for `le`."""

    code: str
    name: str
    words: frozenset[str]
    letters: frozenset[str] = frozenset()
    endings: tuple[str, ...] = ()
    elides: bool = False


LATIN: Final = (
    Profile(
        "en",
        "English",
        listed(
            "the of and to in a is was for that on with as by at from it be are this an which were or "
            "his her their has had have but not they you we i he she been would will who more when "
            "after about what there said one all can if its out into up than them then so my your our "
            "over says new could how why where before am me him us do did does get got go like know "
            "just some any only other two first man these those being too very don't i'm it's can't "
            "won't didn't isn't that's he's she's let's make made want should may might still even "
            "back now down off many much here well good big day year yesterday today use"
        ),
        endings=("ing", "tion", "ed", "ly", "ness", "'s", "n't", "'re", "'ve", "'ll"),
    ),
    Profile(
        "fr",
        "French",
        listed(
            "le la les de des du un une et est dans pour que qui sur au aux par avec ne pas ce cette "
            "ces il elle ils sont plus a été son sa ses se leur mais ou nous vous je on en y sans "
            "après deux fait être avoir tout comme"
        ),
        frozenset("éèêëàâîïôûùçœ"),
        ("eux", "ement", "aient", "ère", "ité"),
        elides=True,
    ),
    Profile(
        "de",
        "German",
        listed(
            "der die das und ist in den von zu mit dem des nicht ein eine einen einer eines auf für "
            "im sich auch es an als werden aus er hat dass sie nach wird bei sind noch wie um am über "
            "einem so zum war haben nur oder aber vor zur bis mehr durch man sein wurde ich wir"
        ),
        frozenset("äöüß"),
        ("ung", "lich", "keit", "isch", "schaft"),
    ),
    Profile(
        "es",
        "Spanish",
        listed(
            "el la los las de del y en que un una por con para se no es su sus al lo como más pero le "
            "ha este esta son entre cuando muy sin sobre también fue había hay porque desde todo nos "
            "durante uno ni contra ese yo o"
        ),
        frozenset("ñáéíóú¿¡"),
        ("ción", "dad", "mente", "ados", "ía"),
    ),
    Profile(
        "pt",
        "Portuguese",
        listed(
            "o a os as de do da dos das e em no na nos nas um uma que para com não por mais se ao aos "
            "foi como mas é são seu sua ou ser quando muito há já está eu também só pelo pela até "
            "isso ela entre depois sem mesmo"
        ),
        frozenset("ãõçáâêéíóôú"),
        ("ção", "ções", "dade", "mente", "inho"),
    ),
    Profile(
        "it",
        "Italian",
        listed(
            "il lo la i gli le di del della dei delle dell e è un una uno in nel nella che per con "
            "non si da dal dalla sono al alla ha come più ma anche su sul sulla questo questa tra fra "
            "stato essere loro cui hanno"
        ),
        frozenset("àèéìòù"),
        ("zione", "zioni", "mente", "ità", "ato", "ova", "rma", "rno"),
        elides=True,
    ),
    Profile(
        "nl",
        "Dutch",
        listed(
            "de het een en van in is dat op te zijn voor met die niet aan er om hij ook als bij of "
            "uit maar naar dan nog wel door over ze zich werd heeft hebben worden deze dit geen was "
            "tot haar kan onder jaar"
        ),
        frozenset(),
        ("heid", "lijk", "ijk", "aar", "eren"),
    ),
    Profile(
        "tr",
        "Turkish",
        listed(
            "ve bir bu da de için ile olarak olan çok daha gibi kadar sonra en ne var ama o ki her "
            "değil mi mı türkiye tarafından olduğu ise göre yeni karşı etti oldu"
        ),
        frozenset("ışğçöüı"),
        ("lar", "ler", "dır", "dir", "nın", "nin"),
    ),
    Profile(
        "id",
        "Indonesian or Malay",
        listed(
            "yang dan di dari ini itu dengan untuk pada dalam adalah tidak akan ke oleh sebagai juga "
            "ada mereka bisa telah karena saya kami kita atau dapat tersebut sudah lebih bagi"
        ),
        frozenset(),
        ("kan", "nya", "an"),
    ),
    Profile(
        "sv",
        "Swedish",
        listed(
            "och att det som en på är av för med den till inte om ett han men var sig från vi så kan när ska eller har"
        ),
        frozenset("åäö"),
        ("ningen", "arna", "ska"),
    ),
    Profile(
        "da",
        "Danish or Norwegian",
        listed(
            "og at det er en til på som med for af av den ikke de et har jeg han vi var men fra kan "
            "om der skal ble blev"
        ),
        frozenset("æøå"),
        ("else", "ene", "erne"),
    ),
    Profile(
        "pl",
        "Polish",
        listed("i w na z do nie się że to jest o po za od dla jak przez ale czy co był przy tym oraz ze są tylko już"),
        frozenset("ąćęłńśźż"),
        ("ych", "nia", "ego", "owa"),
    ),
    Profile(
        "ro",
        "Romanian",
        listed("și si de la în in cu a pe din că ca nu o un pentru este sunt mai care sa să al ale au fost după prin"),
        frozenset("ăâîșțşţ"),
        ("ului", "ilor", "ție", "area"),
    ),
    Profile(
        "ku",
        "Kurdish (Kurmanji)",
        listed("û ku di de ji bi li ew ev wan hat kir bû dike dikin jî yên ya yê xwe bo her"),
        frozenset("êîûşç"),
    ),
    Profile(
        "so",
        "Somali",
        listed("oo ka ku waa iyo ay uu ee la in ayaa soo si lagu kale waxaa waxa inuu aan"),
        frozenset(),
    ),
    Profile(
        "sw",
        "Swahili",
        listed("na ya wa kwa ni katika za la hiyo huo kuwa cha yake hii kama baada alisema watu mwaka hilo"),
        frozenset(),
    ),
)

ARABIC: Final = (
    Profile(
        "ar",
        "Arabic",
        listed(
            "في من على إلى الى أن ان إن عن مع هذا هذه التي الذي ما لا لم لن قد كان كانت هو هي بعد قبل "
            "بين ذلك كل غير أو او ثم حتى عند قال قالت خلال حول ضد منذ يوم كما لكن أي نحو يا ليس مش شو "
            "هل كيف أنا انا أنت به هم له وقال وأضاف"
        ),
        frozenset("ةأإؤذظ"),
    ),
    Profile(
        "fa",
        "Persian",
        listed(
            "از در به که این را است با برای می های آن یک خود تا بر شد شده کرد کند دارد بود هم نیز اما "
            "ایران یا ها باید وی گفت دو سال پس هر نمی شود"
        ),
        frozenset("پچژگ"),
    ),
    Profile(
        "ur",
        "Urdu",
        listed(
            "کے کی میں ہے اور سے کا کو نے کہ ہیں پر اس یہ ایک بھی نہیں تھا گیا کر ان جو ہو لیے وہ تو "
            "ہی تھی ساتھ رہے کہا پاکستان"
        ),
        frozenset("ٹڈڑےںہھ"),
    ),
    Profile(
        "ckb",
        "Kurdish (Sorani)",
        listed("لە بە کە بۆ ئەو ئەم لەسەر دوای نێوان هەر یان نییە ئەوە هەموو کردن ساڵی کوردستان"),
        frozenset("ەێۆڕڵڤ"),
    ),
    Profile(
        "ps",
        "Pashto",
        listed("د په چې کې او له ته یې دی ده دا سره نه شوي شو وه یا هغه کړي پر افغانستان"),
        frozenset("ښځڅږړډټېۍڼ"),
    ),
    Profile("ug", "Uyghur", listed("ۋە بۇ بىر بىلەن ئۈچۈن"), frozenset("ۇۈۋڭېە")),
    Profile("sd", "Sindhi", listed("جي جو ۾ آهي ۽ کي سان تي"), frozenset("ڪڳڻٿڏڦڄ")),
)

# Languages named after their script; Cyrillic and Han are looked at more closely.
SCRIPT_LANGUAGES: Final = {
    "Hebrew": "Hebrew",
    "Greek": "Greek",
    "Hangul": "Korean",
    "Hiragana": "Japanese",
    "Katakana": "Japanese",
    "Thai": "Thai",
    "Devanagari": "Hindi",
    "Bengali": "Bengali",
    "Tamil": "Tamil",
    "Armenian": "Armenian",
    "Georgian": "Georgian",
    "Ethiopic": "Amharic",
    "Syriac": "Syriac",
    "Thaana": "Dhivehi",
    "Khmer": "Khmer",
    "Lao": "Lao",
    "Myanmar": "Burmese",
    "Sinhala": "Sinhala",
    "Gurmukhi": "Punjabi",
    "Gujarati": "Gujarati",
    "Telugu": "Telugu",
    "Kannada": "Kannada",
    "Malayalam": "Malayalam",
    "Tibetan": "Tibetan",
}
