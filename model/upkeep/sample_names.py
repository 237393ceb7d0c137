"""Names for the sample office: built from syllables, so that nobody real is among them.

Mobile numbers begin with prefixes that no operator has been given, landlines with digits with
which no local number begins; credit codes name a county that does not exist.
"""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from model.cards.credit_code import CHARACTERS, check_character

_SURNAMES = (
    "李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏"
    "薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武"
    "乔贺赖龚文单解仇区查朴翟"
)
_DOUBLE_SURNAMES = ("尉迟", "欧阳", "司徒", "上官")
_MALE = "伟强磊军勇杰涛明超刚平辉鹏华飞鑫波斌宇浩凯健俊帆旭宁龙林亮东志建国文永春海德荣昌发福"
_FEMALE = "芳娜敏静秀丽艳娟霞燕玲桂兰英慧婷雪莉萍红梅琳倩颖洁云莲珍凤香月琴素淑惠珠翠雅芝玉"

# Hanzi with their pinyin, for names of firms and what is written in Latin letters.
_FIRST = (
    ("恒", "heng"), ("瑞", "rui"), ("昌", "chang"), ("盛", "sheng"), ("锦", "jin"), ("嘉", "jia"),
    ("宏", "hong"), ("泰", "tai"), ("鼎", "ding"), ("昊", "hao"), ("川", "chuan"), ("蓉", "rong"),
    ("岷", "min"), ("沱", "tuo"), ("翼", "yi"), ("捷", "jie"), ("骏", "jun"), ("铭", "ming"),
    ("禾", "he"), ("旌", "jing"), ("晟", "sheng"), ("蜀", "shu"), ("驰", "chi"), ("聚", "ju"),
)  # fmt: skip
_SECOND = (
    ("岳", "yue"), ("通", "tong"), ("达", "da"), ("源", "yuan"), ("耀", "yao"), ("远", "yuan"),
    ("运", "yun"), ("顺", "shun"), ("凌", "ling"), ("峰", "feng"), ("益", "yi"), ("合", "he"),
    ("跃", "yue"), ("茂", "mao"), ("途", "tu"), ("拓", "tuo"), ("升", "sheng"), ("帆", "fan"),
    ("驿", "yi"), ("卓", "zhuo"), ("腾", "teng"), ("润", "run"), ("航", "hang"), ("丰", "feng"),
)  # fmt: skip
_THIRD = (("", ""), ("", ""), ("德", "de"), ("兴", "xing"), ("安", "an"), ("启", "qi"))  # fmt: skip

_STREET_FIRST = "云桂松竹锦芙蓉银杏翠柳白石青龙望江双桥永丰清溪长林新民凤凰东坡西岭"
_STREET_LAST = ("路", "街", "大道", "巷", "路", "街", "横街", "北路", "南路", "东街", "西街")
_ESTATES = ("物流园", "工业园", "商贸城", "汽配城", "机电市场", "仓储中心", "五金城")

UNASSIGNED_MOBILE = ("160", "161", "163", "164", "168", "169")


@dataclass(frozen=True)
class FirmName:
    """The word by which a firm is known, in hanzi and in letters."""

    hanzi: str
    letters: str


def person_name(random: Random, gender: str) -> str:
    """A person's name of two to four hanzi."""
    surnames = _DOUBLE_SURNAMES if random.random() < 0.02 else _SURNAMES
    surname = random.choice(surnames)
    given = _MALE if gender == "male" else _FEMALE
    return surname + "".join(random.choice(given) for _ in range(random.choice((1, 2, 2))))


def firm_word(random: Random) -> FirmName:
    """The trade name of a firm."""
    parts = (random.choice(_FIRST), random.choice(_SECOND), random.choice(_THIRD))
    return FirmName("".join(part[0] for part in parts), "".join(part[1] for part in parts))


def street(random: Random) -> str:
    """A street with its number, sometimes in a trading estate."""
    start = random.randrange(0, len(_STREET_FIRST) - 1)
    name = _STREET_FIRST[start] + random.choice(_STREET_FIRST) + random.choice(_STREET_LAST)
    place = f"{name}{random.randrange(1, 999)}号"
    if random.random() < 0.35:
        estate = random.choice(_ESTATES)
        return f"{place}{estate}{random.choice('ABCD')}区{random.randrange(1, 40)}栋"
    if random.random() < 0.3:
        return f"{place}附{random.randrange(1, 30)}号"
    return place


def mobile(random: Random) -> str:
    """A mobile number of a prefix that is not in use."""
    return f"{random.choice(UNASSIGNED_MOBILE)}{random.randrange(10**8):08d}"


def landline(random: Random, area_code: str) -> str:
    """A landline number that is not in use: eight digits in Chengdu, seven in Deyang."""
    if area_code == "028":
        return f"028-5{random.randrange(10**7):07d}"
    return f"{area_code}-9{random.randrange(10**6):06d}"


def credit_code(random: Random, sole_trader: bool) -> str:
    """A unified social credit code with its right check character, of no county."""
    start = "92" if sole_trader else "91"
    body = "".join(random.choice(CHARACTERS) for _ in range(6))
    code = f"{start}510199MA6{body}"
    return code + check_character(code)


def bank_account(random: Random) -> str:
    """Nineteen digits."""
    return f"99{random.randrange(10**17):017d}"
