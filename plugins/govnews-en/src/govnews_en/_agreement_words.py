"""Words about agreements and projects."""

from __future__ import annotations

from typing import Final

from govnews.extraction import Agreements, Projects
from govnews_en._split import coded, split

PAPERS: Final = coded(
    """
    mou: memorandum of understanding | memoranda of understanding | memorandums of understanding | memorandum of understandings | memorandum | memoranda | mou | mous | m.o.u. | memorandum of cooperation | memorandum of co-operation | memorandum of collaboration | memorandum of partnership | memorandum of agreement | memoranda of agreement | memorandum of understanding and cooperation | memorandum of understanding on cooperation | memorandum of intent | memorandum on cooperation | moa | moas | moc | understanding document
    cooperation_agreement: cooperation agreement | co-operation agreement | cooperation agreements | collaboration agreement | collaborative agreement | cooperative agreement | agreement on cooperation | agreement of cooperation | agreement on scientific cooperation | academic cooperation agreement | general cooperation agreement | partnership agreement | partnership agreements | strategic partnership agreement | framework agreement | framework cooperation agreement | cooperation framework agreement | framework arrangement | research agreement | research collaboration agreement | research cooperation agreement | science and technology agreement | agreement | agreements | accord | accords | pact | inter-agency agreement | interagency agreement | data-sharing agreement | data sharing agreement | exchange agreement | student exchange agreement | joint agreement | cooperation accord | collaboration deal | partnership deal | cooperation pact | arrangement | cooperation arrangement | cooperation deal
    cooperation_program: cooperation program | cooperation programme | program of cooperation | programme of cooperation | cultural exchange program | cultural exchange programme | joint cooperation program | joint cooperation programme | executive program | executive programme
    cooperation_plan: cooperation plan | plan of cooperation | action plan | joint action plan | plan of action | work plan | joint work plan | workplan | cooperation action plan | cooperation roadmap
    coordination_program: coordination program | coordination programme
    coordination_plan: coordination plan
    contract: contract | contracts | framework contract | service contract | supply contract | construction contract | loan agreement | grant agreement | financing agreement | financing contract | credit agreement | supply agreement | service agreement | works contract | concession contract | financing deal | loan deal | lease agreement | concession agreement | purchase agreement | loan contract | grant contract
    convention: convention | conventions
    protocol: protocol | protocols | cooperation protocol | protocol of intent | protocol of intentions | protocol of cooperation | additional protocol
    treaty: treaty | treaties | free trade agreement | trade agreement | extradition treaty | extradition agreement | tax treaty | double taxation agreement | air services agreement | bilateral treaty | peace treaty | social security agreement | visa waiver agreement | intergovernmental agreement | defence cooperation agreement | defense cooperation agreement
    twinning: twinning agreement | twinning charter | twinning | town twinning agreement | sister city agreement | sister-city agreement | sister cities agreement | sister city partnership | agreement of brotherhood | friendship agreement | twin-city agreement | sister port agreement | sister-port agreement | sister state agreement
    -: letter of intent | letters of intent | loi | declaration of intent | joint declaration of intent | statement of intent | letter of agreement | letter of cooperation | letter of understanding | joint declaration | charter
    """
)

