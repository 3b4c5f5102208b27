"""The words for measures, pillars, income groups, editions and numbers."""

from __future__ import annotations

from bot.questions.free.marks import Kind
from bot.questions.lexicon import MEASURES, PILLARS
from bot.rankings.model import Measure, Pillar

Phrase = tuple[str, ...]

OLDEST = 1000
"""Editions before the newest: more than there can be means the first."""

_RELATIVE = {
    0: """
        cette année|este año|dieses jahr|este ano|diese ausgabe|this year|this years|this edition
        |the current edition|current edition|the latest edition|the newest edition
        |latest edition|newest edition|latest ranking|the latest ranking|newest ranking|the newest ranking|latest gii
        |the latest gii|latest index|latest list|newest list|most recent edition|the most recent edition
        |the new cluster ranking|new cluster ranking|the latest cluster ranking|latest cluster ranking
        |the most recent ranking|the most recent list|the most recent table|most recent list|latest report
        |current year|this time|this time around|this round|this editions|current ranking|the current ranking
        |latest year
        |current list|most recent ranking|the new edition|new edition|the new list|new list|the latest version""",
    1: """
        last year|last years|the year before|previous year|the previous year|last edition|the last edition
        |previous edition
        |the previous edition|a year ago|one year ago|1 year ago|prior year|the prior year|prior edition
        |the prior edition
        |last time|last time around|the last time around|the edition before|edition before|one edition ago
        |an edition ago
        |preceding edition|the preceding edition|preceding year|the preceding year|previous one|the previous one
        |last round
        |previous ranking|the previous ranking|previous list|the previous list|former edition|the one before
        |before this one
        |one year back|a year back|a year earlier|one year earlier|the year prior|last years edition
        |last years ranking
        |last years list|the edition before this one|the year before this one|yesteryear""",
    2: """two years ago|2 years ago|two editions ago|2 editions ago|two years back|2 years back|two editions back
        |2 editions back|the edition before last|edition before last|the year before last|year before last
        |two years earlier|a couple of years ago|couple of years ago|two rankings ago|the one before last
        |two years before|the ranking before last|2 yrs ago|two yrs ago""",
    3: """
        three years ago|3 years ago|three editions ago|3 editions ago|three years back|3 years back
        |three editions back
        |3 editions back|3 yrs ago""",
    4: "four years ago|4 years ago|four editions ago|4 editions ago|four years back|4 years back",
    5: "five years ago|5 years ago|five editions ago|5 editions ago|half a decade ago|five years back",
    OLDEST: """
        at the very start|back at the start|back at the very start|at the very beginning|back at the beginning
        |back at the very beginning|
        first edition|the first edition|very first edition|the very first edition|first ranking
        |the first ranking
        |very first ranking|the very first ranking|first year|the first year|first ever edition|first ever ranking
        |inaugural edition|inaugural ranking|the inaugural ranking|original ranking|earliest edition
        |the earliest edition
        |oldest edition|the oldest edition|first list|the first list|maiden edition|first cluster ranking
        |very first cluster ranking|the first cluster ranking|the very first cluster ranking""",
}
"""Phrases for an edition, by how many editions before the newest they mean."""

_INCOME = {
    "HI": "high income|high-income|rich|wealthy|highest income|upper income|hi income",
    "UM": """upper middle income|upper-middle income|upper middle-income|upper-middle-income|upper middle|upper-middle
        |uppermiddle income""",
    "LM": """lower middle income|lower-middle income|lower middle-income|lower-middle-income|lower middle|lower-middle
        |lowermiddle income""",
    "LI": "low income|low-income|poorest|poor|lowest income|lowest-income",
}

_INCOME_GROUPS = "income group|income groups|income level|income bracket|income class|income category|income tier"
"""What asks for the group of an economy and names none."""

