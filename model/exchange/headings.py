"""What the headings of lists mean: the card's own labels, and what offices usually write.

Each heading has its meanings in the order in which they are tried; the later ones are for when
another column has taken the first. `None` among them: then the column stays unknown.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from model.cards.definition import CardKind
from model.cards.fields import fields_of
from model.exchange.rejected_words import HEADINGS
from model.exchange.targets import (
    ADDRESS,
    CONTACT,
    DISTRICT,
    FULL_NAME,
    KIND,
    LAST_VISIT,
    PERSON,
    PROMISE,
    REMARK,
    REP,
    SNAPSHOT,
    all_targets,
)
from model.words import words_in

Meaning = tuple[str, str] | None
"""(path, part): the part tells which piece of a name or an address it is, mostly empty."""

_ASIDE = re.compile(r"[(\[【〔{].*?[)\]】〕}]")
_MONEY_UNIT = re.compile(r"[(\[【,:\s](亿元|千万元|百万元|十万元|万元|千元|元|万)[)\]】]?$")

# Path, then the headings that mean it. `?` before a heading: only while no surer column has it.
_USUAL = f"""
{FULL_NAME}: 客户名称 客户全称 公司名称 公司全称 企业名称 企业全称 单位名称 单位全称 客户单位
    购货单位 往来单位 商户名称 商家名称 门店名称 店名 经销商名称 经销商 customername company
    companyname accountname businessname firm clientname
    customerfullname ?客户 ?单位 ?公司 ?企业 ?名称 ?全称 ?抬头 ?开票名称 ?customer ?client
    ?account
short_name: 客户简称 公司简称 单位简称 企业简称 shortname abbreviation ?alias
mnemonic: 拼音码 拼音简码
legacy_no: 旧卡号 原卡号 老卡号 原编号 卡片编号 档案号 档案编号 客户编号 客户编码 客户代码 客户号
    往来编码 customerid customerno customernumber customercode clientid accountno accountnumber
    ?编号 ?编码 ?代码 ?卡号 ?id ?no ?code
{KIND}: 种类 卡片种类 customerkind kindofcustomer ?kind
relationship_status: 合作状态 客户关系状态 customerstatus relationshipstatus
channel_type: 渠道类型 渠道 channel channeltype customertype
abc_class: 级别 客户级别 客户分级 分级 abc abc分类 abc等级 abcclass customerclass ?等级 ?class
    ?grade
is_focus: 重点 是否重点 是否重点客户 focus
is_key_account: 是否大客户 keyaccount
{REP}: 业务员 业务代表 业务人员 销售员 销售代表 销售人员 业务经理 销售经理 客户经理 所属业务员
    跟进人 归属人 归属业务员 rep salesrep salesperson salesman salesrepresentative accountmanager
    accountowner ?销售 ?业务 ?经办人
{DISTRICT}: 片区 所属片区 销售片区 销售区域 所属区域 业务区域 district salesdistrict territory
    salesarea ?区域 ?地区 ?大区 ?region ?area
uscc: 信用代码 社会信用代码 统一信用代码 社会统一信用代码 税号 纳税人识别号 纳税识别号 uscc
    creditcode unifiedsocialcreditcode socialcreditcode
org_form: 组织形式 企业类型 公司类型
industry: 行业 行业类别 行业分类
main_business: 主营 主营产品 经营范围 业务范围
biz_address: 经营地址 公司地址 单位地址 办公地址 营业地址 联系地址 通讯地址 通信地址
    businessaddress officeaddress
{ADDRESS}/street: 地址 详细地址 客户地址 街道地址 address street streetaddress address1
    addressline1 ?billingaddress
{ADDRESS}/county: 区县 县区 所在区县 county
{ADDRESS}/city: 城市 所在城市 所在市 市 city town
{ADDRESS}/state: 省 省份 所在省份 所在省 省市 state province stateprovince stateorprovince
{ADDRESS}/country: 国家 国别 国家地区 country
reg_address: 住所 注册地 registeredaddress
delivery_address: 送货地址 交货地址 发货地址 收件地址 deliveryaddress shippingaddress shipto
postcode: 邮编 postalcode postcode zip zipcode
phone: 固定电话 固话 座机 座机号码 公司电话 单位电话 办公电话 telephone tel phonenumber
    officephone workphone businessphone landline
phone|{CONTACT}phone: 电话 联系电话 电话号码 电话1 电话一 phone phone1
{CONTACT}phone: 联系人电话 电话2 电话二 contactphone
fax: 传真号 传真号码 faxnumber
email: email emailaddress 电子邮件 邮件地址
email|{CONTACT}email: 邮箱 mail
{CONTACT}email: 联系人邮箱 contactemail
website: 网站 公司网址 官网 主页 web url homepage
legal_rep: 法人 法人代表 法人姓名 法定代表
owner_name: 老板 业主 实际控制人
operator_name: 经营者 总经理
founded_on: 成立日期 成立时间 注册日期 开业日期 founded dateoffoundation
first_trade_on: 首次交易 首次交易日期 首次合作 首次合作日期 合作日期 合作时间 开始合作时间
    开户日期 customersince
