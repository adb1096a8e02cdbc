import gc
import weakref

from simplemma import lemmatize

from analytics.text.dictionaries import dictionary


def test_a_dictionary_is_read_once_while_somebody_holds_it_and_forgotten_afterwards():
    held = dictionary("en")
    assert dictionary("en") is held
    last = weakref.ref(held)
    del held
    gc.collect()
    assert last() is None


def test_every_form_stands_beside_its_lemma():
    found = dictionary("en")
    assert len(found.forms) == len(found.lemmas) > 100_000
    asked = range(0, len(found.forms), 5_000)
    assert [found.lemmas[at] for at in asked] == [lemmatize(found.forms[at], lang="en") for at in asked]
