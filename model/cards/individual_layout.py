"""The individual card on A5 landscape: domain.md §3.4, row by row."""

from __future__ import annotations

from functools import partial

from model.cards.blocks import block
from model.cards.fields import CardKind
from model.cards.grid import Face, Side
from model.cards.measures import A5_LANDSCAPE

_block = partial(block, CardKind.INDIVIDUAL)

INDIVIDUAL_FRONT = Face(
    CardKind.INDIVIDUAL,
    Side.FRONT,
    A5_LANDSCAPE,
    above_mm=22.0,
    foot_mm=8.0,
    blocks=(
        _block(
            "head",
            "6 #card_no:2 card_no:4 #location:2 location:4 #abc_class:3 abc_class:2"
            " #secrecy:2 secrecy:2 #revision_no:2 revision_no:1",
            "6 #created_on:3 created_on:4 #filled_by:2 filled_by:3"
            " #reviewed_by:2 reviewed_by:3 #rep:3 rep:4",
        ),
        _block(
            "section_basic",
            "7 #full_name:2 full_name:4 #gender:2 gender:2 #birth_date:3 birth_date:3"
            " #ethnicity:2 ethnicity:2 #native_place:2 native_place:2",
            "7 #home_address:2 home_address:11 #postcode:3 postcode:3 #district:2 district:3",
            "7 #mobile:2 mobile:4 #phone:2 phone:4 #wechat:2 wechat:4 #email:2 email:4",
            "7 #occupation:3 occupation:9 #employer:3 employer:9",
            "7 #relationship_status:3 relationship_status:5"
            " #channel_type:3 channel_type+agent_kind:5 #first_trade_on:4 first_trade_on:4",
            "7 #block_education:3 education+school:9"
            " #block_family:3 marital_status+spouse+children:9",
            "7 #source_method:3 source_method:5 #source_detail:3 source_detail:7"
            " #referrer:3 referrer:3",
        ),
        _block(
            "section_features",
            "9 #block_career:3 career+associations:9 #block_interests:3 hobbies+topics+dislikes:9",
            "9 #block_personal:3 personality+diet+lifestyle:9"
            " #our_attitude:3 attitude_to_us+attitude_to_us_note+customer_goal:9",
            "9 #purchase_habit:3 purchase_habit:9 #needs:3 needs:9",
        ),
    ),
)

INDIVIDUAL_BACK = Face(
    CardKind.INDIVIDUAL,
    Side.BACK,
    A5_LANDSCAPE,
    above_mm=12.0,
    foot_mm=6.0,
    blocks=(
        _block(
            "section_business",
            "7 #sales_history:3 sales_history:9 #our_relation:3 our_relation:3"
            " #coop_attitude:3 coop_attitude:3",
            "7 #competitor_sales:3 competitor_sales:21",
        ),
        _block(
            "section_trading",
            "7 #sales_status:3 sales_status:9 #credit_grade:3 credit_grade:3"
            " #payment_method:3 payment_method:3",
            "9 #problems:3 problems:5 #countermeasures:3 countermeasures:5"
            " #trade_terms:3 trade_terms:5",
            "7 #other_notes:3 other_notes:21",
        ),
        _block(
            "usage_log",
            "6 #usage_log.visited_on:3 #usage_log.out_at:3 #usage_log.in_at:3"
            " #usage_log.rep:3 #usage_log.summary:9 #seen_by:3",
            "6x6 usage_log[].visited_on:3 .out_at:3 .in_at:3 .rep:3 .summary:9 _:3",
        ),
        _block("signatures", "8 #rep_signs:4 _:4 #supervisor_signs:4 _:4 #clerk_signs:4 _:4"),
    ),
)

INDIVIDUAL_MORE = (
    "customer_kind",
    "is_focus",
    "is_key_account",
    "legacy_no",
    "revised_on",
    "birthplace",
    "anniversary",
    "anniversary_note",
    "price_sensitivity",
)
"""Fields kept on the screen only (domain.md §3.5)."""
