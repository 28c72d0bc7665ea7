"""Keeps the ledger claim by claim: what was believed before and after each, and what each did to it.

A fold cannot be a window function, because what a claim does depends on the state that the claims before it left. It is
a plain loop over the columns of a batch of facts (see ``sql/drift/folding.sql``): a list of structs in SQL carried the
whole state through every step and cost fifty times as much. What the rules compare afterwards stays in SQL.

====================  =====================================================================================
a claim that          does
====================  =====================================================================================
meets the state       ``echoes`` it, or ``narrows`` it when it says more ("at least 8", then 12)
lies above it         moves it ``up``, when the thing grows; one outlet is enough for news
lies below it         ``waits``: it moves the state (``down``, or ``up`` where nothing grows) only when a second
                      independent source says so too, when the source that set the state corrects itself, or
                      when nobody has confirmed the state for long
has its digits        ``slips`` (a power of ten away): treated like a lower one, and it does not push out a
                      figure that waits already
is outdated           meets a superseded state that two sources had left; never moves the state
has an older as_of    is ``background`` where it fits what was believed then; never moves the state
has no date at all    ``echoes`` the state or is ``background``; if it opened the fact, the first dated one does so anew
====================  =====================================================================================
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from math import inf, isfinite, nan
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pyarrow as pa

WHAT = ("opens", "echoes", "narrows", "background", "up", "down", "outdated", "waits", "slips")
OPENS, ECHOES, NARROWS, BACKGROUND, UP, DOWN, OUTDATED, WAITS, SLIPS = range(len(WHAT))
VERSION = "2"
"""Raised when the fold changes, so that all facts are computed again."""
REMEMBERED = 20
"""So many superseded states are kept; older ones nobody repeats."""


@dataclass(slots=True)
class State:
    """What is believed of a fact, and the figure that waits for a second source."""

    seq: int
    """The claim that last changed it."""
    low: float
    high: float
    wide_low: float
    wide_high: float
    """The interval with the allowance for rounding."""
    number: float
    """The number written, NaN where there is none."""
    digits: int
    """Its significant digits: 57 for 5.7 million; 0 where there are none."""
    hazy: bool
    bare: bool
    rounded: bool
    witness: int
    heard: int
    """Microseconds: when it was last confirmed."""
    day: int
    second: bool = False
    """Two independent sources stand behind it."""
    wait_low: float = nan
    wait_high: float = nan
    wait_witness: int = 0
    past: tuple[tuple[float, float, int], ...] = ()
    """Superseded states and the claim with which each was left."""
    dateless: bool = False
    """An undated article opened the fact, and no dated one has told it."""

    def left(self, wide_low: float, wide_high: float) -> int:
        """The claim with which the superseded figure that this interval meets was left last; 0 when it meets none."""
        return max((at for low, high, at in self.past if wide_low <= high and wide_high >= low), default=0)


COLUMNS = (
    "fact", "seq", "low", "high", "wide_low", "wide_high", "number", "digits", "soft", "hazy", "bare", "rounded", "witness", "grows",
    "heard", "day", "dated", "dateless",
)  # fmt: skip
"""Of :func:`fold`'s input: one row a counted claim, ordered by fact and seq, no nulls."""


def fold(claims: pa.Table, patience: timedelta) -> pa.Table:
    """The ledger's lines of whole facts: fact, seq, what, before_low, before_high, before_seq, after_low, after_high, left_at.

    ``patience`` is how long a state holds that nobody confirms.
    """
    import pyarrow as pa

    columns = [claims[name].to_numpy().tolist() for name in COLUMNS]
    what: list[int] = []
    left: list[int] = []
    before: list[tuple[float, float, int]] = []
    after: list[tuple[float, float]] = []
    fact, state, microseconds = None, _NOTHING, patience // timedelta(microseconds=1)
    for x in zip(*columns, strict=True):
        if x[0] != fact or (state.dateless and not x[17]):
            fact = x[0]
            before.append((nan, nan, 0))
            state = State(*x[1:8], *x[9:13], *x[14:16])
            state.dateless = x[17]
            what.append(OPENS)
            left.append(0)
        else:
            before.append((state.low, state.high, state.seq))
            does, left_at = _step(state, x, microseconds)
            what.append(does)
            left.append(left_at)
        after.append((state.low, state.high))
    before_low, before_high, before_seq = zip(*before, strict=True) if before else ((), (), ())
    after_low, after_high = zip(*after, strict=True) if after else ((), ())
    whats = pa.DictionaryArray.from_arrays(pa.array(what, pa.int8()), pa.array(WHAT))
    return pa.table({
        "fact": claims["fact"], "seq": claims["seq"], "what": whats,
        "before_low": pa.array(before_low, pa.float64()), "before_high": pa.array(before_high, pa.float64()),
        "before_seq": pa.array(before_seq, pa.int32()),
        "after_low": pa.array(after_low, pa.float64()), "after_high": pa.array(after_high, pa.float64()),
        "left_at": pa.array(left, pa.int32()),
    })  # fmt: skip


