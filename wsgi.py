"""The application for any WSGI server (`wsgi:app`); run as a program it starts the whole service."""

from survey_app.app import create_app

if __name__ == "__main__":
    from survey_app.embedded import main

    main()
else:
    app = create_app()
