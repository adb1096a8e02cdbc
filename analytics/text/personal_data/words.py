"""The words by which people and addresses are told: what introduces a name, given names, streets, places.

All folded (lower case, no accents: `surface.fold`). A word that ends with "*" stands for all words that begin
so. Czech, Slovak, English and Ukrainian stand together: hardly a word means different things.
"""

INTRODUCING = {
    "sir": """
        pan pana panu panovi panem pane pani slecna slecny slecnu slecno slecnou p panom mr mrs ms miss пан
        пана пану панові паном пане пані паню панi
    """,
    "title": "mudr mgr ing bc phdr judr rndr mddr mvdr paeddr thdr dr doc prof bca dis arch",
    "relative": """
        syn syna synovi synu synem dcera dcery dceri dceru dcero dcerou dcerka dcerky dcerku dcerce manzel
        manzela manzelovi manzelem manzelka manzelky manzelku manzelce manzelkou bratr bratra bratrovi
        bratrem sestra sestry sestre sestru sestrou maminka maminky maminku mamince maminkou mama mamy mamu
        mame matka matky matku matce otec otce otci otcem tatinek tatinka tatinkovi tata tatu tatovi babicka
        babicky babicku babicce babickou deda dedecek dedecka vnuk vnuka vnukovi vnucka vnucky vnucku vnucce
        teta tety tetu stryc soused souseda sousedovi sousedem sousedka sousedky sousedku sousedce kamarad
        kamarada kamaradka kamaradky pritel pritelkyne partner partnera partnerka partnerky druh druzka
        svagr svagrova tchyne tchan svekra kluk holcicka dcere manzelom brat brata bratovi bratom mamicka
        mamicky otcom babka babky stara sused susedka susedy son daughter husband wife brother sister mother
        father mum mom dad grandma grandmother grandpa grandfather grandson granddaughter uncle aunt
        neighbour neighbor friend colleague син сина синові сином дочка дочки дочці дочку донька доньки
        доньці доньку чоловік чоловіка чоловікові дружина дружини дружину дружині брат брата братові сестра
        сестри сестрі сестру мама мами мамі маму тато тата батько батька бабуся бабусі бабусю дідусь дідуся
        онук онука онучка онуки сусід сусіда сусідка сусідки подруга подруги друг
    """,
    "expert": """
        doktor* doktork* sestrick* zdravotni profesor* inzenyr* magist* ucitelk* ucitel nurse doctor лікар
        лікаря лікарю лікарем лікарка лікарки лікарку медсестра медсестри медсестру вчителька вчительки
        учителька доктор доктора лікарці
    """,
    "role": """
        starostk* starost* pecovatel* asistent* pracovni* uredni* referent* vedouci vedouciho vedoucimu
        reditel* lekar* klient* terapeut* psycholog* vychovatel* kolegyn* koleg* primar* primator* hejtman*
        radni namest* kurator* opatrovnik* opatrovni* dobrovoln* osetrovatel* opatrovatel* uzivatel*
        pacient* vratn* recepcni ridic* worker* carer assistant manager councillor caregiver teacher
        librarian patient client соцпрацівни* працівни* асистент* директор* волонтер* психолог* вихователь*
        вчитель* клієнт*
    """,
    "calling": "jmenuji jmenuju volam",
    "called": "jmenuje vola jmenoval jmenovala called named",
    "self": "se sa",
    "own": "moje me mojí my моє мое",
    "name word": "jmeno meno name ім'я імя",
    "is": "je is",
    "me": "мене його її",
    "to call": "звати зовуть звуть",
    "i am": "i'm",
}
"""Words by what they introduce. "sister" of a hospital and of a family are one word in Czech."""

