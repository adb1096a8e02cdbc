"""What findings about method mean, in Czech: why by reason, what and how to mend it by code."""

WHY = {
    "choice": "Když odpověď nejde vybrat nebo odlišit od jiné, lidé vyberou něco, co neplatí.",
    "one": (
        "Člověk může mít na každou věc jiný názor, ale odpověď je jen jedna. Pak se nedá říct, čeho se týká."
    ),
    "push": "Otázka napovídá, jakou odpověď čekáme. Lidé pak spíš přikyvují, než aby řekli svůj názor.",
    "clear": "Čemu lidé nerozumějí hned, na to odpovídají náhodně nebo otázku přeskočí.",
    "untangle": "Zápory je nutné v hlavě převracet. Část lidí pak odpoví opačně, než chtěla.",
    "memory": "Na co si lidé nepamatují, to odhadují, a každý jinak.",
    "real": "Lidé špatně odhadují, co by dělali. Co opravdu udělali nebo potřebují, to vědí.",
    "way_out": "Kdo neví nebo se ho to netýká, musí otázku přeskočit nebo si odpověď vymyslet.",
    "privacy": "Dotazník je anonymní. Osobní údaj by člověka prozradil a dotazník by potřeboval jinou "
    "ochranu.",
    "burden": "Dlouhé a pracné dotazníky lidé nedokončí, nejčastěji ti, na kterých nejvíc záleží.",
    "everyone": "Část lidí se v textu nepozná a může mít pocit, že dotazník není pro ně.",
}

SENTENCES = {
    "double_barrelled": (
        "one",
        "Otázka se ptá na dvě věci najednou: „{words}“.",
        "Rozdělte ji na dvě otázky, nebo se ptejte jen na jednu věc.",
    ),
    "two_questions": (
        "one",
        "V jedné otázce jsou otázky dvě.",
        "Dejte každé vlastní místo.",
    ),
    "leading_question": (
        "push",
        "Otázka napovídá odpověď: „{words}“.",
        "Ptejte se neutrálně, třeba „Jak hodnotíte…?“ nebo „Souhlasíte, nebo nesouhlasíte…?“.",
    ),
    "loaded_words": (
        "push",
        "Slovo „{words}“ už samo hodnotí.",
        "Vynechte ho, nebo ho nahraďte neutrálním slovem.",
    ),
    "double_negation": (
        "untangle",
        "V otázce jsou dva zápory: „{words}“.",
        "Řekněte to kladně.",
    ),
    "negative_statement": (
        "untangle",
        "Výrok obsahuje zápor („{words}“) a nesouhlas s ním je druhý zápor.",
        "Formulujte výrok kladně.",
    ),
    "hypothetical": (
        "real",
        "Otázka se ptá, co by bylo, kdyby („{words}“).",
        "Ptejte se na to, co člověk opravdu dělá, udělal nebo potřebuje.",
    ),
    "absolute_words": (
        "push",
        "Slovo „{words}“ nepřipouští výjimku, a tak je skoro vždy odpověď ne.",
        "Vynechte ho, nebo se ptejte, jak často.",
    ),
    "jargon": (
        "clear",
        "Úřední nebo odborné slovo: {words}.",
        "Použijte slovo z běžné řeči.",
    ),
    "abbreviation": (
        "clear",
        "Zkratka „{words}“ není nikde vysvětlená.",
        "Napište celý název, zkratku můžete dát do závorky.",
    ),
    "long_sentence": (
        "clear",
        "Věta je příliš dlouhá: „{words}“.",
        "Rozdělte ji na kratší.",
    ),
    "long_question": (
        "clear",
        "Otázka je příliš dlouhá.",
        "Zkraťte ji, vysvětlení dejte do nápovědy.",
    ),
    "masculine_only": (
        "everyone",
        "Text mluví jen o mužích: „{words}“.",
        "Použijte množné číslo („Byli jste“), nebo tvar bez rodu.",
    ),
    "unbalanced_scale": (
        "push",
        "Kladných a záporných stupňů není stejně ({words}).",
        "Dejte na obě strany stejně stupňů.",
    ),
    "unlabelled_scale": (
        "clear",
        "Stupně škály nejsou všechny popsány slovy.",
        "Pojmenujte každý stupeň, čísla neukazujte.",
    ),
    "missing_dont_know": (
        "way_out",
        "Chybí odpověď „nevím“ nebo „netýká se mě“.",
        "Přidejte ji na konec, bez skóre.",
    ),
    "agreement_only": (
        "push",
        "Mnoho výroků se stejnou škálou souhlasu: lidé začnou přikyvovat.",
        "Ptejte se přímo na věc („Jak často…“, „Jak dobře…“) a část výroků vypusťte.",
    ),
    "ranges_overlap": (
        "choice",
        "Rozmezí se překrývají, {words} patří do dvou.",
        "Posuňte meze tak, aby každé číslo patřilo jen do jednoho rozmezí.",
    ),
    "ranges_gap": (
        "choice",
        "Mezi rozmezími je mezera: {words}.",
        "Posuňte meze tak, aby na sebe navazovaly.",
    ),
    "missing_other": (
        "choice",
        "Chybí možnost „něco jiného“.",
        "Přidejte možnost „něco jiného (napište co)“.",
    ),
    "vague_quantifiers": (
        "choice",
        "Každý si pod tím představí něco jiného: {words}.",
        "Řekněte, kolikrát za týden, měsíc nebo rok.",
    ),
    "none_not_exclusive": (
        "choice",
        "Možnost „{words}“ jde vybrat spolu s ostatními.",
        "Označte ji jako možnost, která ostatní vylučuje.",
    ),
    "options_overlap": (
        "choice",
        "Možnost „{words}“ v sobě má ostatní možnosti.",
        "Vypusťte ji, nebo dovolte víc odpovědí.",
    ),
    "missing_refusal": (
        "way_out",
        "Na choulostivou otázku se musí odpovědět.",
        "Přidejte „nechci uvést“, nebo zrušte povinnost.",
    ),
    "personal_data": (
        "privacy",
        "Otázka chce osobní nebo citlivý údaj: „{words}“.",
        "Vypusťte ji, nebo se ptejte na skupinu (věk, část města).",
    ),
    "sensitive_early": (
        "way_out",
        "Choulostivá otázka je hned zkraje.",
        "Přesuňte ji ke konci.",
    ),
    "missing_reference_period": (
        "memory",
        "Otázka neříká, za jakou dobu.",
        "Doplňte období, třeba „v posledních 12 měsících“.",
    ),
    "long_recall": (
        "memory",
        "Období je na přesnou vzpomínku příliš dlouhé: „{words}“.",
        "Ptejte se na poslední rok nebo kratší dobu.",
    ),
    "too_many_open": (
        "burden",
        "Otázek, na které se odpovídá vlastními slovy, je mnoho: {count}.",
        "Nechte jich jen pár, ostatní změňte na výběr.",
    ),
    "too_long": (
        "burden",
        "Všechny otázky zaberou asi {minutes} min. (jazyk „{language}“).",
        "Zkraťte dotazník na 15 minut nebo méně.",
    ),
}
