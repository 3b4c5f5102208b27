"""Turns of phrase that are put more plainly before a question is cut into words: "2k22", "from 2017 till now".

Before each stand words or signs of which it holds one: only where one of them is written is it looked for.
"""

from __future__ import annotations

import re

from bot.questions.free.turning import Turns
from bot.questions.free.turns import CHANGING, SAYING
from bot.questions.free.turns_asking import ASKING
from bot.questions.free.turns_calling import CALLING
from bot.questions.free.turns_order import FIGURE, ORDER
from bot.questions.free.turns_stating import STATING
from bot.questions.patterns import later

_UNTIL = r"(?:till|until|til|through|thru|to|up to)"
_NTH = r"(?:st|nd|rd|th)?"

_FIGURES = (
    ("- – till until til through thru to",
     rf"\b(\d{{1,3}}){_NTH}\s*(?:-|–|{_UNTIL})\s*(?:the )?(?:rank |place |position |number )?"
     rf"(\d{{1,3}}){_NTH}\b(?!\.\d)", r"\1 to \2"),
    ("from",
     rf"\bfrom (20[12]\d) {_UNTIL} (?:now|today|this year|the present|present|date)\b", r"since \1"),
    ("till until til through thru to",
     rf"\b(20[12]\d) {_UNTIL} (20[12]\d)\b", r"\1 to \2"),
    ("k",
     r"\b2k(1[7-9]|2\d)\b", r"20\1"),
    ("vs v versus against compared >",
     r"\b(1[7-9]|2\d)\s*(vs\.?|v|versus|against|compared (?:to|with)|->)\s*['’]?(1[7-9]|2\d)\b", r"20\1 \2 20\3"),
)  # fmt: skip
"""What is written with figures."""

_MEASURED = r"(?:go(?:es)?|looks?|judges?|ranks?|sorts?|takes?|considers?|measures?|counts?)"
_MEASURING = r"(?:looking|going|judging|judged|measured|ranked|sorted|counted)"

_ALONE = (
    ("if",
     r"\bif (?:one|you|u|we|i) (?:only|just) (?:counts?|considers?|takes?|looks? at|measures?) " + FIGURE, " by "),
    ("counting considering looking taking",
     r"(^|[,;:.]\s+)(?:counting|considering|looking at|taking) (?:only|just) " + FIGURE, r"\1by "),
    ("if",
     rf"\bif (?:one|you|u|we|i) (?:only |just )?{_MEASURED}(?: only| just)?(?: by| at| on)? {FIGURE}"
     r"((?:\S+ ){0,3}?\S+?) (?:alone|only|exclusively)\b",
     r" by \1 "),
    ("if",
     r"\bif (?:one|you|u|we|i) (?:only |just )?(?:go(?:es)?|looks?|judges?|sorts?)(?: only| just)? (?:by|at) "
     + FIGURE,
     " by "),
    ("alone only exclusively",
     rf"\b{_MEASURING} (?:only |purely |just |solely |strictly )?(?:at|by|on) {FIGURE}((?:\S+ ){{0,3}}?\S+?) "
     r"(?:alone|only|exclusively)\b",
     r"by \1"),
    ("alone exclusively",
     rf"\b(?:by|on) {FIGURE}((?!its|their|her|his|my|our)\w+(?: [\w-]+){{0,2}}?) (?:alone|exclusively)\b", r"by \1"),
    ("measured judged sorted",
     r"(^|[,;:.]\s+)(?:when )?(?:measured|judged|sorted) (?=(?:by|per)\b)", r"\1"),
)  # fmt: skip
"""What is looked at alone: "if one goes by patents alone", "measured per head"."""

_SPOKEN = (
    ("number",
     r"\bwhat(?:['’]?s| is|['’]?s is) (?:our|my|your|their|its) number\b(?! of)", "what rank "),
    ("4",
     r"\b((?:gii|innovation index) (?:rank|ranking|score|position|place)) 4 (?=[a-z])", r"\1 for "),
    ("ya ye yea",
     r"^(?=.*\b(?:who\w*|which|where\w*|what\w*|how)\b)(.*\S\S\S)\s+(?:ya|ye|yea)[\s?!.]*$", r"\1"),
    ("mark point stop",
     r"\s+(?:question mark|exclamation (?:mark|point)|full stop)\b\W*", "? "),
    ("comma",
     r"\s+comma\s+(?=\w)", ", "),
    ("2",
     r"\b(happen(?:ed|s|ing)|compared?|relative|belongs?|according|close|closest|nearest|next) 2 (?=[a-z])", r"\1 to "),
    ("4",
     r"\b(looking|thanks|thx|ty|asking|need|waiting|score|rank|number|place) 4 (?=(?:a|an|the|my|our|me|us|this)\b)",
     r"\1 for "),
    ("ya ye yea",
     r"(?<!\bwhere)(?<!\bwhat)(?<!\bhow)(?<!\bare)(?<!\bat)\s+(?:ya|ye|yea)[\s?!.]*$", " yeah"),
    ("way chance",
     r"(?<=[?!.,])\s*(?:nah |yeah |bro )?no (?:way|chance)[\s.?!]*$", " "),
    ("number",
     r"(?:^|(?<=[?!,.] ))number,? (?=(?:please|pls+|plz)\b)", "rank "),
    ("we they you u",
     r"\b(what|which) (number|rank|place|position|spot) (?:are|were|r) (?:we|they|you|u)"
     r"(?: now| today| currently)?[\s?!.]*$", r"\1 \2 "),
    ("you u ya we",
     r"\bwhere (?:are |r |were )?(?:you|u|ya|we) (?:at|ranked|placed|sitting|standing|sit|stand|rank)\b(?! in\b)",
     "where ranked"),
    ("korea",
     r"(?<![\w'’])(?<!what )(?<!who )(?<!it )(?<!where )(?<!how )s\.? (?=korea\b)", "south "),
    ("macedonia korea",
     r"(?<![\w'’])n\.? (?=(?:macedonia|korea)\b)", "north "),
    ("be",
     r"[\s,]+(?:would|will|might) be\W*$", " "),
)  # fmt: skip
"""What is spoken, or written as it is: "question mark", "what happened 2 Delhi", "…, ya?", "what number are we"."""

