"""The coder of day one: it knows the coding frame and not a single decision."""
