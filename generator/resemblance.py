"""Texts -> those that share most of their words in the same order."""

import re
import sys
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, compress, count
from typing import TypeAlias
from zlib import crc32

LEAST = 100
"""Runs of words below which two texts may agree without one being copied from the other: a few sentences.
The shortest real entry has 262 words."""

_RUN = 3
"""Words in a run. Of the two Savoie offers of the OpenDataLocale programme, as they were handed in, 86 % of
the runs of three are common; of any two entries of the kit, rewritten since, 19 % at most."""

_SAMPLED = frozenset({7, 8})
"""Letters of the first word of the runs that are indexed, one in seven or eight in French: a dozen at least a
text, of which a copy cannot miss all."""

_FEWEST = 2 * LEAST
"""Characters below which a text cannot hold so many runs."""

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
_PLAIN = bytes(code if chr(code).isalnum() else ord(" ") for code in range(256)).lower()
"""ASCII in lower case, without its punctuation."""

Runs = frozenset[int]
Sample: TypeAlias = "array[int]"
"""Some runs of a text, each as a number that stands for it in any text and at each execution."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A text that is near one that comes before it: their ranks, and the part of the shorter one's runs that
    both hold.
    """

    rank: int
    earlier: int
    share: float


def sample(text: str) -> Sample:
    """Give some runs of a text, for `resemblances`: quickly, hence without case nor anything but ASCII."""
    words = text.encode("ascii", "ignore").translate(_PLAIN, b"'").split()
    starts = compress(range(len(words) - _RUN + 1), map(_SAMPLED.__contains__, map(len, words)))
    return array("I", dict.fromkeys(crc32(b" ".join(words[start : start + _RUN])) for start in starts))


def resemblances(texts: Sequence[str], samples: Sequence[Sample], threshold: float) -> Iterator[Pair]:
    """Find the texts that share most of their words with an earlier one, each once, with the nearest.

    A text that is near an earlier one is not compared to those that follow: ten thousand copies of one text
    give as many pairs, in a time that grows as their number.

    Args:
        texts: the texts, the one to keep before its copies.
        samples: what `sample` gives for each.
        threshold: the share from which two texts are near, from 0 to 1.
    """
    search = _Search(texts, samples, threshold)
    for rank, text in enumerate(texts):
        if len(text) > _FEWEST:
            found = search.nearest(rank)
            if found and found.share >= threshold:
                yield found
            else:
                search.add(rank)


class _Search:
    """The texts kept so far, by their sampled runs. A run is a number, the same at each execution."""

    def __init__(self, texts: Sequence[str], samples: Sequence[Sample], threshold: float) -> None:
        self._texts, self._samples, self._threshold = texts, samples, threshold
        self._words: defaultdict[str, int] = defaultdict(count().__next__)
        self._holders: dict[int, list[int]] = {}
        self._smallest = sys.maxsize
        self._runs = lru_cache(_REMEMBERED)(self._all_runs)

    def _all_runs(self, rank: int) -> Runs:
        words = [self._words[word] for word in _WORD.findall(self._texts[rank].casefold())]
        return frozenset(map(hash, zip(*(words[start:] for start in range(_RUN)), strict=False)))

    def nearest(self, rank: int) -> Pair | None:
        """Give the kept text that is nearest to one; those whose sampled runs are far from enough are not
        looked at in full.
        """
        pairs = (self._pair(rank, other) for other in self._promising(self._samples[rank]))
        return max(filter(None, pairs), key=lambda pair: pair.share, default=None)

    def add(self, rank: int) -> None:
        """Keep a text, to which those that follow are compared."""
        self._smallest = min(self._smallest, len(self._samples[rank]))
        for run in self._samples[rank]:
            holders = self._holders.setdefault(run, [])
            if len(holders) < _CROWD:
                holders.append(rank)

    def _promising(self, sample: Sample) -> list[int]:
        shared = Counter(chain.from_iterable(filter(None, map(self._holders.get, sample))))
        least = self._enough(sample, self._smallest)
        if max(shared.values(), default=0) < least:
            return []  # as of most texts: each is near none
        near = sorted((-common, other) for other, common in shared.items() if common >= least)
        return [
            other
            for common, other in near[:_COMPARED]
            if -common >= self._enough(sample, len(self._samples[other]))
        ]

    def _enough(self, sample: Sample, size: int) -> float:
        """Give the runs that a sample must share with another of a size."""
        return _PROMISING * self._threshold * min(len(sample), size)

    def _pair(self, rank: int, other: int) -> Pair | None:
        ours, theirs = self._runs(rank), self._runs(other)
        least = min(len(ours), len(theirs))
        return Pair(rank, other, len(ours & theirs) / least) if least >= LEAST else None
