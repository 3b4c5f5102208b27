"""Free questions: what people write, the query it becomes, and what is declined."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.questions import assertions, failures, queries
from bot.questions.assertions import Over, Relation
from bot.questions.free.marks import Kind
from bot.questions.free.scanning import scan
from bot.questions.free.understanding import read_free
from bot.questions.free.vocabulary import PHRASES
from bot.questions.refs import ClusterRef, Direction, EconomyRef, RegionRef
from bot.rankings.model import Measure, Pillar

if TYPE_CHECKING:
    from bot.pipeline import Pipeline

DE, CN, US, FR = (EconomyRef(code) for code in ("DE", "CN", "US", "FR"))


def cluster(name: str) -> ClusterRef:
    return ClusterRef(name, "")


EU = RegionRef("european-union")
LONDON, PARIS, MUNICH, BERLIN = (cluster(name) for name in ("london", "paris", "munich", "berlin"))
TOKYO, SHENZHEN = cluster("tokyo-yokohama"), cluster("shenzhen-hong-kong-guangzhou")


def plain(query: object) -> object:
    """Leave out how a name was found: it is the resolver's own business and tested there."""
    if isinstance(query, ClusterRef):
        return ClusterRef(query.id, "")
    if isinstance(query, EconomyRef):
        return EconomyRef(query.code)
    if isinstance(query, RegionRef):
        return RegionRef(query.id)
    if isinstance(query, tuple):
        return tuple(plain(item) for item in query)
    if is_dataclass(query) and not isinstance(query, type):
        return replace(query, **{field.name: plain(getattr(query, field.name)) for field in fields(query)})
    return query


def at_rank(place: ClusterRef, low: int, high: int, measure: Measure = Measure.SIZE, **more: object) -> queries.Claim:
    return queries.Claim(assertions.AtRank(place, low, high, None, measure), **more)  # type: ignore[arg-type]


def ahead(first: ClusterRef, second: ClusterRef, measure: Measure = Measure.SIZE) -> queries.Claim:
    return queries.Claim(assertions.Ahead(first, second, measure))


