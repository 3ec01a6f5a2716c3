"""Whether a document can be translated as wanted."""

from __future__ import annotations

from base.errors import InputError
from base.languages import NAMES, other
from translate.batch.model import Options, Request


def checked(request: Request, options: Options) -> Request:
    """Return the request; raises `InputError` when the document is in the target language already."""
    target = options.target
    if target is not None and request.article.language == target:
        raise InputError(
            f"{request.article.origin}: the text is in {NAMES[target]} already, and {NAMES[target]} was asked for. "
            f"Leave it out, or run it with --to {other(target)}."
        )
    return request
