"""The application for any WSGI server (`wsgi:app`); run as a program it starts the whole service."""

import signal
import sys

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C during the imports ends it without a traceback
    from survey_app.embedded.service import main

    sys.exit(main())

from survey_app.app import create_app
from survey_app.config import SettingsError

try:
    app = create_app()
except SettingsError as error:
    sys.exit(str(error))
