"""The words of everyday questions in French, Spanish, German, Portuguese, Chinese, Japanese and Korean."""

from __future__ import annotations

from bot.questions.free.marks import Kind

FOREIGN: dict[Kind, str] = {
    Kind.MARGIN: """
        quantas posições|quantos lugares|cuántos puestos|cuantos puestos|cuántas posiciones|combien de places
        |wie viele plätze""",
    Kind.SINCE: "desde|depuis|seit",
    Kind.NOT: "nicht|nicht mehr|ne|pas|plus dans|no está|não|kein|keine",
    Kind.STAY: "noch|noch immer|immer noch|toujours|encore|todavía|todavia|sigue|aún|aun|ainda",
    Kind.INNOVATIVE: """
        innovador|innovadora|innovadores|innovant|innovante|innovants|innovative|innovativste|innovativsten
        |innovatives|innovativ|inovador|inovadora|inovadores""",
    Kind.MOVE: "evolucionado|ha evolucionado|cambió|cambio|changé|a changé|verändert|entwickelt|evoluiu|mudou",
    Kind.DOWN: """
        bajó|bajo|ha bajado|cayó|cayo|perdió|perdio|descendu|est descendu|a perdu|perdu|reculé|gefallen
        |gefallen ist|abgestiegen|verloren|verschlechtert|fiel|fällt|caiu|desceu|perdeu|piorou""",
    Kind.UP: """
        subió|subio|ha subido|subir|sube|mejoró|mejoro|monté|est monté|monte|a progressé|progressé|gagné
        |gestiegen|gestiegen ist|aufgestiegen|verbessert|gewonnen|stieg|steigt|subiu|subiram|melhorou|ganhou""",
    Kind.BEST: """
        meilleur|meilleure|meilleurs|meilleures|les meilleurs|mieux classé|mieux classés|premier|première
        |premiers|premières
        |mejor|mejores|primero|primera|primeros|primeras|los mejores|beste|besten|bester|bestes|die besten
        |führend|führende
        |führenden|spitze|spitzenreiter|melhor|melhores|primeiro|primeira|primeiros|primeiras|numero uno|número uno
        |el numero uno|el número uno|o número um|o numero um|número um|numero um|numéro un|nummer eins|platz eins
        |erster|erste|ersten|erstes
        |führt|führt an|lidera|lideran|va primero|mène|en tête|tête du classement|top mondial
        |líder|leader mondial|campeão|campeón""",
    Kind.WORST: """
        pire|pires|dernier|dernière|derniers|peor|peores|último|última|últimos|schlechteste|schlechtesten
        |letzter|letzte|letzten|pior|piores""",
    Kind.CLUSTERS: """
        ville|villes|ciudad|ciudades|stadt|städte|cidade|cidades|pôle|pôles|pole|poles|grappe|grappes|clúster
        |clústeres
        |clústers|clusteres|innovationscluster|innovationszentren|pôles dinnovation|polos|polo|aglomerado
        |aglomerados""",
    Kind.COMPARE: """
        comparer|compare moi|comparez|comparaison|compara|comparar|compárame|comparame|comparación|compare|vergleiche
        |vergleich|vergleichen|vergleich mal|verglichen|comparação|compara me|comparando|gegen|contre|contra|gegenüber
        |face à|frente a|im vergleich|im vergleich zu|par rapport à|comparado con|comparado com""",
    Kind.AHEAD: """
        va por delante|va delante|va adelante|va en cabeza|van por delante|weiter vorne|weiter vorn|weiter oben
        |liegt weiter vorne|liegt weiter vorn|steht weiter vorne|steht weiter vorn|vai na frente|sai na frente
        |passe devant|devant|lequel est devant|devance|mieux|meilleur que|mieux que|plus haut|plus haut que|por delante
        |por delante de
        |va mejor|delante|delante de|adelante|más alto|mejor que|liegt vorne|liegt vorn|vorne|vorn|besser
        |besser als|höher
        |vor|na frente|à frente|à frente de|mais alto|melhor que|melhor do que|supera|dépasse|ganha|gewinnt
        |gagne""",
    Kind.RANK: """
        몇 위|몇 등|몇 번째|rang|rangs|rango|position|place|classé|classée|classés|classées|classement de|combientième
        |classée combien|classé combien|est classée combien
        |combientieme|quantième
        |se trouvait|trouvait|se situait|se classait|occupe|occupait|se trouvent|se situent|se encuentra|se encontraba
        |se situe|situe|situé|située|se classe|se trouve|figure|puesto|posición|posicion|lugar|ocupa|quedó|quedo|queda
        |anda|clasificado|clasificada|se ubica|ubicación|puestos|platz|platzierung|platziert|stelle|steht|stehen|stand
        |liegt|lag|wievielter|wievielte|wievielten|wievieltes|rangiert|platzierungen|posição|posicao|colocação
        |colocacao
        |classificação de|classificado|classificada|fica|ficou|está|esta|tá|ta|estava|estaba|estás|estão|queda
        |colocado
        |colocada|ranqueado|ranqueada|belegt|belegte|einnimmt|abschneidet|schnitt|é combien|il est combien
        |est combien""",
    Kind.RANKING: """
        indice de innovacion|indice de inovacao|indice global de inovação|indice global de inovacao
        |indice mundial de innovacion|indice global de innovacion
        |índice global de inovação|índice global de innovación|índice mundial de innovación
        |indice mondial de linnovation|lindice mondial de linnovation|lindice
        |globaler innovationsindex|globalen innovationsindex|classement
        |classements|clasificación|clasificacion|rangliste|rankings|classificação|classificacao|liste|lista
        |tabelle|tabla|tabela|índice|indice|bestenliste|palmarès|palmares
        |índice de inovação|índice de innovación|indice de innovación|indice de linnovation|indice dinnovation
        |innovationsindex|índice mundial de inovação""",
    Kind.WHERE: "où se trouve|où se situe|où se classe|où|ou se|où est|où se|dónde|donde|wo|onde|dónde está|adonde",
    Kind.WHICH: """
        c koi|quel|quelle|quels|quelles|quel est|quelle est|lequel|laquelle|lesquels|cuál|cual|cuáles|cuales|qué|que
        |welcher|welche
        |welches|welches sind
        |welchem|welchen|was|qual|quais|quel rang|cest quoi|quoi|à quel|à quelle|en qué|en que|em que""",
    Kind.WHO: "qui|qui est|quién|quien|quiénes|wer|wer ist|quem|quem é",
    Kind.HOW: "comment|cómo|como|wie",
    Kind.HOW_MANY: """
        몇 개|combien de|combien|cuántos|cuantos|cuántas|cuantas|wie viele|wieviele|wie viel|quantos|quantas
        |nombre de|número de
        |anzahl|anzahl der|numero de""",
    Kind.HAVE: """
        a|ont|possède|compte|tiene|tienen|hay|hat|haben|gibt es|tem|têm|existem|há|y a t il|il y a|cuenta
        |besitzt""",
    Kind.COPULA: """
        est|sont|était|étaient|es|son|era|fue|é|são|foi|ist|sind|war|waren|está|están|eran|fueron|eram|foram""",
    Kind.LIST: "toutes|tous|todos|todas|alle|alles|liste de|lista de|liste der",
    Kind.OR: "oder|ou|o|et|und|e|y|mit|avec|con|com|entre|zwischen|ou bien|ni|u",
    Kind.THAN: "als|que|do que",
    Kind.ECONOMIES: "pays|país|países|paises|land|länder|staaten|nation|économie|économies|economía|economías",
    Kind.MOST: "le plus|le plus de|plus de|más|mas|el más|meisten|die meisten|mais|o mais|am meisten",
    Kind.FILLER: """
        dire|me dire|nous dire|pourriez vous me dire|pourrais tu|pourrais tu me dire|pouvez vous nous dire
        |auriez vous|me dites|msm|mesmo|mesma|mismo|misma|grad|grade|halt|eben|eigtl|digga|nochmal|noch mal|bitteschön
        |wesh|frérot|du coup|hein|pra|pro|tbm|tb|né|kkk|kkkk|vlw|valeu|blz|galera|cara|gente|xfa|xfi|porfavor|che|tío
        |cest|cest qui|le|la|les|l|de|du|des|d|un|une|en|au|aux|à|dans|el|los|las|una|del|al|der|die|das|den|dem
        |ein|eine|einen
        |einem|im|auf
        |zu|zum|von|vom|os|as|uma|do|da|dos|das|na|no|nos|nas|em|mundo|monde|mondial|mondiale|welt|weltweit
        |mundial|por
        |para|pour|par|sur|se|ce|cet|cette|ces|me|moi|nous|mir|mich|uns|il|elle|er|sie|ele|ela|lo|su|seu|sua|ihr
        |sein|bitte
        |bitte schön|danke|dankeschön|vielen dank|hallo|moin|servus|guten tag|svp|stp|sil te plaît|sil te plait
        |sil vous plaît
        |sil vous plait|merci|merci beaucoup|bonjour|salut|coucou|hola|oye|buenas|buenos días|buenos dias
        |gracias|por favor
        |porfa|porfis|olá|ola|oi|obrigado|obrigada|pf|pfv|por gentileza|donne|donne moi|donnez moi|dis moi|dites moi
        |pourriez vous|pourriez vous me donner|peux tu|peux tu me dire|pouvez vous|pouvez vous me dire|montre
        |montre moi
        |montrez moi|je voudrais savoir|je veux savoir|savez vous|sais tu|dame|dime|dígame|muéstrame|muestrame|podrías
        |podrias|me podrías decir|me podrias decir|puedes decirme|puedes|quiero saber|quisiera saber|decir|sabes
        |enséñame
        |zeig|zeig mir|zeige|zeige mir|zeig mal|mal|sag|sag mir|sag mal|gib|gib mir|nenn|nenne|nenn mir|könntest du
        |könntest du mir|könntest du mir bitte sagen|kannst du|kannst du mir|können sie|können sie mir|könnten sie
        |weißt du|weiß jemand|ich möchte wissen|ich will wissen|sagen|mich interessiert|gerade|aktuell|derzeit
        |jetzt|heute
        |denn|eigentlich|doch|so|me diga|diga|me dê|me da|me manda|manda|me mostra|mostra|mostre|donner
        |me donner|nennen|decirme|poderia|poderia me dizer
        |pode me dizer|pode|dizer|quero saber|queria saber|sabe|vocês|você|agora|hoje|actualmente|ahora|hoy
        |actuellement
        |maintenant|aujourdhui|en ce moment|atualmente|lieux|global|globalmente|mondialement|dann|da|dort|là|y
        |aquí|aqui
        |nummer|numéro|número|numero|global index|innovación|innovation mondiale|euh|alors|bon|bueno|pues|também
        |também na
        |tal|qué tal|und so|von allen|jahr|année|lannée|año|ano|edición|édition|ausgabe|edição""",
}
"""Phrases of languages written with spaces. Where English means something else by a word, English goes first."""

