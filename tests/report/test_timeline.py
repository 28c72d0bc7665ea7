"""The geometry of the small charts."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from claims_pipeline.report.timeline import BOTTOM, LEFT, RIGHT, TOP, chart

START = datetime(2023, 9, 9, 6)


def _row(low: float | None, high: float | None, after: tuple[float | None, float | None], hours: int, **other: Any) -> dict[str, Any]:
    at = START + timedelta(hours=hours)
    return {
        "low": low, "high": high, "state_low_after": after[0], "state_high_after": after[1], "speaks_of": at, "known_at": at,
        "published_at": at, "role": "echoes", "relation": None, "outlet": "Harbor Wire", "figure": f"{low:,}" if low is not None else "–",
    } | other  # fmt: skip


def test_exact_figures_climb_and_the_state_is_a_step_line() -> None:
    drawn = chart([_row(100, 100, (100, 100), 0), _row(200, 200, (200, 200), 48), _row(200, 200, (200, 200), 96)])
    assert drawn is not None
    first, second, third = drawn.marks
    assert first.x < second.x < third.x
    assert first.bottom > second.bottom == third.bottom
    assert [(s.x, s.x2) for s in drawn.state] == [(first.x, second.x), (second.x, RIGHT + 2)]
    assert drawn.rises == [(second.x, second.bottom, first.bottom)]


def test_open_ends_are_arrows() -> None:
    drawn = chart([_row(8, None, (8, None), 0), _row(None, 300, (8, 300), 5), _row(20, 30, (20, 30), 9)])
    assert drawn is not None
    assert [(m.up, m.down) for m in drawn.marks] == [(True, False), (False, True), (False, False)]
    assert drawn.marks[2].top < drawn.marks[2].bottom
    assert [s.open for s in drawn.state] == [True, False, False]


def test_time_is_true_to_scale_and_inside_the_drawing() -> None:
    drawn = chart([_row(5, 5, (5, 5), h) for h in (0, 10, 100)])
    assert drawn is not None
    a, b, c = (m.x for m in drawn.marks)
    assert abs((b - a) / (c - a) - 0.1) < 0.001
    assert LEFT <= a < c <= RIGHT


def test_claims_of_one_moment_stand_side_by_side() -> None:
    drawn = chart([_row(5, 5, (5, 5), 0) for _ in range(4)])
    assert drawn is not None
    assert len({m.x for m in drawn.marks}) == 4


def test_a_story_out_of_order_by_what_it_speaks_of_is_drawn_by_when_it_was_known() -> None:
    late = _row(5, 5, (5, 5), 50, speaks_of=START - timedelta(days=3))
    drawn = chart([_row(4, 4, (4, 4), 0), late])
    assert drawn is not None
    assert "became known" in drawn.clock
    assert drawn.marks[0].x < drawn.marks[1].x


def test_a_slip_by_ten_is_told_at_the_edge_and_does_not_flatten_the_rest() -> None:
    rows = [_row(v, v, (v, v), h) for h, v in enumerate((200, 229, 240))]
    rows.append(_row(2400, 2400, (240, 240), 9, relation="magnitude_slip"))
    drawn = chart(rows)
    assert drawn is not None
    assert [m.off for m in drawn.marks] == ["", "", "", "2,400"]
    assert drawn.marks[3].top < TOP
    assert drawn.marks[0].bottom - drawn.marks[2].bottom > 40


def test_a_true_growth_by_a_hundred_is_drawn_in_powers() -> None:
    drawn = chart([_row(v, v, (v, v), h) for h, v in enumerate((10, 100, 1000))])
    assert drawn is not None
    assert drawn.log
    a, b, c = (m.bottom for m in drawn.marks)
    assert abs((a - b) - (b - c)) < 0.2
    assert [text for _, text in drawn.levels] == ["10", "100", "1,000"]


def test_levels_are_round_and_within() -> None:
    drawn = chart([_row(v, v, (v, v), h) for h, v in enumerate((632, 1037, 2901))])
    assert drawn is not None
    assert [text for _, text in drawn.levels] == ["0", "1,000", "2,000", "3,000"]
    assert all(TOP - 1 <= y <= BOTTOM for y, _ in drawn.levels)


def test_zero_negative_and_equal_values_have_a_drawing_and_none_has_none() -> None:
    for values in ((0, 0), (-5, 3), (0, 100000), (7, 7)):
        drawn = chart([_row(v, v, (v, v), h) for h, v in enumerate(values)])
        assert drawn is not None
        assert all(0 <= m.top <= m.bottom <= BOTTOM + 8 for m in drawn.marks)
    assert chart([_row(None, None, (None, None), 0)]) is None
    assert chart([]) is None
