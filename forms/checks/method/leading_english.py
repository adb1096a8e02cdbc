"""How English authors hint at an answer: patterns of folded text, by the way they push."""

from __future__ import annotations

_START = r"(?:^|[.?!:]\s+)(?:a |tedy |takze |copak |coz |so |and |but )?"
_EXPERTS = (
    r"(?:experts?|doctors|scientists|studies|research|economists|specialists|psychologists|evidence|"
    r"surveys|architects|engineers)"
)
_PEOPLE = (
    r"(?:people|residents|experts|citizens|doctors|scientists|parents|users|neighbou?rs|voters|taxpayers|"
    r"professionals|others|visitors|customers|families|of (?:us|(?:your|the|our|these|those) \w+))"
)
_VIEWS = (
    r"(?:think|agree|believe|say|feel|know|support|want|prefer|recommend|consider|welcome|love|like|care|"
    r"hope|look|loves|likes|cares|hopes|looks|is looking|are looking|is waiting|wants|knows|agrees|"
    r"supports|enjoys?)"
)
_SENSIBLE = (
    r"(?:reasonable|sensible|decent|responsible|caring|considerate|right-(?:thinking|minded)|intelligent|"
    r"fair-minded)"
)
_ASKS_SUPPORT = (
    r"[^?]*\b(?:souhlas|podpo|jste pro|do you (?:support|agree|want|back|favou?r)|will you)\w*[^?]*\?"
)

