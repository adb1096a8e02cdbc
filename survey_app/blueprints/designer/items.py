"""One item of a draft: texts, answers, limits, condition, picture, notes."""
