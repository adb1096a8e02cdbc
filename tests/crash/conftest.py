"""The town of the other tests, for the crash test too."""

from tests.survey_app.conftest import make_wave, region

__all__ = ["make_wave", "region"]
