"""Which words give away that a line is not the story's own: selling, steering, signing, crediting, commenting, the small print.

Every class is a list of short patterns for ways of speaking that all publishers share, never for one site's strings. They are
matched against the line without what stands in quotation marks, since the people in the news say "sign up now", too.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from enum import StrEnum

from onrecord.ingest import hints

QUOTED = re.compile(r"“[^”]*(?:”|$)|''[^']*(?:'[^']+)*''|\"[^\"]*\"|^\"[^\"]*$|‘[^’]{12,}(?:’|$)")
DAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(?:rs)?|fri|sat|sun"
MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
DATE = rf"(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? ?(?:\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)? {MONTH},? ?(?:\d{{4}})?|\d{{1,4}}[/.-]\d{{1,2}}[/.-]\d{{2,4}})"
TIME = r"\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?(?: ?\(?[a-z]{2,4}\)?)?"
NAME = r"[A-Z][\w’'.-]*(?: (?:(?:de|del|al|bin|van|von|der|la|le|el)\b|[A-Z][\w’'.-]*)){1,4}"


class Wording(StrEnum):
    """A way of speaking that stories don't have, or hardly."""

    SELLS = "sells"
    INVITES = "invites"
    STEERS = "steers"
    SMALL_PRINT = "small print"
    CREDITS = "credits"
    SIGNS = "signs"
    DATES = "dates"
    INTRODUCES = "introduces"
    OPENS_COMMENTS = "opens comments"
    COMMENTS = "comments"
    ADDRESS = "address"


Test = Callable[[str], re.Match[str] | None]


def _any(*patterns: str, flags: re.RegexFlag = re.IGNORECASE) -> tuple[Test, ...]:
    return tuple(re.compile(pattern, flags).search for pattern in patterns)


def _opening(*patterns: str, flags: re.RegexFlag = re.IGNORECASE) -> tuple[Test]:
    """Patterns that can only match where the line begins, tried there in one go: they count as one."""
    return (re.compile("|".join(f"(?:{pattern})" for pattern in patterns), flags).match,)


