"""What befalls a person and is nobody else's business, in words that say it alone: illness, death, divorce, need, petition, punishment.

Nearly all are plain words: they stand in the tables of `words`, a class a file. Here are those that take a pattern, because of what
stands beside them or between; each list holds patterns of one kind, parted by blanks, and each begins with a plain sign or a set of
some. What takes two words to say stands in `condition_pairs`.
"""

from __future__ import annotations

from noticeboard.patterns import pattern_of
from noticeboard.privacy.marked_words import by_first_sign
from noticeboard.privacy.word_tables import WordTable, words_of

_SICKNESS = "".join(map(chr, range(0x7592, 0x7676))).translate(
    dict.fromkeys(map(ord, "疗疫疲疵痕痴瘦癖瘾痛疼病症疾痧瘪"))
)
"""The signs written with 疒: nearly all of them are illnesses, however rare; the others are told by what stands beside them."""
_ILLNESS = r"""
    [外内伤骨瘤产液经化吸肾]科(?=看望|慰问|探[望视]) 血[糖压脂][^，。；\s]{0,2}[高低] 孕[0-9一二三四五六七八九十]+个?多?[月周] 症(?![状结])(?<![对临特]症)
    患(?![者处难得儿])(?<![隐后内外水边灾]患) 生病(?<![学医]生病) 突发[^，。；\s]{0,4}病 得了?[^，。；\s]{0,6}(?:癌|病|瘤|炎|症)
    手术(?!刀)(?<!助产手术) 移植(?<=[肝肾肺髓脏胞膜官]移植) 血小板(?<!献血小板) 积水(?<=[肾脑肺胸腹盆]积水) 工伤[一二三四五六七八九十0-9]+级
    接受[^，。；\s]{0,6}治疗 正在[^，。；\s]{0,4}治疗 住[省市县区][^，。；\s]{0,4}院(?!长)
"""
"""Illness, injury, and what is done about them."""
_SYMPTOM = r"""
    疾(?![控病速驰风呼步书])(?<!残疾)
    病(?![房区院例历毒理菌虫害原因床症榻友种假号从急根态变除句坚情]|”)(?<![心之带]病)(?<![看治防疾职慢常发通诟语弊毛除祛得生大抗传百重患者]病)
    [体身腰][重高围脂][^，。；\s]{0,3}[0-9]{2} [做拍][^，。；\s]{0,2}(?:CT|核磁|B超|彩超|胃镜|肠镜)
    [无不没难][法力能以便](?:正常|坚持|继续|再)?(?:上班|工作|干活|劳动|行走|走路|自理|承担|支付|负担|偿还|生活|说话|下[床地]|动弹|出[车门勤工])
    [送住转][^，。；\s]{0,8}(?:医院|卫生院|急诊|骨科|诊所)(?![^，。]{0,10}[看慰探讲培体义参交联工学坐志采])
    [去到][^，。；\s]{0,8}(?:医院|卫生院|急诊|骨科|诊所)(?:看病|检查|治疗|复查|住院|挂号|拍片|打针|开药) 120(?=[急送拉接抢])
    休养(?!所|活动|院|基地|团|通知|报名)(?<![疗]休养) 做[了完过]?[^，。；\s]{0,6}手术 动[了过]?[^，。；\s]{0,2}手术 血压[0-9]{3}
"""
"""Signs of illness, tests, pregnancy, accidents."""
_DEATH = r"""
    失去[^，。；\s]{0,2}(?:[父母]亲|[妻子女夫]|伴侣|老伴) 终年(?=[0-9一二三四五六七八九]) [父母][^，。；\s]?亲?走了
    [父母爸妈人夫子伴婆公爷奶姥]亲?[^，。；]{0,6}(?:走了|没了|不在了|走得[突匆急太])
"""
"""Death and mourning."""
_FAMILY = r"""
    前[夫妻](?![^，。；\s]{0,2}[期后]) 留守儿童(?=之|，) 家[里中][^，。；\s]{0,2}闹
"""
"""Marriage and family."""
_NEED = r"""
    借款[^，。；\s]{0,8}未[还清] 脱困(?=人员|职工|户|名单|家庭) 送温暖(?=[^，。：\n]{0,3}名单) 房屋?[^，。；\s]{0,2}全毁
    房屋[^，。；\s]{0,2}(?:受损|倒塌|被毁) 家境[^，。]{0,2}困难 欠[^，。；\s]{1,2}债 家[中里][^，。]{0,4}出了?事 遭遇[^，。；\s]{0,4}诈骗
    月收入[^，。]{0,4}不[足到]
"""
"""Need and debt."""
_PETITION = r"""
    信访(?:台账|登记|记录)(?=[：:]) 来信(?=及) 反映的[^，。；\s]{0,14}(?:问题|情况)(?=[^，。]{0,6}(?:答复|处理|核查|调查|回复))
    来信来访(?=[处办]理[单表意情结]) [来信上]访(?=[件案]?(?:[处办]理[单表意情结]|答复|回复|转办|交办|件\s))
    [到向去找][^，。；\s]{0,8}(?:信访|纪委|仲裁|劳动|法院|监察|热线|报社|电视台|上级|总部)[^，。；\s]{0,4}(?:反映|告|投诉|申诉|讨|要说法|闹|举报)
    [与和跟][^，。；\s]{0,6}(?:公司|单位|厂|学校|校方|厂方)[^，。；\s]{0,10}(?:争议|争执|纠纷|仲裁) 写信(?:告|举|反|给[^，。；]{0,6}[领厂校纪局])
    反映(?=[^，。；\s]{1,10}(?:问题|情况|意见)的) 举报(?![^，。；]{0,4}(?:隐患|奖)) 来访(?=[反要诉事]) 来信(?=的|一事) [来写]信[^，。；]{0,3}反映
    反映[^，。；]{0,8}(?:的(?:答复|处理|核查|调查)|拖欠|不公)
"""
_PUNISHED = r"""
   
    被(?![评选授推聘任表吸录邀派抽誉称列确提认命采接批发大同学孩亲公收编刊转广安分调晋纳增补特树感记打追]|[^，。；\s]{0,8}(?:先进|优秀|标兵|模范|奖|称号|为[^，。]{0,4}[员长师]))
    被(?:发现|调[离岗整查]|分手|认定[^，。；\s]{0,4}(?:责|违|工伤)|转院|记[过大]|打|接[走回]|列[入为](?:失|黑|重点|帮|困|特|建|低))
    [打骂][她他](?=[，。；]|$|[^的]) 闯红灯(?=[^，。]{0,2}撞) [打踢扇推]了?(?:学生|同事|领导|组长|班长|顾客|乘客|患者|家长)
    取消(?=[^，。；\s]{0,10}(?:资格|称号|评优|待遇)) 违反(?=[^，。；\s]{0,6}规[程定])
    扣[罚除发]?[^，。；\s]{0,4}[0-9一二三四五六七八九十两半]+(?:元|个月|天|%) 扣[^，。；\s]{0,4}(?:奖金|绩效|工资)
    撤销(?=[^，。；\s]{0,12}(?:资格|职务|称号)) 写[^，。；\s]{0,2}检查 无故[^，。；\s]{1,6} 违规[^，。；\s]{0,8}(?:处理|查处)
"""
"""Breaches, offences, and what follows them."""
_ADVERSE = r"""
    害[她他](?=[，。]|$) 总[说觉][^，。]{0,4}[人声鬼] 服用[^，。；]{0,6}药 火情(?=[^，。]{0,6}[罚被处]) [听视肢智精言多][力体神语重][一二三四]级
    未完成(?=[^，。]{0,6}[指任考定]) 功能[^，。]{0,3}(?:受限|障碍|受损|减退) 骗(?<![防反]骗)(?!术|局|案) 盗(?<!防盗) 窃(?<!防窃)
    赌(?<![禁戒防反]赌) 辱(?<!荣辱) 诈(?<![反防]诈) 伪(?<!真伪) 倒[在地](?=[^，。]{0,4}[地上里]|，|。)
    [送告]别(?=[^，。]{0,4}(?:[\u4e00-\u9fff]{2,4}(?:同志|老师|先生|女士|师傅))) 祭(?=奠|日|文) 愧(?!是|为)(?<![无不问]愧)
    骚扰(?<!防骚扰) 穷(?![尽乐游])(?<![无层]穷) 苦[命楚日](?<![辛艰]苦日) [警民]警(?=[^，。]{0,4}(?:到场|处置|带|抓|调解|上门))
    护工(?=[^，。]{0,3}(?:照|费)) 离[家开](?=[^，。]{0,3}(?:出走|人世|我们(?!车间|班|厂|单位|部门|公司|学校|科|团队|岗位))) 转移(?=到[肺肝脑骨淋]|了|至) 扩散(?=[到至了])
    [早中晚]期(?=[，。）)]|$) 心理(?:测评|评估|咨询|辅导|干预|治疗)(?=报告|记录|结果|档案) 担保[^，。]{0,4}[没未]
    移[送交](?=[^，。]{0,4}(?:司法|公安|交警|警方|检察|纪委))
"""
"""Morphemes of crime, shame and grief, in whatever compound."""
_ABSENCE = r"""
    病假(?![率类制规管两三二一超以期审批]|代课|工资|待遇|\s?[0-9]{1,3}[人例]) 丧假[^，。；]{0,2}[0-9一二三四五六七八九十]+天
    病假(?=[^，。；]{0,6}[0-9一二三四五六七八九十两半]+个?[天日周月年])
"""
"""Leave that tells its reason."""
_PAPERS = r"""
    病历(?<!错题病历)(?!首页|[^，。；\s]{0,4}[室科])
"""
"""What is on paper about one person."""

