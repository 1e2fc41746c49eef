"""Persons' names in Chinese: by the common surnames, with the words left out that only begin like one."""

from __future__ import annotations

import re

from noticeboard.patterns import pattern_of
from noticeboard.privacy.given_names import GIVEN, NEVER
from noticeboard.privacy.ordinary_words import BEGIN_WORDS, CALLED_SO, WHOLE_WORDS
from noticeboard.privacy.surnames import DOUBLE, PARTICLES, PLAIN, RARE, WORDLIKE

SURNAMES = PLAIN + WORDLIKE + PARTICLES + RARE
_DOUBLE = "|".join(DOUBLE)
NAME = rf"(?:(?:{_DOUBLE})[\u4e00-\u9fff]{{1,2}}|[{SURNAMES}](?:[ \u3000]?[\u4e00-\u9fff]){{1,2}})"
"""Regular expression of two to four characters that may be a name; `is_name` leaves out those that are words."""

COMMON_SURNAMES = frozenset(PLAIN)
"""Surnames that begin few other words: what is not parted from its neighbours is a name only with one of these."""
DOUBLE_SURNAMES = frozenset(DOUBLE)

ETHNIC_UNPARTED = pattern_of(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[员工师长友志的了给为对叫和与跟由是生任]))(?:阿[依不卜布迪力]|买[买合]|麦麦|艾[力尼合买斯]|努尔|吐尔|热[合依]|木[合拉]|依布|亚[森库]|库尔|玉素)[\u4e00-\u9fff]{1,3}?(?:丽|江|提|尔|汗|别克|[娜木曼买拉]|$)"
    r"|(?:扎西|次仁|旺堆|格桑|央金|尼玛|达瓦|白玛|平措|顿珠|多吉|桑吉|才让|卓玛|索朗|娜仁|乌兰|斯琴|萨仁|敖登|呼和|特木|布仁|朝鲁|其木)(?:卓玛|次仁|央金|拉姆|平措|多吉|顿珠|旺堆|才让|罗布|德吉|措姆|高娃|图雅|其其格|琪琪格|巴特尔|格日勒|花|木尔|格)"
    r"|(?:呼格|苏日|宝音|巴雅|阿拉坦|阿拉|朝格|孟根|敖特根|乌日|哈斯|恩和|青格|巴图|那日|塔娜|德力)(?:吉乐|吉勒|吉勒图|图雅|娜|尔图|乐图|巴根|巴特尔|高娃|其木格|其其格|图|苏|汗|达来|仓)"
)
"""Names of other peoples that no dot parts."""
_ETHNIC = pattern_of(r"[\u4e00-\u9fff]{2,6}·[\u4e00-\u9fff·]{2,10}")
_SPACED = pattern_of(
    rf"((?<![\u4e00-\u9fff0-9）)])[{SURNAMES}]|(?<=[员工师长任记席事人队组科班室部处])(?![师席班])[{PLAIN}{WORDLIKE}])([ \u3000]{{1,3}})([\u4e00-\u9fff])"
)
"""王　芳: names of two characters are set as wide as those of three. Within words such a blank parts them: 王明 病假."""
_WHOLE = pattern_of(NAME)
_ANYWHERE = pattern_of(f"(?=({NAME}))")
_WORDS = pattern_of(
    r"青春|干部|廉[政洁租价]|方[框格]|贺兰山|常常|第五[期届次章条组名轮批节周局场个分支年版款项类位号天]|金[标发使支管由及共每按]|解[组员职群基情老]|封[面闭存顶锁控条号]|祖[父母国孙籍传宗辈]|乌[龙黑云鲁]|赖以|贝[壳类多]|郁[闷金结]|杭州|檀香|水[痘肿管电平果质表泵温产利库池杯费位源暖]|广[大场东西州泛告播交]|洪[水涝]|卓越|骆驼|高[一二三]|章[程节法]|柳[树州絮]|宫[颈腔外内]|毛囊|房[颤室]|石膏|关节|白[斑癜塞]|单[核纯]|麻[疹痹醉]|黄[斑褐体疸]|牛皮|平滑|安[胎眠]|甘油|胡桃|简[易单]|水[痘肿]|左[心肺肾肝腿臂]|江湖|"
    r"高血[压脂糖]|高龄|高校|高[中等级度温危额]|白血病?|白内障|黄疸|马上|万[元一]|安[全排置保装心]|金[额秋融]|成[员立果本为绩人年功就效长]|时[间候常]|方[案便式法面向]"
    r"|明[确细显年天]|文[体件明化艺书字]|向[上全外内本]|关[于爱心怀注系]|应[当急该付]|单[位亲身独项]|严[重格肃禁]|解[决除释困答]|和[谐其平睦]|司[机法]|管[理委]|房[屋租产贷]|车[祸辆费间]"
    r"|全[体校年部市县家员程面额县]|师[生德资傅范]|商[议业品定]|路[费线]|费用|计[划算]|项目|任[务教课何职]|包[括含干]|文[化娱]|康复|施[工行教]|温[暖馨]|平[时安均]|宁[夏波]|江[苏西]|于[是其]"
    r"|成[都]|纪[念律检委]|连[续同]|经[费办济]|常[见规住年委务态用任备设会驻]|齐全|余[额人名]|尚[未有]|左右|游[泳园]|明[年]|游戏|党[员委支组政内]|武[术汉]|金[牌]|钱[款物]|莫名|查[看体房]|冷[水]|米面|边[远]"
    r"|卫[生健]|宗旨|荣[誉获]|席[位]|古[典]|简[介历报单]|边防|季[度节]|景[点]|符合|舒[适心]|章[程节]|申[请报领诉]|欧洲|易[地燃]|史[料]|兰[州]|关节|蓝[球天]|华[东北南侨]|盛[夏]|盛大(?![海山伟军])|冉冉|路途|龙[舟头]"
    r"|陈述|许[可多]|严防|谢[谢绝]|顾[问客]|毛[巾笔线]|夏[季令天日]|秦[皇]|石[油膏家]|贺[卡信年]|段落|江[南北]|白[天色班]|田[径间]|万[事]|汤圆(?!圆)|汤[饭药品]|牛奶|庄重|童[年]|凌晨|梅[花雨]|毕[业竟]|霍乱|成因|曲目|车位"
    r"|温[度州]|孙[子女]|祝[贺福愿]|孔[子庙]|艾滋|沙[发龙]|何[时种]|程[度序]|苏[州醒]|张[贴挂]|周[一二三四五六日末边年岁期转]|钟[点表]|丁香|明[白德]|时限|全员|林[业场]|罗[列]|曾[经任用]|董事|杜[绝]|余下|范[围例]|任[期]|方[针]|付[款出清]|邮|简易|尤其|和[平]|容|应[对聘]|时期|萧山|王[国子牌冠者朝室]|张[开力]|刘海|陈[列旧设]|杨木|杨树(?!林)|黄[金色昏河土]|周[期围到边密]|徐徐|马[路达拉克]|胡[同须]|何[况人地]|林[地区]|郑重|许愿|曾[获在]|肖像|田[间园]|田野(?=[\u4e00-\u9fff])(?!同志|老师|师傅)|余[名人元次]|叶子|苏醒|任[命免]|钟头|陆[续军]|付诸|江[西河]|雷[锋雨]|龙头|陶[瓷冶]|贺[喜词]|顾[虑]|毛病|高[标品低效温考速档质强血达]|白[衣求细]|方[可向]|于[上今昨本近日每各]|和[各有本]|全[系镇心意村组队程期场院司团]|周[次课起]|双[周月赢休]|单[周月元项]|包[汤粽饺解放]|安康[保杯]|敬老|花[名册培沙艺]|权益|满[三一两年期勤]|秋冬|红[歌五旗]|青蓝|高峰[时期]|高[年雅素风龄铁]|阳光[直普宝]|符里|练[师本兵]|舒展|解放思|国[庆优]|原[公方订]|随[迁全手]|时[有发]|项[中工数]|余[力安愉项]|武初|江公|章立|惠三|连起|夏[装送]|马甲|严[于控]|万人|从教|党工|劳模|范文|查账|计献|陈出|王医|曾[有一多被因为是]|有[一]|冬送|成一|成标|明[家方]|文日|段方|程安|翁精|顾之|米接|敬老|时任|向[社各市省区]|从[事此]|何谓|农[民业村历]|花[费卉园生木钱坛样]|云[南计端]|巴[士]|牧[业民]|井[盖冈然]|惠[民及州]|寿[命星]|贡献|晋[升级职江]|幸[福运]|储[备蓄物]|隆[重冬]|弘扬|衡[量]|束缚|阴[雨天]|薄[弱膜]|常[听说]"
)
_OFFICES = pattern_of(
    r"(?:主任|主席|校长|书记|部长|组长|委员|主管|老师|教师|同志|职工|师傅|员工|会员|处长|科长|园长|厂长|经理|医生|医师|护士|教授|律师|专家|科|组|处|部|室|会|队|班|校|厂|县|市|区|省|镇|乡|村|街|路|关于|对于|由于)$"
)


