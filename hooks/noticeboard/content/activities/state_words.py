"""The words by which officers say what became of an activity (SPECIFICATION section 4): 已完成, 因雨取消, 延期至4月, 没办成.

First what a whole piece of a text may say, in a bracket or in a cell of its own; then what stands in front of a text or
behind it. `item_states` reads the pieces.
"""

from __future__ import annotations

import re

from noticeboard.patterns import pattern_of

CANCELLED = pattern_of(
    r"(?:后来?|最终|最后|临时|现)?(?:经[^，,。；;]{0,12}?(?:研究|讨论|商[议定]|决定|同意)[，,]?)?(?:(?:因|由于)(?P<cause>.+?)[，,]?\s*)?(?:已经?|决定)?(?:取消|不再举行|停办|撤销|作罢|不(?:举?办|举行|开展|搞)了)(?:举办|举行|活动)?了?(?:\s*[：:，,]\s*(?P<reason>.*))?",
    re.DOTALL,
)
"""That it is not held: 取消, 因雨取消, 不办了：场地维修."""
POSTPONED = pattern_of(
    r"(?:(?:由(?!于)|从|原定(?:于|在)?|原计划(?:于|在)?)\s*(?P<own>[^，,。]+?)\s*[，,]?\s*)?(?:现|后|先|又|再|后来?又?)?(?:(?:因|由于)(?P<cause>.+?)[，,]?\s*)?(?:又|(?:第?二次|第?三次|再)次?)?(?:已经?|决定)?(?:(?:活动)?(?:时间|日期)(?=改))?(?:延期|推迟|顺延|延后|改期|改[为到至在于]|改(?=[0-9０-９一二三四五六七八九十])|延)"
    r"(?:举行|举办)?(?:\s*[至到于]\s*[：:]?\s*(?P<to>.+)|\s*[：:]\s*[至到]?\s*(?P<month>.+)|(?:(?<=改[为到至在于])|(?<=改))\s*[：:]?\s*(?P<day>.+?)(?:举行|举办|进行|召开)?|(?<!延)(?<!改[为到至在于])(?<!改))",
    re.DOTALL,
)
"""That it is put off, and until when: 延期至4月, 由3月推迟到5月."""
BY_LENGTH = pattern_of(
    r"(?:(?:因|由于)(?P<cause>.+?)[，,]?\s*)?(?:已经?|决定)?(?P<words>(?:延期|推迟|顺延|延后)(?:举行|举办)?[0-9０-９一两二三四五六七八九十]{1,3}\s*(?:天|日|周|个?星期|个月))(?:举行|举办)?"
)
"""That it is put off by a length: 顺延一周."""
NAMES_TIME = pattern_of(
    r"[0-9０-９一二三四五六七八九十元正腊几下本这次明]个?(?:月|日|号|周|星期|季|学期|年)|周[一二三四五六日末]|月[底初中末]|[上中下]旬|节|[寒暑]假|待定|时间|待|另"
)
"""What a change must say to be one of time: 改为线上举行 is none."""
ORIGINAL = pattern_of(r"原(?:定|计划|安排)(?:时间)?\s*(?:于|在|为|是)?\s*[：:]?\s*(?P<own>.+)", re.DOTALL)
"""When it was to be: 原定6月."""
UNDECIDED = pattern_of(
    r"(?:具体)?(?:(?:地点[、和及与]?)?(?:时间|日期)(?:[、和及与]?地点)?)?(?:待定|未定|另定|(?:等?待|听候?|等)通知|另行(?:通知|安排))|(?:暂缓|暂停|缓办|暂不)(?:举行|举办|进行|办)?"
)
"""That its time is open: 时间待定, 暂缓."""
DONE = pattern_of(r"(?:已经?|全部)?(?:完成|办结|办完|办|落实|举行|举办|开展|召开|结束)了?")
"""That it is done; 举行 alone, without one of DONE_NEEDS, says nothing."""
DONE_NEEDS = pattern_of(r"完成|办结|已|完")
DONE_ON = pattern_of(
    r"(?:已经?|全部)?(?:完成|办结|办完)了?(?:[：:，,]|于|\s)\s*(?P<after>.+)|(?:已经?)?(?:于|在)?(?P<before>.+?)(?:(?:已经?|全部|如期|顺利)?(?:完成|办结|办完)|(?:已经?)(?:办|举行|举办|开展|召开|落实))了?"
)
"""When it was done, behind that or before it: 已完成：3月20日, 3月20日完成."""
NOT_DONE = pattern_of(
    r"(?:(?:因|由于)(?P<why>.+?)[，,]?)?(?:目前|暂时)?(?:尚|还|仍|暂|均|都)*(?:未|没有?)能?(?:如期|按时|按期|按计划|全部)?(?:完成|办结|办理|办|落实|举行|举办|开展|进行|实施|启动|召开)(?:[，,](?:因|由于)?(?P<cause>.+))?|正在(?:进行|办理|落实|开展|筹备)|(?:进行|办理|筹备|落实)中"
)
"""That it is not done, as a report puts it: 未举行, 尚未完成, 进行中. It is the state, and no word of the text."""
NOT_DONE_COLLOQUIAL = pattern_of(
    r"(?:还|尚)?(?:没有?|未能?)(?:如期|按期|按时)?(?:搞|办|开|去|做|弄|完成|落实|组织|进行|开展|举行|举办|成行|实施){1,2}(?:成|起来|完)?了?"
)
"""That it is not done, as one speaks: 没办成. It is the state too, and stays in the text, which may say more by it."""
OF_ONE_TIME = pattern_of(
    r"(?P<when>第?[一二三四1-4]季度|[上下]半年|第[一二]学期|(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?)[：:，,]?\s*(?P<state>\S.*)"
)
"""What became of one time of what recurs: 第二季度延期至7月15日, 8月取消."""
LIKE_STATE = pattern_of(
    r"(?:因|由于|已|现|决定).{0,20}?(?:取消|延期|推迟|顺延|改期|暂缓)|(?:取消|延期|推迟|顺延|延后|改期|延至|暂缓|提前)(?!通知|准备|量)|(?!如?[遇逢碰凡]|(?:法定)?节?假日|周末|双休日)[^，。]{0,12}改[为到至在].*[月日号周]|改[0-9０-９一二三四五六七八九十]{1,3}[月日号]|(?![不如若遇逢凡一可]|[^，,。；;、]*(?:[雨雪雾]天?|不足|不够|不[可得能]|可以?|过半|高温|无人|未[达满]|人数|报名|弃权)[^，,。；;、]{0,3}(?:取消|延期|推迟|改期|暂缓))[^，,。；;、的]{1,10}(?:取消|延期|推迟|改期|暂缓)$"
)
"""Words in brackets that begin like a state, though none is read: 推迟下周. 逢节假日改至下周 is no state, but a rule."""
IN_TEXT = pattern_of(
    r"(?:(?:已经?|现已?|因故|决定|[，,](?:现)?因[^，,。；;、]{1,10}?)取消|不[办搞开]了|没[有能]?(?:去成|办成|开成|搞成|办起来)|(?<!办理)(?:延期|推迟|改期)了)(?!的)(?=[，,。；;]|$)"
    r"|(?:改|延)(?:至|到|在)?[0-9０-９]{1,2}月(?:[0-9０-９]{1,2}[日号])?$"
)
"""Words outside of brackets that say what became of it, though they were not read: 拔河已取消，改为跳绳."""
LABEL = pattern_of(r"(?:完成|落实|进展|执行|办理)(?:情况|状态)?\s*[：:]\s*|(?:状态|目前)\s*[：:]\s*")
"""What names a state in a bracket: 完成情况：已完成."""
REASON_LABEL = pattern_of(r"(?:原因|因)\s*[：:]\s*")
"""What names a reason: 原因：."""
TICKS = ("√", "✓", "✔", "☑")
"""Signs that say that it is done."""
IN_FRONT = pattern_of(
    r"\s*(?:[【［\[（(]\s*(?P<bracketed>(?:已)?(?:完成|办结|取消|延期|推迟|暂缓|待定))\s*[】］\]）)]\s*[：:]?|(?P<plain>已(?:完成|办结|取消|延期|推迟))[：:])\s*(?=\S)"
)
"""A state before what is done: 【取消】郊游, 已完成：会员登记."""
BEHIND_TIME = pattern_of(rf"{IN_FRONT.pattern}|\s*(?P<word>取消|延期|推迟|暂缓|待定)\s*[：:]\s*(?=\S)")
"""The same behind a time: 4月5日 取消：清明登山."""
ORIGINAL_OF = pattern_of(
    r"原(?:定|计划|安排)(?:于|在)?\s*(?P<own>[^的，,。；;：:（）()]{2,14})的(?=\S)"
    r"(?![^；;\n]{0,80}(?:改[为到至在]|补[办做]|[延推顺][期迟延后][到至于]|[延推]到))(?=[^；;\n]{0,80}(?:取消|停办|不办|暂缓))"
)
"""When what was called off was to be, in front: 原定31日的登山因雨取消. What has a new time stands there."""
ORIGINAL_IN_FRONT = pattern_of(rf"\s*[（(]\s*{ORIGINAL.pattern}?\s*[）)]\s*", re.DOTALL)
UNDECIDED_IN_FRONT = pattern_of(rf"\s*[（(]\s*(?:{UNDECIDED.pattern})\s*[）)]\s*(?=\S)")
BEHIND = pattern_of(
    r"(?:[ \t\u3000]+|[ \t\u3000]*(?:[—–]{1,2}|--?)[ \t]*|[：:][ ]*)(?P<state>已?(?:取消|完成|办结|延期|推迟|暂缓)了?|已经?(?:举行|举办|开展|召开|落实|结束)了?|(?:具体)?(?:时间|日期)?(?:待定|未定|另定|待通知|另行通知))$"
    r"|[，,](?P<comma>已(?:经)?(?:取消|完成|办结|延期|推迟|暂缓)了?|取消)$"
)
"""A state behind the text without brackets: 春游 取消, 植树——已完成."""
MOVED_BEHIND = pattern_of(
    r"(?:[ \t\u3000]{1,9}|[—–]{1,2}|[，,：:]\s?)(?P<state>(?:现|已)?(?:延期|推迟|顺延|延后|改期|延|改)(?:举行)?[至到为][^，,。；;：:（）()]{2,14})$"
)
"""A new time behind the text: 球赛 推迟至6月."""
CAUSED_BEHIND = pattern_of(
    r"(?<=\w)[，, \t\u3000]*(?P<state>(?:因|由于)[^，,。；;（）()]{1,12}?(?:取消|停办|延期|推迟|顺延|改期)(?:举行|举办)?(?:[至到于][^，,。；;（）()]{1,12})?了?)[。；;]?$"
)
"""A state with its cause behind the text: 春游因雨取消."""
BRACKETED_BEHIND = pattern_of(
    r"[ \t\u3000]{1,9}(?P<state>(?:已|暂)?(?:取消|延期|推迟|暂缓))[ ]?[（(](?P<why>[^（）()]{1,20})[）)]$"
)
"""A state behind a blank, with its cause in a bracket: 春游  取消（连日雨）."""
SQUARE_BEHIND = pattern_of(r"[ \t\u3000]*[【［\[](?P<state>[^【】［］\[\]]{2,20})[】］\]]$")
"""A state in other brackets: 摄影展【已完成】."""
NOT_HELD_BEHIND = pattern_of(
    r"[，,]?(?P<state>(?:(?:因|由于)[^，,。；;：:（）()的]{1,12})?(?:未能?|没有|没能)(?:如期|按时|按期|按计划)?(?:举行|举办|开展|召开|完成|办成|实施))$"
)
"""What says behind the text that it did not take place: 春游没有举行."""
TICK_BEHIND = pattern_of(rf"(?<=\w)[）)”》]?[ \t\u3000]*(?P<state>[{''.join(TICKS)}])$")
"""A tick behind the text: 植树 √."""
GLUED_BEHIND = pattern_of(
    r"(?<![的不了于月日、和与])(?P<state>取消|(?:延期|推迟|顺延|延后|改期|改到|改至|改在|延至|提前)(?:[至到于]?[^，,。；;：:（）()的]{0,10}?(?:[0-9一二三四五六七八九十两](?:月|日|号|天|个?星期|周|个月)|周[一二三四五六日]|月底|个月|下周|下月|学期)[^，,。；;：:（）()的]{0,3})?(?:举行|举办|进行)?)$"
)
"""A state right behind the text, which is too little parted from it to be one: 球赛延期至下周三."""
