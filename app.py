"""The page: Jisr in a browser. `python app.py` serves it on this machine; importing this module loads nothing heavy."""

from __future__ import annotations

import os
import re
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import aclosing
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

import click

from jisr.web import models
from jisr.web.downloads import KINDS
from jisr.web.endpoints import Endpoints, offered
from jisr.web.examples import examples
from jisr.web.guard import Guard
from jisr.web.handlers import DIRECTIONS, LENGTHS, REFERENCES, Handlers, Preferences
from jisr.web.options import CONTEXT, with_settings
from jisr.web.scores import Line, Pairs
from jisr.web.service import PipelineFactory, Service
from jisr.web.settings import Settings
from jisr.web.texts import texts

if TYPE_CHECKING:
    from jisr.pipeline import Pipeline

_PRIVATE: Final = {"api_visibility": "private", "show_progress": "hidden"}
_QUICK: Final = {**_PRIVATE, "queue": False}
_FORM_BYTES: Final = 2_000_000  # for what the page sends besides a file: the text and a glossary
_LOCALE: Final = "(stored, _) => [stored, navigator.language]"
_HTML: Final = '<div class="jisr-html"></div>'
_MESSAGE: Final = '<div class="jisr-message" role="alert" hidden></div>'
_VIEW: Final = (
    '<div class="jisr-bar"><p class="jisr-status" role="status"></p>'
    '<div class="jisr-progress" role="progressbar" aria-valuemin="0" hidden><div></div></div></div>'
    '<div class="jisr-host"></div>'
)


def build_app(source: Pipeline | PipelineFactory, settings: Settings = Settings(), names: Sequence[str] = ()) -> Any:
    """Return the page as `gradio.Blocks`; `serve` launches it.

    `source` is one pipeline, or a function from the name of a model to a pipeline with it, called when an article is
    first read with that model. `names` are the models to choose from (default: those on this machine).
    """
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    import gradio

    if not callable(source):
        names = (source.translator.model.name,)
    handlers = Handlers(Service(source, most=settings.limits.models), settings, names, _scores)
    with gradio.Blocks(title="Jisr", analytics_enabled=False, delete_cache=(300, 600)) as blocks:
        page = _Page(gradio, handlers)
        page.build()
        page.connect(blocks)
        for name, function in Endpoints(handlers).functions().items():
            gradio.api(
                offered(function, lambda text: gradio.Error(text, print_exception=False)),
                api_name=name,
                concurrency_id="read",
                concurrency_limit=settings.limits.concurrency,
            )
    blocks.queue(max_size=settings.limits.queue, default_concurrency_limit=settings.limits.concurrency)
    return blocks


def serve(blocks: Any, settings: Settings = Settings(), *, block: bool = True) -> str:
    """Serve a page and return its address; with `block` only when it is stopped, and the address is printed."""
    from starlette.middleware import Middleware

    from jisr.web.theme import head, style

    _, address, public = blocks.launch(
        server_name=settings.host,
        server_port=settings.port or None,
        root_path=settings.root_path or None,
        share=settings.share,
        prevent_thread_lock=True,
        quiet=True,
        max_file_size=settings.limits.bytes,
        max_threads=max(40, settings.limits.concurrency),
        theme=_theme(),
        css=style(),
        head=head(),
        footer_links=[],
        run_history=False,
        ssr_mode=False,
        enable_monitoring=False,
        state_session_capacity=500,
        app_kwargs={"middleware": [Middleware(Guard, limit=settings.limits.bytes + _FORM_BYTES)]},
    )
    if block:
        click.echo(f"Jisr reads at {public or address} (Ctrl-C ends it)", err=True)
        blocks.block_thread()
    return str(address)


