"""Turns of phrase that are put more plainly before a question is cut into words: "2k22", "from 2017 till now"."""

from __future__ import annotations

import re

from bot.questions.free.turns import put_plainly

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

_WORDS = (
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
    tuple((re.compile(pattern, re.IGNORECASE), plainer) for pattern, plainer in group) for group in (_FIGURES, _WORDS)
)
DIGIT = re.compile(r"\d")


def rewritten(text: str) -> str:
    """Return a text with these turns of phrase put plainly."""
    for pattern, plainer in (*FIGURES, *WORDS) if DIGIT.search(text) else WORDS:
        text = pattern.sub(plainer, text)
    return put_plainly(text)
