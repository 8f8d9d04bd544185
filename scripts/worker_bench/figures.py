"""What runs of a worker have shown, and the page that says it."""

import dataclasses
import json
import statistics

from . import cell

TARGET = 5


@dataclasses.dataclass(frozen=True)
class Figures:
    """What one run has shown."""

    subject: str
    deliveries: int
    seconds: float  # from POST to the last send
    cpu_seconds: float  # of the worker's process
    peak_mebibytes: float

    @property
    def row(self) -> str:
        """As a line of the table."""
        each = 1000 * self.cpu_seconds / self.deliveries
        return (
            f"| {self.subject} | {self.deliveries:,} | {self.seconds:.1f} "
            f"| {self.deliveries / self.seconds:.0f} | {each:.2f} "
            f"| {self.deliveries / self.cpu_seconds:.0f} | {self.peak_mebibytes:.0f} |\n"
        )

    @property
    def line(self) -> str:
        """As JSON."""
        return json.dumps(dataclasses.asdict(self))


def medians(figures: list[Figures], subject: str) -> tuple[float, float, float]:
    """Of a subject: milliseconds of CPU for a delivery, MiB at most, and seconds."""
    own = [each for each in figures if each.subject == subject]
    return (
        statistics.median(1000 * each.cpu_seconds / each.deliveries for each in own),
        statistics.median(each.peak_mebibytes for each in own),
        statistics.median(each.seconds for each in own),
    )


def page(compared: list[Figures], large: Figures) -> str:
    """The evidence as Markdown, without its heading."""
    cpu, memory, seconds = medians(compared, "ours")
    peer_cpu, peer_memory, peer_seconds = medians(compared, "peer")
    ratio = peer_cpu / cpu
    verdict = "reached" if ratio >= TARGET else "**missed**"
    rows = "".join(each.row for each in [*compared, large])
    raw = "\n".join(each.line for each in [*compared, large])
    return f"""
One alert, from POST to the last send; Twilio takes {cell.TWILIO_LATENCY_MILLISECONDS} ms. The emulator of
AWS is one process of Python and bounds both, so what a delivery costs the worker in CPU is what compares
them.

| worker | recipients | seconds from POST to the last send | deliveries/s | CPU per delivery, ms \
| deliveries per second of a core | peak memory, MiB |
|---|---|---|---|---|---|---|
{rows}
Medians: a delivery costs ours {cpu:.2f} ms of CPU and the peer {peer_cpu:.2f} ms, {ratio:.1f} times as
much; the target of {TARGET} times per core is {verdict}. Memory: {memory:.0f} MiB against
{peer_memory:.0f} MiB. Time: {seconds:.1f} s against {peer_seconds:.1f} s.

An alert to {large.deliveries:,} recipients takes {large.peak_mebibytes:.0f} MiB at most,
{large.peak_mebibytes / memory:.2f} times what {compared[0].deliveries:,} take.

## Raw figures

```json
{raw}
```
"""