NEGATED = (
    r"^(?:isn't|aren't|shouldn't|wouldn't|don't|doesn't|wasn't|weren't|can't|haven't|hasn't) \w+ [^?]*\?",
    (
        r"(?:^|[.?!:]\s+|, )(?:and |but |so )?(?:don't|doesn't|isn't|aren't|wouldn't|shouldn't|didn't|"
        r"haven't|hasn't|couldn't|won't|wasn't) (?:you|it|we|they|the|this|that|our|there|everyone|"
        r"everybody)\b"
    ),
    (
        _START + r"(?:do|would|should|is|are|does) (?:you|it|we|they|this|that|there|the \w+|our \w+) "
        r"not\b(?! (?:able|allowed|told|given|offered)\b)"
    ),
    r"\bwho (?:would(?: not|n't)|does(?: not|n't)) (?:want|like|wish|love|prefer)\b",
)
TAGS = (
    r",\s*(?:isn't it|aren't (?:they|you|we)|don't you(?: (?:think|agree))?|doesn't (?:it|he|she)|right|"
    r"(?:wouldn't|didn't|weren't|won't|aren't|can't|hasn't|haven't|shouldn't|wasn't|doesn't) (?:you|we|it|"
    r"they|he|she)(?: \w+)?|correct|do you not|is it not|no|yes|don't we)\s*\?"
)
AGREE = (
    r"(?:^|[.?!:]\s+)(?:so |and |surely )?(?:do|would|don't|wouldn't) you (?:also |not |strongly |fully |"
    r"really )*(?:agree|accept that|admit|concede)(?! or disagree)(?! to )\b(?: with (?:us|me|the (?:view|"
    r"idea|opinion|experts|majority|claim)))?(?:,? (?:that|with)\b)?(?!.*\bor (?:disagree|"
    r"do you disagree)\b)"
)
YOU_TOO = (
    r"\.\s+[^.?]*\b(?:too|as well)\?$",
    (
        r"\bas so many do\b|\b(?:join|side with) the (?:\w+ )?(?:hundreds|thousands|many|majority)\b|"
        r"\bshare the (?:view|opinion|concern)s? of\b"
    ),
    rf"\b(?<!, such )(?:like|as) (?:most|many|all|leading)(?: other)? (?:\w+ )?{_PEOPLE}\b",
    rf"^(?:like|as) other (?:\w+ )?{_PEOPLE}\b",
    rf"(?:^|, )(?:just |much )?like (?:your|(?:all )?(?:the |your )?other|our) (?:\w+ )?{_PEOPLE}(?:,|\?)",
    (
        r"\bdo you(?:,)? (?:also|too)(?:,)? (?:think|feel|believe|want|agree|support|find|prefer|wish|hope|"
        r"like)\b"
    ),
    (
        r"\.\s+(?:and )?(?:do|are|will|would|have) you(?: \w+){0,3}(?: too| as well| also)?\?$(?<=too\?)|"
        r"\.\s+(?:(?:and )?(?:do|are|will|have) you|(?:and )?you)\?$"
    ),
)
EVERYBODY = (
    (
        r"(?<!far )\bas (?!you may\b|you might\b)(?:you|we|everyone|everybody)(?: all)?(?: \w+)? knows?\b|"
        r"\b(?:everyone|everybody|we all) (?:knows?|agrees?) that\b|(?:^|[.!] )you (?:know|agree|will agree|"
        r"must|will (?:surely )?have|surely)\b"
    ),
    (
        r"(?:^|[.!]\s+)(?:\w+ ){0,2}?(?:everyone|everybody|anyone|all of us|we all|the whole (?:town|"
        r"village|city|school|community|parish))\b(?: (?:who|with) [^.?]*?)? (?:\w+ ){0,3}?"
        rf"{_VIEWS}\b[^?]*\.\s+[^.]*\?$"
    ),
    rf"(?:^|[.!]\s+)(?:any|every)(?:one|body) who (?:really |truly )?{_VIEWS}\b",
    (
        rf"\b(?:most|many|the majority of|almost all|nearly all|all) (?:\w+ )?{_PEOPLE}(?: \w+)? {_VIEWS}\b"
        r"(?<!most people can)(?!.*\bor\b)"
    ),
    (
        r", as (?:it|they|we|this) (?:has|have|did|does|do|is|are) (?:for |with )?(?:\w+ ){0,2}"
        r"(?:others|many|thousands)\b"
    ),
    rf"\b(?:any|every|all|should|would) {_SENSIBLE} \w+|\bevery good \w+",
    rf"^(?:do|would|are|don't) you,? like (?:the |so )?(?:many|most|other)\b[^?]*, {_VIEWS}\b",
)
AUTHORITY = (
    (
        rf"\b(?:leading |many |medical |health |most )?{_EXPERTS}(?: \w+)? (?:agrees?|says?|believes?|"
        rf"recommends?|warns?|thinks?|shows?|shown|proves?|proven|proved|suggests?|confirms?|consider)\b|"
        rf"\baccording to (?:\w+ )?(?:experts|doctors|scientists|research|studies)\b"
    ),
    (
        r"(?:^|[.!]\s+)(?:the|our) (?:mayor|council|head ?teacher|head|director|manager|government|board|"
        r"chief \w+) (?:thinks?|believes?|says?|is convinced|feels?|considers?)\b[^.?]*\.\s"
    ),
    r"\bdo you agree with (?:him|her|them|their (?:view|opinion|advice)|this view)\b",
)
OBVIOUS = (
    (
        r"(?:^|\bif )you (?:really |truly )?care about\b|\bdo the right thing\b|\bis it true that you\b|"
        r"\bcan you agree\b"
    ),
    (
        r"\bit is (?:well|widely|generally|commonly) (?:known|accepted|agreed)\b|\bit is (?:clear|obvious|"
        r"plain|evident) that\b"
    ),
    (
        r"(?:^|[,.;?!] )(?:obviously|clearly|surely|of course|undoubtedly|needless to say|naturally)\b|"
        r"\bsurely\b"
    ),
    (
        r"(?:^|[.?!] )(?:given (?:that|the fact|how)|considering (?:that|how|the fact)|in view of|"
        r"(?:given|considering|with) (?:all )?(?:the |so )(?:many|high|huge|rising|growing|large|poor|"
        r"terrible|lack|number of|amount of)|knowing that)\b"
    ),
    (
        r"\bdo you (?:really|honestly|truly|seriously) (?:want|think|believe|feel|need|expect|"
        r"agree)\b(?![^?]*\bor\b)"
    ),
    (
        r"\bdo you (?:appreciate|realise|realize|recognise|recognize|acknowledge|"
        r"understand) (?:how (?:hard|important|lucky|well|good|bad)|that)\b"
    ),
    (
        r"\bis it (?:fair|right|acceptable|normal|just) (?:that|for) (?:our|we|ordinary|honest|decent|poor|"
        r"innocent|hard\w*)\b"
    ),
    (
        r"\bthe (?:best|only|ideal) (?:\w+ )?(?:solution|answer|option|way)\b[^.?]* (?:is|"
        r"would be)\b[^.?]*\.\s|\bis the (?:best|only|ideal) (?:solution|answer|option|way)\b[^.?]*\.\s"
    ),
    r"\b(?:badly|urgently|desperately|clearly|really) needs?\b[^.?]*\.\s+" + _ASKS_SUPPORT,
    r"\bno choice but\b|\bsenseless not to\b",
    (
        r"^is it (?:really )?(?:right|fair|acceptable|normal|ok|okay) that (?!you\b)(?!.*\bor (?:not|wrong|"
        r"unfair)\b)"
    ),
    (
        r"(?:^|, )given the (?:rise|increase|growth|lack|state|shortage|fact|number|recent|growing)\b|"
        r"^do you want (?:your|our) (?:children|grandchildren|families) to (?:be safe|breathe|live|grow|"
        r"have a)\b"
    ),
)
PRAISE = (
    r"\bwon (?:\w+ )?awards?\b[^.?]*\.\s+[^.]*\?$",
    (
        r"(?:^|[.!]\s+)we (?:all |sincerely |really )?(?:hope|trust|believe|know|"
        r"are sure) (?:that )?(?:you|our)\b"
    ),
    r"(?:^|[.!]\s+)we (?:are|'re) (?:\w+ )?(?:proud|convinced|confident)\b",
    (
        r"(?:^|[.!]\s+)we (?:have |'ve )?(?:work|tr(?:y|ied)|striv)\w* (?:very |so |really |"
        r"extremely )?hard\b"
    ),
    (
        r"\b(?:our|the) (?:\w+ ){1,2}(?:do|does|works?|always try) (?:(?:their|its|her|"
        r"his) (?:very )?best|(?:very )?hard|tirelessly)\b"
    ),
)
TAKEN_FOR_GRANTED = (
    (
        r"\bhow (?:great|excellent|wonderful|amazing|fantastic|bad|terrible|awful|brilliant|"
        r"impressive|superb|beautiful|horrible|outstanding|annoying|disgraceful|delicious|lovely|"
        r"marvellous)\b(?! or\b)(?!ly)"
    ),
    (
        r"\bhow (?:delighted|pleased|grateful|thrilled|excited|impressed|disappointed|angry|glad|shocked|"
        r"disgusted|thankful|horrified|outraged|annoyed|upset)\b(?! or\b)"
    ),
    (
        r"\bhow much (?:do|did|does|have|has|would) (?:you |the |our |this |your |\w+ ){1,4}?(?:like|love|"
        r"enjoy|appreciate|hate|dislike|improve|improved|benefit|benefited|suffer|suffered|worsen\w*)\b|"
        r"\bhow much (?:better|worse|happier|safer)\b(?! or\b)"
    ),
    (
        r"\bwhy (?:is|are|do you (?:like|love|prefer|think)|did you (?:like|love|"
        r"enjoy)) (?:\w+ ){0,6}?(?:better|best|worse|worst|so \w+|great|like|love|favou?rite)\b|"
        r"\bwhy do you (?:like|love|enjoy|hate)\b(?! or )"
    ),
    (
        r"\bwhat (?:makes|made) (?!you\b|your\b)(?:\w+ ){1,4}?(?:so|such an?|the best|better than) ?\w*|"
        r"\b(?:like|love|enjoy) (?:\w+ )?so much\b"
    ),
    (
        r"\bare you (?:glad|pleased|delighted|grateful|thrilled|relieved|excited|sorry|angry) that\b|"
        r"\bare you (?:happy|proud) that (?:the|our|we)\b"
    ),
)
_STRONG = (
    r"(?:nicer|better|worse|cleaner|safer|friendlier|quicker|more (?:pleasant|beautiful|reliable|welcoming)|"
    r"beautiful|lovely)"
)
SAID_BEFORE = (
    (
        r"\b(?:won|received|been awarded|earned|was named|were named)\b[^.?]*\b(?:awards?|prizes?|medals?|"
        r"title|recognition|honours?|best)\b[^.?]*\.\s+(?!did |have |had )[^.]*\?$"
    ),
    (
        r"(?<!you )(?<!you have )\b(?:invested|spent|put|devoted|worked|given|"
        r"gone to)\b[^.?]*\b(?:a (?:great deal|lot)|much|huge|millions|hard|enormous|considerable|"
        r"great (?:effort|care)|so many|countless)\b[^.?]*\.\s+[^.]*\?$"
    ),
    (
        rf"\b(?:is|are|has become|have become|looks?|works?) (?:now )?(?:much|far|so much|a lot|clearly|"
        rf"noticeably|so|"
        rf"really) {_STRONG}\b[^.?]*\.\s+[^.]*\?$"
    ),
    (
        r"\b(?:saves? (?:\w+ )?lives|protects?|endangers?|harms?|kills?|destroys?|ruins?|threatens?|"
        r"poisons?)\b[^.?]*\.\s+" + _ASKS_SUPPORT
    ),
    (
        r"^(?:in (?:the )?light of|bearing in mind|knowing (?:how|that|what)|seeing (?:how|that|as)|in the "
        r"face of)\b(?=[^?]*,)"
    ),
    r"\bnow that\b[^?]*\b(?:so|finally|much|at last|better|nicer|beautiful)\b",
    r"^if you (?:really |truly )?(?:love|value|respect)\b",
)
"""A sentence that praises, blames or weighs before the question comes."""

