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
    "/vysledky/annual-2025/prehled",
    "/vysledky/metoda",
    "/urad/prihlaseni",
    "/tahle-stranka-neexistuje",
)

STAFF = (
    "/urad",
    "/urad/heslo",
    "/urad/dotazniky",
    "/urad/dotazniky/novy",
    "/urad/dotazniky/banka",
    "/urad/podnety",
    "/urad/podnety/klavesy",
    "/urad/podnety/podily",
    "/urad/kodovani",
    "/urad/kodovani/kvalita",
    "/urad/moje-sluzby",
    "/urad/obyvatelstvo",
    "/urad/ukoly",
    "/urad/vlny",
    "/urad/vlny/annual-2025",
    "/urad/vlny/annual-2026",
    "/urad/vlny/annual-2026/kdo-chybi",
    "/urad/vysledky",
    "/urad/zaznam",
)

DRAFT = (
    "",
    "/polozka/q03",
    "/polozka/q07b",
    "/polozka/q11",
    "/polozka/q15",
    "/polozka/q01/obrazky",
    "/polozka/q01/tvary",
    "/polozka/q10/komu",
    "/polozka/q01/do-banky",
    "/nova-polozka?oddil=start",
    "/nova-polozka?oddil=start&typ=rating_battery",
    "/nova-polozka?oddil=start&typ=date",
    "/oddil/rating",
    "/oddil/rating/baterie",
    "/novy-oddil",
    "/stupnice",
    "/stupnice/rating5",
    "/nastaveni",
    "/zahozeni",
)
"""Pages of a draft of the annual questionnaire, below its address."""

DRAFT_VIEWS = (
    "/historie?od=1&do=1",
    "/preklady?z=cs&do=uk",
    "/preklady?z=cs&do=en&chybi=1",
    "/trasy",
    "/nahled?_jazyk=cs-easy",
    "/nahled/strana?_kam=q07a&_poznamky=1",
    "/nahled/tisk",
    "/kontrola",
    "/soubor",
)
"""More pages of a draft, which show it or take it out of the house."""

WAVE_STEPS = (
    "/urad/vlny/nova",
    "/urad/vlny/annual-2025/odpovedi",
    "/urad/vlny/annual-2026/prodlouzeni",
    "/urad/vlny/annual-2026/uzavreni",
    "/urad/vlny/annual-2026/plakat",
    "/urad/vlny/annual-2026/zkouska",
    "/urad/vlny/annual-2026/verze",
)
"""Pages on which a methodologist takes a step of a wave."""
