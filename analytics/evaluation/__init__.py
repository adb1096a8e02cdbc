"""How good given labels are, and how sure that is: arrays in, figures out. Knows no texts and no models."""
