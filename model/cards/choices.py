"""The value lists of the card: what is stored, and the words for it.

Stored values are the glossary's; the words are marked English texts of the contexts `CardChoice`
and `Rating`. Lists that an office keeps itself (industries, price tiers) are not here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from model.words import mark


@dataclass(frozen=True, slots=True)
class Choice:
    """One entry of a value list.

    Attributes:
        value: what is stored.
        label: marked English text.
        context: the text's context in the catalogue.
    """

    value: str
    label: str
    context: str = "CardChoice"


def values(choices: Iterable[Choice]) -> tuple[str, ...]:
    """The stored values of a list, in order."""
    return tuple(choice.value for choice in choices)


EXPLICIT = (
    Choice("none", mark("CardChoice", "None")),
    Choice("not_applicable", mark("CardChoice", "Not applicable")),
)
"""The two answers that stand in a cell instead of a value and count as filled."""

CARD_KINDS = (
    Choice("company", mark("CardChoice", "Company")),
    Choice("individual", mark("CardChoice", "Individual")),
)
"""客户种类."""

STATUSES = (
    Choice("prospect", mark("CardChoice", "Prospect")),
    Choice("future", mark("CardChoice", "Future customer")),
    Choice("current", mark("CardChoice", "Current customer")),
    Choice("interrupted", mark("CardChoice", "Interrupted customer")),
    Choice("abandoned", mark("CardChoice", "Abandoned customer")),
)
"""客户状态 (changes between them: domain.md §5.9)."""

CHANNEL_TYPES = (
    Choice("distributor", mark("CardChoice", "Distributor")),
    Choice("agent", mark("CardChoice", "Agent")),
    Choice("wholesaler", mark("CardChoice", "Wholesaler")),
    Choice("retailer", mark("CardChoice", "Retailer")),
    Choice("oem_sales", mark("CardChoice", "Maker's sales company")),
    Choice("consignee", mark("CardChoice", "Consignee")),
    Choice("broker", mark("CardChoice", "Broker")),
    Choice("end_user", mark("CardChoice", "End user")),
    Choice("other", mark("CardChoice", "Other")),
)
"""客户类型."""

AGENT_KINDS = (
    Choice("manufacturer_agent", mark("CardChoice", "Manufacturer's agent")),
    Choice("selling_agent", mark("CardChoice", "Selling agent")),
)
"""Sub-types of agents."""

ABC_CLASSES = (
    Choice("A", mark("CardChoice", "A")),
    Choice("B", mark("CardChoice", "B")),
    Choice("C", mark("CardChoice", "C")),
    Choice("N", mark("CardChoice", "New")),
    Choice("P", mark("CardChoice", "Pros.")),
)
"""客户等级; N for customers under three months, P for prospects and future customers."""

SECRECIES = (
    Choice("internal", mark("CardChoice", "Internal")),
    Choice("confidential", mark("CardChoice", "Confidential")),
    Choice("secret", mark("CardChoice", "Secret")),
)
"""密级."""

SOURCE_METHODS = (
    Choice("direct_purchase", mark("CardChoice", "Bought list")),
    Choice("original_records", mark("CardChoice", "Own old records")),
    Choice("endless_chain", mark("CardChoice", "Referral chain")),
    Choice("new_records", mark("CardChoice", "New registrations")),
    Choice("acquaintance", mark("CardChoice", "Acquaintances")),
    Choice("list_search", mark("CardChoice", "Directories")),
    Choice("mutual_benefit", mark("CardChoice", "Swapped leads")),
    Choice("press_directory", mark("CardChoice", "Press and yearbooks")),
    Choice("inquiry_records", mark("CardChoice", "Enquiries")),
    Choice("cold_visit", mark("CardChoice", "Cold visits")),
    Choice("feedback", mark("CardChoice", "Feedback")),
    Choice("social_relations", mark("CardChoice", "Social relations")),
    Choice("repeat_sales", mark("CardChoice", "Repeat sales")),
    Choice("email", mark("CardChoice", "E-mail and messages")),
    Choice("other", mark("CardChoice", "Other")),
)
"""客户来源: the fourteen methods and 其他 (domain.md §2.7)."""

ORG_FORMS = (
    Choice("limited", mark("CardChoice", "Limited company")),
    Choice("joint_stock", mark("CardChoice", "Joint-stock company")),
    Choice("sole_proprietorship", mark("CardChoice", "Sole proprietorship")),
    Choice("partnership", mark("CardChoice", "Partnership")),
    Choice("sole_trader", mark("CardChoice", "Licensed sole trader")),
    Choice("state_owned", mark("CardChoice", "State-owned enterprise")),
    Choice("collective", mark("CardChoice", "Collective enterprise")),
    Choice("foreign_invested", mark("CardChoice", "Foreign-invested enterprise")),
    Choice("public_body", mark("CardChoice", "Public body")),
    Choice("cooperative", mark("CardChoice", "Farmers' cooperative")),
    Choice("other", mark("CardChoice", "Other")),
)
"""企业组织形式."""

PREMISES = (
    Choice("owned", mark("CardChoice", "Owned")),
    Choice("leased", mark("CardChoice", "Leased")),
)
"""经营场所."""

TAX_TYPES = (
    Choice("general", mark("CardChoice", "General VAT payer")),
    Choice("small_scale", mark("CardChoice", "Small-scale VAT payer")),
    Choice("non_vat", mark("CardChoice", "Not a VAT payer")),
)
"""纳税人类型."""

OUR_RELATIONS = (
    Choice("exclusive", mark("CardChoice", "Exclusive")),
    Choice("main", mark("CardChoice", "Main")),
    Choice("regular", mark("CardChoice", "Regular")),
    Choice("occasional", mark("CardChoice", "Occasional")),
    Choice("none", mark("CardChoice", "None")),
)
"""与本企业的业务关系."""

CREDIT_GRADES = (
    Choice("AAA", mark("CardChoice", "AAA")),
    Choice("AA", mark("CardChoice", "AA")),
    Choice("A", mark("CardChoice", "A")),
    Choice("B", mark("CardChoice", "B")),
    Choice("C", mark("CardChoice", "C")),
    Choice("unrated", mark("CardChoice", "Unrated")),
)
"""信用等级."""

PAYMENT_METHODS = (
    Choice("cash", mark("CardChoice", "Cash")),
    Choice("bank_transfer", mark("CardChoice", "Bank transfer")),
    Choice("acceptance_bill", mark("CardChoice", "Acceptance bill")),
    Choice("cheque", mark("CardChoice", "Cheque")),
    Choice("wechat_pay", mark("CardChoice", "WeChat Pay")),
    Choice("alipay", mark("CardChoice", "Alipay")),
    Choice("prepaid", mark("CardChoice", "Prepaid")),
    Choice("cash_on_delivery", mark("CardChoice", "Cash on delivery")),
)
"""付款方式."""

PAYMENT_ATTITUDES = (
    Choice("prompt", mark("CardChoice", "Prompt")),
    Choice("average", mark("CardChoice", "Average")),
    Choice("slow", mark("CardChoice", "Slow")),
    Choice("difficult", mark("CardChoice", "Difficult")),
    Choice("delinquent", mark("CardChoice", "Delinquent")),
)
"""付款态度."""

DELIVERY_TERMS = (
    Choice("delivered", mark("CardChoice", "Delivered")),
    Choice("pickup", mark("CardChoice", "Picked up")),
    Choice("freight", mark("CardChoice", "By carrier")),
)
"""交货方式."""

GENDERS = (
    Choice("male", mark("CardChoice", "Male")),
    Choice("female", mark("CardChoice", "Female")),
    Choice("unset", mark("CardChoice", "Not filled in")),
)
"""性别."""

EDUCATIONS = (
    Choice("junior", mark("CardChoice", "Junior school or less")),
    Choice("secondary", mark("CardChoice", "Secondary school")),
    Choice("college", mark("CardChoice", "Junior college")),
    Choice("bachelor", mark("CardChoice", "Bachelor")),
    Choice("postgraduate", mark("CardChoice", "Postgraduate")),
    Choice("unset", mark("CardChoice", "Not filled in")),
)
"""学历."""

MARITAL_STATUSES = (
    Choice("single", mark("CardChoice", "Unmarried")),
    Choice("married", mark("CardChoice", "Married")),
    Choice("other", mark("CardChoice", "Other")),
    Choice("unset", mark("CardChoice", "Not filled in")),
)
"""婚姻状况."""

ATTITUDES = (
    Choice("supportive", mark("CardChoice", "Supportive")),
    Choice("neutral", mark("CardChoice", "Neutral")),
    Choice("opposed", mark("CardChoice", "Opposed")),
)
"""A person's attitude to us."""

