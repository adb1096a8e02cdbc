"""The scales of a draft, and the item bank that questionnaires share."""
