"""Turns of phrase that are put more plainly before a question is cut into words: "2k22", "from 2017 till now"."""

from __future__ import annotations

import re

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

_LIST = r"(?: (?:list|ranking|rankings|edition|table|index|one|top 100|version|report))?"
_IN = r"(?:in|on|part of) (?:the |that of (?:the )?)?"
_BEING = r"(?:were|was|are|is|appeared|appear|stood|ranked|featured|had been)"
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
    return f" {'left' if found[1] == one else 'are new'} between {one} and {two}"


_CHANGING = (
    (rf"\b(?:(?:that|which|who) )?{_BEING} {_IN}(20[12]\d){_LIST},? (?:but|and|yet|though) {_GONE}{_IN}(20[12]\d)(?!\d)"
     rf"{_LIST}", _crossed),
    (rf"{_LOST} {_PLACE} (?:in|among|amongst|inside|within) (?=the top\b)", "fell out of "),
    (rf"{_LOST} top[- ](\w+) {_PLACE}\b", r"fell out of the top \1"),
    (rf"\b{_STAND} (?:higher|better|further up){_THAN}", "rose since "),
    (rf"\b{_STAND} (?:lower|worse|further down){_THAN}", "fell since "),
    (rf"\b(?:of|among|in|from) the {_FEW} {_FIRST} (?=(?:clusters|cities|hubs|countries|economies)\b)",
     r"of the top \1 "),
    (r"\b(happened|listen|compared|compare|close|next|relative|according|due) 2 (?=[a-z])", r"\1 to "),
)  # fmt: skip
"""How somebody says that something changed: "in the 2022 list but not in 2025", "stands higher than it did in 2024"."""

_WORDS = (
    (r"\b(?:what|which) (?:is|was) the (?:very )?first (?:year|edition|time) (?:that |in which |when |where )?"
     r"(?!(?:the|of|wipo|gii|it|we|you|there)\b)(?=(?:\S+ ){1,4}?(?:was|is|made|entered|appeared|got|showed|came)\b)",
     "since when "),
    (r"\bg[eo]t(?:s|ting)? (?:in|into|on|onto|in to) the (?=top (?:100|hundred)\b|ranking\b|list\b)", "make the "),
    (r"^(.*\b(?:vs\.?|versus|v|or|compare)\b.*\w)"
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

FIGURES, WORDS, CHANGING = (
    tuple((re.compile(pattern, re.IGNORECASE), plainer) for pattern, plainer in group)
    for group in (_FIGURES, _WORDS, _CHANGING)
)
DIGIT = re.compile(r"\d")


def rewritten(text: str) -> str:
    """Return a text with these turns of phrase put plainly."""
    for pattern, plainer in (*FIGURES, *WORDS, *CHANGING) if DIGIT.search(text) else (*WORDS, *CHANGING):
        text = pattern.sub(plainer, text)
    return text
