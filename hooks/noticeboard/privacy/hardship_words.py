"""The words of who deals with an illness, a bereavement, a petition or a hardship, and of what is done about it."""

from __future__ import annotations

from noticeboard.patterns import pattern_of
from noticeboard.privacy.marked_words import marked, unmarked
from noticeboard.sign_table import SignTable

DOER_LABEL = pattern_of(
    r"(?:负责|责任|联系|联络|受理|监督|主讲|主持|承办|经办|协办|接待|提案|附议|报告(?=人)|(?<![\u4e00-\u9fff])报告|记录(?=[人员])|(?<![\u4e00-\u9fff])记录|审核|评审|评议|(?<!病假)(?<!产假)审批|填表|填报|拟稿|签发|制表|授课|策划|执笔|召集|组织|牵头|分管|值班|陪同|走访(?=[人小组])|慰问(?=[人小组员])|摄影|撰稿|供稿|作者|讲师|教练|调解(?=[人员])|受理|倡议(?=[人者])|签名|代理|评委|指导|发言|组长|主任|主席|委员|队长|成员|律师|医[师生]|专家)(?:人员?|者|单位|领导|教师|老师|同志|小?组)?\s*[：:（(—-]\s*[^，。；：:]{0,12}$"
)
"""Before a name it says who answers for something: 责任人：, 主讲：.

Many of its words are acts as well: here each is a label, which takes what stands before and behind it, and not every act is one.
"""
_ACTS = (
    r"拾[到得获金]|捡到|送还|修[好复理缮]|保障(?!金)|确保|面对|应对|谈(?=如何|怎|谈|体会|感受|心得|学习)|◦看望|◦走访|慰问|◦探望|探视|吊唁|◦负责|◦主持|◦主讲|讲[解授座述话课]?|说明|宣[讲传]|◦介绍|分享|◦汇报|(?<![被全])通报(?!批评)|报告|(?<![工操动])作[了为]?(?!业)|◦组织|开展|参[加与观]|带[领队]|(?<![功效几比频概汇利税产])率|代表|◦陪同|◦接待|受理|(?<!自己)(?<!自行)处理(?!通报|决定)|调解(?!书)|办理(?!离婚|丧|后事|病退|[入住出]院)|◦经办|承办|◦审核|◦登记|统计|◦培训|指导"
    r"|解[读释答决]|答[疑复]|提[出案]|◦附议|建议(?!穿|手术|住院|复|休|转院|进一步|静养|尽快)|主编|擅长|撰写|创作|朗诵|表演|扮演|饰(?![品物面])|出演|演[出讲示]|拍摄|荣?获(?!悉|准)|当选|担任|兼|◦分管|◦联系|捐|义[诊务卖]|◦坐诊|◦门诊|支援|服务|照[顾料]|(?<!偿)补[课习]|理发|护理|护送|救护|帮助|帮扶|资助|救助(?!金)|关[心爱注]|学习|研究"
    r"|发放|送(?!医|往|进|到|至|[^，。；]{1,5}最后一程)|◦预防|防治|筛查|设计|推荐|制作|整理|填[写报]|编[写印制]|采购|购买|值(?:班(?!室)|守)|◦牵头|◦召集|医[生师]|•护士|•专家|•教授|•律师|•咨询|克服|不怕|完成|协助|跟进|配合|祝[贺福]|恭喜|写(?!信|检|保证|悔|遗|着|的是)|读|唱|画|◦摄影|◦作者|来源|◦供稿|记录|列席|出席|裁判|担纲|执教|任教|领[取奖]|救出|救起|扶起|•志愿|结对|驻村"
    r"|查[处获纠]|劝[阻导解说]|模拟|制止|阻[止拦]|拦[下住]|扑[灭救]|抢[修险]|宣读|传达|布置|部署|动员|鼓励|号召|评[选上]|评为(?![一二三四五六七八九十0-9]+级)|聘为|授予|推选|任命|改编|编排|主演|出版|发表|翻译|采写|排练|演练|创办|示范|接生|转交|归还|上交|主讲"
    r"|主责|•报销|询问|了解(?!到)|(?<![支帮])教(?!学|育|[师练职会堂徒])|缓解|陪伴|问(?!题)|希望|认为|呼吁|倡议|提醒|提高|增[加设]|设立|改善|完善|扩大|降低|取消|汇总|强调|要求(?=做|各|全)|化解|调[研停]|•上课|维修|检修|检查(?!出|发现|时|结果|异常)|排除|•论文|课题|征文|作品|文章|微课|课例|教案|(?<![因列定断作视评称认诊行查途由型别况病])为|权益|保护|包含|排查|摸底|核实|收集|公布|公示"
)
"""What a person does for others. A word behind ◦ names who deals with hardships too, one behind • who helps."""
_MEMORY = "纪念|诞辰|周年"
_TALK = "讲座"
ACTS = pattern_of(unmarked(_ACTS))
"""What a person does for others; what comes behind it befell somebody else."""
ACTING = pattern_of(
    f"{_TALK}|{_MEMORY}|{marked(_ACTS, '◦')}"
    "|带队|讲解|慰问了|演示|经手|宣讲|宣传|值班|诊疗|提案人|办理人|核查人|填表|报告人|记者|通讯员|事迹"
)
"""What those do who deal with hardships; who does it is no case of one."""
REMEMBERED = pattern_of(
    _MEMORY
    + "|扮演|饰演|剧中|台词|情景剧|读书(?:沙龙|会|分享)|(?:坐|出|停)诊|门诊(?:时间|表|安排)|缅怀|学习[^，。]{2,4}(?:同志|院士|先生|精神|事迹)|院士|的故事|先进事迹(?=材料|宣传|展|报道)|文豪|文学家|思想家|科学家|小说家|剧作家|音乐家|画家|鲁迅(?!生)|白求恩|雷锋|焦裕禄|黄继光|邱少云|王进喜|屈原|杜甫|李白|苏轼|曹雪芹|岳飞|贝多芬|祥林嫂|孔乙己|阿Q|闰土|林黛玉|贾宝玉|薛宝钗|王熙凤|刘姥姥|孙悟空|猪八戒|唐僧|鲁智深|诸葛亮|曹操|窦娥冤|杜十娘|孟姜女|白娘子|华佗|扁鹊|李时珍|孙思邈|张仲景|葛朗台|霍金|保尔|^[^，。：]{0,12}(?:分工|职责|任务)[：:]|烈士|先驱|先烈|就义|起义|革命|磨课|(?:写[出下成]|创作|著有?|[讲读演唱排])了?《|人物|《[^》]{0,20}》[中里]?的?(?:主人公|主角|作者|读书|阅读|书评|摘)|(?:大赛|竞赛|比武|技能赛|练兵)[^，。：:]{0,6}[：:]|(?:推荐|共读|[阅品导荐]读|荐书|读书|读后|观看|放映|影片|电影|小说|名著|剧目)[^，。]{0,6}《"
)
"""Of those in history, no colleague is told of."""
HELPING = pattern_of(
    f"{_TALK}|{marked(_ACTS, '•')}"
    "|送教|保健|义诊|政策|急救|参保|保险|[病疾]险|医师|医生|科主任|先进|优秀|模范|电影|诗歌|运动会|冠军|比赛|竞赛|捐款|募捐|义卖"
)
"""What those do who help, and works about them: by a short line of such words nobody is told to be ill."""
GENERIC = pattern_of("困难(?:教职工|职工|教师|会员|学生|家庭|群众|党员)|贫困(?!认定)|低收入|帮扶|复查")
"""What names a group of people, and of nobody in it a case."""
_TRADITIONAL = "張劉陳楊黃趙吳孫馬鄭謝許韓馮鄧蕭蔣葉蘇呂盧鍾譚陸賈韋鄒閻龍賀顧錢嚴孔湯羅華癥癱殘艱難補醫療術腫喪離婚訴訪舉報獨貧災傷職慰問"
_SIMPLIFIED = "张刘陈杨黄赵吴孙马郑谢许韩冯邓萧蒋叶苏吕卢钟谭陆贾韦邹阎龙贺顾钱严孔汤罗华症瘫残艰难补医疗术肿丧离婚诉访举报独贫灾伤职慰问"
_NARROWED = SignTable(dict(zip(map(ord, _TRADITIONAL), _SIMPLIFIED, strict=True)))


_CLASS = pattern_of(r"[（(]([0-9]{1,2})[）)](?=班)")
"""初二（4）班: the brackets part nothing."""


def simplified(text: str) -> str:
    """`text` with those traditional characters made simple that surnames and reasons are written in, and 初二（4）班 without brackets; as long as before."""
    return _CLASS.sub(r"0\g<1>0", _NARROWED.translate(text))
