"""A board whose every internal text holds a mark, `zqx…`, beside public documents."""

from __future__ import annotations

from site_builds import REPOSITORY
from stand_ins import stand_in

CONFIG = f"""
site_name: 试验
site_url: https://board.example/
repo_url: https://git.example/board
edit_uri: edit/main/docs/
theme: {{name: material, language: zh, font: false, custom_dir: '{REPOSITORY / "overrides"}', features: [content.action.edit]}}
plugins: [search]
hooks: ['{REPOSITORY / "hooks" / "mkdocs_door.py"}']
nav: [index.md]
"""
INTERNAL = {
    "plan": """
        类型: 计划
        标题: zqxplantitle
        日期: 1987-01-10
        期间: 1987年
        编号: zqxplannumber
        范围: 对内
        标签: zqxplantag、共用
        置顶: 是
        联系: zqxplancontact
        附件: {文件: zqxplanfile.txt, 名称: zqxplanfilename}
        目标: [zqxplantarget: zqxplanvalue]
        description: zqxplandescription
        ---
        ## 三月：zqxplantheme

        - [x] 8日 14:30 zqxplanitem（地点：zqxplanplace；负责：zqxplanleader；参加：zqxplanjoin；类别：zqxplankind；人数：zqxplanhead；经费：zqxplancost）→ [zqxplanlink](zqxnotice.md)
        - ~~zqxplancancelled~~（取消：zqxplanreason）

        ![zqxplanpicture](zqxplanpicture.png)
        """,
    "coming": """
        类型: 计划
        标题: zqxcomingtitle
        日期: 2026-11-10
        期间: 2026年2月—2027年1月
        范围: 对内
        ---
        ### 十二月

        - 8日 14:30 zqxcomingday（地点：zqxcomingplace；类别：zqxcomingkind）
        - 每周三 zqxcomingweekly
        - 中旬 zqxcomingpart（延期至：次年1月；原因：zqxcomingreason）
        """,
    "summary": """
        类型: 总结
        标题: zqxsummarytitle
        日期: 1987-12-20
        期间: 1987年
        计划: zqxplan.md
        范围: 对内
        数据: [zqxsummaryresult: zqxsummaryvalue]
        ---
        zqxsummarybody

        ## 存在的问题

        - zqxshortcoming（措施：zqxmeasure）
        """,
    "figures": """
        类型: 总结
        标题: zqxfigurestitle
        日期: 2026-01-20
        期间: 2025年
        范围: 对内
        数据: [zqxfigure: 12zqxcounted]
        ---
        """,
    "earlier": """
        类型: 总结
        标题: zqxearliertitle
        日期: 2025-01-20
        期间: 2024年
        范围: 对内
        数据: [zqxfigure: 10余zqxcounted]
        ---
        """,
    "disclosure": """
        类型: 公开
        标题: zqxdisclosuretitle
        日期: 2026-11-18
        范围: 对内
        类别: 财务
        所属期: 1983年
        责任部门: zqxdisclosuredepartment
        公示期: 2026-11-18 至 2026-11-27
        个人信息保留: 公示期满后917天
        公开形式: [zqxdisclosurechannel, 教代会]
        张贴地点: [zqxdisclosureplace]
        依据: zqxdisclosurebasis
        反馈: zqxdisclosurefeedback
        审核: zqxdisclosurereviewer
        联系: zqxdisclosurecontact
        更正说明: zqxdisclosurecorrection
        附件: zqxdisclosurefile.txt
        取代: zqxold.md
        数据: [zqxdisclosurefigure: 12zqxdisclosurecounted]
        签订: 2026-01-01
        到期: 2026-12-31
        提醒: 2个月前
        处理: zqxdisclosuresettled
        ---
        zqxdisclosurebody

        | 项目 | 预算 | 决算 | 审计意见 |
        |---|---|---|---|
        | zqxfundname | 10元 | 9元 | zqxfundopinion |
        """,
    "old": """
        类型: 公开
        标题: zqxoldtitle
        日期: 2026-10-18
        范围: 对内
        类别: 财务
        责任部门: zqxolddepartment
        网址名: zqxoldslug
        曾用网址: zqxformer/address.html
        ---
        """,
    "withdrawn": """
        类型: 通知
        标题: zqxwithdrawntitle
        日期: 2026-11-18
        范围: 对内
        撤回: zqxwithdrawnreason
        撤回日期: 2026-11-19
        ---
        """,
    "proposal": """
        类型: 提案
        标题: zqxproposaltitle
        日期: 2026-03-01
        范围: 对内
        届次: zqxproposalsession
        提案人: zqxproposalproposer
        附议人: [zqxproposalseconder]
        承办: zqxproposalhandler
        立案: 立案
        期限: 2026-03-20
        协办: [zqxproposalassistant]
        并案: ../public/proposal.md
        答复: zqxproposalshort
        办理结果: 已采纳
        再办: [2026-04-02: 满意]
        ---
        [公开的](../public/disclosure.md)

        ## 答复

        zqxproposalanswer
        """,
    "meeting": """
        类型: 会议
        标题: zqxmeetingtitle
        日期: 2026-03-02
        范围: 对内
        届次: zqxmeetingsession
        会议种类: zqxmeetingkind
        地点: zqxmeetingplace
        闭会: 2026-03-03
        应到: 45
        实到: 42
        提案数: [征集: 3件, 立案: 2件]
        ---
        ## 议程

        - zqxmeetingagenda

        ## 表决

        - zqxmeetingvote：赞成 40，反对 1，弃权 1

        ## 民主评议

        - zqxevaluation：满意 40，不满意 2

        ## 决议

        - [ ] zqxmeetingresolution（负责：zqxmeetingowner，2026年12月31日前）
        """,
    "notice": """
        类型: 通知
        标题: zqxnoticetitle
        日期: 2026-11-19
        发布: 2026-11-19
        撤下: 2026-12-19
        范围: 对内
        置顶: 是
        置顶原因: zqxnoticepinned
        截止: 2026-12-18
        办法: zqxnoticeaction
        收到日期: 2026-11-18
        意见数: [收到: 3条, 采纳: 1条]
        期号: zqxnoticeseries 第3期
        search: {boost: 2}
        ---
        <p>zqxnoticehtml</p>

        [公开的](../public/disclosure.md)
        """,
    "service": """
        类型: 办事
        标题: zqxservicetitle
        日期: 2026-11-17
        范围: 对内
        情形: [zqxservicesituation]
        对象: zqxserviceeligible
        待遇: zqxservicebenefit
        办法: zqxserviceaction
        时限: zqxservicelimit
        复核: 2027-11-17
        ---
        zqxservicebody

        | 姓名 | 职务 | 分工 | 办公电话 | 地点 |
        |---|---|---|---|---|
        | zqxperson | zqxrole | zqxduty | zqxphone | zqxroom |
        """,
    "register": """
        类型: 台账
        标题: zqxregistertitle
        日期: 2026-11-16
        范围: 对内
        种类: zqxregisterkind
        对象: zqxregisterholder
        签订: 2026-01-01
        到期: 2026-12-10
        提醒: 1个月前
        处理: zqxregistersettled
        称号: zqxregisterhonour
        级别: zqxregisterlevel
        授予: zqxregistergiver
        年度: 1985年
        ---
        zqxregisterbody
        """,
    "items": """
        类型: 台账
        标题: zqxitemstitle
        日期: 2026-11-15
        范围: 对内
        种类: zqxitemskind
        ---
        | 名称 | 对象 | 签订 | 到期 |
        |---|---|---|---|
        | zqxitemname | zqxitemholder | 2026-01-01 | 2026-12-20 |

        | 名次 | 对象 | 成绩 |
        |---|---|---|
        | zqxitemplace | zqxitemwinner | zqxitemresult |
        """,
}  # fmt: skip
PUBLIC = {
    "plan": "类型: 计划\n标题: 对外计划\n日期: 2026-01-10\n期间: 2026年\n标签: 共用\n范围: 对外\n---\n### 十一月\n\n- 8日 开放日\n",
    "disclosure": "类型: 公开\n标题: 对外公开\n日期: 2025-01-18\n范围: 对外\n类别: 基建与采购\n责任部门: 总务处\n附件: 表.txt\n---\n正文\n",
    "meeting": "类型: 会议\n标题: 对外会议\n日期: 2026-03-01\n范围: 对外\n届次: 三届一次\n---\n## 议程\n\n- 报告\n",
    "proposal": "类型: 提案\n标题: 对外提案\n日期: 2026-03-01\n范围: 对外\n届次: 三届一次\n---\n正文\n",
}


def files() -> dict[str, str | bytes]:
    """The files of the board."""
    made: dict[str, str | bytes] = {
        "mkdocs.yml": CONFIG,
        "docs/index.md": "# 首页\n",
        "plans/public/表.txt": b"1",
    }
    for name, text in INTERNAL.items():
        lines = [line.removeprefix("        ") for line in text.strip("\n").splitlines()]
        made[f"plans/zqxfolder/zqx{name}.md"] = "\n".join(["---", *lines, ""])
    for name, text in PUBLIC.items():
        made[f"plans/public/{name}.md"] = f"---\n{text}"
    for name in ("zqxplanfile.txt", "zqxdisclosurefile.txt", "zqxplanpicture.png"):
        made[f"plans/zqxfolder/{name}"] = stand_in(name, f"{name.partition('.')[0]}bytes")
    return made
