"""Labels of contact blocks and stamps, and the words that tell the parts of a page."""

from __future__ import annotations

from typing import Final

from govnews.extraction import Detection, Label, Layout
from govnews_en._split import split

LABELS: Final = (
    Label(
        role="address",
        words=split(
            """
            address | mailing address | postal address | correspondence address | street address |
            office address | visiting address | visitor address | registered address | business address |
            head office | office | post | by post | write to | write to us | in person | visit us | find us |
            postal | our address | physical address | location address | head office address | office location | corporate office | registered office address | mail to | headquarters | registered office | mail
            """
        ),
    ),
    Label(
        role="phone",
        words=split(
            """
            telephone | telephone number | phone | phone number | tel | tel. | tel no | tel no. | telephones |
            mobile | mob | mob. | cell | cell phone | hotline | helpline | call | call us | alternative number |
            general enquiries | general inquiries | enquiries | enquiry line | inquiries |
            media enquiries | press enquiries | media inquiries | out of hours | out-of-hours |
            switchboard | main switchboard | contact number | toll free | toll-free | freephone |
            ddi | hp | free call | freecall | customer service | customer services | client services | cell no. | cell no | mobile no. | mobile no | tel. no. | tel nos. | telephone no. | telephone nos. | phone no. | phone no | contact no. | contact no | contact numbers | toll-free number | helpdesk | help desk | service centre | call centre | call center | media line | media hotline | press line | media phone | media mobile | after hours | after-hours | epabx | pbx | landlines | ph | ph. | t | m | p | did | ☎ | ☎️ | 📞 | 📱 | office phone | direct line | direct | direct dial | press office |
            newsdesk | news desk | duty press officer | duty officer | emergency | emergencies |
            emergency number | from abroad | international | from outside the uk | textphone |
            text phone | minicom | tty | tdd | textphone/minicom | text relay | main line | main |
            reception | front desk | landline | office number | whatsapp | information line
            """
        ),
    ),
    Label(
        role="fax",
        words=split("fax | fax number | fax no | fax no. | facsimile | telefax | f | fax. | 📠"),
    ),
    Label(
        role="phone_fax",
        words=split(
            "tel/fax | phone/fax | telephone/fax | tel & fax | phone & fax | tel. / fax | tel / fax | tel./fax | telephone and fax | phone and fax | tel and fax"
        ),
    ),
    Label(
        role="email",
        words=split(
            "email id | e-mail id | email ids | general email | enquiries email | electronic mail | "
            "email | e-mail | e | email address | e-mail address | email us | by email | mailto | "
            "press email | media email | emails | ✉ | ✉️ | 📧"
        ),
    ),
    Label(
        role="web",
        words=split(
            "website | web | web site | url | online | www | homepage | web address | internet"
        ),
    ),
    Label(
        role="license",
        words=split(
            "license | licence | license no. | licence no. | license number | licence number | media license"
        ),
    ),
    Label(
        role="parent",
        words=split(
            "parent organization | parent organisation | parent department | parent body | part of"
        ),
    ),
    Label(
        role="published",
        words=split(
            """
            published | posted | posted on | published on | date published | release date | first published |
            date of release | issued | issued on | date posted | publication date | date of publication |
            for release | released | release
            """
        ),
    ),
    Label(
        role="modified",
        words=split(
            "last updated | updated | modified | last modified | updated on | last update | last reviewed"
        ),
    ),
    Label(
        role="author",
        words=split(
            "by | written by | author | story by | reported by | from our correspondent | text by | words by"
        ),
    ),
    Label(
        role="organization",
        words=split("from | organization | organisation | issued by | released by | department"),
    ),
    Label(
        role="credit",
        words=split("source | link original | original source | originally published by"),
    ),
    Label(
        role="other",
        words=split("editor | editors | views | visitor counter | release id | page views"),
    ),
    Label(role="event", words=split("date | when | event date | date and time | day")),
    Label(role="place", words=split("location | where | venue | place | event location")),
    Label(
        role="responsible",
        code="media",
        words=split(
            """
            media contact | media contacts | press contact | press contacts | for media inquiries |
            for media enquiries | media relations contact | media enquiries contact | news media contact |
            contact for media | contact for journalists | media liaison | press liaison | media | press
            """
        ),
    ),
    Label(
        role="responsible",
        code="contact",
        words=split(
            "contact | contacts | contact person | contact name | point of contact | for further information contact | for more information contact | for more information, contact"
        ),
    ),
    Label(
        role="responsible",
        code="editor_in_chief",
        words=split("editor-in-chief | editor in chief | chief editor"),
    ),
    Label(
        role="responsible",
        code="responsible",
        words=split(
            "responsible editor | person responsible | responsible for content | publisher"
        ),
    ),
)

