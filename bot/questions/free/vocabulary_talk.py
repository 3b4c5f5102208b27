"""What people say around a question: greetings, polite frames, thanks, slang, tags. It changes no answer.

Only what carries no meaning whatever is entered here. Words that limit, deny, foretell or judge ("except", "without",
"until", "will", "should", "average") are left out on purpose: a question that says them is declined unless a rule
knows them.
"""

from __future__ import annotations

from itertools import product

SLANG = {
    "abt": "about", "rly": "really", "rlly": "really", "obv": "obviously", "obvs": "obviously", "gr8": "great",
    "rite": "right", "ppl": "people",
    "sittin": "sitting", "standin": "standing", "rankin": "ranking", "winnin": "winning",
    "climbin": "climbing", "fallin": "falling", "leadin": "leading", "fatter": "bigger", "fattest": "biggest",
    "juiciest": "biggest", "chunkier": "bigger", "chunkiest": "biggest",
    "yrs": "years", "prob": "probably", "def": "definitely", "ofc": "obviously",
    "u": "you", "ur": "your", "ya": "you", "r": "are", "n": "and", "teh": "the", "hte": "the", "wat": "what",
    "dat": "that", "dis": "this", "tru": "true", "tho": "though", "compair": "compare",
    "comapre": "compare", "compaire": "compare", "comparse": "compare", "rn": "now",
    "curent": "current", "currnt": "current", "ther": "there", "doin": "doing", "goin": "going", "highr": "higher",
    "lowr": "lower", "climed": "climbed", "tmrw": "tomorrow", "tmr": "tomorrow",
    "corect": "correct", "whr": "where", "wht": "what", "wch": "which", "pos": "position",
    "rk": "rank", "pats": "patents", "hist": "history",
    "wut": "what", "waht": "what", "wot": "what", "whut": "what", "wats": "what", "wich": "which", "witch": "which",
    "whihc": "which", "hwo": "who", "woh": "who", "hwat": "what", "wher": "where", "whre": "where",
    "whree": "where", "wheres": "where", "whens": "when", "wen": "when", "whne": "when",
    "hows": "how", "whos": "who", "whats": "what", "whose": "who", "waz": "was", "iz": "is",
    "dose": "does", "deos": "does", "doe": "does", "hav": "have", "hvae": "have", "b4": "before", "bst": "best",
    "worts": "worst", "tpo": "top", "toop": "top", "otp": "top", "topp": "top",
    "mny": "many", "manny": "many",
    "upp": "up", "mroe": "more", "moer": "more", "msot": "most", "rnk": "rank", "rakn": "rank", "rnak": "rank",
    "plaec": "place", "plase": "please", "pleas": "please", "plz": "please", "pls": "please", "plss": "please",
    "nwe": "new", "nxt": "next", "yaer": "year", "yr": "year", "nr1": "first", "no1": "first", "numero": "number",
    "sci": "scientific", "fith": "fifth", "frist": "first", "fisrt": "first", "firts": "first",
    "secnd": "second", "thrid": "third", "forth": "fourth", "fourht": "fourth", "tenht": "tenth", "numbr": "number",
    "nubmer": "number", "hundered": "hundred",
    "countrys": "countries", "shar": "share", "hgher": "higher", "ahed": "ahead",
    "thier": "their", "adn": "and", "nad": "and", "fo": "of", "ot": "to", "ni": "in", "taht": "that", "thsi": "this",
    "whered": "where", "howd": "how", "whod": "who", "whatd": "what", "whend": "when", "hs": "has", "wuz": "was",
    "howmany": "how-many", "howmuch": "how-much", "alot": "much", "gonna": "will", "thx": "thanks", "tnx": "thanks",
}  # fmt: skip
"""Slips and short forms too short, or too near to other words, for a distance of letters to decide."""

