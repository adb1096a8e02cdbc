"""Sentences about XLSForms: what of their questions is lost. Those about workbooks stand beside."""

from collections.abc import Mapping

from forms.interchange.sentences import xlsform_export, xlsform_workbook
from forms.languages import Texts

TEXTS_AND_LANGUAGES: Mapping[str, Texts] = {
    "language_unknown": {
        "cs": "Jazyk „{name}“ neznáme, jeho texty mají značku {tag}.",
        "en": "The language “{name}” is not known; its texts bear the tag {tag}.",
        "uk": "Мова «{name}» невідома; її тексти мають позначку {tag}.",
    },
    "language_guessed": {
        "cs": "Sešit neříká, v jakém jazyce jsou texty; podle znaků mají značku {tag}.",
        "en": "The workbook does not say in what language the texts are; judged by their letters they bear "
        "the tag {tag}.",
        "uk": "Книга не каже, якою мовою тексти; судячи з літер, вони мають позначку {tag}.",
    },
    "piping_lost": {
        "cs": "Text opakuje hodnotu „{name}“, která není odpovědí na otázku; místo ní jsou tři tečky.",
        "en": "The text repeats the value “{name}”, which is no answer to a question; an ellipsis stands "
        "for it.",
        "uk": "Текст повторює значення «{name}», яке не є відповіддю на запитання; замість нього три крапки.",
    },
    "markup_formatting": {
        "cs": "Text přišel o tučné písmo, kurzívu nebo jiné formátování.",
        "en": "The text has lost its bold, italic or other formatting.",
        "uk": "Текст втратив жирний шрифт, курсив або інше форматування.",
    },
    "text_repeated": {
        "cs": "Dva sloupce jsou v jednom jazyce ({tag}), toto druhé znění se nepoužije: „{text}“.",
        "en": "Two columns are in one language ({tag}); this second wording is not used: “{text}”.",
        "uk": "Два стовпці однією мовою ({tag}), це друге формулювання не використано: «{text}».",
    },
    "text_shortened": {
        "cs": "Text je zkrácený na {maximum} znaků.",
        "en": "The text is shortened to {maximum} characters.",
        "uk": "Текст скорочено до {maximum} знаків.",
    },
    "no_label": {
        "cs": "Otázka nemá text, místo něj je její jméno.",
        "en": "The question has no text; its name stands there.",
        "uk": "Запитання не має тексту, на його місці стоїть назва.",
    },
    "message_lost": {
        "cs": "Chyby hlásíme vlastními větami, tato se nepoužije: „{message}“.",
        "en": "Errors are told in our own sentences; this one is not used: “{message}”.",
        "uk": "Про помилки повідомляємо власними реченнями, це не використано: «{message}».",
    },
    "media_lost": {
        "cs": "Obrázek, zvuk nebo video „{file}“ není v souboru; obrázek jde nahrát v návrhu.",
        "en": "The picture, sound or video “{file}” is not in the file; a picture can be added in the draft.",
        "uk": "Зображення, звуку чи відео «{file}» немає у файлі; зображення можна додати в чернетці.",
    },
}