# Orders to the reader open a sentence; further in, the same words are news ("refuses to sign up to the treaty").
ORDER = r"(?:^|[.!?:;…|–—] |\bplease )"
SELLS = _any(
    rf"{ORDER}(?:subscribe|sign[ -]?up|register)(?: now| today| here| free| for | to (?:our|the|get|receive)|$|!)",
    r"\bsubscribe (?:now|today|here|to our)\b|\bsign up (?:now|today|here|for our|to our)\b|\bclick (?:here|on the link|the link|below)",
    r"(?:^|\W)(?-i:Read|See|Learn|Find [Oo]ut|Show) (?:more|the full story|full (?:article|story))\W*$",
    rf"{ORDER}(?:get|download|try|join) (?:the |our |your )(?:free |latest |daily |weekly )*\w* ?(?:apps?|newsletters?|e-?books?|briefing|reports?|mailing list|\w+ club)\b",
    rf"{ORDER}(?:get|enjoy|unlock) (?:full |unlimited |instant )?access to\b|{ORDER}(?:be sure to )?visit [\w’' ]{{2,40}} on (?:facebook|twitter|instagram)|\[button\b",
    r"\bfree (?:newsletter|e-?book|shipping|download|consultation|\w+-day trial)\b|\byour free trial\b",
    rf"\b(?:for a limited|limited-)time\b|\bspecial offers?\b|{ORDER}(?:buy|shop|order|book|enrol?l|donate|apply) (?:now|today|yours?)\b|\bon sale (?:now|today)\b",
    r"\b(?:page|list|site|post|article|database) is (?:being )?updated (?:frequently|daily|regularly|constantly|hourly)\b",
    rf"\b(?:follow|like|join|find) us (?:on|at)\b|{ORDER}follow [\w ]{{3,40}} on (?:twitter|facebook|instagram)",
    rf"{ORDER}(?:support (?:us\b|our |independent |quality )|make a (?:donation|contribution)\b|help us )",
    rf"{ORDER}become an? (?:\w+ )?(?:member|subscriber|supporter|patron)\b(?! of)|\bmembers?-only\b|\balready a subscriber\b",
    r"\b(?:like|enjoyed?|enjoying) (?:this|our|what) [^?]{0,30}\?|\bto your (?:inbox|e-?mail)\b|\bin your inbox\b|\bdon[’']t miss (?:out|our)\b",
    r"\b(?:database|webinar|e-?book|course|newsletter|app|podcast) (?:is )?now (?:live|up|available|open)\b",
    rf"{ORDER}see (?:what|which|how) (?:\w+ ){{1,5}}(?:are|is) (?:buying|selling|doing|saying)\b|\band much more\W*$",
    r"\b(?:earn|receive|contains?|through|use) [^.]{0,30}\b(?:affiliate|commissions?)\b|^(?:sponsored|advertisement|advert|promoted|advertorial|paid (?:post|content))\b",
    rf"{ORDER}(?:watch|listen to) (?:the|our) (?:full |latest )?(?:video|podcast|episode|show)\b|\bstory continues below\b",
)
# The voice of advertising: none of these sells by itself, and statements to the press have one or the other.
INVITES = _any(
    r"\byou(?:r|[’']re|[’']ll|rself)?\b",
    r"(?:^|[.!?:] )(?:join|get|discover|find|learn|book|start|try|save|enjoy|download|receive|support|see|stay|explore|upgrade|unlock|check|claim|grab|shop|meet|take|make|never|don[’']t|looking|want|need|ready|introducing)\b",
    r"\bour (?:[\w-]+ )?(?:editors?|readers?|subscribers?|members?|experts?|team|newsletters?|app|website|site|magazine|podcasts?|store|shop|courses?|customers?|clients?|picks?|guide|archives?|journalism|newsroom|reporters|journalists|coverage|bulletin|briefing|services?|products?)\b",
    r"\b(?:(?:for|it) free\b|free (?:of charge|every|daily|weekly|when|today|guide|copy|access|account|quote|consultation|trial|sample|gift)|discount\w*|% off|bonus|exclusive\w*|premium|unlimited|bestselling|award-winning|affordable)\b",
    r"[$£€]\d[\d.,]* ?(?:a|per|/) ?(?:day|week|month|year|issue)\b|\bcancel any ?time\b|\bevery (?:weekday|morning|week|day|month) ?(?:morning)?[.!]|\bonly [$£€]\d",
    r"!(?:\s|$)",
    r"\b(?:newsletters?|subscri(?:be|ption)\w*|webinars?|e-?books?|podcasts?|brochures?|coupons?|gift|whitepapers?|free consultation|inbox)\b",
)
STEERS = (
    *_opening(
        r"^(?:[«‹<←] ?)?(?:previous|next|older|newer|prev)\b(?: (?:article|post|story|page)s?\b|:|$| [»›>→])",
        r"^\W{0,2}(?:related|recommended|more|also)(?: (?:articles?|stor(?:y|ies)|posts?|topics?|content|coverage|news|reading|links?)\b|:|$)",
        r"^(?:more|most|read more|see more|latest|top|popular|trending|other) (?:from|on|in|about|stories|news|read|popular|viewed|recent|shared|posts|headlines|videos|articles)\b",
        r"^(?:share|tweet|e-?mail|print|pin|save|bookmark)(?: (?:this|on|via|it|article|story)\b|:|$|\W*\d*$)",
        r"^(?:tags?|topics?|categor(?:y|ies)|filed (?:under|in)|posted in|labels?|keywords|sections?|archives?|sources?)\b ?(?::|$)|^filed (?:under|in)\b",
        r"^(?:skip|jump|back|return|go) to\b|^(?:home|menu|search|log ?in|sign in|contact|about|careers|jobs|faq|rss|sitemap|site map|help|shop)(?: us)?$",
        r"^(?:facebook|twitter|instagram|youtube|linkedin|pinterest|whatsapp|reddit|google\+?|telegram|rss|e-?mail)\b(?:\W|\d|facebook|twitter|instagram|youtube|linkedin|pinterest|whatsapp|reddit|google|telegram|rss|e-?mail|feed)*$",
        r"^(?:see|read|watch|listen|view|hear)(?: also| more| next| the)?\s?:|^also (?:read|see|on)\b|^(?:see|read) (?:also|next)\b",
        r"^you (?:may|might)(?: also)? (?:like|be interested)|^editor[’']?s[’']? picks?|^continue reading|^(?:load|show|view|hide) (?:more|all|comments)",
        r"^(?:loading|advertisement|newsletters?|subscriptions?|close|caption|gallery|video|play|pause|mute|live|next|share[sd]?|menu|follow)\W*(?:us|now)?\W*$",
        r"^(?:image|photo|slide|page|video)? ?\d+ ?(?:of|/) ?/? ?\d+\W*$|^\d+ (?:shares?|likes?|views?|followers?|min(?:ute)?s? read)\b|^\W*\d*\W*$|^\w$",
        r"^(?:view|see|back to|open) (?:the )?(?:gallery|slideshow|photos?|all|full|larger|image)|^must[ -](?:read|see)|^story timeline",
    ),
    *_any(
        r"\bno (?:posts?|items|results|articles|comments)(?: yet)?(?: to (?:display|show))?\W*$",
        r"[»›→]\s*$|^[«‹←]|^(?:\S+ ?[|>›»/] ?){2,}|(?: [|›»·•] [^|›»·•]+){2,}$|^\d+ (?:second|minute|hour|day|week|month)s? ago$",
    ),
)
SMALL_PRINT = (
    *_opening(
        r"^(?:notice|disclaimer|disclosure|correction|clarification|(?:a )?note (?:to|for|from) (?:readers|editors|our readers|the editors?)|editor[’']s note)s?\b(?: ?:|, |$)",
        r"^(?:terms (?:of|and|&) (?:use|service|sale|conditions)|privacy (?:policy|notice)|cookies?(?: policy| notice|$)|corrections? policy)\b",
    ),
    *_any(
        r"(?<!\w)©|\(c\) ?\d{4}|\bcopyright (?:©|\(c\)|\d{4}|by\b|of\b|notice)|\ball rights reserved\b",
        r"\bcomments? (?:are|is|have been|has been) (?:now )?(?:closed|disabled|moderated|subject)|\bcommenting (?:is|has)\b|\bmoderating (?:all )?comments\b",
        r"\b(?:this (?:site|website|page)|we) (?:use|uses|store)s? cookies\b|\bcookie (?:policy|settings|preferences|notice)\b|\bcookies are\b",
        r"\bmay not be (?:reproduced|redistributed|rebroadcast|published, )|\breproduc\w+ .{0,40}\bprohibited\b|\bterms of (?:use|service)\b",
        r"\b(?:views|opinions) expressed\b.*\b(?:author|contributor|writer|not necessarily|do not|own)|\bfor informational purposes only\b",
        r"\bthis (?:article|story|post|headline|piece|report) (?:was|has been|originally) (?:originally |first |since )?(?:published|updated|amended|corrected|appeared|edited|misstated|misidentified)",
        r"\bunsubscribe\b|\be-?mail address will not be published|\brequired fields are marked",
        r"\b(?:report (?:a|an) (?:error|typo|problem)|policy on corrections|community (?:guidelines|standards))\b",
    ),
)
CREDITS = (
    *_opening(
        r"^(?:photos?|images?|pictures?|pics?|credits?|photograph|illustration|graphic|video|file photo)(?: credits?| courtesy)?(?: by| of)? ?[:/©—]",
        r"^by .{2,60},? via \S",
    ),
    *_any(
        r"\b(?:image|photo|picture)(?: credit)?: ?[\w.’' -]{3,60}\W*$|\((?:image|photo|picture|credit|source)\b[^)]*\)\W*$",
        r"\((?:[^()]{0,60}[/ ])?(?:AP|AFP|EPA|Reuters|Getty|Xinhua|PA|UPI|ANI|TASS|Shutterstock|Flickr|iStock|Wikimedia|Unsplash)(?: (?:photo|images?|file))?(?:[/,][^()]*)?\)\W*$",
        r"\b(?:getty images|shutterstock|istock(?:photo)?|unsplash|wikimedia commons|own work|creative commons|public domain\]|cc[ -]by(?:-[a-z]{2})*)\b.{0,60}$",
        r"/ ?(?:AP|AFP|EPA|Reuters|Getty|Xinhua|Bloomberg|Rex|Corbis|Shutterstock)(?: images| photo| via .{0,30})?\W*$",
    ),
)
# An entry of a list by dates: "June 9 – what happens then".
ENTRY = re.compile(rf"(?:(?:{DAY}),? )?(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH}|(?:19|20)\d{{2}})\b\W.*\w", re.IGNORECASE)
# Where a credit begins that stands at the end of a description.
CREDIT_TAIL = re.compile(
    r"\b(?:image|photo|picture)(?: credit)?: |\((?:[^()]{0,60}[/ ])?(?:image|photo|AP|AFP|EPA|Reuters|Getty|Xinhua)\b",
    re.IGNORECASE,
)
LABEL = re.compile(r"(?:photos?|images?|pictures?|file photo|video|graphic)\s?:", re.IGNORECASE)
SIGNS = _opening(
    rf"^(?i:by):? (?:(?i:the) )?{NAME}(?:(?:,| and| \||/| [-–—]|@| (?:in|for|at)) ?[\w@. ’'/|,:-]{{0,80}})?$",
    r"^(?i:from|sent|to|date|cc|reply-to): \S.{0,80}$",
    r"^(?i:by):? [A-Z][A-Z .’'-]{4,40}$",
    r"^\W{0,3}(?i:(?:with )?(?:additional )?(?:reporting|writing|editing|written|compiled|posted) by) .{3,160}$",
    rf"^(?:{NAME})(?: and {NAME})? (?:in [A-Z]\w+ )?contributed (?:to this|reporting|from)\b",
    r"^[\w’' .-]{3,60} contributed to this (?:report|article|story)\W*$",
    r"^(?i:staff (?:reports?|writer|reporter)|associated press|reuters|agence france-presse|from (?:staff|wire) reports?|opinion (?:columnist|contributor)|contributing (?:writer|editor))\W*$",
    r"^[-–—]+ ?(?i:reuters|ap|afp|associated press|bloomberg|upi|dpa|xinhua)\W*$|^\((?i:reuters|ap|afp|upi|dpa|xinhua)\)\W*$",
    rf"^{NAME},? (?:(?i:staff|ap|senior|special|contributing|associated|political|chief|business|sports) ?[\w ]{{0,24}})?(?i:writer|correspondent|reporter|editor|contributor|columnist)s?\W*$",
    flags=re.RegexFlag(0),
)
DATES = _opening(
    r"^\W*(?:first |last |originally )?(?:updated|published|posted|modified|uploaded)(?: (?:on|at|by|in)\b| ?:| (?=\d)|$)[^.]{0,80}$",
    rf"^\W*(?:(?:first |last )?(?:updated|published|posted|modified)\W*)?(?:(?:{DAY}),?\s+)?{DATE}(?:[\s,|/•·-]*(?:at |on )?{TIME})?(?:[\s,|/•·-]+(?-i:[A-Z])\w*)?\W*$",
    rf"^(?:{TIME}\s*[,|/-]?\s*)(?:(?:{DAY}),?\s+)?{DATE}\W*$|^\W*\d{{4}}-\d{{2}}-\d{{2}}(?:[t ]\d{{2}}:\d{{2}}\S*)?\W*$",
    rf"^\W*(?:(?:{DAY}),?\s+)?{DATE}[\s,|/•·-]*{TIME}.{{0,40}}$",
    rf"^[\w’'@ .,-]{{3,50}}?[\s,|/•·–—-]+(?:(?:{DAY}),?\s+)?{DATE}[\s,|/•·–—-]*(?:at |on )?{TIME}(?: [\w ]{{0,12}})?\W*$",
)
INTRODUCES = _any(
    rf"^(?:{NAME}|[Hh]e|[Ss]he) (?:is|was|has been)(?: also)? (?:an?|the|our)\b[^.]{{0,80}}\b(?:writer|journalist|reporter|editor|correspondent|columnist|author|blogger|translator|contributor|freelancer?|commentator|broadcaster|podcaster)\b",
    rf"^(?:{NAME}) (?:writes|reports|blogs|covers|teaches|edits|contributes|tweets)\b",
    r"\b(?:[Hh]er|[Hh]is|[Tt]heir) (?:\w+ ){0,2}(?:articles|reports|work|writing|columns|essays|reporting|books)(?: and [\w ]{1,20})? (?:have|has)? ?(?:been )?(?:appear|publish|feature)",
    r"\bholds? an? (?:[\w’'.]+ ){0,3}(?:degree|master|bachelor|ph\.?d|ma|ba|mba)\b|\b(?:graduated from|degree in|master[’']s degree|bachelor[’']s degree)\b",
    rf"^(?:{NAME}|[Hh]e|[Ss]he) has (?:covered|reported|written|been (?:writing|reporting|covering)|edited)\b",
    r"\b(?:[Hh]e|[Ss]he) (?:has )?(?:worked|written|reported|writes|covers|reports) (?:for|on|about)\b|\bis (?:fluent in|the author of|based in|a graduate of)\b",
    r"\b(?:follow|contact|reach|e-?mail) (?:him|her|them) (?:on|at|via)\b|\bcan be (?:reached|found|followed) (?:at|on|via)\b|^(?i:about the authors?)\b",
    r"\bis headquartered in\b|\bemploys (?:about |around |some |over |more than |nearly )?\d[\d,.]* (?:people|staff|workers)\b|^About [A-Z][\w.&’' -]{1,40}$",
    flags=re.RegexFlag(0),
)
OPENS_COMMENTS = _opening(
    r"^\W*(?:\d+ |no |add |post |leave |write |view |show |hide |user |reader |readers[’'] |your |all |facebook |join the )*(?:a )?(?:comments?|replies|responses|reply|discussion|conversation)(?: ?\(?\d+\)?|:|\.{3})?\W*$",
    r"^\W*\d+ (?:comments?|replies|responses|thoughts)(?: on| to)?\b.{0,120}$",
    r"^(?:leave|post|write|add) (?:a|your) (?:reply|comment)\b|^(?:you must be )?log(?:ged)? in to (?:post a )?(?:comment|reply)",
)
COMMENTS = _any(
    rf"^[\w .’'-]{{2,40}} says:?$|^[\w .’'-]{{2,40}}(?: wrote| commented):|^reply$|^(?:report abuse|flag|upvote|like \d*)\W*$|{DATE} at {TIME}\W*$",
    r"\bmy (?:opinion|screenplay|book|blog|comment|two cents|novel|website|site|channel)\b|\b(?:lol|imho|imo|wtf|omg)\b|!!+|\?\?+",
    r"\b(?:great|nice|good|interesting|excellent) (?:article|post|read|piece)\b|\bthanks for (?:sharing|posting|this)\b",
)
SIGNED_COMMENT = re.compile(rf"[\w .’'-]{{2,40}} (?:says|wrote|commented):?(?:\s+(?:on )?{DATE}.*)?$", re.IGNORECASE)
ADDRESS = _any(
    r"https?://\S+|www\.\S+|\b[\w.+-]{1,64}@[\w-]+\.\w{2,}",
    r"\b\w{4,40}?(?:yahoo|gmail|hotmail|outlook|aol)\s?(?:dot\s?)?com\b|\b\w{1,40} ?[\[(](?:at|dot)[\])] ?\w+",
)
CLASSES: tuple[tuple[Wording, Sequence[str], tuple[Test, ...]], ...] = (
    (Wording.SELLS, hints.SELLS, SELLS),
    (Wording.INVITES, (), INVITES),
    (Wording.STEERS, (), STEERS),
    (Wording.SMALL_PRINT, hints.SMALL_PRINT, SMALL_PRINT),
    (Wording.CREDITS, hints.CREDIT, CREDITS),
    (Wording.SIGNS, (), SIGNS),
    (Wording.DATES, (), DATES),
    (Wording.INTRODUCES, hints.INTRODUCES, INTRODUCES),
    (Wording.OPENS_COMMENTS, (), OPENS_COMMENTS),
    (Wording.COMMENTS, hints.COMMENT, COMMENTS),
    (Wording.ADDRESS, hints.ADDRESS, ADDRESS),
)


def unquoted(text: str) -> str:
    """The text without what stands in quotation marks; a mark that is never closed quotes to the end."""
    return QUOTED.sub(" ", text)


def count_wording(text: str) -> dict[Wording, int]:
    """How many patterns of each way of speaking a unit's own words meet; 0 is left out, and so are words all in quotation marks."""
    words = " ".join(unquoted(text).split())
    lower = words.lower()
    counts: dict[Wording, int] = {}
    for wording, needed, tests in CLASSES if words or not text else ():
        if not needed or any(hint in lower for hint in needed):
            counts[wording] = sum(test(words) is not None for test in tests)
    return {wording: count for wording, count in counts.items() if count}