LAYOUT: Final = Layout(
    at=split("at | in | held at"),
    here=split("here"),
    contacts=split(
        """
        contact | contacts | contact us | contact information | contact details | contact point | contact points |
        media contact | media contacts | press contact | press contacts | media enquiries | press enquiries |
        media queries | press queries | for media queries | for press queries | for queries |
        media inquiries | press inquiries | media relations | press office | media office | newsroom contact |
        for more information | for further information | for additional information | further information |
        for media inquiries | for media enquiries | for press inquiries | get in touch | how to contact us |
        how to reach us | general enquiries | general inquiries | enquiries | media enquiries only |
        contact for media | contact for journalists | how to find us | our office | contact the press office |
        phone | telephone | email | post | about the author
        """
    ),
    press=split("media | press | news | newsroom | communications | journalists | public affairs"),
    postcodes=(
        # Australia, New Zealand, Singapore, Kenya, and a code before a town and its country.
        r"(?:nsw|vic|qld|sa|wa|tas|act|nt)\s{1,2}\d{4}",
        r"\d{4},?\s{1,2}(?:new zealand|australia|south africa)",
        r"singapore\s{1,2}\d{6}",
        r"[a-z]{3,20}\s?-\s?\d{3}\s?\d{3}",
        r"p\.?\s?o\.?\s?box\s{1,2}\d{1,6}(?:\s?-\s?\d{5})?",
        r"(?<=,\s)\d{4,5}\s[a-z][a-z.-]{2,20}(?:\s[a-z][a-z.-]{0,20}){0,2},\s[a-z]{4,20}",
        # United Kingdom, United States with its state, Canada, Ireland.
        r"[a-z]{1,2}\d[a-z\d]?\s{1,2}\d[a-z]{2}",
        r"[a-z]{2}\.?,?\s{1,2}\d{5}(?:-\d{4})?",
        r"[a-z]\d[a-z]\s?\d[a-z]\d",
        r"[a-z]\d[\dw]\s[a-z\d]{4}",
    ),
    streets=split(
        """
        private bag | locked bag | marg | nagar | bhawan | bhavan | ring road | bypass | esplanade | promenade | street | road | avenue | lane | drive | boulevard | square | place | court | way | close | crescent |
        terrace | highway | parade | quay | row | walk | plaza | circle | parkway | suite | floor | building |
        house | po box | p.o. box | p. o. box | box | st. | rd. | ave. | blvd. | freepost | tower | gardens | park |
        wharf | mews | hill | grove | rise | estate | compound
        """
    ),
    credits=split("source | by | written by | link original | from | story by | author | text by"),
    photos=split(
        "photo | photos | photo by | photo credit | image | image credit | credits | credit | picture | caption | photographer | video"
    ),
    related=split(
        """
        related | related content | related news | related stories | related links | related articles | share this page |
        share this | share | see also | more news | read more | explore the topic | more stories | latest news |
        you may also like | you might also like | topics | also in the news | most read | other news | more from |
        read next | recommended | trending | tags | comments | explore further | is this page useful?
        """
    ),
    notices=split(
        """
        media factsheet | factsheet | fact sheet | backgrounder | media backgrounder | readout | joint release with | joint media release | joint press release | acknowledgement of country | for immediate release | immediate release | embargoed until | embargoed | press release | news release |
        news story | media release | media advisory | media note | press note | press statement | statement | news item |
        home | news | newsroom | press room | press centre | press center | photo gallery | print | print this page |
        share | min read | minutes read | article | publication | skip to main content | menu | back to news
        """
    ),
    about_us=split("about | about the"),
    closings=split("### | -30- | ends | - ends - | -ends- | # # # | end | * * *"),
    copyright=split("copyright | © | (c) | copyright © | © copyright | crown copyright"),
    holder=split("by | belongs to | held by"),
    terms=split(
        """
        reproduction is authorized | reproduction is authorised | reproduction authorised | please credit |
        please cite | read our | terms of use | privacy policy | this material may | reuse is permitted |
        may be reproduced | may be reused | all content is available under | when republishing
        """
    ),
    events=split(
        """
        took place | takes place | will take place | was held | were held | held | launched | was launched | opened |
        was opened | hosted | gathered | met | completed | announced | scheduled | attended | unveiled |
        inaugurated | was inaugurated | visited | convened | celebrated | welcomed | received | broke ground |
        handed over | begins | opens | will open | ceremony | organised | organized | published | approved |
        adopted | elected | appointed | concluded | delivered | presented | awarded | out
        """
    ),
)

DETECTION: Final = Detection(
    words=split(
        "the | and | of | to | in | is | for | on | that | with | was | has | are | will | by | from | this | have"
    )
)
