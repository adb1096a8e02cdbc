"""A draft as a respondent will see it, in any language, variant and width; nothing is kept."""