APPEALS = (
    (
        r"\bas an? (?:responsible|good|caring|loving|loyal|proud|decent|true|conscientious|concerned|"
        r"sensible|reasonable|honest|right-thinking|considerate|thoughtful)\b|"
        r"\blike (?:every|any) (?:good|responsible|decent)\b"
    ),
    r"\b(?:should|would|support|want|help)\b[^?]*\b(?:protect|save|spare|defend|rescue|shield) our\b",
    (
        r"\b(?:for the (?:sake|good|benefit) of|in the interests? of (?:safety|our|the children)|"
        r"so that (?:our|the) (?:children|grandchildren|families|elderly|streets|"
        r"town) (?:\w+ ){0,4}?(?:safe\w*|clean\w*|better|healthy))\b"
    ),
    (
        r"\b(?:allow|let|permit)(?:ting|s)? [^?]*\b(?:ruin|destroy|spoil|endanger|poison)\b|"
        r"\bwhich (?:endangers?|harms?|threatens?|ruins?|destroys?|kills?|poisons?)\b"
    ),
    (
        r"\b(?:should|will|want|support|time)\b[^?]*\b(?:finally|at last(?! (?:year|month|week|summer|"
        r"winter|spring|autumn|night))|once and for all)\b"
    ),
    r"\bdo you still (?:think|believe|support|trust)\b",
    r"\beven (?:better|nicer|safer|more (?:pleasant|attractive|beautiful|enjoyable))\b",
    (
        r"\b(?:rather|prefer) [^?]*\b(?:safe|clean|healthy|quiet|green|beautiful)\b[^?]*\bor\b "
        r"[^?]*\b(?:parked|"
        r"dangerous|dirty|ugly|noisy|exhaust|concrete|rubbish|pollut\w+)\b"
    ),
    r"\bhow often do you (?:waste|neglect|litter|ignore)\b",
    (
        r"\bof the (?:many|numerous|undoubted|great|obvious) (?:benefits|advantages|improvements|problems|"
        r"drawbacks)\b"
    ),
)
"""Calls on what one is or holds dear."""

