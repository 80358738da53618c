"""Words of the names of offices, territories, places and people."""

from __future__ import annotations

from typing import Final

from govnews.extraction import Names, People
from govnews_en._split import coded, split
from govnews_en._time_words import MONTHS, WEEKDAYS

_SHORT: Final = 4
"""Letters of the longest short form of a weekday: "tues"."""

HEADS: Final = coded(
    """
    government: government | cabinet | cabinet of ministers | council of ministers | executive office | commonwealth government
    ministry: ministry | ministries
    department: department | dept. | state department | division | section
    agency: agency | hm | authority | office | bureau | commission | directorate | directorate-general | administration | secretariat | inspectorate | constabulary | embassy | high commission | consulate | consulate general | mission | delegation | coast guard | registry | prefecture | patent office | press office | ombudsman | observatory office | extension service | fire department | parks board | water board | task force | post office
    council: council | assembly | parliament | congress | senate | legislature | house of representatives | city hall
    committee: committee | board | panel | working group
    university: university | college | polytechnic | institute of technology | conservatory | conservatoire
    institute: institute | institution | centre | center | laboratory | laboratories | academy | observatory | museum | library | gallery | research station | botanic garden | botanic gardens | zoo | aquarium | research council | think tank
    school: school | high school | seminary | kindergarten | school district
    hospital: hospital | hospitals | clinic | infirmary | medical center | medical centre | health service | nhs trust | health board
    court: court | tribunal | supreme court | prosecutor's office | judiciary
    bank: bank | credit union | building society
    fund: foundation | fund | trust | endowment
    association: association | society | union | federation | alliance | league | network | consortium | chamber | chamber of commerce | coalition | partnership | guild | confederation | club | red cross | red crescent | scouts | institute of directors
    company: company | corporation | corp | corp. | inc | inc. | ltd | ltd. | limited | llc | plc | gmbh | group | holdings | airlines | airways | shipyard | shipyards | co. | partners llp | sdn bhd | pte
    international: organization | organisation | united nations | nations | world bank | european union | african union | programme | secretariat general
    media: news agency | broadcasting corporation | gazette | tribune | herald | information service | wire
    -: county | port of | shire | airport | theatre | theater | team | unit | presidency
    """
)

TERRITORIES: Final = {
    unit: level
    for level, units in {
        "city": "city of | town of | village of | municipality of | capital city of | township of",
        "district": "borough of | district of | county of | parish of",
        "province": "province of | region of | prefecture of | canton of",
        "state": "state of | federal state of",
        "country": "republic | commonwealth | kingdom | federation of | sultanate | emirate | "
        "people's republic | democratic republic | federal republic | islamic republic | "
        "united kingdom | united states | grand duchy | state of",
    }.items()
    for unit in split(units)
}

# Names of countries and regions that hold a joining word.
LOWER: Final = split(
    """
    great britain and northern ireland | trinidad and tobago | antigua and barbuda |
    bosnia and herzegovina | saint kitts and nevis | st kitts and nevis | st. kitts and nevis |
    saint vincent and the grenadines | st vincent and the grenadines | sao tome and principe |
    são tomé and príncipe | turks and caicos | newfoundland and labrador | tyne and wear |
    england and wales | brighton and hove | andaman and nicobar | jammu and kashmir |
    wallis and futuna | emilia-romagna | dumfries and galloway | argyll and bute |
    perth and kinross | bath and north east somerset | kensington and chelsea |
    hammersmith and fulham | sustainability and the environment | ecology and the environment |
    energy and the environment | forestry and the environment | food and the environment |
    agriculture and the environment | water and the environment | culture and the arts |
    sport and the arts | tourism and the arts | education and the arts | research and innovation | science and technology
    """
)

STOPS: Final = split(
    """
    has | have | had | is | are | was | were | be | been | being | will | would | shall | should |
    can | could | must | may | might | do | does | did | said | says | say | told | added | noted |
    today | yesterday | tomorrow | tonight | now | then | on | with | without | in | at | to | by |
    from | under | during | after | before | as | which | that | who | whom | whose | where | when |
    while | whereas | this | these | those | he | she | it | they | we | i | you | its | their |
    his | her | our | my | your | but | or | nor | if | not | also | here | there | into | onto |
    about | over | both | each | every | following | announces | announced | announce | agree |
    agreed | agrees | media contact | press contact | contact | a | an | no | yes | among |
    amongst | through | throughout | strengthen | strengthens | enter | enters | entered | join |
    joins | joined | launch | launches | launched | renew | renews | renewed | renewal |
    formalize | formalizes | formalized | formalise | formalised | marks | wins | win | boost |
    boosts | met | meets | meet | together | via | since | until | further | however |
    out | up | off | than | so | such | per | because | although | though | once | upon | within |
    towards | toward | against | across | along | around | near | despite | unlike | like |
    including | include | includes | according | based | located | represented | representing |
    establish | establishes | establishing | established | expand | expands | deepen | deepens |
    extend | extends | opened | held | hosted |
    visited | welcome | welcomes | welcomed | received |
    take | takes | took | make | makes | made | give | gives | gave | get | gets | begins |
    starts | plan to | plans to | seek | seeks | discuss | discusses | discussed | publish |
    publishes | published | approve | approves | approved | awarded |
    celebrate | celebrates | cooperate | collaborate | partnered |
    ratify | ratifies | ratified | other | another | all | some | any | many |
    several | two | three | four | five | six | seven | eight | nine | ten | only | just | more |
    most | earlier | later | last | next | recently | meanwhile | moreover | finally |
    speaking | signed | sign | for immediate release | how | why | what |
    covers | covering | aims | aimed | sets | puts | looks | worked
    """
)