QUESTIONS: Mapping[str, Texts] = {
    "type_unknown": {
        "cs": "Druh otázky „{value}“ neznáme, otázka chybí: „{label}“.",
        "en": "The type “{value}” is not known, so the question is left out: “{label}”.",
        "uk": "Тип запитання «{value}» невідомий, запитання пропущено: «{label}».",
    },
    "device_lost": {
        "cs": "Odpověď druhu „{value}“ nesbíráme, otázka chybí: „{label}“.",
        "en": "Answers of the type “{value}” are not collected, so the question is left out: “{label}”.",
        "uk": "Відповідей типу «{value}» не збираємо, запитання пропущено: «{label}».",
    },
    "metadata_lost": {
        "cs": "Údaj „{value}“ o zařízení nebo člověku nesbíráme.",
        "en": "“{value}” about the device or the person is not collected.",
        "uk": "Дані «{value}» про пристрій або людину не збираємо.",
    },
    "calculation_lost": {
        "cs": "Výpočet neumíme, chybí: {value}",
        "en": "There are no calculations, so this is left out: {value}",
        "uk": "Обчислень немає, тому це пропущено: {value}",
    },
    "never_asked": {
        "cs": "Podmínka nikdy neplatí, proto chybí: „{label}“. Podmínka: {condition}",
        "en": "The condition never holds, so this is left out: “{label}”. The condition: {condition}",
        "uk": "Умова ніколи не виконується, тому пропущено: «{label}». Умова: {condition}",
    },
    "nothing_to_say": {
        "cs": "Poznámka nemá text, proto chybí.",
        "en": "The note has no text, so it is left out.",
        "uk": "Примітка не має тексту, тому її пропущено.",
    },
    "condition_always": {
        "cs": "Podmínka nebo její část platí vždy, třeba proto, že jmenuje možnost, která se nenabízí; "
        "chybí: {condition}",
        "en": "The condition or a part of it always holds, perhaps as it names an option that is not "
        "offered; it is left out: {condition}",
        "uk": "Умова або її частина виконується завжди, можливо, бо називає варіант, якого не пропонують; її "
        "пропущено: {condition}",
    },
    "condition_lost": {
        "cs": "Podmínku nejde celou vyjádřit, ptáme se víc lidí než předtím; upravte ji v návrhu. Původní "
        "podmínka: {condition}",
        "en": "The condition cannot be said whole, so more people are asked than before; mend it in the "
        "draft. The original condition: {condition}",
        "uk": "Умову не можна висловити повністю, тож запитуємо більше людей, ніж раніше; виправте її в "
        "чернетці. Початкова умова: {condition}",
    },
    "constraint_lost": {
        "cs": "Kontrolu odpovědi nejde celou vyjádřit: {constraint}",
        "en": "The check of the answer cannot be said whole: {constraint}",
        "uk": "Перевірку відповіді не можна висловити повністю: {constraint}",
    },
    "required_sometimes": {
        "cs": "Odpověď je povinná jen někdy, tady je nepovinná: {condition}",
        "en": "The answer is required only sometimes; here it is optional: {condition}",
        "uk": "Відповідь обов’язкова лише іноді, тут вона необов’язкова: {condition}",
    },
    "default_lost": {
        "cs": "Odpovědi nepředvyplňujeme: {value}",
        "en": "Answers are not filled in beforehand: {value}",
        "uk": "Відповідей наперед не заповнюємо: {value}",
    },
    "read_only_lost": {
        "cs": "Otázka byla jen ke čtení, tady se na ni odpovídá.",
        "en": "The question was read-only; here it is answered.",
        "uk": "Запитання було лише для читання, тут на нього відповідають.",
    },
    "appearance_lost": {
        "cs": "Vzhled „{value}“ se nepoužije.",
        "en": "The appearance “{value}” is not used.",
        "uk": "Вигляд «{value}» не використано.",
    },
    "parameter_lost": {
        "cs": "Parametr „{name}“ se nepoužije.",
        "en": "The parameter “{name}” is not used.",
        "uk": "Параметр «{name}» не використано.",
    },
    "whole_numbers_lost": {
        "cs": "Odpovědí mělo být celé číslo, tady může mít i desetinná místa.",
        "en": "The answer was a whole number; here it may have decimal places.",
        "uk": "Відповіддю було ціле число, тут воно може мати десяткові знаки.",
    },
    "time_is_text": {
        "cs": "Čas se zapisuje jako krátký text.",
        "en": "The time is written as a short text.",
        "uk": "Час записується як короткий текст.",
    },
    "time_of_day_lost": {
        "cs": "Ptáme se jen na den, ne na hodinu.",
        "en": "Only the day is asked for, not the time.",
        "uk": "Запитуємо лише про день, не про годину.",
    },
    "range_is_number": {
        "cs": "Z posuvníku (krok {step}) je číslo s rozmezím.",
        "en": "The slider (step {step}) becomes a number with a range.",
        "uk": "Повзунок (крок {step}) став числом із діапазоном.",
    },
    "name_repeated": {
        "cs": "Jméno „{name}“ už má jiná otázka, tato dostala kód {code}.",
        "en": "Another question bears the name “{name}” already; this one gets the code {code}.",
        "uk": "Назву «{name}» уже має інше запитання, це отримало код {code}.",
    },
    "code_changed": {
        "cs": "Jméno „{name}“ nejde použít jako kód, místo něj je {code}.",
        "en": "The name “{name}” cannot be a code; {code} stands for it.",
        "uk": "Назва «{name}» не може бути кодом, замість неї {code}.",
    },
}

