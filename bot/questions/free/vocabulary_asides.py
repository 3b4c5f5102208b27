"""The turns of phrase by which an aside is told: who asks, what for, in what mood, and what would limit a question."""

from __future__ import annotations

import re

from bot.questions.patterns import later

_PERSON = (
    r"(?:i|i['’]?m|i['’]?d|i['’]?ve|we|we['’]?re|we['’]?ve|my|our|your|you|u|he|she|they|it|its|the|a|an|this"
    r"|that|his|her|their"
    r"|someone|somebody|everyone|people|nobody|anyone|some|both|one)"
)
STOP = later(
    r"(?<![.\s]\b[a-z])(?<!\bdr)(?<!\bmr)(?<!\bms)(?<!\bmrs)(?<!\bst)(?<!\bprof)(?<!\bno)(?<!\bvs)\s*[.!?;:,…]+(?:\s+|$)"
    r"|\s+[-–—]+\s+|\s*[。！？；，、（）()\n]\s*|\s+[:;]['’]?-?[()DPpd3]+(?:\s+|$)",
    re.IGNORECASE,
)
"""Where one thing is said and another begins."""

SUBORDINATE = later(
    r"(?:since|while|when|if|before|after|as|because|though|although) "
    r"(?:i|we|my|our|you|u|he|she|they|it['’]?s|the \w+)\b",
    re.IGNORECASE,
)
"""How a clause begins that says when or why somebody asks."""

_CALLS = """
    lol lmao lmfao rofl haha hahaha bro bruh bruv btw ofc fr frfr ngl tbh imo rip smh lmk istg deadass bhai yaar parce
    galera hermano hermana amigo amiga amigos habibi habibti lah leh mano tio primo guey wey pana oga chale abeg boet
    mzee kuya mate dude fam gang guys folks innit yh yall ig idk fyi plsss plssss plss pleeease thanksss thankss thxx
    xd kek ok murica ji kiitos tack takk bedankt dank arigato arigatou spasibo dziekuje tesekkurler shukran toda mersi
    efharisto obrigada dekuji vai boleh eyy ayy oi eyo ayo
"""
_GREETINGS = """
    salam salaam konnichiwa ohayo mabuhay habari jambo kia ora saludos hola bonjour bonsoir ciao namaste
    namaskar merhaba selam shalom sawubona hallo ola salut hej hei privet ahoj annyeong nihao xin chao sawasdee
    selamat pagi tere labas dobry dzien moin servus gruezi buenas buongiorno gday cheerio grettings greetings
"""
CALLS = frozenset((_CALLS + _GREETINGS).split())
"""Slang of a mood, and how people call one another."""

_OPENINGS = """
    hey hi hello yo szia sziasztok bom boa buenos guten goedemorgen hoi czesc siema zdravo bok buna salve geia marhaba
    ahlan assalamualaikum assalam vanakkam namaskaram god
"""
HAILING = frozenset((_OPENINGS + _GREETINGS).split())
"""Words with which a greeting opens, in many languages."""

TURN = later(
    rf"\s+(?=(?:so|so that|and|because|cuz|cos|cause|as)\s+{_PERSON}\b|but\s)"
    r"|\s+(?=(?:since|while|when|if|before|after|though|although|or)\s+(?:i|we|my|our|you|u|he|she|they|it|someone)\b)"
    r"|\s+(?=for\s+(?:a|an|the|my|our|this|that|his|her|their|your|some|tonight['’]?s?|tomorrow['’]?s?|today['’]?s?)\s)"
    r"|\s+(?=so (?:whos?|whats?|which|wheres?|hows?|is|are|does|did)\b)|(?<!where)(?<!whats)\s+(?=i['’]?m (?!from\b))"
    r"|\s+(?=i (?:can['’]?t|don['’]?t|didn['’]?t|forgot|lost|missed|promised|gotta)\b)|\s+(?=let['’]?s (?!see"
    r"|go|settle|say)\w)"
    rf"|\s+(?=(?:{'|'.join(sorted(CALLS))})\b)|(?<=\blol)\s+|\s+(?:question mark|full stop|comma)\b\s*",
    re.IGNORECASE,
)
"""Where a reason, a purpose or a mood may begin without a stop."""

