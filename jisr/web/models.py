"""Which models a reader may choose, and how to get the others."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING, Final

from base.languages import Language
from jisr.web.texts import texts

if TYPE_CHECKING:
    from engine.manage import ModelStatus

_HERE: Final = ("embedded", "on this machine")
_MEGA: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Choice:
    """A model of the list. `ready` says whether it is here and may be used."""

    name: str
    use: str
    ready: bool
    here: bool
    licence: str
    non_commercial: bool
    megabytes: int
    translates: bool

    @property
    def command(self) -> str:
        """What fetches it."""
        return f"jisr models pull {self.name}" + (" --accept-licence" if self.non_commercial else "")

    def label(self) -> str:
        """Return its name and licence."""
        return f"{self.name} ({self.licence})"


def choices() -> tuple[Choice, ...]:
    """Return every known model, in the order of the registry."""
    from engine.manage import list_models

    return tuple(
        Choice(
            name=model.name,
            use=model.summary,
            ready=_ready(model),
            here=model.status in _HERE,
            licence=model.licence,
            non_commercial=model.non_commercial,
            megabytes=round(model.disk_bytes / _MEGA) or model.download_mb,
            translates=any(task.kind == "translate" for task in model.tasks),
        )
        for model in list_models()
    )


def _ready(model: ModelStatus) -> bool:
    """A licence is accepted before a model is fetched; one that ships is here with its licence."""
    free = model.licence_accepted or not model.non_commercial
    return model.status == "embedded" or (model.status in _HERE and free)


def table(found: tuple[Choice, ...], language: Language) -> str:
    """Return the models as an HTML table in the page's `language`."""
    t = texts(language)
    columns = ("model_name", "model_use", "model_licence", "model_size", "model_get")
    head = "".join(f'<th scope="col">{escape(t[key])}</th>' for key in columns)
    rows = "".join(_row(choice, language) for choice in found)
    return (
        f'<p class="jisr-help">{escape(t["models_help"])}</p><div class="jisr-scroll" tabindex="0">'
        '<table class="jisr-table">'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(choice: Choice, language: Language) -> str:
    t = texts(language)
    licence = escape(choice.licence) + (f" ({escape(t['non_commercial'])})" if choice.non_commercial else "")
    size = escape(t["megabytes"].format(n=choice.megabytes))
    get = escape(t["model_here"]) if choice.ready else f'<code dir="ltr">{escape(choice.command)}</code>'
    use = f'<bdi dir="ltr" lang="en">{escape(choice.use)}</bdi>'
    name = f'<bdi dir="ltr">{escape(choice.name)}</bdi>'
    return f'<tr><th scope="row">{name}</th><td>{use}</td><td>{licence}</td><td>{size}</td><td>{get}</td></tr>'