READ: dict[str, list[tuple[str, queries.Query]]] = {
    "rank": [
        ("yo what's london's spot", queries.Rank(LONDON)),
        ("can anyone tell me how paris is doing in the rankings?", queries.Rank(PARIS)),
        ("sorry to bother you, but where does munich stand at the moment?", queries.Rank(MUNICH)),
        ("how did berlin place in 2024?", queries.Rank(BERLIN, 2024)),
        ("london's rank in the edition before last", queries.Rank(LONDON, 2023)),
        ("berlin in the 22 ranking", queries.Rank(BERLIN, 2022)),
        ("paris in '24", queries.Rank(PARIS, 2024)),
        ("munich, twenty twenty-two", queries.Rank(MUNICH, 2022)),
        ("what's la's rank", queries.Rank(cluster("los-angeles"))),
        ("londonrank", queries.Rank(LONDON)),
        ("wher is berln", queries.Rank(BERLIN)),
        ("london rank 🙏", queries.Rank(LONDON)),
    ],
    "who": [
        ("which city leads", queries.Who(1)),
        ("who placed 27th", queries.Who(27)),
        ("which cluster is at number 15", queries.Who(15)),
        ("whos the runner up", queries.Who(2)),
        ("who took gold", queries.Who(1)),
        ("the best chinese city?", queries.Nth(1, CN)),
        ("canadas second", queries.Nth(2, EconomyRef("CA"))),
        ("who came last in 2022", queries.Nth(1, edition=2022, from_end=True)),
    ],
    "list": [
        ("topten", queries.Top(10)),
        ("give me a list of the ten leading clusters", queries.Top(10)),
        ("top twenty-five in 2022", queries.Top(25, edition=2022)),
        ("germany top five!!", queries.Top(5, DE)),
        ("what are germany's clusters", queries.Top(100, DE)),
        ("who files the most patents", queries.Top(10, measure=Measure.PATENTS)),
        ("5 worst in germany", queries.Top(5, DE, from_end=True)),
        ("top 3 🇩🇪", queries.Top(3, DE)),
    ],
    "measure": [
        ("what percentage of the world's patents come from paris", queries.MeasureOf(PARIS, (Measure.PATENTS,))),
        (
            "how many patents come from london",
            queries.MeasureOf(LONDON, (Measure.PATENT_COUNT, Measure.PATENTS)),
        ),
        ("how many ppl live in berlin's cluster", queries.MeasureOf(BERLIN, (Measure.POPULATION,))),
        ("per head, where does munich stand", queries.MeasureOf(MUNICH, (Measure.INTENSITY,))),
        ("paris vc share?", queries.MeasureOf(PARIS, (Measure.VENTURE_CAPITAL,))),
    ],
    "compare": [
        ("whos winning, munich or berlin", queries.Compare((MUNICH, BERLIN))),
        ("londonvsparis", queries.Compare((LONDON, PARIS))),
        ("how many ranks separate munich from berlin", queries.Compare((MUNICH, BERLIN))),
        ("who has more vc, paris or london", queries.Compare((PARIS, LONDON), Measure.VENTURE_CAPITAL)),
        ("usa or china, who's more innovative", queries.CompareEconomies((US, CN))),
        ("germany vs france infrastructure", queries.CompareEconomies((DE, FR), Pillar.INFRASTRUCTURE)),
    ],
    "claim": [
        ("so london made the top 10 this year, didn't it?", at_rank(LONDON, 1, 10, edition=2025)),
        ("tokyo isn't number one anymore", at_rank(TOKYO, 1, 1, negated=True)),
        ("isn't london in the top 10", at_rank(LONDON, 1, 10)),
        ("is paris outside the top 10?", at_rank(PARIS, 1, 10, negated=True)),
        ("am i right that paris ranks 5th?", at_rank(PARIS, 5, 5)),
        ("is munich below 30th", at_rank(MUNICH, 31, 100)),
        ("munich > berlin, right", ahead(MUNICH, BERLIN)),
        ("cologne ranks lower than berlin doesnt it", ahead(BERLIN, cluster("cologne"))),
        ("does london have fewer patents than tokyo", ahead(TOKYO, LONDON, Measure.PATENTS)),
        ("munich is germany's number one, isn't it", queries.Claim(assertions.AtRank(MUNICH, 1, 1, DE))),
        (
            "finland's more innovative than germany, isn't it?",
            queries.Claim(assertions.EconomyAhead(EconomyRef("FI"), DE)),
        ),
        ("does china have over 20 clusters", queries.Claim(assertions.HasClusters(CN, 21, 100))),
        ("are there more german clusters than french ones", queries.Claim(assertions.MoreClusters(DE, FR))),
        ("has london improved since 2024", queries.Claim(assertions.Went(LONDON, Direction.UP, 2024))),
    ],
    "ever": [
        ("was munich ever in the top 20", at_rank(MUNICH, 1, 20, over=Over.EVER)),
        ("has tokyo always been number one", at_rank(TOKYO, 1, 1, over=Over.ALWAYS)),
        ("london was never first", at_rank(LONDON, 1, 1, over=Over.EVER, negated=True)),
        ("has munich ever been outside the top 20", at_rank(MUNICH, 1, 20, over=Over.ALWAYS, negated=True)),
        ("paris has never been outside the top 20", at_rank(PARIS, 1, 20, over=Over.ALWAYS)),
        ("tokyo is first since 2019", at_rank(TOKYO, 1, 1, over=Over.ALWAYS, since=2019)),
        (
            "london has always been ahead of paris",
            queries.Claim(assertions.Ahead(LONDON, PARIS), over=Over.ALWAYS),
        ),
    ],
    "measured claims": [
        ("is london 3rd by patents", at_rank(LONDON, 3, 3, measure=Measure.PATENTS)),
        ("tokyo has the most patents", at_rank(TOKYO, 1, 1, measure=Measure.PATENTS)),
        ("tokyo has more patents than anyone else", at_rank(TOKYO, 1, 1, measure=Measure.PATENTS)),
        (
            "tokyo has twice as many patents as london",
            queries.Claim(assertions.Ahead(TOKYO, LONDON, Measure.PATENTS, 2)),
        ),
        (
            "tokyo has at least 3x as many patents as london",
            queries.Claim(assertions.Ahead(TOKYO, LONDON, Measure.PATENTS, 3)),
        ),
        (
            "tokyo has more than 10% of all patents",
            queries.Claim(assertions.Amount(TOKYO, Measure.PATENTS, Relation.MORE, 10)),
        ),
        (
            "munich has at least 1.5 % of patents in 2022",
            queries.Claim(assertions.Amount(MUNICH, Measure.PATENTS, Relation.AT_LEAST, 1.5), 2022),
        ),
        (
            "london has over 20,000 publications",
            queries.Claim(assertions.Amount(LONDON, Measure.PUBLICATION_COUNT, Relation.MORE, 20_000)),
        ),
    ],
    "claims that count": [
        ("china has twice as many clusters as germany", queries.Claim(assertions.MoreClusters(CN, DE, 2))),
        ("does china have as many clusters as the us", queries.Claim(assertions.MoreClusters(CN, US, even=True))),
        ("is china ahead of the us by number of clusters", queries.Claim(assertions.MoreClusters(CN, US))),
        ("half of the top 10 are chinese", queries.Claim(assertions.HasClusters(CN, 5, 10, 10))),
        ("more than half of the top 10 are in china", queries.Claim(assertions.HasClusters(CN, 6, 10, 10))),
        ("3 of the top 10 are in china", queries.Claim(assertions.HasClusters(CN, 3, 3, 10))),
        ("china has the most clusters", queries.Claim(assertions.MostClusters(CN))),
        ("did china lose clusters since 2024", queries.Claim(assertions.CountWent(CN, Direction.DOWN, 2024))),
        (
            "does germany have fewer clusters than in 2024",
            queries.Claim(assertions.CountWent(DE, Direction.DOWN, 2024)),
        ),
    ],
    "economies counted": [
        ("more than 30 economies have a cluster in the top 100", queries.Claim(assertions.EconomiesCounted(31))),
        ("do fewer than 30 countries have clusters", queries.Claim(assertions.EconomiesCounted(0, 29))),
        ("at least 30 countries have at least one cluster", queries.Claim(assertions.EconomiesCounted(30))),
        ("30 or fewer countries have a cluster", queries.Claim(assertions.EconomiesCounted(0, 30))),
        ("exactly 28 countries had a cluster in 2022", queries.Claim(assertions.EconomiesCounted(28, 28), 2022)),
    ],
    "the hundred first economies": [
        (
            "is germany in the top 100 countries",
            queries.Claim(assertions.EconomyAtRank(DE, 1, 100)),
        ),
        ("which low income countries are in the top 100", queries.EconomyRanking(200, income_group="LI", within=100)),
        ("which countries have clusters in the top 100", queries.Count()),
    ],
    "largest shares": [
        ("does tokyo have the largest share of patents", at_rank(TOKYO, 1, 1, measure=Measure.PATENTS)),
        ("is it true that tokyo has the largest share of all patents", at_rank(TOKYO, 1, 1, measure=Measure.PATENTS)),
        ("has tokyo the second largest share of patents", at_rank(TOKYO, 2, 2, measure=Measure.PATENTS)),
        (
            "does berlin have the biggest share of patents in germany",
            queries.Claim(assertions.AtRank(BERLIN, 1, 1, DE, Measure.PATENTS)),
        ),
    ],
    "wagers": [
        ("settle a bet: munich or berlin, which one is ranked higher", queries.Compare((MUNICH, BERLIN))),
        ("settle this once and for all: paris vs london", queries.Compare((PARIS, LONDON))),
        ("settle an argument, how many clusters does china have", queries.Count(CN)),
        ("settle a bet: is munich ahead of berlin", queries.Settle(ahead(MUNICH, BERLIN))),
    ],
    "how long since": [
        ("in which year did oslo first make the list", queries.Fact("cluster", "oslo", ("first_appearance",))),
        ("what was the first year oslo was ranked", queries.Fact("cluster", "oslo", ("first_appearance",))),
        ("when did munich first make the top 100", queries.History(MUNICH)),
        ("when did oslo get into the top 100", queries.Fact("cluster", "oslo", ("first_appearance",))),
        ("how has the munich cluster developed between 2023 and 2025", queries.Moved(MUNICH, 2025, 2023)),
        ("development of london from 2022 to 2024", queries.Moved(LONDON, 2024, 2022)),
    ],
    "moods": [
        ("ouch how much did munich fall since 2024", queries.Moved(MUNICH, None, 2024)),
        ("is london in the top 10 or nah", at_rank(LONDON, 1, 10)),
        ("wait berlin has a rank right? which one", queries.Rank(BERLIN)),
        ("for my article: what rank does paris have", queries.Rank(PARIS)),
        ("this is for my thesis: top 5 in germany", queries.Top(5, DE)),
        ("london vs paris go", queries.Compare((LONDON, PARIS))),
        ("munich or berlin? thoughts", queries.Compare((MUNICH, BERLIN))),
        ("who has more clusters, china or usa, and how many", queries.Count()),
        ("does germany have more clusters than france and by how many", queries.Count()),
    ],
    "claims of several": [
        (
            "london and paris are in the top 20",
            queries.Claim(assertions.AllOf((assertions.AtRank(LONDON, 1, 20), assertions.AtRank(PARIS, 1, 20)))),
        ),
        (
            "is germany the best high income country in europe",
            queries.Claim(assertions.EconomyAtRank(DE, 1, 1, Pillar.GII, RegionRef("europe"), "HI")),
        ),
        (
            "is japan no longer in the top ten countries",
            queries.Claim(assertions.EconomyAtRank(EconomyRef("JP"), 1, 10), negated=True),
        ),
        ("did london climb more than 10 places", queries.Claim(assertions.Went(LONDON, Direction.UP, None, 11))),
    ],
    "sums": [
        ("what share of patents do tokyo and london have together", queries.Total(Measure.PATENTS, (TOKYO, LONDON))),
        ("how many patents does germany have", queries.Total(Measure.PATENT_COUNT, area=DE)),
        ("sum of patents of tokyo and paris", queries.Total(Measure.PATENTS, (TOKYO, PARIS))),
    ],
    "economies that moved": [
        ("which country improved most in the index", queries.EconomyMovers(Direction.UP)),
        ("which 3 countries fell most since 2022", queries.EconomyMovers(Direction.DOWN, 3, since=2022)),
        ("which clusters kept their rank in 2025", queries.Movers(Direction.SAME, 100, None, 2025)),
        ("which countries have more than 10 clusters", queries.Count(None, None, None, 11, 100)),
    ],
    "change": [
        ("how many places did munich lose", queries.Moved(MUNICH)),
        ("paris from 2020 to 2024", queries.Moved(PARIS, 2024, 2020)),
        ("london 2024 vs 2022", queries.Moved(LONDON, 2024, 2022)),
        ("indias climbers", queries.Movers(Direction.UP, area=EconomyRef("IN"))),
        ("which clusters fell the most", queries.Movers(Direction.DOWN)),
        ("munichs all time high", queries.History(MUNICH)),
        ("berlin year by year", queries.History(BERLIN)),
        ("newbies in the ranking plz", queries.Newcomers()),
        ("who got kicked out", queries.Newcomers(left=True)),
        ("for how long did tokyo rule the ranking", queries.Streak(TOKYO)),
        ("who was on top before shenzhen", queries.Holders()),
    ],
    "count": [
        ("how many of the first 15 come from the states", queries.Count(US, within=15)),
        ("chinas cluster tally?", queries.Count(CN)),
        ("which countries have exactly 3 clusters", queries.Count(low=3, high=3)),
        ("who had the most clusters in 2024", queries.Count(edition=2024)),
        (
            "the ten best clusters account for how much of the planet's venture capital deals?",
            queries.Fact("top", "10", ("share_of_world_vc_deals",)),
        ),
        (
            "is it true 70 percent of patents come from the top 100",
            queries.Fact("top", "100", ("share_of_world_pct_applications",)),
        ),
    ],
    "economy": [
        ("which nation is number 8 in the gii", queries.EconomyNth(8)),
        ("10 most innovative nations", queries.EconomyRanking(10)),
        ("lower-middle-income leaders, 3 of them", queries.EconomyRanking(3, income_group="LM")),
        ("knowledge & tech outputs of germany", queries.PillarOf(DE, Pillar.KNOWLEDGE)),
        ("strongest economy for infrastructure", queries.EconomyRanking(1, pillar=Pillar.INFRASTRUCTURE)),
    ],
    "about": [
        ("how is the ranking put together", queries.Method()),
        ("does vc count", queries.Method()),
        ("why did so many ranks change in 2025", queries.Method(2025)),
        ("what was added in 2018", queries.Method(2018)),
        ("which years are covered", queries.About()),
        ("how far back does your data go", queries.About()),
        ("where do you get your data from", queries.About()),
        ("who publishes these rankings anyway?", queries.About()),
        ("when was the very first cluster ranking", queries.About()),
        ("where do u have munichs rank from", queries.SourceOf(MUNICH)),
        ("how do you know paris is 12th", queries.SourceOf(PARIS)),
        ("is yokohama lumped together with tokyo", queries.Where(TOKYO)),
        (
            "any news on when the next edition drops",
            queries.Fact("world", "", ("release_date_clusters", "release_date_index"), 2026),
        ),
    ],
    "stretches": [
        ("ranks 11 to 20", queries.Top(10, first=11)),
        ("11th to 20th place", queries.Top(10, first=11)),
        ("places 5-8 in 2022", queries.Top(4, edition=2022, first=5)),
        ("which clusters sit between seoul and london", queries.Top(2, edition=2025, first=6)),
        ("top 100 Republic of Korea 2022", queries.Top(100, EconomyRef("KR"), edition=2022)),
        ("us clusters with more than 1% of patents in 2022", queries.Top(5, US, Measure.PATENTS, 2022)),
    ],
    "next to": [
        ("who is ahead of london", queries.Top(7, edition=2025)),
        ("which country ranks right behind germany", queries.EconomyNth(12, edition=2025)),
        ("who's ahead of germany in the gii", queries.EconomyRanking(10, edition=2025)),
        ("who's ahead in germany", queries.Nth(1, DE)),
    ],
    "said beside the question": [
        ("my hometown is hamburg, where are we", queries.Rank(cluster("hamburg"))),
        ("heard mumbai is doing well, which rank", queries.Rank(cluster("mumbai"))),
        ("ok so im moving to munich for my exchange and want to know what its rank is", queries.Rank(MUNICH)),
        ("just moved to paris, are we in the top 20?", at_rank(PARIS, 1, 20)),
        ("barcelona (the city not the football club lol), which spot", queries.Rank(cluster("barcelona"))),
        ("heated debate here: paris or london, whos higher", queries.Compare((PARIS, LONDON))),
        ("my boss needs the rank of paris asap", queries.Rank(PARIS)),
        ("council meeting tomorrow: how many of the 100 clusters are british", queries.Count(EconomyRef("GB"))),
        ("my dad doesn't believe me: is munich ahead of berlin", ahead(MUNICH, BERLIN)),
    ],
    "crossings": [
        (
            "germany fell out of the top 10",
            queries.Claim(assertions.Crossed(DE, 10, left=True)),
        ),
        ("did london enter the top 10", queries.Claim(assertions.Crossed(LONDON, 10))),
        ("did tokyo lose its number one spot", queries.Claim(assertions.Crossed(TOKYO, 1, left=True))),
        ("oslo enters the top 100", queries.Claim(assertions.Entered(cluster("oslo")))),
        (
            "did switzerland stay first",
            queries.Claim(assertions.EconomyAtRank(EconomyRef("CH"), 1, 1), over=Over.ALWAYS, since=2024),
        ),
        ("was paris 12th in 2023 and 2024", at_rank(PARIS, 12, 12, edition=2024, over=Over.ALWAYS, since=2023)),
        ("has shenzhen been first before 2025", at_rank(SHENZHEN, 1, 1, edition=2024, over=Over.EVER)),
    ],
    "several at once": [
        ("korea and japan: how many clusters does each have", queries.Count()),
        ("history of london and paris", queries.Histories((LONDON, PARIS))),
        ("how many eu countries are in the top 20 of the index", queries.EconomyRanking(200, EU, within=20)),
        ("all pillars of türkiye in 2025", queries.EconomyProfile(EconomyRef("TR"), 2025, pillars=True)),
    ],
    "languages": [
        ("c'est quoi le rang de munich", queries.Rank(MUNICH)),
        ("les dix premiers", queries.Top(10)),
        ("qui est mieux classé, berlin ou paris", queries.Compare((BERLIN, PARIS))),
        ("en que puesto estaba paris en 2022", queries.Rank(PARIS, 2022)),
        ("los 3 mejores de alemania", queries.Top(3, DE)),
        ("wo liegt berlin im ranking", queries.Rank(BERLIN)),
        ("auf dem wievielten platz ist münchen", queries.Rank(MUNICH)),
        ("wie viele cluster hat china", queries.Count(CN)),
        ("onde fica paris no ranking", queries.Rank(PARIS)),
        ("quais são os cinco primeiros da alemanha", queries.Top(5, DE)),
        ("请问伦敦的排名是多少", queries.Rank(LONDON)),
        ("中国前五", queries.Top(5, CN)),
        ("北京和上海哪个排名高", queries.Compare((cluster("beijing"), cluster("shanghai-suzhou")))),
        ("パリは今何位ですか", queries.Rank(PARIS)),
        ("ドイツのトップ5", queries.Top(5, DE)),
        ("런던 순위 알려줘", queries.Rank(LONDON)),
        ("중국 상위 3개", queries.Top(3, CN)),
    ],
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [pytest.param(*pair, id=f"{rule}: {pair[0]}") for rule, pairs in READ.items() for pair in pairs],
)
def test_what_is_asked(pipeline: Pipeline, text: str, expected: queries.Query) -> None:
    assert plain(pipeline.reader.read(text).result) == expected


