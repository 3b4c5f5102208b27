"""Words in another order than English has them: "the ten first clusters", "Taipei ranked how many", "… is which one".

Much of it is English said by people who think in another language, or typed in a hurry.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

_COUNTED = r"(?:two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|\d{1,2})"
_PLACE = r"(?:place|position|spot|rank)"
_YEAR = r"(?:20[12]\d|last year|this year|the year before|the previous (?:year|edition))"
FIGURE = (
    r"(?=(?:\S+ ){0,3}?(?:patent\w*|pct|publication\w*|papers?|scien\w*|research|articles?|vc|venture\w*|intensity"
    r"|deals|population|head|capita|inputs?|outputs?|pillars?|score|institutions|infrastructure|creativ\w*)\b)"
)
"""A measure or a pillar is named within some words."""

_COLUMNS = {"pub": "publication", "pct": "patent", "vc": "venture capital"}
_NOW = ("now", "today", "this year")
_BEING = r"(?:is|was|were|are|did|does|do|has been|had been|stood|stands|ranked|ranks)"
_STOOD = r"(?:(?:was|is|were|are|ranked?|placed|did|do|does|stood|stands?|scored|been) ){0,2}"
_MAGNITUDE = {"k": 1_000, "thousand": 1_000} | dict.fromkeys(("m", "million", "mil", "mio", "mn"), 1_000_000)


def _whole(found: re.Match[str]) -> str:
    """Return a number with its magnitude as one number: "2.5 million" is 2500000."""
    return str(round(float(found[1].replace(",", ".")) * _MAGNITUDE[found[2].casefold()]))


def _column(found: re.Match[str]) -> str:
    """Return the name of a column in words: "pub_share" is "publication share"."""
    return f"{_COLUMNS[found[1].casefold()]} {found[2]}"


def _turned(found: re.Match[str]) -> str:
    """Return "A was higher in one year than in another" as A's climb or fall from the older to the newer."""
    subject, way, one, two = found.groups()
    older_first = one.casefold() not in _NOW and (not two.isdecimal() or (one.isdecimal() and one < two))
    older, newer = (one, two) if older_first else (two, one)
    better = way.casefold() in ("higher", "better", "further up", "above")
    span = f"from {older} to {newer}" if newer.isdecimal() else f"since {older}"
    fell = better == older_first
    if subject.casefold().startswith(("which ", "what ")):
        return f"{subject} {'fell' if fell else 'rose'} {span}"
    return f"did {subject} {'fall' if fell else 'rise'} {span}"


