"""A question with something said beside it: "the subs desk is waiting: where is Munich", "…, for the finance pages".

A stretch of a text that asks something by itself is answered if all that stands beside it is an aside. An aside may
hold words that nobody knows, for it says who asks, what for and in what mood; but none that could limit the question,
and not the name of another subject.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from bot.questions.free.clauses import IDLE
from bot.questions.free.marks import Kind
from bot.questions.free.remarks import NAMES, common, denying, meant, rival
from bot.questions.free.spelling import plain
from bot.questions.free.vocabulary_chat import CHAT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.questions.free.marks import Mark
    from bot.questions.free.scanning import Scanned

MOST_BORDERS = 8
MOST_STRETCHES = 12
"""Stretches that are tried, the longest first: each is read anew."""

MOST_READ = 800
"""Characters of all stretches that are tried."""

MOST_OPENING = 14
"""Words of the longest opening that leads to a question without a stop."""

_PERSON = (
    r"(?:i|i['’]?m|i['’]?d|i['’]?ve|we|we['’]?re|we['’]?ve|my|our|your|you|u|he|she|they|it|its|the|a|an|this|that|his|her|their"
    r"|someone|somebody|everyone|people|nobody|anyone|some|both|one)"
)
STOP = re.compile(
    r"(?<![.\s]\b[a-z])(?<!\bdr)(?<!\bmr)(?<!\bms)(?<!\bmrs)(?<!\bst)(?<!\bprof)(?<!\bno)(?<!\bvs)\s*[.!?;:,…]+(?:\s+|$)"
    r"|\s+[-–—]+\s+|\s*[。！？；，、（）()\n]\s*",
    re.IGNORECASE,
)
"""Where one thing is said and another begins."""

SUBORDINATE = re.compile(
    r"(?:since|while|when|if|before|after|as|because|though|although) (?:i|we|my|our|you|u|he|she|they|it['’]?s)\b",
    re.IGNORECASE,
)
"""How a clause begins that says when or why somebody asks."""

_CALLS = """
    lol lmao lmfao rofl haha hahaha bro bruh bruv btw ofc fr frfr ngl tbh imo rip smh lmk istg deadass bhai yaar parce
    galera hermano hermana amigo amiga amigos habibi habibti lah leh mano tio primo guey wey pana oga chale abeg boet
    mzee kuya mate dude fam gang guys folks innit yh yall ig idk fyi plsss plssss plss pleeease thanksss thankss thxx
    xd kek ok salam salaam konnichiwa ohayo mabuhay habari jambo kia ora saludos hola bonjour bonsoir ciao namaste
    namaskar merhaba selam shalom sawubona hallo ola salut hej hei privet ahoj annyeong nihao xin chao sawasdee
    selamat pagi tere labas dobry dzien moin servus gruezi buenas buongiorno gday cheerio grettings greetings
"""
CALLS = frozenset(_CALLS.split())
"""Slang of a mood, and how people call one another."""

TURN = re.compile(
    rf"\s+(?=(?:so|so that|and|because|cuz|cos|cause|as)\s+{_PERSON}\b|but\s)"
    r"|\s+(?=(?:since|while|when|if|before|after|though|although|or)\s+(?:i|we|my|our|you|u|he|she|they|it|someone)\b)"
    r"|\s+(?=for\s+(?:a|an|the|my|our|this|that|his|her|their|your|some|tonight['’]?s?|tomorrow['’]?s?|today['’]?s?)\s)"
    rf"|\s+(?=(?:{'|'.join(sorted(CALLS))})\b)|(?<=\blol)\s+|\s+(?:question mark|full stop|comma)\b\s*",
    re.IGNORECASE,
)
"""Where a reason, a purpose or a mood may begin without a stop."""

WORD = re.compile(r"\s+")

_REQUESTS = """
    tell show give send list name say find get fetch look check confirm verify provide share read remind help explain
    pull dig bring put settle work figure clarify state cite quote repeat spell print post drop pass hand point supply
    see know recall remember happen need needs needed want wants wanted wonder wonders wondering ask asks
    asked asking curious says said say claims claimed thinks thought believes insists swears reckons told tells argues
    quoting announce include mention mentioned mentions that whether if about after out up down me us him her them
    written forgot forget know knows understand guess bet hear heard checking confirming saying telling