WORD = later(r"\s+")

_REQUESTS = """
    tell show give send list name say find get fetch look check confirm verify provide share read remind help explain
    pull dig bring put settle work figure clarify state cite quote repeat spell print post drop pass hand point supply
    see know recall remember happen need needs needed want wants wanted wonder wonders wondering ask asks
    asked asking curious says said say claims claimed thinks thought believes insists swears reckons told tells argues
    everywhere always constantly loudly proudly publicly often
    quoting announce include mention mentioned mentions that whether if about after out up down me us him her them
    written forgot forget know knows understand guess bet hear heard checking confirming saying telling arguing
    debating fighting disputing discussing
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

ASKER = later(
    r"(?:(?:hi|hey|hello|oh|dear|um|yo|ok|okay|so|well|and|but|dear all|please|pls|kindly|sorry|now|just)\W+)*"
    r"(?:(?:can|could|would|will|may|might) (?:you|u|ya|someone|somebody|anyone|i|we)\b"
    r"|(?:do|does) (?:you|u|anyone|anybody|somebody)\b"
    rf"|{_PERSON}\b|(?:me|us) (?:and|n|&)\b|please\b|need\b|want\b|let\b|tell\b|show\b|give\b|quick\b|any\b"
    rf"|dictating\b|asking\b|looking\b"
    r"|trying\b|wondering\b|help\b|confirm\b|remind\b|check\b)",
    re.IGNORECASE,
)
"""How an opening begins in which somebody asks or reports."""

MODAL = later(
    r"\W*(?:\w+\W+){0,2}?(?:can|could|would|will|may|might) (?:you|u|ya|someone|somebody|anyone|i|we)\b", re.IGNORECASE
)

RESTRICTING = later(
    r"\b(?:only(?! (?:need|want|have|know|ask|got|asking|pls|please)|$)|except\w*|exclud\w+|without|unless|per|by"
    r"|among\w*|within|under|instead|rather|minus|besides|apart"
    r"|other than|capita|terms|regardless|ignor\w+|measur\w+|adjust\w*|weight\w*|sort(?:ed|ing)|order(?:ed|ing)"
    r"|count(?:s|ed|ing)|includ\w+|consider\w*|us(?:ed|ing)|based|relative|compar\w+|filter\w*|limit\w*|restrict\w*"
    r"|judg\w+|focus\w*|concern\w*|regard\w*|according|term|category|sector|field|industry|leave out|left out"
    r"|comes to|respect to|as for)\b",
    re.IGNORECASE,
)
"""Words by which what is asked may be limited to something that nobody here knows."""

MATTER = later(
    r"\b(?:comes to|in terms of|with (?:respect|regard) to|as (?:for|regards)|wise|defin\w+)\b", re.IGNORECASE
)
"""Words after which, or before which, a matter is named."""

SPECIFYING = later(r"\b(?:ones|i mean|that is|as in|liar)\b", re.IGNORECASE)
"""Words by which somebody corrects what was said: with strange words it is not known how."""

NARROWING = frozenset(
    ("in", "within", "with", "of", "from", "to", "than", "versus", "vs", "like", "that", "which", "who", "whose",
     "where", "how", "why", "what", "when", "under", "over", "between", "near", "around", "at", "also", "plus", "then",
     "not", "no")
)  # fmt: skip
"""Words with which no aside of unknown words begins: they lead on to a condition, or to another question."""

PURPOSE = later(
    r"for (?:a|an|the|my|our|this|that|his|her|their|your|some|tonight['’]?s?|tomorrow['’]?s?|today['’]?s?|beginners?"
    r"|newbies?|noobs?|dummies)\b",
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
    rebuttal brochure listing listings living thumbnail meme banner tiktok reel short history overview summary
    beginner beginners newbie newbies dummies noob banner cake toast crossword puzzle raffle sweepstake bio profile cv
"""
AIMS = frozenset(_AIMS.split())
"""What people need an answer for."""

