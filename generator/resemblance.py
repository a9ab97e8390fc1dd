"""Texts -> those that share most of their words in the same order."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, count

LEAST = 100
"""Runs of words below which two texts may agree without one being copied from the other: a few sentences.
The shortest real entry has 262 words."""

_RUN = 3
"""Words in a run. Of the two Savoie offers of the OpenDataLocale programme, as they were handed in, 86 % of
the runs of three are common; of any two entries of the kit, rewritten since, 19 % at most."""

_SAMPLED = 8
"""One run in eight is indexed: a dozen at least a text, of which a copy cannot miss all."""

_CROWD = 16
"""A run that so many texts hold, none near another, is a common phrase and says nothing."""

_COMPARED = 3
"""Texts with which one is compared in full: those that share most of its sampled runs."""

_PROMISING = 0.5
"""Part of the threshold that the sampled runs must reach for a full comparison: a sample of twelve runs of
two texts at the threshold falls below once in hundreds.
"""

_REMEMBERED = 16
"""Texts whose runs stay in memory: 12 MB each at worst, in files of the largest size."""

_WORD = re.compile(r"\w+")

Runs = frozenset[int]


@dataclass(frozen=True, slots=True)
class Pair:
    """A text that is near one that comes before it: their ranks, and the part of the shorter one's runs that
    both hold.
    """

    rank: int
    earlier: int
    share: float


def resemblances(texts: Sequence[str], threshold: float) -> Iterator[Pair]:
    """Find the texts that share most of their words with an earlier one, each once, with the nearest.

    A text that is near an earlier one is not compared to those that follow: ten thousand copies of one text
    give as many pairs, in a time that grows as their number.

    Args:
        texts: the texts, the one to keep before its copies.
        threshold: the share from which two texts are near, from 0 to 1.
    """
    search = _Search(texts, threshold)
    for rank in range(len(texts)):
        if len(search.runs(rank)) >= LEAST:
            found = search.nearest(rank)
            if found and found.share >= threshold:
                yield found
            else:
                search.add(rank)


class _Search:
    """The texts kept so far, by their sampled runs. A run is a number, the same at each execution."""

    def __init__(self, texts: Sequence[str], threshold: float) -> None:
        self._texts, self._threshold = texts, threshold
        self._sizes: dict[int, int] = {}
        self._words: defaultdict[str, int] = defaultdict(count().__next__)
        self._holders: dict[int, list[int]] = {}
        self.runs = lru_cache(_REMEMBERED)(self._runs)

    def _runs(self, rank: int) -> Runs:
        words = [self._words[word] for word in _WORD.findall(self._texts[rank].casefold())]
        return frozenset(map(hash, zip(*(words[start:] for start in range(_RUN)), strict=False)))

    def nearest(self, rank: int) -> Pair | None:
        """Give the kept text that is nearest to one; those whose sampled runs are far from enough are not
        looked at in full.
        """
        sample = self._sample(rank)
        shared = Counter(chain.from_iterable(self._holders.get(run, ()) for run in sample))
        pairs = [
            self._pair(rank, other)
            for other, count in shared.most_common(_COMPARED)
            if count >= _PROMISING * self._threshold * min(len(sample), self._sizes[other])
        ]
        return max(pairs, key=lambda pair: pair.share, default=None)

    def add(self, rank: int) -> None:
        """Keep a text, to which those that follow are compared."""
        sample = self._sample(rank)
        self._sizes[rank] = len(sample)
        for run in sample:
            holders = self._holders.setdefault(run, [])
            if len(holders) < _CROWD:
                holders.append(rank)

    def _sample(self, rank: int) -> list[int]:
        return [run for run in self.runs(rank) if run % _SAMPLED == 0]

    def _pair(self, rank: int, other: int) -> Pair:
        ours, theirs = self.runs(rank), self.runs(other)
        return Pair(rank, other, len(ours & theirs) / min(len(ours), len(theirs)))