"""
LEADING = frozenset(_REQUESTS.split())
"""Words that may end an opening: what follows them is what somebody says, or wants to know."""

REPORTING = frozenset(
    ("says", "said", "claims", "claimed", "thinks", "believes", "insists", "swears", "reckons", "argues")
)
"""Those of them that come after any name: "Dr. Weber claims …"."""

OPENER = frozenset(
    ("who", "whos", "who's", "what", "whats", "what's", "which", "where", "wheres", "where's", "how", "hows", "how's",
     "when", "is", "are", "was", "were", "does", "do", "did", "has", "have")
)  # fmt: skip
"""Words with which a question begins by itself."""

_ASKER = re.compile(
    r"(?:(?:hi|hey|hello|oh|dear|um|yo|ok|okay|so|well|and|but|dear all|please|pls|kindly|sorry|now|just)\W+)*"
    r"(?:(?:can|could|would|will|may|might) (?:you|u|ya|someone|somebody|anyone|i|we)\b"
    r"|(?:do|does) (?:you|u|anyone|anybody|somebody)\b"
    rf"|{_PERSON}\b|please\b|need\b|want\b|let\b|tell\b|show\b|give\b|quick\b|any\b|dictating\b|asking\b|looking\b"
    r"|trying\b|wondering\b|help\b|confirm\b|remind\b|check\b)",
    re.IGNORECASE,
)
"""How an opening begins in which somebody asks or reports."""

_MODAL = re.compile(
    r"\W*(?:\w+\W+){0,2}?(?:can|could|would|will|may|might) (?:you|u|ya|someone|somebody|anyone|i|we)\b", re.IGNORECASE
)

RESTRICTING = re.compile(
    r"\b(?:only(?! (?:need|want|have|know|ask|got|asking|pls|please)|$)|except\w*|exclud\w+|without|unless|per|by"
    r"|among\w*|within|under|instead|rather|minus|besides|apart"
    r"|other than|capita|terms|regardless|ignor\w+|measur\w+|adjust\w*|weight\w*|sort(?:ed|ing)|order(?:ed|ing)"
    r"|count(?:s|ed|ing)|includ\w+|consider\w*|us(?:ed|ing)|based|relative|compar\w+|filter\w*|limit\w*|restrict\w*"
    r"|judg\w+|focus\w*|concern\w*|regard\w*|according|term|category|sector|field|industry|leave out|left out"
    r"|comes to|respect to|as for)\b",
    re.IGNORECASE,
)
"""Words by which what is asked may be limited to something that nobody here knows."""

MATTER = re.compile(
    r"\b(?:comes to|in terms of|with (?:respect|regard) to|as (?:for|regards)|wise|defin\w+)\b", re.IGNORECASE
)
"""Words after which, or before which, a matter is named."""

SPECIFYING = re.compile(r"\b(?:ones|i mean|that is|as in|liar)\b", re.IGNORECASE)
"""Words by which somebody corrects what was said: with strange words it is not known how."""

NARROWING = frozenset(
    ("in", "within", "with", "of", "from", "to", "than", "versus", "vs", "like", "that", "which", "who", "whose",
     "where", "how", "why", "what", "when", "under", "over", "between", "near", "around", "at", "also", "plus", "then",
     "not", "no")
)  # fmt: skip
"""Words with which no aside of unknown words begins: they lead on to a condition, or to another question."""

PURPOSE = re.compile(
    r"for (?:a|an|the|my|our|this|that|his|her|their|your|some|tonight['’]?s?|tomorrow['’]?s?|today['’]?s?)\s",
    re.IGNORECASE,
)
_AIMS = """
    piece story article report paper essay page pages caption headline sidebar bulletin broadcast show programme
    program slide slides deck talk speech lecture lesson class course seminar briefing brief memo note notes
    newsletter post blog tweet thread podcast video column supplement archive magazine press website site record desk
    editor boss minister mayor ambassador client clients team friend bet quiz homework project assignment thesis
    presentation pitch meeting panel debate event delegation mission graphic infographic chart poster map table quote
    footnote box draft book research study survey application proposal grant interview exam test trivia game argument
    discussion purpose purposes committee board council chamber office department school students audience readers
    viewers listeners stream card bingo board whiteboard wall sheet spreadsheet powerpoint keynote diary scrapbook
    banner cake toast crossword puzzle raffle sweepstake bio profile cv
