"""Sentences about LimeSurvey files: why one is refused, and what is lost from one that is read."""

from collections.abc import Mapping

from forms.interchange.sentences.limesurvey_questions import ATTRIBUTES, QUESTIONS
from forms.languages import Texts

REFUSALS: Mapping[str, Texts] = {
    "limesurvey_archive": {
        "cs": "Soubor je archiv z LimeSurvey (.lsa). Rozbalte ho a nahrajte soubor .lss, který v něm je.",
        "en": "The file is an archive from LimeSurvey (.lsa). Unpack it and bring in the .lss file inside.",
        "uk": "Файл є архівом із LimeSurvey (.lsa). Розпакуйте його й завантажте файл .lss, що в ньому.",
    },
    "limesurvey_old_csv": {
        "cs": "Soubor je starý export LimeSurvey (.csv), který se nečte. "
        "V LimeSurvey zvolte export struktury .lss.",
        "en": "The file is an old LimeSurvey export (.csv), which is not read. "
        "In LimeSurvey, export the structure as .lss.",
        "uk": "Файл є старим експортом LimeSurvey (.csv), який не читається. "
        "У LimeSurvey експортуйте структуру як .lss.",
    },
    "limesurvey_tabbed": {
        "cs": "Soubor je export LimeSurvey s tabulátory (.txt), který se nečte. "
        "V LimeSurvey zvolte export struktury .lss.",
        "en": "The file is a tab-separated LimeSurvey export (.txt), which is not read. "
        "In LimeSurvey, export the structure as .lss.",
        "uk": "Файл є експортом LimeSurvey з табуляцією (.txt), який не читається. "
        "У LimeSurvey експортуйте структуру як .lss.",
    },
    "limesurvey_group_export": {
        "cs": "Soubor je z LimeSurvey, ale je v něm jen jedna skupina otázek (.lsg). "
        "Nahrajte celý dotazník (.lss).",
        "en": "The file is from LimeSurvey but holds one group of questions only (.lsg). "
        "Bring in the whole survey (.lss).",
        "uk": "Файл із LimeSurvey, але містить лише одну групу запитань (.lsg). "
        "Завантажте усю анкету (.lss).",
    },
    "limesurvey_question_export": {
        "cs": "Soubor je z LimeSurvey, ale je v něm jen jedna otázka (.lsq). Nahrajte celý dotazník (.lss).",
        "en": "The file is from LimeSurvey but holds one question only (.lsq). "
        "Bring in the whole survey (.lss).",
        "uk": "Файл із LimeSurvey, але містить лише одне запитання (.lsq). Завантажте усю анкету (.lss).",
    },
    "limesurvey_wrong_document": {
        "cs": "Soubor je XML, ale není to dotazník z LimeSurvey (.lss).",
        "en": "The file is XML but no survey from LimeSurvey (.lss).",
        "uk": "Файл є XML, але не анкетою з LimeSurvey (.lss).",
    },
    "limesurvey_broken": {
        "cs": "Soubor je poškozený nebo v jiném kódování, než sám uvádí, a nejde přečíst.",
        "en": "The file is damaged, or in another encoding than it says, and cannot be read.",
        "uk": "Файл пошкоджений або має інше кодування, ніж у ньому вказано, і його не можна прочитати.",
    },
    "limesurvey_too_large": {
        "cs": "Soubor má víc částí nebo hlubší vnoření než jakýkoli skutečný dotazník, proto se nečetl.",
        "en": "The file has more parts, or deeper ones, than any real survey, so it was not read.",
        "uk": "Файл має більше частин або глибше вкладення, ніж будь-яка справжня анкета, "
        "тому його не прочитано.",
    },
    "limesurvey_no_questions": {
        "cs": "V souboru není žádná otázka, kterou by bylo možné převzít.",
        "en": "The file holds no question that could be taken over.",
        "uk": "У файлі немає жодного запитання, яке можна було б перенести.",
    },
    "limesurvey_too_many_questions": {
        "cs": "Dotazník má příliš mnoho otázek: {number}. Nejvíc jich může být {most}.",
        "en": "The survey has too many questions: {number}. There may be {most} at most.",
        "uk": "Анкета має забагато запитань: {number}. Найбільше їх може бути {most}.",
    },
    "limesurvey_too_many_groups": {
        "cs": "Dotazník má příliš mnoho skupin otázek: {number}. Nejvíc jich může být {most}.",
        "en": "The survey has too many groups of questions: {number}. There may be {most} at most.",
        "uk": "Анкета має забагато груп запитань: {number}. Найбільше їх може бути {most}.",
    },
}

