"""Faults of a questionnaire, found before it is published."""