BUYING_ROLES = (
    Choice("user", mark("CardChoice", "User")),
    Choice("buyer", mark("CardChoice", "Buyer")),
    Choice("influencer", mark("CardChoice", "Influencer")),
    Choice("decider", mark("CardChoice", "Decider")),
    Choice("gatekeeper", mark("CardChoice", "Gatekeeper")),
    Choice("approver", mark("CardChoice", "Approver")),
)
"""采购角色: the parts people take in a purchase (domain.md §2.5)."""

POSITION_KINDS = (
    Choice("legal_rep", mark("CardChoice", "Legal representative")),
    Choice("owner", mark("CardChoice", "Owner")),
    Choice("operator", mark("CardChoice", "Operating manager")),
    Choice("other", mark("CardChoice", "Other")),
)
"""关系身份."""

INVESTMENT_KINDS = (
    Choice("visit", mark("CardChoice", "Visit")),
    Choice("sample", mark("CardChoice", "Sample")),
    Choice("gift", mark("CardChoice", "Gift")),
    Choice("hospitality", mark("CardChoice", "Hospitality")),
    Choice("promotion_support", mark("CardChoice", "Promotion support")),
    Choice("rebate", mark("CardChoice", "Rebate")),
    Choice("training", mark("CardChoice", "Training")),
    Choice("technical_support", mark("CardChoice", "Technical support")),
    Choice("display_equipment", mark("CardChoice", "Display equipment")),
)
"""投入类别, domain.md §4.6."""

