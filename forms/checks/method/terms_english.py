"""Professional English, field by field: what is said instead on the left, the words of the profession then.

A star stands for any ending, a space also for a hyphen, with a question mark for nothing. Words with a plain
meaning besides ("tender", "practice") and names of services ("smoking clinic") are left out.
"""

from __future__ import annotations

OFFICES = """
what the office does: remit, purview, competent authorit*, delegated (powers|authority|decision*)
what the office does: ultra vires
how it is decided: governance, quorum, quorate, scrutiny (committee|panel)*
law of the town: ordinance*, bye law*, statutory instrument*, transposition, acquis
law of the town: ordinance*
buying: tendering*, call* for tender*, tender (process|procedure|award|documentation)*, procur*
buying: contracting authorit*, framework agreement*, preferred bidder*, service level*
money: appropriations, disburse*, expenditure*, co financ*, co fund*, match funding, revenue stream*
money: budgetary*, earmarked, debenture*, liquidity, solvency, treasury management, remittance*, accrual*
money: grant in aid, capital works, capital outlay, outturn, underspend*, virement*, levies, hypothecated
money: fiscal (polic|rule|framework|disciplin|sustainab|autonom|capacit|stance)*
debts: arrears management, debt servicing, write off polic*, debt restructuring, bailiff proceedings
aid from Brussels: cohesion (policy|fund)*, structural fund*, operational programme*, absorption capacity
aid from Brussels: territorial cohesion, cross border cooperation instrument*
aid from Brussels: local action group*, LEADER approach, smart speciali*, euroregion*, subsidiar*
aid from Brussels: macro region*
aid from Brussels: de minimis, state aid rule*, eligible (cost|expenditure)*, simplified cost*
aid from Brussels: call* for (proposals|projects)
complaint: grievance (redress|procedure|mechanism)*, redress (mechanism|scheme|procedure)*, recourse
appeal: judicial review, appellate, litigat*, injunct*
following the rules: regulatory (compliance|framework|burden|regime|plan|impact)*, compliance
following the rules: non compliance
following the rules: conformity, due diligence, attestation*, oversight
paperwork: affidavit*, apostille, statutory declaration*, counterfoil*, acknowledgement of receipt
paperwork: evidentiary, pro forma*, proforma*, docket*, dossier*
paperwork: administrative (burden|procedure|proceeding|act|simplification|unit|capacit|intervention)*
e-mail and website: e governance, e government, egovernment
e-mail and website: digital (service delivery|agenda|infrastructure|maturity)
how we ask people: consultative (forum|bod|process)*, co governance, civic (engagement|participation)
how we ask people: citizen* assembl*, public engagement (activit|strateg|process)*, stakeholder*
how we ask people: multi stakeholder*
how we ask people: impact assessment*
how we ask people: scoping (exercise|study|report)*, gap analys*, SWOT, foresight
how we ask people: needs (assessment|analysis) (procedure|process|tool|exercise)*, citizen* deliberation
how we ask people: deliberation (forum|process)*
plan: strategy implement*, road ?map for, masterplan*, operational plan*, business continuity
plan: contingency plan*
plan: strategic (framework|objective|document|alignment|intervention|commissioning)*
how well it works: service quality parameter*, performance (indicator|framework|metric|target)*, KPIs
how well it works: quality assurance, benchmark*, evaluat* framework, impact evaluation*
how well it works: monitoring (framework|regime)*
use: uptake, take up rate*, utilisation rate*, throughput*, occupancy rate*, turnaround time*
keeping going: operational (continuity|resilience|capacity|readiness|efficienc)*
keeping going: continuity of (service|care|provision)
keeping going: resilience (strateg|plan|building|framework|hub|measure)*
keeping going: (community|climate|urban|local) resilience
keeping going: (demographic|financial|fiscal|institutional|organi?ational) sustainability
keeping going: sustainable development goal*
equal: equit* (framework|polic|strateg|lens|impact)*, equality impact*, gender mainstreaming, mainstreaming
equal: affirmative action, positive discrimination, protected characteristic*, anti discriminat* framework
cost: tariff (structure|integration|zone|reform)*, volumetric (tariff|charg|rate)*
cost: cost recovery, cost neutral, user charges, unit cost*, externalit*, polluter pays
cost: concessionary (travel|fare) (scheme|polic|provision)*
register: cadast*, land regist* extract*, electoral roll revision*, canvass form*, enumerat*
benefits: non dependant*, (benefit|award) assessment notice*, earnings disregard*, tapered award*
help in office: front ?line (delivery|provision|officer)*
help in office: intake (procedure|process|protocol|criteria), case conference*, low threshold*
kinds of body: quango*, arm* length (bod|compan)*, para ?statal*, public benefit corporation*
kinds of body: intermediary bod*
kinds of body: special purpose vehicle*, mutuali?ation
"""