"""
AIMS = frozenset(_AIMS.split())
"""What people need an answer for."""

VERBAL = re.compile(
    r"\b(?:is|are|was|were|am|be|been|being|has|have|had|do|does|did|will|would|can|could|should|shall|must|might"
    r"|going|looking|reading|checking|writing|working|sitting|preparing|drafting|updating|finishing|doing|making|putting"
    r"|trying|compiling|editing|revising|proofreading|researching|browsing|scrolling|planning|hosting|moderating|teaching"
    r"|dictating|typing|quoting|isnt|arent|wasnt|dont|doesnt|didnt|cant|wont"
    r"|\w+['’](?:m|re|ve|d|ll|t)|\w{2,}ed|given|needs?|wants?|asks?|says?|said"
    r"|waiting|watching|listening|wondering|arguing|fighting|debating|begging|dying|crying|screaming|hoping"
    r"|told|thinks?|thought|knows?|knew|got|get|gets|goes|went|came|comes?|made|makes?|buys?|pays?|owes?|wrote|saw"
    r"|heard|read|on it)\b"
    r"|\b(?:i|im|ive|id|me|my|we|our|us|you|your|u|ur|he|she|they|them|him|her)\b",
    re.IGNORECASE,
)
"""What shows that a whole sentence is said of somebody, and no subject merely named."""

_ECHO = """
    nah nope naw
    is was are were does do did has have can could would it that this they them he she one ones who what which where
    so or the tell say said i we me him her you us right true correct hold holds stand stands up help please pls there
    goes go in case now then again cap facts fact be any idea got lol isnt really yes no way sure then though pray
