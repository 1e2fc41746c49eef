"""How colleagues speak of each other without a full name: by a surname with a role (王老师), or by a nickname (老赵)."""

from __future__ import annotations

from collections.abc import Container, Iterator

from noticeboard.patterns import pattern_of
from noticeboard.privacy.person_names import COMMON_SURNAMES, DOUBLE_SURNAMES, SURNAMES

ROLE = "老师|师傅|同志|女士|先生|教师|职工|同学|(?:副|教导|总务|政教|德育|年级|支部)?(?:主任|主席|校长|书记)|组长|班长|园长|大姐|阿姨|大爷|大叔|老人|夫妇"
KIN = (
    "父亲|母亲|父母|双亲|爸爸|妈妈|爸|妈|妻子|丈夫|爱人|老伴儿?|老公|老婆|配偶|对象|遗属|遗孀|独子|儿子|女儿|闺女|孩子|小孩|宝宝|子女|之[女子妻父母夫]|家属|家人|亲属|弟弟|妹妹|哥哥|姐姐|岳父|岳母|公公|婆婆"
    "|公婆|祖父|祖母|外公|外婆|爷爷|奶奶|姥姥|姥爷|孙子|孙女|外孙女?|侄[子女]|媳妇|女婿|家中|家里|家庭|本人"
)
"""Of whom a person's family consists: what befalls them befalls the person."""
GOES_ON = (
    r"(?:(?:[去今前近昨上此后据听经结][^，。！？；;\n]{1,7}，)?[他她](?!们)|其(?![他余中它次实])|该(?:同志|职工|教师|员工)"
    r"|(?:[去今前昨上][年月天日周])?(?:[父母]亲|父母|丈夫|妻子|爱人|老伴|儿子|女儿|孩子|婆婆|公公|老公|老婆)(?![节们的]))"
)
"""How a sentence begins that goes on about whom the last one spoke of."""
_ALL = "".join(sorted(set(SURNAMES)))
_COMMON = "".join(sorted(COMMON_SURNAMES))
_DOUBLE = "|".join(sorted(DOUBLE_SURNAMES))
_BY_ROLE = pattern_of(
    rf"(?:小(?=[{_COMMON}]))?(?:{_DOUBLE}|(?!班主任)[{_ALL}])(?=(?:老师|师傅|师母|大姐|大嫂|大哥|大妈|大娘|阿姨|大爷|大叔|女士|先生|同志|(?:副|教导|总务|政教|德育|年级|支部)?(?:主任|主席|校长|书记)|姐(?![妹夫])))"
    rf"|(?<![\u4e00-\u9fff])[{_ALL}](?=会计|出纳)"
    rf"|(?:{_DOUBLE}|[{_COMMON}])(?=副?(?:[科处部厂队站段所院工]长|工段长|护士长|会计|出纳|工程师|馆员|调度员|教导员|指导员)(?!办|室|会|们|负责)|[姨嫂婶叔伯](?![子父母]))"
)
"""A surname alone, told whose by the role behind it."""
_WORDLIKE = "万石武向温安齐易颜鲁管关左甘祝包尚符舒纪单季谷盛游蒙解尤吉祖赖项连费冷席卫柏宗桂边隋商沙查迟晋云惠闻储糜伊宫党方景白金杭幺米文申庄童阳奇阮屈兰焦辛荣冉宁"
"""Surnames that begin many words, but none behind 老 or 小 that falls ill."""
_NICKNAME = pattern_of(
    rf"(?:^|(?<![\u4e00-\u9fff])|(?<=[工卫安厨洁师员友事邻的了给为对叫和与跟位替帮把让请陪看问劝班机组室科处部堂库站店厂园房队间院校区段局]))"
    rf"(?!小米(?!老[婆公]|[爸妈]|爱人|患|住院|生病)|老毛病|小毛病|小任务|老马识|小高考|小程序|小段落|小龙虾|小金库|[老小]区|老方[法子]|老黄[历牛])大?[老小](?P<surname>[{_COMMON}{_WORDLIKE}])"
)
_BEHIND_NICKNAME = pattern_of(
    r"最近|[跟和与](?:丈夫|妻子|老[公婆]|爱人|前[夫妻]|[男女]朋?友|对象|婆婆|家[里人])|[身因患住病被募得上昨前今近的在突中去查做要这拉送抬家肚腿脚腰眼脑胃肺肝（(，、\s]|$|师傅|同志|两口|[爸妈]|爱人|[父母]亲|老[婆伴公]|丈夫|妻子|儿子|女儿|闺女|家属|孩子|就[是叫]"
)
_BEHIND_UNIT = pattern_of(
    rf"(?<=[组室科处部])[老小][{_COMMON}](?!期|年|组|学|时|考|校|会|金库|[\u4e00-\u9fff]?长)"
)


def addressed_in(sentence: str, starts: Container[int]) -> Iterator[tuple[int, int]]:
    """Where each one spoken of so begins, and where the surname ends; `starts` are the places where begins what befell somebody."""
    for found in _BY_ROLE.finditer(sentence):
        yield found.span()
    for found in _NICKNAME.finditer(sentence):
        if found.end() in starts or _BEHIND_NICKNAME.match(sentence, found.end()):
            yield found.span()
    for found in _BEHIND_UNIT.finditer(sentence):
        yield found.span()