MODALS = "can|could|would|will|might|may"
_ASKED = "you|someone|somebody|anyone|anybody|anyone here|someone here|you guys|any of you|one of you|you please"
_TELLING = "tell|show|give|send|list|provide|remind|help|teach|inform|enlighten|let|spare|grant"
_KNOWING = "know|have|happen to know|know maybe|know if|know whether|mind telling me|mind showing me|remember|recall"
_DOES = (
    "do you|do u|does anyone|does anybody|does someone|does somebody|do you guys|would you|would anyone|would anybody"
)
_I = "i|we"
_MAY = "can|could|may|might|do"
_ASKS = "ask|know|see|have|get|find|find out|learn|request|hear|please have|please get|please see|please know|look up"
_AM = "im|i am|i was|was|am|just"
_WANTING = """
    wondering|just wondering|curious|just curious|asking|trying to find|trying to find out|looking for|after
    |interested in|searching for|dying to know|eager to know|keen to know|interested to know"""
_WISH = """
    i want|i wanna|i would like|id like|i like|i would love|id love|i need|i just need|i just want
    |i would need|id need|id want|we want|we need|we would like|need|want|wanna|would love|would like
    |would be interested|id be interested|i would be interested"""
_TO = """
    to know|to see|to find out|to hear|to ask|to learn|to get|to have|know|to understand|to check|to look up
    |to be told"""
_HELPING = """
    be able to|be able to tell me|be able to explain|be able to say|be able to help|help me|help me out
    |help us out|help me find|help me find out|help me understand|point me to|tell me more about|fill me in on
    |look up|look up for me|be so kind|be so kind as to|be so kind and|kindly|please be so kind
    |be so nice|be so nice to|be so nice as to|be so nice and|be so good as to"""


def _frames() -> str:
    pairs = (
        product(MODALS.split("|"), _ASKED.split("|")),
        product(_TELLING.split("|"), ("me", "me please", "us all", "me quickly", "me about", "me again", "me the")),
        product(_TELLING.replace("list|", "").split("|"), ("us",)),
        product(_DOES.split("|"), _KNOWING.split("|")),
        product(_MAY.split("|"), _I.split("|"), _ASKS.split("|")),
        product(_AM.split("|"), _WANTING.split("|")),
        product(_WISH.split("|"), _TO.split("|")),
        product((*MODALS.split("|"), "please"), ("you", "someone", "anyone", "anybody", ""), _HELPING.split("|")),
    )
    return "|".join(" ".join(words) for frames in pairs for words in frames) + "|" + _WISH + "|" + _HELPING


_WORKS = (
    "article|paper|report|essay|thesis|blog|blog post|post|newsletter|slide|slides|presentation|deck|talk|speech|pitch"
    "|homework|project|quiz|story|column|book|podcast|video|class|course|seminar|lecture|briefing|memo|dissertation"
)
_OUTCRIES = """
    wow|omg|ugh|damn|dang|whoa|ouch|oof|ow|aw|aww|yikes|whoops|crikey|gosh|blimey|jeez|sheesh|phew|welp|err|uh oh
    |holy moly|holy cow|holy smokes
    |good lord|good grief|oh man|oh boy|oh dear|oh my|goodness|my goodness|darn|wowza|tldr|hot take|quick bet
"""
OUTCRIES = frozenset(words.strip() for words in _OUTCRIES.split("|"))
"""What people cry out. Beside nothing but a name it asks nothing."""

_OR_NOT = """
    or nah|or na|or naw|or nope|yay or nay|yea or nay|yes or nah|yea or nah|yay or nah|need this settled
    |we need this settled|lets settle this|lets settle it
"""


def _purposes() -> str:
    """Return what somebody needs an answer for: "for my article"."""
    return "|".join(f"for {whose} {work}" for whose, work in product(("my", "our", "an", "a"), _WORKS.split("|")))


