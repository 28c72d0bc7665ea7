"""Numbers held against each other: how exact one is, and whether two may be one number told twice."""

from __future__ import annotations

import numpy as np

SMALL = 12
"""A number up to this is shared by chance."""
_CUT = 3
"""Digits from which a number is told again at another scale and less exactly: of two digits any number has a like."""
_SHIFTS = 3  # powers of ten by which a slip moves a number


def nearly(a: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Whether one of two numbers is the other rounded ("328 thousand" of 328,724), and whether they have the same digits and
    another scale ("57 million" of 5.7 million, "328 hectares" of 328,724): the digits that agree, of three; 0 where they do not."""
    exact = digits(a), digits(b)
    few, first = np.minimum(*exact), exact[0] <= exact[1]
    rough, fine = np.where(first, a, b), np.where(first, b, a)
    with np.errstate(divide="ignore", invalid="ignore"):
        step = 10.0 ** (np.floor(np.log10(np.abs(rough))) - few + 1)
        near = (np.abs(rough - fine) < step * (1 - 1e-9)) & (np.maximum(a, b) > SMALL) & (exact[0] != exact[1])
        scale = np.nan_to_num(np.log10(np.abs(a) / np.abs(b)), nan=0.5, posinf=0.5, neginf=0.5)
        power = np.round(scale)
        there = rough * 10.0 ** np.where(first, -power, power)
        cut = (np.abs(there - fine) < step * 10.0 ** np.where(first, -power, power) * (1 - 1e-9)) & (few >= _CUT)
    same = ((np.abs(scale - power) < 1e-9) & (few > 1) | cut) & (np.abs(power) >= 1) & (np.abs(power) <= _SHIFTS)
    told = np.minimum(few, 3) / 3
    return np.where(near, told, 0.0), np.where(same, told, 0.0)


def digits(numbers: np.ndarray) -> np.ndarray:
    """Digits before the trailing zeros: 1 for 500, 4 for 1,481. A bare round number says little."""
    scaled = np.nan_to_num(np.abs(numbers), nan=0.0, posinf=0.0)
    scaled = np.where(scaled > 0, scaled / 10.0 ** np.floor(np.log10(np.where(scaled > 0, scaled, 1.0))), 0.0)
    out = np.full(len(numbers), 6)
    for kept in range(5, 0, -1):
        out[np.abs(scaled - np.round(scaled, kept - 1)) < 1e-9] = kept
    return out