BROKEN_PARTS: Mapping[str, Texts] = {
    "limesurvey_repeated_number": {
        "cs": "Otázka má stejné číslo ({qid}) jako otázka „{first}“, proto se nepřevzala.",
        "en": "The question has the same number ({qid}) as question “{first}”, so it was not taken over.",
        "uk": "Запитання має той самий номер ({qid}), що й запитання «{first}», тому його не перенесено.",
    },
    "limesurvey_repeated_text": {
        "cs": "Totéž je v souboru dvakrát s různými texty; tento se nepřevzal: „{text}“",
        "en": "The same is in the file twice with different texts; this one was not taken over: “{text}”",
        "uk": "Те саме є у файлі двічі з різними текстами; цей не перенесено: «{text}»",
    },
    "limesurvey_orphan_answers": {
        "cs": "Odpovědi, které nepatří k žádné otázce, se nepřevzaly (řádků: {number}).",
        "en": "Answers that belong to no question were not taken over (rows: {number}).",
        "uk": "Відповіді, що не належать до жодного запитання, не перенесено (рядків: {number}).",
    },
    "limesurvey_orphan_texts": {
        "cs": "Texty, které nepatří k ničemu v souboru, se nepřevzaly (řádků: {number}).",
        "en": "Texts that belong to nothing in the file were not taken over (rows: {number}).",
        "uk": "Тексти, що не належать ні до чого у файлі, не перенесено (рядків: {number}).",
    },
    "limesurvey_orphan_attributes": {
        "cs": "Vlastnosti, které nepatří k žádné otázce, se nepřevzaly (řádků: {number}).",
        "en": "Attributes that belong to no question were not taken over (rows: {number}).",
        "uk": "Властивості, що не належать до жодного запитання, не перенесено (рядків: {number}).",
    },
    "limesurvey_orphan_conditions": {
        "cs": "Podmínky, které nepatří k žádné otázce, se nepřevzaly (řádků: {number}).",
        "en": "Conditions that belong to no question were not taken over (rows: {number}).",
        "uk": "Умови, що не належать до жодного запитання, не перенесено (рядків: {number}).",
    },
    "limesurvey_orphan_subquestion": {
        "cs": "Podotázka nepatří k žádné otázce, proto se nepřevzala: „{text}“.",
        "en": "The subquestion belongs to no question, so it was not taken over: “{text}”.",
        "uk": "Підзапитання не належить до жодного запитання, тому його не перенесено: «{text}».",
    },
    "limesurvey_orphan_question": {
        "cs": "Otázka nepatří do žádné skupiny; je v oddílu na konci.",
        "en": "The question belongs to no group; it is in a section at the end.",
        "uk": "Запитання не належить до жодної групи; воно в розділі наприкінці.",
    },
    "limesurvey_empty_group": {
        "cs": "Ve skupině nezbyla žádná otázka, proto z ní nevznikl oddíl.",
        "en": "The group has no item left, so no section was made of it.",
        "uk": "У групі не залишилося жодного запитання, тому розділу з неї не створено.",
    },
    "limesurvey_more_losses": {
        "cs": "Ztratilo se toho ještě víc, než se sem vejde (počet: {number}).",
        "en": "More is lost than there is room for here (number: {number}).",
        "uk": "Втрачено ще більше, ніж тут уміщується (кількість: {number}).",
    },
    "limesurvey_controls": {
        "cs": "V souboru byly řídicí znaky, které v textu nemají co dělat; vynechaly se.",
        "en": "The file held control characters that have no place in a text; they were left out.",
        "uk": "У файлі були керівні символи, яким не місце в тексті; їх вилучено.",
    },
    "limesurvey_renamed": {
        "cs": "Kód „{wanted}“ tu nelze použít nebo se opakuje; nový kód je „{given}“.",
        "en": "The code “{wanted}” cannot be used here or is repeated; the new code is “{given}”.",
        "uk": "Код «{wanted}» тут не можна використати або він повторюється; новий код — «{given}».",
    },
}

