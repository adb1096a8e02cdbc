"""What findings about method mean, in English: why by reason, what and how to mend it by code."""

WHY = {
    "choice": "Where an answer cannot be chosen or told from another, people choose something untrue.",
    "one": (
        "People may think differently of each thing, but can give one answer only. Nobody can tell what "
        "it is about."
    ),
    "push": "The question hints at the answer we expect. People then nod rather than say what they think.",
    "clear": "What people do not understand at once they answer at random or skip.",
    "untangle": "Negatives must be turned round in the head. Some people then say the opposite of what they "
    "mean.",
    "memory": "What people do not remember they guess, each in their own way.",
    "real": "People are bad at guessing what they would do. What they did or need they know.",
    "way_out": "Those who do not know, or are not concerned, must skip the question or make up an answer.",
    "privacy": "The questionnaire is anonymous. Personal data would give people away and need other "
    "protection.",
    "burden": "People do not finish long and laborious questionnaires, least of all those who matter most.",
    "everyone": "Some people do not recognise themselves in the text and may feel it is not meant for them.",
}

SENTENCES = {
    "double_barrelled": (
        "one",
        "The question asks two things at once: “{words}”.",
        "Split it in two, or ask one thing only.",
    ),
    "two_questions": (
        "one",
        "There are two questions in one.",
        "Give each its own place.",
    ),
    "leading_question": (
        "push",
        "The question hints at an answer: “{words}”.",
        "Ask neutrally, for example “How do you rate…?” or “Do you agree or disagree…?”.",
    ),
    "loaded_words": (
        "push",
        "The word “{words}” is a judgement in itself.",
        "Leave it out, or use a neutral word.",
    ),
    "double_negation": (
        "untangle",
        "There are two negatives in the question: “{words}”.",
        "Put it positively.",
    ),
    "negative_statement": (
        "untangle",
        "The statement holds a negative (“{words}”), and disagreeing with it is another.",
        "Put the statement positively.",
    ),
    "hypothetical": (
        "real",
        "The question asks what would be if (“{words}”).",
        "Ask what people do, did or need.",
    ),
    "absolute_words": (
        "push",
        "“{words}” allows no exception, so the answer is nearly always no.",
        "Leave it out, or ask how often.",
    ),
    "jargon": (
        "clear",
        "An official or technical word: {words}.",
        "Use an everyday word.",
    ),
    "abbreviation": (
        "clear",
        "The abbreviation “{words}” is explained nowhere.",
        "Write the full name; the abbreviation may follow in brackets.",
    ),
    "long_sentence": (
        "clear",
        "The sentence is too long: “{words}”.",
        "Split it into shorter ones.",
    ),
    "long_question": (
        "clear",
        "The question is too long.",
        "Shorten it, and move explanations to the hint.",
    ),
    "masculine_only": (
        "everyone",
        "The text speaks of men only: “{words}”.",
        "Use the plural, or a form without gender.",
    ),
    "unbalanced_scale": (
        "push",
        "Positive and negative points are not equally many ({words}).",
        "Put as many points on either side.",
    ),
    "unlabelled_scale": (
        "clear",
        "Not every point of the scale has words.",
        "Name each point, and do not show numbers.",
    ),
    "missing_dont_know": (
        "way_out",
        "“Don't know” or “does not apply” is missing.",
        "Add it at the end, without a score.",
    ),
    "agreement_only": (
        "push",
        "Many statements with the same scale of agreement: people begin to nod.",
        "Ask about the thing itself (“How often…”, “How well…”), and drop some statements.",
    ),
    "ranges_overlap": (
        "choice",
        "The ranges overlap; {words} belongs to two of them.",
        "Move the limits so that each number belongs to one range.",
    ),
    "ranges_gap": (
        "choice",
        "There is a gap between the ranges: {words}.",
        "Move the limits so that they meet.",
    ),
    "missing_other": (
        "choice",
        "“Something else” is missing.",
        "Add “something else (please write what)”.",
    ),
    "vague_quantifiers": (
        "choice",
        "These mean something different to everyone: {words}.",
        "Say how many times a week, month or year.",
    ),
    "none_not_exclusive": (
        "choice",
        "“{words}” can be chosen together with the others.",
        "Mark it as excluding the others.",
    ),
    "options_overlap": (
        "choice",
        "“{words}” contains the other options.",
        "Drop it, or allow several answers.",
    ),
    "missing_refusal": (
        "way_out",
        "A delicate question must be answered.",
        "Add “prefer not to say”, or make it not required.",
    ),
    "personal_data": (
        "privacy",
        "The question asks for personal or sensitive data: “{words}”.",
        "Drop it, or ask for a group (age, part of the city).",
    ),
    "sensitive_early": (
        "way_out",
        "A delicate question comes right at the start.",
        "Move it towards the end.",
    ),
    "missing_reference_period": (
        "memory",
        "The question does not say over what time.",
        "Add a period, for example “in the last 12 months”.",
    ),
    "long_recall": (
        "memory",
        "The period is too long to remember exactly: “{words}”.",
        "Ask about the last year or less.",
    ),
    "too_many_open": (
        "burden",
        "Many questions are to be answered in one's own words: {count}.",
        "Keep a few, and turn the others into choices.",
    ),
    "too_long": (
        "burden",
        "All questions together take about {minutes} min. (language “{language}”).",
        "Shorten the questionnaire to 15 minutes or less.",
    ),
}
