"""Names of languages, as people write them into headers, made into language tags and back.

"Français (fr)", "Czech", "čeština", "pt_BR" and "Ukrainian (uk)" are all understood.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from typing import NamedTuple

from forms.definition.schema import LANGUAGE, LONGEST_LANGUAGE
from forms.interchange.xlsform.notes import Notes

NATIVE = {
    "cs": "Čeština", "en": "English", "uk": "Українська", "sk": "Slovenčina", "de": "Deutsch",
    "pl": "Polski", "fr": "Français", "es": "Español", "it": "Italiano", "pt": "Português",
    "ru": "Русский", "vi": "Tiếng Việt", "hu": "Magyar", "ro": "Română", "bg": "Български",
    "hr": "Hrvatski", "sr": "Српски", "sl": "Slovenščina", "bs": "Bosanski", "mk": "Македонски",
    "sq": "Shqip", "el": "Ελληνικά", "tr": "Türkçe", "ar": "العربية", "fa": "فارسی", "he": "עברית",
    "ur": "اردو", "hi": "हिन्दी", "bn": "বাংলা", "ne": "नेपाली", "zh": "中文", "ja": "日本語", "ko": "한국어",
    "th": "ไทย", "id": "Bahasa Indonesia", "ms": "Bahasa Melayu", "nl": "Nederlands", "sv": "Svenska",
    "da": "Dansk", "no": "Norsk", "fi": "Suomi", "et": "Eesti", "lv": "Latviešu", "lt": "Lietuvių",
    "be": "Беларуская", "ka": "ქართული", "hy": "Հայերեն", "kk": "Қазақша", "mn": "Монгол",
    "sw": "Kiswahili", "am": "አማርኛ", "so": "Soomaali", "rom": "Romani", "ku": "Kurdî", "ca": "Català",
    "eu": "Euskara", "gl": "Galego", "ga": "Gaeilge", "cy": "Cymraeg", "is": "Íslenska", "mt": "Malti",
    "lb": "Lëtzebuergesch", "af": "Afrikaans", "ta": "தமிழ்", "te": "తెలుగు", "ml": "മലയാളം",
    "kn": "ಕನ್ನಡ", "mr": "मराठी", "gu": "ગુજરાતી", "pa": "ਪੰਜਾਬੀ", "si": "සිංහල", "my": "မြန်မာ",
    "km": "ខ្មែរ", "lo": "ລາວ", "ps": "پښتو", "uz": "Oʻzbekcha", "tg": "Тоҷикӣ", "ky": "Кыргызча",
    "tk": "Türkmençe", "az": "Azərbaycanca", "ha": "Hausa", "yo": "Yorùbá", "ig": "Igbo", "zu": "isiZulu",
    "xh": "isiXhosa", "rw": "Kinyarwanda", "mg": "Malagasy", "ti": "ትግርኛ", "om": "Oromoo",
    "ht": "Kreyòl ayisyen", "tl": "Tagalog", "eo": "Esperanto", "la": "Latina", "yi": "ייִדיש",
    "ak": "Akan", "wo": "Wolof", "ln": "Lingála", "ny": "Chichewa", "sn": "chiShona", "st": "Sesotho",
    "tn": "Setswana", "rn": "Kirundi", "lg": "Luganda", "bm": "Bamanankan", "ff": "Fulfulde",
    "ckb": "کوردی", "fil": "Filipino", "jv": "Basa Jawa", "su": "Basa Sunda", "gn": "Avañeʼẽ",
    "qu": "Runa Simi", "ay": "Aymar aru", "dv": "ދިވެހި", "bo": "བོད་ཡིག",
}  # fmt: skip
"""Tag → the language's own name."""

