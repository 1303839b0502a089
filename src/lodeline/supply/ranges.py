"""A value with the bounds that its inputs leave."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Range:
    """low ≤ mid ≤ high; the unit is that of the formula or column it comes from."""

    low: float
    mid: float
    high: float

    def __post_init__(self) -> None:
        if not self.low <= self.mid <= self.high:
            raise ValueError(f"not a range: {self.low} ≤ {self.mid} ≤ {self.high} does not hold")

    @classmethod
    def around(cls, low: float, mid: float, high: float) -> Range:
        """Of ends that were computed each by itself and may miss the middle by the last bit."""
        return cls(min(low, mid), mid, max(high, mid))

    def times(self, factor: float) -> Range:
        return Range(self.low * factor, self.mid * factor, self.high * factor)