def begins_word(text: str) -> bool:
    """Whether `text` begins with a common word that only looks like a name: 高血压, 金额."""
    return text[:3] in WHOLE_WORDS or _WORDS.match(text) is not None


def is_name(written: str) -> bool:
    """Whether `written` is a name by itself; 张*三, 张某某 and 张老师 are none."""
    bare = re.sub(r"\s", "", written)
    return bool(_ETHNIC.fullmatch(bare) or ETHNIC_UNPARTED.fullmatch(bare)) or (
        may_be_name(bare) and surname_of(bare) not in RARE and not is_word(bare) and likeness(bare) >= 0
    )


def may_be_called(written: str) -> bool:
    """Whether `written` is a name, or a word by which some are called: for a cell, or the first word of an entry."""
    return is_name(written) or written in CALLED_SO


def is_word(bare: str) -> bool:
    """Whether `bare`, which ends where it ends, is a word: 时间 and 时间表 are, 时光荣 only begins like one."""
    return begins_word(bare) and (len(bare) < 3 or bare[:3] in WHOLE_WORDS or not GIVEN.issuperset(bare[1:]))


def with_spaced_names_joined(text: str) -> str:
    """`text` with 王　芳 as 王芳, as long as before: the blank stands behind the name."""
    return _SPACED.sub(r"\1\3\2", text)


