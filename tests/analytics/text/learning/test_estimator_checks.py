"""scikit-learn's conventions, by scikit-learn's own checks.

For estimators of texts scikit-learn runs none of its checks that need data, so here the same estimators learn
from numbers that are written down as texts. None of the checks is expected to fail.
"""

import pytest
from sklearn.utils.estimator_checks import check_estimator

from analytics.text.learning.classifier import TextClassifier
from analytics.text.learning.words import WordNgrams
from tests.analytics.text.learning.numbers_as_texts import NumberClassifier, NumberNgrams

NEVER_RUN = {
    "check_array_api_input": "needs a switch of scipy that is read at import; texts are no arrays",
}
OF_TEXTS = [WordNgrams(), TextClassifier(), TextClassifier(multilabel=True)]


def name(estimator: object) -> str:
    return type(estimator).__name__


@pytest.mark.filterwarnings("ignore::sklearn.exceptions.SkipTestWarning")
@pytest.mark.parametrize("estimator", OF_TEXTS, ids=name)
def test_estimators_of_texts_keep_the_conventions(estimator):
    assert {result["status"] for result in check_estimator(estimator)} <= {"passed"}


@pytest.mark.parametrize("estimator", [NumberNgrams(), NumberClassifier()], ids=name)
def test_the_same_estimators_keep_all_conventions_on_numbers(estimator):
    results = check_estimator(estimator, on_skip=None)
    assert sum(result["status"] == "passed" for result in results) > 35
    assert {result["check_name"] for result in results if result["status"] != "passed"} <= set(NEVER_RUN)