"""
ECHO = frozenset(_ECHO.split())
"""Words of which a question is made that only asks again for what was asked: "which are they", "was it"."""

DOING = re.compile(
    r"(?:still |just |currently |quickly )?(?:dictating|writing|asking|typing|calling|texting|prepping|preparing"
    r"|drafting|reading|watching|sitting"
    r"|working|chatting|studying|cramming|revising|researching|wondering|speaking|travelling|traveling|driving|waiting"
    r"|finishing|editing|teaching|hosting|moderating|going through|looking through|updating|explaining)\b",
    re.IGNORECASE,
)
"""How somebody begins who says what they are doing: "dictating again"."""

GREETING = re.compile(
    r"(?:asking|greetings|hello|hi|hey|writing|calling|cheers|love|regards|hugs|salaam|saludos|salutations|grüße|posting"
    r"|messaging|texting|reporting|tuning in|listening)\b.*\bfrom\b",
    re.IGNORECASE,
)
"""How somebody says where they are: "asking from Accra"."""

REFERENCE = re.compile(r"for (?:comparison|reference|context|background|completeness|the record)\b", re.IGNORECASE)
"""How somebody says what an answer is for, without an article."""

PRESENT = re.compile(r"(?:[\w'’]+ ){1,4}(?:here|in the house|speaking)(?: eh)?\W*", re.IGNORECASE)
"""How somebody says who they are: "Kenyan student here"."""

ANNOUNCED = re.compile(r"(?:[\w'’]+ ){0,3}question(?: maybe| for you| for all)?\W*", re.IGNORECASE)
"""How somebody says that a question comes, and of what kind."""

KNOWN = re.compile(r"(?:i|we)(?:['’]ve)? (?:only |already |just )+(?:have|know|got|found|saw|see)\b", re.IGNORECASE)
"""How somebody says what they have already: "I only have this year's"."""

GUESS = re.compile(r"\W*(?:i|my|id|i['’]d) (?:would )?(?:guess|say|bet|think|reckon|money|vote|hunch)\b", re.IGNORECASE)
"""How somebody begins who guesses at the answer."""

GREETED = IDLE | NAMES | {Kind.OUTSIDE, Kind.AMBIGUOUS}
HARMLESS = re.compile(
    r"\W*(?:(?:i|we|i['’]?ve|we['’]?ve|have|had|honestly|literally|lol|nah|um|uh)\W+){0,3}(?:"
    r"never (?:even |once )?(?:heard|known|knew|seen)(?: of| about)?"
    r"(?: (?:it|them|that|this|him|her|that one|the place))?"
    r"|no (?:googling|google|cheating|guessing|guesses|looking it up|wiki|wikipedia|excuses|jokes?|kidding|bs|pressure"
    r"|rush|hurry|worries|doubt|idea|clue|offen[cs]e|way|chance|lie|cap|essays?|fluff|waffle|explanations?|small talk)"
    r"(?: pls| please)?"
    r"|(?:just |only )?(?:the )?(?:names?|numbers?|figures?|one word|short answers?)(?: only)?"
    r"(?: (?:is|are)? ?(?:fine|enough|ok))?(?: pls| please| plz| thanks)?"
    r"|(?:many )?(?:thanks|thank you|thx|cheers|ty)(?: (?:so|very) much| a lot)?(?: for [^,.;?!:]{2,40})?"
    r"|nope|naw|nah|rip|f|yeah right|as if|get out|shut up|don['’]?t lie)\W*",
    re.IGNORECASE,
)
"""What is said in a mood, or says how short the answer may be."""

LIVING = ("live in", "lives in", "living in", "live there", "lives there")
"""How it is said where somebody lives."""

QUANTITIES = frozenset((Kind.NUMBER, Kind.ORDINAL, Kind.DECIMAL, Kind.CLUSTERS))
EVERYDAY = frozenset(
    (Kind.MAKING, Kind.REACH, Kind.STAY, Kind.BEFORE, Kind.ONLY, Kind.COME_FROM, Kind.WILL,
     Kind.UPCOMING, Kind.DATA, Kind.LIST, Kind.SOURCE,
     Kind.WHEN, Kind.WHERE, Kind.MOVE, Kind.METHOD, Kind.NEW, Kind.CLUSTERS, Kind.RANK, Kind.UP, Kind.DOWN,
     Kind.HISTORY, Kind.COVER)
)  # fmt: skip
"""Meanings that a word of everyday talk may have without meaning them."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a text that may ask something by itself, and what stands beside it. `opening` leads to it.

    `marked` says that a question mark follows: then it asks whatever is thought of the answer.
    """

    text: str
    beside: tuple[str, ...]
    opening: str = ""
    marked: bool = False


def stretches(text: str) -> tuple[Stretch, ...]:
    """Return the parts of a text that may ask something by themselves, the longest first."""
    found = {each.text: each for each in _stretches(text)}
    left = MOST_READ
    tried: list[Stretch] = []
    for each in sorted(found.values(), key=lambda each: -len(each.text)):
        if len(each.text) <= left and len(tried) < MOST_STRETCHES:
            left -= len(each.text)
            tried.append(each)
    return tuple(tried)


def _stretches(text: str) -> Iterator[Stretch]:
    cuts = {found.span() for pattern in (STOP, TURN) for found in pattern.finditer(text)}
    borders = [(0, 0), *sorted(cuts)[: MOST_BORDERS - 2], (len(text), len(text))]
    for first, last in combinations(range(len(borders)), 2):
        part = text[borders[first][1] : borders[last][0]].strip()
        if not part:
            continue
        outside = [
            text[borders[at][1] : borders[at + 1][0]].strip()
            for at in range(len(borders) - 1)
            if not first <= at < last
        ]
        beside = tuple(each for each in outside if each.strip(" .!?,;:…"))
        marked = "?" in text[borders[last][0] : borders[last][1]]
        if beside:
            yield Stretch(part, beside, marked=marked)
        for opening, rest in _opened(part):
            yield Stretch(rest, beside, opening, marked)


def _opened(part: str) -> Iterator[tuple[str, str]]:
    """Yield where a part may be cut in an opening and what it leads to."""
    asked = _ASKER.match(part) is not None
    for place, gap in enumerate(WORD.finditer(part)):
        if place >= MOST_OPENING:
            return
        opening, rest = part[: gap.start()], part[gap.end() :]
        last, first = plain(opening.split()[-1]), plain(rest.split()[0])
        if last in (LEADING if asked else REPORTING) or (asked and first in OPENER and place > 0):
            yield opening, rest


def aside(part: str, scanned: Scanned, named: frozenset[object], *, claimed: bool) -> bool:
    """Whether a part beside a question says nothing that could limit it.

    `named` are the places that the question names, by what `meant` returns, and the economies they lie in; `claimed`
    says that it is a claim, which a guess would change.
    """
    words = tuple(map(plain, scanned.words))
    if not words or ECHO.issuperset(words) or HARMLESS.fullmatch(part) is not None:
        return True
    if limiting(part):
        return False
    if (REFERENCE.match(part) or KNOWN.match(part)) is not None:
        spoken = (*IDLE, Kind.COMPARE, Kind.DATA, Kind.ECONOMIES, Kind.EDITION, Kind.ONLY, Kind.RANKING, Kind.RANK)
        return all(mark.kind in spoken for mark in scanned.marks)
    if RESTRICTING.search(part) is not None:
        return False
    introduced = (GREETING.match(part) or PRESENT.fullmatch(part) or ANNOUNCED.fullmatch(part)) is not None
    if introduced and all(mark.kind in GREETED for mark in scanned.marks):
        return True
    if GUESS.match(part) is not None and len(words) <= 6:
        return not claimed
    if PURPOSE.match(part) is not None:
        return True
    denied = denying(part)
    joined = scanned.marks[1:] if SUBORDINATE.match(part) is not None else scanned.marks
    if not all(_harmless(mark, scanned, named, denied=denied) for mark in joined):
        return False
    strange = any(word not in CHAT and word not in CALLS for word in map(plain, scanned.unknown))
    if not strange:
        return True
    first = next((word for word in words if word not in ("and", "but", "so", "or")), "")
    told = SPECIFYING.search(part) is None and first not in NARROWING | OPENER
    return told and (VERBAL.search(part) or DOING.match(part)) is not None


def told(part: str, scanned: Scanned) -> bool:
    """Whether an aside has only words of everyday talk, so that the subject of the question cannot be another."""
    return HARMLESS.fullmatch(part) is not None or (CHAT | CALLS).issuperset(map(plain, scanned.unknown))


def limiting(part: str) -> bool:
    """Whether a part names what a question is about, or whom it is for: another subject, a matter, a kind of people."""
    words = map(plain, WORD.split(part.strip(" .!?,;:…")))
    aimless = PURPOSE.match(part) is not None and AIMS.isdisjoint(words)
    return rival(part) or aimless or MATTER.search(part) is not None


def leads(opening: str, scanned: Scanned, named: frozenset[object]) -> bool:
    """Whether an opening only says who asks or reports, and so leads to a question, which names some places."""
    if limiting(opening) or RESTRICTING.search(opening) is not None:
        return False
    denied = denying(opening)
    if not all(_harmless(mark, scanned, named, denied=denied) for mark in scanned.marks):
        return False
    strange = [word for word in map(plain, scanned.unknown) if word not in CHAT]
    return not strange or _MODAL.match(opening) is None


def _harmless(mark: Mark, scanned: Scanned, named: frozenset[object], *, denied: bool) -> bool:
    """Whether a mark in an aside limits nothing: a place named anyway, everyday talk, or so many minutes or beers."""
    if mark.kind in IDLE or mark.kind is Kind.SOURCE or (mark.kind in NAMES and meant(mark) in named):
        return True
    if mark.kind is Kind.NOT:
        return not denied
    if mark.kind is Kind.RANKING:
        return mark.start > 0 and plain(scanned.words[mark.start - 1]) in ("the", "this", "your", "that")
    if mark.kind in QUANTITIES and mark.end < len(scanned.words):
        after = next((other for other in scanned.marks if other.start == mark.end), None)
        return after is None or after.kind is Kind.FILLER
    if mark.kind is Kind.MEASURE:
        return plain(mark.text) in LIVING
    return plain(mark.text) in ("one", "ones") or (mark.kind in EVERYDAY and common(mark))