ONLY_DEGREES = (
    (
        r"\bhow good (?:is|are|was|were|do|did|has|have)\b"
        r"(?! your (?:english|czech|health|hearing|eyesight|knowledge|memory|sight))"
    ),
    (
        r"^how (?:has|have|did|does|do|will) (?:our|the|this|these) [^?]*\b(?:help|improve|benefit|enrich|"
        r"ease|brighten|worsen|harm|spoil|damage)\w*\b|^to what extent (?:has|have|did|does|do|"
        r"will) [^?]*\b(?:help|improv|benefit|enrich|worsen|harm|spoil|damag)\w*\b"
    ),
    (
        r"^how (?:much|far|strongly|badly|greatly|often) (?:does|do|did|has|have|will|should|"
        r"would) [^?]*\b(?:disturb|bother|annoy|trouble|irritate|spoil|harm|worsen|enjoy|improve|help|"
        r"extend|raise|increase|cut|reduce|lower|limit|restrict|widen|enlarge|strengthen|looking forward|"
        r"look forward)(?:e?d|s|ing)?\b"
    ),
    r"^how (?:much|far|strictly|severely) should\b",
    (
        r"^how (?:soon|quickly|fast|long) should [^?]*\b(?:ban|close|cut|demolish|end|introduce|limit|raise|"
        r"reduce|remove|restrict|stop|build|extend|increase|lower|punish|widen)\w*\b"
    ),
    (
        r"^how (?:proud|harmful|damaging|annoying|disturbing|grateful|dangerous|irritating|unfair|beautiful|"
        r"happy|worried|concerned|excited) (?:are|is|was|were|do|did)\b"
    ),
)
"""Fair where "not at all" is among the answers; without it they take for granted what they ask."""