ORDER = (
    ("than above over under below least most",
     rf"\b(\d{{1,4}}(?:[.,]\d)?) ?({'|'.join(_MAGNITUDE)})\b", _whole),
    ("or and plus more greater higher",
     r"\b(\d{1,3})(?: ?\+| or more| or greater| or higher| and more| plus) "
     r"(?=(?:places|positions|ranks|spots|slots)\b)",
     r"at least \1 "),
    ("first last best worst top",
     rf"\b({_COUNTED}) (first|last|best|worst|top)(?: ranked| placed)? "
     r"(?=(?:clusters|cities|countries|economies|places|hubs|ones|nations)\b)", r"\2 \1 "),
    ("most",
     r"\bmost (?=(?:best|highest|strongest|biggest|largest|lowest|worst|weakest)\b)", ""),
    ("place position spot rank",
     rf"\b(?:in|on|at) (?:the )?(\d{{1,3}}) (?={_PLACE}\b)", r"at number \1 "),
    ("how",
     rf"\b(?:ranked|ranks|rank|placed|{_PLACE})(?: is| was)? how (?:many|much|high)\b", "what rank "),
    ("which what who",
     r"(?<=\w) (?:is|are|was|were) (?:which|what) "
     r"(?:one|ones|cluster|clusters|country|countries|city|economy)[\s?!.]*$",
     " which"),
    ("against",
     rf"\bagainst (?:the )?(?={_YEAR}\b)", "versus "),
    ("before",
     r"\b(is|are|was|were|ranks?|stands?|comes?) before "
     rf"(?!{_YEAR}|that|it|the (?:change|new|method|edition|last)|now|they|this|\d)", r"\1 ahead of "),
    ("upper",
     r"\b(is|are|was|who|which|stands?) upper\b(?![- ]?(?:middle|income))", r"\1 higher"),
    ("nobody noone none",
     r"\b(?:nobody|no one|noone|none) (?=(?:from|in|of) .*\bclusters?\b)", "no cluster "),
    ("more",
     r"\b(?:that |which |who )?(?:is|are|were|was) no more (?=(?:in|on|part|among)\b)", "left "),
    ("exist exists existed",
     r"\b(since|from) (which|what) (year|edition)(?: does| did| do)? exists? the ranking\b",
     r"\1 \2 year is there the ranking"),
    ("first",
     r"\b(?:the )?(?:very )?first (?:cluster )?(?:edition|ranking|list|index|report),? "
     r"(?=(?:of |in |from )?20[12]\d\b)",
     ""),
    ("years",
     r"\b(?:before|some|many) (?:many|some|few|several)? ?years(?: ago| back| before)?,? (?=.*\b20[12]\d\b)", ""),
    ("not",
     rf", (?:and )?not (?:for |of )?{_YEAR}[\s?!.]*$", ""),
    ("not",
     r",? not (?:in |as |a )?(?:percent\w*|shares?|%)[\s?!.]*$", ""),
    ("overtake overtook overtaken overtakes pass passed passes leapfrog leapfrogged surpass surpassed",
     r"(?<=\w) since (?:last year|the last edition|the (?:previous|last) (?:year|edition|list|ranking))\b", ""),
    ("than",
     rf"\b(?:(?:was|is|were|are|did|does|do|stood|stands?) )?(\S+(?: \S+){{0,3}}?) {_STOOD}"
     rf"(higher|better|further up|above|lower|worse|further down|below) (?:in )?({_YEAR}|now|today) than "
     rf"(?:(?:it|they|he|she|we) )?(?:{_BEING} )?(?:in )?({_YEAR}|now|today)\b(?: {_BEING})?(?: now| today)?", _turned),
    ("thats that that's",
     r"\b(?:thats|that['’]s|that is) (?=(?:higher|better|ahead|further|on top|in front|leading|first)\b)", " "),
    ("publish publishes published",
     r"\b(?:publish|publishes|published) (?:the most|more than (?:any|every)(?:body|one)(?: else)?)"
     r"(?: papers| articles)?\b", "has the most publications"),
    ("would",
     r"\b(what|which) (rank|place|position|number) would (?:that|it|this) be\b", r"\1 \2 is that"),
    ("adjust correct account control",
     r"\b(?:when|if|once) (?:u|you|we|one|i) (?:adjust|correct|account|control) for (?:the )?"
     r"(?:population|size|inhabitants|people)\b", " per capita "),
    ("dropped kicked booted cut axed removed",
     r"\b(?:get|gets|got|gotten|was|were|been|being) (?:dropped|kicked out|booted|cut|axed|removed)\b"
     r"(?! (?:to|by|\d|from (?:\d|number|rank|place)))", "left the ranking"),
    ("absolute",
     r",? (?:in |as )?absolute[\s?!.]*$", " absolute number"),
    ("wide",
     r"\bworld wide\b", "worldwide"),
    ("never",
     r"(?<=\w),? (?:and )?never before[\s?!.]*$", ""),
    ("until till through",
     r"\bsince (20[12]\d)\b(.{1,60}?) (?:until|till|through|up to) (?:the )?(20[12]\d)\b", r"\2 from \1 to \3"),
    ("first",
     r"\bwhich (?:one )?(?:is )?(?:the )?first,?(?: and)? which (?:one )?(?:is )?(?:the )?second"
     r"(?:,?(?: and)? which (?:one )?(?:is )?(?:the )?(?:third|last))?\b", "who is ahead"),
    ("behind ahead",
     r"\b(is|was|are|were) ((?:behind|ahead of) \S+(?: \S+){0,2}?),? (?:by )?"
     r"how (many|much)(?: places| ranks| positions)?[\s?!.]*$",
     r"\1 \2 by how many places"),
    ("disappeared vanished missing gone",
     r"\b(?:were|was|are|been) in (20[12]\d) (?:but|and) (?:disappeared|vanished|missing|gone) (?:in|by|from|until) "
     r"(?:the )?(20[12]\d)(?: index| list| ranking| edition)?", r"left the ranking between \1 and \2"),
    ("house represent checking reporting",
     r"\s+(?:in the house|represent|representing|checking in|reporting in)\b(?=\s*[,!.:;])", ""),
    ("fight showdown battle face-off faceoff duel throwdown race go",
     r"(?<=\w) (?:fight|showdown|battle|face[- ]?off|duel|throwdown|close race|tight race|go go(?: go)?)[\s?!.]*$", ""),
    ("order",
     rf"\b(\S+['’]s) ({_COUNTED}) in (?:rank )?order\b", r"\1 top \2"),
    ("where",
     r"\bwhere (?:did|do|does) (?:we|they|you|u|it) (?:end up|finish|land|come(?: in| out)?|place|rank|stand|sit)\b"
     r"(?=[\s?!.]*$)", "where ranked"),
    ("compare",
     r"\bcompare (?:the |all )?(?:two|three|four|five|lot|them|these|those)(?: of them)?[\s?!.]*$", "compare"),
    ("heard",
     r"^\W*(?:i |i['’]?ve |have |had )?never (?:even |once )?heard of (\S+(?: \S+){0,2}?)"
     r"(?: before| until (?:now|today)| till (?:now|today))?\s*(?=[,.!:;])", r"\1"),
    ("near outside close next",
     r"\((?:near|outside|just outside|close to|next to|right by) [^()]{2,30}\)", " "),
    ("final last",
     r"\b(\d{1,3}(?:st|nd|rd|th)) (?:and|or) (?:final|last|very last) ", r"\1 "),
    ("head",
     r"\b(?:by|per) head of (?:the )?population\b", "per capita"),
    ("most",
     r"\b(gained|won|lost|climbed|dropped|fell|rose|shed|dropped) the most (?:ranks|places|positions|spots)\b",
     r"\1 the most"),
    ("make makes made puts leaves gives helps lets sends",
     r"\b(makes?|made|puts|leaves|gives|helps|lets|sends) us\b", r"\1"),
    ("make",
     r"\b(what|which) (rank|place|position|number|spot) (?:does|do|did|would) (?:that|it|this) make\b",
     r"\1 \2 is that"),
    ("u you we one i",
     r"\b(?:when|if|once|while) (?:u|you|we|one|i) (?:only |just )?(?:count|go|look|sort|rank|measure|judge)"
     r"(?: it| them)? (?:by |at |on )?(?=(?:per (?:capita|head)|patents?|publications?|papers|intensity|vc)\b)", "by "),
    ("left",
     r"(?<=clusters) left\b(?=[\s,;?!.]*(?:$|right|true|correct|yes))", ""),
    ("higher better",
     r"\b(and|but) (?:also )?(?:ranked |placed |stand )?(?:higher|better) than "
     r"(?:they (?:were|did|stood) )?(?:in )?(?=20[12]\d)",
     r"\1 rose since "),
    ("lower worse",
     r"\b(and|but) (?:also )?(?:ranked |placed |stand )?(?:lower|worse) than "
     r"(?:they (?:were|did|stood) )?(?:in )?(?=20[12]\d)",
     r"\1 fell since "),
    ("before",
     r"\bbefore (?:lunch|dinner|breakfast|noon|midnight|bed|class|work|school"
     r"|the (?:meeting|call|show|class|deadline|game))\b", ""),
    ("city capital town place hub",
     r"\((?:the|our|my|that) (?:[\w-]+ ){0,2}(?:city|capital|town|place|hub)\)", " "),
    ("belong belongs belonged goes went fell",
     r"\b(?:belongs?|belonged|goes|went|fell) to (which|what) (cluster|city|place|one|country)[\s?!.]*$",
     r"is which \2"),
    ("care trust count follow consider",
     rf"\b(?:i|we) (?:only|just|really only) (?:care about|look at|consider|trust|count|follow) {FIGURE}"
     r"([^:,.;?!]+?)\s*[:,.;]", r" by \1 "),
    ("only",
     rf"^\W*{FIGURE}([^:,.;?!]+?) only\s*[:,.…;]+\s*([^?]*)", r"\2 by \1"),
    ("sits stands is ranks was stood",
     r"\b(sits|stands|is|ranks|was|stood) how many (?:places|ranks|positions|spots) (above|below|ahead of|behind) "
     r"(.+?)[\s?!.]*$", r"\1 \2 \3 by how many places"),
    ("nah naw nope bah pff psh",
     r"^\W*(?:nah|naw|nope|bah|pff+|psh+),? (?=\w+(?: \w+){0,3} (?:is|are|was|were|has|beats|ranks)\b)", ""),
    ("think guess believe maybe probably suppose",
     r", (?:a|an|some) \w+ (?:city|cluster|one|place|country),? "
     r"(?:i (?:think|guess|believe|suppose)|maybe|probably)[\s?!.]*$", ""),
    ("cut",
     r"\bcut of (?=(?:the )?(?:world|global|all|patents|vc|venture|pct|publications|papers))", "share of "),
    ("tens",
     r"\b(top|first) tens\b", r"\1 ten"),
    ("that it",
     r"^\W*(\w+), what (?:does|do|did) (?:that|it|this) (stand for|mean)\b", r"what does \1 \2"),
    ("at",
     r"\b(?:what|who)(?:['’]?s| is| was| sits| stands)?(?: sitting| standing)? at (\d{1,3})\b"
     r"(?! ?(?:%|per\b|percent|points))(?: then)?", r"who is number \1"),
    ("aside",
     r"^\W*(\S+(?: \S+){0,2}?) aside,? (.+?)[\s?!.]*$", r"\2 excluding \1"),
    ("rank",
     rf"^\W*rank (?=(?:the|all|these) (?:{_COUNTED} )?(?:clusters|economies|countries|cities|hubs)\b)", "list "),
    ("largest biggest highest greatest",
     rf"\b(?:the )?({_COUNTED}) (clusters|cities|hubs) with the (?:largest|biggest|highest|greatest) "
     r"((?:patent|pct|publication|vc|venture[- ]capital) )shares?\b", r"top \1 \2 by \3share"),
    ("only",
     r"\bbest one only\b", "best cluster"),
    ("favor",
     r",? por favor\b", ""),
    ("this",
     r"\bbetween last year and this\b(?! (?:year|edition))(?: one)?", "between last year and this year"),
    ("first",
     r",? (?:the )?first (?:year|time) (?:it|they) (?:appears?|appeared|shows? up|showed up|came)\b", ""),
    ("n",
     r"^\W*n (?=(?:of )?(?:clusters|economies|countries)\b)", "how many "),
    ("still",
     r"\b(how many (?:\S+ ){1,4}?)still (?=(?:have|has|hold|holds)\b)", r"\1"),
    ("reach achieve attain take hold earn manage",
     r"\b(what|which) (rank|place|position|spot|number) (did|does) (\S+(?: \S+){0,3}?) "
     r"(?:reach|achieve|attain|take|hold|earn|manage)\b", r"\1 \2 \3 \4 have"),
    ("whether if",
     r"\b(?:know|see|ask|check|wonder|wondering|tell me) (?:whether|if) (\S+(?: \S+){0,2}?) "
     r"(is|was|has|are|were) (?=(?:a|an|in|on|still|ranked|listed|part)\b)", r" \2 \1 "),
    ("feature appear figure",
     r"\b(?:does|did|do) (\S+(?: \S+){0,2}?) (?:feature|appear|figure)(?: at all| anywhere| in there)?[\s?!.]*$",
     r"is \1 ranked"),
    ("licence license",
     r"\b(?:what|which) licen[cs]e (?:is|are) (?:the |this |these |your )?(?:data|figures|numbers|tables?)"
     r"(?: published| released)? under\b", "what is the licence of the data"),
    ("who've whove",
     r"\bwho['’]?ve you got (?=(?:in|at|on)\b)", "who is "),
    ("going",
     r"\bgoing by (?:the )?(?=20[12]\d\b)", "in "),
    ("tops topped",
     r"\btops (?=\S)(?!out\b)", "leads "),
    ("nearly roughly about approximately around almost",
     r"\b(?:nearly|roughly|about|approximately|around|almost) (?=(?:what|how much|how many|which) )", ""),
    ("given",
     r"\b(is|was) (\S+(?: \S+){0,2}?) given a (?:number|rank|place|position)\b", r"\1 \2 ranked"),
    ("pub pct vc",
     r"\b(pub|pct|vc)_(share|count)\b", _column),
    ("counted",
     r",? counted in (?=(?:places|ranks|positions)\b)", " in "),
    ("before",
     r"\bbefore (?:tomorrow['’]?s|tonight['’]?s|today['’]?s) \w+,?", ""),
    ("latin",
     r"\blatin american and (?:the )?carib+ean\b", "Latin America and the Caribbean"),
    ("african",
     r"\bnorth(?:ern)? african and west(?:ern)? asian\b", "Northern Africa and Western Asia"),
    ("eastern east southeastern southeast",
     r"\bsouth[- ]?east(?:ern)? asian\b", "South-eastern Asia"),
    ("places ranks positions spots",
     rf"\b({_COUNTED}|thirty|forty|fifty) (places|ranks|positions|spots) (?:or more|and more)\b",
     r"at least \1 \2"),
    ("reckon",
     r"^\W*(?:i |we )?reckon(?: that)? (?=[A-Za-z])", ""),
    ("places ranks positions",
     r"\blead over (.+?),? in (?:places|ranks|positions)\b", r"lead over \1"),
    ("take",
     r"^\W*i take it(?: that)? ", "is it true that "),
    ("assert claim",
     r"^\W*(?:assert|claim): ", "is it true that "),
)  # fmt: skip
"""The words one of which must be said, what is looked for, and how it is put."""
