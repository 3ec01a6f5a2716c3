"""One record of a file that holds many articles."""

from __future__ import annotations

from dataclasses import dataclass

from article.model import Article
from base.errors import InputError


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a file: an article, or the error that says why it is none.

    `id` is the value of the id column, or the number of the record, counted from 1; `place` is "line 7".
    """

    id: str
    article: Article | None
    error: InputError | None
    place: str
