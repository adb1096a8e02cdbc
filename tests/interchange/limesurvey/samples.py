"""The same survey with every type of question, for files of every age."""

from tests.interchange.limesurvey.writing import Group, Part, Question, Survey, part

YES_NO = {"cs": "Znáte službu?", "en": "Do you know the service?"}


def every_kind() -> Survey:
    """One question of each type, with what each type may have."""
    return Survey(
        groups=[
            Group(
                titles={"cs": "Úvod", "en": "Beginning"},
                descriptions={"cs": "<p>O čem to je.</p>", "en": "<p>What it is about.</p>"},
                questions=[
                    Question("known", "Y", YES_NO, row={"mandatory": "Y"}),
                    Question(
                        "uses",
                        "M",
                        {"cs": "<b>Které</b> služby?", "en": "<b>Which</b> services?"},
                        helps={"cs": "Zaškrtněte vše.", "en": "Tick all."},
                        subquestions=[
                            part("SQ001", "Jídelna"),
                            part("SQ002", "Doprava"),
                            part("SQ003", "Žádné"),
                        ],
                        attributes={
                            "exclude_all_others": "SQ003",
                            "max_answers": "2",
                            "random_order": "1",
                            "other_replace_text": {"cs": "Jiná služba", "en": "Another service"},
                        },
                        row={"other": "Y"},
                        relevance='known.NAOK == "Y"',
                    ),
                    Question(
                        "best",
                        "L",
                        {"cs": "Která nejvíc?", "en": "Which most?"},
                        answers=[part("A1", "První"), part("A2", "Druhá")],
                        row={"other": "Y"},
                        relevance='uses_SQ001.NAOK == "Y" or count(that.uses.NAOK) >= 2',
                    ),
                    Question(
                        "menu", "!", {"cs": "Vyberte", "en": "Choose"}, answers=[part("A1"), part("A2")]
                    ),
                    Question(
                        "why",
                        "O",
                        {"cs": "Proč {best}?", "en": "Why {best.shown}?"},
                        answers=[part("A1"), part("A2")],
                        relevance='!is_empty(best.NAOK) && best != "A2"',
                    ),
                    Question("sex", "G", {"cs": "Pohlaví", "en": "Sex"}),
                    Question("five", "5", {"cs": "Jak?", "en": "How?"}),
                    Question(
                        "notes",
                        "P",
                        {"cs": "Co k tomu?", "en": "What about it?"},
                        subquestions=[part("SQ001", "Cena"), part("SQ002", "Místo")],
                    ),
                    Question(
                        "order",
                        "R",
                        {"cs": "Seřaďte", "en": "Put in order"},
                        answers=[part("A1"), part("A2"), part("A3")],
                        attributes={"max_answers": "2"},
                    ),
                ],
            ),
            Group(
                titles={"cs": "Tabulky", "en": "Grids"},
                row={"grelevance": 'known == "Y"'},
                questions=[
                    *(
                        Question(f"array{kind}", kind, {"cs": "Hodnoťte", "en": "Rate"}, subquestions=ROWS)
                        for kind in "ABCE"
                    ),
                    *(
                        Question(
                            f"array{kind}",
                            kind,
                            {"cs": "Hodnoťte", "en": "Rate"},
                            answers=[part("A1", "dobře"), part("A2", "špatně")],
                            subquestions=ROWS,
                        )
                        for kind in "FH"
                    ),
                    Question(
                        "dual",
                        "1",
                        {"cs": "Dvakrát", "en": "Twice"},
                        answers=[part("A1"), part("A2"), part("B1", scale=1), part("B2", scale=1)],
                        subquestions=ROWS,
                        attributes={"dualscale_headerA": {"cs": "Teď", "en": "Now"}},
                    ),
                    Question(
                        "grid",
                        ":",
                        {"cs": "Čísla", "en": "Numbers"},
                        subquestions=[*ROWS, part("C1", "muži", scale=1), part("C2", "ženy", scale=1)],
                        attributes={"multiflexible_min": "0", "multiflexible_max": "10"},
                    ),
                    Question(
                        "boxes",
                        ":",
                        {"cs": "Políčka", "en": "Boxes"},
                        subquestions=[*ROWS, part("C1", "muži", scale=1), part("C2", "ženy", scale=1)],
                        attributes={"multiflexible_checkbox": "1"},
                    ),
                    Question(
                        "words",
                        ";",
                        {"cs": "Slova", "en": "Words"},
                        subquestions=[*ROWS, part("C1", "dnes", scale=1)],
                    ),
                ],
            ),
            Group(
                titles={"cs": "Psaní", "en": "Writing"},
                questions=[
                    Question(
                        "age",
                        "N",
                        {"cs": "Věk", "en": "Age"},
                        attributes={
                            "min_num_value_n": "15",
                            "max_num_value_n": "110",
                            "suffix": {"cs": "let", "en": "years"},
                        },
                    ),
                    Question("costs", "K", {"cs": "Náklady", "en": "Costs"}, subquestions=ROWS),
                    Question(
                        "short", "S", {"cs": "Krátce", "en": "In short"}, attributes={"maximum_chars": "80"}
                    ),
                    Question(
                        "long",
                        "T",
                        {"cs": "Dlouze", "en": "At length"},
                        relevance="age.NAOK >= 18 and age < 65",
                    ),
                    Question("huge", "U", {"cs": "Hodně", "en": "A lot"}),
                    Question("lines", "Q", {"cs": "Řádky", "en": "Lines"}, subquestions=ROWS),
                    Question(
                        "day",
                        "D",
                        {"cs": "Den", "en": "Day"},
                        attributes={"date_min": "2020-01-01", "date_max": "2030-12-31"},
                    ),
                    Question("text", "X", {"cs": "Jen text", "en": "Just a text"}),
                    Question("sum", "*", {"cs": "{age * 2}", "en": "{age * 2}"}),
                    Question("file", "|", {"cs": "Nahrajte", "en": "Upload"}),
                    Question("switch", "I", {"cs": "Jazyk", "en": "Language"}),
                ],
            ),
        ],
        texts={
            "surveyls_title": {"cs": "Zkouška všeho", "en": "A trial of everything"},
            "surveyls_description": {"cs": "Popis", "en": "Description"},
            "surveyls_welcometext": {"cs": "<p>Vítejte</p>", "en": "<p>Welcome</p>"},
            "surveyls_endtext": {"cs": "Děkujeme", "en": "Thank you"},
        },
        settings={"format": "G"},
    )


ROWS: list[Part] = [part("R1", "Ochota"), part("R2", "Čistota")]