_NOTHING = State(0, -inf, inf, -inf, inf, nan, 0, hazy=False, bare=False, rounded=False, witness=0, heard=0, day=0)


def _step(s: State, x: tuple[Any, ...], patience: int) -> tuple[int, int]:
    """What claim ``x`` does to the state, which it changes; and where the superseded figure that it repeats was left."""
    _, seq, low, high, wide_low, wide_high, number, digits, _, hazy, bare, rounded, witness, _, heard, day, dated, dateless = x
    if dateless:
        meets = (wide_low <= s.wide_high and wide_high >= s.wide_low) or (number == s.number and (bare or s.bare))
        return ECHOES if meets else BACKGROUND, 0
    older = dated and day < s.day
    # The same number bare and hedged is one figure, though "more than 5 %" excludes 5.
    if (wide_low <= s.wide_high and wide_high >= s.wide_low) or (number == s.number and (bare or s.bare)):
        does = _meets(s, x, older)
        if does == NARROWS:
            meets = low <= s.high and high >= s.low
            s.low, s.high = (max(s.low, low), min(s.high, high)) if meets else (low, high)
            s.wide_low, s.wide_high = max(s.wide_low, wide_low), min(s.wide_high, wide_high)
            s.second = s.second or witness != s.witness
            s.seq, s.number, s.digits, s.hazy, s.bare, s.rounded, s.witness = seq, number, digits, hazy, bare, rounded, witness
            s.day, s.wait_low, s.wait_high = max(s.day, day), nan, nan
        elif witness != s.witness:
            s.second = True
        s.heard = heard
        return does, 0
    above = low > s.high
    slips = digits != 0 and digits == s.digits and number != s.number
    waited = wide_low <= s.wait_high and wide_high >= s.wait_low and witness != s.wait_witness
    if (does := _differs(s, x, older, above, slips, waited, patience)) in (UP, DOWN):
        s.past = (*s.past[1 - REMEMBERED :], (s.low, s.high, seq))
        s.seq, s.low, s.high, s.wide_low, s.wide_high, s.number, s.digits = seq, low, high, wide_low, wide_high, number, digits
        s.hazy, s.bare, s.rounded, s.witness, s.heard, s.day, s.second = hazy, bare, rounded, witness, heard, day, waited
        s.wait_low = s.wait_high = nan
        return does, 0
    if does == WAITS:
        s.wait_low, s.wait_high, s.wait_witness = wide_low, wide_high, witness
    return does, s.left(wide_low, wide_high)


def _meets(s: State, x: tuple[Any, ...], older: bool) -> int:
    """Whether a claim that meets the state says more than it."""
    low, high, soft, hazy, rounded = x[2], x[3], x[8], x[9], x[11]
    if soft or older:
        return ECHOES
    if low <= s.high and high >= s.low:
        if low <= s.low and high >= s.high:
            return ECHOES
        if (s.hazy or hazy) and (low < s.low or high > s.high):  # about 50, then about 60
            return ECHOES
        return NARROWS
    if s.rounded and not rounded and isfinite(low) and isfinite(high):
        return NARROWS
    return ECHOES


def _differs(s: State, x: tuple[Any, ...], older: bool, above: bool, slips: bool, waited: bool, patience: int) -> int:
    """What a claim that excludes the state does to it."""
    wide_low, wide_high, one_digit, witness, grows, heard = x[4], x[5], x[7] < 10, x[12], x[13], x[14]
    moves = UP if above else DOWN
    if older and s.left(wide_low, wide_high):
        return BACKGROUND
    if witness == s.witness and not s.second and heard > s.heard:
        return moves
    if grows and above and (not slips or one_digit):  # from 1 to 10 dead is growth
        return UP
    if s.second and s.left(wide_low, wide_high):
        return OUTDATED
    if (heard > s.heard + patience and not slips) or (waited and not (s.second and slips)):
        return moves
    return SLIPS if s.wait_low == s.wait_low and slips else WAITS
