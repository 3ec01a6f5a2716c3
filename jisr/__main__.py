"""`python -m jisr` is `jisr`."""

from jisr.cli import main

if __name__ == "__main__":
    main()
