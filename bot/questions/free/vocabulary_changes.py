"""The words for change and time, in English, by meaning: up and down, new and gone, how long, when."""

from __future__ import annotations

from bot.questions.free.marks import Kind

CHANGES: dict[Kind, str] = {
    Kind.BEFORE: """
        earlier|old|past|prior|earlier on|before|previous|former|preceding|prior to|ahead of time|previously
        |earlier than|up until|predecessor
        |dethrone|dethroned|predecessors""",
    Kind.CHANGED: """
        what changed|whats changed|what has changed|what is new|whats new|what was new|changes|changed|changing
        |different
        |looks so different|looks different|look so different|look different|difference in method|differs|differ
        |differently|modified|modify|altered|alter|revised|revise|revision
        |revisions|reform|reformed|novelties|novelty|innovations in method
        |did wipo change|wipo change|wipo changed|wipo changes|has wipo changed""",
    Kind.DOWN: """
        trending down|trending downwards|on a downward trend|down|fell|fall|falls|fallen|falling|fell back
        |fall back|falling back|dropped|drop|drops|dropping
        |declined|decline
        |declines|declining|lost|lose|loses|losing|loser|losers|faller|fallers|slipped|slip|slips|slipping|slid
        |slide|slides
        |sliding|sank|sink|sinks|sunk|sinking|plunged|plunge|plunges|plummeted|plummet|tumbled|tumble|tumbles
        |crashed|crash
        |crashes|collapsed|collapse|deteriorated|deteriorate|worsened|worsen|worsens|worsening|regressed|regress
        |went down
        |go down|goes down|going down|gone down|moved down|move down|moves down|moving down|got worse|get worse
        |gets worse
        |getting worse|lose ground|lost ground|losing ground|lost places|lost positions|nosedived|nosedive|nosedives
        |decliner|decliners|downward|downwards|backwards|slump|slumped|descended|descend|descending|shrank|came down
        |come down|comes down|on the decline|in decline|dropper|droppers|demoted|weakened|fell down|falling down
        |lost the most places|lost most places|lost most ground|lost the most ground|biggest loss|biggest losses
        |steepest fallers|lost the most""",
    Kind.EVER: """
        ever|at any time|at any point|even once|at some point|ever been|ever before|at any stage|once ever
        |in any edition|in any year|in some edition|in some year|in at least one edition|in no edition|in no year""",
    Kind.ALWAYS: "always|never|constantly|permanently|all along|consistently|continuously|at all times|all the time",
    Kind.HISTORY: """
        development of|the development of|rank development|rank development of|development|rank history
        |ranking history
        |rank evolution|past results|past performance|back catalogue|by edition|edition for edition|all its ranks
        |history|histories|over the years|over time|through the years|through time|throughout the years
        |across the years
        |across editions|across all editions|across years|in all editions|over the editions|timeline|timelines
        |time series
        |trend|trends|trajectory|trajectories|evolution|every year|in every year|all years|for all years|year by year
        |year on year|year after year|year over year|by year|per year|each year|in each year|every edition
        |in every edition
        |each edition|in each edition|all editions|edition by edition|per edition|by edition|track record
        |all time|past ranks
        |past rank|past positions|past rankings|past placements|past places|previous ranks|previous positions
        |previous rankings
        |former ranks|all ranks|all positions|all of the ranks|all the ranks|all the years|all these years
        |yearly|annually
        |annual|since the beginning|since the start|since the first edition|since day one|from the beginning
        |from the start
        |in the past|down the years|through the editions|over the last years|over the past years|in recent years
        |recent years|in the last years|every single year|every single edition|development over the years|progression
        |journey|through the ages|historical|historically|historic|historical ranks|for every year|ups and downs
        |so far over
        |developed|develop|develops|evolved|evolve|evolves
        |last 2 years|last two years|last 3 years|last three years|last few years|past few years|past two years
        |past three years|last 5 years|last five years|past five years|in the last few years""",
    Kind.PEAK: """
        all time high|all-time high|all time best|all-time best|all time low|all-time low|all time highs|record high
        |record low|record rank|record position|personal best|peak|peaked|peak rank|peak position|career high
        |highest ever|lowest ever|best ever|worst ever|ever best|best so far|worst so far|best result|worst result
        |best year|worst year|record""",
    Kind.HOW_LONG: """
        how long|how many years|since when|for how long|in a row|streak|streaks|longest|consecutive|consecutively
        |how many times|how often|how many editions|the longest|longest time|since what year|since which year
        |from when to when|when to when|reign|reigned for|reigning|running streak|on the trot|straight years
        |most often
        |most times|the most times|most frequently|how frequently|winning streak|lasted|last for
        |since which edition|since what edition|since which ranking|from which edition|longest run|the longest run
        |longest run at""",
    Kind.LEFT: """
        bumped out|bumped out of|bumped from|knocked out|knocked out of|knocked from|squeezed out|squeezed out of
        |forced out|forced out of|shoved out of|ousted|ousted from|dumped out of|edged out of|ejected from|pushed from
        |dumped from|shut out of|thrown from|lost a place in|bowed out|bowed out of|faded from|sank out of|slid out of
        |were dropped|was dropped|got dropped|been dropped|were removed|was removed|got removed|said goodbye
        |said goodbye to
        |fell from|fall from|slipped out|slipped out of|slip out of|slipped from|tumbled out of|drop from|drops from
        |crashed from|kicked from|left|leave|leaves|leaving|leavers|leaver|dropped out|drop out|drops out of
        |dropping out|dropped out of
        |drop out of
        |fell out|fall out|fallen out|falls out|fell out of|fall out of|fallen out of|falling out of|dropped off
        |drop off
        |drops off|dropped from|dropped off the list|fell off|fall off|disappeared|disappear|disappears|vanished
        |vanish
        |exited|exit|exits|gone|out of the ranking|out of the top 100|out of the list|out of the table|kicked out
        |kicked out of|kicked off|thrown out|thrown out of|pushed out|pushed out of|booted|booted out|crashed out
        |crashed out of|lost its place|lost their place|lost its spot|lost their spot|lost its spot in|no longer in
        |no longer in the ranking|no longer ranked|no longer listed|no longer on the list|no longer in the top 100
        |not in the ranking anymore|not ranked anymore|not listed anymore|missing|absent|removed
        |didnt make it
        |did not make it|didnt make it anymore|dropouts|dropout|drop outs|departed|departures|departure|goners|ejected
        |dropped out from|out of the rankings|off the list|flew out|axed|didnt make the cut|did not make the cut""",
    Kind.MOVE: """
        which way did it go|
        it go up or down|it gone up or down|it went up or down|they go up or down|it go down or up|it move up or down
        |up or down and how far|gain or lose ground|gained or lost ground|gain or lose places|gain or lose|won or lost
        |rise or fall|risen or fallen|rose or fell|climb or fall|climbed or fallen|improve or decline|
        trending|trend lately|been happening|been happening with|happening|happening with|going on|going on with
        |been going on with|went on with|delta|delta for|rank delta|done since|moved|move|moves|moving|movement
        |movements|movers|mover|change|change of rank|changes of rank|changed rank
        |change in rank|rank change|rank changes|shift|shifts|shifted|shifting|change rank
        |fluctuated|fluctuate|swing|swings|changes in rank|changed position
        |changed its rank
        |change position|changed places|switched|switch|rank movement|kept moving|happened|happened to|happen to
        |dynamics|going up or down
        |gone up or down|go up or down|went up or down|up or down|better or worse|rising or falling
        |get better or worse""",
    Kind.NEW: """
        made their way into|made its way into|make their way into|makes its way into|found their way into
        |forced its way into|forced their way into|rose into|rises into|jumped into|leapt into|pushed into|advanced into
        |new names|new cities|new ones|new members|vaulted into|stormed into|surged into|made the jump into
        |challengers|new challengers|challenger|new challenger|new blood|new kids on the block|fresh blood
        |came into|come into|comes into|climbed into|climb into|moved into|move into|get onto|got onto
        |made it onto|make it onto|come onto|came onto|got listed
        |added|add|adds|adding|new|brand new
        |newcomer|newcomers|entered|enter|enters|entering|entrants|entrant|entries|joined
        |join|joins
        |joining|debut|debuts|debuted|debutant|debutants|debutante|make their debut|made their debut|made its debut
        |make its debut|first appear|first appeared|first time|for the first time|first timer|first timers|first-timer
        |first-timers|new entries|new entry|new arrivals|new arrival|new additions|newbie|newbies|fresh faces
        |fresh face
        |new faces|new face|newly listed|newly added|newly ranked|newly|first appearance|first appearances
        |appear first
        |first enter|first entered|appeared|appear|appears|come in new|came in new|joiners|rookies|rookie
        |fresh entries
        |first listed|first ranked|first show up|first showed up|introduced|introduce
        |start to count|started to count|started counting|start counting|begin to count|new in|new to|newly in""",
    Kind.RELEASE: """
        drops out|see the light|sees the light|published|publishes|publish|release|released|releases|releasing
        |come out
        |came out|comes out|coming out|launch|launched|launches|launching|announced|announce|announces
        |announcement|announcing
        |publication date|release date|date of publication|date of release|launch date|coming|out|next one
        |next edition
        |next index|next ranking|due|due out|expected|expect|go live|goes live|went live|live date
        |available from|issued
        |issue date|unveiled|unveil|unveiling|presented|present it|made public|go public|put out|puts out|appear next
        |arrive|arrives|arriving|land next|scheduled|schedule|slated|updated|update|updates|refreshed
        |get updated|drop next
        |publishing date|brought out|bring out|wait for|waiting for|announcement date|out yet|out already""",
    Kind.STAY: """
        stay|stayed|stays|remain|remained|remains|still|keep|keeps|kept|hold on to|held on to|unchanged|stable
        |steady|stuck
        |same rank|the same rank|same position|same place as|maintain|maintained|retained|retain|defend|defended
        |did not move|didnt move|not moved|stood still""",
    Kind.UP: """
        trending up|trending upwards|on an upward trend|up|rose|rise|rises|risen|rising|climb|climbed|climbs
        |climbing|climber|climbers|gained|gain|gains|gaining
        |improve
        |improves|improved|improving|improvement|improvements|winners|gainers|gainer|went up|go up|goes up
        |going up|gone up
        |moved up|move up|moves up|moving up|advanced|advance|advances|advancing|risers|riser|soared|soar|soars
        |soaring
        |shot up|shoot up|shooting up|jumped up|jump up|jump|jumps|jumped|jumping|jumper|jumpers|leap|leaps
        |leapt|leaped
        |surged|surge|surges|ascended|ascend|ascending|ascent|upward|upwards|progress|progressed|got better|get better
        |gets better|getting better|gain ground|gained ground|gaining ground|made gains|rocketed|skyrocketed|skyrocket
        |rocket|on the rise|on the up|made up ground|rose up|move ahead|moved ahead|get ahead|strides|forward
        |moved forward
        |grew|most improved|boost|boosted|upswing|high riser
        |gained the most places|gained most places|gained most ground|gained the most ground|gained places|made gains
        |steepest climbers|steepest climber|biggest gains|biggest gain""",
    Kind.WHEN: """
        when|what date|what day|which day|which date|on what date|on which day|date|dates|day|what month
        |which month|how soon|when exactly|at what time
        |in which years|in what years|in which editions|during which years|during which editions
        |which edition|which year|what year|in which year|in what year|what edition|in which edition""",
    Kind.UPCOMING: "next|upcoming|following|forthcoming|future|coming up|subsequent|soon|the next",
}
"""Phrases by meaning, parted by bars."""