_SMALL = """
    at all|lemme get|lemme get the|let me get|let me have|lemme have|indicate
    |please indicate|please state|kindly state|kindly indicate|specify|please specify
    |formerly|formerly known as|also known as|aka|previously known as|once called|once known as|better known as
    |also called|obviously|though|if so|if yes|if it has|if it did|if it is|if they have|if they did
    |over the period|in the period|during the period|over the course of|
    but|per|anything|something|anyone|anybody|someone|somebody|within|any news on|any news about|news on
    |any word on|many|so many|so much|much|lots of|a lot|a lot of|hmm so|a|an|the|of|in|at|on|for|from|to|by|it
    |its|that|this|these|those|me|so|such|their|there is|there are|theres|as for
    |about|regarding|concerning|in terms of|with respect to|with regard to|when it comes to|out of|amongst|among
    |of them
    |of those|per se|own|each|some|any|both|whole|entire|full|complete|very|quite|rather|real|too|also|again
    |just|really
    |actually|currently|current|present|presently|now|right now|rn|atm|today|nowadays|these days|at the moment
    |as of now
    |as of today|at present|at this point|to date|so far|by now|already|yet|anymore|any more|then|back then|back
    |in fact
    |world|the world|in the world|of the world|worldwide|on earth|on the planet|internationally|planet
    |all over the world
    |exactly|exact|precise|precisely|roughly|approximately|approx|approximate|around|about how|ish|estimated|official
    |officially|overall|altogether|in general|generally|in particular|specifically|respectively|namely|ie|i e|eg
    |e g|etc
    |technology|science and technology|s t|one of|number|no|nr|num|hash|even|ok so|per your data|in your data
    |in the data
    |according|according to|according to you|according to wipo|according to the gii|by wipo|from wipo|wipos
    |of wipo|terms
    |for me|for us|to me|to us|with me|thing|things|stuff|kind of|sort of|kinda|sorta|type of|the kind of
    |as well|either
    |anywhere|somewhere|in there|in here|here|there|over there|out there|all in all|in total|being|whether
    |if at all|what about
    |how about|and what about|and how about|then what about|what of|sitting at|right at|way|wise|currently at
    |real one|the one|that one|this one|s|t|re|ll|d|m|la
    |as far as you know|as far as we know|as far as i know|that you know of|you know of|on record|on file|latest known
    |last known|known|given|when they did the|when they did|acc to|acc|further|got further|y n|yes or no
    |right or wrong
    |am i right|amirite|correct me if im wrong|real quick|quick question|super quick|theirs|were theirs
    |which one was it
    |which one is it|the city of|the city called|the economy of
    |kindly advise|advise|sir|madam|maam|thanks for earlier|one more|hey bot|hi bot
        |my boss wants to know|my boss is asking|my teacher wants to know|for years|innovation clusters in it
        |without a break
    |rn|atm|back in|published|quiz time|for my slide|for my slides|for my report|for my presentation|for a report
    |for the record|against the rest of the world|against the rest|versus the rest of the world|suddenly|like
    |single|a single|just|anyway|good morning|good evening|good afternoon|everyone|everybody
    |please check|real number|the real number|quick one|one more thing|if i may|last answer|under some other name
    |of course|up there|i mean|compared to the rest of the world|compared to the world|compared to others
    |compared to everyone else|compared to other countries|compared to other clusters
"""

