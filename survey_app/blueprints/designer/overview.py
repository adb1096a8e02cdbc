"""The list of questionnaires: drafts, published versions, beginning a new one, cloning, throwing away."""
