"""The sentences about changes: Czech first, then English and Ukrainian.

{option}, {before}, {after}, {section} are words of the questionnaire or values said in the language; {to} is
a code. Sentences stand under the question that they are about, so they do not repeat it.
"""

from collections.abc import Mapping

from forms.changes.kinds import ChangeClass, ChangeKind
from forms.languages import Texts


def said(cs: str, en: str, uk: str) -> Texts:
    """A sentence in the three languages of the pages."""
    return {"cs": cs, "en": en, "uk": uk}


CLASSES: Mapping[ChangeClass, Texts] = {
    ChangeClass.NOTHING_CHANGES: said(
        "V datech se nic nemění", "Nothing changes in the data", "У даних нічого не змінюється"
    ),
    ChangeClass.LABEL_CHANGED: said("Mění se znění", "Wording changes", "Змінюється формулювання"),
    ChangeClass.ANSWERS_AT_RISK: said(
        "Odpovědi se mohou ztratit nebo změnit význam",
        "Answers could be lost or change their meaning",
        "Відповіді можуть утратитися або змінити значення",
    ),
}

CHANGES: Mapping[ChangeKind, Texts] = {
    ChangeKind.SERIES: said(
        "Je to jiný dotazník ({after}) než dřív ({before}). Odpovědi zůstanou u svého.",
        "This is another questionnaire ({after}) than before ({before}). Responses stay with their own.",
        "Це інша анкета ({after}), ніж раніше ({before}). Відповіді залишаться при своїй.",
    ),
    ChangeKind.VERSION_NAME: said(
        "Označení verze je teď „{after}“, dřív „{before}“.",
        "The version is now marked “{after}”, before “{before}”.",
        "Позначка версії тепер «{after}», раніше «{before}».",
    ),
    ChangeKind.TITLE: said("Změnil se název dotazníku.", "The title has changed.", "Змінилася назва анкети."),
    ChangeKind.INTRODUCTION: said(
        "Změnil se úvod dotazníku.", "The introduction has changed.", "Змінився вступ анкети."
    ),
    ChangeKind.THANKS: said("Změnilo se poděkování.", "The thanks have changed.", "Змінилася подяка."),
    ChangeKind.LAYOUT: said(
        "Otázky se jinak dělí na stránky.",
        "Questions are divided into pages in another way.",
        "Запитання інакше поділено на сторінки.",
    ),
    ChangeKind.LANGUAGES: said(
        "Dotazník se nabízí v jazycích {after}, dřív {before}.",
        "The questionnaire is offered in {after}, before in {before}.",
        "Анкету пропонують мовами {after}, раніше {before}.",
    ),
    ChangeKind.SCALES_ARRANGED: said(
        "Změnily se zapsané škály; žádné otázky se to netýká.",
        "The scales on file have changed; no question is concerned.",
        "Змінилися записані шкали; жодного запитання це не стосується.",
    ),
    ChangeKind.SECTION_ADDED: said(
        "Přibyl oddíl „{section}“.", "The section “{section}” is new.", "Додано розділ «{section}»."
    ),
    ChangeKind.SECTION_REMOVED: said(
        "Zmizel oddíl „{section}“.", "The section “{section}” is gone.", "Розділ «{section}» зник."
    ),
    ChangeKind.SECTION_TITLE: said(
        "Oddíl se jmenuje „{after}“, dřív „{before}“.",
        "The section is called “{after}”, before “{before}”.",
        "Розділ називається «{after}», раніше «{before}».",
    ),
    ChangeKind.SECTION_CONDITION_WRITTEN: said(
        "Podmínka oddílu „{section}“ je zapsaná jinak; co to dělá s otázkami, stojí u nich.",
        "The condition of the section “{section}” is written differently; see the questions for its effect.",
        "Умову розділу «{section}» записано інакше; як це впливає на запитання, сказано біля них.",
    ),
    ChangeKind.ORDER: said(
        "Změnilo se pořadí otázek nebo oddílů.",
        "The order of questions or sections has changed.",
        "Змінився порядок запитань або розділів.",
    ),
    ChangeKind.TRANSLATION_ADDED: said(
        "Přibyly překlady ({languages}).",
        "There are new translations ({languages}).",
        "Додано переклади ({languages}).",
    ),
    ChangeKind.TRANSLATION_REMOVED: said(
        "Ubyly překlady ({languages}).",
        "Translations are gone ({languages}).",
        "Прибрано переклади ({languages}).",
    ),
    ChangeKind.ITEM_ADDED: said("Nová otázka.", "A new question.", "Нове запитання."),
    ChangeKind.ITEM_REMOVED: said(
        "Otázka už v dotazníku není. Dřívější odpovědi zůstávají uložené u své verze.",
        "The question is no longer asked. Earlier answers stay stored with their version.",
        "Запитання в анкеті вже немає. Попередні відповіді збережено при їхній версії.",
    ),
    ChangeKind.INFORMATION_REMOVED: said(
        "Text už v dotazníku není.", "The text is no longer there.", "Тексту в анкеті вже немає."
    ),
    ChangeKind.ITEM_RECODED: said(
        "Stejná otázka má teď kód {to}, takže její odpovědi nepůjdou spojit s dřívějšími. "
        "Vraťte jí původní kód.",
        "The same question has the code {to} now, so its answers cannot be joined with earlier ones. "
        "Give it its old code.",
        "Те саме запитання має тепер код {to}, тож його відповіді не вдасться поєднати з попередніми. "
        "Поверніть йому старий код.",
    ),
    ChangeKind.ITEM_MOVED: said(
        "Otázka stojí jinde.", "The question stands elsewhere.", "Запитання стоїть в іншому місці."
    ),
    ChangeKind.ITEM_TYPE: said(
        "Jiný druh otázky: {after}, dřív {before}.",
        "Another type of question: {after}, before {before}.",
        "Інший вид запитання: {after}, раніше {before}.",
    ),
    ChangeKind.ITEM_TEXT: said(
        "Otázka zní „{after}“, dřív „{before}“.",
        "The question reads “{after}”, before “{before}”.",
        "Запитання звучить «{after}», раніше «{before}».",
    ),
    ChangeKind.INFORMATION_TEXT: said(
        "Text zní „{after}“, dřív „{before}“.",
        "The text reads “{after}”, before “{before}”.",
        "Текст звучить «{after}», раніше «{before}».",
    ),
    ChangeKind.STEM_TEXT: said(
        "Společná otázka nad ní zní „{after}“, dřív „{before}“.",
        "The common question above it reads “{after}”, before “{before}”.",
        "Спільне запитання над ним звучить «{after}», раніше «{before}».",
    ),
    ChangeKind.HINT: said("Změnila se nápověda.", "The hint has changed.", "Змінилася підказка."),
    ChangeKind.INTERVIEWER_NOTES: said(
        "Změnily se pokyny pro tazatele.",
        "The notes for interviewers have changed.",
        "Змінилися вказівки для інтерв’юерів.",
    ),
    ChangeKind.PICTURE: said(
        "Změnil se obrázek nebo jeho popis.",
        "The picture or its description has changed.",
        "Змінилося зображення або його опис.",
    ),
    ChangeKind.BECAME_REQUIRED: said(
        "Odpověď je teď povinná.", "An answer is required now.", "Відповідь тепер обов’язкова."
    ),
    ChangeKind.BECAME_OPTIONAL: said(
        "Odpověď už není povinná.", "An answer is no longer required.", "Відповідь уже не обов’язкова."
    ),
    ChangeKind.DIMENSION: said(
        "Odpověď se počítá k hledisku „{after}“, dřív „{before}“.",
        "The answer counts towards “{after}”, before “{before}”.",
        "Відповідь зараховується до «{after}», раніше «{before}».",
    ),
    ChangeKind.COMMENTS_ON: said(
        "Co lidé napíšou, půjde nově k posouzení jako podnět a nebude mezi odpověďmi.",
        "What people write goes to triage as a comment from now on, not among the answers.",
        "Що люди напишуть, тепер піде на розгляд як звернення, а не до відповідей.",
    ),
    ChangeKind.COMMENTS_OFF: said(
        "Co lidé napíšou, už nepůjde k posouzení jako podnět, zůstane mezi odpověďmi.",
        "What people write no longer goes to triage as a comment; it stays among the answers.",
        "Що люди напишуть, уже не піде на розгляд як звернення, а залишиться серед відповідей.",
    ),
    ChangeKind.TREND_BEGINS: said(
        "Otázka se bude srovnávat v čase.",
        "The question will be compared over the years.",
        "Запитання порівнюватимуть у часі.",
    ),
    ChangeKind.TREND_ENDS: said(
        "Otázka se už v čase nesrovnává.",
        "The question is no longer compared over the years.",
        "Запитання вже не порівнюють у часі.",
    ),
    ChangeKind.UNIT: said(
        "Jednotka je „{after}“, dřív „{before}“; stejné číslo znamená něco jiného.",
        "The unit is “{after}”, before “{before}”; the same number means something else.",
        "Одиниця «{after}», раніше «{before}»; те саме число означає інше.",
    ),
    ChangeKind.RANGE_NARROWED: said(
        "Rozsah se zúžil: teď {after}, dřív {before}.",
        "The range is narrower: now {after}, before {before}.",
        "Діапазон звузився: тепер {after}, раніше {before}.",
    ),
    ChangeKind.RANGE_WIDENED: said(
        "Rozsah se rozšířil: teď {after}, dřív {before}.",
        "The range is wider: now {after}, before {before}.",
        "Діапазон розширився: тепер {after}, раніше {before}.",
    ),
    ChangeKind.CHOICES_LOWERED: said(
        "Vybrat jde méně možností: teď {after}, dřív {before}.",
        "Fewer options may be chosen: now {after}, before {before}.",
        "Можна вибрати менше варіантів: тепер {after}, раніше {before}.",
    ),
    ChangeKind.CHOICES_RAISED: said(
        "Vybrat jde více možností: teď {after}, dřív {before}.",
        "More options may be chosen: now {after}, before {before}.",
        "Можна вибрати більше варіантів: тепер {after}, раніше {before}.",
    ),
    ChangeKind.LENGTH_LOWERED: said(
        "Text smí být kratší: teď má nejvýše {after} znaků, dřív {before}.",
        "The text may be shorter: at most {after} characters now, before {before}.",
        "Текст може бути коротшим: тепер щонайбільше {after} знаків, раніше {before}.",
    ),
    ChangeKind.LENGTH_RAISED: said(
        "Text smí být delší: teď má nejvýše {after} znaků, dřív {before}.",
        "The text may be longer: at most {after} characters now, before {before}.",
        "Текст може бути довшим: тепер щонайбільше {after} знаків, раніше {before}.",
    ),
    ChangeKind.OPTION_ORDER_FIXED: said(
        "Možnosti mají pevné pořadí, dřív se střídalo.",
        "Options keep one order; before, it alternated.",
        "Варіанти мають сталий порядок, раніше він чергувався.",
    ),
    ChangeKind.OPTION_ORDER_RANDOM: said(
        "Pořadí možností se střídá, dřív bylo pevné.",
        "The order of options alternates; before, it was fixed.",
        "Порядок варіантів чергується, раніше він був сталим.",
    ),
    ChangeKind.SOURCE: said(
        "Možnosti se berou z jiného seznamu: „{after}“, dřív „{before}“.",
        "Options come from another list: “{after}”, before “{before}”.",
        "Варіанти беруть з іншого переліку: «{after}», раніше «{before}».",
    ),
    ChangeKind.CONDITION_CHANGED: said(
        "Dostanou ji jiní lidé. Teď: {after} Dřív: {before}",
        "Other people are asked. Now: {after} Before: {before}",
        "Його отримають інші люди. Тепер: {after} Раніше: {before}",
    ),
    ChangeKind.CONDITION_REMOVED: said(
        "Dostanou ji všichni. Dřív: {before}",
        "Everybody is asked. Before: {before}",
        "Його отримають усі. Раніше: {before}",
    ),
    ChangeKind.CONDITION_WRITTEN: said(
        "Podmínka je zapsaná jinak, vede ale stejně.",
        "The condition is written differently, but leads the same way.",
        "Умову записано інакше, але веде вона так само.",
    ),
    ChangeKind.INFORMATION_CONDITION: said(
        "Text se ukáže jiným lidem. Teď: {after} Dřív: {before}",
        "The text is shown to other people. Now: {after} Before: {before}",
        "Текст побачать інші люди. Тепер: {after} Раніше: {before}",
    ),
    ChangeKind.SCALE_RENAMED: said(
        "Škála má v zápisu jméno {after}, dřív {before}.",
        "The scale is filed as {after}, before {before}.",
        "Шкалу записано під назвою {after}, раніше {before}.",
    ),
    ChangeKind.SCALE_REPLACED: said(
        "Otázka má úplně jinou škálu.",
        "The question has an entirely different scale.",
        "Запитання має зовсім іншу шкалу.",
    ),
    ChangeKind.SCALE_TURNED: said(
        "Stupně škály stojí v jiném pořadí.",
        "The points of the scale stand in another order.",
        "Пункти шкали стоять в іншому порядку.",
    ),
    ChangeKind.SCALE_POINT_ADDED: said(
        "Škála má nový stupeň „{option}“; ostatní tím znamenají něco trochu jiného.",
        "The scale has a new point “{option}”; the others mean something slightly different now.",
        "Шкала має новий пункт «{option}»; решта тепер означає щось трохи інше.",
    ),
    ChangeKind.OPTION_ADDED: said(
        "Nová možnost „{option}“.", "A new option “{option}”.", "Новий варіант «{option}»."
    ),
    ChangeKind.OPTION_REMOVED: said(
        "Možnost „{option}“ se už nenabízí.",
        "The option “{option}” is no longer offered.",
        "Варіант «{option}» уже не пропонують.",
    ),
    ChangeKind.OPTION_RECODED: said(
        "Možnost „{option}“ má teď kód {to}, takže ji nepůjde spojit s dřívějšími odpověďmi. "
        "Vraťte jí původní kód.",
        "The option “{option}” has the code {to} now, so it cannot be joined with earlier answers. "
        "Give it its old code.",
        "Варіант «{option}» має тепер код {to}, тож його не вдасться поєднати з попередніми відповідями. "
        "Поверніть йому старий код.",
    ),
    ChangeKind.OPTION_LABEL: said(
        "Možnost zní „{after}“, dřív „{before}“.",
        "The option reads “{after}”, before “{before}”.",
        "Варіант звучить «{after}», раніше «{before}».",
    ),
    ChangeKind.OPTION_TAKES_OVER: said(
        "Kód možnosti „{before}“ teď znamená „{after}“, a to dřív znamenal jiný kód. "
        "Dřívější odpovědi by se četly špatně.",
        "The code of “{before}” means “{after}” now, which another code used to mean. "
        "Earlier answers would be misread.",
        "Код варіанта «{before}» тепер означає «{after}», а це раніше означав інший код. "
        "Попередні відповіді читалися б хибно.",
    ),
    ChangeKind.OPTION_SCORE: said(
        "Možnost „{option}“ má skóre {after}, dřív {before}.",
        "The option “{option}” scores {after}, before {before}.",
        "Варіант «{option}» має бали {after}, раніше {before}.",
    ),
    ChangeKind.OPTION_CASES: said(
        "Změnily se tvary možnosti „{option}“ pro další otázky.",
        "The forms of “{option}” for later questions have changed.",
        "Змінилися форми варіанта «{option}» для наступних запитань.",
    ),
    ChangeKind.OPTION_PICTURE: said(
        "Změnil se obrázek možnosti „{option}“.",
        "The picture of “{option}” has changed.",
        "Змінилося зображення варіанта «{option}».",
    ),
    ChangeKind.OPTION_ATTRIBUTES: said(
        "Změnily se vlastnosti možnosti „{option}“; co to dělá s cestou, stojí u otázek.",
        "The attributes of “{option}” have changed; see the questions for the effect on the way.",
        "Змінилися властивості варіанта «{option}»; як це впливає на шлях, сказано біля запитань.",
    ),
    ChangeKind.OPTIONS_ORDERED: said(
        "Možnosti stojí v jiném pořadí.",
        "The options stand in another order.",
        "Варіанти стоять в іншому порядку.",
    ),
    ChangeKind.BECAME_EXCLUSIVE: said(
        "Možnost „{option}“ už nejde spojit s jinou.",
        "The option “{option}” can no longer be combined with another.",
        "Варіант «{option}» уже не можна поєднати з іншим.",
    ),
    ChangeKind.NO_LONGER_EXCLUSIVE: said(
        "Možnost „{option}“ jde nově spojit s jinou.",
        "The option “{option}” can now be combined with another.",
        "Варіант «{option}» тепер можна поєднати з іншим.",
    ),
    ChangeKind.WRITE_IN_ADDED: said(
        "K možnosti „{option}“ jde nově něco napsat.",
        "Words can now be written beside “{option}”.",
        "До варіанта «{option}» тепер можна щось написати.",
    ),
    ChangeKind.WRITE_IN_REMOVED: said(
        "K možnosti „{option}“ už nejde nic napsat.",
        "Nothing can be written beside “{option}” any more.",
        "До варіанта «{option}» уже нічого не можна написати.",
    ),
    ChangeKind.EASY_POINTS: said(
        "Snadné čtení nabízí jiné stupně škály nebo je jinak přiřazuje.",
        "The easy-to-read variant offers other points of the scale or maps them differently.",
        "Легке читання пропонує інші пункти шкали або інакше їх зіставляє.",
    ),
    ChangeKind.EASY_LABEL: said(
        "Stupně škály se ve snadném čtení jinak jmenují nebo řadí.",
        "The points of the scale are named or ordered differently in the easy-to-read variant.",
        "Пункти шкали в легкому читанні інакше названо або впорядковано.",
    ),
}
