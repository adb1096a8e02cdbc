"""Sentences about questions of LimeSurvey: what is lost from their types, conditions and attributes."""

from collections.abc import Mapping

from forms.languages import Texts

QUESTIONS: Mapping[str, Texts] = {
    "limesurvey_relevance": {
        "cs": "Podmínku nejde převést, zatím se ptáme všech. Nastavte ji znovu: {expression}",
        "en": "The condition cannot be carried over, so for now everybody is asked. "
        "Set it again: {expression}",
        "uk": "Умову не можна перенести, тож поки запитають усіх. Задайте її знову: {expression}",
    },
    "limesurvey_reached": {
        "cs": "Podmínka platila v LimeSurvey jen pro ty, kdo dostali i otázky v ní jmenované (je bez "
        ".NAOK); to se do podmínky nevešlo, ptáme se i ostatních: {expression}",
        "en": "In LimeSurvey the condition held only for those who were asked the questions that it names "
        "(it has no .NAOK); there was no room for that, so others are asked as well: {expression}",
        "uk": "Умова в LimeSurvey діяла лише для тих, кому ставили й названі в ній запитання (вона без "
        ".NAOK); на це забракло місця, тому запитуємо й інших: {expression}",
    },
    "limesurvey_row_relevance": {
        "cs": "Řádek nebo možnost měly vlastní podmínku, kterou tu mít nemohou; ukážou se vždy: {expression}",
        "en": "The row or option had a condition of its own, which it cannot have here; "
        "it is always shown: {expression}",
        "uk": "Рядок або варіант мав власну умову, якої тут мати не може; він показується завжди: "
        "{expression}",
    },
    "limesurvey_row_help": {
        "cs": "Řádek nebo možnost měly vlastní nápovědu, kterou tu mít nemohou: „{text}“",
        "en": "The row or option had a help text of its own, which it cannot have here: “{text}”",
        "uk": "Рядок або варіант мав власну підказку, якої тут мати не може: «{text}»",
    },
    "limesurvey_rows_apart": {
        "cs": "Řádky mají vlastní podmínky, proto je z každého samostatná otázka pod společným nadpisem.",
        "en": "The rows have conditions of their own, so each became an item under a shared heading.",
        "uk": "Рядки мають власні умови, тому з кожного стало окреме запитання під спільним заголовком.",
    },
    "limesurvey_stray_subquestion": {
        "cs": "Podotázka, kterou tento typ otázky nemá, se nepřevzala: „{text}“",
        "en": "A subquestion that this type of question has not was not taken over: “{text}”",
        "uk": "Підзапитання, якого цей тип запитання не має, не перенесено: «{text}»",
    },
    "limesurvey_stray_answer": {
        "cs": "Možnost, kterou tento typ otázky nemá, se nepřevzala: „{text}“",
        "en": "An answer that this type of question has not was not taken over: “{text}”",
        "uk": "Варіант, якого цей тип запитання не має, не перенесено: «{text}»",
    },
    "limesurvey_picture_option": {
        "cs": "Možnost byla obrázek ({address}); místo něj je kód. Přidejte obrázek a popište, co na něm je.",
        "en": "The option was a picture ({address}); its code stands in for it. "
        "Add the picture and say what it shows.",
        "uk": "Варіант був зображенням ({address}); замість нього стоїть код. "
        "Додайте зображення й опишіть, що на ньому.",
    },
    "limesurvey_equation": {
        "cs": "Výpočet se nepřevzal: {expression}",
        "en": "The calculation was not taken over: {expression}",
        "uk": "Обчислення не перенесено: {expression}",
    },
    "limesurvey_upload": {
        "cs": "Nahrávání souborů tu není, otázka se nepřevzala: „{text}“",
        "en": "Files cannot be uploaded here, so the question was not taken over: “{text}”",
        "uk": "Завантаження файлів тут немає, запитання не перенесено: «{text}»",
    },
    "limesurvey_language_switch": {
        "cs": "Volba jazyka je tu na každé stránce, otázka se nepřevzala: „{text}“",
        "en": "The language can be chosen on every page here, so the question was not taken over: “{text}”",
        "uk": "Мову тут можна вибрати на кожній сторінці, тому запитання не перенесено: «{text}»",
    },
    "limesurvey_unknown_type": {
        "cs": "Neznámý typ otázky „{type}“; z otázky zůstal jen text.",
        "en": "The type of question “{type}” is unknown; only the text of the question is left.",
        "uk": "Невідомий тип запитання «{type}»; від запитання залишився лише текст.",
    },
    "limesurvey_without_scores": {
        "cs": "Škála nemá skóre (0 až 100); bez něj se nedá počítat index. Doplňte ho.",
        "en": "The scale has no scores (0 to 100), and without them there is no index. Add them.",
        "uk": "Шкала не має балів (від 0 до 100), а без них індекс не обчислити. Додайте їх.",
    },
    "limesurvey_bare_numbers": {
        "cs": "Stupně škály (1 až {points}) jsou jen čísla; dejte jim slova.",
        "en": "The points of the scale (1 to {points}) are bare numbers; give them words.",
        "uk": "Пункти шкали (від 1 до {points}) — лише числа; дайте їм слова.",
    },
    "limesurvey_scores": {
        "cs": "Body za odpovědi (assessment) se nepřevzaly, skóre tu mají škály: {points}",
        "en": "Assessment values of answers were not taken over, here scales have scores: {points}",
        "uk": "Бали за відповіді (assessment) не перенесено, тут бали мають шкали: {points}",
    },
    "limesurvey_dual": {
        "cs": "Z otázky se dvěma škálami jsou dvě baterie otázek za sebou.",
        "en": "A question with two scales became two batteries, one after the other.",
        "uk": "Із запитання з двома шкалами стало два набори запитань поспіль.",
    },
    "limesurvey_grid": {
        "cs": "Z tabulky je pro každé políčko samostatná otázka.",
        "en": "The grid became an item for each of its cells.",
        "uk": "Із таблиці для кожної клітинки утворено окреме запитання.",
    },
    "limesurvey_no_battery": {
        "cs": "Z tabulky nejde udělat jedna baterie otázek (chybějí řádky či odpovědi, nebo je škál "
        "příliš); řádky jsou samostatné otázky.",
        "en": "The array could not become one item (rows or answers are missing, or there are too many "
        "scales); its rows are items of their own.",
        "uk": "Із таблиці не вийшов один набір запитань (бракує рядків чи відповідей або шкал забагато); "
        "рядки є окремими запитаннями.",
    },
    "limesurvey_too_many_options": {
        "cs": "Otázka má příliš mnoho možností; převzaly se jen první (počet: {most}).",
        "en": "The question has too many options; the first {most} were taken over.",
        "uk": "Запитання має забагато варіантів; перенесено лише перші (кількість: {most}).",
    },
    "limesurvey_soft_mandatory": {
        "cs": "Otázka na chybějící odpověď jen upozorňovala; tady je nepovinná.",
        "en": "The question only reminded of a missing answer; here it is optional.",
        "uk": "Запитання лише нагадувало про пропущену відповідь; тут воно необов’язкове.",
    },
    "limesurvey_pattern": {
        "cs": "Kontrola odpovědi podle vzoru se nepřevzala: {pattern}",
        "en": "The check of answers against a pattern was not taken over: {pattern}",
        "uk": "Перевірку відповіді за шаблоном не перенесено: {pattern}",
    },
    "limesurvey_affixes": {
        "cs": "Text u políčka se nepřevzal: „{text}“",
        "en": "The text beside the input was not taken over: “{text}”",
        "uk": "Текст біля поля не перенесено: «{text}»",
    },
    "limesurvey_date_format": {
        "cs": "Ptáme se na celé datum bez času; formát „{format}“ se nepřevzal.",
        "en": "A whole date without a time is asked for; the format “{format}” was not taken over.",
        "uk": "Запитується повна дата без часу; формат «{format}» не перенесено.",
    },
}