TOWN = """
streets and squares: public realm
streets and squares: urban (regenerat|renewal|fabric|design|planning|morpholog|densit|form|structure)*
streets and squares: streetscap*, townscap*, place ?making, placemak*, active frontage*, urban acupuncture
streets and squares: pocket park*
benches and bins: street furniture provision, urban furniture, street ?scene
what may be built: zoning, rezon*, permitted development, planning (gain|obligation|condition|instrument)*
what may be built: development (control|plan document|brief)*, spatial (plan|framework|strateg|development)*
what may be built: conservation area appraisal*, article 4, use class*, local development framework*
what may be built: plot ratio*
what may be built: building (coverage|density) (ratio|coefficient|index)*, coverage ratio*
what may be built: development intensit*
building on: infill*, densif*, brownfield*, greenfield*, mixed use*, floor area ratio*, upzon*, built form
building on: building envelope*, setback*, easement*, wayleave*, right* of way order*, expropriat*
building on: compulsory purchase
around the town: peri urban*, suburbani*, conurbation*, hinterland*, agglomerat*, functional urban area*
around the town: ex ?urban
around the town: catchment (analysis|polic|management)*, polycent*
road: carriageway*, arterial*, trunk road*, bitum*, resurfac* programme*, grade separat*, ingress*
road: egress, kerb radi*, visibility splay*, intervisib*
road: traffic flow optimi*, level* of service, junction capacity
road: highway* (asset|maintenance regime|adoption)*, signali?ed junction*, road safety audit*
road: filtered permeab*
road: traffic (impact|modell|regulation order)*, traffic calming (measure|scheme|intervention)*
parking: parking (enforcement|management|provision) (modalit|regime|strateg)*, stationary traffic
travel: intermodal*, multimodal*, modal*, soft mobility, active mobility, micromobil*
travel: mobility (hub|as a service|plan)*
travel: rolling stock, headway*, dwell time*, ridership, patronage, interchange facilit*
travel: integrated ticketing
travel: timetable coordination, farebox, park and stride, public service obligation*, route rationali*
travel: last mile
travel: demand management, transport poverty, journey time reliability, car dependency
rain and flood: surface water (run ?off|management)*, retention (basin|tank|pond)*
rain and flood: sustainable drainage, SUDS, impervious*, imperm*, permeable (paving|surface)*, hydrolog*
rain and flood: fluvial*, pluvial*
rain and flood: rainwater harvest* system*, flood attenuation*, flood resilience, inundat*, water retention
rain and flood: riparian*, watercourse maintenance
rain and flood: storm ?water (infrastructure|manage|run)*
nature: nature based solution*, ecological (connectiv|corridor|network|restoration|compensation)*
nature: ecosystem*, rewild*
nature: biodivers* net gain, habitat (fragment|management|bank)*, urban greening, green blue*, blue green*
nature: invasive (alien )?species, phytosanit*, pollinator corridor*, canopy cover, sward*, re ?naturali*
nature: arboricult*
hot streets: heat island*, microclimat*, thermal comfort, evapotranspir*, albedo
hot streets: climate (adapt|mitigat|proof|neutral)*
dirty air: particulate*, ambient air*, emission* (inventory|abatement|factor)*
dirty air: greenhouse gas inventor*, decarbon*, carbon (neutral|footprint|offset|sequest)*
dirty air: air quality management area*
saving heat: retrofit*, thermal (retrofit|envelope|performance|moderni)*
saving heat: energy (performance|poverty|retrofit|managem)*
saving heat: co ?generation, photovoltaic*, smart grid*
rubbish: valori*, municipal (solid )?waste
rubbish: biodegradable (fraction|waste|municipal)*, organic fraction*, recyclate*, diversion rate*
rubbish: landfill diversion
rubbish: refuse receptacle*, receptacle*, circular economy, leachate
rubbish: extended producer*, co ?mingled, reverse vending
rubbish: waste (valori|hierarchy|stream|minimi|prevention|fraction)*
clean-up: remediat*, decontaminat*, contaminated land*, abatement*, noise (abatement|mapping|attenuation)*
clean-up: nuisance order*
shops and services: amenit* (provision|infrastructure|standard|value|mix)*, public amenit*, civic amenities
shops and services: retail offer
help for families: early help (front|offer|hub|assessment)*, front door service*
shops and services: night time econom*, creative industr*, visitor econom*, local supply chain*
shops and services: anchor institution*
houses: tenure*, affordable housing (quota|provision|contribution|unit)*, void (management|propert|rate)*
houses: housing stock*
houses: housing (association allocation|allocation|need|pathway|first|management)*, choice based letting*
houses: social letting
houses: decanting, decant (polic|accommodation)*, dilapidation*, sublet* polic*, fenestration
clean and repair: asset (maintenance|management|transfer)*, planned maintenance programme*
clean and repair: responsive repairs, reactive maintenance, vector control, pest abatement
safe: antisocial behaviour order*, situational prevention, target hardening
safe: de escalat* (practice|technique|protocol|measure)*, vector control
"""

