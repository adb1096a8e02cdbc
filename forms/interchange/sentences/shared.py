"""Sentences that every format needs."""

from collections.abc import Mapping

from forms.languages import Texts

SENTENCES: Mapping[str, Texts] = {
    "empty_file": {
        "cs": "Soubor je prázdný.",
        "en": "The file is empty.",
        "uk": "Файл порожній.",
    },
    "file_too_large": {
        "cs": "Soubor je větší než {megabytes} MB.",
        "en": "The file is larger than {megabytes} MB.",
        "uk": "Файл більший за {megabytes} МБ.",
    },
    "unknown_format": {
        "cs": "Soubor není dotazník ve známém formátu: XLSForm (.xlsx, .xls), LimeSurvey (.lss) nebo JSON.",
        "en": "The file is no questionnaire in any of the known formats: XLSForm (.xlsx, .xls), LimeSurvey "
        "(.lss) and JSON.",
        "uk": "Файл не є анкетою у жодному з відомих форматів: XLSForm (.xlsx, .xls), LimeSurvey "
        "(.lss) і JSON.",
    },
    "broken_archive": {
        "cs": "Soubor je poškozený nebo zašifrovaný a nejde otevřít.",
        "en": "The file is damaged or encrypted and cannot be opened.",
        "uk": "Файл пошкоджений або зашифрований, і його не можна відкрити.",
    },
    "archive_too_large": {
        "cs": "Soubor by se po rozbalení nevešel do {megabytes} MB, proto se neotevřel.",
        "en": "Unpacked, the file would not fit into {megabytes} MB, so it was not opened.",
        "uk": "Після розпакування файл не вмістився б у {megabytes} МБ, тому його не відкрито.",
    },
    "archive_escapes": {
        "cs": "Soubor by chtěl při rozbalení psát jinam, než smí, proto se neotevřel.",
        "en": "Unpacked, the file would write where it must not, so it was not opened.",
        "uk": "Під час розпакування файл писав би туди, куди не можна, тому його не відкрито.",
    },
    "xml_entities": {
        "cs": "Soubor obsahuje deklaraci XML (DTD nebo entity), která je z bezpečnostních důvodů zakázaná.",
        "en": "The file contains an XML declaration (DTD or entities) that is forbidden for safety.",
        "uk": "Файл містить оголошення XML (DTD або сутності), заборонене з міркувань безпеки.",
    },
    "broken_xml": {
        "cs": "Soubor obsahuje XML, které nejde přečíst.",
        "en": "The file contains XML that cannot be read.",
        "uk": "Файл містить XML, який не можна прочитати.",
    },
    "no_questionnaire": {
        "cs": "Soubor není dotazník. Zpráva programu (anglicky): {problem}.",
        "en": "The file is no questionnaire: {problem}.",
        "uk": "Файл не є анкетою. Повідомлення програми (англійською): {problem}.",
    },
    "picture_missing": {
        "cs": "Obrázek tu není (soubor ho jen jmenuje), proto se vynechal; nahrajte ho znovu. "
        "Ukazoval: „{shown}“",
        "en": "The picture is not here (the file only names it), so it was left out; upload it again. "
        "It showed: “{shown}”",
        "uk": "Зображення тут немає (файл лише називає його), тому його вилучено; завантажте його знову. "
        "Воно показувало: «{shown}»",
    },
    "too_much": {
        "cs": "Dotazník v souboru je větší, než lze vést. Zpráva programu (anglicky): {problem}.",
        "en": "The questionnaire in the file is larger than can be kept: {problem}.",
        "uk": "Анкета у файлі більша, ніж можна вести. Повідомлення програми (англійською): {problem}.",
    },
}
