"""`python -m benchmarks`: the measurements that need nothing but this repository."""

from __future__ import annotations

from benchmarks.startup import main

if __name__ == "__main__":
    main()
