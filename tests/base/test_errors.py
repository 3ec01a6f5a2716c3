from __future__ import annotations

import inspect

from base import errors


def test_every_error_is_in_the_tree_drawn_in_the_docstring() -> None:
    tree = errors.__doc__ or ""
    for name, error in inspect.getmembers(errors, inspect.isclass):
        if issubclass(error, errors.JisrError):
            assert f"{name} " in tree
            line = next(line for line in tree.splitlines() if f"{name} " in line)
            assert str(error.exit_code) in line
