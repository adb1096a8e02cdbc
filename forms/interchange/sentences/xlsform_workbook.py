"""Sentences about XLSForm workbooks: why one is refused, and what of its sheets and cells is not read."""

from collections.abc import Mapping

from forms.languages import Texts

REFUSALS: Mapping[str, Texts] = {
    "no_workbook": {
        "cs": "Soubor je archiv, ale ne sešit s tabulkami (.xlsx).",
        "en": "The file is an archive, but not a workbook (.xlsx).",
        "uk": "Файл є архівом, але не книгою з таблицями (.xlsx).",
    },
    "broken_workbook": {
        "cs": "Sešit je poškozený a nejde přečíst.",
        "en": "The workbook is damaged and cannot be read.",
        "uk": "Книгу пошкоджено, її не можна прочитати.",
    },
    "too_many_cells": {
        "cs": "Vyplněných buněk je v sešitu víc než {maximum}.",
        "en": "The workbook has more than {maximum} filled cells.",
        "uk": "Заповнених клітинок у книзі більше ніж {maximum}.",
    },
    "no_survey_sheet": {
        "cs": "Sešit není XLSForm: nemá list „survey“ (má: {sheets}).",
        "en": "The workbook is no XLSForm: it has no sheet “survey” (it has: {sheets}).",
        "uk": "Книга не є XLSForm: у ній немає аркуша «survey» (є: {sheets}).",
    },
    "no_type_column": {
        "cs": "Sešit není XLSForm: první řádek listu „survey“ nemá sloupec „type“.",
        "en": "The workbook is no XLSForm: the first row of the sheet “survey” has no column “type”.",
        "uk": "Книга не є XLSForm: у першому рядку аркуша «survey» немає стовпця «type».",
    },
    "too_much_logic": {
        "cs": "Podmínky, kontroly a výpočty v sešitu mají dohromady víc než {maximum} znaků.",
        "en": "The conditions, checks and calculations in the workbook have more than {maximum} characters.",
        "uk": "Умови, перевірки й обчислення в книзі мають разом понад {maximum} знаків.",
    },
    "begin_without_end": {
        "cs": "Skupina, která začíná na řádku {row} listu „survey“, nemá konec.",
        "en": "The group that begins in row {row} of the sheet “survey” has no end.",
        "uk": "Група, що починається в рядку {row} аркуша «survey», не має кінця.",
    },
    "end_without_begin": {
        "cs": "Na řádku {row} listu „survey“ končí skupina, která nikde nezačala.",
        "en": "Row {row} of the sheet “survey” ends a group that nothing has begun.",
        "uk": "У рядку {row} аркуша «survey» закінчується група, яка ніде не починалася.",
    },
    "nested_too_deeply": {
        "cs": "Skupiny jsou na řádku {row} listu „survey“ vnořené příliš hluboko.",
        "en": "In row {row} of the sheet “survey” groups are nested too deeply.",
        "uk": "У рядку {row} аркуша «survey» групи вкладено надто глибоко.",
    },
    "too_many_languages": {
        "cs": "Dotazník má jazyků víc než {maximum}.",
        "en": "The questionnaire has more than {maximum} languages.",
        "uk": "Мов в анкеті більше ніж {maximum}.",
    },
    "nothing_to_ask": {
        "cs": "V sešitu není žádná otázka, kterou by šlo položit na stránce.",
        "en": "There is no question in the workbook that could be asked on a page.",
        "uk": "У книзі немає жодного запитання, яке можна поставити на сторінці.",
    },
}

CELLS: Mapping[str, Texts] = {
    "column_lost": {
        "cs": "Sloupec „{column}“ se nepoužije (řádky: {rows}).",
        "en": "The column “{column}” is not used (rows: {rows}).",
        "uk": "Стовпець «{column}» не використано (рядки: {rows}).",
    },
    "formulas_uncomputed": {
        "cs": "Vzorců bez spočítané hodnoty: {number}; jejich buňky jsou prázdné. Otevřete sešit "
        "v tabulkovém programu, uložte ho a nahrajte znovu.",
        "en": "Formulas without a computed value: {number}; their cells are empty. Open the workbook in a "
        "spreadsheet program, save it and bring it in again.",
        "uk": "Формул без обчисленого значення: {number}; їхні клітинки порожні. Відкрийте книгу в табличній "
        "програмі, збережіть її та завантажте знову.",
    },
    "cell_error": {
        "cs": "Ve sloupci „{column}“ je místo hodnoty chyba vzorce {error}; opravte ji v návrhu.",
        "en": "In the column “{column}” there is the error of a formula, {error}, instead of a value; mend "
        "it in the draft.",
        "uk": "У стовпці «{column}» замість значення помилка формули {error}; виправте її в чернетці.",
    },
    "sheet_unread": {
        "cs": "List je větší, než umíme přečíst; od buňky {cell} dál z něj nic není.",
        "en": "The sheet is larger than can be read; nothing was taken from cell {cell} on.",
        "uk": "Аркуш більший, ніж можна прочитати; від клітинки {cell} далі нічого не взято.",
    },
    "sheet_lost": {
        "cs": "List se nepoužije.",
        "en": "The sheet is not used.",
        "uk": "Аркуш не використано.",
    },
    "sheet_ignored": {
        "cs": "List do XLSForm nepatří a nečte se.",
        "en": "The sheet is no part of an XLSForm and is not read.",
        "uk": "Аркуш не належить до XLSForm і не читається.",
    },
    "setting_lost": {
        "cs": "Nastavení „{name}“ se nepoužije: {value}",
        "en": "The setting “{name}” is not used: {value}",
        "uk": "Налаштування «{name}» не використано: {value}",
    },
    "fault": {
        "cs": "Jiné programy by sešit odmítly. Jejich zpráva (anglicky): {problem}.",
        "en": "Other programs would refuse the workbook: {problem}.",
        "uk": "Інші програми відхилили б книгу. Їхнє повідомлення (англійською): {problem}.",
    },
    "more_losses": {
        "cs": "Ztrát je víc, další tu nejsou.",
        "en": "There are more losses than are listed here.",
        "uk": "Втрат більше, ніж тут перелічено.",
    },
}

SENTENCES: Mapping[str, Texts] = {**REFUSALS, **CELLS}
