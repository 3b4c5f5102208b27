"""Signs of other scripts that are written in two ways, folded into one: people type the one or the other."""

from __future__ import annotations

_TRADITIONAL = (
    "亞倫側偉傑備傳債傷僑僱儀億優儲儷兒內兩冊凱別剛創劃劉劍劑劇動務勝勞勢勵勳匯區協卻厭參叢吳員問啟單喬喪"
    "嗎嘯國圍園圓圖團執堅報場塊塗塵墾壇壓壘壢壩壯壺壽夢夾奧奪奮妝娛婁婦媽嬰學孫寧實審寫寬寵寶將專尋對導屆"
    "屬岡島峽崗嶺嶼嶽巒巔巖帥師帳帶幣幫幹幾庫廁廈廚廟廠廢廣廬廳強彈彎彙從復徹恆恥悅惡愛愨愷態慘慣慶憂憑憲"
    "懷戀戰戲戶拋掃掛採換揚搖損搶撫擁擇擊擔據擬擴擺攔攜攝敗敵數斷時晉晝暈暢曆曉書會東條楊極楓榮構槍樂樓標"
    "樞樣樹橋機檔檢檳權欄歐歡歲歷歸殘殺殼毀氣漢決沒況洩洶浹涼淚淨淵淺減渦測渾湊湯溝溫滄滅滬滯滲滾滿漁漲漸"
    "漿潔潛潤澀澤濃濕濟濤濱濾瀋瀏瀾灃灑灘灣災為烏無煉煙煩熱燈燒營爐爭爺爾牆狀狹獎獨獲獵獻瑪環現瓊產畢畫異"
    "當疊療癡發皺監盤盧眾睜矯硯確碼磚礎礦禍禮禿種稱穀積穩窩窪窮竄競筆筍節範築簡簽籃籌籠粵糧約紅紋納紐純紗"
    "紙級紛細終組結絕統絲經綠維綱網緊線編緬緣縣縱總績織繩繼續罷羅羈義習聖聞聯聰聲職聽肅腦臉臟臨臺與興舊艦"
    "艱藝華莊萊葉蒼蓋蓮蔣蔭蕭薊薩藍藥蘆蘇蘭處號虧蝦蟲衛衝補裝製複襲見規視親覺觀覽計訂討訓託記許設訪診証評"
    "詞試詩話該詳語誠說誤請諸諾謀謝證識譯譜議護讀變讓讚豐貝負財貢貨販貫責貴買費貿賀資賓賢賣賴贈贊贏趙趕跡"
    "踐躍車軌軍軒軟軸較載輔輕輛輝輪輯輸轄轉辦農遠邊還連進過運達違遙遜適遲選遺遼邁郵鄉鄒鄧鄭鄰醫釋釣鈞鈴銀"
    "銅銘銳鋒鋼錄錢錦錫鍋鍵鎖鎮鏡鐘鐵鑄鑒長門閃閉開閏閒間閔閣閩閱闊關陝陣陰陳陸陽隊階際隨險隱隴難雙雜離雲"
    "電靈靜韋韓響頁頂項順須頓預領頭頻題額顏願類顧顯風飛飯飲館饒馬馮駐駕駛駱騎騰驅驗驚驛體髮鬥鬧魚魯鮑鮮鯨"
    "鳥鳳鳴鴨鴻鵬鶴鷹鹽麗麥麵麼黃點黨齊齋齒龍龐龜橫後於裏裡沢浜広関県戸豊桜徳気鉄辺滝塩渋総図対変沖栄檯闆"
    "囉敘"
)
_SIMPLIFIED = (
    "亚伦侧伟杰备传债伤侨雇仪亿优储俪儿内两册凯别刚创划刘剑剂剧动务胜劳势励勋汇区协却厌参丛吴员问启单乔丧"
    "吗啸国围园圆图团执坚报场块涂尘垦坛压垒坜坝壮壶寿梦夹奥夺奋妆娱娄妇妈婴学孙宁实审写宽宠宝将专寻对导届"
    "属冈岛峡岗岭屿岳峦巅岩帅师帐带币帮干几库厕厦厨庙厂废广庐厅强弹弯汇从复彻恒耻悦恶爱悫恺态惨惯庆忧凭宪"
    "怀恋战戏户抛扫挂采换扬摇损抢抚拥择击担据拟扩摆拦携摄败敌数断时晋昼晕畅历晓书会东条杨极枫荣构枪乐楼标"
    "枢样树桥机档检槟权栏欧欢岁历归残杀壳毁气汉决没况泄汹浃凉泪净渊浅减涡测浑凑汤沟温沧灭沪滞渗滚满渔涨渐"
    "浆洁潜润涩泽浓湿济涛滨滤沈浏澜沣洒滩湾灾为乌无炼烟烦热灯烧营炉争爷尔墙状狭奖独获猎献玛环现琼产毕画异"
    "当叠疗痴发皱监盘卢众睁矫砚确码砖础矿祸礼秃种称谷积稳窝洼穷窜竞笔笋节范筑简签篮筹笼粤粮约红纹纳纽纯纱"
    "纸级纷细终组结绝统丝经绿维纲网紧线编缅缘县纵总绩织绳继续罢罗羁义习圣闻联聪声职听肃脑脸脏临台与兴旧舰"
    "艰艺华庄莱叶苍盖莲蒋荫萧蓟萨蓝药芦苏兰处号亏虾虫卫冲补装制复袭见规视亲觉观览计订讨训托记许设访诊证评"
    "词试诗话该详语诚说误请诸诺谋谢证识译谱议护读变让赞丰贝负财贡货贩贯责贵买费贸贺资宾贤卖赖赠赞赢赵赶迹"
    "践跃车轨军轩软轴较载辅轻辆辉轮辑输辖转办农远边还连进过运达违遥逊适迟选遗辽迈邮乡邹邓郑邻医释钓钧铃银"
    "铜铭锐锋钢录钱锦锡锅键锁镇镜钟铁铸鉴长门闪闭开闰闲间闵阁闽阅阔关陕阵阴陈陆阳队阶际随险隐陇难双杂离云"
    "电灵静韦韩响页顶项顺须顿预领头频题额颜愿类顾显风飞饭饮馆饶马冯驻驾驶骆骑腾驱验惊驿体发斗闹鱼鲁鲍鲜鲸"
    "鸟凤鸣鸭鸿鹏鹤鹰盐丽麦面么黄点党齐斋齿龙庞龟横后于里里泽滨广关县户丰樱德气铁边泷盐涩总图对变冲荣台板"
    "啰叙"
)
"""Chinese characters that occur in names of places, and what they are in mainland China; last come Japanese forms."""

_SPELT_TWICE = {
    # Hindi and Marathi write English vowels with a sign of their own or with the nearest of the old ones.
    "ॉ": "ो", "ॅ": "े", "ऑ": "ओ", "ऍ": "ए", "ँ": "ं",
    # Long and short vowels are told apart by few who write a foreign name.
    "ी": "ि", "ू": "ु", "ई": "इ", "ऊ": "उ",
    # The length of a katakana vowel or consonant; borrowed names are written with it or without.
    "ー": None, "ッ": None,
}  # fmt: skip

_SILENT = (
    (0x05F3, 0x05F4),  # the Hebrew signs for foreign sounds and abbreviations
    (0x0E47, 0x0E4E),  # Thai tone marks, and the sign over a letter that is not spoken
)

OTHER_SCRIPTS: dict[int, str | None] = {
    **{ord(old): new for old, new in zip(_TRADITIONAL, _SIMPLIFIED, strict=True)},
    **{ord(sign): other for sign, other in _SPELT_TWICE.items()},
    **{sign: None for first, last in _SILENT for sign in range(first, last + 1)},
}
"""For `str.translate`, after decomposition."""
