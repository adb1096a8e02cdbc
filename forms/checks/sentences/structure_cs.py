"""What findings about structure mean, in Czech: why by reason, what and how to mend it by code."""

WHY = {
    "asked": "Co není komu nebo na co odpovědět, to se nevyplní, a chybí pak ve výsledcích.",
    "identity": "Odpovědi se ukládají pod kódem. Když kód není jednoznačný, nedá se poznat, ke které otázce "
    "patří.",
    "language": "Kdo čte v jiném jazyce, uvidí prázdné místo nebo text, kterému nerozumí.",
    "see": "Kdo obrázek nevidí, nedozví se, co na něm je.",
    "scores": "Ze skóre se počítají výsledky. Špatné pořadí nebo rozsah je zkreslí.",
    "compare": "Odpovědi ve snadném čtení se převádějí na úplnou škálu. Převod musí sedět, jinak nejdou "
    "srovnat.",
    "way": "Podmínky rozhodují, koho se na co ptáme. Špatná podmínka pošle lidi jinam nebo nikam.",
    "pipe": "Do otázky se vkládá dřívější odpověď. Když není co vložit, věta nedává smysl.",
    "choice": "Když odpověď nejde vybrat nebo odlišit od jiné, lidé vyberou něco, co neplatí.",
    "way_out": "Kdo neví nebo se ho to netýká, musí otázku přeskočit nebo si odpověď vymyslet.",
}

