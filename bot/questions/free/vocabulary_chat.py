"""Words of everyday talk beside a question: who asks, what for, when, and in what mood.

They mean nothing by themselves and change no subject, but only in a clause beside the one that asks ("heated debate
here: Paris or London?"): within that clause each of them would be a word that nothing accounts for.
"""

from __future__ import annotations

_CHEERS = """
    stronk ftw supremacy represent geo flexing flex bragging gloating gang earlier rip january february march april
    june july august
    september october november december
"""
_PEOPLE = """
    boss manager director ceo cto cfo president chair minister secretary mayor client clients customer customers
    colleague colleagues coworker coworkers teammate teammates team crew staff intern editor journalist reporter
    teacher professor prof lecturer tutor supervisor advisor student students pupil pupils class classmate classmates
    friend friends mate mates buddy pal bestie roommate flatmate neighbour neighbor brother sister sibling cousin dad
    father mum mom mother parents son daughter kid kids uncle aunt grandpa grandma grandfather grandmother nephew
    niece
    husband wife girlfriend boyfriend partner fiance family in-law law guy guys girl lady man woman people folks
    person
    everyone everybody someone somebody anyone anybody nobody colleague expert analyst consultant researcher scientist
    founder investor blogger influencer politician official officials delegate delegation visitor guest audience
    nan nana nanna gran granny gramps grandad granddad grandparents auntie aunty mama papa mam hubby missus wifey
    fiancee spouse twin stepdad stepmum stepmother stepfather godmother godfather inlaws baby teen teenager lad lass
    bloke chap fella fellow nerd geek barber hairdresser waiter cook plumber builder electrician mechanic carpenter
    farmer nurse dentist vet lawyer solicitor judge accountant banker broker trader realtor priest pastor imam rabbi
    monk cop policeman soldier veteran pilot sailor captain coach trainer referee dancer singer actor actress painter
    poet novelist author writer designer architect engineer developer programmer coder chemist physicist biologist
    mathematician statistician economist historian philosopher librarian archivist clerk cashier receptionist
    secretary assistant janitor guard postman courier butcher baker grocer gardener florist bartender bouncer
    committee council board department office company firm agency university uni school college institute lab desk
    landlord doctor driver barista stranger dude bro fam gang we us them
"""
_OCCASIONS = """
    debate argument discussion fight dispute quarrel bet wager dare challenge meeting call talk speech lecture lesson
    presentation pitch slide slides deck report article essay paper thesis dissertation homework assignment project
    exam test quiz trivia pub night lunch dinner breakfast coffee break party weekend workshop seminar conference
    summit interview briefing brief memo note notes newsletter post tweet thread blog podcast video footnote caption
    trip holiday vacation flight deadline presentation proposal application document spreadsheet table chart poster
    brochure flyer press release
    story piece draft chapter section question questions answer answers query request task job thing stuff matter
    topic subject curiosity interest reference record purpose context background
"""
_TIMES = """
    tomorrow tonight today yesterday morning afternoon evening monday tuesday wednesday thursday friday saturday
    sunday
    now soon later asap quick quickly fast hurry minute minutes second seconds hour hours moment day days week weeks
    month months again once twice while time times
    first last next final finally still meanwhile early late
"""
_MOODS = """
    heated quick short simple easy hard tough silly stupid dumb weird strange funny serious random small big little
    huge important urgent good great nice cool awesome amazing bad terrible sad happy proud glad excited curious
    surprised shocked confused lost stuck bored tired busy nervous worried annoyed angry jealous lazy new old young
    local real official personal friendly polite humble honest sure certain unsure positive right correct
    interesting exciting boring crazy insane unbelievable incredible impressive favourite favorite beloved beautiful
    lovely dear sweet poor lucky welcome sorry thankful grateful kind well fine okay alright hopefully hopeless
    breaking urgent absolutely totally completely honestly seriously literally basically actually really probably
    maybe perhaps
    obviously apparently suddenly somehow anyway curious torn undecided split convinced rude cheeky nosy
"""
_DOINGS = """
    ask asks asked asking need needs needed want wants wanted wanting wonder wonders wondered wondering know knows
    knew
    think thinks thought thinking say says said saying tell tells told telling hear hears heard hearing read reads
    reading see sees saw seen seeing look looks looked looking watch watched find finds found finding search searched
    searching google googled check checks checked checking write writes wrote written writing prepare preparing
    prepared make makes making made do does doing did done finish finishing start starts begins starting started
    work works working
    worked study studies studying studied learn learning live lives living lived move moves moving moved grow grew
    grown born raised visit visiting visited travel travelling traveling travelled come comes coming came go goes
    going
    went gone leave leaving arrive arriving stay staying return returning back sit sitting stand standing wait waiting
    help helps helped helping give gives gave given giving get gets got getting take takes took taking put bring show
    shows showed explain share send use using try tries tried trying hope hopes hoping love loves loved like likes
    liked hate hates miss missing enjoy prefer remember remembers forget forgets forgot forgotten mention mentioned
    discuss discussing argue argues arguing argued debate debating disagree agree fighting settle bet bets betting
    lose
    lost losing win won swear claim claims keep keeps kept bother bothering interrupt excuse apologise apologize thank
    thanks appreciate believe guess suppose assume imagine expect mean means plan plans planning planned applying
    apply consider considering choose choosing decide deciding relocate relocating transfer hire hiring join joining
    joined talk talking speak speaking chat chatting mind care matters matter happens happening happen seem seems feel
    feels felt call calls called name named based stationed
"""
_SMALL = """
    i im ive id ill me my mine myself you youre youve your yours u ur he hes his him she shes her hers it its
    itself we
    were weve our ours us they theyre them their theirs this that these those here there where who whom which what
    when
    why how a an the and or but nor so because cause cuz though although if whether then as at by for
    from in into of off on onto out over under up down to toward towards with within about around between
    among during through not no nope yes yeah yep yup ok okay oh ah hmm well just only even also too very much many
    more most some any all both each every other others another such same own is are am was be been being has have had
    having will would shall should can could may might must dont doesnt didnt isnt arent wasnt havent hasnt cant
    couldnt wouldnt wont lets let please pls plz lol lmao haha hehe hello hi hey yo bot sir madam greetings regards
    cheers dear bye one two three couple few bit lot lots bunch ton way kind sort part place places home hometown city
    town country region area nation state side abroad exchange semester internship degree course phd masters job
    career
    life world internet web online news discord server channel chat group vs via per re ps btw etc ie eg
    food pizza beer buys buy pays pay paid loser winner office message trip spring summer autumn winter deal lurker
    min mins sec secs hr hrs
    figure figures asker caller listener reader fan rookie long amazing holidays boyfriend lads mayor
    embassy train plane bus car ride
    question quickie q a s t m ll d ve
"""

CHAT = frozenset(" ".join((_CHEERS, _PEOPLE, _OCCASIONS, _TIMES, _MOODS, _DOINGS, _SMALL)).split())
"""Every such word, as the vocabulary spells words."""