DECLINED = {
    "limits": "all the top 10 clusters except london|how many clusters does europe have without the uk",
    "time": "who was first until 2024|who was first after 2022|top 10 before 2020|rank before 2020 of london",
    "two of a kind": "best and worst german cluster|patents per person in tokyo",
    "beside something else": "paris. is it nice there|my girlfriend is from lyon, what's her rank in chess"
    "|london to paris|i'm in paris, which metro|where should i live, munich or berlin|planning a trip: paris or rome?"
    "|barcelona football, what rank|my sister lives in munich, how are you|is london near paris|the king of england",
    "arithmetic": "average rank of german clusters|median rank of chinese clusters",
    "amounts": "which clusters have more than 1000 patents|which clusters have over 2% of patents",
    "quantors": "every german cluster climbed|who is one spot from the top 10"
    "|which country has the best cluster|worst of the best 10",
    "reasons": "why is london 8th|why did munich drop",
    "guesses": "will london be first next year|should london be first|london could be number one",
    "vague claims": "does london have many patents",
    "personal": "i am number one|you are the best|are you from berlin|i'm in london|my sister lives in munich",
    "off topic": "weather in london|best pizza in paris|is london nice|first!|largest city in africa",
    "wagers": "settle a bet: pizza or burgers, which one is better|settle this: is london nicer than paris"
    "|settle a bet: which is better to live in, toronto or vancouver|settle an argument: who won, messi or ronaldo"
    "|settle a bet: london is ahead of paris. that is wrong.|settle in london",
    "counts of others": "more than 30 countries have a king|more than 30 countries have a city"
    "|more than 10 countries have only one cluster|more than 2 countries have 20 clusters|most countries have a cluster"
    "|more than 3 countries have a cluster in the top 10|about 30 countries have a cluster",
    "shares of others": "does tokyo have the largest share of tourists|does london have the smallest share of patents"
    "|does tokyo have the largest share of patents in the top 10",
    "firsts of others": "in which year did oslo first host the olympics|when did oslo first get a metro"
    "|first time in oslo|what was the first year of london",
    "developments of others": "how has singapore's economy developed between 2024 and 2025"
    "|how has germany's economy evolved|how did the population of berlin develop between 2020 and 2025",
    "moods of others": "wow london|are we going to paris or nah|wait berlin has a wall right? which one"
    "|arsenal vs chelsea go|for my article: who is the mayor of london"
    "|which country has more islands, sweden or norway, and how many"
    "|who scored more, brazil or france, and how many",
    "about the bot": "who are you|what can you do|who built you",
}


