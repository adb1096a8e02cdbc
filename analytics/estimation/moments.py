"""Mean and variance of a weighted sample from sums of whole numbers: the order of adding changes no digit.

SI = Σ w S / Σ w; its variance Σ w² (S - SI)² / (Σ w)² · n / (n - 1), linearised; n_eff = (Σ w)² / Σ w².
All respondents of a stratum have one weight, so n, Σ S and Σ S² of each stratum are enough. Does not know
what the scores are, or where weights come from.

Sources: C.-E. Särndal, B. Swensson, J. Wretman, Model Assisted Survey Sampling (1992), 5.6-5.7; L. Kish,
Survey Sampling (1965), 11.7.
"""

from dataclasses import dataclass
from fractions import Fraction

WEIGHT = 1_000_000_000
"""A weight of one, as the whole number it is held in."""
POINT = 10_000
"""One point of a score, as the whole number it is held in."""


@dataclass(frozen=True)
class Moments:
    """Sums over respondents with weights w (units of WEIGHT) and scores y (units of POINT); they add up."""

    n: int = 0
    w: int = 0
    ww: int = 0
    wy: int = 0
    wwy: int = 0
    wwyy: int = 0

    @classmethod
    def of_stratum(cls, weight: int, n: int, total: int, squares: int) -> "Moments":
        """Respondents of one weight, from their number, the sum of their scores, and that of the squares."""
        square = weight * weight
        return cls(n, weight * n, square * n, weight * total, square * total, square * squares)

    def __add__(self, other: "Moments") -> "Moments":
        return Moments(
            self.n + other.n,
            self.w + other.w,
            self.ww + other.ww,
            self.wy + other.wy,
            self.wwy + other.wwy,
            self.wwyy + other.wwyy,
        )

    @property
    def mean(self) -> float:
        """Weighted mean, in points."""
        return float(Fraction(self.wy, self.w * POINT))

    @property
    def variance(self) -> float:
        """Linearised variance of the mean, in squared points. Needs two respondents."""
        mean = Fraction(self.wy, self.w)
        spread = self.wwyy - 2 * mean * self.wwy + mean * mean * self.ww
        return float(spread / self.w**2 * Fraction(self.n, self.n - 1) / POINT**2)

    @property
    def n_eff(self) -> float:
        """Number of respondents of weight one that would tell as much; 0 for nobody."""
        return float(Fraction(self.w * self.w, self.ww)) if self.ww else 0.0