CHOICES: Mapping[str, Texts] = {
    "list_missing": {
        "cs": "Seznam možností „{name}“ v sešitu chybí.",
        "en": "The list of options “{name}” is missing from the workbook.",
        "uk": "Списку варіантів «{name}» у книзі немає.",
    },
    "options_elsewhere": {
        "cs": "Možnosti jsou v jiném souboru ({name}), otázka je proto na krátký text.",
        "en": "The options stand in another file ({name}), so the question takes a short text.",
        "uk": "Варіанти в іншому файлі ({name}), тому запитання приймає короткий текст.",
    },
    "too_many_options": {
        "cs": "Možností v seznamu je víc než {maximum}, další chybí.",
        "en": "The list has more than {maximum} options; the rest is left out.",
        "uk": "Варіантів у списку більше ніж {maximum}, решту пропущено.",
    },
    "choice_filter_lost": {
        "cs": "Možnosti seznamu „{name}“ se podle dřívějších odpovědí nevybírají, nabízejí se všechny: "
        "{value}",
        "en": "Options of the list “{name}” are not chosen by earlier answers, all are offered: {value}",
        "uk": "Варіанти списку «{name}» не добираються за попередніми відповідями, пропонуються всі: {value}",
    },
    "write_in_taken": {
        "cs": "Z otázky „{label}“ je místo na slova u možnosti „{option}“; vyplnit ho nikdo nemusí.",
        "en": "The question “{label}” becomes a place to write beside the option “{option}”; nobody has to "
        "fill it in.",
        "uk": "Запитання «{label}» стало місцем для слів біля варіанта «{option}»; заповнювати його не "
        "обов’язково.",
    },
    "list_unused": {
        "cs": "Seznam žádná otázka nenabízí, proto chybí: {options}",
        "en": "No question offers the list, so it is left out: {options}",
        "uk": "Жодне запитання не пропонує цього списку, тому його пропущено: {options}",
    },
    "choice_without_list": {
        "cs": "Možnost nepatří do žádného seznamu, proto chybí: „{label}“.",
        "en": "The option belongs to no list, so it is left out: “{label}”.",
        "uk": "Варіант не належить до жодного списку, тому його пропущено: «{label}».",
    },
    "choice_repeated": {
        "cs": "Jméno možnosti se v seznamu opakuje, tato má kód {code}.",
        "en": "The name of the option occurs twice in the list; this one has the code {code}.",
        "uk": "Назва варіанта у списку повторюється, цей має код {code}.",
    },
    "choice_without_name": {
        "cs": "Možnost nemá jméno, proto chybí: „{label}“.",
        "en": "The option has no name, so it is left out: “{label}”.",
        "uk": "Варіант не має назви, тому його пропущено: «{label}».",
    },
    "scores_missing": {
        "cs": "Ze seznamu je škála; skóre jejích stupňů doplňte v návrhu.",
        "en": "The list becomes a scale; give its options their scores in the draft.",
        "uk": "Список став шкалою; бали її варіантів додайте в чернетці.",
    },
}

