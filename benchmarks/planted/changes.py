"""How a figure slips: digits and scale words that come and go."""

from __future__ import annotations

from random import Random


def ten_times(value: float, random: Random) -> float | None:
    """A digit too many or too few; None where one digit alone would make it look like growth."""
    if len(f"{value:.0f}".rstrip("0")) < 2:
        return None
    return value / 10 if value % 10 == 0 and value >= 1000 and random.random() < 0.5 else value * 10


def lost_scale(value: float, random: Random) -> float | None:
    """Without its thousand, in thousands for millions, or in billions for millions; None where there is no such word."""
    digits = f"{value:.0f}".rstrip("0")
    if value < 10_000 or value % 1000 or len(digits) < 2:
        return None
    return value * 1000 if 1e6 <= value < 5e8 and random.random() < 0.4 else value / 1000


def swapped(value: float, random: Random) -> float | None:
    """Two neighbouring digits in each other's place; None where that changes nothing or drops one."""
    digits = list(f"{value:.0f}")
    if value < 120 or value >= 1e6:
        return None
    places = [i for i in range(len(digits) - 1) if digits[i] != digits[i + 1] and digits[i + 1] != "0"]
    if not places:
        return None
    i = random.choice(places)
    digits[i], digits[i + 1] = digits[i + 1], digits[i]
    return float("".join(digits))