ATTACHMENT_KINDS = (
    Choice("licence", mark("CardChoice", "Business licence")),
    Choice("bank_permit", mark("CardChoice", "Bank permit")),
    Choice("authorisation", mark("CardChoice", "Authorisation")),
    Choice("contract", mark("CardChoice", "Contract")),
    Choice("business_card", mark("CardChoice", "Business card")),
    Choice("photo", mark("CardChoice", "Photo")),
    Choice("other", mark("CardChoice", "Other")),
)
"""附件类型, domain.md §2.6."""

RATINGS = (
    Choice("1", mark("Rating", "Very poor"), "Rating"),
    Choice("2", mark("Rating", "Poor"), "Rating"),
    Choice("3", mark("Rating", "Fair"), "Rating"),
    Choice("4", mark("Rating", "Good"), "Rating"),
    Choice("5", mark("Rating", "Very good"), "Rating"),
)
"""The words of ratings; stored as whole numbers 1 to 5."""

TRADE_TYPES = frozenset(
    {"distributor", "agent", "wholesaler", "retailer", "consignee", "oem_sales"}
)
"""Channel types of trade customers: they sell our goods on."""

PROSPECT_STATUSES = frozenset({"prospect", "future"})
"""Customers to whom the facts of trading do not apply yet."""

INTRODUCING_METHODS = frozenset(
    {"endless_chain", "acquaintance", "social_relations", "mutual_benefit"}
)
"""Source methods that must name the introducer."""

UNANSWERED = frozenset({"unset", "unrated"})
"""Values that say nobody has answered yet: an empty cell as far as completeness is concerned."""

MONTH_END = Choice("31", mark("CardChoice", "Month end"))
"""How day 31 of a DAY_OF_MONTH is shown: in a shorter month it means the last day."""
