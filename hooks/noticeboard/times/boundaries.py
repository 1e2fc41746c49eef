"""Where a time word ends: the longer words that only begin like a time (SPECIFICATION section 3, rule 5).

Anything that begins a new word may follow a time word. Chinese writes no spaces, so what no rule can tell
is listed here: each list is a regular expression of what must not follow, with its exceptions as look-aheads.
"""

from __future__ import annotations


def _any(words: str) -> str:
    return "|".join(words.split())


AFTER_YEAR = _any("级 龄 轻 货 终奖 薪 代 鉴 华 段 画 糕 会")
"""三年级, 年终奖: no year."""

AFTER_MONTH = _any("份额 龄 余 有余 革命 怀胎 嫂 度 以来 饼")
"""3月龄, 十月革命, 三月有余: no month."""

FOLK_DAYS = (
    rf"(?P<folk>[二三五六七八九])月(?P=folk)(?!{_any('[一二三四五六七八九十] 年级 个 名 项 位 次 日 号')})"
)
"""三月三, 九月九: days of the lunar year, no month."""

AFTER_DAY_ALONE = _any(
    """之?内(?!部|训|审|容|控|蒙) 以内 后(?!勤|备|台|续|援) 制(?!作|定|订|造) 期(?!中|末|初|间|满)
    游(?!园|泳|戏|览|学) 营(?!养|业|造|销) 谈(?!心|话|判) 常(?!务|委|规检|态)"""
)
"""5日内, 三日游, 十日谈: a stretch of days, unless a month stands before the number."""

AFTER_ONE_DAY = _any("捐 生活 活动 体验 流程 作息 三餐 之计 研学 志愿 义工 店长 校长 班主任 一练 一题 一歌")
"""一日捐, 一日校长: one day, not the first of the month."""

AFTER_NUMBERED = _any(
    """(?:教学|实验|综合|办公|宿舍|行政|艺术|科技)?楼 文(?!艺|化|体|明|娱|旅|献) 令 函 线(?!上|下|索) 院
    门(?!诊|球|前) 车(?!展) 馆 厅 室(?!内|外) 教室 会议室 办公室 宿舍 公寓 食堂 操场 房 窗口 桌(?!球|游)
    机(?!关|构|器|电|会|制) 炉 井 厂(?!务|区|长|内|庆) 场(?!地|面) 库 仓 塔 栋 幢 单元 住宅 地块 校区 信箱
    岗(?!位) 平台 台(?!账|帐|风|球|阶) 柱 桥 路(?!演) 站 码头 船 队(?!列|伍|员|长) 球(?!赛|类|迷) 选手
    提案 议案 决议 柜 箱 电池 字"""
)
"""5号楼, 40号文件: a numbered thing."""

AFTER_PART = {
    "初": _any("中 一 二 三 级 步 赛 审 选(?!拔) 评 稿 心 试 定 期 衷 始 高 小 诊 验 次 冬 夏 春(?!游) 秋"),
    "底": _any("线 薪 册 层 座 片 下 稿 部 气 色 细"),
    "末": _any("梢 端 位 班 尾 席"),
}
"""4月初中部, 11月底线思维: a month, then a word of its own."""

AFTER_WHOLE_YEAR = _any("级 龄 纪 段")
"""全年级: everybody in the grade."""

AFTER_HOUR = _any("段 代 候 期 间 尚 事 差 装 节 光 效 限 评 位 子 钟头")
"""3时段, 2点位: no hour."""

AFTER_POINTS = _any(
    """建议 意见 要求 希望 思考 体会 措施 做法 经验 启示 内容 方面 说明 看法 不足 问题 倡议 注意 举措 感想
    认识 共识 提示 原则"""
)
"""3点建议: points, not hours."""

AFTER_FEAST = _any(
    """目(?!标|的|前|测|击) 约(?!谈|请|定|见|会) 能(?!够|力|手|人|否) 点(?!名|赞|评|亮|心|灯|歌|火) 假日
    气(?!氛|温|势|象|球|排) 水(?!果|饺|产) 电(?!影|视|脑|话|子|商) 省(?!内|外|级|市|总|工|教|直) 俭 余(?!下) 奏(?!响|乐)
    拍(?!摄|照|卖) 选(?!举|手|拔|派) 流(?!程|动|感) 食(?!品|堂|物|材) 录(?!像|音|制|取|用) 令(?!人)
    支(?!部|持|援|教|书|付) 庆(?!祝|典|贺|功) 制(?!作|定|订|度|造) 律(?!师) 育(?!儿|人|才|苗) 操(?!场|作|练)"""
)
"""六一节目, 中秋节约, 国庆节假日: 节 begins the next word, so that it does not end the festival's name."""

