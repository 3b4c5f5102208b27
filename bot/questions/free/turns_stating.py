"""Ways to state the same, or to ask whether it is so, put more plainly: "the best German cluster is Munich"."""

from __future__ import annotations

_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty|\d{1,3})"
_CROSSING = r"(top (?:\d+|\w+)|ranking|rankings|list|table)"
_OUT = (
    r"(?:fell|fall|fallen|falling|drop(?:s|ped|ping)?|slip(?:s|ped|ping)?|tumbled?|slid|slides?|crash(?:es|ed)?"
    r"|went|gone|go|got"
    r"|knocked|kicked|pushed|booted|bumped|thrown|shoved|squeezed|moved|sank|is|are|was|were|been|now)"
)

_CHANGED = (
    ("improved gain drop loss decline",
     r"^\W*(?:the )?(?:most improved|(?:biggest|largest) gain)\W*$", "biggest climber"),
    ("drop loss decline", r"^\W*(?:the )?(?:worst|biggest|steepest) (?:drop|loss|decline)\W*$", "biggest faller"),
    ("new", r"^(\W*(?:who(?:['’]?s| is) |what(?:['’]?s| is) )?)new in (?=the top \w+)", r"\1newcomers in "),
    ("into",
     r"^(\W*(?:\w+ )?(?:which|who|whos|any|list|name|what \w+)\b.*?) (?:(?!are|is|was|were|get|come)\w+ (?:its"
     r"|their) way"
     rf"|(?!are|is|was|were|do|did|has|have)\w+) into (?:the )?(?=(?:\w+ )?{_CROSSING}\b)", r"\1 entered the "),
    ("but and",
     r"\bwho was (?:in the )?(top \w+) in (20[12]\d),? (?:but|and) (?:isn['’]?t|is not|is no longer)"
     r"(?: any ?more| now| there| in it)*(?=\W*$)", r"who left the \1 since \2"),
    ("compare",
     r"^\W*compare (.+?) in (20[12]\d) (?:with|to|and|vs\.?) (?:today|now|this year)(?=\W*$)",
     r"how did \1 move since \2"),
    ("fall", r"\bfall in (?=(?:the )?(?:gii|index|ranking)\b)", "drop in "),
    ("reached cracked hit",
     rf"^(\W*(?:which|what|who)\b.*?) (?:reached|cracked|hit) the {_CROSSING} since\b", r"\1 entered the \2 since"),
    ("out", rf"^(\W*(?:which|what|who|whos)\b.*?) {_OUT} out of the {_CROSSING} since\b", r"\1 left the \2 since"),
    ("gave gives shed sheds conceded surrendered",
     rf"\b(?:gave up|gives up|shed|sheds|conceded|surrendered) ({_NUMBER})"
     r" (?=places|ranks|spots|positions)", r"lost \1 "),
    ("picked picks made added put",
     rf"\b(?:picked up|picks up|made up|added|put on) ({_NUMBER}) (?=places|ranks|spots|positions)", r"gained \1 "),
    ("most", r"\bwhich (country|economy) has the (second|third|2nd|3rd) most clusters\b",
     r"which countries have the most clusters"),
)  # fmt: skip
"""How it is said that something came into a list, left it, or moved."""

_STATED = (
    ("no", r"^\W*no (\w+) clusters? (?:beats?|outranks?|is (?:ahead of|above|better than|higher than)|ranks? "
     r"(?:above|higher than))"
     r" ((?:\S+ ){0,2}?\S+?)(?=\W*$)", r"\2 is the best \1 cluster"),
    ("cluster", r"^\W*(?:the )?(?:best|top|leading|highest ranked|number one) (\w+) cluster is ((?!in\b|from\b"
     r"|it\b)\S+(?: \S+)?)(?=\W*$)",
     r"\2 is the best \1 cluster"),
    ("is", r"^\W*(?:the )?(?:top|best|leading|first|number one|number 1|no\.? ?1)(?: ranked)?(?: cluster| city"
     r"| one)? is "
     r"(in \w+|from \w+|\w+(?:ese|an|ish|ch))(?: cluster| city| one)?(?=\W*$)", r"is the number one \1"),
    ("is", r"^\W*is the (?:top|best|leading|first) (?:cluster|city|one) ((?:in|from) \w+)(?=\W*$)",
     r"is the number one \1"),
    ("there", r"\bthere (?:is|are) no clusters? in ((?:\S+ ){0,2}?\S+?)(?=\W*$)", r"\1 has no cluster"),
    ("used", r"\b(\w+) used to be (?=(?:number (?:one|1)|first|no\.? ?1|in the top)\b)", r"\1 was ever "),
    ("new", r"\bthe new (?=(?:number (?:one|1)|leader|no\.? ?1)\b)", "the "),
    ("still", r"^(\W*(?:is|are|was) .*)\bstill in(?=\W*$)", r"\1still in the ranking"),
    ("best worst highest lowest",
     r"^\W*what(?:['’]?s| is| was) ((?:\S+ ){0,2}?\S+?)['’]?s (best|worst|highest|lowest) (?:rank|position"
     r"|place)(?=\W*$)",
     r"\1 \2 ever rank"),
    ("ahead above before",
     r"\bhow many (?:clusters|cities|hubs) (?:are|rank|sit|stand|were) (?:ahead of|above|before) "
     r"(?=(?:\S+ ){0,2}?\S+(?: in 20[12]\d)?\W*$)", "what rank is "),
    ("between", r"\bhow many (?:clusters|cities|hubs) are (?:there )?between\b", "how many places between"),
    ("single", r"\b((?:countries|economies|nations) (?:with|that have|having|have|had)) a single cluster\b",
     r"\1 exactly 1 cluster"),
    ("total", r"^\W*total clusters (?=in |of |from )", "number of clusters "),
    ("new", r"\bis (.+?) new (?:in|to) (the (?:gii )?top \d+)", r"did \1 enter \2"),
    ("income",
     r"^\W*(.+?) is an? (?:high|low|upper[- ]middle|lower[- ]middle)[- ]income (?:country|economy)\W*$",
     r"income group of \1"),
    ("most", r"\bdo most (?:of the )?(top \w+)(?: clusters| cities)? (?:lie|sit|come|stand) (?:in|from) (\w+)",
     r"are most of the \1 in \2"),
)  # fmt: skip
"""How something is stated, or asked whether it is so."""

STATING = (*_CHANGED, *_STATED)
