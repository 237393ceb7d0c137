"""What reps of the sample office write on cards: short, concrete, of one trade.

The trade is forklift tyres and parts; the phrases are put together at random, so each stands for
itself. They are invented, the brands 甲牌 to 丁牌 among them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Trade:
    """One line of business.

    Attributes:
        name: how it ends a firm's name.
        industry: entry of the office's own list.
        channel: customer type.
        business: what it sells or does.
        org_forms: legal forms that are usual in it.
    """

    name: str
    industry: str
    channel: str
    business: str
    org_forms: tuple[str, ...] = ("limited",)


TRADES: tuple[Trade, ...] = (
    Trade("叉车配件", "物流设备配件", "distributor", "叉车配件批发、轮胎更换服务"),
    Trade("工程机械", "工程机械", "distributor", "叉车、装载机整机与配件销售"),
    Trade("轮胎", "物流设备配件", "wholesaler", "实心胎、充气胎批发"),
    Trade("机电设备", "机电设备", "wholesaler", "电动叉车、蓄电池、充电机"),
    Trade("叉车租赁", "设备租赁", "end_user", "叉车短租、长租、代维修"),
    Trade("物流", "仓储物流", "end_user", "仓储、城市配送、装卸"),
    Trade("供应链管理", "仓储物流", "end_user", "第三方仓储、冷链中转"),
    Trade("食品", "食品加工", "end_user", "调味品生产,自有成品库两座"),
    Trade("包装材料", "纸品包装", "end_user", "纸箱、托盘、缠绕膜生产"),
    Trade("建材", "建筑材料", "end_user", "瓷砖、石膏板仓储销售"),
    Trade("纺织", "纺织印染", "end_user", "坯布织造,原料库日进出四十托"),
    Trade("饲料", "农业与饲料", "end_user", "畜禽饲料生产与配送"),
    Trade("医药", "医药流通", "end_user", "药品配送中心,高架库"),
    Trade("家具", "家具制造", "end_user", "板式家具生产,两班运转"),
    Trade("农产品", "农业与饲料", "end_user", "果蔬冷藏、分拣、批发", ("cooperative", "limited")),
    Trade("叉车维修部", "物流设备配件", "retailer", "上门换胎、小修、保养", ("sole_trader",)),
    Trade("配件经营部", "物流设备配件", "retailer", "叉车零配件零售", ("sole_trader",)),
    Trade("五金商行", "五金机电", "retailer", "轴承、油封、液压件零售", ("sole_trader",)),
    Trade("设备代理", "机电设备", "agent", "进口仓储设备代理", ("limited", "foreign_invested")),
    Trade("汽配", "汽车配件", "wholesaler", "重卡与叉车轮胎兼营", ("limited", "partnership")),
)

SOURCE_DETAILS = {
    "direct_purchase": ("物流企业名录2024版", "工业园入园企业清单"),
    "original_records": ("2021年维修单", "旧客户台账第3册"),
    "endless_chain": ("老客户引荐", "车队长介绍"),
    "new_records": ("新开仓库招工启事", "新登记企业"),
    "acquaintance": ("同学介绍", "邻居开的厂"),
    "list_search": ("西部物流展会刊", "行业协会名册"),
    "mutual_benefit": ("与蓄电池商互换名单", "与油品商互换名单"),
    "press_directory": ("地方晚报广告", "行业年鉴"),
    "inquiry_records": ("来电询价", "柜台问价"),
    "cold_visit": ("园区逐户走访", "扫街"),
    "feedback": ("售后回访卡", "质保回执"),
    "social_relations": ("商会活动", "校友会"),
    "repeat_sales": ("两年前购胎客户", "到期复购"),
    "email": ("行业群询价", "邮件询盘"),
}

PHILOSOPHIES = (
    "重服务、不打价格战",
    "薄利多销",
    "只做熟客",
    "先款后货,不赊账",
    "品牌专营",
    "跟着整车走",
)
DIRECTIONS = ("向整车维修扩展", "做租赁车队", "进电商仓配", "扩周边县市", "专做冷链", "维持现状")
POLICIES = ("多品种多规格", "少品种大批量", "上门服务收费", "会员价", "季度让利", "旧胎折价")
PLANS = (
    "明年在德阳设分店", "二期仓库下半年投用,叉车增至十二台", "换一批电动叉车", "收缩门店,做线上",
    "与物流园签三年场地", "无明确计划",
)  # fmt: skip
SPECIAL = ("上门换胎", "夜间抢修", "两班倒,中午能见人", "老板亲自管账", "货到付款", "车队统一采购")
GOALS = (
    "年利润一百万元",
    "车辆出勤率九成五",
    "单台年胎耗降一成",
    "三年内做到片区前三",
    "库存周转降到二十天",
)
GOAL_PLANS = (
    "扩品规、扩网点",
    "签年度供货、锁价",
    "换长寿命实心胎",
    "配专人管库",
    "先试两台再推开",
)
LIKES = ("货到及时、当面谈", "先发资料再见面", "喝茶慢谈", "下午三点后联系", "凡事留书面")
DISLIKES = ("电话催单", "月底上门", "换人对接", "临时改价", "在员工面前谈价")
RIVAL_RELATIONS = ("同时经销甲牌", "与乙牌签过返利", "只用我方", "价低者得", "甲牌老客户,我方补缺")
MARKET_PLANS = ("五月门店促销", "年底团购会", "参加秋季展会", "开春换季清库存")
SALES_STATUS = (
    "月均二十五条,稳中有升",
    "量小但不断货",
    "上半年下滑,下半年回升",
    "旺季集中在三四月",
    "停滞",
)
PROBLEMS = (
    "月底压款",
    "型号杂,常缺货",
    "嫌等货久",
    "对账拖延",
    "仓管换人,交接不清",
    "旧胎退货纠纷未了",
)
STRENGTHS = ("离物流园近", "老板守信", "用量稳定", "愿意试新品", "有自己的维修班")
MEASURES = (
    "签季度合同换账期",
    "备两套常用规格",
    "派技术员月检",
    "每月二十号前对账",
    "请主管同访一次",
)
TERMS = ("月结45天,年返2%", "货到付款,满五千免运", "月结30天", "款到发货", "季结,旧胎折价抵扣")
PRICE_TIERS = ("一级经销价 92折", "二级经销价 95折", "终端价 98折", "零售价")
OTHER_PRODUCTS = (
    "蓄电池、货叉、机油",
    "轮胎、轮毂、门架滚轮",
    "液压油、滤芯",
    "充电机、托盘车",
    "工程胎、内胎",
)
AREAS = ("成都市、德阳市", "成都市区", "三环外及周边县市", "德阳、绵阳", "本区及邻区")

ROLE_TITLES = (
    ("总经理", ("decider", "approver")),
    ("采购经理", ("buyer",)),
    ("设备主管", ("user", "influencer")),
    ("仓库主任", ("user",)),
    ("财务", ("gatekeeper", "approver")),
    ("车队长", ("user", "influencer")),
    ("老板娘", ("buyer", "decider")),
    ("办公室主任", ("gatekeeper",)),
)
NATIVE_PLACES = (
    "四川资阳",
    "四川德阳",
    "四川绵阳",
    "重庆潼南",
    "四川南充",
    "四川达州",
    "浙江温州",
    "湖北荆州",
)
FAMILIES = ("已婚,一女", "已婚,一子", "儿子上高中", "女儿在读大学", "父母同住", "未婚")
PERSONALITIES = ("爽直", "谨慎", "话少、守时", "急性子", "随和", "讲排场")
HOBBIES = ("钓鱼", "麻将、川剧", "羽毛球", "喝茶", "摄影", "跑步", "下棋", "听评书")
EXPERIENCES = ("曾任车队长", "做过十年采购", "厂里干起来的", "从部队转业", "原是我方客户的仓管")
VIEWS = ("认我方质量,嫌贵", "信得过老赵", "觉得送货慢", "看重售后", "对我方无偏见")

NEEDS = (
    ("换胎不停工", "车辆随时可用", "夜间上门换胎"),
    ("耐磨、少换", "单台年成本低", "推荐实心胎并试装"),
    ("型号齐、不断货", "一次买全", "备常用规格两套"),
    ("账期宽一些", "资金周转", "季度合同换账期"),
    ("有人懂设备", "少走弯路", "技术员每月巡检"),
    ("价格稳定", "预算可控", "半年锁价"),
)
RIVALS = (
    ("甲牌", "铁翼轮胎厂"),
    ("乙牌", "驰岳橡胶"),
    ("丙牌", "固行工业胎"),
    ("丁牌", "川沱轮业"),
)
RIVAL_PRODUCTS = ("实心胎 6.00-9", "实心胎 7.00-12", "充气胎 28×9-15", "聚氨酯轮", "门架滚轮")
OPINIONS = ("便宜,寿命短", "质量好,交货慢", "售后到位", "磨损不均", "客户用惯了")
PROMOS = ("门头广告", "买十送一", "老客户返券", "陈列架一组")

OCCUPATIONS = (
    ("个体司机", "自有叉车一台,接散活"), ("叉车师傅", "挂靠搬运队"), ("修理工", "上门小修"),
    ("货主", "市场租库自用"), ("车队老板", "三台车"), ("退休技师", "帮人看车"),
)  # fmt: skip
EMPLOYERS = ("顺达搬运队", "自由职业", "北门装卸队", "蔬菜批发市场", "青龙仓储班组", "自家门面")
PERSON_GOALS = (
    "两年内自购两台叉车",
    "今年少修车多干活",
    "把儿子带进这一行",
    "攒钱开门面",
    "换一台电动叉车",
)
PERSON_STATUS = ("年换胎两次", "今年只买过一次", "按季来拿货", "旺季才来", "比去年少一半")
PERSON_PROBLEMS = ("嫌等货久", "手头紧,常拖", "旧胎要求折价", "只认一个牌子")
PERSON_MEASURES = ("预留库存", "约他年底一次性换", "送货到场地", "请他介绍两位同行")
PERSON_TERMS = ("现款", "微信付清再取货", "月底一次清", "两条起送货")
SCHOOLS = ("资阳三中", "德阳技校", "机电中专", "蓉城职校")
CAREERS = ("2006—2015年开叉车,后单干", "跑过长途,回来开叉车", "厂里修理班出来", "一直做搬运")
TOPICS = ("孩子升学", "钓鱼", "车价", "老家修房", "油电成本")
TABOOS = ("不谈前东家", "不谈离婚", "不在饭桌谈价", "不提旧账")
DIETS = ("不饮酒", "不吃辣", "爱喝茶", "素食")
HABITS = ("年底一次性换胎", "坏了才换", "两条一买", "先赊后付,月底清")
LIFESTYLES = ("晨练", "夜班多", "周末在乡下", "常在外地")
NOTES = ("有两位同行朋友可介绍", "只收现款", "电话不接就发微信", "家住三楼无电梯")

SPENDINGS = (
    ("sample", "试装实心胎一条", "试用满意，已补订两条"),
    ("gift", "春节茶叶礼盒", "经理当面收下"),
    ("hospitality", "谈年度框架的便餐", "定下季度量"),
    ("promotion_support", "店庆买十送一", "当月多卖二十条"),
    ("rebate", "上年返利", "转作本年货款"),
    ("training", "给叉车师傅讲换胎", "来了八人"),
    ("technical_support", "上门校四轮", "磨损不均解决"),
    ("display_equipment", "陈列架一组", "摆在门口"),
    ("visit", "陪同厂家走访", "认识了采购"),
)
APPROVERS = ("赵刚", "孙丽", "郑国华")