_TOPIC = (
    r"(?:的)?(?:[^，。；：、\s（()）]{0,2}(?:先进|优秀|标兵|模范|能手)|防[治控护]?|预防|筛查[^异结出]|筛查$|知识|讲座|科普|宣[传讲教]|[保]?险|互助金?(?:的|申请|管理|计划|活动|保障[^理])|保障(?:计划|金|办法|政策|水平|法)|津贴|标准|政策|制度|办法|条例|规定|流程|预案|程序|须知|指南|法规|暂行"
    r"|[门诊急外内骨]?科(?![学目员])|病?[房区]|刀(?![划割伤砍刺])|(?:保健|康复)?操(?![作心劳])|式|间(?!谍|[0-9])|医院|中心医院|研究|专家|专科|医师|医生|护士|康复操|疫苗|高发|风险|隐患|死亡率|发病|率|日(?![^，。]{0,3}[前后因住])|周(?=活动|宣传|$)|月活动|热线|电话|[邮信]?箱|渠道|接待|受理|办(?!理)|室|局|委员|调解|工作|机制|队伍|活动|基金|协会|联合会|联(?!系)|人保障|人就业|患者提前|警示|教育|案例|案件|法|台账|总数|件数|数量|人数|人次|情况统计|统计|宝典|手册|必访|期满即"
    r"|[^，。；：、\s（()）]{0,4}(?:讲座|科普|知识|宣传|急救|流程|材料|时间|条件|范围|演[练示]|报销|规定|政策|办法|提案|帮扶(?:中心|工作|先进|资金|提案)|谱)|占|检查|承诺|签名|体协|艺术|慰问(?:工作|品|标准|流程|由|中)|专干|公益|事业|文化|应急|演练|征文|主题|专题|志愿|康乐|儿童乐园|学校|运动会|车位|通道|解读|领取|发放|下发|查询|模板|组织|安排)"
)
_GROUP = r"(?:的)?(?:[女男]|退休|在职|离退休)?(?:教职工|职工|教师|员工|会员|患者|病人|人员|人士|群体|群众|家庭|学生|子女|儿童|老人|者|对象|户|工友|车辆|司机|幼儿)"