_GREETINGS = """
    hey|hi|hello|yo|hiya|heya|howdy|sup|oi|ahoy|aloha|greetings|good day|good morning|good evening
    |good afternoon|morning
    |evening|dear|dear bot|hey bot|hi bot|hello bot|bot|clusterbot|hey clusterbot|mate|man|bro|bruh|dude|buddy
    |pal|fam|chat
    |guys|folks|gang|everyone|everybody|people here|yall|hi team|hey team|hello team|dear team
    |sir|madam|mods|friend|friends|my friend|hi there
    |hey there
    |hello there|hi all|hey all|hello all|hi everyone|hi guys|hey guys|all of you|you all|peeps|boss|chief|homie
    |sis|girl
    |well|so|ok|okay|k|alright|allright|right so|now then|listen|look|say|please|pls|plz|thanks|thank you
    |thank you so much
    |thank you very much|thanks a lot|thanks so much|many thanks|thanks in advance|many thanks in advance|thx|ty
    |tysm|cheers
    |much appreciated|appreciated|appreciate it|i appreciate it|greatly appreciated|would appreciate it
    |id appreciate it
    |i would appreciate it if you could|id appreciate it if you could|would appreciate it if you could tell me
    |grateful
    |id be grateful|i would be grateful|id be grateful for|bless you|if possible|if you can|if you could|if you would
    |if you dont mind|if u dont mind|if its not too much trouble|if it isnt too much trouble
    |if not too much trouble|if thats ok|if that is ok|if i may|if i may ask|when you can
    |when you have time|sorry|sorry to bother you|sorry to bother you but|sorry for asking
    |sorry if this has been asked before
    |sorry if this was asked before|excuse me|pardon|pardon me|forgive me|forgive my ignorance|apologies|my bad|oops
    |silly question|stupid question|dumb question|noob question|quick question|quick one|one question|a question
    |question
    |another question|one more question|my question|my question is|question is|the question is|the question
    |random question
    |serious question|small question|simple question|real quick|rq|quickly|quick|asap|asking for a friend|for a friend
    |for an article|for a report|for a paper|for my homework|for homework|for a presentation|for school|for a project
    |for my thesis|for work|for uni|for a quiz|for a bet|out of curiosity|out of interest
    |just out of curiosity
    |im curious|i am curious|was curious|i was curious|curious|wondering|just wondering|i wonder|wonder|wonder if
    |wonder whether|im a student|im a journalist|im a researcher|im a teacher|i am a student|i am a journalist
    |i am a researcher|im new here|i am new here|writing a paper|writing an article|writing a report
    |preparing a briefing
    |i am preparing a briefing|im preparing a briefing|preparing a report|im writing a paper|im writing an article
    |i am writing a paper|once more|once again|one more time|one more thing|next question|before i forget
    |while were at it
    |would it be possible|is it possible|would it be possible to see|would you mind|do you mind|mind|kindly|any idea
    |any ideas|any clue|any chance|any chance you know|any info on|any info|any information on|info|information
    |details
    |details on|no idea|not sure|dunno|idk|i dont know|i have no idea|i forgot|forgot|i forget|cant remember
    |i cant remember|dont remember|i dont remember|tell|show|give|gimme|gimme the|lemme know|lemme see|lemme
    |let me know
    |let me see|let me ask|let us know|know|see|find|explain|explain to me|check|check out|look at|looking at
    |have a look
    |have a look at|find out|figure out|hit me with|throw me|do tell|pray tell|spill|spill the beans|drop me
    |hand me|fetch
    |pull up|bring up|get me|grab|print|display|output me|name me|tell us|give us|show us|remind us|remind me|tell me
    |spell out|you have|you got|u got|have you got|got any idea|youve got|you know|who knows|who knows where
    |do you think
    |you think|would you say|help|please help|sos|ask|asking|may i|might i|can i|could i|could we|can we|i ask
    |telling me|provide|provide me with|supply|deliver|inform me|kindly inform me
"""

