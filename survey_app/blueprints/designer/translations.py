"""All texts of a draft, two languages side by side, with what is missing."""
