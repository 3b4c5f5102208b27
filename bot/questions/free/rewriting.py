"""Turns of phrase that are put more plainly before a question is cut into words: "2k22", "from 2017 till now"."""

from __future__ import annotations

import re

from bot.questions.free.turns import put_plainly
from bot.questions.patterns import later

_UNTIL = r"(?:till|until|til|through|thru|to|up to)"
_NTH = r"(?:st|nd|rd|th)?"

_FIGURES = (
    (rf"\b(\d{{1,3}}){_NTH}\s*(?:-|–|{_UNTIL})\s*(?:the )?(?:rank |place |position |number )?"
     rf"(\d{{1,3}}){_NTH}\b(?!\.\d)", r"\1 to \2"),
    (rf"\bfrom (20[12]\d) {_UNTIL} (?:now|today|this year|the present|present|date)\b", r"since \1"),
    (rf"\b(20[12]\d) {_UNTIL} (20[12]\d)\b", r"\1 to \2"),
    (r"\b2k(1[7-9]|2\d)\b", r"20\1"),
    (r"\b(1[7-9]|2\d)\s*(vs\.?|v|versus|against|compared (?:to|with)|->)\s*['’]?(1[7-9]|2\d)\b", r"20\1 \2 20\3"),
)  # fmt: skip
"""What is written with figures."""

_MEASURED = r"(?:go(?:es)?|looks?|judges?|ranks?|sorts?|takes?|considers?|measures?|counts?)"
_MEASURING = r"(?:looking|going|judging|judged|measured|ranked|sorted|counted)"

_FIGURE = (
    r"(?=(?:\S+ ){0,3}?(?:patent\w*|pct|publication\w*|papers?|scien\w*|research|articles?|vc|venture\w*|intensity"
    r"|deals|population|head|capita|inputs?|outputs?|pillars?|score|institutions|infrastructure|creativ\w*)\b)"
)
"""A measure or a pillar is named within some words."""

_ALONE = (
    (r"\bif (?:one|you|we|i) (?:only|just) (?:counts?|considers?|takes?|looks? at|measures?) " + _FIGURE, " by "),
    (r"(^|[,;:.]\s+)(?:counting|considering|looking at|taking) (?:only|just) " + _FIGURE, r"\1by "),
    (
        rf"\bif (?:one|you|we|i) (?:only |just )?{_MEASURED}(?: only| just)?(?: by| at| on)? {_FIGURE}"
        r"((?:\S+ ){0,3}?\S+?) (?:alone|only|exclusively)\b",
        r" by \1 ",
    ),
    (
        r"\bif (?:one|you|we|i) (?:only |just )?(?:go(?:es)?|looks?|judges?|sorts?)(?: only| just)? (?:by|at) "
        + _FIGURE,
        " by ",
    ),
    (
        rf"\b{_MEASURING} (?:only |purely |just |solely |strictly )?(?:at|by|on) {_FIGURE}((?:\S+ ){{0,3}}?\S+?) "
        r"(?:alone|only|exclusively)\b",
        r"by \1",
    ),
    (rf"\b(?:by|on) {_FIGURE}((?!its|their|her|his|my|our)\w+(?: [\w-]+){{0,2}}?) (?:alone|exclusively)\b", r"by \1"),
    (r"(^|[,;:.]\s+)(?:when )?(?:measured|judged|sorted) (?=(?:by|per)\b)", r"\1"),
)
"""What is looked at alone: "if one goes by patents alone", "measured per head"."""

_SPOKEN = (
    (r"\bwhat(?:['’]?s| is|['’]?s is) (?:our|my|your|their|its) number\b(?! of)", "what rank "),
    (r"\b((?:gii|innovation index) (?:rank|ranking|score|position|place)) 4 (?=[a-z])", r"\1 for "),
    (r"^(?=.*\b(?:who\w*|which|where\w*|what\w*|how)\b)(.*\S\S\S)\s+(?:ya|ye|yea)[\s?!.]*$", r"\1"),
    (r"\s+(?:question mark|exclamation (?:mark|point)|full stop)\b\W*", "? "),
    (r"\s+comma\s+(?=\w)", ", "),
    (r"\b(happen(?:ed|s|ing)|compared?|relative|belongs?|according|close|closest|nearest|next) 2 (?=[a-z])", r"\1 to "),
    (
        r"\b(looking|thanks|thx|ty|asking|need|waiting|score|rank|number|place) 4 (?=(?:a|an|the|my|our|me|us|this)\b)",
        r"\1 for ",
    ),
    (r"(?<!\bwhere)(?<!\bwhat)(?<!\bhow)(?<!\bare)(?<!\bat)\s+(?:ya|ye|yea)[\s?!.]*$", " yeah"),
    (r"(?<=[?!.,])\s*(?:nah |yeah |bro )?no (?:way|chance)[\s.?!]*$", " "),
    (r"(?:^|(?<=[?!,.] ))number,? (?=(?:please|pls+|plz)\b)", "rank "),
    (
        r"\b(what|which) (number|rank|place|position|spot) (?:are|were|r) (?:we|they|you|u)"
        r"(?: now| today| currently)?[\s?!.]*$",
        r"\1 \2 ",
    ),
    (
        r"\bwhere (?:are |r |were )?(?:you|u|ya|we) (?:at|ranked|placed|sitting|standing|sit|stand|rank)\b(?! in\b)",
        "where ranked",
    ),
    (r"(?<![\w'’])(?<!what )(?<!who )(?<!it )(?<!where )(?<!how )s\.? (?=korea\b)", "south "),
    (r"(?<![\w'’])n\.? (?=(?:macedonia|korea)\b)", "north "),
    (r"[\s,]+(?:would|will|might) be\W*$", " "),
)
"""What is spoken, or written as it is: "question mark", "what happened 2 Delhi", "…, ya?", "what number are we"."""