CARE = """
care: care (coordination|trajector|package review|continuum|integration|provision|modalit|co ordination)*
care: (individual|personal)(ised)? care plan review*, care setting*, integrated care*, anticipatory care
care: collaborative care
care: continuum of care, integrated support, wraparound support, wrap around support, domiciliary*, reable*
care: supported (decision making|living scheme)*, activities of daily living, ambient assisted*
care: home adaptation assessment, reminiscence, sensory (integration|stimulation)
care: informal carer*, carer* strain, respite (allocation|entitle|provision)*
care: harm reduction, harm minimi*, outreach (modalit|intervention|programme|provision|strateg)*
care: psycho ?education*, psycho ?social*, psycho ?motor*, socio *therap*
care: care management, case load*, therapeutic (communit|alliance|relationship|intervention|modalit)*
care: multi ?professional*, multi ?disciplin*, inter ?professional*, person centred*, strength* based
care: holistic
care: deinstitutional*, residential (provision|setting|placement)*, foster placement breakdown*
care: safeguard* concern*, at risk (group|population|youth)*
care: social (inclusion|cohesion|isolation|integration|rehabilitation) (measure|strateg|programme|index)*
care: social (inclusion|cohesion|isolation|integration) (intervention|polic|initiative|framework)*
care: social (prescrib|determinant)*
care: empowerment, empower*, self advocacy, agency of clients, self determin*
care: (informal|family) caregiver*, vulnerab* (group|population|cohort)*, geriatric (assessment|syndrome)*
care: palliative (and|pathway|approach|trajector)*
care: individual planning of, course of the social service, service planning, social service* provider*
care: placement (process|panel)*
going home from hospital: discharge (planning|summar|coordination|liaison|pathway|procedure|protocol)*
going home from hospital: step down*
treatment: (therapeutic|treatment|medication|drug|antimicrobial|antibiotic) regimen*, antimicrobial*
treatment: prophyla*
treatment: perioperat*, intraoperat*, post ?natal depression pathway
treatment: out ?of ?hours provision, invasive procedure*
treatment: conservative management, first line therap*, pharmaco*, polypharm*, adjuvant*, cytosta*
treatment: anaesthe* protocol, tele ?medic*, tele ?consult*, tele ?rehab*, e ?health, m ?health
treatment: diagnostic (procedure|pathway|imaging|work up)*, differential diagnos*, aetiolog*
treatment: pathophysiolog*
treatment: concomitant*, comorbid*, multi ?morbid*, contraind*, adverse (event|reaction)*, iatrogenic
treatment: nosocomial*
treatment: hyperglyc*, hypoglyc*, myocardial*, cerebrovascular, cardiovascular (risk|event|screening)*
treatment: pulmonary rehab*, dysphag*, dyspn*
treatment: incontinen* management, tissue viability
treatment: elective (procedure|admission)*
check-up: screening (programme uptake|uptake|protocol|interval)*
check-up: preventive (intervention|examination|measure)*, primary prevention
check-up: geronto*, cognitive (impair|assess|decline|stimul|train|function)*
check-up: functional (assessment|capacity)*
check-up: psychometric*, anthropometr*, risk (stratif|profil|assessment tool)*, patient reported outcome*
check-up: clinical (governance|pathway|audit)*
healthy life: health (literacy|promotion|inequalit|determinant|behaviour)*
healthy life: lifestyle (intervention|modification)*, sedentary*, smoking cessation
healthy life: cessation (service|programme|support)*, nutritional (intervention|counselling|status)*
healthy life: obesogenic, dietary (intake|intervention)*
number of ill people: morbid*, mortalit*, preval*, inciden* rate*, epidemiolog*, herd immunity
hospital: secondary care, tertiary care, in ?patient (episode|flow|pathway)*, triage
hospital: bed (blocking|occupancy)*
hospital: clinical (commission|governance|leadership|effectiveness)*
hospital: referral (criteria|threshold|management|process)*
help with speech, hearing, movement: orthopt*, kinesi*, ergotherap*, psychomotor*, logoped*, neuro ?rehab*
help with speech, hearing, movement: neuro ?develop*, neuro ?divers*
"""