SENTENCES = {
    "no_items": (
        "asked",
        "Dotazník nemá žádnou otázku.",
        "Přidejte aspoň jednu otázku.",
    ),
    "duplicate_code": (
        "identity",
        "Kód „{code}“ je tu víckrát.",
        "Dejte jedné z nich jiný kód.",
    ),
    "codes_differ_in_case": (
        "identity",
        "Kódy „{code}“ a „{other}“ se liší jen velikostí písmen.",
        "Zvolte kód, který se liší i jinak; některé programy velikost písmen nerozlišují.",
    ),
    "reserved_code": (
        "identity",
        "Kód „{code}“ používá stránka pro sebe.",
        "Zvolte jiný kód.",
    ),
    "empty_section": (
        "asked",
        "V oddílu nic není.",
        "Přidejte do něj otázku, nebo ho smažte.",
    ),
    "variant_without_language": (
        "language",
        "„{variant}“ patří k jazyku, který dotazník nemá.",
        "Přidejte ten jazyk, nebo snadné čtení odeberte.",
    ),
    "missing_translation": (
        "language",
        "Chybí text v jazyce „{language}“.",
        "Doplňte překlad.",
    ),
    "catalogue_not_translated": (
        "language",
        "V katalogu města chybí název v jazyce „{language}“: {options}.",
        (
            "Požádejte správce katalogů o doplnění. "
            "Jsou-li to vlastní jména, napište to do zdůvodnění: zobrazí se v jiném jazyce."
        ),
    ),
    "untranslated": (
        "language",
        "Text v jazyce „{language}“ je stejný jako v jazyce „{other}“.",
        "Přeložte ho.",
    ),
    "piping_differs": (
        "pipe",
        "Text v jazyce „{language}“ vkládá jiné odpovědi než v jazyce „{other}“: {items}.",
        "Vložte ve všech jazycích stejné odpovědi.",
    ),
    "picture_without_words": (
        "see",
        "Obrázek nemá popis.",
        "Napište, co na obrázku je. Je-li jen pro ozdobu, nechte popis prázdný a napište to do důvodu.",
    ),
    "unused_scale": (
        "asked",
        "Škálu „{scale}“ nepoužívá žádná otázka.",
        "Použijte ji, nebo ji smažte.",
    ),
    "scale_points": (
        "scores",
        "Počet stupňů škály je {count}; má jich být 2 až 11.",
        "Upravte počet stupňů.",
    ),
    "scale_without_scores": (
        "scores",
        "Stupně škály nemají skóre.",
        "Dejte nejlepšímu stupni 100, nejhoršímu 0 a ostatním hodnoty mezi nimi.",
    ),
    "scores_not_monotone": (
        "scores",
        "Skóre nejdou po řadě: {scores}.",
        "Seřaďte stupně od nejlepšího k nejhoršímu (nebo naopak) a skóre podle nich.",
    ),
    "scores_off_range": (
        "scores",
        "Skóre jsou od {lowest} do {highest} místo od 0 do 100.",
        "Dejte nejlepšímu stupni 100 a nejhoršímu 0.",
    ),
    "unscored_between": (
        "scores",
        "Možnost „{option}“ bez skóre stojí mezi stupni škály.",
        "Přesuňte ji na konec; „nevím“ není střed škály.",
    ),
    "scale_directions_mixed": (
        "scores",
        "Škála „{scale}“ jde opačným směrem než škála „{other}“.",
        "Řaďte všechny škály stejně, třeba od nejlepšího stupně.",
    ),
    "write_in_not_possible": (
        "choice",
        "Možnost „{option}“ chce vlastní slova, a to tady nejde.",
        "Zrušte vlastní slova, nebo přidejte otevřenou otázku.",
    ),
    "unknown_option": (
        "way",
        "Možnost „{option}“ v otázce ani ve škále není.",
        "Opravte kód možnosti, nebo ji přidejte.",
    ),
    "easy_score_differs": (
        "compare",
        "Možnost „{option}“ má ve snadném čtení jiné skóre než v úplné škále.",
        "Dejte jí stejné skóre.",
    ),
    "easy_order_differs": (
        "compare",
        "Snadné možnosti mají jiné pořadí než úplná škála.",
        "Seřaďte je stejně.",
    ),
    "easy_range_differs": (
        "compare",
        "Snadné možnosti nesahají od nejlepšího stupně k nejhoršímu.",
        "Převeďte krajní snadné možnosti na krajní stupně.",
    ),
    "easy_without_dont_know": (
        "way_out",
        "Ve snadném čtení chybí „nevím“, i když v úplné škále je.",
        "Přidejte snadnou možnost „nevím“.",
    ),
    "no_options": (
        "choice",
        "Otázka nemá z čeho vybírat.",
        "Přidejte možnosti, škálu nebo číselník.",
    ),
    "unknown_scale": (
        "choice",
        "Škála „{scale}“ v dotazníku není.",
        "Vyberte jinou škálu, nebo ji přidejte.",
    ),
    "single_option": (
        "choice",
        "Vybrat jde jen jednu možnost: „{option}“.",
        "Přidejte další možnosti.",
    ),
    "same_label": (
        "choice",
        "Dvě možnosti znějí stejně: „{option}“ a „{other}“ (jazyk „{language}“).",
        "Jednu přepište, nebo smažte.",
    ),
    "too_many_choices_allowed": (
        "choice",
        "Smí se vybrat {maximum}, ale na výběr je {count}.",
        "Snižte nejvyšší počet.",
    ),
    "nothing_to_rank": (
        "choice",
        "Není co řadit, počet možností je {count}.",
        "Přidejte aspoň dvě možnosti.",
    ),
    "one_choice_only": (
        "choice",
        "Otázka s více odpověďmi dovoluje jen jednu.",
        "Změňte typ na jednu odpověď, nebo dovolte víc možností.",
    ),
    "all_exclusive": (
        "choice",
        "Všechny možnosti se navzájem vylučují.",
        "Změňte typ na jednu odpověď.",
    ),
    "several_write_ins": (
        "choice",
        "Vlastní slova chce víc než jedna možnost.",
        "Nechte je jen u jedné.",
    ),
    "bounds_crossed": (
        "choice",
        "Nejmenší odpověď ({minimum}) je větší než největší ({maximum}).",
        "Prohoďte meze.",
    ),
    "no_such_day": (
        "choice",
        "Den {date} v kalendáři není.",
        "Opravte datum.",
    ),
    "year_out_of_range": (
        "choice",
        "Rok {year} se nedá zapsat čtyřmi číslicemi.",
        "Opravte rok.",
    ),
    "required_information": (
        "choice",
        "Informace je povinná, ale odpovědět na ni nejde.",
        "Zrušte povinnost.",
    ),
    "dead_end": (
        "way",
        "Otázka „{item}“ je povinná a odpovědět na ni nejde. Dál se nikdo nedostane.",
        "Opravte, co odpovědi brání, nebo zrušte povinnost.",
    ),
    "unknown_item": (
        "way",
        "Podmínka se ptá na otázku „{item}“, která v dotazníku není.",
        "Opravte kód otázky, nebo podmínku zrušte.",
    ),
    "later_item": (
        "way",
        "Podmínka se ptá na otázku „{item}“, která přijde až později.",
        "Přesuňte otázku „{item}“ dřív, nebo podmínku změňte.",
    ),
    "condition_does_not_fit": (
        "way",
        "Podmínka chce od otázky „{item}“ něco, co její odpověď neříká.",
        "Vyberte jiný druh podmínky.",
    ),
    "condition_out_of_range": (
        "way",
        "Část podmínky o otázce „{item}“ ({value}) nesplní žádná odpověď.",
        "Upravte hodnotu podle toho, co se dá odpovědět.",
    ),
    "condition_cycle": (
        "way",
        "Podmínky na sebe navzájem čekají: {items}.",
        "Jednu z podmínek zrušte nebo změňte.",
    ),
    "unreachable_section": (
        "way",
        "Do oddílu „{section}“ se nikdo nedostane.",
        "Opravte podmínku oddílu.",
    ),
    "unreachable_item": (
        "way",
        "K otázce „{item}“ se nikdo nedostane.",
        "Opravte podmínku otázky nebo jejího oddílu.",
    ),
    "always_true": (
        "way",
        "Podmínka platí vždycky, nic nerozhoduje.",
        "Zrušte ji, nebo opravte, koho se má otázka týkat.",
    ),
    "impossible_part": (
        "way",
        "Jedna z možností „nebo“ v podmínce nemůže nikdy platit.",
        "Opravte ji, nebo vypusťte.",
    ),
    "holds_for_every_answer": (
        "way",
        "Podmínka platí při každé odpovědi.",
        "Stačí podmínka „odpovězeno“; jestli měla platit jen pro někoho, opravte ji.",
    ),
    "piping_broken": (
        "pipe",
        "„{text}“ není správně zapsané vložení odpovědi.",
        "Zapište je jako {{{{kód}}}} nebo {{{{kód|pád|náhradní slova}}}}.",
    ),
    "unknown_piped_item": (
        "pipe",
        "Vkládá se odpověď na otázku „{item}“, která v dotazníku není.",
        "Opravte kód otázky.",
    ),
    "nothing_to_pipe": (
        "pipe",
        "Vkládá se odpověď na „{item}“, ale na to se neodpovídá.",
        "Vložte odpověď na jinou otázku.",
    ),
    "later_piped_item": (
        "pipe",
        "Vkládá se odpověď na otázku „{item}“, která přijde až později.",
        "Přesuňte otázku „{item}“ dřív.",
    ),
    "piped_on_same_page": (
        "pipe",
        "Odpověď na otázku „{item}“ se vkládá na téže stránce, kde se na ni teprve odpovídá.",
        "Dejte otázky do různých oddílů, nebo zobrazujte po jedné.",
    ),
    "piping_without_fallback": (
        "pipe",
        "Na otázku „{item}“ nemusí být odpověď a náhradní slova chybějí.",
        "Přidejte náhradní slova: {{{{{item}||slova}}}}.",
    ),
    "case_form_missing": (
        "pipe",
        "Možnosti otázky „{item}“ nemají tvar v požadovaném pádě ({case}): {options}.",
        "Doplňte tvary, nebo přidejte náhradní slova.",
    ),
    "piping_not_here": (
        "pipe",
        "Sem se odpověď nevloží, lidé uvidí složené závorky.",
        "Napište text bez vložené odpovědi.",
    ),
}
