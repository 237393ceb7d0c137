"""What reps of the sample office bring home from their visits: invented, short, of one trade.

The sentences are put together at random, so each stands for itself, as in `sample_texts`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from random import Random
from types import MappingProxyType
from typing import Any, NamedTuple

LEARNT = (
    "仓库二期下月投用，叉车要从八台加到十二台",
    "本月用胎比上月少三成，旺季在开春以后",
    "库存还有六条，够用到月底",
    "上批实心胎跑了四个月，磨损均匀，车队长满意",
    "嫌送货慢一天，希望上午下单当天到",
    "采购换了人，姓周，原来管仓库",
    "老板在外地，和车队长谈的，价格要等老板回来定",
    "新进两台电动叉车，轮胎规格变了，要重新报价",
    "旧胎折价的事谈妥，按条计，随车带回",
    "对账无误，月底前安排付款",
    "账期想从三十天放到四十五天",
    "看了样胎，愿意先在一台车上试",
    "门架滚轮有异响，约了技术员下周上门",
    "促销海报没贴，当面补了一张",
    "隔壁园区新开一家冷链仓，老板答应引荐",
    "员工换班时间改了，以后下午三点后去合适",
    "去年买的充气胎有两条鼓包，拍了照，按质保报",
    "新产品目录已送到，对聚氨酯轮有兴趣",
    "年底要统一招标，名单在设备科",
    "老客户，只是坐坐，没有新需求",
    "机油和滤芯也想一起配，问能不能打包报价",
    "场地搬到新仓，地址要改，月底前给新地址",
    "上月维修费超了预算，想换长寿命胎",
    "淡季停了三台车，下季度再看",
    "要一份合格证和检测报告，投标用",
)
STOCK = (
    "6.00-9 存四条，7.00-12 存两条", "常用规格都有，约够三周", "28×9-15 已断货", "库存偏高，先消化",
    "蓄电池存一组，滤芯缺",
)  # fmt: skip
RIVALS = (
    "甲牌业务员上周来过，报价低五个点", "乙牌在送样，买十送一", "丙牌答应四十八小时到货",
    "未见竞品动作", "丁牌在园区门口设了换胎点",
)  # fmt: skip
PRICES = ("市价平稳", "有外区货流入，单价低二十元", "充气胎小幅上涨", "零售价与我方一致")
WISHES = ("希望夜间也能上门换胎", "要求开专票", "想要一份保养手册", "希望固定一名技术员")
PLANS = ("下半年再添两台叉车", "准备自建维修班", "年底搬新仓", "明年统一换电动叉车")
MARKET = ("园区入驻率上升", "周边新开两家物流公司", "厂里订单转淡", "冷链需求增加")
COMPLAINTS = ("一条胎侧有裂纹，要求换", "发票抬头开错一次", "送错一个规格，已当场换回")
ORDERED = (
    "实心胎 6.00-9 四条", "实心胎 7.00-12 两条", "28×9-15 充气胎六条", "门架滚轮十只",
    "聚氨酯轮八只", "滤芯一箱、机油两桶", "内胎十二条",
)  # fmt: skip
REMARKS = ("报价三天内要给", "下次带技术员同去", "盯住新仓的车", "先把账对清再谈量")
CANCELLED = ("客户来电改期", "客户临时开会", "当天停电，工厂放假", "联系人出差")
LATE = ("路上堵车，回来晚", "在客户处试装，晚归", "车坏在外环，次日送回")
WRONG_TICKS = ("点错一行，卡未还", "张冠李戴，误点归还")
_NEWCOMERS = ("临时问路认识，开冷库", "展会上留的电话", "老客户隔壁新开的仓", "车队长介绍的同行")

_PROMISED = (
    ("三天内回复报价", "us"), ("送两条样胎试用", "us"), ("带技术员上门看磨损", "us"),
    ("补开上月发票", "us"), ("换回错发的轮毂", "us"), ("送新产品目录", "us"),
    ("提供新仓叉车清单", "customer"), ("约老板见面", "customer"), ("月底前付清欠款", "payment"),
    ("下周付一半货款", "payment"),
)  # fmt: skip
_MONEY = ("转账", "微信", "现金")
_PURPOSES = ("order", "relation", "survey", "collect", "promotion", "new_product", "stock_count")
_WEIGHTS = (28, 24, 14, 12, 8, 8, 6)

_SOMETIMES: Mapping[str, tuple[tuple[str, ...], float]] = MappingProxyType(
    {
        "stock": (STOCK, 0.3),
        "rivals": (RIVALS, 0.25),
        "prices": (PRICES, 0.12),
        "wishes": (WISHES, 0.15),
        "plans": (PLANS, 0.1),
        "market": (MARKET, 0.08),
        "complaint": (COMPLAINTS, 0.04),
        "supervisor_note": (REMARKS, 0.05),
    }
)


class Promise(NamedTuple):
    """What was promised at a visit, and by whom."""

    description: str
    promised_by: str


def purposes(random: Random) -> str:
    """What a visit is for, as a plan's line keeps it."""
    chosen = random.choices(_PURPOSES, _WEIGHTS, k=random.choice((1, 1, 2)))
    return ",".join(dict.fromkeys(chosen))


def promise(random: Random) -> Promise:
    """Something promised."""
    return Promise(*random.choice(_PROMISED))


def took_place(random: Random, met: str, starts_at: int, stay: int, day: date) -> dict[str, Any]:
    """What a record says of a visit that took place, by column.

    Args:
        random: the sample's dice.
        met: who was met.
        starts_at: minute of the day for which it was planned.
        stay: minutes planned.
        day: the day.
    """
    arrived = starts_at + random.randrange(-10, 16)
    left = arrived + max(10, stay + random.randrange(-10, 16))
    values: dict[str, Any] = {
        "method": "on_site",
        "arrived_at": _clock(arrived),
        "left_at": _clock(left),
        "met": met,
        "good_moment": random.random() < 0.8,
        "mood": random.choice((2, 3, 3, 4, 4, 5)),
        "outcome": random.choice(("yes", "yes", "yes", "partly", "partly", "no")),
        "visited": "；".join(random.sample(LEARNT, random.choice((1, 1, 2)))),
    }
    for name, (texts, chance) in _SOMETIMES.items():
        if random.random() < chance:
            values[name] = random.choice(texts)
    if "supervisor_note" in values:
        values["discussed_on"] = day
    if values["outcome"] == "yes" and random.random() < 0.4:
        values["ordered"] = random.choice(ORDERED)
    if random.random() < 0.1:
        values["collected_money"] = f"{random.choice(_MONEY)} {random.randrange(8, 240) * 100} 元"
    return values


def by_chance(random: Random) -> dict[str, Any]:
    """What a record says of someone met on the way."""
    return {
        "method": "on_site",
        "mood": random.choice((3, 3, 4)),
        "outcome": "partly",
        "visited": random.choice(_NEWCOMERS),
    }


def not_visited(random: Random) -> str:
    """Why a visit did not take place."""
    return random.choice(("absent", "absent", "absent", "postponed", "postponed", "traffic"))


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"