LANGUAGES: Mapping[str, Texts] = {
    "limesurvey_language_left_out": {
        "cs": "Jazyk „{language}“ se nepřevzal.",
        "en": "The language “{language}” was not taken over.",
        "uk": "Мову «{language}» не перенесено.",
    },
    "limesurvey_language_renamed": {
        "cs": "Jazyk „{language}“ je tu veden jako „{tag}“.",
        "en": "The language “{language}” is kept as “{tag}” here.",
        "uk": "Мову «{language}» тут позначено як «{tag}».",
    },
    "limesurvey_other_language": {
        "cs": "Texty v jazyce „{language}“, který dotazník nenabízí, se nepřevzaly.",
        "en": "Texts in “{language}”, a language that the survey does not offer, were not taken over.",
        "uk": "Тексти мовою «{language}», якої анкета не пропонує, не перенесено.",
    },
    "limesurvey_word": {
        "cs": "Slova, která LimeSurvey doplňuje sám („Jiné“, „Ano“), tu v jazyce „{language}“ chybějí: "
        "doplňte je.",
        "en": "Words that LimeSurvey adds by itself (“Other”, “Yes”) are missing in “{language}”: add them.",
        "uk": "Слів, які LimeSurvey додає сам («Інше», «Так»), мовою «{language}» бракує: додайте їх.",
    },
}

TEXTS: Mapping[str, Texts] = {
    "limesurvey_without_text": {
        "cs": "Text chybí; místo něj je kód.",
        "en": "There is no text; the code stands in for it.",
        "uk": "Тексту немає; замість нього стоїть код.",
    },
    "limesurvey_shortened": {
        "cs": "Text byl zkrácen na {most} znaků. Celý zněl: „{text}“",
        "en": "The text was cut to {most} characters. It was: “{text}”",
        "uk": "Текст скорочено до {most} знаків. Він був таким: «{text}»",
    },
    "limesurvey_expression_in_text": {
        "cs": "Výraz v textu nejde převést, místo něj je „…“: {expression}",
        "en": "An expression in the text cannot be carried over, “…” stands in for it: {expression}",
        "uk": "Вираз у тексті не можна перенести, замість нього стоїть «…»: {expression}",
    },
    "limesurvey_more_expressions": {
        "cs": "V témž textu nejde převést ani další výrazy (počet: {number}).",
        "en": "Further expressions in the same text cannot be carried over either (number: {number}).",
        "uk": "У тому самому тексті не можна перенести й інші вирази (кількість: {number}).",
    },
    "limesurvey_lost_formatting": {
        "cs": "Z textu zmizelo zvýraznění (tučné písmo, kurzíva, barvy, velikost).",
        "en": "The text lost its emphasis (bold, italics, colours, size).",
        "uk": "Із тексту зникло виділення (жирний шрифт, курсив, кольори, розмір).",
    },
    "limesurvey_lost_table": {
        "cs": "Tabulka v textu je převedena na řádky.",
        "en": "A table in the text became lines.",
        "uk": "Таблицю в тексті перетворено на рядки.",
    },
    "limesurvey_lost_style": {
        "cs": "Styly vložené do textu se nepřevzaly.",
        "en": "Styles inside the text were not taken over.",
        "uk": "Стилі, вставлені в текст, не перенесено.",
    },
    "limesurvey_lost_input": {
        "cs": "Formulářové prvky vložené do textu se nepřevzaly.",
        "en": "Form controls inside the text were not taken over.",
        "uk": "Елементи форми, вставлені в текст, не перенесено.",
    },
    "limesurvey_lost_script": {
        "cs": "Skript se nepřevzal a nikdy se nespustí.",
        "en": "A script was not taken over and never runs.",
        "uk": "Скрипт не перенесено, і він ніколи не запуститься.",
    },
    "limesurvey_lost_frame": {
        "cs": "Vložená cizí stránka se nepřevzala.",
        "en": "An embedded foreign page was not taken over.",
        "uk": "Вбудовану сторонню сторінку не перенесено.",
    },
    "limesurvey_lost_media": {
        "cs": "Video nebo zvuk v textu se nepřevzaly.",
        "en": "Video or sound in the text was not taken over.",
        "uk": "Відео чи звук у тексті не перенесено.",
    },
    "limesurvey_lost_picture": {
        "cs": "Obrázek v textu se nepřevzal; přidejte ho k otázce i s popisem: {picture}",
        "en": "A picture in the text was not taken over; add it to the item, with a description: {picture}",
        "uk": "Зображення в тексті не перенесено; додайте його до запитання разом з описом: {picture}",
    },
    "limesurvey_lost_link": {
        "cs": "Odkaz, který nevede na webovou ani e-mailovou adresu, se nepřevzal; slova zůstala.",
        "en": "A link that leads to no web or e-mail address was not taken over; its words stayed.",
        "uk": "Посилання, яке не веде на веб- чи електронну адресу, не перенесено; слова залишилися.",
    },
    "limesurvey_lost_length": {
        "cs": "Text s formátováním je příliš dlouhý; přečetl se jen jeho začátek.",
        "en": "The text with its markup is too long; only its beginning was read.",
        "uk": "Текст із форматуванням задовгий; прочитано лише його початок.",
    },
}