_MEASURES: dict[Measure, str] = {
    Measure.POPULATION: """
        population|populations|population size|number of people|number of inhabitants|number of residents
        |headcount|souls
        |lived|people lived|people lived in|lived in|lived there
        |ppl|people|people live|people live there|people living|inhabitants|inhabitant|residents|resident
        |populous|live in|lives in|live there|living in|living there|how populous
        |populated|dwellers|citizens|humans|populace|size of population|peeps living""",
    Measure.INTENSITY: """
        per-capita|per cap|percapita|relative to its population|relative to population|relative to their population
        |relative to population size|relative to size|relative to its size|in relation to population
        |in relation to its population|in relation to population size|account for population|adjusted for population
        |adjusted for its population|adjusting for population|for its size|for their size|for its population|intense
        |if you account for population|if you adjust for population|if adjusted for population
        |accounting for population|when adjusted for population
        |how intense|how intensive|per inhabitant|per resident|per citizen|by intensity|intensive
        |innovation intensity|intensity wise
        |per million
        |per million people|per million inhabitants|per head count|per person|per people|weighted by population
        |normalised by population|normalized by population|population adjusted|population-adjusted|density
        |innovation density
        |intensities|s t intensity|intensity ranking|per capita ranking|per capita rank|intensity score""",
    Measure.PUBLICATIONS: """
        pub share|pubs share|paper output|research output|research|scientific articles|scientific papers|science
        |sciences|scientific
        |publish
        |publishes|published papers|publishing|paper|science papers|scientific output|scientific production
        |journal articles
        |academic papers|academic articles|academic publications|academic output|academic publishing
        |peer reviewed papers
        |research articles|research publications|scientific research|scholarly articles|scholarly output
        |scholarly papers
        |scientific publishing|science output|science publications|scientific literature|article|pubs|publish papers
        |scientific article|scientific publication|publication output|publication numbers|publication count
        |articles published
        |papers published|research production""",
    Measure.PATENTS: """
        patent filing|patent application|patenting|patented|file patents|files patents|filed patents
        |applications|inventions
        |invention|patent output|patent counts|patent count|patent numbers|patents filed|pct patents|pct patent
        |pct patent applications|pct patent filings|pct filing|pct application|international patents
        |patent applications filed
        |patent filers|patent filer|patent production|patent activity|patent|pat apps|patent apps
        |file patent applications
        |international patent applications|intl patents|ip filings|patent volume|patent rate|patent volumes""",
    Measure.VENTURE_CAPITAL: """
        vc funding|venture capital transactions|vc transactions|vc investment|vc investments|venture funding|venture
        |venture investment|venture investments|venture capital investment|venture capital investments
        |venture capital funding
        |vcs|venture money|vc money|startup money|startup funding|startup investment|start-up funding
        |risk capital|vc deal
        |venture deals|venture deal|venture capital deal|venture capitalists|venture capitalist|vc activity|vc dollars
        |vc rounds|funding rounds|deal flow|vc deal flow|vcap|deals|start-up deals
        |startup deals|startup investments|vc cash|vc investing|venture capital activity""",
}

_PILLARS: dict[Pillar, str] = {
    Pillar.INPUT: """
        input subindex|input index|inputs sub-index|innovation input sub-index|innovation input index
        |inputs sub index|innovation input subindex""",
    Pillar.OUTPUT: """
        output subindex|output index|outputs sub-index|innovation output sub-index|innovation output index
        |outputs sub index|innovation output subindex""",
    Pillar.INSTITUTIONS: "institution quality|institutional quality|institutional environment|governance",
    Pillar.HUMAN_CAPITAL: """
        human capital research|human capital and r d|human capital r d|human resources|human capital pillar
        |hcr|education and research""",
    Pillar.INFRASTRUCTURE: "infra|infrastructures|infrastructural",
    Pillar.MARKET: """
        market soph|sophistication of the market|sophistication of markets|market sophisticated
        |market environment""",
    Pillar.BUSINESS: "business soph|sophistication of business|business sophisticated|business environment",
    Pillar.KNOWLEDGE: """
        knowledge technology outputs|knowledge tech outputs|knowledge and tech outputs|knowledge and tech
        |knowledge output|knowledge outputs|technology output|tech outputs|knowledge and technology output
        |knowledge technology|tech output|knowledge tech""",
    Pillar.CREATIVE: "creatives|creative industries|creative goods|creativity outputs|creativity output",
}

_TEENS = "thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_UNITS = "one two three four five six seven eight nine"
_NTHS = "first second third fourth fifth sixth seventh eighth ninth"
_ROUND_NTHS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"


_FOREIGN_NUMBERS = (
    "un deux trois quatre cinq six sept huit neuf dix",
    "uno dos tres cuatro cinco seis siete ocho nueve diez",
    "eins zwei drei vier fünf sechs sieben acht neun zehn",
    "um dois três quatro cinco seis sete oito nove dez",
)


def _cut(phrases: str) -> list[Phrase]:
    return [tuple(phrase.split()) for phrase in phrases.split("|")]


def cardinals() -> dict[Phrase, int]:
    """Return the numbers from eleven to ninety-nine in words."""
    found: dict[Phrase, int] = {(word,): value for value, word in enumerate(_TEENS.split(), start=13)}
    found |= {("eleven",): 11, ("twelve",): 12, ("hundred",): 100, ("one", "hundred"): 100, ("dozen",): 12}
    for words in _FOREIGN_NUMBERS:
        found.update({(word,): value for value, word in enumerate(words.split(), start=1) if value > 1})
    for tens, ten in enumerate(_TENS.split(), start=2):
        found[ten,] = 10 * tens
        for unit, one in enumerate(_UNITS.split(), start=1):
            found[ten, one] = found[f"{ten}-{one}",] = 10 * tens + unit
    return found


