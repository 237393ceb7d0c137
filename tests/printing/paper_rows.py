"""The faces of domain.md §3, row by row: what the printed page is held against.

Nothing here comes from the program's own layout. `7: #电话:2 phone:5` is a row of 7 mm with a label
of two columns and a value of five; `x4` repeats it for the first four rows of a table; `·` is
written in by hand; `+` joins fields in one cell; `=` separates two sections; a line that is
indented goes on with the one before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

COLUMNS, HEADING, TOP, BOTTOM = 24, 8.0, 12.0, 12.0  # millimetres, §3.1


@dataclass(frozen=True)
class Paper:
    """One side of a card: its sheet, what stands above and below the grid, its rows."""

    width: float
    height: float
    column: float
    above: float
    below: float
    rows: str
    spare: bool = False
    """Whether what is left of the height goes to the rows of the last section."""


@dataclass(frozen=True)
class PaperCell:
    """A cell in millimetres from the page's lower left, with what stands in it."""

    what: str
    left: float
    bottom: float
    right: float
    top: float


A4 = (210.0, 297.0, 7.4)
A5 = (210.0, 148.0, 7.5)

HEAD = """
{0}: #卡号:2 card_no:4 #档案位:2 location:4 #客户等级:3 abc_class:2 #密级:2 secrecy:2 #版次:2
   revision_no:1
{0}: #建卡日期:3 created_on:4 #填卡人:2 filled_by:3 #审核人:2 reviewed_by:3 #负责业务员:3 rep:4
=
"""
USAGE = "visited_on:3 .out_at:3 .in_at:3 .rep:3 .summary:9 ·:3"

COMPANY_FRONT = (
    HEAD.format(7)
    + """
8: #客户全称:3 full_name:11 #简称:2 short_name:3 #客户状态:3 relationship_status:2
8: #统一社会信用代码:5 uscc:7 #企业组织形式:4 org_form:3 #客户类型:3 channel_type:2
8: #经营地址:3 biz_address:12 #邮政编码:3 postcode:2 #片区:2 district:2
8: #注册地址:3 reg_address:9 #收货地址:3 delivery_address:9
8: #电话:2 phone:5 #传真:2 fax:4 #电子邮箱:3 email:4 #网址:2 website:2
8: #法定代表人:4 legal_rep:4 #所有者:3 owner_name:4 #经营管理者:4 operator_name:5
8: #创业时间:3 founded_on:4 #起始交易时间:4 first_trade_on:4 #员工人数:3 employees:2 #纳税人:2
   tax_type:2
8: #注册资本:3 reg_capital:3 #资产总额:3 total_assets:3 #年营业额:3 annual_turnover:3
   #经营场所:3 premises:3
8: #开户银行:3 bank_name:9 #银行账号:3 bank_account:9
8: #主营业务:3 main_business:9 #所属行业:3 industry:9
7: #主要人物:3 #职务:3 #采购角色:3 #手机:4 #出生/籍贯/民族:4 #学历/经历:3 #性格/爱好/家庭:4
8x4: contacts[].name:3 .title:3 .roles:3 .mobile:4 .birth_date+.native_place+.ethnicity:4
   .education+.experience:3 .personality+.hobbies+.family:4
8: #客户来源:3 source_method:5 #来源说明:3 source_detail:7 #介绍人:3 referrer:3
=
11: #服务区域:3 service_area:9 #销售能力:3 sales_capacity:9
9: #发展潜力:3 growth_potential:5 #经营观念:3 biz_philosophy:5 #经营方向:3 biz_direction:5
11: #经营政策:3 biz_policy:9 #企业规划:3 biz_plan:9
11: #经营特点:3 biz_features:9 #其他产品:3 other_products:9
9: #销售人员:3 sales_force_size:3 #下线网点:3 outlets:3 #客户目标:3 customer_goal+goal_plan:9
9: #喜好:3 likes:9 #反感:3 dislikes:9
11: #主要需求:3 needs:21
"""
)

COMPANY_BACK = f"""
7: #年度:3 #我方销售额(元):5 #回款(元):4 #客户总销售额(万元):5 #我方占比:3 #同比增长:4
7x3: sales_history[].year:3 .net_sales:5 .collected:4 .category_demand:5 .share:3 .growth:4
8: #经营管理者素质:5 manager_quality:3 #业务员素质:4 staff_quality:3 #合作态度:3 coop_attitude:6
9: #与本企业业务关系:5 our_relation:7 #与竞争者的关系:5 competitor_relation:7
7: #竞品品牌:4 #产品:4 #月销量:3 #单价:3 #客户评价:6 #我方月销量:4
7x3: competitor_sales[].brand:4 .product:4 .monthly_qty:3 .price:3 .opinion:6 .our_qty:4
=
11: #客户销售现状:4 sales_status:20
11: #存在的问题:4 problems:8 #保持的优势:4 strengths:8
11: #未来对策:4 countermeasures:20
8: #企业形象:3 corporate_image:3 #声誉:2 reputation:4 #信用等级:3 credit_grade:3 #信用评分:3
   credit_score:3
8: #信用额度:3 credit_limit:5 #账期:2 credit_term_days:3 #付款方式:3 payment_method:3
   #付款态度:3 payment_attitude:2
9: #交易条件:3 trade_terms:9 #价格等级:3 price_tier:3 #结算日:3 settle_day:3
8: #交货方式:3 delivery_terms:9 #销售周期:3 sales_cycle_days:3 #安全库存:3 safety_stock:3
=
7: #拜访日期:3 #借出:3 #归还:3 #业务员:3 #拜访摘要:9 #主管阅:3
6x8: usage_log[].{USAGE}
=
7: #修订日期:3 #修订项:5 #原值:5 #新值:5 #修订人:3 #审核:3
6x4: revisions[].changed_on:3 .field:5 .old_value:5 .new_value:5 .changed_by:3 .accepted_by:3
=
10: #业务员签字:4 ·:4 #主管签字:4 ·:4 #专管员签字:4 ·:4
"""

