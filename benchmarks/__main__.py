"""`python -m benchmarks`: everything that needs nothing but this repository, then the page of results.

About ten minutes on two cores. Name some of them to run only those: `python -m benchmarks latency memory`.
"""

from __future__ import annotations

import subprocess
import sys

from benchmarks.tables import update

COMMANDS = {
    "startup": [["benchmarks.startup"]],
    "throughput": [["benchmarks.throughput", "--model", "compact"], ["benchmarks.throughput", "--model", "opus"]],
    "latency": [["benchmarks.latency"]],
    "memory": [["benchmarks.memory"]],
    "summaries": [["benchmarks.summaries"]],
    "scaling": [["benchmarks.scaling"]],
    "shares": [["benchmarks.shares"]],
    "gpu": [["benchmarks.gpu"]],
}


def main() -> int:
    """Run the benchmarks, each in a fresh process; return 1 when one fails, after all the others."""
    wanted = sys.argv[1:] or list(COMMANDS)
    unknown = [name for name in wanted if name not in COMMANDS]
    if unknown:
        sys.stderr.write(f"unknown: {', '.join(unknown)}; there are: {', '.join(COMMANDS)}\n")
        return 2
    failed = 0
    for name in wanted:
        for module, *options in COMMANDS[name]:
            print(f"\n== python -m {' '.join([module, *options])}", flush=True)
            failed += subprocess.run([sys.executable, "-m", module, *options], check=False).returncode != 0
    update()
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
