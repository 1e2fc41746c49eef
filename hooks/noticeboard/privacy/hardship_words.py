"""The words by which an illness, a bereavement, a divorce, a petition or a hardship is told, and those of who deals with it."""

from __future__ import annotations

import re

REASON = re.compile(
    r"癌|肿瘤|瘤|白血病|淋巴病|尿毒症|肾衰|透析|化疗|放疗|脑梗|脑出血|脑瘫|脑溢血|中风|偏瘫|瘫痪|截肢|截瘫|残疾|伤残|级残|智力障碍|心梗|心肌梗|心脏病|冠心病|先心病|糖尿病|高血压|肝硬化|肝病|肝炎|乙肝"
    r"|肺结核|结核|尘肺|肺炎|肾炎|肾病|艾滋|抑郁|焦虑症|精神分裂|精神疾病|精神病|癫痫|红斑狼疮|帕金森|阿尔茨海默|老年痴呆|骨折|骨髓|移植|手术(?!刀)|住院|病重|重病|大病|慢性病|重疾|重大疾病|罕见病|增生|结节|囊肿|息肉|复查|上访|信访(?!接待|办|室|局|工作|件|制|渠道|事项|日|条例)|投诉(?!箱|电话|处理|渠道|受理|率|热线)|患病|患有|患[\u4e00-\u9fff]{1,8}[病症炎]"
    r"|丧[父母夫妻子女]|[父母]丧|[父母]亡|丧葬|悼念|讣告|病困|失火|因病|生病|病故|病逝|病危|去世|逝世|亡故|丧偶|丧亲|离异|离婚|单亲|孤儿|失独|低保|低收入|特困|贫困|建档立卡|家庭困难|生活困难|经济困难|特别困难|家境困难|困难家庭|困难职工|困难教师|困难教职工|困难会员|困难学生|致困|返贫|失业|下岗|无业|变故|双亲|入院|病休|出血|车祸|工伤|火灾|水灾|受灾|遭灾|负债|欠债|流产(?!假)|不孕|早产"
    r"|血小板|贫血(?![^，。；|]{0,2}[食预])|甲亢|痛风|哮喘|肺气肿|慢阻肺|气管炎|颈椎病|腰椎|椎间盘|关节炎|风湿|白内障|青光眼|视网膜|疝气|阑尾|结石|溃疡|[疱湿皮]疹|自闭|唐氏综合|精神障碍|植物人|昏迷|抢救|重症监护|[烧烫摔受]伤|剖[腹宫]产|保胎|宫外孕|吸毒|赌博|家暴|家庭暴力|服刑|判刑|拘留|困难补助名单|困难救助名单|困难慰问名单|困难帮扶名单|困难补助对象|困难救助对象|困难慰问对象|困难帮扶对象|困难补助人员|困难救助人员"
)
ACTING = re.compile(
    r"负责|主持|介绍|汇报|联系|带队|牵头|主讲|讲座|讲解|走访|看望|慰问了|探望|组织|分管|演示|经手|召集|宣讲|宣传|培训|登记|审核|陪同|接待|值班|预防|诊疗|坐诊|门诊|提案人|附议|经办|办理人|核查人|填表|报告人|作者|供稿|摄影|记者|通讯员|纪念|诞辰|周年|事迹"
)
"""What those do who deal with hardships; who does it is no case of one."""
DOER_LABEL = re.compile(
    r"(?:负责|责任|联系|主讲|主持|承办|经办|协办|接待|提案|附议|报告|记录|审核|审批|填表|填报|拟稿|签发|制表|授课|策划|执笔|召集|组织|牵头|分管|值班|陪同|走访|慰问|摄影|撰稿|供稿|作者|讲师|教练|调解|受理|代理|评委|指导|发言|组长|主任|主席|委员|队长|成员|律师|医[师生]|专家)(?:人员?|者|单位|领导|教师|老师|同志)?\s*[：:（(—-]\s*[^，。；：:]{0,12}$"
)
"""Before a name it says who answers for something: 责任人：, 主讲：."""
REMEMBERED = re.compile("纪念|诞辰|周年|的故事|先进事迹|好人事迹|烈士")
"""Of those in history, no colleague is told of."""
HELPING = re.compile(
    "讲座|上课|送教|保健|义诊|咨询|政策|报销|急救|参保|保险|[病疾]险|专家|医师|医生|教授|护士|律师|科主任|先进|优秀|模范|电影|诗歌|论文|捐款|募捐|义卖|志愿"
)
"""What those do who help, and works about them: by a short line of such words nobody is told to be ill."""
KIN = "父亲|母亲|父母|妻子|丈夫|爱人|配偶|遗属|独子|儿子|女儿|孩子|子女|家属|岳父|岳母|公公|婆婆|爷爷|奶奶|家中|家里|家庭|本人"
GENERIC = re.compile("困难(?:教职工|职工|教师|会员|学生|家庭|群众|党员)|贫困|低收入|帮扶|复查")
"""What names a group of people, and of nobody in it a case."""
_TRADITIONAL = "張劉陳楊黃趙吳孫馬鄭謝許韓馮鄧蕭蔣葉蘇呂盧鍾譚陸賈韋鄒閻龍賀顧錢嚴孔湯羅華癥癱殘艱難補醫療術腫喪離婚訴訪舉報獨貧災傷職慰問"
_SIMPLIFIED = "张刘陈杨黄赵吴孙马郑谢许韩冯邓萧蒋叶苏吕卢钟谭陆贾韦邹阎龙贺顾钱严孔汤罗华症瘫残艰难补医疗术肿丧离婚诉访举报独贫灾伤职慰问"
_NARROWED = str.maketrans(_TRADITIONAL, _SIMPLIFIED)


def says_reason(text: str) -> bool:
    """Whether a text names an illness, a bereavement or another hardship."""
    return REASON.search(text) is not None


def simplified(text: str) -> str:
    """`text` with those traditional characters made simple that surnames and reasons are written in; as long as before."""
    return text.translate(_NARROWED)
