"""How good the coding is here: agreement of people, learning, drift, likely slips. Knows no tables."""