_SAYING = """
    got a sec|got a second|got a minute|got a moment|a sec|one moment|one second|story with|the story with
    |deal with|the deal with|story on|the story on|the deal on|word on|the word on
    |the skinny on
    |the lowdown on|the scoop on|up with|the situation with|the situation of|the situation for|situation with
    |the case of
    |looking like|looks like|look like|be found|is found|was found|to be found|would i find|can i find|do i find
    |will i find|might i find|could i find|should i find|can you find|did you find|we find|would you find
    |would one find
    |do you see|can you see|can we see|can i see|would you put|do they put|did they put|do you put|did you put
    |turned up
    |quick q|lookup|search for|search|tel me|ka|ki|noob q|noob question|dumb q|stupid q|newbie q|q|quickie|during
    |lets|let us|let s|lately
    |recently|big up|actual|the actual|actual number|for now
    |as we speak|one last thing|last thing|last one|last question|final question|first question|first things first
    |long story short|in a word|in short|in one word|in a nutshell|short answer|the short answer|please and thank you
    |over here|over in|up in|down in|all the way|straight|straight up|bare with me|bear with me|real fast|fast
    |pull|pull up|get|grab me|hand over|dig up|dig out|let|lets see|let me think
    |admit it|just admit it|face it|dont make it up|and dont make it up|dont make things up|and dont make things up
    |dont guess|and dont guess|no guessing|and no guessing|dont invent anything|and dont invent anything
    |abeg|oya|oi gente|gente|yoo|yooo|yoooo|ayy|wesh|yalla|guys abeg
    |without looking it up|off the top of your head|if i recall|if you had to say|be honest|no offence|no offense
    |not gonna lie|i gotta know|gotta know|i have to know|have to know|need to know|must know|do let me know
    |in size|by size|in terms of size|size wise|whats up|whats good|gm|gn|good night|eli5|explain like im five
    |like im five|best regards|kind regards|warm regards|regards
    |all the best|best wishes|who can tell me|who can say|wanted to ask|i wanted to ask|just wanted to ask
    |wanted to know|i wanted to know
    |trying to find out|im trying to find out|trying to figure out|trying to understand|how are you|a bunch
    |thanks a bunch|thanks a million|thanks a ton|ta|our city|my city|our area|my area|our cluster|my cluster
    |in a fight|at the minute|sitting|top to bottom
    |from top to bottom|and nothing else|find itself|find themselves|we would be grateful for|dear
    |nutshell version|over the whole stretch
    |over the whole period|over the whole span|write out|write down|write me|our hometown|my hometown
    |my home town
    |my town|our town|my country|our country|my region
    |landed|lands|i find|we find|you find|one find|one finds
    |can be found|can i see|can one find|does one find|could be found|may be found|might be found|is to be found
    |no kidding|no joke|just the number|only the number|just the rank|out of 100|out of the 100|out of a hundred
    |best one first|best first|first to last|from best to worst|you find|do you find|can you find|can i find
    |did they put|they put|parmi les|parmi
    |lol|lmao|lmfao|rofl|haha|hahaha|hehe|heh|xd|omg|omfg|wow|whoa|damn|dang|gosh|geez|jeez|wtf|hmm|hm|hmmm|uh|um
    |umm|uhm|er|erm
    |ah|aha|oh|ooh|huh|eh|meh|ugh|yikes|yay|woo|cool|great|awesome|perfect|fine|btw|by the way|imo|imho|afaik|iirc|fyi
    |tbh|ngl|frfr|no cap|tho|though|although|anyway|anyways|like|literally|basically|honestly|seriously|really now
    |on earth is|the hell|the heck|in the world is|exactly is|apparently|supposedly|allegedly|obviously|clearly|surely
    |certainly|definitely|probably|maybe|perhaps|presumably|pretty|sure|for sure|for real|i mean|i meant|i think
    |i guess
    |i bet|i believe|i suppose|i assume|i reckon|i figure|i say|id say|i feel like|i feel|i heard|i read|i hear
    |i thought
    |i remember|i recall|i swear|i know|i see|as far as i know|as i recall|if i recall correctly
    |if i remember correctly
    |if i remember right|someone told me|somebody told me|i was told|people say|they say|some say|rumour has it
    |rumor has it
    |word is|it says|it seems|it looks like|looks like|seems|seems like|seems to me|it appears|to be honest|to be fair
    |to be precise|to be exact|to be clear|frankly|truth be told|fun fact|i was under the impression
    |under the impression
    |wait|wait what|hold on|hang on|hold up|listen up|come on|cmon|oh well|you know what|guess what|wait a sec|one sec
    |real talk|lowkey|highkey|finally|ultimately|after all|first of all|last but not least|in the end
    |at the end of the day
    |correctly|nothing more|thats all|that is all|thats it|no more no less|or so|or something|or whatever
    |or what|and so on
    |no idea why|no idea why but|dont ask why|dont ask|dont know why|i dont know why|idk why|gg|okay google|ok google
    |hey google|hey siri|siri|alexa|hey alexa|google|chatgpt|hey chatgpt|copilot|my boy|my man|my girl|good old|good ol
    |uhh|uhhh|ummm|bye|goodbye|cheerio|ciao|danke|merci|gracias|obrigado|arigato|salut|bonjour|hola|hallo|moin|servus
    |any chance of knowing|any way of knowing|is there a way to know|my question would be|my question to you is
    |what i want to know is|what i would like to know is|what id like to know is|what i need to know is|what i need is
    |what im asking is|what i wonder is|what im wondering is|what interests me is|what id love to know is
    |give to me|tell to me|show to me|say me|say to me|explain me|through|thru|how is called|how is named
    |how it is called|what is called|how called|how do you call|global
    |i keep losing count|i lost count|i have lost count|i keep losing track|i lost track|dont hurt me|do not hurt me
    |dont laugh|dont judge|dont judge me|go easy on me|be gentle|in its own right|in their own right|before everything
    |before it all|before all that|before all this|counting the ones across the border
    |including the ones across the border
    |counting those across the border|including those across the border
    |with the cross border ones|with cross border ones
    |cross border ones included
    |counting cross border ones|including cross border ones|counting cross border clusters
    |including cross border clusters|counting clusters across the border|including clusters across the border
    |to make room|make room
    |sanity check|quick sanity check|i always forget|i keep forgetting|nerds|geeks|legends|fellas|ladies|gents|lads
    |or was it there before|or was it already there|or was it there already|honest question|genuine question
    |trivia night|trivia question|trivia|no spoilers|no spoilers but|asking for my team|asking for my boss
    |between you and me|between us|not to brag|no rush|when you get a chance|when u can|whenever you can
    |and stuff|and all that|and such|the other way round|the other way around|or the other way round
    |or the other way around|or vice versa|vice versa|or else|or not|or no|otherwise|instead|and then|and also|plus
"""

