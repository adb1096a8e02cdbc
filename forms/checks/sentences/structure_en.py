"""What findings about structure mean, in English: why by reason, what and how to mend it by code."""

WHY = {
    "asked": "What nobody can answer stays empty and is missing from the results.",
    "identity": (
        "Answers are stored under a code. Where the code is not unique, nobody knows which question they "
        "belong to."
    ),
    "language": "Readers of the other language see a blank or a text they do not understand.",
    "see": "People who do not see the picture do not learn what it shows.",
    "scores": "Results are computed from scores. A wrong order or range distorts them.",
    "compare": "Easy-to-read answers are mapped to the full scale. They compare only if the mapping is "
    "right.",
    "way": "Conditions decide who is asked what. A wrong one sends people elsewhere or nowhere.",
    "pipe": "An earlier answer is put into the question. Without one the sentence makes no sense.",
    "choice": "Where an answer cannot be chosen or told from another, people choose something untrue.",
    "way_out": "Those who do not know, or are not concerned, must skip the question or make up an answer.",
}

SENTENCES = {
    "no_items": (
        "asked",
        "The questionnaire has no question.",
        "Add at least one question.",
    ),
    "duplicate_code": (
        "identity",
        "The code “{code}” is used more than once.",
        "Give one of them another code.",
    ),
    "codes_differ_in_case": (
        "identity",
        "The codes “{code}” and “{other}” differ in capital letters only.",
        "Choose a code that differs otherwise too; some programs do not tell capitals apart.",
    ),
    "reserved_code": (
        "identity",
        "The page uses the code “{code}” for itself.",
        "Choose another code.",
    ),
    "empty_section": (
        "asked",
        "The section is empty.",
        "Add a question to it, or remove it.",
    ),
    "variant_without_language": (
        "language",
        "“{variant}” belongs to a language that the questionnaire does not have.",
        "Add the language, or remove the variant.",
    ),
    "missing_translation": (
        "language",
        "The text is missing in the language “{language}”.",
        "Add the translation.",
    ),
    "catalogue_not_translated": (
        "language",
        "The town's catalogue has no name in the language “{language}” for: {options}.",
        (
            "Ask whoever keeps the catalogues to add it. "
            "If these are proper names, say so in the reason: they are shown in another language."
        ),
    ),
    "untranslated": (
        "language",
        "The text in “{language}” is the same as in “{other}”.",
        "Translate it.",
    ),
    "piping_differs": (
        "pipe",
        "The text in “{language}” repeats other answers than in “{other}”: {items}.",
        "Repeat the same answers in all languages.",
    ),
    "picture_without_words": (
        "see",
        "The picture has no description.",
        "Write what it shows. If it is mere decoration, say so in the reason.",
    ),
    "unused_scale": (
        "asked",
        "No question uses the scale “{scale}”.",
        "Use it, or remove it.",
    ),
    "scale_points": (
        "scores",
        "Number of points of the scale: {count}; it should be 2 to 11.",
        "Change the number of points.",
    ),
    "scale_without_scores": (
        "scores",
        "The points of the scale have no scores.",
        "Give the best point 100, the worst 0, and the others values between.",
    ),
    "scores_not_monotone": (
        "scores",
        "The scores are not in order: {scores}.",
        "Order the points from best to worst (or the reverse), and the scores with them.",
    ),
    "scores_off_range": (
        "scores",
        "Scores run from {lowest} to {highest} instead of 0 to 100.",
        "Give the best point 100 and the worst 0.",
    ),
    "unscored_between": (
        "scores",
        "The option “{option}” without a score stands between points of the scale.",
        "Move it to the end; “don't know” is not the middle of a scale.",
    ),
    "scale_directions_mixed": (
        "scores",
        "The scale “{scale}” runs the opposite way to the scale “{other}”.",
        "Order all scales the same way, for example best first.",
    ),
    "write_in_not_possible": (
        "choice",
        "The option “{option}” asks for one's own words, which is not possible here.",
        "Take the writing away, or add an open-ended question.",
    ),
    "unknown_option": (
        "way",
        "The option “{option}” is neither in the question nor in the scale.",
        "Correct its code, or add it.",
    ),
    "easy_score_differs": (
        "compare",
        "The option “{option}” has another score in the easy variant than in the full scale.",
        "Give it the same score.",
    ),
    "easy_order_differs": (
        "compare",
        "The easy options are in another order than the full scale.",
        "Put them in the same order.",
    ),
    "easy_range_differs": (
        "compare",
        "The easy options do not reach from the best point to the worst.",
        "Map the outer easy options to the outer points.",
    ),
    "easy_without_dont_know": (
        "way_out",
        "The easy variant lacks “don't know”, which the full scale has.",
        "Add an easy “don't know”.",
    ),
    "no_options": (
        "choice",
        "There is nothing to choose from.",
        "Add options, a scale or a catalogue.",
    ),
    "unknown_scale": (
        "choice",
        "The questionnaire has no scale “{scale}”.",
        "Choose another scale, or add it.",
    ),
    "single_option": (
        "choice",
        "There is only one option to choose: “{option}”.",
        "Add more options.",
    ),
    "same_label": (
        "choice",
        "Two options read the same: “{option}” and “{other}” (language “{language}”).",
        "Rewrite or remove one.",
    ),
    "too_many_choices_allowed": (
        "choice",
        "{maximum} may be chosen, but {count} are on offer.",
        "Lower the limit.",
    ),
    "nothing_to_rank": (
        "choice",
        "There is nothing to put in order; number of options: {count}.",
        "Add at least two options.",
    ),
    "one_choice_only": (
        "choice",
        "A question with several answers allows only one.",
        "Make it a single choice, or allow more.",
    ),
    "all_exclusive": (
        "choice",
        "Every option excludes the others.",
        "Make it a single choice.",
    ),
    "several_write_ins": (
        "choice",
        "More than one option asks for one's own words.",
        "Keep one of them.",
    ),
    "bounds_crossed": (
        "choice",
        "The lowest answer ({minimum}) is above the highest ({maximum}).",
        "Swap the limits.",
    ),
    "no_such_day": (
        "choice",
        "There is no day {date} in the calendar.",
        "Correct the date.",
    ),
    "year_out_of_range": (
        "choice",
        "The year {year} cannot be written in four digits.",
        "Correct the year.",
    ),
    "required_information": (
        "choice",
        "A piece of information is required, but it cannot be answered.",
        "Make it not required.",
    ),
    "dead_end": (
        "way",
        "The question “{item}” is required and cannot be answered. Nobody gets any further.",
        "Correct what prevents an answer, or make it not required.",
    ),
    "unknown_item": (
        "way",
        "The condition reads the question “{item}”, which is not in the questionnaire.",
        "Correct the code, or remove the condition.",
    ),
    "later_item": (
        "way",
        "The condition reads the question “{item}”, which comes later.",
        "Move the question “{item}” forward, or change the condition.",
    ),
    "condition_does_not_fit": (
        "way",
        "The condition asks of “{item}” what its answer cannot tell.",
        "Choose another kind of condition.",
    ),
    "condition_out_of_range": (
        "way",
        "No answer to “{item}” meets this part of the condition ({value}).",
        "Adjust the value to what can be answered.",
    ),
    "condition_cycle": (
        "way",
        "The conditions wait for one another: {items}.",
        "Remove or change one of them.",
    ),
    "unreachable_section": (
        "way",
        "Nobody gets to the section “{section}”.",
        "Correct its condition.",
    ),
    "unreachable_item": (
        "way",
        "Nobody gets to the question “{item}”.",
        "Correct its condition, or that of its section.",
    ),
    "always_true": (
        "way",
        "The condition always holds; it decides nothing.",
        "Remove it, or correct whom the question is for.",
    ),
    "impossible_part": (
        "way",
        "One of the “or” parts of the condition can never hold.",
        "Correct or drop it.",
    ),
    "holds_for_every_answer": (
        "way",
        "The condition holds whatever is answered.",
        "“Answered” is enough; if it was meant for some people only, correct it.",
    ),
    "piping_broken": (
        "pipe",
        "“{text}” is no proper way to repeat an answer.",
        "Write {{{{code}}}} or {{{{code|case|other words}}}}.",
    ),
    "unknown_piped_item": (
        "pipe",
        "It repeats the answer to “{item}”, which is not in the questionnaire.",
        "Correct the code.",
    ),
    "nothing_to_pipe": (
        "pipe",
        "It repeats the answer to “{item}”, which takes no answer.",
        "Repeat the answer to another question.",
    ),
    "later_piped_item": (
        "pipe",
        "It repeats the answer to “{item}”, which comes later.",
        "Move the question “{item}” forward.",
    ),
    "piped_on_same_page": (
        "pipe",
        "The answer to “{item}” is repeated on the page where it is only being given.",
        "Put the questions in different sections, or show one at a time.",
    ),
    "piping_without_fallback": (
        "pipe",
        "“{item}” may be unanswered, and there are no words to stand in.",
        "Add them: {{{{{item}||words}}}}.",
    ),
    "case_form_missing": (
        "pipe",
        "Options of “{item}” lack the grammatical case asked for ({case}): {options}.",
        "Add the forms, or words to stand in.",
    ),
    "piping_not_here": (
        "pipe",
        "No answer is put in here; people would see the braces.",
        "Write the text without the answer.",
    ),
}