GIVEN_NAMES = """
    Adam Adela Adrian Agata Alan Albert Ales Alexandr Alexandra Alexej Alfred Alena Alice Alojz Alois
    Aloisie Alzbeta Amalie Andrea Andrej Aneta Anezka Anna Antonie Antonin Arnost Barbora Bara Bartolomej
    Beata Bedrich Blanka Blazena Bohdan Bohumil Bohumila Bohuslav Bohuslava Boris Bozena Bretislav Bronislav
    Cyril Dagmar Dalibor Dana Daniel Daniela David Denis Denisa Diana Dita Dominik Dominika Drahomir
    Drahomira Dusan Edita Eduard Elena Eliska Emil Emilie Ema Erik Erika Eva Evzen Filip Frantisek Frantiska
    Gabriela Gustav Hana Hanka Hedvika Helena Hynek Ida Ignac Igor Ilona Ilja Irena Ivan Ivana Iva Iveta Ivo
    Jakub Jan Jana Janka Jarmila Jaromir Jaroslav Jaroslava Jindrich Jindriska Jirina Jiri Jitka Jolana
    Jonas Josef Jozef Jozefina Julie Juraj Kamil Kamila Karel Karla Karolina Katarina Katerina Klara Klement
    Kristian Kristyna Kveta Kvetoslava Kvetuse Ladislav Ladislava Lenka Leos Libor Libuse Linda Lubomir
    Lubos Lucie Ludek Ludmila Ludvik Lukas Lydie Magda Magdalena Marcel Marcela Marek Margita Marian Marie
    Marika Marketa Maria Marta Martin Martina Matej Matous Matyas Michael Michaela Michal Mikulas Milada
    Milan Milena Miloslav Miloslava Milos Milus Miriam Miroslav Miroslava Monika Natalie Nela Nikola Nina
    Norbert Oldrich Olga Oliver Ondrej Ota Otakar Oto Patricie Patrik Pavel Pavla Pavlina Petr Petra Peter
    Premysl Radek Radim Radka Radko Radomir Radovan Renata Rene Richard Robert Robin Roman Romana Rostislav
    Rudolf Ruzena Sabina Samuel Sandra Sarka Simon Simona Slavomir Sofie Stanislav Stanislava Stefan
    Stefanie Stepan Stepanka Svatopluk Svatava Sylva Sylvie Tadeas Tamara Tana Tatana Tereza Tibor Tomas
    Vaclav Vaclava Valerie Vanda Vendula Vera Veronika Viktor Viktorie Vilem Viola Vit Vitezslav Vladimir
    Vladimira Vladislav Vlasta Vlastimil Vlastimila Vojtech Vratislav Zbynek Zdena Zdenek Zdenka Zita Zuzana
    Zaneta Honza Pepa Franta Jirka Lada Mirek Jarda Zdenda Vasek Milanek Peta Misa Katka Lida Maruska Anicka
    Jarka Bozka Zuzka Verunka Tomasek Honzik Petrik Kuba Ondra Mila Kaja Lojza Vlada Slavek Standa Tonda
    Jozko Janko Peto Milka Ferko Lubica Viera Jolanka Ludovit Stefania Imrich Gejza Marienka John Mary James
    Jane Paul Susan Sarah Emma Emily Thomas Tom William Will George Mike Ann Anne Elizabeth Margaret Helen
    Kate Catherine Christine Karen Laura Lucy Jack Harry Charlie Sam Ben Dave Steve Andrew Mark Kevin Brian
    Nancy Betty Ruth Grace Rachel Rebecca Claire Julia Sophie Amy Олена Оксана Андрій Іван Марія Наталія
    Наталя Тетяна Ірина Ольга Світлана Людмила Галина Ганна Анна Катерина Юлія Вікторія Надія Любов Віра
    Валентина Ніна Лариса Лідія Софія Дарина Дарія Аліна Анастасія Христина Оля Таня Олександр Олександра
    Сергій Володимир Микола Василь Петро Павло Юрій Богдан Тарас Дмитро Максим Роман Ігор Олег Віктор
    Віталій Михайло Степан Ярослав Артем Назар Остап Денис Антон Євген Руслан Вадим Богдана Леся Соломія
"""
"""Given names that are common in Czechia, Slovakia, Ukraine and England; other cases are worked out."""

NAME_ENDINGS = """
    a e i o u y ou em ovi om ove in ina ine inu ky ko ce ii ie eho emu а у ю я і ї ом ем ою ею єю ові еві о
    е ии ії ію ією
"""
"""What stands after the stem of a given name in its cases, and in Czech possessives."""

SURNAME_ENDINGS = """
    ova ovou ove ovej ovu enko енко енка енку енком чук чука чуку чуком щук ська ської ській ську ською
    ський ського ському ським цька цької цькій цьку цький цького
"""
"""Endings that only surnames have, Czech and Slovak ones of women, and Ukrainian ones."""

STREETS = """
    ulice ulici ul ulic ulicka ulicce namesti nam trida tride tridu tr nabrezi nabr sidliste sidlisti ulica
    namestie вул вулиця вулиці вулицею проспект проспекті площа площі провулок
"""

LIVING = """
    adresa adrese adresu adresou adresy bydlim bydlime bydliste bydlistem bydli bytem byvam byvame address
    адресою адреса адресі живу
"""
"""Somebody lives there, whatever else is said."""

STREETS_AFTER = "street st road rd avenue ave square lane"
"""English puts the number first and the word for the street last."""

PLACES = """
    urad* poradn* pobock* domov* ordinac* lekarn* stacionar* prepazk* kancelar* zastavk* skol* nemocnic*
    poliklin* knihovn* centr* post* sluzebn* magistrat* ambulanc* azyl* nocleharn* jidelna jidelny jidelne
    klub* hriste park* obchod* office clinic library school shelter домів установ* відділ* школ* лікарн*
    бібліотек* центр*
"""
"""Before a street and a number they say that a service stands there and nobody lives there."""

COUNTED = """
    let roky rok roku rokov lety tydny tydnu tydne dni dnu den mesic mesice mesicu hodin hodiny hodinu hod
    minut minuty kc korun czk eur krat x lidi osob deti procent procenta % luzek mist bytu sluzeb years year
    days weeks months hours minutes times people crowns рік роки років днів дні тижні тижнів місяць місяці
    місяців годин години крон разів раз осіб людей дітей
"""
"""After a number they say that something was counted."""

NO_NAMES = """
    boh buh boha boze bozi bohu google internet facebook covid autista autistka cech cesi ceska cesky slovak
    slovenka slovensko ukrajinec ukrajinka ukrajinci vietnamec vietnamka rom romka romove rus ruska nemec
    nemka plzenak prazak moravan alzheimer parkinson down downuv downova asperger aspergeruv adhd mi mozna
    bohuzel nasel dekuji prosim hezky krasny dobry nevim jenze take opravdu velmi velky domov domova domove
    charita charity charite diakonie diakonii caritas ledovec naruc nadeje nadeji armada fond centrum centra
    stacionar plzen plzne praha brno english german czech ukrainian autism monday tuesday wednesday thursday
    friday saturday sunday i god christmas easter home january february march april june july august
    september october november december бог боже україна українець українка чех чешка сонце plzni prahy
    praze brne brna ostrava ostrave ostravy
"""
"""Capitalised words that stand beside "Mr" and "my son" without being names."""