PAPER_WORDS: Final = split(
    """
    memorandum | memoranda | memorandums | mou | mous | moa | agreement | agreements | letter of
    intent | letters of intent | contract | treaty | protocol | accord | pact | declaration |
    arrangement
    """
)

# Short forms of weekdays are words of names too: "Sun".
FULL_WEEKDAYS: Final = tuple(day for day in WEEKDAYS if len(day) > _SHORT)

NAMES: Final = Names(
    heads=HEADS,
    heads_last=True,
    compounds=split(
        "entered into force | enters into force | enter into force | came into force | entry into force"
    ),
    territories=TERRITORIES,
    places=split(
        """
        hall | headquarters | headquarters of | the headquarters of | campus | campus of | town hall |
        city hall | auditorium | auditorium of | presidential palace | offices of | the offices of |
        premises of | seat of | office of | residence of | sidelines of | margins of | the sidelines of |
        chambers of | council chamber of | main campus of
        """
    ),
    inner=split(
        "of the | of | for the | for | on the | de la | de | del | du | da | do | von | van | al |"
        "under the | and the | at the | of the people of"
    ),
    inner_led=split("for the | for | on | under the | at the"),
    lower=LOWER,
    stops=(*STOPS, *PAPER_WORDS, *MONTHS, *FULL_WEEKDAYS),
    articles=split("the | both the | its | our | their"),
    generic=split(
        """
        both parties | the parties | parties | two parties | both sides | the two sides | two sides |
        the sides | both countries | the two countries | two countries | both nations | the two nations |
        the two | both institutions | the two institutions | two institutions | both organizations |
        the two organizations | both organisations | the two organisations | the two parties |
        two universities | both universities | the two universities | the two agencies | the partners |
        leaders of both countries | officials | representatives | leaders | ministers | delegates |
        the two governments | both governments | the two ministries | both ministries | the two cities |
        both cities | the three parties | the signatories | each other | them | stakeholders |
        residents | students | partners | businesses | members
        """
    ),
    abbreviations={
        "Dept.": "department",
        "Univ.": "university",
        "Govt.": "government",
        "Intl.": "international",
        "Assn.": "association",
        "Co.": "company",
    },
    portals=split("website of | official website of | official site of | welcome to"),
    lead_words=split(
        """
        officials of | officials from | officials of the | representatives of | representatives from |
        leaders of | leaders from | delegates from | delegates of | delegation of | a delegation from |
        a team from | members of | the heads of | heads of | each of | colleagues from |
        neighboring | neighbouring | partner | local | private company | nonprofit | the charity | charity
        """
    ),
)