AGREEMENTS: Final = Agreements(
    papers=PAPERS,
    bare=split(
        """
        memorandum | memoranda | mou | mous | moa | moas | moc | m.o.u. | agreement | agreements | contract |
        contracts | convention | conventions | protocol | protocols | treaty | treaties | accord |
        accords | pact | arrangement | loi | charter | twinning | action plan | work plan |
        memoranda of understanding | memorandums of understanding | partnership deal |
        collaboration deal | cooperation deal
        """
    ),
    sign=split(
        """
        put pen to paper on | countersigned | counter-signed | signature of | signed | sign | signs | signing | signing of | signing ceremony | signing ceremony of |
        signing ceremony for | ceremonial signing | co-signed | inked | ink | inks | inking |
        concluded | conclude | conclude an | entered into | enter into | enters into |
        entering into | put pen to paper | put their signatures to | put their names to |
        affixed their signatures | formalized | formalised | formalize | formalise | sealed |
        initialed | initialled | executed | exchanged signed copies of | exchanged
        """
    ),
    between=split("between | by and between | among | amongst"),
    joined=split("and | & | and with | as well as | together with | along with | and by | plus"),
    with_=split("with | in partnership with | alongside | jointly with"),
    by=split("by | respectively by"),
    auxiliaries=split(
        """
        have | has | had | have been | has been | was | were | is | are | be | been | being | today | formally |
        officially | jointly | recently | also | on | in | this | week | month | morning | afternoon |
        evening | last | monday | tuesday | wednesday | thursday | friday | saturday | sunday |
        will | both | yesterday | successfully | here | earlier | then | together | have now | now |
        made | reached | dated | early | late | announced | announced the | announce | announce the |
        pleased to announce the | proud to announce the | celebrated the |
        respectively | each | ceremonially | virtually | agreed | to | just | have just
        """
    ),
    planned=split(
        """
        will | will be | plans to | plan to | planning to | expected to | expect to | to sign | is to | are to | intends to |
        intend to | intention to | proposed | proposes | agreed to sign | set to | hopes to | hope to |
        would | due to be | to be signed | aims to sign | preparing to | prepare to | in talks |
        negotiating | negotiations | draft | should be signed | ready to | scheduled to | may
        """
    ),
    recalled=split(
        """
        previously | in the past | years ago | year ago | months ago | earlier agreement | back in |
        in the earlier | first signed in | last year | has been in place since | dates back |
        decades ago | originally signed | cooperation began | the two have cooperated since
        """
    ),
    earlier=split(
        """
        under the existing | under an earlier | under a previous | previous | existing | earlier |
        under a | under an | renewal of the | under the terms of the | pursuant to the |
        in accordance with the | based on the | building on the | builds on the | builds on a |
        implementation of the | implement the | anniversary of the | since the | following the |
        expiry of the | expiring | in line with the | within the framework of the | as part of the |
        original | replaces the | replaces a | replaces an | superseded
        """
    ),
    title_stops=split(
        """
        focuses | focus | made | reached | agreed | runs | ran | to | establishing | which | that | was | were | is | are | has | have | had | will | would | can |
        may | today | yesterday | on monday | on tuesday | on wednesday | on thursday |
        on friday | on saturday | on sunday | here | during | at | aimed | aiming | aims | signed |
        by | with | where | who | whose | covering | covers | focusing | focused | designed | as |
        this | under | in order | after | before | and will | outlining | setting out | set | last |
        provides | provide | providing | recognizes | recognises | builds | said | allowing |
        allows | enabling | enables | paving | it | they | we | he | she | their | its | from | until |
        since | because | when | while | so | in the | in a | in an | later | next | including |
        expanding | marking | marks | commits | committing | creates | creating | calls | runs |
        through | worth | valued | lays | intended | into | then | now | tuesday | monday |
        wednesday | thursday | friday | saturday | sunday | via | virtually | online | remotely
        """
    ),
    witnesses=split(
        """
        in the presence of | in presence of | witnessed by | was witnessed by | were witnessed by |
        was also witnessed by | witnessed | witnessing | also present | also present were |
        also present was | present at the signing | looked on | under the patronage of |
        attended by | was attended by | the ceremony was attended by | as witnesses | as witness |
        also attending | also attended
        """
    ),
    fields=split(
        """
        areas | fields | sectors | spheres | domains | topics | areas of | fields of | sectors of |
        spheres of | areas of cooperation | areas of collaboration | fields of cooperation |
        area of | field of | sphere of | sector of | priority areas | key areas | following areas |
        following fields | priority fields | areas such as | fields such as | areas including |
        areas of mutual interest | areas of common interest | areas of shared interest |
        areas of work | priorities | subjects | themes | disciplines
        """
    ),
    refers=split(
        """
        the charter | the protocol | this protocol | the treaty | the plan | the programme | the program | the plan of cooperation |
        the pact | the letter | the document | the new agreement | the new memorandum | the new mou | the collaboration |
        this collaboration | the cooperation | under the agreement | under the memorandum | under the mou |
        under this agreement | under the partnership | under the new terms | under its terms | under the accord |
        it | the agreement | this agreement | the memorandum | this memorandum | the mou | this mou |
        the deal | the partnership | this partnership | the contract | the accord | the arrangement
        """
    ),
    about=split(
        """
        agreement focuses on | agreement will focus on | agreement covers | agreement will cover |
        memorandum focuses on | memorandum will focus on | memorandum covers | memorandum will cover |
        mou focuses on | mou will focus on | mou covers | mou will cover | moa covers | moa will cover |
        plan focuses on | programme focuses on | program focuses on | plan covers | programme covers | program covers |
        accord focuses on | accord covers | accord will cover | contract covers | arrangement covers |
        arrangement will cover | arrangement focuses on | arrangement will focus on | partnership focuses on |
        partnership will focus on | partnership covers | partnership will cover | collaboration focuses on |
        collaboration will focus on | collaboration covers | collaboration will cover | cooperation focuses on |
        cooperation will focus on | cooperation covers | cooperation will cover | it focuses on | it will focus on |
        it covers | it will cover | work will be organised around | work will be organized around |
        work will focus on | joint work will focus on | activities will focus on | cooperation, focuses on |
        co-operate in | co-operate on | cooperating in | cooperating on | collaborating on | collaborating in |
        cooperation on | cooperation in | co-operation on | co-operation in | cooperate on |
        cooperate in | collaborate on | collaborate in | collaboration on | collaboration in |
        work together on | working together on | partner on | partnership on | partnership in |
        exchange in | exchanges in | joint work on | joint research on | joint research in
        """
    ),
    cooperation=split(
        """
        cooperation | co-operation | cooperate | collaboration | collaborate | collaborative |
        partnership | partner | work together | working together | joint | partners | the parties |
        two sides | both sides | two parties | both parties | two institutions | co-operate | cooperating |
        collaborating | work will | activities will | two authorities | two cities | it
        """
    ),
    aims=split(
        "aims to | aimed at | aiming to | in order to | so as to | with the aim of | with a view to"
    ),
    objectives=split(
        """
        the memorandum aims | the agreement aims | the mou aims | the accord aims | the aim of |
        the aims of | the objective of | the objectives of | the purpose of | the goal of |
        the memorandum seeks | the agreement seeks | the mou seeks | the partnership aims |
        the partnership seeks | the partnership is intended | the agreement is intended |
        the memorandum is intended | the agreement is designed to | the memorandum is designed to |
        the collaboration aims | the cooperation aims | the contract aims | the treaty aims
        """
    ),
    not_fields=split(
        """
        other | others | which | mutual interest | common interest | shared interest | interest |
        ensuring | promoting | strengthening | supporting | improving | enhancing | increasing | reducing | helping |
        providing | expanding | establishing | delivering | creating | fostering | advancing | enabling | making |
        ensure | promote | strengthen | support | help | further | this | that | more | a | an | common |
        mutual | both | all | various | several | concern | concerned | where | related | each |
        the two | their | its | many | cooperation | collaboration | expertise | work
        """
    ),
    field_leads=split(
        """
        cooperation in | cooperation on | collaboration in | collaboration on | co-operation in |
        of | such as | including | including the | in | like | in the | for | related to | relating to |
        namely | the | in the areas of | in the fields of | in the field of | are | include | :
        """
    ),
    field_stops=split(
        """
        to | which | was | were | is | are | will | that | with | between | through | as well as | for the next |
        for a | for the | by | at | on | under | where | while | over | during | until | has | have | who | it | we |
        from | so | within | including | among | across | and other | and others | or other | after | before |
        for five | for three | for two | for four | for one
        """
    ),
    compounds=split(
        """
        science and technology | information and communications technology |
        information and communication technology | information and communications technologies |
        trade and investment | research and development | law and order | health and safety |
        arts and culture | science and research | education and training | food and agriculture |
        research and innovation | culture and the arts | youth and sport | youth and sports |
        water and sanitation | water and sewerage | monitoring and evaluation | small and medium |
        micro, small and medium | search and rescue | terms and conditions | disaster risk reduction and management |
        supply and demand | oil and gas | fisheries and aquaculture | plant and animal | men and women |
        women and girls | roads and bridges | ports and harbours | ports and harbors |
        tourism and hospitality | test and evaluation | peace and security | safety and security |
        teaching and learning | conservation and restoration | meteorology and hydrology
        """
    ),
)

PROJECTS: Final = Projects(
    nouns=split(
        """
        project | projects | research project | research projects | joint research projects |
        joint projects | program | programs | programme | programmes | summer schools | initiative |
        initiatives | workshops | studies | joint studies | pilot projects | training courses |
        scholarships | conferences | exhibitions | surveys
        """
    ),
    verbs=split(
        """
        completed | carried out | carry out | implemented | implement | launched | launch |
        conducted | conduct | run | held | worked on | delivered | organized | organised | financed
        """
    ),
    counts=split(
        """
        several | many | numerous | dozens of | hundreds of | two | three | four | five | six | seven |
        eight | nine | ten | more than a dozen | a dozen | a number of
        """
    ),
    funded=(
        ("funded by", ""),
        ("supported by", ""),
        ("financed by", ""),
        ("with funding from", ""),
        ("sponsored by", ""),
    ),
    past=split("have | has | since | already | so far | previously | were | had | to date"),
    ahead=split("will | plan to | is to | are to | expected to | in the coming | next year"),
    stops=split(
        "and several | and many | to | for | with | at | which | that | by | funded | in | since | over"
    ),
)