FILLERS = "|".join((_SMALL, _GREETINGS, _SAYING, _OUTCRIES, _OR_NOT, _frames(), _purposes()))
"""Phrases without a meaning of their own."""

_SOMEBODY = """
    boss|friend|colleague|mate|buddy|teacher|professor|prof|brother|sister|dad|mum|mom|wife|husband|coworker
    |client|uncle
    |neighbour|neighbor|roommate|manager|cousin|tutor|girlfriend|boyfriend|partner|student|guy|people|everyone
    |everybody
    |someone|somebody|he|she|they|others|the press|the news|the article|the internet|reddit|twitter|google|chatgpt
    |wikipedia|an article|this article|the paper"""
_SAYS = """
    maintains|maintains that|is arguing that|are arguing that|swears blind that|states that|reads
    |says|say|said|says that|bets|bets that|bet|claims|claims that|claimed|claim|thinks|thinks that|insists
    |insists that
    |swears|swears that|reckons|argues|argues that|told me|told me that|told us|keeps saying|keeps telling me|tells me
    |is sure|is sure that|is certain that|is convinced that|believes|believes that|mentioned|wrote|wrote that
    |assumes"""


def _reported() -> str:
    """Return what somebody says something by: "my friend bets", "an article said"."""
    somebody = [name.strip() for name in _SOMEBODY.split("|")]
    owned = (f"{whose}{name}" for name in somebody for whose in ("", "my ", "our ", "a ", "the "))
    return "|".join(f"{who} {says.strip()}" for who, says in product(owned, _SAYS.split("|")))


