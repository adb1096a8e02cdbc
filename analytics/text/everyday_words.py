"""Everyday words by which languages are told apart, and the letters that only some of them use.

Accents are left out, because people leave them out. "other" gathers Polish, German, French, Spanish,
Italian, Romanian, Hungarian, Vietnamese, Turkish, Russian and Bulgarian: enough to know that a text is none
of the languages we read.
"""

EVERYDAY_WORDS = {
    "cs": """
        a aby ale ani az bez bude budou by byl byla bylo byly bych bychom byt ci co dekuji dekujeme do
        dobry den he jak jako je jeden jedna jeho jejich jen jenze jeste ji jsem jsme jsou jste k kam
        kdo kdy kde kdyz ke kolik ktera ktere ktery ktereho mam mame me mela meli melo mi mit moc mohl
        muze muzu muj na nam nas nebo neco neni nejsou nekdo nez nic nikdo o od ode on ona oni pak po
        pod podle porad prave pred pres pri pro proc prosim proto protoze s se si sice skoro sluzby
        stale svuj ta tak take tam te ted ten tento ti to toho tom tomu tu ty u uz v vam vas vase ve
        vice velmi vic vse vsechno vsak vubec vy z za zase ze zde kteri lide lidem lidi cloveku mohla
        mohli mohou chybi dost hodne dobre spokojena spokojeny roku let rok dni deti malo mist misto mista
        mezi behem krome vsichni vsechny vsech vsem primo nekolik kterou kterym kterymi kterem kterych jim
        jimi tady nikde nekde chci chtela chtel prijde prisla prisel rekl rekla rekli nemuze nemuzu
        nemohu ceka cekame zadne zadny zadna mesic mesice tyden tydny penize nikoho nekoho cizi ja ho
        nemam nemame
    """,
    "sk": """
        a aby ale ani ako az bez bol bola bolo boli by byt co dakujem dakujeme do dobry dnes este ho ich
        im iba ja je jeho jej k kam kde ked kedze kto ktora ktore ktory ktorych lebo len ma mal mala
        malo mali mam mame mi mne moc moze mozem mozu moj na nam nas nasa nie niet niekto nikto nic o od
        on ona oni pre pred pri preco prosim pretoze s sa si som sme su ste skor sluzby stale svoj ta
        tak tam ten tento teraz to toho tomu tu uz v vam vas vo velmi viac vsetko vsak vobec vy z za zo
        ze pracujem pracuje potrebujem potrebujeme ludia ludi ludom aj alebo bude budu jeden jedna kolko
        kedy nemam nemame niektore rok roky dni deti mozno cez medzi pricom kvoli okrem pocas vdaka tiez
        takisto vsetci vsetky vsetkych vsetkym priamo niekolko ktorou ktorom ktorej ktoreho ktorym ktorymi
        chcem chcela chcel pride prisla prisiel povedal povedali nemoze nemozem caka cakame ziadne ziadny
        ziadna mesiac mesiace tyzden tyzdne peniaze nikoho niekoho cudzi miest miesto miesta
    """,
    "uk": """
        і й та але або щоб що як де куди коли хто чи це цей ця ці той не ні немає є був була було були
        буде будуть я ти він вона ми ви вони мене мені нас нам вас вам його її їх їм у в на до з зі із
        за по про від для при без через після дуже ще вже також тільки можна може треба потрібно будь
        ласка дякую дякуємо добрий день наш наша ваш який яка яке які скільки тут там так бо якщо мій
        моя мої моїй якої свого ніхто нічого під час роки років
    """,
    "en": """
        the a an and or but if is are was were be been being have has had do does did not no of to in on
        at for from with by about into over after before between i you he she it we they me him her us
        them my your his its our their this that these those there here what which who when where why
        how can could would should will may might must very more most some any all every please thank
        thanks than then so because as just also only too good great staff nothing everything excellent
        service services waiting wait always never nobody still again better helpful friendly perfect need
        needs been people things something it's don't can't i'm that's there's didn't doesn't isn't wasn't
        couldn't wouldn't won't i've we've they're you're make get give put add send open come came got
        bigger know
    """,
    "other": """
        und der die das ist nicht ein eine ich wir sie mit fur von den dem zu auf wie auch haben sind
        oder aber bei nach uber nur noch kann wird meine unser czy nie jest dla przez oraz tylko jak ze
        bardzo jestem gdzie kiedy prosze dziekuje czlowiek ktory ktora byc mamy moze jeszcze juz
        dlaczego le la les des une est pas que qui pour dans avec sur nous vous il elle je mais ou et du
        au ce cette tres merci el los las una es por para con su pero como muy mas esta este gracias del
        lo gli di che non per sono della questo grazie molto si nu sunt cu din sa mai pentru care
        multumesc az hogy nem van egy meg ez csak mert kell vagyok koszonom toi cua va cho khong co mot
        nguoi voi trong duoc cac nhung nay tieng viet can giup và không của и в не на что я с он как это
        но они мы по из за то все она так его к у же вы бы только мне было вот от меня еще нет о ему
        когда даже ну ли если уже или быть был до вас спасибо где почему можно очень для нас есть бир ве
        bir icin cok degil ben bu ne gibi
    """,
}

SHAPES = {
    "cs": (
        (r"ou(?=\w)", 0.4),  # dlouho, soudit; Slovak has "ou" at the end only
        (r"[aeiuě]ní$", 0.3),  # bydlení
        (r"uj[iu]$", 0.4),  # děkuji
    ),
    "sk": (
        (r"^s[aú]$", 0.5),
        (r"^čo$", 0.5),
        (r"(?<=\w\w)(?<!ne)ú", 0.4),  # nastúpi; Czech has it where a word begins
        (r"(?<=\w\w)[aiyuáíýú]ť$", 0.6),  # pracovať
        (r"[aei]nie$", 0.6),  # bývanie
        (r"ia(?:ch|m|mi)$", 0.6),  # uliciach
        (r"(?<=\w)ie(?=[^\Wnt])", 0.4),  # riešime; Czech has it in foreign words such as klient, dieta
        (r"dz(?=\w)", 0.4),  # odchádza
        (r"(?<=\w)iu$", 0.4),  # políciu
        (r"(?<=\w\w)ej$", 0.2),  # peknej; colloquial Czech has it, too
        (r"(?<=\w\w)[^\Wh]om$", 0.2),  # autobusom
    ),
}
"""Beginnings, middles and ends of words, accents included, that tell Czech from Slovak, and how strongly."""

TELLING_LETTERS = {
    "cs": "ěřů",
    "sk": "äľĺŕô",
    "uk": "іїєґ",
    "other": "ыэёъąęłńśźżßñãõçøåæœìòùâêîășțşğıőűđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
}
