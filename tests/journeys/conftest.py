"""What journeys need."""

from tests.chromium import chromium

__all__ = ["chromium"]  # fixtures that tests beside this file use