UNCONDITIONED = (
    r"^why are you (?:against|opposed|dissatisfied|unhappy|in favour|for)\b",
    (
        r"^(?:what|which) (?:problems|difficulties|troubles|faults|mistakes|shortcomings) (?:did|do|have|"
        r"had) you (?:run into|come across|encounter|face|have|notice|experience|meet)\w*\b(?!, if any|"
        r".*\bif (?:none|any)\b)"
    ),
    (
        r"^(?:what|which) (?:\w+ )?(?:problems?|difficult\w+|troubles?|harm|damage|nuisance|stress|"
        r"inconvenience|worries) (?:does|do|did|has|have|is|are|will) (?!you\b)(?:[\w'-]+ ){1,8}?(?:caus|"
        r"creat|bring|brought|mak)\w*\b(?!.*\bif any\b)"
    ),
    (
        r"^how much (?:did|do|does|has|have) (?!you\b)(?:[\w'-]+ ){1,6}?(?:help|improve|benefit|enrich|ease|"
        r"brighten|relieve|simplify|support|strengthen|harm|spoil|worsen|damage|disturb|annoy|"
        r"bother)(?:e?d)?\b(?!.*\bif at all\b)"
    ),
)
"""Fair to ask those who have said so before."""

PATTERNS: tuple[str, ...] = (
    *SAID_BEFORE,
    *APPEALS,
    *NEGATED,
    TAGS,
    AGREE,
    *YOU_TOO,
    *EVERYBODY,
    *AUTHORITY,
    *OBVIOUS,
    *PRAISE,
    *TAKEN_FOR_GRANTED,
)
