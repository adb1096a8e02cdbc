"""The pages that browser tests visit."""

PREFIXES = ("", "/en", "/uk", "/cs-easy")

PUBLIC = (
    "/",
    "/pristupnost",
    "/o-pruzkumu",
    "/napiste-nam/javorov",
    "/podnet",
    "/dotaznik/annual-2026",
    "/dotaznik/annual-2026/strana/start",
    "/dotaznik/annual-2026/strana/missing",
    "/dotaznik/annual-2025",
    "/dotaznik/carers-2026",
    "/vysledky",
    "/vysledky/annual-2025",
    "/vysledky/metoda",
    "/urad/prihlaseni",
    "/tahle-stranka-neexistuje",
)

STAFF = (
    "/urad",
    "/urad/heslo",
    "/urad/podnety",
    "/urad/ukoly",
    "/urad/vlny",
    "/urad/vlny/annual-2025",
    "/urad/vlny/annual-2026",
    "/urad/zaznam",
)