ONLY_FOREIGN = frozenset(
    [
        "le",
        "les",
        "du",
        "des",
        "une",
        "au",
        "aux",
        "à",
        "dans",
        "el",
        "los",
        "las",
        "del",
        "der",
        "die",
        "das",
        "den",
        "dem",
        "ein",
        "eine",
        "im",
        "auf",
        "zu",
        "von",
        "os",
        "uma",
        "na",
        "nos",
        "nas",
        "où",
        "dónde",
        "donde",
        "wo",
        "onde",
        "quel",
        "quelle",
        "quels",
        "quelles",
        "cuál",
        "cual",
        "qué",
        "que",
        "quién",
        "quien",
        "qui",
        "wer",
        "quem",
        "qual",
        "quais",
        "rang",
        "puesto",
        "posición",
        "platz",
        "lugar",
        "ville",
        "ciudad",
        "stadt",
        "cidade",
        "est",
        "es",
        "ist",
        "é",
        "está",
        "meilleur",
        "mejor",
        "mejores",
        "melhor",
        "melhores",
        "premier",
        "premiers",
        "primero",
        "primeros",
        "de",
        "svp",
        "stp",
        "porfa",
        "pfv",
        "bitte",
        "classement",
        "combien",
        "cuántos",
        "cuantos",
        "quantos",
        "wie",
        "y",
        "oder",
        "en",
        "ou",
    ]
)
"""Words that tell that "la" is an article and not Los Angeles."""


