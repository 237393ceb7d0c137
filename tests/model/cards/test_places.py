import pytest

from model.cards.places import without_place


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("成都恒运配件", "恒运配件"),
        ("成都市恒运配件", "恒运配件"),
        ("四川省成都市武侯区恒运配件", "恒运配件"),
        ("四川成都恒运", "恒运"),
        ("内蒙古自治区包头市恒运", "恒运"),
        ("广西壮族自治区南宁恒运", "恒运"),
        ("昆山市恒运", "恒运"),
        ("双流县恒运", "恒运"),
        ("苏州工业园区恒运", "恒运"),
        ("凉山彝族自治州恒运", "彝族自治州恒运"),
    ],
)
def test_the_place_before_a_name_goes(name: str, bare: str) -> None:
    assert without_place(name) == bare


@pytest.mark.parametrize(
    "name",
    ["恒运配件", "成都", "成都店", "大润发超市", "万家超市连锁", "新城市装饰", "阳光社区服务", ""],
)
def test_what_is_no_place_or_all_of_the_name_stays(name: str) -> None:
    assert without_place(name) == name


def test_a_market_is_no_city() -> None:
    assert without_place("上海市政工程") == "市政工程"
    assert without_place("成都市场调查") == "市场调查"
