"""Look-alike papers of a day: plans, registers and reports of any length, the same every time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from model.loans.sheets import (
    DayPlanSheet,
    DayReport,
    LoanRegister,
    RegisterLine,
    RepCount,
    SheetLine,
)
from model.office.prints import PrintStamp
from model.rounds.plans_shown import LineView, PlanView

DAY = date(2026, 3, 16)
OFFICE = "成都恒运叉车配件有限公司"
REPS = ("李明", "赵敏", "周涛", "孙丽", "吴刚", "郑洁", "冯军", "陈燕")
STAMP = PrintStamp("P000123", "王秀兰", datetime(2026, 3, 16, 8, 52), OFFICE)
PREVIEW = replace(STAMP, print_no="")
LONG_NAME = (
    "四川省成都市武侯区经济技术开发区簇锦街道新城物流园区恒运叉车配件及工业轮胎"
    "更换维修服务连锁经营管理有限责任公司第三分公司"
)
NAMES = ("长江物流", "马钢材料", "恒运建材市场", "金陵轮胎经销", "江宁仓储", "溧水农机", "安达叉车")
DISTRICTS = ("武侯", "金牛", "龙泉驿")
PURPOSES = (("collect",), ("order", "relation"), ("stock_count",), ("promotion", "new_product"))
HEAD = "3f9a0c77d1e24b58"


def line(seq: int) -> LineView:
    """One visit of a plan; the further it stands, the later it is."""
    starts = datetime.combine(DAY, time(9, 40)) + timedelta(minutes=20 * (seq - 1))
    name = NAMES[seq % len(NAMES)]
    return LineView(
        seq=seq,
        card_no=f"Q{37 + seq:05d}",
        location=f"1-03-{12 + seq:03d}",
        name=f"成都{name}有限公司",
        short_name=f"{name}{seq}",
        kind="company" if seq % 4 else "individual",
        abc_class="ABCNP"[seq % 5],
        district=DISTRICTS[seq % 3],
        state="planned",
        custody="reserved",
        holder="",
        out_since=None,
        starts_at=f"{starts:%H:%M}",
        appointment=f"{starts:%H:%M}" if seq % 5 == 2 else "",
        stay_minutes=20 + 20 * (seq % 3),
        travel_minutes=20,
        purposes=PURPOSES[seq % 4],
        purpose_note="带新样品" if seq % 3 == 1 else "",
        must_visit=seq % 4 == 1,
        score=Decimal("61.5"),
        reasons=(),
        by_hand=False,
        read=False,
        struck_reason="",
        balance=Decimal(12800 * seq) if seq % 3 else None,
        overdue=Decimal(3600 * seq) if seq % 3 == 1 else Decimal(0),
        promises=(("送轮胎样品", DAY),) if seq % 4 == 1 else (),
        has_record=False,
    )


def besides(seq: int) -> SheetLine:
    """What the paper shows of the same visit."""
    return SheetLine(
        address=f"簇锦街道新城路{80 + seq}号",
        contact=("何文斌", "刘红", "周强", "欧阳建国")[seq % 4],
        phone=f"139{seq:08d}",
        stale=("phone", "postcode", "price_tier")[: seq % 3] if seq % 4 else (),
    )


def plan_sheet(lines: int, rep: str = REPS[0], number: int = 3) -> DayPlanSheet:
    """An approved plan with so many visits."""
    views = tuple(map(line, range(1, lines + 1)))
    plan = PlanView(
        plan_no=f"RB20260316-{number:02d}",
        plan_date=DAY,
        rep=rep,
        state="approved",
        lines=views,
        left_out=(),
        made_by="王秀兰",
        made_at=datetime(2026, 3, 13, 17, 55),
        approved_by="刘建军",
        approved_at=datetime(2026, 3, 16, 8, 41),
        on_paper=False,
        recorded_by="",
        confirmed=False,
        leaves_at="09:00",
        back_at="17:10",
        stay_minutes=sum(one.stay_minutes for one in views),
        travel_minutes=180,
        capacity=420,
    )
    return DayPlanSheet(OFFICE, plan, tuple(map(besides, range(1, lines + 1))))


def long_sheet() -> DayPlanSheet:
    """A plan whose every text is as long as the program lets it be."""
    sheet = plan_sheet(3)
    lines = tuple(
        replace(
            one,
            short_name=LONG_NAME,
            district="成都市龙泉驿区第二片区",
            purposes=("collect", "order", "stock_count", "promotion", "complaint", "survey"),
            purpose_note="带新样品，谈年度返利与季度促销安排",
            balance=Decimal("1234567.89"),
            overdue=Decimal("1234567.89"),
            promises=(("为仓库主管送新型实心轮胎样品两只并附检测报告", DAY),) * 2,
            appointment="14:00",
        )
        for one in sheet.plan.lines
    )
    more = SheetLine(
        address="四川省成都市武侯区经济技术开发区簇锦街道新城物流园区东区三号库房二层办公室",
        contact="阿不都热西提·买买提艾力",
        phone="028-85551234-8001",
        stale=("reg_capital", "annual_turnover", "tax_type"),
    )
    return DayPlanSheet(OFFICE * 2, replace(sheet.plan, lines=lines, on_paper=True), (more,) * 3)


def register_line(number: int, **more: object) -> RegisterLine:
    """One loan of the day, home unless `more` says otherwise."""
    issued = datetime.combine(DAY, time(8, 50)) + timedelta(minutes=number)
    home = datetime.combine(DAY, time(17, 20)) + timedelta(minutes=number)
    base = RegisterLine(
        loan_no=1200 + number,
        day=DAY,
        card_no=f"Q{37 + number:05d}",
        name=f"成都{NAMES[number % len(NAMES)]}有限公司",
        secrecy=("internal", "confidential", "secret")[number % 3],
        borrower=REPS[number % len(REPS)],
        document=f"RB20260316-{number % len(REPS):02d}",
        issued_at=issued,
        due_at=datetime.combine(DAY, time(18)),
        returned_at=home,
        condition="intact",
        record_missing=False,
        cancelled=False,
        issued_by="王秀兰",
        taken_back_by="王秀兰",
        late_hours=0,
        entered_later=False,
        corrected=False,
        remark="",
    )
    return replace(base, **more)  # type: ignore[arg-type]


def register(lines: int) -> LoanRegister:
    """A day's register: most cards home, some with something to tell."""
    told: dict[int, dict[str, object]] = {
        1: {"corrected": True, "remark": "误扫，应为 Q00061"},
        2: {"record_missing": True},
        3: {"returned_at": None, "late_hours": 2, "taken_back_by": "", "condition": ""},
        4: {"condition": "damaged", "remark": "背面受潮"},
        5: {"entered_later": True},
        6: {"cancelled": True, "remark": "客户临时外出"},
    }
    found = tuple(
        register_line(number, **(told.get(number, {}) if lines > 1 else {}))
        for number in range(1, lines + 1)
    )
    counted = [one for one in found if not one.corrected]
    home = sum(one.returned_at is not None for one in counted)
    return LoanRegister(OFFICE, DAY, found, len(counted), home, len(counted) - home, HEAD)


def day_report(missing: int = 3) -> DayReport:
    """A day's report with so many cards missing."""
    lines = register(30).lines
    away = tuple(replace(one, returned_at=None, late_hours=2) for one in lines[:missing])
    return DayReport(
        office=OFFICE,
        day=DAY,
        opened_by="王秀兰",
        opened_at=datetime(2026, 3, 16, 8, 30),
        closed_by="王秀兰",
        closed_at=datetime(2026, 3, 16, 18, 4),
        in_cabinet=1986,
        out=missing,
        overdue=missing,
        lost=1,
        sealed=4,
        reps=tuple(RepCount(rep, 12, 12, 12 - (at < missing), int(at < missing), 0, at % 2)
                   for at, rep in enumerate(REPS)),
        missing=away,
        no_record=lines[4:6],
        acknowledged=tuple(one.card_no for one in away),
        log_head=HEAD,
    )  # fmt: skip
