"""Writes the sample workbooks of this folder: `python -m tests.interchange.xlsform.samples`.

Small questionnaires in the styles that workbooks are met in: as they are written today, with names of
languages that bear their tags; as years ago, with one colon, spaces and capitals; and as KoBo writes them.
"""

from __future__ import annotations

from pathlib import Path

from tests.forms.workbooks import Table, workbook

FOLDER = Path(__file__).parent

TODAY: dict[str, Table] = {
    "survey": (
        (
            "type", "name", "label::Čeština (cs)", "label::English (en)", "hint::Čeština (cs)",
            "hint::English (en)", "required", "relevant", "constraint", "appearance",
        ),
        ("start", "start", "", "", "", "", "", "", "", ""),
        (
            "note", "hello", "**Dobrý den,** děkujeme za váš čas.", "**Hello,** thank you for your time.", "",
            "", "", "", "", "",
        ),
        ("begin_group", "about", "O vás", "About you", "", "", "", "", "", ""),
        ("integer", "age", "Kolik je vám let?", "How old are you?", "", "", "yes", "", ". >= 15", ""),
        (
            "select_one who", "who", "Kdo odpovídá?", "Who answers?", "Vyberte jednu možnost.",
            "Choose one.", "yes", "", "", "",
        ),
        ("text", "who_other", "Kdo?", "Who?", "", "", "", "${who} = 'other'", "", ""),
        ("end_group", "", "", "", "", "", "", "", "", ""),
        ("begin_group", "service", "Jak hodnotíte službu?", "How is the service?", "", "", "", "", "",
         "field-list"),
        ("select_one five", "staff", "Chování lidí", "Staff", "", "", "yes", "", "", "likert"),
        ("select_one five", "place", "Prostory", "Rooms", "", "", "yes", "", "", "likert"),
        ("end_group", "", "", "", "", "", "", "", "", ""),
        (
            "text", "why", "Proč jsou prostory „${place}“?", "Why are the rooms “${place}”?", "", "", "",
            "${place} = '4' or ${place} = '5'", "", "multiline",
        ),
        ("image", "photo", "Vyfoťte místo", "Take a picture", "", "", "", "", "", ""),
    ),
    "choices": (
        ("list_name", "name", "label::Čeština (cs)", "label::English (en)"),
        ("who", "self", "Já", "Myself"),
        ("who", "family", "Někdo z rodiny", "A relative"),
        ("who", "other", "Někdo jiný", "Other"),
        *(
            ("five", str(number), czech, english)
            for number, (czech, english) in enumerate(
                (
                    ("velmi dobré", "very good"), ("spíše dobré", "rather good"), ("tak napůl", "so so"),
                    ("spíše špatné", "rather bad"), ("velmi špatné", "very bad"),
                ),
                start=1,
            )
        ),
    ),
    "settings": (
        ("form_title", "form_id", "version", "default_language"),
        ("Spokojenost", "spokojenost", "2026", "Čeština (cs)"),
    ),
}  # fmt: skip
OLD: dict[str, Table] = {
    "Survey": (
        ("Type", "Name", "Label:cs", "Label:uk", "Relevance", "Required", "Appearance"),
        ("begin group", "g", "Služba", "Послуга", "", "", ""),
        ("select one from yn", "used", "Využili jste službu?", "Чи користувалися послугою?", "", "TRUE", ""),
        ("add text prompt", "why", "Proč ne?", "Чому ні?", "selected(${used}, '0')", "", "textarea"),
        ("select all that apply from help", "help", "Co by pomohlo?", "Що допомогло б?", "", "", "minimal"),
        ("end group", "", "", "", "", "", ""),
        ("gps", "where", "Kde jste?", "Де ви?", "", "", ""),
    ),
    "Choices": (
        ("List Name", "Value", "Label:cs", "Label:uk"),
        ("yn", 1, "Ano", "Так"),
        ("yn", 0, "Ne", "Ні"),
        ("help", "time", "Víc času", "Більше часу"),
        ("help", "nobody", "Nic", "Нічого"),
    ),
    "Settings": (("Form Title", "Form ID", "Default Language"), ("Stará", "stara", "cs")),
}
KOBO: dict[str, Table] = {
    "survey": (
        (
            "type", "name", "label", "required", "kobo--matrix_list", "kobo--score-choices",
            "kobo--rank-items",
        ),
        ("begin_score", "rate", "Jak jste spokojeni?", "true", "", "yn", ""),
        ("score__row", "food", "S jídlem", "", "", "", ""),
        ("score__row", "care", "S péčí", "", "", "", ""),
        ("end_score", "", "", "", "", "", ""),
        ("begin_rank", "first", "Co je nejdůležitější?", "false", "", "", "things"),
        ("rank__level", "first_1", "1. místo", "", "", "", ""),
        ("rank__level", "first_2", "2. místo", "", "", "", ""),
        ("end_rank", "", "", "", "", "", ""),
        ("begin_kobomatrix", "home", "Doma", "", "things", "", ""),
        ("select_one yn", "have", "Máte?", "false", "", "", ""),
        ("integer", "many", "Kolik?", "false", "", "", ""),
        ("end_kobomatrix", "", "", "", "", "", ""),
    ),
    "choices": (
        ("list_name", "name", "label"),
        ("yn", "yes", "Ano"),
        ("yn", "no", "Ne"),
        ("things", "bed", "Lůžko"),
        ("things", "chair", "Křeslo"),
    ),
    "settings": (("form_title", "default_language"), ("Mřížky", "Čeština (cs)")),
}  # fmt: skip
SAMPLES = {"today.xlsx": TODAY, "old.xlsx": OLD, "kobo.xlsx": KOBO}


def sample(name: str) -> bytes:
    """The bytes of a sample workbook."""
    return workbook(**{"survey": (), **SAMPLES[name]})


def main() -> None:
    """Write the samples beside this file."""
    for name in SAMPLES:
        (FOLDER / name).write_bytes(sample(name))


if __name__ == "__main__":
    main()