class _Page:
    """The components of the page and what they are connected to."""

    def __init__(self, gradio: Any, handlers: Handlers) -> None:
        self.gr = gradio
        self.handlers = handlers
        # (component, {property: key of its text}), for the change of the page's language.
        self.spoken: list[tuple[Any, dict[str, str]]] = []

    def build(self) -> None:
        """Lay everything out, in reading order, which is the order of the keyboard."""
        gr = self.gr
        self.prefs = gr.BrowserState({}, storage_key="jisr", secret="jisr")
        self.locale = gr.Textbox(visible=False)
        self.source, self.reading, self.loaded = gr.State(), gr.State(time_to_live=3600), gr.State(0)
        self.page = self._own("", "jisrPage", "jisr-page-language")
        with gr.Row(elem_classes="jisr-header"):
            self._words('<h1>Jisr <span lang="ar">جسر</span></h1><p data-text="tagline"></p>')
            self.theme = gr.Button("◐", elem_id="jisr-theme", size="sm", scale=0, min_width=40)
            self.switch = gr.Button("العربية", elem_id="jisr-language", size="sm", scale=0, min_width=90)
        with gr.Tabs(elem_id="jisr-tabs"):
            with self._say(gr.Tab("Read", id="read"), label="tab_read"):
                self._build_reader()
            with self._say(gr.Tab("Evaluate", id="evaluate"), label="tab_evaluate"):
                self._build_evaluation()
            with self._say(gr.Tab("Models", id="models"), label="tab_models"):
                self.models = self._own(_HTML, "jisrHtml", "jisr-models")

    def _build_reader(self) -> None:
        gr = self.gr
        with gr.Row(elem_classes="jisr-inputs"):
            with gr.Column(scale=3, min_width=300):
                text = gr.Textbox(lines=7, max_lines=12, elem_id="jisr-text")
                self.text = self._say(text, label="text", placeholder="text_placeholder")
            with gr.Column(scale=2, min_width=260):
                self.file = self._say(
                    gr.File(type="filepath", height=72, elem_id="jisr-file", elem_classes="jisr-drop"), label="file"
                )
                link = gr.Textbox(elem_id="jisr-link", max_lines=1)
                self.link = self._say(link, label="link", placeholder="link_placeholder")
                with gr.Row(elem_classes="jisr-examples"):
                    self._words('<p data-text="examples"></p>')
                    self.examples = [
                        gr.Button(one.label("en"), size="sm", elem_id=f"jisr-example-{one.name}") for one in examples()
                    ]
        with gr.Row(elem_classes="jisr-go"):
            self.go = self._button("read", variant="primary")
            self.stop = self._button("stop", variant="stop", visible=False)
        with self._say(gr.Accordion("Settings", open=False, elem_id="jisr-settings"), label="settings"):
            self._build_choices()
        self.message = self._own(_MESSAGE, "jisrMessage", "jisr-message")
        with gr.Row(visible=False, elem_classes="jisr-take", elem_id="jisr-take") as self.take:
            self.copies = {language: self._button(f"copy_{language}", size="sm") for language in ("ar", "en")}
            self.files = {kind: self._button(f"download_{kind}", size="sm") for kind in KINDS}
        self.view = self._own(_VIEW, "jisrView", "jisr-view")
        self.download = self._own("", "jisrDownload", "jisr-download")

    def _build_choices(self) -> None:
        gr = self.gr
        with gr.Row():
            self.direction = self._dropdown("direction", DIRECTIONS)
            self.length = self._dropdown("length", LENGTHS)
            self.model = self._dropdown("model", self.handlers.names)
        self.diacritics = self._say(gr.Checkbox(True, elem_id="jisr-diacritics"), label="diacritics")
        with self._say(gr.Accordion("Glossary", open=False, elem_id="jisr-glossary"), label="glossary"):
            self._words('<p class="jisr-help" data-text="glossary_help"></p>')
            terms = gr.Dataframe(
                [["", ""]], headers=["العربية", "English"], datatype="str", type="array", column_count=2, row_count=1,
                interactive=True, wrap=True, elem_id="jisr-terms",
            )  # fmt: skip
            self.terms = self._say(terms, label="glossary_table")
            with gr.Row():
                upload = gr.UploadButton(
                    "csv", file_types=[".csv", ".tsv", ".tbx", ".xml"], size="sm", elem_id="jisr-tbx"
                )
                self.terms_file = self._say(upload, label="glossary_upload")
                self.terms_clear = self._button("glossary_clear", size="sm")

    def _build_evaluation(self) -> None:
        gr, names = self.gr, self.handlers.names
        self._words('<h2 data-text="score_title"></h2><p class="jisr-help" data-text="score_help"></p>')
        self.kind = self._dropdown("score_kind", REFERENCES)
        self.reference = self._say(gr.Textbox(lines=5, max_lines=12, elem_id="jisr-reference"), label="reference")
        self.reference_file = self._drop("reference_file")
        self.score = self._button("score", variant="primary")
        self.scores = self._own(_HTML, "jisrHtml", "jisr-scores")
        self._words('<h2 data-text="compare_title"></h2><p class="jisr-help" data-text="compare_help"></p>')
        with gr.Row():
            self.first, self.second = self._dropdown("first_model", names), self._dropdown("second_model", names[::-1])
        if len(names) == 1:
            self._words('<p class="jisr-help" data-text="only_one_model"></p>')
        self.compare = self._button("compare", variant="primary")
        self.comparison = self._own(_HTML, "jisrHtml", "jisr-comparison")
        self.problem = self._own(_MESSAGE, "jisrMessage", "jisr-problem")

    def _own(self, template: str, mount: str, identifier: str) -> Any:
        """Return an element of our own: a fixed template, filled by our script and by nothing else."""
        script = f"window.{mount}(element, props, watch);"
        return self.gr.HTML(html_template=template, js_on_load=script, elem_id=identifier, apply_default_css=False)

    def _words(self, html: str) -> None:
        """Place fixed HTML; the browser keeps elements with `data-text` in the page's language."""
        filled = re.sub(r'data-text="(\w+)">', lambda found: f"{found[0]}{texts('en')[found[1]]}", html)
        self.gr.HTML(filled, apply_default_css=False)

    def _button(self, key: str, *, variant: str = "secondary", size: str = "lg", visible: bool = True) -> Any:
        identifier = "jisr-" + key.removeprefix("download_").replace("_", "-")
        button = self.gr.Button("", variant=variant, size=size, visible=visible, scale=0, elem_id=identifier)
        return self._say(button, value=key)

    def _drop(self, key: str) -> Any:
        identifier = "jisr-" + key.replace("_", "-")
        return self._say(self.gr.File(height=72, elem_id=identifier, elem_classes="jisr-drop"), label=key)

    def _dropdown(self, key: str, values: Sequence[str]) -> Any:
        identifier = "jisr-" + key.replace("_", "-")
        choices = [(self.handlers.labels.get(value, value), value) for value in values]
        return self._say(self.gr.Dropdown(choices, value=values[0], elem_id=identifier), label=key)

    def _say(self, component: Any, **keys: str) -> Any:
        """Note which properties of a component are texts; English until the browser's language is known."""
        for name, key in keys.items():
            setattr(component, name, texts("en")[key])
        self.spoken.append((component, keys))
        return component

    def connect(self, blocks: Any) -> None:
        """Connect the components to the handlers."""
        spoken = [component for component, _ in self.spoken]
        everything = [self.page, self.prefs, self.switch, self.models, self.view, *spoken, *self.examples]
        blocks.load(self._restore, [self.prefs, self.locale], everything, js=_LOCALE, **_QUICK)
        self.switch.click(self._turn, [self.prefs, self.reading], everything, **_QUICK)
        self.theme.click(None, js="() => window.jisrTheme()", **_PRIVATE)
        self._connect_reading()
        given, added = [self.terms_file, self.terms, self.prefs], [self.terms, self.message]
        uploaded = self.terms_file.upload(self.handlers.terms, given, added, **_PRIVATE)
        cleared = self.terms_clear.click(lambda: [["", ""]], None, self.terms, **_QUICK)
        # Not on `change`: that comes also from the page itself, while other choices are not in place yet.
        for event in (*(choice.input for choice in self._choices()), uploaded.then, cleared.then):
            event(self._remember, [self.prefs, *self._choices()], self.prefs, **_QUICK)
        self.diacritics.input(self._redraw, [self.prefs, self.diacritics, self.reading], self.view, **_QUICK)
        for language, button in self.copies.items():
            button.click(None, js=f"() => window.jisrCopy('{language}')", **_PRIVATE)
        for kind, button in self.files.items():
            make, made = partial(self.handlers.download, kind), [self.download, self.message]
            button.click(make, [self.reading, self.source, self.prefs], made, **_PRIVATE)
        given = [self.reading, self.reference, self.reference_file, self.kind, self.prefs]
        scored = self.score.click(self.handlers.score, given, [self.scores, self.problem], **_PRIVATE)
        scored.then(lambda: None, None, self.reference_file, **_QUICK)
        given = [self.text, self.source, self.first, self.second, self.prefs]
        self.compare.click(self.handlers.compare, given, [self.comparison, self.problem], **_PRIVATE)

    def _connect_reading(self) -> None:
        gr, limit = self.gr, self.handlers.settings.limits.concurrency
        shown = [self.view, self.reading, self.message, self.go, self.stop, self.take, self.files["srt"]]
        running = gr.on(
            [self.go.click, self.loaded.change], self._read, [self.text, self.source, self.prefs], shown,
            concurrency_id="read", concurrency_limit=limit, trigger_mode="multiple", **_PRIVATE,
        )  # fmt: skip
        came = [self.source, self.text, self.message, self.loaded]
        for place, event, load in (
            (self.file, self.file.upload, self.handlers.upload),
            (self.link, self.link.submit, self.handlers.link),
        ):
            self._stop_on(event, running)
            loading = event(self._load(load), [place, self.loaded, self.prefs], came, **_PRIVATE)
            if place is self.file:
                loading.then(lambda: None, None, place, **_QUICK)
        for number, button in enumerate(self.examples):
            example = partial(self._load(self.handlers.example), number)
            self._stop_on(button.click, running)
            button.click(example, [self.loaded, self.prefs], came, **_PRIVATE)
        self._stop_on(self.stop.click, running)

    def _stop_on(self, event: Any, running: Any) -> None:
        """Stop the work on an event; what is shown stays."""
        event(None, cancels=[running], **_PRIVATE)
        event(None, js="() => window.jisrStopped()", **_PRIVATE)
        idle = self.gr.update(visible=True), self.gr.update(visible=False)
        event(lambda: idle, None, [self.go, self.stop], **_QUICK)

    def _choices(self) -> list[Any]:
        return [self.direction, self.length, self.model, self.diacritics, self.terms]

    def _restore(self, stored: Any, locale: str) -> dict[Any, Any]:
        wanted = Preferences.of(stored, locale or "", self.handlers.names)
        return {**self._speak(wanted), **self._chosen(wanted)}

    def _turn(self, stored: Any, reading: Any) -> dict[Any, Any]:
        """Turn to the page's other language."""
        wanted = self.handlers.preferences(stored).turned()
        view = {self.view: self.handlers.show(reading, wanted)} if reading is not None else {}
        return {**self._speak(wanted), self.prefs: wanted.stored(), **view}

    def _speak(self, wanted: Preferences) -> dict[Any, Any]:
        """Return every label in the page's language."""
        gr, t = self.gr, texts(wanted.language)
        labels: dict[Any, dict[str, Any]] = {
            component: {name: t[key] for name, key in keys.items()} for component, keys in self.spoken
        }
        labels[self.direction]["choices"] = [(t[f"direction_{code}"], code) for code in DIRECTIONS]
        labels[self.length]["choices"] = [(t[f"length_{name}"], name) for name in LENGTHS]
        labels[self.kind]["choices"] = [(t[f"score_{name}".replace("-", "_")], name) for name in REFERENCES]
        named = zip(self.examples, examples(), strict=True)
        return {
            **{component: gr.update(**properties) for component, properties in labels.items()},
            **{button: gr.update(value=one.label(wanted.language)) for button, one in named},
            self.page: wanted.language,
            self.switch: gr.update(value="English" if wanted.language == "ar" else "العربية"),
            self.models: models.table(self.handlers.models, wanted.language),
        }

    def _chosen(self, wanted: Preferences) -> dict[Any, Any]:
        """Return the reader's choices, put on top of the labels of the same components."""
        values = (wanted.direction, wanted.length, wanted.model, wanted.diacritics)
        labels = self._speak(wanted)
        rows = [list(pair) for pair in wanted.glossary] or [["", ""]]
        updates = {c: {**labels[c], "value": v} for c, v in zip(self._choices(), [*values, rows], strict=True)}
        return {**updates, self.prefs: wanted.stored()}

    def _remember(self, stored: Any, direction: str, length: str, model: str, diacritics: bool, terms: Any) -> Any:
        rows = terms if isinstance(terms, list) else []
        new = {"direction": direction, "length": length, "model": model, "diacritics": diacritics, "glossary": rows}
        return self.handlers.preferences({**self.handlers.preferences(stored).stored(), **new}).stored()

    def _redraw(self, stored: Any, diacritics: bool, reading: Any) -> Any:
        wanted = replace(self.handlers.preferences(stored), diacritics=diacritics)
        return self.gr.skip() if reading is None else self.handlers.show(reading, wanted)

    async def _read(self, text: str, source: Any, stored: Any) -> AsyncIterator[tuple[Any, ...]]:
        gr, wanted = self.gr, self.handlers.preferences(stored)
        subtitles = source is not None and source.text == text and source.subtitles is not None
        async with aclosing(self.handlers.read(text, source, wanted)) as steps:  # type: ignore[type-var]
            async for step in steps:
                ready = step.reading is not None
                yield (
                    gr.skip() if step.view is None else step.view,
                    step.reading if ready or step.view is not None else gr.skip(),
                    step.message,
                    gr.update(visible=not step.running),
                    gr.update(visible=step.running),
                    gr.update(visible=ready) if ready or step.view is not None else gr.skip(),
                    gr.update(visible=subtitles),
                )

    def _load(self, load: Callable[[Any, Any], tuple[Any, Any]]) -> Callable[..., tuple[Any, ...]]:
        def handle(given: Any, loaded: int, stored: Any) -> tuple[Any, ...]:
            source, message = load(given, stored)
            if source is None:
                return (self.gr.skip(), self.gr.skip(), message, loaded)
            return source, source.text, None, loaded + 1

        return handle