def _pieces(kind: Kind, pieces: str) -> dict[str, tuple[Kind, object]]:
    return dict.fromkeys(pieces.split(), (kind, None))


UNSPACED: dict[str, tuple[Kind, object]] = {
    **_pieces(
        Kind.RANK,
        """
        排名 名次 順位 순위 何位 第几 第幾 몇위 몇 等数 등수 랭킹 ランキング ランク 排第几 排第幾 排第 排在 排
        排多少 何番目 何番 몇번째 몇등
        第几名 第几位 第幾名 第幾位 第几啊 多少位 多少名 位置 위치 랭크 등 排行 排到 排在哪里 名列 位次
        ランクイン 第几个
        """,
    ),
    **_pieces(Kind.INNOVATIVE, "혁신지수 혁신 지수 글로벌혁신지수 イノベーション指数 イノベーション GII gii"),
    **_pieces(Kind.ECONOMIES, "국가 나라 国家 國家 国 經濟體 经济体"),
    **_pieces(Kind.AHEAD, "超过 超過 超越 超えた 넘었 앞질렀"),
    **_pieces(Kind.RANKING, "榜单 榜單 排行榜 排名榜 ランキング表 指数 指數 創新指數 创新指数 순위표 榜上 榜"),
    **_pieces(
        Kind.COMPARE,
        """
            比较 比較 비교 对比 對比 比一比 比べて 比べる 비교해줘 비교해 相比 対 대 比较一下 對比一下
            对比一下 比較して""",
    ),
    **_pieces(
        Kind.AHEAD,
        """
        更靠前 靠前 更高 高 排名高 比较高 比較高 比较前面 比較前面 领先 領先 更前 前面 在前 上 高い 上回る 높아
        높은 높은가 앞서 앞서나
        높나요 높아요 높습니까 높은가요 높을까요 높죠 높지 앞서나요 앞서요 앞서있나요 앞섭니까 앞설까요 앞서죠 앞에
        앞서는 앞 더 위에 더높아 强 更强 更好
        """,
    ),
    **_pieces(
        Kind.BEST,
        """
            前 トップ 上位 상위 톱 탑 ベスト 最好 最好的 最强 最強 最高 最佳 一番 一番良い 제일 제일좋은 가장
            좋은 최고 最优 首位 榜首 冠军 冠軍""",
    ),
    **_pieces(Kind.OR, "和 与 與 跟 同 と 과 와 랑 이랑 하고 还是 還是 或 或者 それとも 아니면 比 및 、"),
    **_pieces(
        Kind.WHICH,
        """
            哪 哪个 哪個 哪些 哪一个 どっち どちら どの 何 어느 어떤 什么 甚麼 什麼 무엇 뭐 中 중 중에 중에서""",
    ),
    **_pieces(Kind.WHO, "谁 誰 是谁 是誰 누구 누가 だれ 누구야"),
    **_pieces(Kind.WHERE, "哪里 哪裡 哪儿 在哪 在哪里 어디 어디가 どこ 어디에 何処"),
    **_pieces(
        Kind.HOW_MANY,
        "几个 幾個 多少个 多少個 いくつ 몇개 몇 개 有几个 有多少 有多少个 何個 いくつある 有幾個 数 개수 有几 几座",
    ),
    **_pieces(Kind.HAVE, "有 ある 있어 있나 있나요 있습니까 있니 あります いる 拥有 擁有"),
    **_pieces(Kind.CLUSTERS, "集群 クラスター 클러스터 群 创新集群 創新集群 科技集群 都市 城市 도시 聚落 クラスタ"),
    **_pieces(
        Kind.FILLER,
        """
        的 の は 是 在 を が 에서 의 은 는 이 가 을 를 名 个 個 개 ? ？ って 教えて 알려줘 几 多少 です か 世界
        세계 して する 해줘 年 년
        まで 위 입니까 야 で つ 吗 嗎 呢 啊 呀 吧 请问 請問 请 請 想知道 我想知道 告诉我 告訴我 现在 現在 目前
        今 今は 지금 현재 이야 인가요
        예요 이에요 에요 입니다 인가 나 요 ですか でしょうか ください て下さい 見せて 보여줘 보여 주세요
        궁금합니다 궁금해 궁금해요 가르쳐줘
        가 해주세요 上 全球 全世界 글로벌 一下 了 最新 里 裡 だ だよ 知りたい が知りたい に へ も 도 데 곳 位 座
        三名 たい 表示して 出して 에
        만 어때 排列 은요 는요 좀 年版 版 는데 こと 人 家 都
        """,
    ),
    **_pieces(
        Kind.FILLER,
        """
        죠 지요 예요 였나요 였어 였죠 였습니까 했나요 인지 부탁해요 부탁드립니다 부탁드려요 혹시 알고싶어요 싶어요
        싶습니다 알려주세요 주실래요 주시겠어요 되나요 이죠 인가요 お願いします お願い いただけますか もらえますか
        ます ました でしたか でした だった なの かな かしら なんですか ですかね 教えてください 教えてほしい
        麻烦 麻煩 谢谢 謝謝 能 可以
        告诉 告訴 请教 請教 帮我 幫我 看看 查一下 到底 究竟 您好 你好 こんにちは すみません 안녕하세요
        """,
    ),
    **dict.fromkeys(("올해", "今年", "本年", "금년", "今年度"), (Kind.EDITION, 0)),
    **dict.fromkeys(("작년", "去年", "昨年", "지난해"), (Kind.EDITION, -1)),
    **{numeral: (Kind.NUMBER, value) for value, numeral in enumerate("一二三四五六七八九十", start=1)},
    "两": (Kind.NUMBER, 2),
    "兩": (Kind.NUMBER, 2),
}
"""Pieces of text written without spaces (Chinese, Japanese, Korean with its particles)."""

NUMERALS = {
    "十": 10,
    **{numeral: value for value, numeral in enumerate("一二三四五六七八九", start=1)},
    "两": 2,
    "兩": 2,
}
"""Chinese numerals as they stand after "the first …"."""
