"""`python -m analytics COMMAND FILE …`: measure on any CSV what Ohlas's own reading of texts is worth."""

import sys

from analytics.commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
