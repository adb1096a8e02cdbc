"""Pictures of questionnaires: taking them in, and showing them."""