_INDEX = (
    ("piece bite slab helping",
     r"\b(?:piece|bite|slab|helping) of (?:the |that )?" + FIGURE, "share of "),
    ("between",
     r"\b(have|has|had|hold|held|got|account for|accounted for|make up|made up) between them\b", r"\1 together"),
    ("does",
     r"\bdoes (?:the )?(?:index|gii|wipo|ranking|table|report) (?:call|deem|find|judge|consider|rate)\b", "is"),
    ("or",
     r",? (?:is it )?(?:just|only) \w+(?: \w+)? or (?:is there )?(?:more|(?:some|any)thing else|other things)\W*$",
     " "),
    ("gii wipo",
     r"^\W*(?:the )?(gii|wipo)(?: acronym)? (?:stands? for|means?) what\b", r"what does \1 stand for"),
    ("first",
     r"\b(?:which|what) (?:edition|year|ranking|version) (?:was the first (?:one )?to|(?:was )?first) "
     r"(?:include[ds]?|count(?:ed|s)?|use[ds]?|add(?:ed|s)?|cover(?:ed|s)?|feature[ds]?)\b",
     "since which edition counts"),
    ("result results",
     r"\bwhat (share|percentage|proportion|part)\b(.*?) results?(?=\W*$)", r"what \1\2"),
    ("quote",
     r"\bfor (?:a|the|my|our|one|this) (?:pull |block )?quote\b", " "),
    ("before",
     r"\b(20[12]\d) (?:edition|ranking|list|table|index)(?=\W+before\b)", r"\1"),
)  # fmt: skip
"""What is said of the index and its figures: "have between them", "which one does the index call …"."""

_WORDS = (
    *_ALONE,
    *_SPOKEN,
    *_INDEX,
    ("first",
     r"\b(?:what|which) (?:is|was) the (?:very )?first (?:year|edition|time) (?:that |in which |when |where )?"
     r"(?!(?:the|of|wipo|gii|it|we|you|there)\b)(?=(?:\S+ ){1,4}?(?:was|is|made|entered|appeared|got|showed|came)\b)",
     "since when "),
    ("get got gets gots getting gotting",
     r"\bg[eo]t(?:s|ting)? (?:in|into|on|onto|in to) the (?=top (?:100|hundred)\b|ranking\b|list\b)", "make the "),
    ("vs versus v or against compare compared",
     r"^(.*\b(?:vs\.?|versus|v|or|against|compared?)\b.*\w)"
     r"(?:[\s,.!?]+(?:go+|discuss|thoughts|you decide|let['’]?s go+|debate))+[\s.!?]*$", r"\1"),
    ("be",
     r"(?:^|(?<=[.,:;!?] ))(?:would|might|may|could) "
     r"(?!(?:you|i|we|it|that|this|there|someone|anyone|somebody|anybody|they|he|she)\b)"
     r"((?:\S+ ){0,3}?\S+) be (?=\S)(?!able|possible|so kind)", r"is \1 "),
    ("one two three four 1 2 3 4 5 6 7 8 9",
     r"\b(?:one|two|three|four|[1-9]) (?:in|out of) (?:every )?(?:\w+) (?=cluster|cit|hub|countr|econom)",
     " fractionally "),
    ("top bottom best worst last first",
     r"^(.*\b(?:top|bottom|best|worst|last|first) (?:\d+|three|five|ten)\b(?: \w+){0,4}?)[\s,.!]+"
     r"(?:(?:go+|hit me|shoot|spill|gimme|asap|quick|stat|chop chop)[\s.!]*)+$", r"\1"),
    ("regards wishes cheers yours sincerely greets",
     r"[,.!?]\s*(?:with )?(?:(?:best|kind|warm|many) )?(?:regards|wishes|cheers|yours|sincerely|greets)\b"
     r"[\s,]+(?:from )?[\w.]+\s*$", " "),
    ("/",
     r"\b(?:y ?/ ?n|yes ?/ ?no|true ?/ ?false)\b", " yes or no "),
    ("x",
     r"\b(\w{3,}) x (?=\w{3,})", r"\1 vs "),
    ("+",
     r"(?<=[a-z])\s*\+\s*(?=[a-z])", " and "),
)  # fmt: skip
"""What is written in words: a fraction nobody here can judge, what was somebody's first year, getting into the ranking,
what might be so, the start of a contest ("A vs B, go!"), a name under a letter, "A x B", "A + B"."""

TURNS = Turns((*_FIGURES, *_WORDS, *CALLING, *ASKING, *STATING, *ORDER, *CHANGING, *SAYING))
LETTER = later(r"[a-z]", re.IGNORECASE)


def rewritten(text: str) -> str:
    """Return a text with these turns of phrase put plainly; all of them are written with Latin letters."""
    return text if LETTER.search(text) is None else TURNS.put_plainly(text)
