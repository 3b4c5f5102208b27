"""Words whose misspellings are looked for. Others are too near to words that mean something else."""

from __future__ import annotations

_OFTEN_MISSPELT = """
    ahead applications behind best better between biggest bottom capital change cities city climbed climbers cluster
    clusters compare compared comparison countries country creative difference dropped economies economy edition
    fallers fell first germany highest history improved index infrastructure innovation innovative inhabitants
    institutions intensity last lowest many measured methodology most moved movers newcomers number patent patents
    percent percentage please population position publication publications publish published ranked ranking ranks
    rank release second share source sources than third top venture where which worst sophistication knowledge
    coming compute higher lower calculated editions fourth human income climber climbing leading leader leaders
    largest smallest strongest weakest positions clustres inside outside papers articles scientific intensive
    standing standings entered newcomer dropping improve declined falling placed places quality average regions
    region european american chinese japanese korean british canadian indian business outputs technology
"""
_UNMISTAKABLE = """
    absolute according account accounted accounting accounts accuracy accurate across activity actual actually
    additional adjusted adjusting advance advanced advances advancing against allegedly alongside already altered
    although altogether always amirite amongst announcing annual annually another anybody anymore anyone anything
    anyway anyways anywhere apart apparently appearance appearances application applied approach approx approximate
    approximately arrival arrivals arrive arrived arrives arriving article ascend ascended ascending ascribed
    assessed assesses assigned attested attract attracted attracting attracts attributable author authored authors
    available awarded awesome basically became because become becomes before begins belong belonged belongs beneath
    besides bibliography blimey bronze built businesses calculate calculates calculating capitalists capture
    captured captures categories category centers champion champions chance chances checking citation citations
    citing citizen citizens claimed climb climbs collect collected collective collectively collects commonwealth
    comparable compares comparing comparisons component components comprise comprised comprises concerning confirmed
    consecutive consecutively consider considered considers consist consistently consists constantly constructed
    contain contains continuously contribute contributed contributes contribution contributions correctly creatives
    creativity credited criteria criterion cumulative curiosity curious currently dataset datasets debutant
    debutante decline declines declining deepest delivered density departure departures descended descending
    deteriorate deteriorated determine determined determines dethroned develop develops differ differences different
    differently differs dimension dimensions directly disappear disappeared disappears disregarding dissertation
    distinct documentation documented dominance dominant downward downwards dropout dropouts dropper dwellers
    earlier earliest eclipse eclipsed eclipses ecosystem ecosystems edged edges education eight eighteen eighteenth
    eighth eighty eleven eleventh encompass ended enlighten entering entrant entrants entries entry evaluates
    everybody everything evolution evolve evolved evolves exactly exceed exceeded exceeds excels excepting excess
    excluding exist existed existence exists expected explained false farthest fastest feature featured features
    fewest fifteen fifteenth fiftieth fifty finally flowing fluctuate fluctuated following forecasted foremost
    forgetting formerly formula formulas forthcoming fourteen fourteenth frankly frequently friends frontrunner
    furthest gaining generally generate generated generates genuine gimme global globally goodness gotten governance
    grabbed greater greatest greatly grouped groups guessing happen happened happens highly historical historically
    histories hometown homework hotspot hotspots howdy hundredth ignorance ignoring immediately important
    improvement improvements improves improving inaugural inception include included includes including indicator
    indicators industries information infrastructural infrastructures inhabitant innovate innovating innovations
    innovator innovators input inputs instead institution institutional interest interested interests
    internationally investment investments itself joined joining jointly judged judges jumped jumper jumpers jumping
    jumps keeps kidding knocked knowing known ladies lately launching leaderboard leapfrog leapt legend legends
    legit lemme literature littlest lmfao longest losses lowdown lowkey lumped maintained majority manage managed
    massive measure measures measuring member members mentioned merely method methodological methodologies methods
    metric metrics metropolis metropolitan minimum modify movement movements myself namely names nationally nearest
    newbie newbies newest nineteen nineteenth ninety ninth normalised novelties novelty nowadays nowhere numbered
    numbers numerous nutshell obtained obviously occupied occupy occupying officially often oldest ordered origin
    originating origins otherwise outperform outperformed output outscored overtake overtaken overtakes overtaking
    overview patented peaked percentages perform performed performer performers performing performs perhaps
    permanently pillars placement placements plummeted podium poorest poorly populations populous positioned
    positioning possess possessed possesses preceding precisely predecessor predecessors preparing presently
    presumably previously progress progression proportion proportions provenance publishing qualify quickest quickie
    quickly rankings rapport rather ratings reason reasons recently reckons record records registered released
    releases releasing relevance relevant reliability represent represented represents research resident
    residents respectively result results revision revisions rocketed rookie roughly round rounds rundown runners
    sanity scholarly science sciences scoreboard searching separated separates separating serious seriously
    seventeen seventeenth seventh seventy sharpest situated sixteen sixteenth sixty skinny skyrocket skyrocketed
    slightest smaller snagged somebody somewhere sophisticated sorry sourced sourcing specifically specify speech
    steepest straight strength strengths strongly stupid submitted subsequent subsumed suddenly supposedly surged
    surges surpass surpassed surpasses surpassing teach themselves thinks thirteen thirteenth tiniest together
    totals trajectories trajectory trustworthy twelfth twelve twentieth twenty ultimately unchanged unless unveiled
    unveiling upcoming update updates upswing upward upwards using variable variables vaulted verifiable verified
    version versions weakened weakness weaknesses weighed weighted whatever whereabouts whether whichever within
    without world worldwide worsen worsened worsening worsens written wrote yearly yesteryear yield yields yikes
"""

OFTEN_MISSPELT = tuple(_OFTEN_MISSPELT.split())
"""What is asked about most; in a long one two letters may be wrong."""

SPELLABLE = (*OFTEN_MISSPELT, *_UNMISTAKABLE.split())
"""These, and words of which no other common word of English is one letter away; there one letter may be wrong."""
