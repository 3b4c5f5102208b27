"""Ways to ask the same, put more plainly: "what rank would X be", "A against B, go", "among the 40 most innovative"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.questions.free.turns_order import FIGURE

if TYPE_CHECKING:
    import re

_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|\d{1,3})"
_YEAR = r"(?:20[12]\d|last year|this year)"
_PLACE = r"(?:rank|place|position|spot|number)"
_BETTER = r"(?:better|higher|worse|lower)"
_LARGEST = r"(?:largest|biggest|highest|greatest)"


def _first_two(found: re.Match[str]) -> str:
    """Return "which cluster leads India, and which follows it" as the first two of India."""
    kind, where, year = found.groups()
    several = "clusters" if kind.casefold() == "cluster" else "economies"
    return f"top 2 {several} in {where} {year or ''}"


def _podium(found: re.Match[str]) -> str:
    """Return "runner up" and "third place" as the question who stands there."""
    return "who is second" if found[1] else "who is third"


_RANKED = (
    ("got", r"^(?=.*(?:\b20[12]\d\b|\brank|\bgii\b|\bindex\b))(.*)\bwho (?:u|you|ya|yall) got\b", r"\1 who is ahead"),
    ("bunch lot pack pile heap class", r"\btop of the (?:whole )?(?:bunch|lot|pack|pile|heap|class)\b", "number 1"),
    ("bunch lot pack",
     r"\b(worst|best|first|last|lowest|highest) (?:one )?of the (?:whole |entire )?(?:lot|bunch|pack)\b",
     r"\1 cluster"),
    ("leads",
     rf"\bwhich (cluster|economy|country) leads ((?:\S+ ){{0,3}}?\S+?)(?: in ({_YEAR}))?,? and which (?:one )?"
     r"(?:follows(?: it)?|comes (?:right |next )?(?:after|behind)(?: it)?|is second)\b", _first_two),
    ("1 one",
     r"\bwho(?:['’]?s|s| is| are) (?:number |no\.? ?|#)?(?:1|one) (?:and|&|n) (?:number |no\.? ?|#)?(?:2"
     r"|two)\b", "top 2"),
    ("tanked crashed plummeted sank rose climbed jumped fell dropped",
     r"\b(tanked|crashed|plummeted|sank|fell|dropped)(?: down)? the (?:hardest|worst)\b", "fell the most"),
    ("rose climbed jumped", r"\b(?:rose|climbed|jumped) the (?:hardest|furthest)\b", "rose the most"),
    ("centred centered located based built around that which",
     r"\b(?:the )?cluster (?:that is |which is |that lies |which lies )?(?:centred|centered|located|based|built) "
     r"(?:on|in|around|at) ", ""),
    ("it",
     r"\bthe (?:rank|position|place) of the cluster (?:that )?it (?:belongs to|is in|is part of|lies in|sits in)\b",
     "its rank"),
    ("welche",
     r"\bwelche ((?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|\d+) )cluster (?:liegen|sind"
     r"|stehen)\b(.*)\bvorne?\b",
     r"top \1 cluster \2"),
    ("would might",
     rf"\b(what|which) {_PLACE} (?:would|might) ((?:\S+ ){{0,3}}?\S+) (?:be|have|get)\b(?! in 20[3-9])",
     r"what rank is \2"),
    ("number", r"\bwhat(?:['’]?s| is) the number 1\b", "who is number 1"),
    ("runner third second",
     r"^\W*(?:the )?(?:(runner[- ]up|second place)|third place)(?= in 20[12]\d|\W*$)", _podium),
    ("ago", r"\bfirst (?=(?:two|three|four|2|3|4) (?:years|editions) ago\b)", "number 1 "),
    ("outside", r"^(\W*(?:best|top|leading)) outside\b", r"\1 cluster outside"),
    ("cluster",
     r"\b(?:what|which) cluster (?:is|are|was) ((?:\S+ ){0,2}?\S+) (?:in|part of)(?=\W*$)",
     r"which cluster does \1 belong to"),
    ("rank position place",
     r"^(\W*(?:what(?:['’]?s| is| was) )?(?:the )?)(highest|best|lowest|worst) (?:rank|position|place) (?:of|for) "
     r"(?!all|any|the )", r"\1\2 ever rank of "),
    ("where",
     r"\b(where (?:does|do|did) (?:\S+ ){1,4}?)(?:stack up|fit(?: in)?|slot in|wind up|hang(?: out)?|chill|rest"
     r"|clock in"
     r"|weigh in|settle|hover|rate)\b", r"\1rank"),
    ("input inputs output outputs",
     r"^\W*is (.+?) (?:better|stronger|ranked better|ranked higher) (?:at|in|on) "
     r"(?:its )?(?:innovation )?(?:inputs?|outputs?)"
     r" or (?:at |in |on )?(?:its )?(?:innovation )?(?:inputs?|outputs?)\W*$", r"\1 input and output rank"),
    ("input inputs output outputs",
     r"^\W*does (.+?) (?:do|rank|score|perform) (?:better|higher) (?:at|in|on) "
     r"(?:its )?(?:innovation )?(?:inputs?|outputs?)"
     r" or (?:at |in |on )?(?:its )?(?:innovation )?(?:inputs?|outputs?)\W*$", r"\1 input and output rank"),
    ("input inputs output outputs",
     r"^\W*(.+?)[\s,:–-]+(?:is (?:its|their) )?(?:inputs?|outputs?) (?:vs\.?|versus|or) (?:its "
     r"|their )?(?:inputs?|outputs?)"
     r"(?: ranked)?(?: better| higher)?\W*$", r"\1 input and output rank"),
    ("income",
     r"^\W*is ((?!.*\b(?:best|top|first|leading)\b).+?) (?:a |an )?(?:high|low|upper[- ]middle"
     r"|lower[- ]middle)[- ]income(?: country| economy)?\W*$",
     r"income group of \1"),
    ("last", r"\b(?:dead )?last (?:place )?(?:at|on|in) (?:#|number |no\.? ?|rank |place )(?=\d)", "number "),
    ("among amongst one within in",
     rf"\b(?:among|amongst|one of|within|in) the ({_NUMBER}) (?:most innovative|best ranked|highest ranked|top ranked)"
     r"(?= economies| countries| nations| clusters|\W*$)", r"in the top \1"),
    ("if",
     r",?\s*if (?:you|u|we|one|i) (?:go|goes|judge|look) (?:by|at) (?:the )?(?:overall |plain )?ranks?\b", " by rank"),
    ("if",
     r",?\s*if (?:the )?(?:overall )?rank is (?:what|all that) (?:counts|matters)\b", " by rank"),
    ("order",
     r",?\s*in (?:the )?(?:order (?:in which|that) they (?:are|were) ranked|order of (?:their )?ranks?|ranked order)\b",
     " "),
    ("replaced dethroned overtook",
     r"\bwho (?:has )?(?:replaced|dethroned|overtook) (?:\S+ ){1,3}?(?:at|from|on|for) (?:the top|the top spot"
     r"|number one"
     r"|first place)\b", "who is number 1"),
    ("first", r"\bfirst (?:get|got|come|came|go|went) (?:in|on)(?:to it| there)?\W*$", "first enter the ranking"),
    ("lost",
     r"\b(lost (?:the |its |their )?(?:top|number one|number 1|#1|first|no\.? ?1) (?:spot|place|position|rank)) "
     r"since (?:last year|then)\b", r"\1"),
    ("went",
     r"^(.+?) went from (?:what|where|which rank|what rank) to (?:what|where|which rank|what rank)\b",
     r"how did \1 move"),
    ("better higher worse lower",
     rf"\b(?:hold|have|had|got|held|occupy|occupied) (?:a )?({_BETTER}) (?:rank|place|position|spot)s? in "
     rf"({_YEAR}) than "
     rf"(?:(?:they|it) (?:did|had) )?in ({_YEAR})\b", r"were \1 in \2 than in \3"),
    ("longer not",
     rf"^(.*\bclusters?) (?:that|which) (?:was|were) (?:still )?in the (?:top 100|ranking|list) in ({_YEAR}) "
     rf"(?:is|are|was|were) (?:no longer|not) (?:there|in it|listed|ranked|on it)(?: any ?more)? in ({_YEAR})",
     r"\1 left the top 100 between \2 and \3"),
    ("that which",
     r"\b(entered|joined|broke into|got into|made) (the top \w+) (?:that|which|who) (?:weren['’]?t|were not"
     r"|wasn['’]?t) "
     rf"(?:in it|there|in there)? ?(?:in )?({_YEAR})", r"\1 \2 since \3"),
    ("country economy countries economies",
     r"\bin the (?:country|countries|economy|economies) (?:ranking|list|table|index)\b", "in the gii"),
    ("that who which and but",
     rf"\bwho(?:['’]?s| is)? in the (top \w+) (?:now |today |this year )?(?:that|who|which|and|but) was(?: not"
     rf"|n['’]?t) "
     rf"(?:in it |there )?(?:in )?({_YEAR})", r"who entered the \1 since \2"),
    ("last", r"\b(compared (?:with|to)|vs\.?|versus) last\W*$", r"\1 last year"),
    ("after", r"\b(second|2nd|third|3rd)\b(.*?) after the (?:obvious|top|first|leading) one\b", r"\1\2"),
    ("which",
     r"\bwhich cluster (?:is|are) (?:it|we|that|they)(?: in| part of)? and what(?:['’]?s| is)? (?:its|the|our"
     r"|their) rank\b",
     "what rank is it"),
    ("clusters",
     r"\bthere (?:are |r |were )?(more|fewer) (\w+) clusters than (\w+)(?: ones| clusters)?\b",
     r"\2 has \1 clusters than \3"),
    ("year",
     r"\b(fallen|falling|slipp(?:ed|ing)|declin(?:ed|ing)|ris(?:en|ing)|climb(?:ed|ing)|improv(?:ed|ing)"
     r"|dropp(?:ed|ing)"
     r"|fell|rose) (?:year (?:after|on|by|over) year)\b", r"\1 every year"),
)  # fmt: skip
"""How a rank, a list or a change is asked for."""

# a question for who wins a contest is none for who leads the ranking: "japan vs brazil who u got"
_CONTEST = (("got", r"\bwho (?:u|you|ya|yall) got\b", "who do you pick"),)

_FOUND = (
    ("east", r"\bsouth east(?:ern)? asia(n?)\b", r"southeast asia\1"),
    ("ones", r"\bhow many (\w+) ones (?=(?:are |were )?in the top\b)", r"how many \1 clusters "),
    ("100 hundred",
     r"^(?!\W*(?:which|what|list|name|show))(.*?)\b(?:among|amongst|one of|in) the (?:top )?"
     r"(?:100|hundred)(?: ranked)? (?:clusters|cities|hubs)\b", r"\1in the top 100"),
    ("lead leads top tops", r"\bdoes (.+?) (?:lead|top) the (.+?) pillar\b", r"is \1 first in \2"),
    ("far",
     r"\bhow far down (?:(?:the|this|your) (?:list|table|ranking) )?(?:do|would|must) (?:i|you|we|one) "
     r"(?:(?:gotta|have to|need to|must) )?(?:scroll|go|look|read)(?: down)? "
     r"(?:to (?:find|get to|see|reach)|for|(?:until|till|before) (?:i|you|we) (?:find|hit|see|reach|get to|come to)) ",
     "what rank is "),
    ("order", r"\bput (?:the |all )?(.+? (?:clusters|cities|hubs)) in order\b", r"list the \1 in order"),
    ("out", r"\s+out of all (?:the )?(?:clusters|cities|hubs)\b", " "),
    ("whoever", r"\bwhoever (.+?),? who (?:was|is) (?:it|that)(?=\W*$)", r"who \1"),
    ("drop post share paste send link",
     r"\b(?:can|could|will) (?:someone|somebody|anyone|you|u|ya) (?:please |pls )?(?:drop|post|share|paste|send|link) "
     r"(?=(?:the|me|us)\b)", "show "),
    ("score", r"\bwhat(?:['’]?s| is| was) the score between\b", "what was the result of the match between"),
    ("reuse re-use licence license",
     r"^.*\b(?:reuse|re-use|licen[cs]e)\b(?:\W+\w+){0,4}?\W+(?:these|this|your|the) (?:numbers|figures|data"
     r"|tables?)\b.*$",
     "licence of the data"),
)  # fmt: skip
"""How something is looked for, and what else is asked in words that could mean a rank."""

_MEASURED = (
    ("clusters countries economies",
     rf"\b({_NUMBER}) (clusters|cities|hubs) (?:that|which|who|with) (?:had |have |hold |held )?the {_LARGEST} shares? "
     rf"(?:of|in) {FIGURE}", r"top \1 \2 by "),
    ("eats hoovers soaks gobbles swallows grabs takes pulls rakes attracts captures bags commands gets receives claims",
     r"\b(?:(?:eats|hoovers|soaks|gobbles) up|swallows|grabs|takes|pulls in|rakes in|attracts|captures|bags|commands"
     rf"|gets|receives|claims) (?=the (?:{_LARGEST}|most)\b)", "has "),
    ("where",
     rf"\bwhere (?:does|do|did) (?:the )?most (?=(?:of )?{FIGURE})(?:of )?(?:the )?(.+?) (?:go|flow|end up|land"
     rf"|come from)\b"
     r"(?:\W+which cluster)?", r"which cluster has the most \1"),
    ("divide divided",
     r",?\s*(?:when|if|once) (?:you|u|we|one|it is|it['’]s) divided? (?:it )?by (?:the )?(?:number of )?"
     r"(?:people|inhabitants|residents|population)(?: who live there| living there| there)?\b", " per head"),
    ("big large", r"\bhow (?:big|large) (?:of )?an? (?:part|share|slice|chunk|fraction) of\b", "what share of"),
    ("contribute contributed", r"\b(share|percentage|part)\b(.*?) (?:contributed?)\b", r"\1\2 have"),
    ("best",
     r"\b(?:has|have|had|got) the best ((?:\w+ ){0,2}\w+) pillar(?: score)?(?: (?:on the planet|in the world|of all))?",
     r"is first in \1"),
    ("ranked", rf"^(\W*(?:where|how|what)\b.*?) ranked\s+(?:only |just |purely )?(?:by|on) {FIGURE}", r"\1 rank in "),
    ("alone", r"\b((?:top|first) \w+) alone (?=makes?\b|have\b|hold\b|account\b)", r"\1 together "),
    ("side", r"\bon the (input|output)s? side\b", r"in \1"),
    ("of", r"\b(the largest (?:\w+ ){1,4}?share) of all(?= clusters|\W*$|\W+true|\W+right)", r"\1"),
    ("out",
     r"\b(?:pump|churn|crank|turn|put|roll|spit|spat)(?:s|ed)? out (?=(?:the )?(?:most|more|largest"
     r"|biggest)\b)", "has "),
    ("count counts", r"(?<!\bdo )(?<!\bdoes )(?<!\bwhich )\b(patent|publication|paper)s? counts?\b", r"number of \1s"),
    ("counts qualifies", r"\bwhat (?:exactly )?(?:counts|qualifies) as an? (?:innovation )?cluster(?: here)?\b",
     "what is a cluster"),
    ("together",
     rf"\bthe {_NUMBER} ((?!biggest|largest|best|top|first|leading|strongest)\w+ clusters (?:have |had |hold "
     rf"|held |account for |make up )together)\b", r"the \1"),
    ("part", r"\bin which ((?:\S+ ){0,2}?\S+) (?:had|has|have) a part\b", r"of \1"),
    ("could", r"\bcould (?:boast|claim|show)\b", "had"),
    ("they", r"\bhow many clusters (?:do|did|does) (?:they|it) (?:have|get|got)\b", "how many clusters"),
)  # fmt: skip
"""How a measure or a number is asked for."""

_TOLD = (
    ("date day",
     r"^\W*(?:the )?(?:exact |release |publication )?(?:date|day) (?:(?:when|that|on which) )?(?:the )?"
     r"((?:\S+ ){0,3}?\S+) (?:was|is|got|came) (?:published|released|out)\b", r"when was \1 published"),
    ("not",
     r"\b(?:the )?(?:full|whole|country|main|economy) (?:index|gii|one),? not (?:just "
     r"|only )?(?:the )?clusters?(?: one)?\b",
     "index"),
    ("ranking edition list index",
     rf"^\W*(?:did|does|was|were) the ({_YEAR}) (?:ranking|edition|list|index) (?:only |just )?"
     r"(?:count|use|measure|include|cover|based on|look at) .* or (?:only|just) .*$",
     r"what was the \1 ranking based on"),
    ("ranking edition list index",
     rf"^(.*\bwhat\b.*\b{_YEAR}\b.*\b(?:based on|measured|counted|used)),? (?:only|just) \w+(?: \w+)?\W*$", r"\1"),
    ("from",
     r"\bmy \w+(?:['’]?s| is) from ((?:\S+ ){0,2}?\S+?),? and i(?:['’]?m| am) from (.+?),?(?: so)? (?=who)",
     r"\1 vs \2 "),
)  # fmt: skip
"""How dates and methods are asked for, and what two people are from."""

ASKING = (*_RANKED, *_CONTEST, *_FOUND, *_MEASURED, *_TOLD)
