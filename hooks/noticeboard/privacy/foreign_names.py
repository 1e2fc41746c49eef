"""Names of foreigners, in Chinese signs or in Latin letters: told by who is called so, since the signs are those of any word."""

from __future__ import annotations

from noticeboard.patterns import pattern_of

_SIGNS = (
    "阿艾安奥巴贝比彼波博布查达戴丹德迪杜多尔法菲芬弗福盖格贡古哈海亨怀霍吉加杰卡凯科克肯奎拉莱兰劳勒雷里丽利莉林琳卢鲁路露伦罗洛马玛麦曼梅门米密姆"
    "纳娜内妮尼宁诺帕佩皮普奇乔茜琼撒萨塞沙莎史斯苏索塔泰汤特托瓦维温沃伍西希夏谢休雅亚耶伊尤约扎詹朱兹翰逊森顿"
)
"""What foreign names are written with."""
FOREIGN_NAME = pattern_of(
    rf"(?:(?<=外教)|(?<=外籍..)|(?<=留学生))(?:[{_SIGNS}]{{2,6}}|[A-Z][A-Za-z.]+(?: [A-Z][A-Za-z]+){{0,2}})"
    r"|(?<![A-Za-z])[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}(?= ?(?:老师|先生|女士|同志|师傅))"
)
"""Behind a word for foreign colleagues, or before 老师: 外教玛丽, Tom Smith 老师."""