AFTER_FESTIVAL = _any(
    """日 节 小学 中学 大学 学校 幼儿园 医院 路 街 大道 大街 村 镇 乡 社区 广场 公园 厂 桥 水库 大厦 大楼 宾馆
    纪念馆 农场 林场 劳动奖 劳动模范 奖(?!励|品) 勋章 红旗 先锋 标兵 巾帼(?:奖|标兵) 杯 精神 运动(?!会)
    河 上河图 木"""
)
"""教师节日, 八一小学, 五一劳动奖章: no festival."""

AFTER_NUMERAL_FESTIVAL = _any(
    """[二三四五六七八九十百千万〇零] 班 级 届 师(?!生|德|傅|徒) 制 学制 线 式 林 连 军 队 中(?!小|秋|午)
    条 个 名 项 位 次 号 点 分"""
)
"""五四制, 六一班, 八一队: a number of something else."""

AFTER_EVERY = {
    "周": _any("刊 报 年 岁"),
    "月": _any("刊 报(?!告|送) 薪 租 饼"),
    "季": "节",
    "年": _any("级 龄 轻"),
    "日": "常",
}
"""每年级, 每月刊: no recurrence."""

_WORKS = _any("歌 题 练 讲(?!座) 评 星 课 书 诗 语 文 报 查 结 谈 考 读 演 签 案 得 画 故事 主题 特色 重点")
PROGRAMME = f"一(?:{_WORKS})"
"""每周一歌, 每月一题: the name of a programme, no recurrence and no Monday."""

COUNTED = _any(
    """次(?!日) 回(?!顾|访) 天 节(?!能|约) 个(?!别|人|性) 篇 本 遍 堂 名(?!师|家) 位 条 项(?!目) 件 封(?!闭)
    份 课时 小时 年级 场(?!地|馆)"""
)
"""每周三次, 每周五节: how often, not on which day."""

AROUND = _any(
    r"""开始(?=$|[\s:,每]) 之前 以前 前后 左右 之后 以后 期间 以内 之内 截?止 [截交]稿
    前(?!往|期|程|线|进|沿|列|言|瞻|任|来|置|提|台|景|辈|身|排|方|十|三)
    后(?!勤|备|续|期|援|台|方|盾|进|辈|半)
    起(?!草|步|航|点|源|诉|止|跑|立|床|用) 内(?!部|容|控|务|审|刊|外|训|涵|科|蒙|联)"""
)
"""3月8日前, 3月起, 暑假期间: belongs to the time and changes nothing in it. But 3月前往, 3月起草, 3月后勤."""

UNITS = _any(
    """名(?!师|家|著) 人(?!员|才|工|大|民|事) 位 个(?!人|别) 项(?!目) 次 所 支(?!部|教|持|委) 元(?!旦|宵|月) 万 亿 多 余 条
    件 份 台(?!账|帐|风) 棵 年级 % ％ ‰ 倍 米 公里 千米 厘米 平方 吨 斤 公斤 千克 小时 分钟 岁 周[岁年] 篇 号楼 号文"""
)
"""3.8 万元, 3月15 名教师: a number of something, no day."""

AFTER_FRACTION = (
    rf"{UNITS}|{_any('以上 以下 的 之 强 决 学 拍 左右 比 班 组 队 天 周 场 家 本 届 版 级 折 度')}"
)
"""1/3以上, 1/2班: a part of something, no day."""

AFTER_DECIMAL = rf"{AFTER_FRACTION}|{_any('折 度 分 代 时代 点 寸 层 环 升 期 章 节 课时 学时 包邮 型 系列')}|[\u4e00-\u9fff]{{1,7}}[节日]"
"""2.0版, 8.5折: no day; and in 12.4宪法宣传日 the numbers belong to a name."""
