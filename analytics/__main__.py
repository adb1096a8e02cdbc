"""`python -m analytics COMMAND FILE …`: measure on any CSV what Ohlas's own reading of texts is worth."""

import os
import sys

from analytics.commands import main

_THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")

if __name__ == "__main__":
    for name in _THREADS:
        # Before numpy is loaded, which reads it once: texts a second are those of one core.
        os.environ.setdefault(name, "1")
    sys.exit(main(sys.argv[1:]))
