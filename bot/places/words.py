"""Names of cities that are also words: in a sentence they are names only if they are written with a capital."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.places.matches import OutsidePlace
from bot.places.normalising import normalise
from bot.places.spelling import same_capitals

if TYPE_CHECKING:
    from bot.places.index import Known

_WORDS = """
    acre ada alliance apex april area august auburn aurora bag bake bali ban banning bar bass bat bath batman bay
    bear beaver begun bell bend bera best bid big blue bo bone boo boom borne boulder bow bra bray brick bridge
    buffalo burton bury bush butterfly buy camp can cat central champion clay clinton coin college come como concord
    coral cork crown crystal darwin date dawn deal delta derby dig dire dome drama eagle east eden elk empire en
    enterprise erie even ever fate federal flint florence fleet forest forum fountain fox freedom gap garden gay
    georgia gloria god goes gold golden good grand grass gray green guide hall ham hang hire hit ho holiday home
    hook horn hub hull humble ibb ideal imperial independence iron is ivory jam jersey king lake lancaster land lens
    liberal liberty lincoln link lion long lot male man manage manly mango march marina marine market mason mass
    media melody mentor metro midway mile mill mission mobile mon monster moron moss most mound much mule nancy
    natal new nice normal north norton of oi olive open opportunity oral orange orion pace paradise paramount parole
    pau peace pearl peer pen perm pet pine plain plaque plantation plus police pop port pride prospect providence
    punch quebec rapid rave reading republic reservoir rest retreat rich riding rise rouge royal ruby rugby saga
    sake sale salt same sample sandy savage say semi shaping show side sim sin snow soap solo soo soul south spa
    sparks split spring springs st star sterling stone stove sue summit sun sunrise sunset superior sur surprise
    swan swords table tank tara tea tell temple terrace than time tin tire tongue top tour tours trap turbo turn
    union university van vera victor victoria vista wave wedding well west wood worms worth wow ye yoga yoke york
    young zone
"""
"""Common English words that are normalised names of cities, as one reads them in questions and chatter."""

_SET = frozenset(_WORDS.split())

_WORDS_FROM = 100_000
"""Only cities with so many inhabitants are meant, within a sentence, by a name that is also a word."""

_OTHER_NAME_LETTERS = 6
"""Other names in Latin letters need so many, and a capital: GeoNames has `Soul` for Seoul and `Hang` for Hangzhou."""


def counts_in_a_sentence(known: Known, text: str) -> bool:
    """Whether `text`, all of a known name, may be that name within a sentence rather than just words.

    Listed names that are also words need their capitals. Of the gazetteer, main names count unless they are words, and
    then only those of large cities with a capital. Other names in Latin letters count with a capital, unless they are
    short or a cluster's, whose usual names are listed.
    """
    if known.listed:
        return not known.case_sensitive or same_capitals(text, known.name)
    spelling = normalise(text)
    if not spelling.isascii():
        return True
    capital = text.strip()[:1].isupper()
    if not known.main:
        return capital and len(spelling) >= _OTHER_NAME_LETTERS and isinstance(known.place, OutsidePlace)
    if spelling not in _SET:
        return True
    return capital and not (isinstance(known.place, OutsidePlace) and known.place.population < _WORDS_FROM)
