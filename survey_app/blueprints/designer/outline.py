"""A draft's sections and items in order: adding, moving, removing; its settings."""
