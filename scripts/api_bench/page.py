"""Writes what was measured: a page for people, and the raw lines beside it."""

import json
import statistics

import evidence

OURS = "bizcomms-api"
# How many times the peer's requests a second are to be reached.
TARGETS = {"list": 8, "get": 8, "status": 8, "create_alert": 5, "create_recipient": 5}
FIELDS = {
    "requests_per_second": 0,
    "p50_ms": 2,
    "p99_ms": 2,
    "cpu_seconds_per_1000": 3,
    "database_cpu_seconds_per_1000": 3,
}


def median(results, service: str, load: str, field: str) -> float:
    """The middle of the runs."""
    return statistics.median(
        each[field] for each in results if each["service"] == service and each["load"] == load
    )


def best_peer(results, load: str) -> str:
    """The peer that answers more requests a second."""
    peers = {each["service"] for each in results} - {OURS}
    return max(sorted(peers), key=lambda peer: median(results, peer, load, "requests_per_second"))


def verdict(is_reached: bool) -> str:
    """In plain words."""
    return "reached" if is_reached else "**missed**"


def figures(results, loads) -> str:
    """A line for each kind of request and service."""
    head = (
        "| request | service | requests/s | p50 ms | p99 ms | its CPU s per 1,000 "
        "| PostgreSQL's CPU s per 1,000 |\n|---|---|---|---|---|---|---|\n"
    )
    lines = ""
    for load in loads:
        for service in dict.fromkeys(each["service"] for each in results):
            values = " | ".join(
                f"{median(results, service, load, field):.{digits}f}"
                for field, digits in FIELDS.items()
            )
            lines += f"| {load} | {service} | {values} |\n"
    return head + lines


def targets(results, loads) -> str:
    """What was to be reached, and whether it was."""
    lines = (
        "| request | best peer | requests/s, ours by theirs | target | p99, ours : theirs "
        "| CPU, theirs by ours |\n|---|---|---|---|---|---|\n"
    )
    for load in loads:
        peer = best_peer(results, load)
        ours, theirs = (
            {field: median(results, service, load, field) for field in FIELDS}
            for service in (OURS, peer)
        )
        ratio = ours["requests_per_second"] / theirs["requests_per_second"]
        cpu = theirs["cpu_seconds_per_1000"] / max(ours["cpu_seconds_per_1000"], 1e-6)
        lines += (
            f"| {load} | {peer} | {ratio:.1f}× | {TARGETS[load]}×: "
            f"{verdict(ratio >= TARGETS[load])} | {ours['p99_ms']:.1f} : {theirs['p99_ms']:.1f} ms: "
            f"{verdict(ours['p99_ms'] < theirs['p99_ms'])} | {cpu:.1f}× |\n"
        )
    return lines


def memory(results) -> str:
    """Resident memory of each service."""
    lines = "| service | after the loads, MiB | of that mapped files | peak, MiB |\n|---|---|---|---|\n"
    services = list(dict.fromkeys(each["service"] for each in results))
    peaks = {}
    for service in services:
        steady, files, peaks[service] = (
            median(results, service, "memory", field)
            for field in ("steady_mib", "of_files_mib", "peak_mib")
        )
        lines += f"| {service} | {steady:.0f} | {files:.0f} | {peaks[service]:.0f} |\n"
    smallest = min(peak for service, peak in peaks.items() if service != OURS)
    share = peaks[OURS] / smallest
    return lines + (
        f"\nOurs takes {share:.0%} of the peer with the least; the target is half: "
        f"{verdict(share <= 0.5)}.\n"
    )


def write(options, results, compared: int, loads: str) -> None:
    """Writes and prints the page."""
    folder = options.evidence.with_suffix("")
    folder.mkdir(parents=True, exist_ok=True)
    raw = folder / "runs.jsonl"
    raw.write_text("".join(json.dumps(each) + "\n" for each in results))
    text = evidence.heading("How fast the alert API is", "make bench ARGUMENTS=api")
    text += f"- load of the machine when it began and ended: {loads}\n"
    if options.note:
        text += f"- beside it ran: {options.note}\n"
    text += (
        f"- {options.runs} alternating runs; for each request {options.warm_up} s to warm up and "
        f"{options.seconds} s measured, over {options.connections} connections, by wrk\n"
        f"- every line of the runs: [{raw.name}]({folder.name}/{raw.name})\n"
    )
    text += f"""
The peer is FastAPI with SQLAlchemy 2 and Pydantic v2 on uvloop and httptools: see
[Benchmarks/peer-fastapi](../../Benchmarks/peer-fastapi/README.md). Before anything was measured,
{compared} requests were sent to both, and answered with the same status, headers and body. Service,
PostgreSQL, the stand-in for AWS and wrk share the machine's cores; figures are medians of the runs.

## Targets

{targets(results, options.loads)}
## Memory

Resident, all processes of a service together, after all loads of a run.

{memory(results)}
## Figures

{figures(results, options.loads)}"""
    options.evidence.write_text(text)
    print(text, end="")