SURVEY: Mapping[str, Texts] = {
    "limesurvey_quota_message": {
        "cs": "Zpráva o naplněné kvótě se nepřevzala: „{text}“",
        "en": "The message about a full quota was not taken over: “{text}”",
        "uk": "Повідомлення про заповнену квоту не перенесено: «{text}»",
    },
    "limesurvey_quota": {
        "cs": "Kvóta „{name}“ (nejvýš {limit}) se nepřevzala.",
        "en": "The quota “{name}” (at most {limit}) was not taken over.",
        "uk": "Квоту «{name}» (щонайбільше {limit}) не перенесено.",
    },
    "limesurvey_quota_member": {
        "cs": "Do kvóty „{name}“ se počítala odpověď: {answer}",
        "en": "The quota “{name}” counted the answer: {answer}",
        "uk": "До квоти «{name}» зараховувалася відповідь: {answer}",
    },
    "limesurvey_assessment": {
        "cs": "Vyhodnocení „{name}“ za {minimum} až {maximum} bodů se nepřevzalo: „{text}“",
        "en": "The assessment “{name}” for {minimum} to {maximum} points was not taken over: “{text}”",
        "uk": "Оцінювання «{name}» за {minimum}–{maximum} балів не перенесено: «{text}»",
    },
    "limesurvey_defaults": {
        "cs": "Předvyplněná odpověď se nepřevzala, nic tu není zaškrtnuto předem: {text}",
        "en": "The default answer was not taken over, nothing is ticked beforehand here: {text}",
        "uk": "Типову відповідь не перенесено, тут нічого не позначено заздалегідь: {text}",
    },
    "limesurvey_plugins": {
        "cs": "Nastavení zásuvného modulu se nepřevzalo.",
        "en": "The setting of a plugin was not taken over.",
        "uk": "Налаштування плагіна не перенесено.",
    },
    "limesurvey_url_parameter": {
        "cs": "Údaj „{name}“, předávaný v adrese, se nepřevzal: neukládá se.",
        "en": "The value “{name}”, passed in the address, was not taken over: it is not kept.",
        "uk": "Значення «{name}», передане в адресі, не перенесено: воно не зберігається.",
    },
    "limesurvey_shown_welcome": {
        "cs": "LimeSurvey úvodní text neukazoval, tady se ukáže. Jestli nemá, smažte ho.",
        "en": "LimeSurvey did not show the welcome text; here it is shown. Remove it if it should not be.",
        "uk": "LimeSurvey не показував вступного тексту, тут його видно. Якщо він зайвий, вилучіть його.",
    },
    "limesurvey_shown_groups": {
        "cs": "LimeSurvey neukazoval názvy nebo popisy skupin ({value}), tady se ukážou oba.",
        "en": "LimeSurvey did not show names or descriptions of groups ({value}); here both are shown.",
        "uk": "LimeSurvey не показував назв або описів груп ({value}), тут видно і те, і те.",
    },
    "limesurvey_address": {
        "cs": "Krátká adresa dotazníku se nepřevzala: {text}",
        "en": "The short address of the survey was not taken over: {text}",
        "uk": "Коротку адресу анкети не перенесено: {text}",
    },
    "limesurvey_participant_facts": {
        "cs": "Popisky údajů o účastnících se nepřevzaly: {text}",
        "en": "The captions of facts about participants were not taken over: {text}",
        "uk": "Підписи даних про учасників не перенесено: {text}",
    },
    "limesurvey_table": {
        "cs": "Tuto tabulku neznáme a nepřevzala se (řádků: {number}).",
        "en": "This table is unknown and was not taken over (rows: {number}).",
        "uk": "Ця таблиця невідома, її не перенесено (рядків: {number}).",
    },
    "limesurvey_part": {
        "cs": "Tuto část souboru neznáme a nepřevzala se.",
        "en": "This part of the file is unknown and was not taken over.",
        "uk": "Ця частина файлу невідома, її не перенесено.",
    },
    "limesurvey_theme": {
        "cs": "Vzhled (téma) se nepřevzal.",
        "en": "The look (theme) was not taken over.",
        "uk": "Вигляд (тему) не перенесено.",
    },
    "limesurvey_dates": {
        "cs": "Datum se nepřevzalo, termíny se nastavují u vlny: {value}",
        "en": "The date was not taken over, dates are set with the wave: {value}",
        "uk": "Дату не перенесено, терміни задаються для хвилі: {value}",
    },
    "limesurvey_participants": {
        "cs": "Přístup jen pro zapsané účastníky se nepřevzal; odpovídá se beze jména.",
        "en": "Access for listed participants only was not taken over; answers are given without a name.",
        "uk": "Доступ лише для внесених учасників не перенесено; відповідають без імені.",
    },
    "limesurvey_never_kept": {
        "cs": "Tento údaj o odpovídajících se tu nikdy neukládá.",
        "en": "This fact about respondents is never kept here.",
        "uk": "Ці дані про респондентів тут ніколи не зберігаються.",
    },
    "limesurvey_setting": {
        "cs": "Nastavení se nepřevzalo. Mělo hodnotu: {value}",
        "en": "The setting was not taken over. Its value was: {value}",
        "uk": "Налаштування не перенесено. Воно мало значення: {value}",
    },
    "limesurvey_settings": {
        "cs": "Tato nastavení neznáme a nepřevzala se.",
        "en": "These settings are unknown and were not taken over.",
        "uk": "Ці налаштування невідомі, їх не перенесено.",
    },
    "limesurvey_people": {
        "cs": "Kontakty a přístupové údaje správců se nepřevzaly a nikam se neuložily.",
        "en": "Contacts and credentials of the administrators were not taken over or kept anywhere.",
        "uk": "Контакти й облікові дані адміністраторів не перенесено й ніде не збережено.",
    },
    "limesurvey_emails": {
        "cs": "Texty e-mailů se nepřevzaly.",
        "en": "The texts of e-mails were not taken over.",
        "uk": "Тексти електронних листів не перенесено.",
    },
    "limesurvey_end_url": {
        "cs": "Přesměrování po odeslání se nepřevzalo: {text}",
        "en": "Where to go after sending was not taken over: {text}",
        "uk": "Перехід після надсилання не перенесено: {text}",
    },
    "limesurvey_policy": {
        "cs": "Text o ochraně údajů se nepřevzal, Ohlas má svůj vlastní: „{text}“",
        "en": "The privacy text was not taken over, Ohlas has one of its own: “{text}”",
        "uk": "Текст про захист даних не перенесено, Ohlas має власний: «{text}»",
    },
}

SENTENCES: Mapping[str, Texts] = {
    **REFUSALS, **BROKEN_PARTS, **LANGUAGES, **TEXTS, **QUESTIONS, **ATTRIBUTES, **SURVEY
}  # fmt: skip
