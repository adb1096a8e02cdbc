"""Faults in English of kinds that a first look had missed, in other words, each beside a sound question."""

import pytest

from tests.forms.pairs import Pair, codes_of

CHOICES = {"options": ["a few", "many", "don't know"]}
COUNTED = {"options": ["not once", "once or twice", "3 times or more", "don't know"]}
AGREE = {"scale": "agree"}
PAIRS = [
    Pair(
        "two_questions",
        "en",
        "open_ended",
        "Where do you park, and how much do you pay for it?",
        "Where do you park, and why there?",
    ),
    Pair(
        "two_questions",
        "en",
        "open_ended",
        "Do you own a dog (and if so, what breed)?",
        "Which dog, if any, do you own?",
    ),
    Pair(
        "two_questions",
        "en",
        "open_ended",
        "Do you know the new stop, and are you satisfied with it?",
        "Which stops do you use and which do you miss?",
    ),
    Pair(
        "two_questions",
        "en",
        "yes_no",
        "Do you swim here, and with whom?",
        "Were you told when to come and where to wait?",
    ),
    Pair(
        "leading_question",
        "en",
        "single_choice",
        "Other towns introduced the fee long ago. Should ours?",
        "The fee rose from 20 to 25 euros. Should it change?",
        CHOICES,
    ),
    Pair(
        "leading_question",
        "en",
        "single_choice",
        "Two thirds of tenants support the repair. Do you support it?",
        "About half of the tenants support the repair. Do you support it?",
        CHOICES,
    ),
    Pair(
        "leading_question",
        "en",
        "single_choice",
        "The scheme has been a great success. Should it go on?",
        "The scheme began in May. Should it go on?",
        CHOICES,
    ),
    Pair(
        "leading_question",
        "en",
        "single_choice",
        "The service helps older people. Should it go on?",
        "The service helps older people. Have you heard of it?",
        CHOICES,
    ),
    Pair(
        "leading_question",
        "en",
        "single_choice",
        "How soon should the town ban cars?",
        "How soon should the course be repeated?",
        {"options": ["after 1 year", "after 2 years", "don't know"]},
    ),
    Pair(
        "loaded_words",
        "en",
        "single_choice",
        "How often do rude drivers upset you?",
        "Do you find the drivers rude or polite?",
        CHOICES,
    ),
    Pair(
        "loaded_words",
        "en",
        "single_choice",
        "How many brats play here?",
        "How many children play here?",
        CHOICES,
    ),
    Pair(
        "personal_data",
        "en",
        "short_text",
        "What is your library card number?",
        "What is the number of your bus?",
    ),
    Pair("personal_data", "en", "short_text", "Write your visa number.", "Write your bus route number."),
    Pair(
        "missing_reference_period",
        "en",
        "number",
        "How many books have you borrowed?",
        "How many books have you borrowed this term?",
    ),
    Pair(
        "missing_reference_period",
        "en",
        "single_choice",
        "How often did you have to wait for the nurse?",
        "How often did you have to wait before somebody came?",
        COUNTED,
    ),
    Pair(
        "missing_reference_period",
        "en",
        "number",
        "How much has your household paid for lessons?",
        "How much did you spend at the fair?",
    ),
    Pair(
        "negative_statement",
        "en",
        "rating",
        "There is nowhere to sit in the square.",
        "There is somewhere to sit in the square.",
        AGREE,
    ),
    Pair(
        "negative_statement",
        "en",
        "rating",
        "The staff have no time for me.",
        "The staff need no longer than a week to answer.",
        AGREE,
    ),
    Pair(
        "double_negation",
        "en",
        "yes_no",
        "Are you opposed to the library no longer lending films?",
        "Are you opposed to the library lending films?",
    ),
    Pair(
        "jargon",
        "en",
        "yes_no",
        "Was a non-dependant deduction explained to you?",
        "Was a lower benefit because of a grown-up child explained to you?",
    ),
    Pair(
        "double_negation",
        "en",
        "yes_no",
        "Should pupils who have no phone not be given one?",
        "Do you favour or oppose a ban on phones in class?",
    ),
    Pair(
        "two_questions",
        "en",
        "short_text",
        "Do you read the paper? If so, which one?",
        "Is there a book you would like us to get? If so, which one?",
    ),
    Pair(
        "missing_other",
        "en",
        "single_choice",
        "How did you travel to the fair?",
        "Which way of coming to the fair did you like best?",
        {"options": ["by car", "by bus", "on foot", "don't remember"]},
    ),
    Pair(
        "two_questions",
        "en",
        "open_ended",
        "How did you find the course, and had you painted before?",
        "How did you find the course, and why that one?",
    ),
    Pair(
        "leading_question",
        "en",
        "yes_no",
        "Has the app helped you, as it has so many others?",
        "Has the app helped you, as far as you can tell?",
    ),
    Pair(
        "leading_question",
        "en",
        "rating",
        "Knowing that money is short, how do you rate the plan?",
        "Knowing what may go in the box is …",
        {"scale": "good"},
    ),
    Pair(
        "double_barrelled",
        "en",
        "rating",
        "How clear is it what goes in the box and what it costs?",
        "How clear is it what may go in the box and what may not?",
        {"scale": "good"},
    ),
    Pair(
        "loaded_words",
        "en",
        "yes_no",
        "Should the town cut its extravagant spending on flowers?",
        "Should the town cut its spending on flowers?",
    ),
    Pair(
        "double_negation",
        "en",
        "yes_no",
        "Is it untrue that you are unable to reach us?",
        "Is it true that you can reach us?",
    ),
    Pair(
        "personal_data",
        "en",
        "short_text",
        "Your staff number",
        "Number of staff",
    ),
]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.faulty)
def test_a_fault_is_told_from_a_sound_question_like_it(pair: Pair) -> None:
    assert pair.code in codes_of(pair, pair.faulty)
    assert pair.code not in codes_of(pair, pair.sound)