_ENGLISH = (
    "cs Czech,en English,uk Ukrainian,sk Slovak,de German,pl Polish,fr French,es Spanish,it Italian,"
    "pt Portuguese,ru Russian,vi Vietnamese,hu Hungarian,ro Romanian,bg Bulgarian,hr Croatian,"
    "sr Serbian,sl Slovenian,sl Slovene,bs Bosnian,mk Macedonian,sq Albanian,el Greek,tr Turkish,"
    "ar Arabic,fa Persian,fa Farsi,fa Dari,he Hebrew,ur Urdu,hi Hindi,bn Bengali,bn Bangla,ne Nepali,"
    "zh Chinese,ja Japanese,ko Korean,th Thai,id Indonesian,id Bahasa,ms Malay,nl Dutch,sv Swedish,"
    "da Danish,no Norwegian,fi Finnish,et Estonian,lv Latvian,lt Lithuanian,be Belarusian,ka Georgian,"
    "hy Armenian,kk Kazakh,mn Mongolian,sw Swahili,am Amharic,so Somali,rom Romany,ku Kurdish,"
    "ca Catalan,eu Basque,gl Galician,ga Irish,cy Welsh,is Icelandic,mt Maltese,lb Luxembourgish,"
    "ta Tamil,te Telugu,ml Malayalam,kn Kannada,mr Marathi,gu Gujarati,pa Punjabi,si Sinhala,"
    "my Burmese,my Myanmar,km Khmer,lo Lao,ps Pashto,uz Uzbek,tg Tajik,ky Kyrgyz,tk Turkmen,"
    "az Azerbaijani,yo Yoruba,zu Zulu,xh Xhosa,rw Kinyarwanda,ti Tigrinya,om Oromo,ht Haitian Creole,"
    "ht Creole,tl Tagalog,la Latin,yi Yiddish,es Espanol,fr Francais,pt Portugues,cs český,cs česky,"
    "cs cestina,sk slovensky,uk ukrajinsky,uk ukrajinština,en angličtina,en anglicky,de němčina,"
    "vi vietnamština,ru ruština,pl polština,fr francouzština,sk slovenština,es španělština"
)
NAMES = {
    **{name.casefold(): tag for tag, name in NATIVE.items()},
    **{name.casefold(): tag for tag, _, name in (entry.partition(" ") for entry in _ENGLISH.split(","))},
}
TAGGED = re.compile(r"(.*?)[(\[]\s*([A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})?)\s*[)\]]\s*")
BARE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})?")
SCRIPTS = (
    ("uk", re.compile(r"[іїєґІЇЄҐ]")),
    ("ru", re.compile(r"[а-яА-Я]")),
    ("cs", re.compile(r"[ěřůĚŘŮ]")),
    ("en", re.compile(r"\A[\x00-\x7f‘’“”–—…]*[A-Za-z][\x00-\x7f‘’“”–—…]*\Z")),
)
"""What gives a language away in texts whose language nobody named: its own letters, or plain ones only."""


def header(tag: str) -> str:
    """The name under which a language stands in a header: "Čeština (cs)"."""
    return f"{NATIVE.get(tag, tag)} ({tag})"


def tag_of(name: str) -> str | None:
    """The tag of a language that somebody named; None when nobody can tell."""
    tagged = TAGGED.fullmatch(name)
    if tagged:
        return _tag(tagged[2])
    words = name.strip().strip("_").casefold()
    if words in NAMES:
        return NAMES[words]
    return _tag(name.strip()) if BARE.fullmatch(name.strip()) else None


class Nameless(NamedTuple):
    """The texts whose header names no language, all together, and the names of languages in which the same is
    said in other words, so that it cannot be one of them.
    """

    sample: str
    others: frozenset[str] = frozenset()


def tags(
    names: Sequence[str | None], default: str, nameless: Nameless, notes: Notes
) -> dict[str | None, str]:
    """A tag for every language of a workbook; None stands for texts whose header names no language, which
    may be guessed.

    Args:
        default: the setting "default_language", "" without one.
    """
    found: dict[str | None, str] = {}
    for name in names:
        if name is not None:
            found[name] = tag_of(name) or _private(name, found, notes)
    if None in names:
        found[None] = (tag_of(default) if default and default != "default" else None) or _guessed(
            nameless.sample, {found[name] for name in nameless.others if name in found}, notes
        )
    return found


def _tag(text: str) -> str | None:
    language, _, region = text.replace("_", "-").partition("-")
    tag = f"{language.lower()}-{region}" if region else language.lower()
    return tag if re.fullmatch(LANGUAGE, tag) and len(tag) <= LONGEST_LANGUAGE else None


def _private(name: str, found: dict[str | None, str], notes: Notes) -> str:
    """A tag of those that the standard leaves to private use: qaa, qab, …"""
    number = sum(
        tag.startswith("q") and len(tag) == 3 and tag[1] in "abcdefghijklmnopqrst" for tag in found.values()
    )
    tag = f"q{chr(ord('a') + number // 26 % 20)}{chr(ord('a') + number % 26)}"
    notes.add("survey", "language_unknown", name=name, tag=tag)
    return tag


def _guessed(sample: str, taken: Container[str], notes: Notes) -> str:
    """The language of texts that nobody named, by their script."""
    tag = next((tag for tag, sign in SCRIPTS if tag not in taken and sign.search(sample)), "und")
    notes.add("survey", "language_guessed", tag=tag)
    return tag
