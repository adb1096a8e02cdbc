"""What the checks find in a draft, and why a warning may be published in spite of."""