@pytest.mark.parametrize("text", [text for texts in DECLINED.values() for text in texts.split("|")])
def test_what_is_declined(pipeline: Pipeline, text: str) -> None:
    assert isinstance(pipeline.reader.read(text).result, failures.Failure)


AROUND = ("pls", "hey", "bro", "thanks", "lol", "just curious", "could you tell me", "btw", "tbh", "🙏")
ASKED = ("london rank", "top 5 in germany", "munich vs berlin", "how many clusters does china have", "who is 7th")


@given(
    st.sampled_from(ASKED), st.lists(st.sampled_from(AROUND), max_size=3), st.lists(st.sampled_from(AROUND), max_size=2)
)
def test_what_is_said_around_a_question_changes_nothing(
    pipeline: Pipeline, asked: str, before: list[str], after: list[str]
) -> None:
    text = " ".join((*before, asked, *after))
    expected = read_free(asked, pipeline.rankings, pipeline.resolver).result
    assert plain(read_free(text, pipeline.rankings, pipeline.resolver).result) == plain(expected)


WORDS = sorted({" ".join(phrase) for phrase in PHRASES if len(phrase) <= 3})
NAMES = (
    "london",
    "germany",
    "europe",
    "la",
    "us",
    "lagos",
    "cambridge",
    "2022",
    "1999",
    "10",
    "7th",
    "0",
    "999",
    "ミュンヘン",
)