_INDEX = (
    (r"\b(?:piece|bite|slab|helping) of (?:the |that )?" + _FIGURE, "share of "),
    (r"\b(have|has|had|hold|held|got|account for|accounted for|make up|made up) between them\b", r"\1 together"),
    (r"\bdoes (?:the )?(?:index|gii|wipo|ranking|table|report) (?:call|deem|find|judge|consider|rate)\b", "is"),
    (
        r",? (?:is it )?(?:just|only) \w+(?: \w+)? or (?:is there )?(?:more|(?:some|any)thing else|other things)\W*$",
        " ",
    ),
    (r"^\W*(?:the )?(gii|wipo)(?: acronym)? (?:stands? for|means?) what\b", r"what does \1 stand for"),
    (
        r"\b(?:which|what) (?:edition|year|ranking|version) (?:was the first (?:one )?to|(?:was )?first) "
        r"(?:include[ds]?|count(?:ed|s)?|use[ds]?|add(?:ed|s)?|cover(?:ed|s)?|feature[ds]?)\b",
        "since which edition counts",
    ),
    (r"\bwhat (share|percentage|proportion|part)\b(.*?) results?(?=\W*$)", r"what \1\2"),
    (r"\bfor (?:a|the|my|our|one|this) (?:pull |block )?quote\b", " "),
    (r"\b(20[12]\d) (?:edition|ranking|list|table|index)(?=\W+before\b)", r"\1"),
)
"""What is said of the index and its figures: "have between them", "which one does the index call …"."""

_WORDS = (
    *_ALONE,
    *_SPOKEN,
    *_INDEX,
    (r"\b(?:what|which) (?:is|was) the (?:very )?first (?:year|edition|time) (?:that |in which |when |where )?"
     r"(?!(?:the|of|wipo|gii|it|we|you|there)\b)(?=(?:\S+ ){1,4}?(?:was|is|made|entered|appeared|got|showed|came)\b)",
     "since when "),
    (r"\bg[eo]t(?:s|ting)? (?:in|into|on|onto|in to) the (?=top (?:100|hundred)\b|ranking\b|list\b)", "make the "),
    (r"^(.*\b(?:vs\.?|versus|v|or|compared?)\b.*\w)"
     r"(?:[\s,.!?]+(?:go+|discuss|thoughts|you decide|let['’]?s go+|debate))+[\s.!?]*$", r"\1"),
    (r"(?:^|(?<=[.,:;!?] ))(?:would|might|may|could) "
     r"(?!(?:you|i|we|it|that|this|there|someone|anyone|somebody|anybody|they|he|she)\b)"
     r"((?:\S+ ){0,3}?\S+) be (?=\S)(?!able|possible|so kind)", r"is \1 "),
    (r"\b(?:one|two|three|four|[1-9]) (?:in|out of) (?:every )?(?:\w+) (?=cluster|cit|hub|countr|econom)",
     " fractionally "),
    (r"^(.*\b(?:top|bottom|best|worst|last|first) (?:\d+|three|five|ten)\b(?: \w+){0,4}?)[\s,.!]+"
     r"(?:go+|hit me|shoot|spill|gimme|asap|quick|stat|chop chop)[\s.!]*$", r"\1"),
    (r"[,.!?]\s*(?:with )?(?:(?:best|kind|warm|many) )?(?:regards|wishes|cheers|yours|sincerely|greets)\b"
     r"[\s,]+(?:from )?[\w.]+\s*$", " "),
    (r"\b(?:y ?/ ?n|yes ?/ ?no|true ?/ ?false)\b", " yes or no "),
    (r"\b(\w{3,}) x (?=\w{3,})", r"\1 vs "),
    (r"(?<=[a-z])\s*\+\s*(?=[a-z])", " and "),
)  # fmt: skip
"""What is written in words: a fraction nobody here can judge, what was somebody's first year, getting into the ranking,
what might be so, the start of a contest ("A vs B, go!"), a name under a letter, "A x B", "A + B"."""

FIGURES, WORDS = (
    tuple((later(pattern, re.IGNORECASE), plainer) for pattern, plainer in group) for group in (_FIGURES, _WORDS)
)
DIGIT = later(r"\d")
LETTER = later(r"[a-z]", re.IGNORECASE)


def rewritten(text: str) -> str:
    """Return a text with these turns of phrase put plainly; all of them are written with Latin letters."""
    if LETTER.search(text) is None:
        return text
    for pattern, plainer in (*FIGURES, *WORDS) if DIGIT.search(text) else WORDS:
        text = pattern.sub(plainer, text)
    return put_plainly(text)
