"""Licences that forbid commercial use: shown and accepted before a model is first used."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from base.errors import LicenceError
from base.files import write_atomic
from engine.cache import cache_folder, locked, make_folder

VARIABLE: Final = "JISR_ACCEPT_LICENCE"
_NON_COMMERCIAL: Final = re.compile(r"(?:^|[-_ ])(?:nc|non-?commercial|research)(?:$|[-_ ])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Terms:
    """A licence as a user has to know it before using the model `name`."""

    name: str
    licence: str
    non_commercial: bool

    @property
    def notice(self) -> str:
        """One sentence to show before first use."""
        limit = ", which forbids commercial use" if self.non_commercial else ""
        return f"The model {self.name} is under the licence {self.licence or 'that its card states'}{limit}."


def is_non_commercial(licence: str) -> bool:
    """Say whether the name of a licence says that commercial use is forbidden, such as `cc-by-nc-4.0`."""
    return _NON_COMMERCIAL.search(licence) is not None


def accepted(terms: Terms) -> bool:
    """Say whether the licence needs no acceptance, or the user gave it, now by the environment or earlier.

    The variable JISR_ACCEPT_LICENCE holds `all` (or `1`) or names of models separated by commas.
    """
    if not terms.non_commercial:
        return True
    named = {part.strip().lower() for part in os.environ.get(VARIABLE, "").split(",")}
    if named & {"all", "1", "yes", "true", terms.name.lower()}:
        return True
    return _remembered().get(terms.name) == terms.licence


def accept(terms: Terms) -> None:
    """Remember in the cache folder that the user accepted the licence; a changed licence is asked for again."""
    with locked("licences"):
        content = {**_remembered(), terms.name: terms.licence}
        write_atomic(make_folder(cache_folder()) / _path().name, json.dumps(content, indent=1) + "\n")


def require_accepted(terms: Terms, accept_licence: bool) -> None:
    """Raise `LicenceError`, which shows the licence and how to accept it, unless it was accepted.

    `accept_licence` is the user's acceptance with this call; it is remembered.
    """
    if accepted(terms):
        return
    if not accept_licence:
        raise LicenceError(
            f"{terms.notice} To use it, accept the licence once with --accept-licence (in Python: "
            f"accept_licence=True; in a script: {VARIABLE}={terms.name}). Free for any use: --model compact"
        )
    accept(terms)


def _path() -> Path:
    return cache_folder() / "licences.json"


def _remembered() -> dict[str, str]:
    try:
        content = json.loads(_path().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(name): str(licence) for name, licence in content.items()} if isinstance(content, dict) else {}
