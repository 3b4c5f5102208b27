"""Turns of phrase for change and for what is said to be so, each with how it is put more plainly.

Before each stand words of which it holds one: only where one of them is said is it looked for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re

_LIST = r"(?: (?:list|ranking|rankings|edition|table|index|one|top 100|version|report))?"
_IN = r"(?:in|on|from|part of) (?:the |that of (?:the )?)?(?:gii |index |ranking |list )?"
_BEING = (
    r"(?:(?:(?:were|was|are|is) )?(?:present|listed|included)|were|was|are|is|appeared|appear|stood|ranked"
    r"|featured|had been)"
)
_GONE = (
    r"(?:(?:were|was|are|is) )?(?:not|no longer|never|missing|absent|arent|werent|isnt|wasnt"
    r"|(?:were|was|are|is)n['’]t) (?:anymore )?"
)
_THAN = (
    r"(?: up)?(?: now| today)? than (?:(?:they|it|we|he|she) )?(?:(?:did|was|were|stood|ranked|had been|used to be)"
    r"(?: \w+)? )?(?:in |back in )?(?=(?:20[12]\d|last|the previous|the year|previous|a year|two|three)\b)"
)
_STAND = (
    r"(?:stands?|stood|ranks?|ranked|sits?|places?|placed|comes?|are|is|was|were|did|rate[sd]?)(?: placed| ranked)?"
)
_PLACE = r"(?:place|spot|position|seat|slot|rank|status)"
_LOST = r"\blo(?:st|se|ses|sing) (?:its|their|his|her|a|the)"
_FEW = r"(two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|\d{1,2})"
_FIRST = r"(?:leading|best|highest|highest[- ]ranked|top|top[- ]ranked|strongest|first)"


def _crossed(found: re.Match[str]) -> str:
    """Return who was in one edition and not in another as who left, or who came, between the two."""
    one, two = sorted((found[1], found[2]))
    return f" {'left' if found[1] == one else 'are new in'} the ranking between {one} and {two}"


CHANGING = (
    ("not never longer missing absent arent werent isnt wasnt aren't weren't isn't wasn't",
     rf"\b(?:(?:that|which|who) )?{_BEING} {_IN}(20[12]\d){_LIST},? (?:but|and|yet|though) {_GONE}{_IN}(20[12]\d)(?!\d)"
     rf"{_LIST}", _crossed),
    ("lost lose loses losing",
     rf"{_LOST} {_PLACE} (?:in|among|amongst|inside|within) (?=the top\b)", "fell out of "),
    ("lost lose loses losing",
     rf"{_LOST} top[- ](\w+) {_PLACE}\b", r"fell out of the top \1"),
    ("than",
     rf"\b{_STAND} (?:higher|better|further up){_THAN}", "rose since "),
    ("than",
     rf"\b{_STAND} (?:lower|worse|further down){_THAN}", "fell since "),
    ("leading best highest ranked top strongest first",
     rf"\b(?:of|among|in|from) the {_FEW} {_FIRST} (?=(?:clusters|cities|hubs|countries|economies)\b)",
     r"of the top \1 "),
    ("2",
     r"\b(happened|listen|compared|compare|close|next|relative|according|due) 2 (?=[a-z])", r"\1 to "),
)  # fmt: skip
"""How somebody says that something changed: "in the 2022 list but not in 2025", "stands higher than it did in 2024"."""

_TRUE = r"(?:accurate|correct|true|right|fair|safe|valid|sound|a fact)"
_SAID = r"(?:statement|claim|assertion|assumption|rumou?r|sentence|line|report|story|idea|notion|belief)"
_SETTING = r"(?:set|stack|lay|place|line up|match up|match|put|pit|hold)"
_ENDS = r"(?:best|top|worst|first|last|highest|lowest|strongest)"

_IF_NONE = (
    r"if (?:it|there|they) (?:has|have|is|are|isn['’]?t|aren['’]?t|hasn['’]?t)(?: (?:none|not|no rank|any))?"
    r"(?: (?:in it|there|listed|ranked|on it))?"
)
_NICE = r"(?:nice|good|great|lovely|perfect|fine|handy|useful|fun|cool)"
_APPEAR = r"(?:appear|be listed|be found|be placed|be ranked|rank|figure|come out|come in|sit|stand|land)"
_RUN = r"(two|three|four|five|[2-5])"
_TIMES = r"(?:editions?|years?|rankings?|times|lists|releases|tables)"

SAYING = (
    ("come comes", r"\bcomes? on (?=(?:the|your|our|this|that) (?:list|ranking|table|index)\b)", "come in "),
    ("rounds rounded closes closed completes completed",
     r"\b(?:rounds?|rounded|closes?|closed|completes?|completed) (?:out |off )?the top (?=\w+[\s?!.]*$)", "is number "),
    ("from", r"\b(?:everyone|everybody|all|those|the ones|clusters) from (\d{1,3}) to (\d{1,3})\b", r"ranks \1 to \2"),
    ("drop throw toss spill run serve",
     r"^\W*(?:(?:yo|pls|please|hey|bro) )*(?:drop|throw|toss|spill|run|serve) (?:me |us )?(?:the |your |a |that )?"
     r"(?=(?:top|bottom|best|worst) (?:\d|three|five|ten))", "show me the "),
    ("running straight succession trot consecutively back",
     rf"\b{_RUN} {_TIMES} (?:running|straight|in succession|on the trot|consecutively|back to back)\b",
     r"\1 editions in a row"),
    ("consecutive straight successive",
     rf"\b{_RUN} (?:consecutive|straight|successive) {_TIMES}\b", r"\1 editions in a row"),
    ("row",
     rf"\b{_RUN} {_TIMES} in a row\b", r"\1 editions in a row"),
    ("twice",
     r"\btwice in a row\b", "two editions in a row"),
    ("would",
     rf" would (?:make|be) an? {_NICE} [\w ]{{2,25}}?(?=[,.;!?]|$)", " "),
    ("would",
     rf"\bwould ((?!you |i |we |they |anyone |someone |it be)\S+(?: \S+){{0,3}}?) {_APPEAR}\b(?! if)",
     r"does \1 rank"),
    ("remember recall think take back",
     r"^\W*(?:remember|recall|think of|take|back in) (20[12]\d)\W+(.*?) (?:back then|at that time|at the time)\b",
     r"\2 in \1"),
    ("closest nearest",
     rf"[,;]? (?:and |or )?(?:{_IF_NONE}|if not|otherwise),? (?:then )?(?:which|what)['’]?s?(?: is)? "
     r"(?:the )?(?:cluster is )?(?:the )?(?:closest|nearest)[^?!.]{0,30}", ""),
    ("cluster",
     r",\s*(?:i mean )?the (?:city |innovation )?cluster(?:,? i mean| that is)?\b"
     r"(?:,? (?:and )?not the (?:country|nation|economy|state))?",
     " cluster"),
    ("say state claim write print assume report",
     rf"\b(?:is|was|would|be) it (?:be )?(?:still )?{_TRUE} to (?:say|state|claim|write|print|assume|report)"
     r"(?: that)? ", "is it true that "),
    ("truth",
     rf"\b(?:is|was) there (?:any |some )?truth (?:to|in|behind) (?:the|this|that|my) (?:{_SAID} )?that ",
     "is it true that "),
    ("statement claim assertion assumption rumor rumour sentence line report story idea notion belief",
     rf"\b(?:is|was) (?:the|this|that) {_SAID} {_TRUE} that ", "is it true that "),
    ("hold stand",
     rf"\b(?:does|do|did) (?:the|this|that|his|her|their) {_SAID} that (.{{5,120}}?) "
     r"(?:hold|stand)(?: up| true| water)?\b",
     r"is it true that \1 "),
    ("many",
     r"\bhow many (?:places|spots|positions|ranks) (up|down) (did|has|does) (\S+(?: \S+){0,2}?) "
     r"(?:go|gone|move|moved|get)\b",
     r"how many places did \3 move \1"),
    ("way direction",
     r"\bwhich (?:way|direction) (?:did|has|is) (\S+(?: \S+){0,2}?) "
     r"(?:go|gone|going|move|moved|moving|heading|headed)\b",
     r"how did \1 move"),
    ("only",
     r"[,;]? (?:the )?(?:place|rank|position|number) only\b", " rank "),
    ("only",
     r"[,;] (?:the )?(?:names?|figures?) only\b", " "),
    ("runner runners runner-up runners-up",
     r"\b(?:first|1st) runners?[- ]up\b", "second place"),
    ("runner runners runner-up runners-up",
     r"\b(?:second|2nd) runners?[- ]up\b", "third place"),
    ("runner runners runner-up runners-up",
     r"\b(?:third|3rd) runners?[- ]up\b", "fourth place"),
    ("occupied",
     r"\boccupied by\b", "held by"),
    ("accurate valid given",
     r"\bis it (?:still )?(?:accurate|valid|a given) that ", "is it true that "),
    ("statement claim assertion assumption rumor rumour sentence line report story idea notion belief",
     rf"\b(?:is|was) (?:the|this|that|my|his|her|their) {_SAID} that (.{{5,150}}?) {_TRUE}\b", r"is it true that \1 "),
    ("against beside next alongside opposite",
     rf"\b{_SETTING} (?!up )((?:(?!compare)\S+ ){{1,6}}?)(?:up )?(?:against|beside|next to|alongside|opposite) ",
     r"compare \1 and "),
    ("side head next",
     rf"\b{_SETTING} (?=(?:\S+ ){{2,8}}?(?:side by side|head to head|next to each other)\b)", "compare "),
    ("podium",
     r"\b(?:made up|make up|makes up|formed|forms|form|completed|completes|filled|fills) the (?:\w+ )?podium\b",
     "was on the podium"),
    ("out off up",
     rf"\b(?:came|comes|come|coming|ended|finished|turned) (?:out|off|up) (?={_ENDS}\b)", "was "),
    ("be",
     r"(?<=\w) (?:would|might|will) (?:then )?be[\s.?!…]*$", " is"),
    ("be",
     r"(?<=\w) (?:would|might|will) (?:then )?be (?=(?:who|which|what)\b)", " is "),
    ("from",
     r"\b(\w+) from (?:the )?(?:very )?(?:end|bottom|back|foot|tail)\b", r"\1 from last"),
    ("penultimate last next-to-last",
     r"\bpenultimate\b|\bnext[- ]to[- ]last\b", "second to last"),
    ("antepenultimate",
     r"\bantepenultimate\b", "third to last"),
    ("high",
     r"\bhow high (?:up )?(did|does|do|has|have) ((?!i |you |we )\S+(?: \S+){0,3}?) (?:go|get|gone|come|climb)\b"
     r"(?! (?:up|down|from|since|between|back))", r"how high \1 \2 rank"),
    ("published printed released reported",
     r"\bas (?:they|it|that) (?:were|was|is|are) (?:then |first |originally )?(?:published|printed|released|reported) "
     r"(?=in\b|at\b)", ""),
)  # fmt: skip
"""Frames: "is it accurate to say that …", "set A against B", "who made up the podium", "… would be"."""