@settings(max_examples=300)
@given(st.lists(st.one_of(st.sampled_from(WORDS), st.sampled_from(NAMES)), max_size=9).map(" ".join))
def test_any_mixture_of_the_vocabulary_is_read_or_refused(pipeline: Pipeline, text: str) -> None:
    result = pipeline.reader.read(text).result
    assert isinstance(result, (queries.Query, failures.Failure))


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(pipeline: Pipeline, text: str) -> None:
    assert isinstance(pipeline.reader.read(text).result, (queries.Query, failures.Failure))


def test_an_unknown_word_declines_whatever_else_is_said(pipeline: Pipeline) -> None:
    for pairs in READ.values():
        for text in (text for text, _ in pairs if not set(text) & set("?!.,;:")):
            refused = read_free(f"{text} qwrtzpsdfg", pipeline.rankings, pipeline.resolver).result
            assert isinstance(refused, failures.Failure), text


def test_every_meaning_can_be_marked(pipeline: Pipeline) -> None:
    never_marked = {Kind.SEVERAL_EDITIONS, Kind.SEVERAL_MEASURES, Kind.SEVERAL_NUMBERS, Kind.SEVERAL_PILLARS}
    texts = ("london germany europe lagos 2022 7 top 20", "rank san josé", "is it 7th", "40 % of patents", "1.5 %")
    named = {mark.kind for text in texts for mark in scan(text, pipeline.resolver).marks}
    assert set(Kind) - never_marked <= named | {kind for kind, _ in PHRASES.values()}
