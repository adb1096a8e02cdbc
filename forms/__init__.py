"""Questionnaires: what they are, how they route, and how they become WTForms classes.

Standard library, WTForms and MarkupSafe only. Nothing here knows a web request, a table, a queue or a
statistic.

    definition   the frozen dataclasses, reading and writing them as JSON documents
    expressions  conditions ("answer this only if …"): evaluating them and saying them in plain sentences
    routing      which items a respondent meets, on which pages, and which answers count
    item_types   one handler for each type of item: how a posted answer is read
    build        a WTForms class for a page of items
    feedback     the always-open form, built from the same parts
    checks       what is wrong with a questionnaire, found before it is published
"""
