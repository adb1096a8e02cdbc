"""Official and learned English: patterns of folded words, each with a plain word in its stead.

Left out is what people know from their own affairs (services by their names, schools, buses), however
official.
"""

PLAIN = {
    # Everywhere
    r"utili[sz]\w+": "use",
    r"implementation|implement(?:ed|ing|s)?": "put in place",
    r"stakeholders?": "people concerned",
    r"in respect of|with regard to|pertaining to|vis-a-vis": "about",
    r"pursuant to": "under",
    r"domiciliary": "at home",
    r"holistic(?:ally)?(?! (?:therap|massage|medicine|treatment)\w*)": "whole",
    r"multi-?modal|intermodal": "different kinds of transport",
    r"aforementioned|aforesaid|hereinafter|therein|thereof|heretofore|notwithstanding": "this",
    r"prior to": "before",
    r"commenc(?:e|ed|es|ing)": "begin",
    r"facilitat\w+": "help",
    r"synerg\w+": "working together",
    r"paradigm\w*": "way of thinking",
    r"subsidiarity": "deciding close to people",
    r"gentrif\w+": "rising prices in an area",
    r"deinstitutionali[sz]\w+": "leaving institutions",
    r"signpost(?:ing|ed) to": "telling people where to go",
    r"co-?production|co-?produced": "working together",
    r"deliverables?": "results",
    r"leverag(?:e|ed|ing)": "use",
    r"ameliorat\w+": "improve",
    r"remunerat\w+": "pay",
    r"endeavou?r\w*": "try",
    r"ascertain\w*": "find out",
    r"paratransit": "door-to-door transport",
    r"case management": "somebody who arranges help for you",
    r"(?:land-use )?zoning (?:\w+ )?instruments?": "plan of what may be built where",
    r"expedit(?:e|ious|iously)": "speed up",
    r"perceiv\w+ efficacy|efficacy|efficacious": "how well it works",
    r"dissemin\w+": "spread",
    r"capacity[- ]building": "training",
    r"granularity": "detailed",
    r"operationali[sz]\w+": "put to work",
    r"modal (?:split|shift|choice)": "how people travel",
    r"socio-?economic": "income and work",
    r"comorbidit\w+": "other illnesses",
    r"prevalence": "how common",
    r"stratif\w+": "divided",
    r"in lieu of": "instead of",
    r"per annum": "a year",
    r"ex[ -]ante|ex[ -]post|inter[ -]alia|ipso[ -]facto|de[ -]facto|a[ -](?:priori|posteriori)|"
    r"per[ -]capita|ad[ -]hoc|status[ -]quo": "an English phrase",
    r"cognisant|cognizant": "aware",
    r"adher(?:e|ence) to": "follow",
    r"mitigat\w+": "reduce",
    r"conceptuali[sz]\w+": "think of",
    r"respite provision": "a break for carers",
    r"optimi[sz](?:e|ed|es|ing|ation)": "improve",
    r"interoperab\w+": "working together",
    r"accountab\w+ framework": "rules",
    r"governance (?:framework|model|arrangement|structure)s?": "how decisions are made",
    r"multi-?disciplinary|inter-?disciplinary|multi-?agency": "from several fields",
    r"benchmark\w*": "comparison",
    r"incentivi[sz]\w+": "encourage",
    r"wrap-?around (?!care|childcare|porch|deck)\w+": "all-round",
    r"outcomes?-based": "by results",
    r"subjective well-?being": "how you feel",
    r"adjudication of": "decide",
    r"reablement|step-down": "help to recover",
    r"stakeholder engagement": "asking people",
    r"fiscal (?:polic|framework|rule|discipline|consolidation|stance)\w*": "about public money",
    r"transversal|cross-?cutting": "shared",
    # Planning, traffic, environment
    r"public realm|streetscape": "streets and benches",
    r"permeability": "how easy to get through",
    r"brown-?field\w*|green-?field (?:sites?|land|development)": "land built on before",
    r"densif\w+|intensification of": "more building",
    r"modal (?:interchange|hierarchy)|interchange hub|mobility hub|multi-?modality": "place to change buses",
    r"active travel|sustainable (?:travel|transport) modes?|micro-?mobility|"
    r"(?:first|last)[- ]mile (?:connection|delivery|link|transport)s?": "walking and cycling",
    r"place-?making|place-?based|placeshaping|place-shaping": "making a place nice",
    r"wayfinding (?!signs?\b)\w+": "signs",
    r"built environment|urban (?:fabric|realm|grain|morphology)": "buildings and streets",
    r"tenure (?:mix|split|type)s?|mixed[- ]tenure": "owning or renting",
    r"net gain|ecosystem services?|green infrastructure|blue-green|natural capital": "nature",
    r"attenuation|sustainable drainage": "holding water back",
    r"decarboni[sz]\w+|net[- ]zero (?:trajectory|pathway|transition)|carbon (?:budget|abatement|"
    r"sequestration)": "less coal and oil",
    r"devolution deal|devolved (?:powers|functions|administration)": "powers given to the region",
    r"curtilage|encumbrances?": "land and rights",
    r"materiality|masterplanning|development management|spatial (?:strategy|planning|framework)": "plan",
    r"waste streams?|residual waste|arisings": "rubbish",
    r"kerbside (?:collection )?(?:regime|provision)": "collection at home",
    # Care and health
    r"triag\w+(?! (?:nurse|desk|line|call|tent|room|form|tag)s?\b)": "sorting by need",
    r"(?:\w+ )?(?:care|treatment|clinical|referral|patient) pathways?|pathways? (?:of care|"
    r"to care)": "steps of care",
    r"safeguarding (?:framework|polic\w+|protocol|procedure|arrangement|lead|process|measure)s?|"
    r"pastoral (?:safeguarding|framework|provision)": "keeping people safe",
    r"social prescri\w+": "help outside medicine",
    r"commission(?:ed|ing) (?:of |care|services?|provision|body|framework|arrangements?|third)\w*|"
    r"in commissioning": "paying for services",
    r"service[- ]users?|end[- ]users?": "people who use it",
    r"service (?:model|delivery|offer|redesign|transformation)|delivery model": "how we work",
    r"discharge (?:pathway|process|arrangements)": "going home from hospital",
    r"ambulatory": "without staying overnight",
    r"cognitive (?:screening|function\w*)|screening (?:pathway|protocol|uptake)": "memory and thinking",
    r"psycho-?social\w*|bio-?psycho\w*": "mind and relations",
    r"intermediate care|extra-care (?:housing|scheme)|domicil\w+|sub-acute|"
    r"acute (?:setting|provision|trust)": "kind of care",
    r"reablement package|assessed needs?|eligib\w+ threshold": "help you get",
    r"continuity of provision": "the same people helping",
    r"person[- ]cent(?:red|ered)|asset-based|strengths?-based|trauma-informed|recovery-oriented": "about you",
    r"self-?efficacy|psychometric\w*|symptomatolog\w+|aetiolog\w+|etiolog\w+": "a learned word",
    r"polypharmacy|contraindicat\w+|titrat\w+|prophyla\w+|analges\w+|ambulation|sequelae|"
    r"morbidity": "a medical word",
    r"medication (?:adherence|concordance|reconciliation|regimen)": "taking medicines",
    r"vulnerable cohorts?": "group",
    r"secondary care|tertiary care": "hospital, surgery",
    r"unmet needs?": "what you need",
    r"carer breaks? provision|respite (?:provision|entitlement)": "a break for carers",
    r"risk[- ](?:stratification|assessment framework|averse)": "who is at risk",
    # Schools and work
    r"pedagog\w+|andragog\w+|didactic\w*": "teaching",
    r"(?:formative|summative|criterion-referenced) \w+": "marking",
    r"differentiat(?:ion|ed) (?:in |of |lesson|learning|instruction|teaching)\w*": "fitting each child",
    r"scaffolded (?:learning|tasks?)|metacogniti\w+|cross-?curricular|attainment (?:gap|data|"
    r"target)s?|progress 8": "learning",
    r"upskill\w*|reskill\w*|talent (?:pipeline|management|"
    r"acquisition)": "training of new staff",
    r"line management (?:structure|arrangement)s?|matrix management|organi[sz]ational (?:culture|alignment|"
    r"design)": "how we are led",
    r"key performance indicators?|performance management|appraisal (?:framework|cycle)|"
    r"change management": "how work is judged",
    r"presenteeism|absenteeism|right-?siz\w+": "staff",
    r"work-?streams?|(?:in|working in) silos|bandwidth for|low-hanging|touch-?points?|pain points?|"
    r"learnings": "office talk",
    # Offices, law and money
    r"procur(?:ement|ed|ing)": "buying",
    r"statutory (?:consultation|duty|duties|obligation|requirement|guidance|service|provision|function|"
    r"notice|framework)\w*|non-statutory": "required by law",
    r"asset (?:management|transfer|base|disposal)": "care of buildings",
    r"inward investment|capital (?:programme|expenditure|receipts)|revenue (?:budget|expenditure)|"
    r"ring-?fenc\w+|precept": "money",
    r"streamlin\w+|rationali[sz]\w+|back-office|economies of scale|efficienc(?:y|"
    r"ies) savings?": "making simpler",
    r"scalab\w+|throughput": "a technical word",
    r"multi-?agency (?:\w+ )?(?:hub|working|partnership)|partnership working|joined-up working|"
    r"integrated (?:care )?(?:system|partnership|commissioning)": "offices working together",
    r"digital (?:inclusion|exclusion|transformation|by default|first)|channel shift|"
    r"omni-?channel": "using the internet",
    r"third[- ]sector|voluntary sector (?:provision|infrastructure)": "charities",
    r"public-private|consorti\w+|consultees?|interlocutors?|proponents?": "those who take part",
    r"determination of (?:your|the|an)|adjudication|appellants?|respondents? to the|"
    r"claimant commitment": "decision",
    r"conditionality|passported": "depends on income",
    r"discretionary (?:award|payment|fund|housing)\w*": "extra help",
    r"promulgat\w+|rescind\w*|derogat\w+": "rule",
    r"hitherto|whereby|wherein|thereto|thereafter|forthwith|herein|inasmuch|insofar|vis[- ]a[- ]vis|"
    r"viz": "an old word",
    r"in accordance with|by virtue of|with a view to|in conjunction with": "by, for, if",
    r"subsequent to|in excess of|a multiplicity of|in the vicinity of|"
    r"on an? (?:ongoing|annualised|case-by-case) basis": "after, more than, near",
    r"engagement (?:strategy|framework|activit\w+|mechanism)s?|consultation (?:mechanism|framework|"
    r"exercise)s?": "asking people",
    r"participatory(?! budget)|deliberative|co-?design\w*|co-?creat\w+|citizen-led": "together with people",
    r"enabl(?:ing|ement) (?:framework|mechanism)|delivery (?:vehicle|mechanism|partner)s?|theory of change|"
    r"logic model": "how it works",
    # Learned words for plain things
    r"(?:(?:de)?centrali|commerciali|contextuali|externali|formali|harmoni|institutionali|internali|maximi|"
    r"minimi|municipali|operationali|pedestriani|personali|prioriti|regionali|"
    r"standardi)[sz]ation": "a plain verb",
    r"inter-?(?:agency|sector\w*|generational)|\w+-centric|polycentric|"
    r"stewardship": "between offices, about people",
    r"demand-responsive|transitional arrangements|escalation (?:procedure|process|"
    r"route)s?": "bus on call, for the time being",
    r"fenestration|arboricultur\w*|phlebotom\w*|dietetic\w*": "windows, trees, blood tests, diet",
    r"unadopted|section \d+ (?:agreement|notice|order)|allocations? policy|"
    r"enforcement regime": "part-owned, private road, by law",
    r"heterogene\w+|homogene(?:ous|ity)|dichotom\w+|disaggregat\w+|aggregate (?:score|data)|proxy (?:measure|"
    r"indicator)": "a learned word",
    r"elucidat\w+|necessitat\w+|effectuat\w+|terminat(?:e|ed|ion) (?:of )?(?:your|the|"
    r"contract)": "a plain verb",
    r"expeditious\w*|judicious\w*|commensurate|concomitant|ubiquit\w+|salien(?:t|ce)|"
    r"exacerbat\w+": "a plain word",
    r"modalit\w+|typolog\w+|taxonom\w+|ontolog\w+|epistem\w+|hermeneutic\w*|"
    r"methodolog\w+": "kind, way",
    r"incremental\w*|iterat\w+|longitudinal": "step by step",
    r"disparit\w+|inequit\w+|intersectional\w*|marginali[sz]\w+|stigmati[sz]\w+": "differences",
    r"efficacious|cost-effectiveness|value proposition|additionality|fungib\w+|"
    r"elasticit\w+": "how well it works",
    r"user journeys?|functionalit\w+|interfac(?:e|es|ing) with": "how it is to use",
    r"inclusive growth|social (?:capital|cohesion|value)|community (?:cohesion|resilience|"
    r"wealth)|levelling[- ]up": "living together",
    r"subsidi[sz]ation|hypothecat\w+|amorti[sz]\w+|indexation": "money",
}