ATTRIBUTES: Mapping[str, Texts] = {
    "limesurvey_attribute": {
        "cs": "Vlastnost „{attribute}“ se nepřevzala. Měla hodnotu: {value}",
        "en": "The attribute “{attribute}” was not taken over. Its value was: {value}",
        "uk": "Властивість «{attribute}» не перенесено. Вона мала значення: {value}",
    },
    "limesurvey_appearance": {
        "cs": "Nastavení vzhledu „{attribute}“ se nepřevzalo.",
        "en": "The setting of appearance “{attribute}” was not taken over.",
        "uk": "Налаштування вигляду «{attribute}» не перенесено.",
    },
    "limesurvey_hidden": {
        "cs": "Otázka byla v LimeSurvey skrytá; tady se ukáže. Jestli nemá, odeberte ji.",
        "en": "The question was hidden in LimeSurvey; here it is shown. Remove it if it should not be.",
        "uk": "Запитання в LimeSurvey було приховане; тут воно показується. Якщо не треба, вилучіть його.",
    },
    "limesurvey_filter": {
        "cs": "Možnosti se neomezí podle dřívější odpovědi ({attribute}: {value}); ukážou se všechny.",
        "en": "Options are not filtered by an earlier answer ({attribute}: {value}); all are shown.",
        "uk": "Варіанти не обмежуються попередньою відповіддю ({attribute}: {value}); показуються всі.",
    },
    "limesurvey_random_group": {
        "cs": "Náhodné pořadí v rámci „{group}“ se nepřevzalo; pořadí je pevné.",
        "en": "Random order within “{group}” was not taken over; the order is fixed.",
        "uk": "Випадковий порядок у межах «{group}» не перенесено; порядок сталий.",
    },
    "limesurvey_question_theme": {
        "cs": "Zvláštní podoba otázky „{theme}“ se nepřevzala.",
        "en": "The special look of the question “{theme}” was not taken over.",
        "uk": "Особливий вигляд запитання «{theme}» не перенесено.",
    },
    "limesurvey_column": {
        "cs": "Údaj „{column}“ v řádku otázky neznáme a nepřevzal se.",
        "en": "The fact “{column}” in the question’s row is unknown and was not taken over.",
        "uk": "Дані «{column}» у рядку запитання невідомі, їх не перенесено.",
    },
}
