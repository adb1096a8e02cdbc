"""The words for counts, ranges and types in sentences about changes: Czech, English, Ukrainian."""

from collections.abc import Mapping

from forms.changes.catalogue import said
from forms.changes.tally import Touch
from forms.definition.questionnaire import ItemType
from forms.languages import Texts

TOUCHED: Mapping[Touch, Mapping[str, tuple[str, ...]]] = {
    Touch.ANSWERED: {
        "cs": (
            "Zatím na ni nikdo neodpověděl.",
            "Už na ni odpověděl {n} člověk.",
            "Už na ni odpověděli {n} lidé.",
            "Už na ni odpovědělo {n} lidí.",
        ),
        "en": (
            "Nobody has answered it yet.",
            "{n} person has already answered it.",
            "{n} people have already answered it.",
        ),
        "uk": (
            "На нього ще ніхто не відповів.",
            "На нього вже відповіла {n} особа.",
            "На нього вже відповіли {n} особи.",
            "На нього вже відповіли {n} осіб.",
        ),
    },
    Touch.CHOSEN: {
        "cs": (
            "Tuto možnost zatím nikdo nezvolil.",
            "Tuto možnost už zvolil {n} člověk.",
            "Tuto možnost už zvolili {n} lidé.",
            "Tuto možnost už zvolilo {n} lidí.",
        ),
        "en": (
            "Nobody has chosen this option yet.",
            "{n} person has already chosen this option.",
            "{n} people have already chosen this option.",
        ),
        "uk": (
            "Цей варіант ще ніхто не вибрав.",
            "Цей варіант уже вибрала {n} особа.",
            "Цей варіант уже вибрали {n} особи.",
            "Цей варіант уже вибрали {n} осіб.",
        ),
    },
    Touch.REFUSED: {
        "cs": (
            "Zatím nikdo neodpověděl tak, jak už by to nešlo.",
            "{n} člověk už odpověděl tak, jak by to teď nešlo.",
            "{n} lidé už odpověděli tak, jak by to teď nešlo.",
            "{n} lidí už odpovědělo tak, jak by to teď nešlo.",
        ),
        "en": (
            "Nobody has given an answer that would be refused now.",
            "{n} person has already given an answer that would be refused now.",
            "{n} people have already given answers that would be refused now.",
        ),
        "uk": (
            "Ще ніхто не дав відповіді, якої тепер не було б прийнято.",
            "{n} особа вже дала відповідь, якої тепер не було б прийнято.",
            "{n} особи вже дали відповідь, якої тепер не було б прийнято.",
            "{n} осіб уже дали відповідь, якої тепер не було б прийнято.",
        ),
    },
    Touch.OFF_PATH: {
        "cs": (
            "Nikdo z těch, kdo na ni odpověděli, by o ni nepřišel.",
            "{n} člověk na ni už odpověděl, a teď by ji nedostal.",
            "{n} lidé na ni už odpověděli, a teď by ji nedostali.",
            "{n} lidí na ni už odpovědělo, a teď by ji nedostalo.",
        ),
        "en": (
            "Nobody who has answered it would miss it now.",
            "{n} person has already answered it and would not be asked now.",
            "{n} people have already answered it and would not be asked now.",
        ),
        "uk": (
            "Ніхто з тих, хто на нього відповів, його не втратив би.",
            "{n} особа вже відповіла на нього, а тепер його не отримала б.",
            "{n} особи вже відповіли на нього, а тепер його не отримали б.",
            "{n} осіб уже відповіли на нього, а тепер його не отримали б.",
        ),
    },
}
"""For nobody, then a form for each class of numbers of the language."""

VALUES: Mapping[str, Texts] = {
    "none": said("nic", "none", "нічого"),
    "unlimited": said("bez omezení", "no limit", "без обмеження"),
    "from_to": said("od {low} do {high}", "from {low} to {high}", "від {low} до {high}"),
    "from": said("od {low}", "from {low}", "від {low}"),
    "to": said("do {high}", "up to {high}", "до {high}"),
}

TYPES: Mapping[ItemType, Texts] = {
    ItemType.SINGLE_CHOICE: said("výběr jedné možnosti", "single choice", "вибір одного варіанта"),
    ItemType.MULTIPLE_CHOICE: said("výběr více možností", "multiple choice", "вибір кількох варіантів"),
    ItemType.RANKING: said("řazení možností", "ranking", "упорядкування варіантів"),
    ItemType.RATING: said("hodnocení na škále", "rating", "оцінювання за шкалою"),
    ItemType.RATING_BATTERY: said("baterie otázek", "rating battery", "набір запитань з однією шкалою"),
    ItemType.CATALOGUE_CHOICE: said("výběr ze seznamu", "choice from a list", "вибір із переліку"),
    ItemType.NUMBER: said("číslo", "number", "число"),
    ItemType.DATE: said("datum", "date", "дата"),
    ItemType.YEAR: said("rok", "year", "рік"),
    ItemType.SHORT_TEXT: said("krátký text", "short text", "короткий текст"),
    ItemType.OPEN_ENDED: said("otevřená otázka", "open-ended question", "відкрите запитання"),
    ItemType.YES_NO: said("ano, nebo ne", "yes or no", "так чи ні"),
    ItemType.INFORMATION: said("informace", "information", "інформація"),
    ItemType.CONSENT: said("souhlas", "consent", "згода"),
}
