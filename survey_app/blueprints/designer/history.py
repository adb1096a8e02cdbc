"""The steps of a draft: undo, redo, and going back to any of them."""