VERBAL = later(
    r"\b(?:is|are|was|were|am|be|been|being|has|have|had|do|does|did|will|would|can|could|should|shall|must|might"
    r"|going|looking|reading|checking|writing|working|sitting|preparing|drafting|updating|finishing|doing"
    r"|making|putting"
    r"|trying|compiling|editing|revising|proofreading|researching|browsing|scrolling|planning|hosting"
    r"|moderating|teaching"
    r"|dictating|typing|quoting|isnt|arent|wasnt|dont|doesnt|didnt|cant|wont"
    r"|\w+['’](?:m|re|ve|d|ll|t)|\w{2,}ed|given|needs?|wants?|asks?|says?|said|shows?"
    r"|waiting|watching|listening|wondering|arguing|fighting|debating|begging|dying|crying|screaming|hoping"
    r"|hurts?|pains?|annoys?|kills?|bothers?|surprises?|told|insists?|swears?|claims?|argues?|believes?"
    r"|reckons?|thinks?|thought|knows?|knew|got|get|gets|goes|went|came|comes?|made|makes?|buys?|pays?|owes?|wrote|saw"
    r"|heard|read|on it)\b"
    r"|\b(?:i|im|ive|id|me|my|we|our|us|you|your|u|ur|he|she|they|them|him|her)\b",
    re.IGNORECASE,
)
"""What shows that a whole sentence is said of somebody, and no subject merely named."""

_ECHO = """
    nah nope naw
    is was are were does do did has have can could would it that this they them he she one ones who what which where
    count counts so or the tell say said i we me him her you us right true correct hold holds stand stands up help
    please pls there
    goes go in case now then again cap facts fact be any idea got lol isnt really yes no way sure then though pray
"""
ECHO = frozenset(_ECHO.split())
"""Words of which a question is made that only asks again for what was asked: "which are they", "was it"."""

DOING = later(
    r"(?:still |just |currently |quickly )?(?:dictating|writing|asking|typing|calling|texting|prepping|preparing"
    r"|drafting|reading|watching|sitting"
    r"|working|chatting|studying|cramming|revising|researching|wondering|speaking|travelling|traveling|driving|waiting"
    r"|finishing|editing|teaching|hosting|moderating|going through|looking through|updating|explaining)\b",
    re.IGNORECASE,
)
"""How somebody begins who says what they are doing: "dictating again"."""

GREETING = later(
    r"(?:asking|greetings|hello|hi|hey|writing|calling|cheers|love|regards|hugs|salaam|saludos|salutations"
    r"|grüße|posting"
    r"|messaging|texting|reporting|tuning in|listening)\b.*\bfrom\b",
    re.IGNORECASE,
)
"""How somebody says where they are: "asking from Accra"."""

REFERENCE = later(r"for (?:comparison|reference|context|background|completeness|the record)\b", re.IGNORECASE)
"""How somebody says what an answer is for, without an article."""

PRESENT = later(r"(?:[\w'’]+ ){1,4}(?:here|in the house|speaking)(?: eh)?\W*", re.IGNORECASE)
"""How somebody says who they are: "Kenyan student here"."""

ANNOUNCED = later(
    r"(?:[\w'’]+ ){0,3}(?:question|q|trivia|round|quiz|debate|check|homework|essay)"
    r"(?: maybe| for you| for all| (?:no |number )?\d{1,2})?\W*",
    re.IGNORECASE,
)
"""How somebody says that a question comes, and of what kind."""

SELF = later(
    r"\W*(?:i|we|i['’]?m|i am|we['’]?re|my (?:job|work|field|hobby|thesis|phd|team)) "
    r"(?:also |just |mostly |really |actually )?(?:(?:must|need to|have to|should|will|want to) )?"
    r"(?:do|does|am|is|are|work|study|teach|collect|follow|track|love|like|enjoy|write|research|report|cover"
    r"|run|read|watch)\b",
    re.IGNORECASE,
)
"""How somebody begins who says what they do or like."""

PERSON = later(
    r"\W*(?:(?:and|but|so|because|cause|cuz|since|lol|honestly|sorry|well)\W+)*"
    r"(?:i|we|he|she|they|people|nobody|everyone|everybody|someone|(?:my|our|his|her|the) \w+)\b",
    re.IGNORECASE,
)
"""How a sentence begins in which somebody is spoken of: what is denied in it is denied of them."""