CHECKS = (
    f"{_reported()}|"
    + """
    is it true|is it true that|is it true if|is it correct|is it correct that|is it right that|is it a fact
    |is it a fact that
    |is it so that|is it the case that|is that true|is that so|is that right|is that correct|is this true|is this real
    |is this right|is this correct|is this so|is that a fact|true or false|yes or no|yes no|y n|fact or fiction
    |true|false
    |correct|right|am i right|am i right that|am i right in thinking|am i right in thinking that|am i correct
    |am i correct that|am i wrong|am i wrong that|do i remember correctly|do i remember correctly that
    |do i remember right that|do i understand correctly that|did i hear correctly that|confirm|confirm that|confirm if
    |confirm whether|confirmed|can confirm|please confirm|please confirm that|verify|verify that|please verify
    |fact check
    |factcheck|fact checking|check if|check whether|check that|true that|correct that|would it be correct to say
    |would it be correct to say that|would it be right to say that|is it fair to say that|is it fair to say
    |would it be fair to say that|fair to say|can it be that|can it be|could it be that|could it be|how come not
    |pretty sure
    |im pretty sure|i am pretty sure|im sure|i am sure|im quite sure|quite sure|innit|aint it|right right|my prof says
    |my professor says|my teacher says|my boss says|my friend says|my friend claims|my colleague says|my mate says
    |a friend says|he says|she says|they claim|someone says|somebody says|someone claims|wikipedia says|chatgpt says
    |the news says|the papers say|i say that|i claim|i claim that|is it possible that|settle this|settle a bet
    |settle a debate|prove me wrong|change my mind|fight me|am i crazy|correct me if im wrong
    |correct me if i am wrong|unless im mistaken
    |if im not mistaken
    |if i am not mistaken|yeah|yes|yep|yup|ja|amirite|agree|you agree
    |legit|deadass|chances are|chances are that|word is|word is that|rumor has it|rumour has it|rumor has it that
    |rumour has it that|word has it that|legend has it that|rumor is|rumour is
    |accurate|is it accurate|is that accurate|i would like that verified|i would like that checked|can that be verified
    |do i give them the point|do they get the point|aye or nay|yea or nay|yay or nay|surely
    |true or fake|true or cap|fact or myth|myth or fact|real or nah|cap or no cap|cap or no|cap or nah|cap or not
    |is it cap|is that cap|real or cap|real or fake|real or not
    |right or nah|true or nah|true or not|legit or not|legit or nah|fact or cap|facts or cap|fact or fake
    |am i tripping|am i crazy|am i dreaming|is that legit|is this legit|does that hold|does this hold|does it hold
    |does that hold up|does this hold up|does it hold up|does that stand|does that stand up|does this stand up
    |does that check out|does this check out|does it check out|does that sound right|does that still hold
    |is that still so|is that still true|is that still the case|is it still true that|is it still the case that
    |tell me im right|or am i misremembering|or am i wrong|or am i dreaming
    |or is this wrong|or is that wrong|or is it wrong|or am i imagining it|or am i mixing it up|or am i mistaken
    |bet u|bet you|i bet you|i bet u|bet ya
    |there is a rumour that|there is a rumor that|theres a rumour that|theres a rumor that|the rumour is that
    |can u confirm|can you confirm|could you confirm|can you confirm that|can u confirm that|can someone confirm
    |confirm please|pls confirm|confirm this|confirm or deny|can you verify|is that a true statement
"""
)
"""Phrases that turn what is said into a claim to be judged."""

_POSITIVE = "is|are|was|were|does|do|did|has|have|will"
_VERBS = """
    isnt|arent|wasnt|werent|doesnt|dont|didnt|hasnt|havent|hadnt|wont|aint|is|are|was|were|does|do|did|has
    |have|will|is not|are not|was not|does not|did not|has not"""
_TAGGED = ("it", "they", "that", "this", "he", "she", "there", "we")
_SO = ((), ("so",), ("right",), ("true",), ("correct",), ("the", "case"), ("the", "truth"))
TAGS = (
    frozenset((*verb.split(), who, *so) for verb, who, so in product(_VERBS.split("|"), _TAGGED, _SO))
    | frozenset((*verb.split(), who, "not", *so) for verb, who, so in product(_POSITIVE.split("|"), _TAGGED, _SO))
    | frozenset((("no",), ("nah",), ("or",), ("aint", "it")))
)
"""Phrases that do the same at the very end of a sentence: "…, isn't it?"."""

LONGEST_TAG = max(map(len, TAGS))
"""Words of the longest tag."""

CALLED = frozenset(("bro", "mate", "lol", "guys", "bot", "dude", "man", "buddy", "folks", "please", "pls", "then"))
"""What may be said after a tag."""
