"""The company card on A4 portrait: domain.md §3.2 (front), §3.3 (back), row by row."""

from __future__ import annotations

from functools import partial

from model.cards.blocks import block
from model.cards.fields import CardKind
from model.cards.grid import Face, Side
from model.cards.measures import A4_PORTRAIT

_block = partial(block, CardKind.COMPANY)

COMPANY_FRONT = Face(
    CardKind.COMPANY,
    Side.FRONT,
    A4_PORTRAIT,
    above_mm=25.0,
    foot_mm=12.0,
    blocks=(
        _block(
            "head",
            "7 #card_no:2 card_no:4 #location:2 location:4 #abc_class:3 abc_class:2"
            " #secrecy:2 secrecy:2 #revision_no:2 revision_no:1",
            "7 #created_on:3 created_on:4 #filled_by:2 filled_by:3"
            " #reviewed_by:2 reviewed_by:3 #rep:3 rep:4",
        ),
        _block(
            "section_basic",
            "8 #full_name:3 full_name:11 #short_name:2 short_name:3"
            " #relationship_status:3 relationship_status:2",
            "8 #uscc:5 uscc:7 #org_form:4 org_form:3 #channel_type:3 channel_type+agent_kind:2",
            "8 #biz_address:3 biz_address:12 #postcode:3 postcode:2 #district:2 district:2",
            "8 #reg_address:3 reg_address:9 #delivery_address:3 delivery_address:9",
            "8 #phone:2 phone:5 #fax:2 fax:4 #email:3 email:4 #website:2 website:2",
            "8 #legal_rep:4 legal_rep:4 #owner_name:3 owner_name:4"
            " #operator_name:4 operator_name:5",
            "8 #founded_on:3 founded_on:4 #first_trade_on:4 first_trade_on:4"
            " #employees:3 employees:2 #tax_type:2 tax_type:2",
            "8 #reg_capital:3 reg_capital:3 #total_assets:3 total_assets+total_assets_year:3"
            " #annual_turnover:3 annual_turnover+annual_turnover_year:3"
            " #premises:3 premises+premises_area:3",
            "8 #bank_name:3 bank_name:9 #bank_account:3 bank_account:9",
            "8 #main_business:3 main_business:9 #industry:3 industry:9",
            "7 #contacts.name:3 #contacts.title:3 #contacts.roles:3 #contacts.mobile:4"
            " #born:4 #schooling:3 #nature:4",
            "8x4 contacts[].name:3 .title:3 .roles:3 .mobile:4"
            " .birth_date+.native_place+.ethnicity:4 .education+.experience:3"
            " .personality+.hobbies+.family:4",
            "8 #source_method:3 source_method:5 #source_detail:3 source_detail:7"
            " #referrer:3 referrer:3",
        ),
        _block(
            "section_features",
            "11 #service_area:3 service_area:9"
            " #sales_capacity:3 sales_capacity+sales_capacity_note:9",
            "9 #growth_potential:3 growth_potential:5 #biz_philosophy:3 biz_philosophy:5"
            " #biz_direction:3 biz_direction:5",
            "11 #biz_policy:3 biz_policy:9 #biz_plan:3 biz_plan:9",
            "11 #biz_features:3 biz_features:9 #other_products:3 other_products:9",
            "9 #sales_force_size:3 sales_force_size:3 #outlets:3 outlets:3"
            " #customer_goal:3 customer_goal+goal_plan:9",
            "9 #likes:3 likes:9 #dislikes:3 dislikes:9",
            "11 #needs:3 needs:21",
            takes_spare=True,
        ),
    ),
)

COMPANY_BACK = Face(
    CardKind.COMPANY,
    Side.BACK,
    A4_PORTRAIT,
    above_mm=12.0,
    foot_mm=6.0,
    blocks=(
        _block(
            "section_business",
            "7 #sales_history.year:3 #sales_history.net_sales:5 #sales_history.collected:4"
            " #sales_history.category_demand:5 #sales_history.share:3 #sales_history.growth:4",
            "7x3 sales_history[].year:3 .net_sales:5 .collected:4 .category_demand:5"
            " .share:3 .growth:4",
            "8 #manager_quality:5 manager_quality:3 #staff_quality:4 staff_quality:3"
            " #coop_attitude:3 coop_attitude:6",
            "9 #our_relation:5 our_relation:7 #competitor_relation:5 competitor_relation:7",
            "7 #competitor_sales.brand:4 #competitor_sales.product:4"
            " #competitor_sales.monthly_qty:3 #competitor_sales.price:3"
            " #competitor_sales.opinion:6 #competitor_sales.our_qty:4",
            "7x3 competitor_sales[].brand:4 .product:4 .monthly_qty:3 .price:3 .opinion:6"
            " .our_qty:4",
        ),
        _block(
            "section_trading",
            "11 #sales_status:4 sales_status:20",
            "11 #problems:4 problems:8 #strengths:4 strengths:8",
            "11 #countermeasures:4 countermeasures:20",
            "8 #corporate_image:3 corporate_image:3 #reputation:2 reputation:4"
            " #credit_grade:3 credit_grade:3 #credit_score:3 credit_score:3",
            "8 #credit_limit:3 credit_limit:5 #credit_term_days:2 credit_term_days:3"
            " #payment_method:3 payment_method:3 #payment_attitude:3 payment_attitude:2",
            "9 #trade_terms:3 trade_terms:9 #price_tier:3 price_tier:3 #settle_day:3 settle_day:3",
            "8 #delivery_terms:3 delivery_terms+delivery_terms_note:9"
            " #sales_cycle_days:3 sales_cycle_days:3 #safety_stock:3 safety_stock:3",
        ),
        _block(
            "usage_log",
            "7 #usage_log.visited_on:3 #usage_log.out_at:3 #usage_log.in_at:3"
            " #usage_log.rep:3 #usage_log.summary:9 #seen_by:3",
            "6x8 usage_log[].visited_on:3 .out_at:3 .in_at:3 .rep:3 .summary:9 _:3",
        ),
        _block(
            "revisions",
            "7 #revisions.changed_on:3 #revisions.field:5 #revisions.old_value:5"
            " #revisions.new_value:5 #revisions.changed_by:3 #revisions.accepted_by:3",
            "6x4 revisions[].changed_on:3 .field:5 .old_value:5 .new_value:5 .changed_by:3"
            " .accepted_by:3",
        ),
        _block("signatures", "10 #rep_signs:4 _:4 #supervisor_signs:4 _:4 #clerk_signs:4 _:4"),
    ),
)

COMPANY_MORE = (
    "customer_kind",
    "is_focus",
    "is_key_account",
    "legacy_no",
    "revised_on",
    "mnemonic",
    "parent_org",
    "market_plans",
    "org_structure",
)
"""Fields kept on the screen only (domain.md §3.5)."""