_KINDS = (_ILLNESS, _SYMPTOM, _DEATH, _FAMILY, _NEED, _PETITION, _PUNISHED, _ADVERSE, _ABSENCE, _PAPERS)


def _any_of(*kinds: str) -> str:
    """A pattern's text of all words of `kinds`."""
    return "|".join(" ".join(kinds).split())


TABLES = (
    "illness",
    "mind",
    "birth",
    "death",
    "family",
    "need",
    "petition",
    "complaint",
    "discipline",
    "papers",
)
WORDS = WordTable((*words_of(*TABLES), *((sign, ()) for sign in _SICKNESS)))
"""The plain words by which it is told; whether a person is meant, says what stands around them."""
CIRCUMSTANCE = pattern_of(by_first_sign(_any_of(*_KINDS)))
"""Those that take a pattern."""
PETITION = pattern_of(f"{'|'.join(word for word, _ in words_of('petition'))}|{_any_of(_PETITION)}")
"""What somebody does to others or others handle: told of a person only where the sentence says whose it is."""
TOPIC = pattern_of(_TOPIC)
"""Behind such a word it is a matter that is spoken of, and nothing that befell anybody: 乳腺癌防治, 信访接待日."""
GROUP = pattern_of(_GROUP)
"""Behind such a word it names a group of people: 住院职工, 困难家庭."""
GROUPS = pattern_of(
    "残疾人|特困|低保|贫困户|困难户|帮扶对象|救助对象|单身母亲|单亲妈妈|(?:困难|特困|低保)(?:职工|教职工|教师|家庭|户)"
)
"""What names a kind of people: somebody belongs to it only where the sentence says so."""
MOURNED = pattern_of("(?:沉痛)?(?:悼念|哀悼|吊唁)")
"""What stands right before the name of the dead."""
