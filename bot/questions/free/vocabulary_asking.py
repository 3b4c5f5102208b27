"""The words that say what is asked, in English, by meaning."""

from __future__ import annotations

from bot.questions.free.marks import Kind

ASKING: dict[Kind, str] = {
    Kind.AHEAD: """
        ahead|ahead of|ahead in|in front|in front of|beats|beat|beating|beaten|better|better off|better placed
        |better ranked
        |better than|higher|higher up|higher ranked|higher placed|higher than|further up|above|over|leads|lead
        |leading the way|led|leads the way
        |outranks|outrank|outranked|outranking|outperforms|outperform|outperformed|outpaces|outpace|outpaced
        |outdoes|outdo
        |outdid|outscores|outscore|outscored|overtook|overtake|overtakes|overtaken|overtaking|surpasses|surpass
        |surpassed
        |surpassing|passed|passes|pass|past|exceeds|exceed|exceeded|eclipses|eclipse|eclipsed|tops|topped
        |topping|stronger
        |superior|superior to|wins|win|won|winning|wins against|edges out|edge out|edged out|got past|gets past
        |gone past
        |went past|ahead than|upper hand|comes out ahead|come out ahead|comes out on top|come out on top
        |came out on top
        |coming out on top|comes first|came out ahead|does better|do better|did better|doing better|doing better than
        |fares better|fare better|fared better|performs better|perform better|performed better|ranks better
        |rank better
        |ranked better|in the lead|the lead|leapfrogged|leapfrog|leapfrogs
        |outperforming|exceeding|edging out|trumping|trumps|trump|besting|bests|outdoing|outpacing|outshines|outshine
        |outshone|one up on|outranked by none|outclasses|outclass|edged|edges|topples|toppled|unseated|unseats""",
    Kind.BEHIND: """
        behind|worse|worse off|worse than|worse placed|worse ranked|lower|lower than|lower ranked|lower down
        |below|beneath
        |under|trails|trail|trailing|trailed|weaker|inferior|inferior to|lags|lag|lagging|lagged|lags behind
        |lag behind
        |lagging behind|falls behind|fall behind|fell behind|outranked by|beaten by|overtaken by|surpassed by|passed by
        |leapfrogged by|fallen behind|loses to
        |lose to|lost to|losing to|further down|does worse|did worse|doing worse|fares worse|ranks worse
        |falls short of|fall short of|fell short of
        |comes behind|come behind|came behind|placed behind""",
    Kind.BEST: """
        closest to the top|nearest to the top|nearest the top
        |reigning champion|the reigning champion|reigning number one|good at|great at|strong at|excels at
        |excel at|beats all|beats all the others|beats all others
        |beats everyone|beats everybody|beats them all
        |beats the rest|ahead of the rest
        |above the rest|leads the rest|leader of the pack|leaders of the pack|top dogs|the top dogs|big dog
        |the big dog
        |top of the pile|top of the heap|top of the tree|top of the table|top of the list|top of the ranking
        |top of the charts|top of the pops|top of the class|top of the pyramid|at the top of the pile
        |head of the table
        |the head of the table|at the head|at the head of|at the head of the table|heading|leads the pack
        |lead the pack
        |the very best|very best|number 1 spot|the no 1 spot|the 1 spot|first prize|highest up|most highly ranked
        |best|top|leading|strongest|highest|number one|number ones|no 1|nr 1|num 1|number 1|no one spot|leader
        |leaders|first place
        |first position|first spot|first rank|top spot|top rank|top position|top place|top ranked|top placed
        |pole position
        |winner|the winner|champion|champions|king|queen|the goat|goat|top dog|front runner|frontrunner|front runners
        |the very top|at the very top|finest|at the top|on top|on the top|topmost|foremost|premier|greatest of all
        |best ranked|best placed|best performing|best rated|highest ranked|highest placed|highest ranking
        |top performer
        |top performers|top performing|best performer|best performers|best of the best|gold|gold medal|took gold
        |the crown
        |crown|throne|on the throne|the throne|number uno|uno|heads|tops the|rules|ruled|rule|reigns|reigned|dominates
        |leading the pack|the pack leader|champ|cream of the crop|strongest performing
        |worlds best|worlds top|worlds leading|worlds number one|worlds strongest|worlds highest
        |ahead of all other|ahead of all the others|ahead of all others|ahead of everyone|ahead of everybody
        |above all others|above all other""",
    Kind.BY_COUNT: """
        per country|by country|for each country|in each country|of each country|by number of clusters
        |by clusters|by cluster count|by count|by how many clusters|by the number of clusters
        |by amount of clusters|by count of clusters""",
    Kind.CLUSTERS: """
        cluster im in|cluster i am in|cluster were in|cluster we are in|cluster im part of|cluster we are part of
        |as a cluster|as a hub|as an innovation cluster|as a tech cluster|
        cluster|clusters|ones|city|cities|hub|hubs|innovation cluster|innovation clusters|places|metro|metros
        |innovation hub
        |innovation hubs|science and technology clusters|science and technology cluster|s t clusters|st clusters
        |tech cluster|tech clusters|tech hub|tech hubs|technology hub|technology hubs|hotspot|hotspots
        |innovation hotspots
        |innovation hotspot|innovation city|innovation cities|metropolis|metropolises|metro areas|regions in the top
        |ecosystem|ecosystems|clustres|cluster ones|top 100 cluster|top 100 clusters|ranked clusters|ranked cluster
        |ranked city|ranked cities|clustr|clustrs|innovation centers|innovation centres|innovation center
        |powerhouse|powerhouses|hot spot|hot spots|innovation powerhouse|tech city|tech cities|agglomeration
        |agglomerations
        |conurbation|conurbations|urban area|urban areas|innovation district|innovation region|innovation regions
        |area cluster|area clusters|metro area|metropolitan area|greater area""",
    Kind.COMPARE: """
        vs|versus|v|vss|compare|compares|compared|comparing|comparison|comparisons|against|stack up|stacks up
        |stack up against|stack up against each other|stack up against one another|stack up|shape up against each other
        |measure up against each other|fare against each other|hold up against each other|do against each other
        |stacks up against|match up|matches up|match up against|match up with|measures up|measure up
        |measure up against
        |next to|side by side|head to head|head-to-head|h2h|face off|compare to|compare with|compared to|compared with
        |alongside|compared against|relative to|in comparison|in comparison to|in comparison with|comparison of
        |comparison between
        |contrast|set against|up against|versus the|pit|put|put next to|weigh|weighed
        |order them|rank them|sort them|compare them|against each other""",
    Kind.COPULA: """
        is|are|was|were|be|been|does|do|did|do they|lies|lie|becomes|became|become|remains at|hes|shes|theyre|its at
        |does it|do we""",
    Kind.ECONOMIES: """
        country|countries|economy|economies|nation|nations|as a country|as an economy|as a nation|state in the index
        |country wise|countrywise|national|nationally|among countries|among economies|of all countries
        |members|member|member state|member country|member states|country ranking|country rankings
        |country league|country league table|country table|country list
        |economy ranking|countries ranking""",
    Kind.DATA: """
        profile|country profile|economy profile|factsheet|fact sheet|key figures|the profile|the figures
        |the numbers|the stats
        |data|dataset|datasets|database|numbers|figures|stats|statistics|records held|values|your data|the data
        |rankings held
        |tables|data set|data sets""",
    Kind.EDITIONS: """
        edition|editions|year|years|version|versions|the year|in the year|of the year|years worth|issue|issues""",
    Kind.LATEST: """
        latest|newest|the most recent|the latest|the newest|most recent|recent|most current|up to date
        |up-to-date|fresh|how fresh|oldest|earliest|how recent
        |how old|how current|how new is|how new are|how up to date|last updated|last update""",
    Kind.COVER: """
        cover|covers|covered|covering|go back|goes back|going back|far back|how far back|reach back|go|reach
        |available|on file
        |in store|loaded|supported|support|hold data|stored|exist|exists|existed|start|starts|started|begin
        |begins|began
        |does it go|do they go|it go|start from|data go|included years|in there data|started existing|inception
        |existence""",
    Kind.COME_FROM: """
        come from|comes from|came from|coming from|stem from|stems from|happens|happens in|originate|originates
        |originate from|originates from
        |attributed to|attributed|ascribed to|credited to|credited with|credit|credits
        |originating from|are from|is from|sourced from|taken from|derived from|hail from|based in|located in
        |attributable to|accounted for by|contributed by|produced by|filed by|generated by""",
    Kind.HAVE: """
        have|has|had|having|got|manage|managed|manages|hold|holds|held|holding|home to|host|hosts|hosted|contain
        |contains|contained|there|own|owns
        |owned|possess|possesses|possessed|boast|boasts|boasted|count on|feature|features|featured|get|gets|getting
        |has got|have got|had got|located|situated|represented|show up|shows up|showed up|exist in|sport|sports
        |occupy|occupies|occupied|occupying|took|take|takes|taken|got into|gotten|file|files|filed|produce
        |produces|produced|generate|generates|generated|register|registered|earn|earned|claimed|bagged|secured
        |scored with|snagged|achieved|achieve|obtained|obtain|received|grabbed
        |occupied the|contains the|written|wrote|write|writes|authored|author|authors|penned|raise|raises|raised
        |raising
        |invested|spent|happen|take place|takes place|took place|put out|puts out|churn out|churns out|pump out
        |pumps out
        |turn out|turns out|deliver|delivers|delivered|enjoy|enjoys|command|commands|rack up|racks up|racked up
        |collect
        |collects|collected|pull in|pulls in|pulled in|rake in|rakes in|bring in|brings in
        |submit|submits|submitted|apply for|applies for|applied for|create|creates|created|supply|yield|yields
        |counted among|numbered among|find themselves|finds itself|found itself|be at|is sitting|assign|assigned
        |assign to|assigned to|gave|give to|gave to|given to|award|awarded|attribute to""",
    Kind.REACH: """
        just scraped in|scraped in|scrape in|squeezed in|just squeezed in|just made it|only just made it
        |barely made it|sneaked in|snuck in
        |make the list|made the list|makes the list|making the list|make the ranking|made the ranking
        |makes the ranking
        |make our list|made our list|the cut|make the cut|made the cut|makes the cut|making the cut|on it|in it
        |in there|make it in there
        |make|makes|made|making|make it|makes it|made it|make it in|made it in|makes it in|make it into|made it into
        |makes it into|make it to|made it to|makes it to|make the|made the|reach|reaches|reached|crack|cracks|cracked
        |break into|breaks into|broke into|broken into|feature in|features in|featured in|appear in|appears in
        |appeared in|qualify|qualified|ended up|end up|ends up|ending up
        |wound up|winds up|turn up|end|finish up""",
    Kind.HOW_MANY: """
        how many|how many different|how many distinct|how-many
        |number of|count of|count|counts|the number of|how many of|total number of|amount of
        |the amount of
        |quantity of|cluster count|tally|tally of|number of the|the count of|how many of the|in how many|how numerous
        |totals of|what number of|and how many|total count|total count of|overall number of|exact number of
        |who many|absolute number|in absolute numbers|in absolute terms
        |nr of|nr of the|no of|num of|number of the|how many do|in total how many""",
    Kind.HOW_MUCH: """
        how much|how-much|how highly|how high|how low|how strong|how far up|how far down|how well
        |how good|how bad|how far
        |how high up|how deep|how badly|how much of|how strongly|how low down|to what extent|how great|how poorly
        |who much""",
    Kind.INNOVATIVE: """
        innovative|innovation|innovates|innovate|inventive|innovating|innovator|innovators|innovation wise""",
    Kind.SCORE: "score|scores|scored|points|point|innovation score|scoring|score of|innovation scores|mark",
    Kind.AT_LEAST: """
        at least|minimum|no fewer than|no less than|or more|a minimum of|minimum of|not fewer than
        |not less than""",
    Kind.MORE_THAN: "more than|greater than|in excess of|upwards of",
    Kind.FEWER_THAN: "fewer than|less than|smaller than",
    Kind.AT_MOST: "at most|no more than|not more than|up to|maximum of|a maximum of|or fewer|or less",
    Kind.LARGE: """
        biggest|largest|bigger|larger|greatest|greater|how big|how large|most sizeable|hardest|furthest|farthest
        |sharpest
        |steepest|fastest|quickest|huge|massive|deepest|how sizeable|major|of the biggest""",
    Kind.SMALL: "smallest|smaller|tiniest|littlest|slightest",
    Kind.LIST: """
        show the|show me the|show us the|give me the full|show me the full|full|the full|the whole|the entire
        |whole|entire|the complete
        |got a list|got a list of|is there a list of|have a list of|a list of
        |list|best first|in order|in order of rank|by rank|sorted by rank|list all|list of|list out|all|all of
        |all the|enumerate|name|name all|every|every single|names of|the names of
        |full list|full list of|complete list|line up|lineup|the lot|run through|list me|rundown|overview
        |overview of""",
    Kind.MARGIN: """
        how much ground|how large is the distance|how big is the distance|how far is the distance|distance between them
        |how large is the distance between them|how big is the distance between them|gap between them
        |how big is the gap between them|how large is the gap between them|difference between them
        |how large is the difference between them|how big is the difference between them|distance between the two
        |gap between the two|difference between the two|the distance|how large is the difference
        |how big is the difference|how wide is the difference
        |big gap|large gap|wide gap|huge gap|how wide is the gap|how large is the gap|how much of a gap|gap in rank
        |how many places lie|how many ranks lie
        |by how much|by how many|by how many places|by how many positions|by how many ranks|by how many spots
        |how many places
        |how many positions|how many spots|how many ranks|how many rungs|difference|differences
        |difference between|gap|gaps
        |gap between|the gap|how far ahead|how far behind|how far apart|how far above
        |how far below|how much higher|how much lower|how much better|how much worse|margin|apart|separate|separates
        |distance in ranks|distance in ranks between|distance in places
        |separated|separating|lies between|lie between|how much ahead|how much behind|how big is the gap|lead over
        |difference in rank|rank difference|places between|ranks between|positions between""",
    Kind.MEMBER: """
        belong|belongs|belonged|belong to|belongs to|belonging to|belongs with|part of|a part of|in which|inside
        |member of
        |counted in|counted with|counted as|counted to|counted under|counted towards|count as|counts as
        |counts for|count under|counts under|counts to|counts towards|fall under|falls under|falls in|falls into
        |fall in
        |fall into
        |grouped with|grouped under|grouped together|grouped together with|grouped in with|grouped into|lumped in
        |lumped in with|lumped together|lumped together with|lumped with|lumped into|bundled with|bundled into
        |merged with
        |merged into|put with|put together with|combined with|together with|same cluster as|in the same cluster as
        |same cluster|its own cluster|own cluster|a cluster of its own|separate from|separate cluster
        |assigned to|filed under
        |under which|into which|i live in|included in|contained in|within the cluster|comprised in|subsumed under
        |includes|include|comprises|comprise|encompasses|encompass|be counted|its own|am i in|home cluster
        |nearest cluster|closest ranked cluster|nearest ranked cluster
        |closest cluster|associated with|attached to|count noida|count with""",
    Kind.METHOD: """
        comparable|comparability|can be compared|be compared|method|methods|methodology|methodologies
        |methodological|measured|measure|measures|measuring|measurement
        |calculated|calculate|calculates|calculation|calculating|computed|compute|computes|computation|based on
        |consist of|consists of|weighted|weight|weights|weighting|weightings|indicator|indicators|variable|variables
        |metric|metrics|inputs used|what counts|ranked on|taken into account|take into account|takes into account
        |count towards|counts towards|method break|break in method|how it works|how this works|how does it work
        |ranked by|criteria|criterion|assessment|evaluated|evaluate|evaluates|evaluation|rated on
        |taken into consideration|computed from|rank based|ranked based on|ranking based|ranked according to
        |how do they rank|scored on
        |gets counted|get counted|included in the score|goes into the score|go into the score|based on what""",
    Kind.MAKING: """
        work|works|use|uses|using|used|built|built on|build|go into|goes into|go in|goes in|made up of|made of
        |put together|compiled|compile|compiles|constructed|construct|established|come up with|came up with
        |comes up with|arrived at|arrive at|worked out|work out|derived|derive|looked at|look at when|looks at
        |matter|matters|play a role|plays a role|relevant|relevance|important for|influence|influences|influenced
        |feed into|feeds into|fed into|contribute|contributes|contributes to|contribute to|flows into the
        |enters into|rationale|approach|procedure|scheme|system|mechanics|formula|formulas|algorithm
        |goes on behind|under the hood|basis|based|sorted|sorted by|factor|factors|decide|decides|decided|considered
        |consider|considers|define|defined|definition|judged|judge|judges|counted|included|assessed|assess|assesses
        |established|data used|determine|determines|determined|ingredients|component|components|composition
        |composed of|system behind|mean|means|meaning|stand for|stands for|meant by|explanation|explained
        |thing made|runs|operates|maintains|organises|organizes|issues""",
    Kind.MORE: "more|many more|as many|as many as|as much|additional",
    Kind.MOST: """
        most|the most|the highest number|highest number of|largest number of|biggest number of|the majority
        |the greatest number
        |than anyone|than anybody|than everyone|than everybody
        |than anyone else|than anybody else|than any other|than anywhere else|than everyone else
        |than any other country|than any other cluster|than any other economy|than any other city|than all others""",
    Kind.LEAST: "least|fewest|the least|the fewest|lowest number of|smallest number of",
    Kind.LESS: "less|fewer",
    Kind.NOT: """
        not|no longer|isnt|arent|wasnt|werent|doesnt|didnt|dont|hasnt|havent|no more|not anymore|cannot|cant
        |nowhere near
        |not a single|not one|not any|no single
        |no way|theres no way|there is no way|aint""",
    Kind.EXCEPT: """
        except|except for|excepting|excluding|excludes|exclude|excl|without|without counting|not counting|other than
        |besides|beside|apart from|aside from|leaving out|leave out|leaving aside|leave aside|ignoring|ignore
        |setting aside|but not|but not in|disregarding|save for|barring|with the exception of|not including|non""",
    Kind.BEYOND: "outside|outside of|out of reach of|not in|not within|not among|not even in",
    Kind.ONLY: "only|the only|sole|the sole|only the|merely|the only one",
    Kind.OR: "or|and|with|between|rather than|as opposed to|along with",
    Kind.PILLARS: """
        pillar|pillars|area|areas|dimension|dimensions|category|categories|discipline|disciplines|strengths
        |weaknesses
        |strength|weakness|strengths and weaknesses|strong points|weak points|strong point|weak point
        |strong suit|weak spot
        |weak spots|strong side|weak side|strong sides|weak sides|pillar scores|pillar ranks|pillar by pillar
        |seven pillars|the seven pillars|all pillars|all the pillars|all seven pillars""",
    Kind.PERSONAL: "i|my|mine|you|your|we|our|he|she|his|her|they|them|am|im|hers|yours|myself|ours|id|ive",
    Kind.RANK: """
        in which position|in which place|in which rank|in what position|in what place|in what rank|on which place
        |on which position|on what place|at which position|at which place|at which rank|under which rank|under what rank
        |under which number|which rank does it come under|
        did they rank|do they rank|did wipo rank|does wipo rank|they rank|they ranked|they placed|they put|they place
        |league position|league place|league spot|seat|the seat of
        |status|the status of|status of|standing of|rank check|rank check for
        |rank|ranks|ranked|rankings|rank number|position|positions|positioned|positioning|place|placed|placing
        |placings|spot|spots|stand|stands|standing|stood|sit|sits|sitting|sat|come|comes|came|finish|finishes|finished
        |fare|fares|faring|fared|doing|done|does it do|placement|placements|standings|rating|ratings|rated
        |perform|performs
        |performing|performed|performance|slot|slotted|rung|where abouts|whereabouts|order|ordered|listed
        |list position
        |land|end up|ends up|ended up|looking|ranking at
        |placing at
        |located at|situated at|ranking position|current ranking|ranking place|number in the ranking|ranked number
        |numbered|chart position|row|placeings|rankin|ranq|grade
        |is there a number for|is there a rank for|is there any rank for|do you have a number for|got a number for
        |got a rank for|which number|what number|just the number|only the number|just a number""",
    Kind.RANKING: """
        your list|your ranking|your table|your rankings|your chart|your index|
        ranking|index|gii|table|leaderboard|leader board|chart|charts|innovation index|global innovation index|top 100
        |top hundred|the hundred|wipo|cluster ranking|cluster rankings|clusters ranking|world ranking|sub-index
        |sub index
        |subindex|top100|gii ranking|gii index|innovation ranking|innovation rank|innovation rankings
        |innovation index ranking
        |the list|the ranking|league table|wipo hundred
        |wipo ranking|wipo index|wipo list|wipo report|gii report|the report
        |report|wipo gii
        |scoreboard|the rankings|the charts|global ranking|cluster list|cluster table|the full list|top 100 list
        |global rankings|global innovation ranking|city ranking|hundred clusters|100 clusters|top 100 ranking
        |of the hundred|wipo thing|that wipo thing|wipos list|gii list|gii table
        |innovation cluster ranking|clusters list""",
    Kind.SHARE: """
        good for|%|percent|per cent|percents|percentage|percentages|pct of|cut|cut of|chunk|chunk of|pie|world total
        |the world total
        |share|shares|share of|proportion|proportions|fraction|fractions|portion|portions|part|slice|slices
        |of the world
        |of world|of global|of the worlds|of all|of worldwide|of all the|account for|accounts for|accounted for
        |accounts
        |global|worlds|globally|go to|goes to|went to|going to the|responsible for|concentrated|concentration
        |how concentrated|lands in|held by|attract|attracts|attracted|attracting|dominant|how dominant|dominance
        |represent
        |represents|make up|makes up|making up|made up by|planets|of the planets|of the planet|end up in|ends up in
        |flows to|flow to|flows into|flowing into|taken by|compared to the world|compared to the rest of the world
        |out of the world total|comes out of|come out of|came out of|filed by|filed in|published by|produced by
        |produced in
        |generated by|owned by|controlled by|belongs to|belong to|received by|raised by|raised in|secured by|done in
        |captured by|capture|captures|contribution|contributions|contributed by|in the hands of|sit in|stem
        |stems|big a chunk
        |how big a chunk of|how big a share of|what part of|which part of|large a share|how large a share of
        |how much percent|how big is the share of|quota""",
    Kind.SUM: """
        add up|adds up|adding up|add together|adds together|tot up|add up the|adds up the|if one adds up
        |if you add up|if we add up|if one sums up
        |combined|together|total|totals|in sum|sum|sum of|summed|summed up|added up|cumulative|cumulated
        |between the two of them|between them|taken together|put together|jointly
        |aggregate|collective|collectively|all together|put together with the others
        |altogether|added together""",
    Kind.SOURCE: """
        under what licence|under which licence|under what license|under which license|licence|license|licensed
        |where is your data from|where is the data from|where is this data from|where does the data come from
        |where does your data come from|where do you get your data|where does this data come from|data source
        |is this official|official data|official source|official wipo data|is it official|official numbers|cite
        |cited|citing|citation|citations|reported|reports|link|links|quote|quotes|source|sources|sourcing
        |sourced
        |evidence|says who|who says|who said|where did you get|where do you get|where did they get|where do you have
        |where did you find|where did you take|proof|prove|proves|origin|origins|reference|references
        |according to whom
        |according to who|from where|get that|get that from|getting this from|get this|get this from|get it from
        |how do you know|how do you know that|how can you know|how reliable|reliable|reliability|trustworthy
        |how trustworthy
        |how sure|how certain|how accurate|accurate|accuracy|back up|backs up|backed up|back that up|receipts
        |documented
        |documentation|attested|verified|verifiable|who reported|basis for|backing|provenance|bibliography|footnote
        |where does that come from|how official|where is that from|whered you get|where from|says what
        |who confirms""",
    Kind.THAN: "than|then|as",
    Kind.WHERE: """
        where can|where could|where would|where might|where abouts is|where on earth is|where the hell is|where
        |where is|where are|where was|whereabout|at what|where exactly""",
    Kind.WHICH: """
        which|what|what is|which one|which ones|what are|what was|what were|which of|which of them
        |which of the two|whatever|whichever""",
    Kind.WHO: """
        which organisation|which organization|which body|which institution|whoever|whoever is|who|whom|who is|who are
        |who was|who else""",
    Kind.WILL: """
        will|would|going to|going to be|gonna be|wont|ll be|about to|set to|projected|predicted|forecast|forecasted
        |foreseen|anticipated""",
    Kind.WORST: """
        props up the table|prop up the table|propping up the table|props up the ranking|props up the list
        |bad at|weak at|poor at|worst at|bottom of the pile|bottom of the heap|bottom of the list
        |bottom of the ranking|foot of the table
        |at the foot of the table|brought up the rear|bring up the rear|bringing up the rear|close the ranking
        |closes the ranking|closing the ranking|close the list|closes the list|rounds off the list|round off the list
        |tail end of the list|tail end of the ranking|the tail end|lowest down|furthest down
        |at the very end of the list
        |worst|bottom|last|lowest|weakest|last place|dead last|poorest performing|worst ranked|worst placed
        |lowest ranked
        |lowest placed|at the bottom|at the very bottom|the very end|at the very end|at the end|tail end
        |at the tail|rear
        |bringing up the rear|brings up the rear|laggard|laggards|worst performing|wooden spoon|rock bottom|rockbottom
        |last ranked|bottom ranked|worst performers|worst performer|red lantern|tail|bottom of the table""",
    Kind.HOW: "how|how exactly|in what way|how come that",
    Kind.WHY: "why|how come|whys|what for|for what reason|reason|reasons|what caused|cause of|because of what",
}
"""Phrases by meaning, parted by bars."""