def may_be_name(bare: str) -> bool:
    """Whether `bare` begins with a surname, and is no office and no mask."""
    return bool(_WHOLE.fullmatch(bare)) and not _OFFICES.search(bare) and "某" not in bare


def holds_name(text: str) -> bool:
    """Whether a name begins anywhere in `text`."""
    return any(is_name(found[1]) for found in _ANYWHERE.finditer(text))


def surname_of(name: str) -> str:
    """The surname that `name` begins with."""
    return name[:2] if name[:2] in DOUBLE_SURNAMES else name[0]


def likeness(name: str) -> int:
    """How much like a name `name` looks by itself, from -5 to 4: by its surname, and the characters of its given name."""
    surname = surname_of(name)
    given = name[len(surname) :]
    if not given or not NEVER.isdisjoint(given):
        return -5
    if len(surname) > 1:
        return 2 + sum(sign in GIVEN for sign in given)
    points = 2 if surname in COMMON_SURNAMES else 0 if surname in PARTICLES else 1
    if surname in RARE:
        points = 0 if len(given) > 1 else -2
    if len(given) > 1 and given[0] == given[1]:
        return points + len(given)
    points += sum(1 if sign in GIVEN else 0 if surname in COMMON_SURNAMES else -1 for sign in given)
    if name[:2] in BEGIN_WORDS:
        points -= 2 if len(given) > 1 and GIVEN.issuperset(given) else 3
    return points
