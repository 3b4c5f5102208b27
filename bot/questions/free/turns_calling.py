"""How somebody calls out, says something in passing or tells of themselves, put away or put plainly."""

from __future__ import annotations

_YEAR = r"(?:20[12]\d|last year|this year)"

_CALLED = (
    ("tf fuck f", r"\b(where|what|who|how|which)(?:['’]?s)? (?:tf|(?:in )?the f(?:uck)?) (?:is |are )?", r"\1 is "),
    ("w", r"(?<![/\w'’])w (?=[a-z]{3,})", "with "),
    ("c", r"^\W*c (?=quoi\b)", "c'est "),
    ("sure", r"[\s,;.!–-]+(?:i['’]?m )?(?:a )?(?:100|hundred|99)\s?(?:%|percent)? sure\W*$", " for sure"),
    ("way", r"\b(lol|haha|bro|lmao),? no way\W*$", r"\1"),
    ("all", r",\s*of all (?:countries|places|cities|people|things|nations|economies)\s*,", " "),
    ("settle", r"(?<=\w)[\s,.!–-]+(?:please |pls )?settle (?:it|this|that)(?: once(?: and for all)?| for (?:us"
     r"|me)| pls| please)*"
     r"\W*$", " "),
    ("list",
     r"[\s,]+(?:please |pls )?list (?:them|em|those)(?: all)?(?: please| pls| plz)?\W*$", " "),
    ("im i'm i am",
     r"^\W*i(?:['’]?m| am) (?:an? )?(?!not|also|just|really|even|so|from)\w+,? so (?=\S)"
     r"(?!.*\b(?:we|our|us|it|its|that|my)\b)", ""),
    ("go",
     r"^(.*\b(?:ranks?|ranking|position|place|against)\b.*?)[\s,.!]+go+[\s.!]*$", r"\1"),
    ("if",
     r"^\W*it would (?:\S+ ){1,8}?if (?:you|someone|somebody|anyone) (?:could |would )?"
     r"(?:tell|told|say|said|show|showed|look up|looked up)(?: (?:us|me|him|her|them))?\b", "tell me"),
    ("has have got",
     r"\b(some(?:body|one)|any(?:body|one)) (?:who|that) (?:has|have|had|got|knows) (?:the|this|that) "
     r"(?:table|list|ranking|data|figures|numbers)(?: open| handy| at hand| ready)?\b", r"\1"),
    ("here",
     r"\b(some(?:body|one)|people|everyone|a (?:guy|girl|friend|user)|my \w+) (?:in )?here "
     r"(?=(?:says?|said|claim|insist|maintain|think|swear|keep|bet|believe|reckon|argu|told))", r"\1 "),
)  # fmt: skip
"""How somebody calls out, is sure, or asks others."""

_PASSING = (
    ("nah naw nope", r"^\W*(?:nah|naw|nope),? (?=\w+ .*\b(?:is|ain['’]?t|isn['’]?t|are|was|has|have)\b)", ""),
    ("bet", r"[\s,.!–-]+(?:i['’]?ll |i )?bet (?:you|u|ya) (?:[$€£]?\d+|a|an|ten|five|twenty)(?: \w+)?\W*$", " "),
    ("remember know knows remembers",
     r"[\s,.–-]+(?:does )?any(?:one|body) (?:here )?(?:remember|know|recall)s?(?: it| that)?\W*$", " "),
    ("remember know recall remembers",
     r"[\s,.–-]+(?:does )?any(?:one|body) (?:here )?(?:remember|know|recall)s? (?:the|its|their) (rank|place"
     r"|position|score)\W*$",
     r" \1"),
    (":", r"^\W*(?:rumou?r|claim|fact|fun fact|hot take|statement|news|headline)\s*:\s*(?=\S+ .*\S)", ""),
    ("much", r"^(\W*did .+?\b(?:fall|rise|climb|drop|improve|slip)\b.*?),? (?:and |if so )?by how much\W*$", r"\1"),
    ("sense", r",?\s*in the sense (?:in which|that|of)\b.*$", " "),
    ("before", r",?\s*compared (?:with|to) (?:the )?(?:editions?|years?|rankings?) before(?: it| that)?\W*$", " "),
    ("leak leaks spoiler spoilers peek",
     r"\s+(?:leaks?|spoilers?|sneak peek)(?=(?:\s+(?:pls|please|plz|pretty please))?\W*$)", " "),
    ("just", r",\s*just the (?:number one|top one|first|first one|winner|top)\W*$", " "),
    ("mean", r",?\s*((?:countries|economies|clusters|cities)),? i mean\W*$", r" \1"),
    ("total", r"^(.*\bhow many\b.*?)[\s,]+(?:in )?total\W*$", r"\1"),
    ("?", r"^(.*\bhow many\b.*?)(?:,\s*(?:or )?\d{1,2}\s*\?+)(?:[\s,]+(?:or )?\d{1,2}\s*\?+)*\s*$", r"\1"),
    ("when", rf",?\s*when the ({_YEAR}) (?:results|ranking|list|edition|index|report|table)s? "
     r"(?:came out|(?:was|were) (?:published|released|announced|out))\b", r" in \1"),
    ("in for from",
     r"\b(in|for|from) ['’]?(1[7-9]|2[0-5])(?=\s*(?:was|were|is|who|pls|please|plz)\b|\W*$)", r"\1 20\2"),
)  # fmt: skip
"""What is said in passing, and a year of two digits."""

_FOREIGN = (
    ("cidade", r"\bcidade do m[eé]xico\b", "mexico city"),
    ("do da dos das no na",
     r"\b(melhor(?:es)? \w+|pior(?:es)? \w+|posição|posicao|ranking|colocação|lugar|top \d+|clusters?) (?:do|da"
     r"|dos|das) "
     r"(?=\w)", r"\1 de "),
    ("no",
     r"\b((?:posição|posicao|lugar|qual|onde|quem|colocação|está)\b.*) no (?=(?:gii|ranking|top|índice|indice)\b)",
     r"\1 em "),
)  # fmt: skip
"""What Portuguese says with words that English has too."""

CALLING = (*_CALLED, *_PASSING, *_FOREIGN)