STRUCTURE: Mapping[str, Texts] = {
    "repeat_once": {
        "cs": "Opakovaná skupina se zeptá jen jednou: „{label}“.",
        "en": "The repeated group is asked once only: “{label}”.",
        "uk": "Повторювана група запитується лише один раз: «{label}».",
    },
    "repeat_count_lost": {
        "cs": "Kolikrát se má skupina opakovat, se nepřevzalo: {value}",
        "en": "How often the group is repeated was not taken over: {value}",
        "uk": "Скільки разів повторювати групу, не перенесено: {value}",
    },
    "group_unknown": {
        "cs": "Skupinu druhu „{type}“ bereme jako obyčejnou.",
        "en": "The group of the type “{type}” is taken as an ordinary one.",
        "uk": "Групу типу «{type}» взято як звичайну.",
    },
    "matrix_taken_apart": {
        "cs": "Z mřížky „{label}“ je pro každý její sloupec samostatná otázka nebo skupina otázek.",
        "en": "Each column of the matrix “{label}” becomes a question or a group of questions of its own.",
        "uk": "Кожен стовпець матриці «{label}» став окремим запитанням або групою запитань.",
    },
    "rank_level_lost": {
        "cs": "Pořadí se určuje najednou, popisek místa chybí: „{label}“.",
        "en": "The order is given at once; the label of the place is left out: “{label}”.",
        "uk": "Порядок визначається одразу, напис місця пропущено: «{label}».",
    },
    "nested_group": {
        "cs": "Skupina uvnitř skupiny je samostatný oddíl: „{label}“.",
        "en": "A group inside a group becomes a section of its own: “{label}”.",
        "uk": "Група всередині групи стала окремим розділом: «{label}».",
    },
    "title_lost": {
        "cs": "Skupina nemá vlastní otázky, její nadpis chybí: „{label}“.",
        "en": "The group has no questions of its own, so its title is left out: “{label}”.",
        "uk": "Група не має власних запитань, її заголовок пропущено: «{label}».",
    },
    "sections_joined": {
        "cs": "Skupin bylo {sections}, oddílů je z nich nejvýš {maximum}: sousední se spojily.",
        "en": "Of {sections} groups at most {maximum} sections are made; neighbours were put together.",
        "uk": "Груп {sections}, а розділів із них щонайбільше {maximum}: сусідні об’єднано.",
    },
    "joined_title_lost": {
        "cs": "Oddíl je spojený s předchozím, jeho nadpis chybí: „{title}“.",
        "en": "The section was put together with the one before, so its title is left out: “{title}”.",
        "uk": "Розділ об’єднано з попереднім, тому його заголовок пропущено: «{title}».",
    },
    "row_disabled": {
        "cs": "Řádek je vypnutý, proto chybí.",
        "en": "The row is disabled, so it is left out.",
        "uk": "Рядок вимкнено, тому його пропущено.",
    },
    "row_without_type": {
        "cs": "Řádek nemá druh, proto chybí: „{label}“.",
        "en": "The row has no type, so it is left out: “{label}”.",
        "uk": "Рядок не має типу, тому його пропущено: «{label}».",
    },
    "end_text_lost": {
        "cs": "Na řádku, kterým skupina končí, text nikdo nečte, chybí: „{text}“.",
        "en": "Nobody reads a text in the row that ends a group, so it is left out: “{text}”.",
        "uk": "Тексту в рядку, яким закінчується група, ніхто не читає, його пропущено: «{text}».",
    },
    "group_hint_lost": {
        "cs": "Oddíl nemá kde mít nápovědu, chybí: „{text}“.",
        "en": "A section has no place for a hint, so it is left out: “{text}”.",
        "uk": "Розділ не має місця для підказки, тому її пропущено: «{text}».",
    },
    "heading_lost": {
        "cs": "Baterie má jen jednu otázku, nadpis nad možnostmi proto chybí: „{text}“.",
        "en": "A battery has one question only, so the heading above the options is left out: “{text}”.",
        "uk": "Батарея має лише одне запитання, тому заголовок над варіантами пропущено: «{text}».",
    },
}

SENTENCES: Mapping[str, Texts] = {
    **TEXTS_AND_LANGUAGES,
    **QUESTIONS,
    **CHOICES,
    **STRUCTURE,
    **xlsform_workbook.SENTENCES,
    **xlsform_export.SENTENCES,
}
