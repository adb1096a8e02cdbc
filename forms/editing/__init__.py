"""Changing the document of a questionnaire: one small function for each thing that an author does."""
