"""In which language a comment is written: Czech, Slovak, Ukrainian, English, or another one.

A count of everyday words (accents may be missing) and of letters that only some languages use; no model, no training. Other
languages are known only so far that the coder can abstain: they are all called "other". A text with no sign either way is taken
for Czech at a low probability. Very short texts, and Slovak without accents, are the weak spots.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from math import exp

from analytics.text.surface import fold

SUPPORTED = ("cs", "sk", "uk", "en")
OTHER = "other"

_WORDS = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")
_READ_WORDS = 200
_PRIOR = {"cs": 0.5}
_EVIDENCE_OF_LETTER = 0.8
_EVIDENCE_OF_WORD = 1.0

_EVERYDAY = {
    "cs": "a aby ale ani az bez bude budou by byl byla bylo byly bych bychom byt ci co dekuji dekujeme do dobry den "
    "he jak jako je jeden jedna jeho jejich jen jenze jeste ji jsem jsme jsou jste k kam kdo kdy kde kdyz ke kolik "
    "ktera ktere ktery ktereho mam mame me mela meli melo mi mit moc mohl muze muzu muj na nam nas nebo neco neni "
    "nejsou nekdo nez nic nikdo o od ode on ona oni pak po pod podle porad prave pred pres pri pro proc prosim proto "
    "protoze s se si sice skoro sluzby stale svuj ta tak take tam te ted ten tento ti to toho tom tomu tu ty u uz v "
    "vam vas vase ve vice velmi vic vse vsechno vsak vubec vy z za zase ze zde jsou kteri lide lidem lidi cloveku "
    "mohla mohli mohou chybi dost hodne dobre spokojena spokojeny roku let rok den dni deti",
    "sk": "a aby ale ani ako az bez bol bola bolo boli by byt co dakujem dakujeme do dobry dnes este ho ich im iba ja "
    "je jeho jej k kam kde ked kedze kto ktora ktore ktory ktorych lebo len ma mal mala malo mali mam mame mi mne moc "
    "moze mozem mozu moj na nam nas nasa nie niet niekto nikto nic o od on ona oni pre pred pri preco prosim pretoze "
    "s sa si som sme su ste skor sluzby stale svoj ta tak tam ten tento teraz to toho tomu tu uz v vam vas vo velmi "
    "viac vsetko vsak vobec vy z za zo ze pracujem pracuje potrebujem potrebujeme ludia ludi ludom aj alebo bude "
    "budu bolo jeden jedna kolko kedy nemam nemame niektore rok roky dni deti mozno",
    "uk": "і й та але або щоб що як де куди коли хто чи це цей ця ці той не ні немає є був була було були буде будуть я "
    "ти він вона ми ви вони мене мені нас нам вас вам його її їх їм у в на до з зі із за по про від для при без через "
    "після дуже ще вже також тільки можна може треба потрібно будь ласка дякую дякуємо добрий день наш наша ваш який "
    "яка яке які скільки тут там так бо якщо мій моя мої моїй якої свого ніхто нічого під час роки років",
    "en": "the a an and or but if is are was were be been being have has had do does did not no of to in on at for from "
    "with by about into over after before between i you he she it we they me him her us them my your his its our their "
    "this that these those there here what which who when where why how can could would should will may might must "
    "very more most some any all every please thank thanks when than then so because as just also only too",
    OTHER: "und der die das ist nicht ein eine ich wir sie mit fur von den dem zu auf wie auch haben sind oder aber "
    "bei nach uber nur noch kann wird meine unser czy sie nie jest dla przez oraz tylko jak ze bardzo jestem gdzie "
    "kiedy prosze dziekuje czlowiek ktory ktora byc mamy moze jeszcze juz dlaczego le la les des une est pas que qui "
    "pour dans avec sur nous vous il elle je mais ou et du au ce cette tres merci el los las una es por para con su "
    "pero como muy mas esta este gracias del il lo gli di che non per sono della questo grazie molto si nu este sunt "
    "cu din sa mai pentru care multumesc az hogy nem van egy meg ez csak mert kell vagyok koszonom toi la cua va cho "
    "khong co mot nguoi voi trong duoc cac nhung den nay tieng viet can giup và không của và и в не на что я с он как "
    "это но они мы по из за то все она так его к у же вы бы только мне было вот от меня еще нет о ему когда даже ну ли "
    "если уже или быть был до вас спасибо где почему можно очень для нас есть бир ве bir icin cok degil ben bu ne gibi",
}
_LETTERS = {
    "cs": "ěřů",
    "sk": "äľĺŕô",
    "uk": "іїєґ",
    OTHER: "ыэёъąęłńśźżßñãõçøåæœìòùâêîășțşğıőűđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
}
_SHARED_LETTERS = {"á": ("cs", "sk"), "í": ("cs", "sk"), "č": ("cs", "sk"), "š": ("cs", "sk"), "ž": ("cs", "sk")}


@dataclass(frozen=True)
class Language:
    """The likeliest language, its probability in [0, 1], and whether the coder reads it."""

    code: str
    probability: float
    supported: bool


def _word_weights() -> dict[str, dict[str, float]]:
    """Word → language → weight; a word shared by languages weighs less."""
    languages_of: dict[str, set[str]] = {}
    for language, words in _EVERYDAY.items():
        for word in words.split():
            languages_of.setdefault(fold(word), set()).add(language)
    return {
        word: dict.fromkeys(sorted(languages), _EVIDENCE_OF_WORD / len(languages))
        for word, languages in languages_of.items()
    }


_WEIGHTS = _word_weights()
_LETTER_OF = {letter: language for language, letters in _LETTERS.items() for letter in letters}


def detect(text: str) -> Language:
    """The language of a text of any length and content; never raises."""
    words = _WORDS.findall(unicodedata.normalize("NFC", text[:5_000]).lower())[:_READ_WORDS]
    scores: Counter[str] = Counter(_PRIOR)
    for word in words:
        for language, weight in _WEIGHTS.get(fold(word), {}).items():
            scores[language] += weight
        for letter in word:
            if letter in _LETTER_OF:
                scores[_LETTER_OF[letter]] += _EVIDENCE_OF_LETTER
            for language in _SHARED_LETTERS.get(letter, ()):
                scores[language] += _EVIDENCE_OF_LETTER / 4
    _weigh_scripts(scores, "".join(words))
    best = max(sorted(scores), key=lambda language: scores[language])
    whole = sum(exp(min(score - scores[best], 0.0)) for score in scores.values())
    doubt = 0.5 if scores[best] <= _PRIOR["cs"] else 1.0
    return Language(best, round(doubt / whole, 4), best in SUPPORTED)


def _weigh_scripts(scores: Counter[str], letters: str) -> None:
    """A text mostly in Cyrillic is Ukrainian or other, one in Latin letters is neither; any other script is other."""
    if not letters:
        return
    cyrillic = sum("\u0400" <= letter <= "\u052f" for letter in letters)
    latin = sum(letter < "\u0250" or "\u1e00" <= letter <= "\u1eff" for letter in letters)
    if len(letters) - cyrillic - latin > len(letters) / 2:
        scores[OTHER] += len(letters)
    elif cyrillic > latin:
        scores["uk"] += 0.5
        for language in ("cs", "sk", "en"):
            scores.pop(language, None)