_POSTS: Final = split(
    """
    county executive | county administrator | county manager | county mayor | county governor | county commissioner |
    first deputy minister | cabinet minister | vice minister | chief planner | chief engineer | chief economist |
    chief technology officer | chief information officer | chief strategy officer | chief communications officer |
    chief of party | chief of mission | chief of protocol | chief commercial officer | chief people officer |
    executive chairman | executive chair | executive secretary | executive officer | executive vice-president |
    executive vice president | vice president | vice chair | vice-chair | vice chairman | vice-chairman |
    vice chairperson | vice-mayor | vice mayor | vice governor | co-chair | pro chancellor | pro-chancellor |
    pro vice chancellor | registrar general | principal investigator | district commissioner | district governor |
    division director | division chief | section chief | section head | branch manager | branch chief | bureau chief |
    bureau director | center director | centre director | department head | area director | area manager |
    station manager | country representative | country manager | regional representative | regional manager |
    regional administrator | permanent representative | head of mission | head of delegation | head of department |
    head of communications | head of office | head of media | director of communications | communications adviser |
    communications advisor | communications assistant | communications coordinator | communications consultant |
    media contact officer | media coordinator | media liaison | media liaison officer | media lead | media secretary |
    media specialist | press assistant | press manager | public affairs specialist | public affairs director |
    public affairs advisor | public information specialist | public information director |
    public relations manager | public relations specialist | public relations director | outreach coordinator |
    outreach manager | engagement manager | engagement officer | policy adviser | policy advisor | policy officer |
    senior officer | trade commissioner | trade attaché | harbour commissioner | port director | general counsel |
    general secretary | national coordinator | national director | honorary consul | deputy head of mission |
    provincial governor | chief administrative officer | town manager | lord provost | sheriff | joint secretary |
    additional secretary | special secretary | district collector | divisional commissioner |
    municipal commissioner | chief secretary | chief administrative secretary | attorney-general |
    surveyor general | chief librarian | chief curator | trustee | chair of the board | chairman of the board |
    chairperson of the board | board chair | board chairman | commissioner general | minister | prime minister | foreign minister | finance minister | health minister |
    education minister | interior minister | defence minister | defense minister | trade minister |
    minister of state | minister counsellor | chief minister | first minister | president |
    vice-president | secretary | secretary of state | secretary general | secretary-general |
    permanent secretary | parliamentary secretary | parliamentary under secretary | state secretary |
    under secretary | under-secretary | undersecretary | cabinet secretary | press secretary |
    principal secretary | director | director general | director-general | executive director |
    managing director | regional director | country director | communications director |
    chief executive | chief executive officer | ceo | chief operating officer |
    chief financial officer | chief scientist | chief of staff | chief medical officer |
    chief justice | chief constable | chief inspector | mayor | lord mayor | governor |
    governor general | governor-general | lieutenant governor | ambassador |
    ambassador extraordinary and plenipotentiary | high commissioner | commissioner | envoy |
    ambassador to | high commissioner to | permanent representative to | envoy to | special envoy to |
    special envoy | chargé d'affaires | attaché | consul | consul general | counsellor | chairman |
    chairwoman | chairperson | chair | speaker | chancellor | vice-chancellor | vice chancellor |
    pro-vice-chancellor | pro vice-chancellor | rector | vice-rector | vice rector | pro-rector | provost | dean |
    head | head teacher | headteacher | chief | administrator | superintendent | principal | treasurer |
    registrar | bursar | warden | curator | librarian | editor | editor-in-chief | publisher | press officer |
    press attaché | spokesperson | spokesman | spokeswoman | communications officer |
    communications manager | communications specialist | communications lead |
    media officer | media manager | media relations manager | media relations officer |
    media relations specialist | media adviser | media advisor | information officer |
    public information officer | public affairs officer | public affairs manager |
    public relations officer | program manager | programme manager | project manager |
    program officer | programme officer | project officer | officer | manager | general manager |
    harbour master | harbormaster | attorney general | solicitor general | prosecutor general |
    auditor general | controller | comptroller | postmaster general | judge advocate | commander |
    colonel commandant | representative | resident representative | resident coordinator |
    coordinator | councillor | council leader | leader | convener | alderman | town clerk | city clerk |
    city manager | clerk | prefect | premier | crown prince | professor of |
    lecturer in | lecturer | senior lecturer | reader in | fellow | founder | co-founder |
    specialist | adviser | advisor | assistant | analyst | engineer | scientist | writer | aide
    """
)

_PREFIXES: Final = split(
    "deputy | vice | acting | interim | former | assistant | associate | executive | senior | first |"
    "second | joint | outgoing | incoming | newly elected | regional | national | british | chief"
)

PEOPLE: Final = People(
    honorifics=split(
        """
        associate professor | assistant professor | assoc. prof. | assoc prof | asst. prof. | adjunct professor |
        emeritus professor | professor emeritus | distinguished professor | professor dr. | prof. dr. |
        his worship | her worship | his honour | her honour | the right hon. | right hon. | dato' dr. | dato' sri dr. |
        shri | smt. | smt | sri | kumari | adv. | advocate | qs. | hon. dr. | hon dr |
        h.e. dr. | h.e. mr. | h.e. ms. | h.e | councilor | cr | cr. | pastor | imam |
        he dr | he ms | lieutenant general | lieutenant commander | wing commander |
        air vice-marshal | air marshal | group captain | squadron leader | detective inspector | sergeant |
        mr | mr. | mrs | mrs. | ms | ms. | miss | mx | dr | dr. | prof | prof. | professor | sir | lord | lady |
        dame | baroness | baron | hon. | hon | the hon. | the hon | honourable | honorable |
        the honourable | the honorable | right honourable | the right honourable | rt hon | rt. hon. |
        the rt hon | his excellency | her excellency | h.e. | he mr | his majesty | her majesty |
        his royal highness | her royal highness | hrh | datuk | datuk seri | dato | dato' | dato' sri |
        tan sri | tun | senator | senator the hon. | rev. | rev | reverend | fr. | sister | bishop |
        archbishop | gen. | general | lt. gen. | maj. gen. | major general | brig. gen. | brigadier |
        col. | colonel | lt. col. | maj. | major | capt. | captain | lt. | lieutenant | sgt. |
        rear admiral | vice admiral | admiral | commodore | engr. | eng. | ir. | atty. | arch. |
        judge | justice | chief justice | sheikh | sheikha | emir | chief dr | dr. ing. |
        cllr | cllr. | councillor | ald. | gov. | sen. | rep. | amb. | ambassador dr
        """
    ),
    posts=(*_POSTS, *(f"{prefix} {post}" for prefix in _PREFIXES for post in _POSTS)),
    represents=split(
        "on behalf of | on behalf of the | representing | representing the | for | for the | signing for"
    ),
    introduces=split("was | were | by | is | : | through"),
)