RESIDENT = later(
    r"\W*(?:and |but |so |since |because |as )?(?:if )?(?:i|we|i['’]?m|i am|i['’]?ve|my \w+|our \w+)\b"
    r"(?: \w+){0,2}? "
    r"(?:from|live in|lives in|living in|born in|based in|grew up in|moved to|study in|work in)\b",
    re.IGNORECASE,
)
"""How somebody begins who says where they or theirs are at home."""

DESCRIBING = later(
    r"\W*(?:it['’]?s|its|it is|that['’]?s|which is) (?:the|my|our|a|an) (?:[\w-]+ ){0,4}"
    r"(?:city|town|place|capital|home|hometown|hub)\b(?: \w+){0,4}\W*",
    re.IGNORECASE,
)
"""How somebody describes the place that they ask about: "its the biggest city around here"."""

DOUBTING = later(
    r"(?:\w+\W+){1,5}(?:i think|i guess|i believe|i suppose|maybe|probably|perhaps|or so)\W*", re.IGNORECASE
)
"""What somebody only supposes: "a Korean city I think"."""

KNOWN = later(r"(?:i|we)(?:['’]ve)? (?:only |already |just )+(?:have|know|got|found|saw|see)\b", re.IGNORECASE)
"""How somebody says what they have already: "I only have this year's"."""

GUESSING = (
    r"\W*(?:(?:well|but|and|so|honestly|lol|tbh|ngl|like)\W+)?(?:(?:i|my|id|i['’]d|we|we['’]d)(?: would| have"
    r"| got| had)?"
    r"(?: an?| my)? (?:guess|say|bet|think|reckon|money|vote|hunch|suspect|suspicion|feeling|assume|imagine)"
    r"|(?:bet|betting|guessing|gotta be|has to be|must be|surely|presumably|probably)(?! on| against| placed| i\b))\b"
)
GUESS = later(GUESSING, re.IGNORECASE)
"""How somebody begins who guesses at the answer."""

HARMLESS = later(
    r"\W*(?:(?:i|we|i['’]?ve|we['’]?ve|have|had|honestly|literally|lol|nah|um|uh)\W+){0,3}(?:"
    r"never (?:even |once )?(?:heard|known|knew|seen)(?: of| about)?"
    r"(?: (?:it|them|that|this|him|her|that one|the place))?"
    r"|no (?:googling|google|cheating|guessing|guesses|looking it up|wiki|wikipedia|excuses|jokes?|kidding|bs|pressure"
    r"|rush|hurry|worries|doubt|idea|clue|offen[cs]e|way|chance|lie|cap|essays?|fluff|waffle|explanations?|small talk)"
    r"(?: pls| please)?"
    r"|(?:just |only )?(?:the )?(?:names?|numbers?|figures?|one word|short answers?)(?: only)?"
    r"(?: (?:is|are)? ?(?:fine|enough|ok))?(?: pls| please| plz| thanks)?"
    r"|(?:many )?(?:thanks|thank you|thx|cheers|ty)(?: (?:so|very) much| a lot)?(?: for [^,.;?!:]{2,40})?"
    r"|(?:sir |madam |boss |bhai |please |just )*(?:one|a|small|quick|another|the|same)(?: small| quick| little)? "
    r"(?:doubt|query|q|question|thing|qn)(?: here| please| pls| more| from me| again| sir| only)*"
    r"|(?:my |the |next )?(?:filter|query|search|request|task|command)"
    r"|(?:so |then )?(?:who['’]?s|who is|which one is|who was) (?:right|correct|wrong|lying)(?: here| then| now)?"
    r"|order (?:does(?:n['’]?t| not)|doesnt) matter|in any order|(?:two|three|four|five|ten) names(?: only)?"
    r"|that['’]?s it|thats all|\w+ version"
    r"|sorry (?:for|about) (?:my|the|this) (?:\w+ ){0,2}\w+(?: pls| please| guys)?"
    r"|nope|naw|nah|rip|f|yeah right|as if|get out|shut up|don['’]?t lie)\W*",
    re.IGNORECASE,
)
"""What is said in a mood, or says how short the answer may be."""

LIVING = ("live in", "lives in", "living in", "live there", "lives there")
"""How it is said where somebody lives."""