LEARNING = """
teaching: pedagog*, didactic*, andragog*, instructional (design|strateg|time)*
teaching: blended learning, asynchronous*, synchronous*, flipped classroom*, experiential learning
teaching: scaffold* (learning|instruction)*
teaching: differentiat* instruction, individualised instruction, individual* education plan*
teaching: special educational (provision|needs provision)
teaching: special education* provision, formative*, summative*
teaching: curricul* (alignment|framework|reform|delivery|design|innovation)*, attainment
teaching: inclusive (education|pedagog|provision)*, inclusion (polic|strateg|measure|framework)*, numeracy*
teaching: literacy (intervention|provision|strateg)*
teaching: pupil teacher ratio*, teacher pupil ratio*, key competenc*, competenc* based, transversal*
teaching: lifelong learning (offer|strateg|provision|opportunit)*
teaching: early years provision, pre ?school provision
teaching: transition (process|arrangement|support) (between|from|to)*, non formal (education|learning)*
teaching: behaviour (management|polic) *, restorative (practice|approach)*
teaching: extracurricular (provision|offer)*, learning (trajector|modalit|management system)*
teaching: scaffolding in, learning support measure*, educational (process|intervention|psychometr)*
training: upskill*, reskill*, vocational (guidance|rehabilit|qualification)*
training: on ?boarding*, off ?boarding*, capacity building*, train the trainer
work: labour market*, work life balance polic*, precari*, under ?employ*, activation (measure|polic)*
work: employability*
work: occupational (health|safety|therap)* (provision|regime)*, remuner*, collective (bargaining|agreement)*
work: industrial relations
books and shows: bibliograph*, acquisition* (polic|strateg|budget)*, collection (development|management)*
books and shows: curatorial*, museolog*, dramaturg*, repertoire planning, audience (development|engagement)*
books and shows: cultural (infrastructure|offer|provision|mediation|strateg)*, intangible heritage
books and shows: placemak*
"""

MACHINES = """
signing in: authenticat*, single sign on, login credential*, credentials, e ?signature*, electronic identif*
signing in: digital identit*, tokeni?ation
website or app: user interface*, interface*, user experience, front ?end, back ?end
website or app: user friendl* architect*, responsive design, geoportal*
website or app: information architect*, landing page*, content management*, navigation architect*
website or app: chatbot functional*
website or app: gamif*, crowdsourc*, open data*, interop*, metadata*, meta ?data
website or app: data (set|govern|protection impact|sovereign|lake)*
website or app: block ?chain*, Internet of Things, sensor network*, smart city, digital twin*
website or app: firmware*, latency, legacy system*, middle ?ware
website or app: digital (channel|platform|touch|solution)*, usability
"""

TALK = """
a plainer word: value added, added value, synerg*, holistic*, leverag*, actionable, granular*, scalab*
a plainer word: robust (framework|process|polic)*, paradigm*
a plainer word: ecosystem of, end to end, key learnings, deep dive*, low hanging*, deliverable*
a plainer word: value chain*
a plainer word: modalit*, trajector*, mechanism*, framework*, typolog*, methodolog*, cohort*, nexus
a plainer word: heterogen*, homogen*, juxtapos*, commensur*
a plainer word: amelior*, mitigat*, alleviat*, expedit*, facilitat*, disseminat*, promulgat*, elucidat*
a plainer word: delineat*, ascertain*, envisag*
a plainer word: proxim*, contigu*, equidist*, per diem, pro rata, vis a vis, ad hoc, inter alia, bona fide
a plainer word: mutatis, de jure, quid pro quo
a plainer word: quantitat*, qualitative*, empiric*, normative*, cognis*, salien*, concomit*, ancillary
a plainer word: discretionary*, optionality, contingent
a plainer word: adequacy, efficacy, suffici* level*, propensity, inclination, perception of
a plainer word: perceived (quality|value|safety|level|benefit)*
"""

TABLES = (OFFICES, TOWN, CARE, LEARNING, MACHINES, TALK)