def _scores(pairs: Pairs) -> Sequence[Line]:
    """Score with the metrics of `eval`, which is loaded only now."""
    from eval import score_texts

    found = score_texts(pairs.hypotheses, pairs.references, pairs.language)
    return [Line(score.name, f"{score.value:.1f} {score.interval}".strip(), score.signature) for score in found]


def _theme() -> Any:
    import gradio

    from jisr.web import theme

    accent = gradio.themes.Color(*theme.ACCENT, name="accent")
    paper = gradio.themes.Color(*theme.PAPER, name="paper")
    base = gradio.themes.Base(
        primary_hue=accent,
        secondary_hue=accent,
        neutral_hue=paper,
        font=list(theme.FONTS),
        font_mono=list(theme.MONO),
    )
    return base.set(**theme.VALUES)


def load(name: str) -> Pipeline:
    """Load a model of this machine; a page never fetches one."""
    from jisr.pipeline import load_pipeline

    return load_pipeline(name, offline=True)


@click.command(context_settings=CONTEXT)
@with_settings
def main(settings: Settings) -> None:
    """Serve the page. Every option is an environment variable as well, such as JISR_PORT."""
    from base.offline import offline

    with offline(settings.offline):
        serve(build_app(load, settings), settings)


if __name__ == "__main__":
    main()