def _ordinals() -> dict[Phrase, int]:
    found: dict[Phrase, int] = {
        ("eleventh",): 11,
        ("twelfth",): 12,
        ("hundredth",): 100,
        ("runner", "up"): 2,
        ("runner-up",): 2,
    }
    found |= {("runners", "up"): 2, ("runner-ups",): 2, ("silver",): 2, ("silver", "medal"): 2, ("bronze",): 3}
    found |= {("bronze", "medal"): 3, ("vice", "champion"): 2, ("second", "place"): 2, ("third", "place"): 3}
    found |= {(word.replace("teen", "teenth"),): value for value, word in enumerate(_TEENS.split(), start=13)}
    for tens, (ten, tenth) in enumerate(zip(_TENS.split(), _ROUND_NTHS.split(), strict=True), start=2):
        found[tenth,] = 10 * tens
        for unit, nth in enumerate(_NTHS.split(), start=1):
            found[ten, nth] = found[f"{ten}-{nth}",] = 10 * tens + unit
    return found


def _years() -> dict[Phrase, int]:
    """Return the years in words: "twenty twenty-two", "two thousand and twenty-two"."""
    words = {phrase: value for phrase, value in cardinals().items() if 10 < value < 100}
    years = {phrase: value for phrase, value in words.items() if 17 <= value <= 40}
    openings = (("twenty",), ("two", "thousand"), ("two", "thousand", "and"))
    return {(*opening, *phrase): 2000 + value for opening in openings for phrase, value in years.items()}


def _multiples(words: str) -> list[Phrase]:
    """Return how a multiple is said: "twice", "twice as many", "twice the"."""
    return _cut("|".join(f"{words}{more}" for more in ("", " as many", " as much", " the", " the number of")))


_NEIGHBOURS = {
    1: """
        right after|just after|directly after|immediately after|comes after|comes next after|next after|after
        |right behind|just behind|directly behind|immediately behind|one place behind|one behind|one spot behind
        |right below|just below|directly below|immediately below|one place below|one below|one spot below""",
    -1: """
        right before|just before|directly before|immediately before|comes before
        |right ahead of|just ahead of|directly ahead of|immediately ahead of|one place ahead of|one ahead of
        |right above|just above|directly above|immediately above|one place above|one above|one spot above""",
}
"""Phrases for the place next to another's, by how far down the list it is."""


def things() -> dict[Phrase, tuple[Kind, object]]:
    """Return every phrase for a thing that has a value, with its kind and that value."""
    found: dict[Phrase, tuple[Kind, object]] = {}
    found.update({phrase: (Kind.NUMBER, value) for phrase, value in cardinals().items()})
    found.update({phrase: (Kind.ORDINAL, value) for phrase, value in _ordinals().items()})
    found.update({phrase: (Kind.EDITION, value) for phrase, value in _years().items()})
    found.update({phrase: (Kind.PILLAR, pillar) for phrase, pillar in PILLARS.items() if pillar is not Pillar.GII})
    found.update(
        {phrase: (Kind.MEASURE, measure) for phrase, measure in MEASURES.items() if measure is not Measure.SIZE}
    )
    for pillar, words in _PILLARS.items():
        found.update(dict.fromkeys(_cut(words), (Kind.PILLAR, pillar)))
    for measure, words in _MEASURES.items():
        found.update(dict.fromkeys(_cut(words), (Kind.MEASURE, measure)))
    for group, words in _INCOME.items():
        found.update(dict.fromkeys(_cut(words), (Kind.INCOME, group)))
        found.update({(*phrase, noun): (Kind.INCOME, group) for phrase in _cut(words) for noun in ("group", "bracket")})
    found.update(dict.fromkeys(_cut(_INCOME_GROUPS), (Kind.INCOME, "")))
    for ago, words in _RELATIVE.items():
        found.update(dict.fromkeys(_cut(words), (Kind.EDITION, -ago)))
    for step, words in _NEIGHBOURS.items():
        found.update(dict.fromkeys(_cut(words), (Kind.NEIGHBOUR, step)))
    for words, number in {"twice": 2, "double": 2, "double the": 2, "thrice": 3, "triple": 3, "triple the": 3}.items():
        found.update(dict.fromkeys(_multiples(words), (Kind.TIMES, float(number))))
    units = {(word,): value for value, word in enumerate(f"{_UNITS} ten".split(), start=1)}
    for phrase, number in (cardinals() | units).items():
        found.update(dict.fromkeys(_multiples(f"{' '.join(phrase)} times"), (Kind.TIMES, float(number))))
    for number in range(2, 101):
        found.update(dict.fromkeys(_multiples(f"{number} times"), (Kind.TIMES, float(number))))
    found.update(dict.fromkeys(_cut("half|half of|one half|one half of"), (Kind.HALF, None)))
    found.update({("since",): (Kind.SINCE, None), ("ever", "since"): (Kind.SINCE, None)})
    found.update(dict.fromkeys([("podium",), ("the", "podium"), ("top", "podium")], (Kind.WITHIN, 3)))
    return found
