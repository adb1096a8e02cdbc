"""Bringing questionnaires in from files and out to them."""
