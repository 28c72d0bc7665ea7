"""Errors that a user can act on: each names the thing, what was seen, and the remedy."""

from __future__ import annotations


class ClaimsError(Exception):
    """A wrong input or setting that stops the run at once.

    ``what`` names the object, ``seen`` what was found there, ``remedy`` what to do about it.
    Bad *rows* never raise this: they become rows of ``rejected`` and the run goes on.
    """

    def __init__(self, what: str, seen: str, remedy: str) -> None:
        self.what, self.seen, self.remedy = what, seen, remedy
        super().__init__(f"{what}: {seen}. {remedy}")
