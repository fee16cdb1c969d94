"""What measurements have in common: the time of the processor, ways that take turns, and memory."""

import resource
import sys
import time
from collections.abc import Callable, Mapping


def seconds(way: Callable[[], object], *, times: int = 1) -> float:
    """Seconds of the processor that the quickest of some runs takes, whatever else the machine does meanwhile."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        way()
        best = min(best, time.process_time() - start)
    return best


def compared(
    ways: Mapping[str, Callable[[], object]], *, to: str, rounds: int, times: int
) -> dict[str, list[float]]:
    """The ratios of each round to one of the ways; all take turns, so that a busy machine is busy for all."""
    ratios: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        taken = {name: seconds(way, times=times) for name, way in ways.items()}
        for name, own in taken.items():
            ratios[name].append(own / taken[to])
    return ratios


def peak() -> int:
    """The most memory that this process has had so far, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // (1024 * 1024 if sys.platform == "darwin" else 1024)
