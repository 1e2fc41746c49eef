"""What somebody does for others, between a person and what befell: then it befell those others."""

from __future__ import annotations

from functools import lru_cache

from noticeboard.patterns import pattern_of
from noticeboard.privacy.hardship_words import ACTS

_DONE_TO = pattern_of(
    r"送|发放|慰问|帮扶|救助|资助|帮助|捐|提供|申请|协助|看望|探望|办理|领取|处理|通报|公示|公布|组织|关心|答复|调解|作出|给予|决定|问询|询问|讯问|谈话|核[实查]|回访|探访|宣[布读]|提[出起]|评[定审议]|登记"
)
"""What is done for or about the person told of, who does nothing then: 给某某发放."""
_UNITS = pattern_of(
    "(?:检修|维修|抢修|护理|宣传|服务|接待|组织|研究|采购|医务|检查|救护|保护|质检|教[学务研育]|设计|制作|编[辑组]|演出|登记|统计|审核|护士|送[货变水餐]|值班|[门急]诊|医[疗务]|摄影|[采排]练|支援|供[稿应])"
    "(?:大?[班队组科室部处站段所院台局股岗]|车间|中心|分会|公司)"
)
"""Units that are called by what is done there."""
_SERVES = pattern_of(
    "义诊|坐诊|调解(?!书)|建档|拾[到获]|捡[到获]|强调|传达|宣读|提醒|呼吁|倡议|号召|部署|动员|讲(?!话不)|宣|课|捐|献|获|奖|值班|走访|看望|慰问|探[望视]|家访|主[持讲]|负责|接待|陪同|带[队领]|检查|调研|指导|代表|组织|服务|帮|救(?!助)|医[生师]|护士|专家|律师|志愿|参[加赛]|当选|出演|担任|任[职教]|评[为上]|表演|报告|汇报"
)
"""What somebody does who serves others: what is told behind it, in another clause, are others' matters."""
_HONOUR = pattern_of(
    "授予|荣[获立]|立功|[一二三]等功|获[^，。；]{0,12}(?:奖|称号|[冠亚季]军)|评为(?![^，。；]{0,4}(?:级|差|不))|表[彰扬]|嘉奖|颁奖|获?第[一二三四五六七八]名|晋级|夺[冠得]|[被受]聘"
)
"""What somebody is honoured for is nothing that befell."""
_OTHERS_OWN = pattern_of(
    "(?<![与和跟被将把给对为])(?:[把将]|对手|老人|乘客|群众|患者|病人|伤者|路人|市民|居民|游客|顾客|村民|儿童|失独老人)$"
    r"|(?:[母奶黄水公耕小]牛|牛犊|犊牛?|[母公仔生种小]猪|[母公小种]羊|羊羔|[警猎]犬|[小流]浪?[猫狗]|[小母]鸡|幼崽|鱼苗|树苗|果树|麦苗|机器|设备|机床|[压换热水流制]器|电缆|轴瓦|水泵|风机|空调|路灯|围墙|玻璃|货物|纸箱|房间|屋顶|电机|电梯|井盖|护栏|管道|水管|线路|阀门|锅炉|轴承|铺子|仪[器表])[^，。；]{0,4}$"
    r"|(?<![是为系有中里有养])[0-9一二两三四五六七八九十几多][名位只头匹群][^，。；的员工师家]{0,3}$"
)
"""Right before what befell: it befell those; animals, things, and somebody (照看一名发烧的小乘客) too."""
_FARTHEST_OWN = 16
_SPEAKS = pattern_of("[^，。；：“]{0,6}(?:说|讲|道|提醒|强调)[：:]?“(?![^”]{0,60}(?:我|俺|咱家|自己))")
"""Who is quoted, but for a word of himself, speaks of others."""
OFFICERS_DO = pattern_of("策划|提交|核算|申请互助")
"""What is done to whom, or by whom, who deals with a matter."""


def is_others(gap: str) -> bool:
    """Whether what stands between a person and what befell says that it befell others."""
    return _OTHERS_OWN.search(gap, max(0, len(gap) - _FARTHEST_OWN)) is not None or (
        "“" in gap and _SPEAKS.match(gap) is not None
    )


def acts_in(text: str) -> bool:
    """Whether somebody does something for others in `text`; the name of a unit is no deed: 检修班."""
    return ACTS.search(_UNITS.sub("", text)) is not None


def acts_beyond_care(text: str) -> bool:
    """The same, but for what is done about the one whom it befell: 慰问, 处理."""
    return acts_in(without_care(text))


def without_care(text: str) -> str:
    """`text` without what is done about the one whom it befell."""
    return _DONE_TO.sub("", text)


def serves(clause: str) -> bool:
    """Whether an earlier clause says that somebody serves others, so that the next one tells of those."""
    return acts_in(clause) and _SERVES.search(clause) is not None


@lru_cache(maxsize=1)
def last_honour(sentence: str) -> int:
    """Where the last honour of `sentence` begins; -1 for none. Asked of one sentence again and again."""
    return max((found.start() for found in _HONOUR.finditer(sentence)), default=-1)