reg_capital: 注册资金
annual_turnover: 年销售额 年产值 turnover revenue
employees: 员工数 职工人数 人员规模 headcount
bank_name: 开户行 银行 开户银行名称 bankname
bank_account: 银行帐号 账号 帐号 银行账户 开户账号 开户帐号 bankaccount accountnumberbank
tax_type: 纳税人性质
parent_org: 上级公司 母公司 所属集团 parentcompany
source_method: 来源 来源渠道 leadsource
referrer: 推荐人
payment_method: 结算方式 支付方式 paymentmethod
credit_term_days: 信用期 账期天数 paymentterm
settle_day: 结账日 结算日期
delivery_terms: 送货方式 配送方式 提货方式
{REMARK}: ?备注 ?备注说明 ?备注信息 ?说明 ?附注 ?notes ?note ?remark ?remarks ?comment ?comments
    ?memo
{PERSON}: 姓名 客户姓名 联系人 联系人姓名 主要联系人 主联系人 第一联系人 联系人1 contact
    contactname contactperson
{PERSON}/given: firstname givenname 名
{PERSON}/family: lastname familyname surname 姓
{FULL_NAME}|{PERSON}: name fullname
{CONTACT}title: 职务 职位 岗位 联系人职务 联系人职位 title jobtitle position
mobile: 手机号 手机号码 移动电话 联系手机 手机1 mobile mobilephone mobilenumber cell cellphone
    cellular
{CONTACT}mobile: 联系人手机 联系人手机号 contactmobile
wechat: 微信号 微信号码 weixin
birth_date: 生日 出生年月 出生年月日 birthday birthdate dob
{CONTACT}birth_date: 联系人生日
home_address: 家庭住址 家庭地址 homeaddress
employer: 所在单位 任职单位
occupation: 职业
{LAST_VISIT}: 上次拜访 最近拜访 最后拜访 上次拜访日期 上次拜访时间 最近拜访日期 最近拜访时间
    最后拜访日期 拜访日期 最近一次拜访 上次走访 lastvisit lastvisited lastvisiton lastvisitdate
{SNAPSHOT}balance: 欠款余额 欠款 欠款金额 应收余额 应收账款 应收帐款 应收账款余额 应收款 应收
    应收金额 往来余额 余额 尚欠 balance outstanding receivable receivables accountsreceivable
    amountdue balanceowed
{SNAPSHOT}overdue: 其中逾期 逾期 逾期金额 逾期欠款 逾期余额 已逾期 overdue overdueamount pastdue
    ofthisoverdue
{SNAPSHOT}worst_bucket: 账龄 帐龄 最长账龄 账龄段 逾期账龄 逾期天数 最长逾期 ageing aging
    oldestdebt worstbucket
{SNAPSHOT}as_of: 余额日期 截止日期 截至日期 欠款日期 对账日期 asof balancedate balanceasof
{PROMISE}description: 承诺事项 承诺 承诺内容 promise
{PROMISE}due_on: 承诺日期 承诺日 承诺到期日 承诺兑现日期 兑现日期 promisedate promisedue
    promisedueon
"""

_PASSED_OVER = "序号 行号 行次 栏目 原因 rownumber sn"
"""Headings of columns that nobody misses."""


def heading_key(text: str) -> str:
    """A heading as it is compared: without case, blanks, signs, and what stands in brackets."""
    wide = unicodedata.normalize("NFKC", text).casefold()
    bare = _ASIDE.sub("", wide)
    return "".join(filter(str.isalnum, bare)) or "".join(filter(str.isalnum, wide))


def money_unit(heading: str) -> str:
    """The unit of money that a heading names, as 欠款余额（万元）; empty for none."""
    found = _MONEY_UNIT.search(unicodedata.normalize("NFKC", heading).strip())
    return found[1] if found else ""


@cache
def meanings() -> dict[str, tuple[Meaning, ...]]:
    """Heading key -> its meanings."""
    found: dict[str, tuple[Meaning, ...]] = {}
    for key, meaning in _from_labels():
        found.setdefault(key, (meaning,))
    some: tuple[Meaning, ...] = ()
    for word in _USUAL.split():
        if word.endswith(":"):
            some = tuple(meaning_of(path) for path in word[:-1].split("|"))
        else:
            found[heading_key(word)] = (*some, None) if word.startswith("?") else some
    return found


def meaning_of(path: str) -> tuple[str, str]:
    """`address/city` as its path and part."""
    whole, _, part = path.partition("/")
    return whole, part


def _from_labels() -> list[tuple[str, Meaning]]:
    """The labels of the card's definition, in both languages, and the identifiers."""
    chinese = words_in("zh")
    found: list[tuple[str, Meaning]] = []
    for path, field in all_targets():
        found.append((heading_key(path), (path, "")))
        found += [
            (heading_key(name), (path, ""))
            for label in (field.label, field.short)
            if label
            for name in (label, chinese("CardField", label))
        ]
    return found


@cache
def passed_over() -> frozenset[str]:
    """Keys of headings that are left out without a word: row counts, our own added columns."""
    names = [*_PASSED_OVER.split(), *HEADINGS]
    chinese = words_in("zh")
    return frozenset(
        heading_key(text) for name in names for text in (name, chinese("RejectedRows", name))
    )


@cache
def filled_by_program() -> frozenset[str]:
    """Keys of the labels of fields that the program fills: never imported."""
    chinese = words_in("zh")
    found = set()
    for kind in CardKind:
        for field in fields_of(kind):
            if not field.editable:
                found |= {heading_key(field.label), heading_key(chinese("CardField", field.label))}
    return frozenset(found)