INDIVIDUAL_FRONT = (
    HEAD.format(6)
    + """
7: #姓名:2 full_name:4 #性别:2 gender:2 #出生日期:3 birth_date:3 #民族:2 ethnicity:2 #籍贯:2
   native_place:2
7: #住址:2 home_address:11 #邮政编码:3 postcode:3 #片区:2 district:3
7: #手机:2 mobile:4 #电话:2 phone:4 #微信:2 wechat:4 #邮箱:2 email:4
7: #职业头衔:3 occupation:9 #工作单位:3 employer:9
7: #客户状态:3 relationship_status:5 #客户类型:3 channel_type:5 #起始交易时间:4 first_trade_on:4
7: #教育背景:3 education+school:9 #家庭情况:3 marital_status+spouse+children:9
7: #客户来源:3 source_method:5 #来源说明:3 source_detail:7 #介绍人:3 referrer:3
=
9: #业务背景:3 career+associations:9 #特殊兴趣:3 hobbies+topics+dislikes:9
9: #个人生活:3 personality+diet+lifestyle:9 #对我态度:3 attitude_to_us+customer_goal:9
9: #购买习惯:3 purchase_habit:9 #主要需求:3 needs:9
"""
)

INDIVIDUAL_BACK = f"""
7: #销售实绩:3 sales_history:9 #业务关系:3 our_relation:3 #合作态度:3 coop_attitude:3
7: #现用竞品:3 competitor_sales:21
=
7: #交易现状:3 sales_status:9 #信用等级:3 credit_grade:3 #付款方式:3 payment_method:3
9: #存在问题:3 problems:5 #未来对策:3 countermeasures:5 #交易条件:3 trade_terms:5
7: #其他参考:3 other_notes:21
=
6: #拜访日期:3 #借出:3 #归还:3 #业务员:3 #拜访摘要:9 #主管阅:3
6x6: usage_log[].{USAGE}
=
8: #业务员签字:4 ·:4 #主管签字:4 ·:4 #专管员签字:4 ·:4
"""

PAPERS = {
    ("company", 0): Paper(*A4, above=25, below=12, rows=COMPANY_FRONT, spare=True),
    ("company", 1): Paper(*A4, above=12, below=6, rows=COMPANY_BACK),
    ("individual", 0): Paper(*A5, above=22, below=8, rows=INDIVIDUAL_FRONT),
    ("individual", 1): Paper(*A5, above=12, below=6, rows=INDIVIDUAL_BACK),
}
"""(kind of card, 0 = front or 1 = back) -> what domain.md says of it."""

COMPANIONS = {
    "channel_type": "agent_kind",
    "total_assets": "total_assets_year",
    "annual_turnover": "annual_turnover_year",
    "premises": "premises_area",
    "sales_capacity": "sales_capacity_note",
    "delivery_terms": "delivery_terms_note",
    "attitude_to_us": "attitude_to_us_note",
}
"""Fields that §2 describes as a second part of another's cell."""

MORE = {
    "company": (
        "customer_kind", "is_focus", "is_key_account", "legacy_no", "revised_on", "mnemonic",
        "parent_org", "market_plans", "org_structure",
    ),
    "individual": (
        "customer_kind", "is_focus", "is_key_account", "legacy_no", "revised_on", "birthplace",
        "anniversary", "anniversary_note", "price_sensitivity",
    ),
}  # fmt: skip
"""Fields kept on the screen, under 更多 (§3.5)."""

_ROW = re.compile(r"(?P<mm>\d+)(?:x(?P<times>\d+))?: (?P<cells>.*)")


def sections(paper: Paper) -> list[list[tuple[float, list[tuple[str, int]]]]]:
    """Sections of rows: (height in millimetres, cells as (what, span))."""
    found: list[list[tuple[float, list[tuple[str, int]]]]] = [[]]
    for line in filter(None, paper.rows.replace("\n   ", " ").split("\n")):
        if line == "=":
            found.append([])
            continue
        row = _ROW.fullmatch(line)
        assert row, line
        for index in range(int(row["times"] or 1)):
            found[-1].append((float(row["mm"]), list(_row_cells(row["cells"], index))))
    return found


def _row_cells(text: str, index: int) -> Iterator[tuple[str, int]]:
    """The cells of a row, the paths of a table's row with its place."""
    table = ""
    for word in text.split():
        what, _, span = word.rpartition(":")
        if "[]" in what:
            table, _, what = what.partition("[].")
            what = f".{what}"
        if table and what != "·":
            what = "+".join(f"{table}[{index}]{part}" for part in what.split("+"))
        yield what, int(span)


def margin(paper: Paper) -> float:
    """The same at both sides."""
    return (paper.width - HEADING - COLUMNS * paper.column) / 2


def cells(paper: Paper) -> list[PaperCell]:
    """Every cell of a side, from its upper left to its lower right."""
    parts = sections(paper)
    used = paper.above + paper.below + sum(mm for rows in parts for mm, _ in rows)
    spare = paper.height - TOP - BOTTOM - used
    top = paper.height - TOP - paper.above
    found = []
    for rows in parts:
        more = spare / len(rows) if paper.spare and rows is parts[-1] else 0.0
        for height, words in rows:
            left = margin(paper) + HEADING
            bottom = top - height - more
            for what, span in words:
                right = left + span * paper.column
                found.append(PaperCell(what, left, bottom, right, top))
                left = right
            top = bottom
    return found
