"""Puts a model together: folder, tokenizer, backend, and the check on known sentences."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from base.errors import CorruptModelError, ModelError, UnsupportedTaskError
from base.extras import require
from base.languages import Language
from base.progress import ProgressCallback
from engine import registry
from engine.architecture import read_json
from engine.backend import ANY_START, Backend
from engine.cache import Device, convert_cached, quantization_for
from engine.check import check_model
from engine.integrity import damaged, weight_files
from engine.limits import read_limits
from engine.load import BackendName, DeviceName
from engine.routed import Route, RoutedModel
from engine.scripts import foreign_pieces
from engine.sources import Located, Source, infer_tasks, is_ready, locate, sources
from engine.tokenizers import Tokenizer, load_tokenizer
from engine.tokenizers.marian import source_only_pieces
from engine.types import Model, Task

if TYPE_CHECKING:
    from engine.seq2seq import Seq2SeqModel

_SHIPPED: Final = "ctranslate2"
_GENERAL_ADVICE: Final = re.compile(r"\s*(?:Fetch it|Convert the model) again with: .*$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Settings:
    """How checkpoints are run; see `engine.load.load` for the meaning of each."""

    backend: Literal["ctranslate2", "transformers"]
    device: Device
    compute_type: str | None
    threads: int
    allow_network: bool
    accept_licence: bool
    check: bool
    progress: ProgressCallback | None


def assemble(name: str | Path, settings: Settings, task: Task | None) -> Model:
    """Load the model that `name` stands for; see `engine.load.load`."""
    if name == "auto":
        name = choose(task).record.alias
    parts = sources(name)
    if len(parts) == 1:
        return load_source(parts[0], settings, task)
    return _load_routed(str(name), parts, settings, task)


def choose(task: Task | None = None) -> registry.AutoChoice:
    """Say which model `auto` takes for `task`, and how to get a better one."""
    return registry.auto(task, is_ready)


def resolve_device(device: DeviceName, backend: BackendName) -> Device:
    """Turn `auto` into the device that is there; raises `ModelError` when CUDA is asked for and absent."""
    if device == "cpu":
        return "cpu"
    if backend == "transformers":
        there = bool(require("torch", "models", "run checkpoints unconverted").cuda.is_available())
    else:
        from ctranslate2 import get_cuda_device_count

        there = get_cuda_device_count() > 0
    if device == "cuda" and not there:
        raise ModelError("No CUDA device was found on this machine. Use --device cpu, or leave it out.")
    return "cuda" if there else "cpu"


def load_source(source: Source, settings: Settings, task: Task | None = None) -> Seq2SeqModel:
    """Load one checkpoint. A `task` makes it the task of a folder that cannot tell its own."""
    shipped = source.folder is not None and _shipped(source.folder) is not None
    int8_alone = source.folder is not None and _is_int8_alone(source.folder)
    located = locate(
        source,
        allow_network=settings.allow_network,
        accept_licence=settings.accept_licence,
        progress=settings.progress,
        weights=not shipped or (settings.backend == "transformers" and not int8_alone),
    )
    if settings.backend == "transformers" and int8_alone:
        raise ModelError(
            f"The model folder {located.folder} holds int8 weights for CTranslate2 alone, and no model.safetensors "
            "for Transformers. Use --backend ctranslate2, or leave it out."
        )
    model = _build(located, settings, task)
    if task is not None and not model.supports(task):
        raise UnsupportedTaskError(
            f"The model {source.name} cannot {registry.describe(task)}. These can: "
            f"{', '.join(record.alias for record in registry.candidates(task))}."
        )
    if settings.check and not source.embedded:
        check_model(model, [each for each in registry.every_task() if model.supports(each)], _advice(source))
    return model


def _build(located: Located, settings: Settings, task: Task | None) -> Seq2SeqModel:
    """Put tokenizer and backend of a located checkpoint together."""
    from engine.seq2seq import Seq2SeqModel

    source = located.source
    try:
        tokenizer = load_tokenizer(located.folder, located.architecture)
        foreign = _foreign(located)
        backend = _load_backend(located, settings, _banned(tokenizer, foreign))
    except CorruptModelError as error:
        # Whoever found the damage knows the file but not where the model came from.
        found = _GENERAL_ADVICE.sub("", str(error))
        advice = "" if source.restore in found else f" Restore it with: {source.restore}"
        raise CorruptModelError(f"{found}{advice}") from error
    known = source.tasks
    if known is None:
        known = infer_tasks(located, tokenizer.supports)
        known = (task,) if task is not None and tokenizer.supports(task) and task not in known else known
    limits = read_limits(located.folder, located.architecture)
    own_script = (" own-script" if source.embedded else " own-pieces") if foreign else ""
    return Seq2SeqModel(
        name=source.name,
        signature=f"{source.repo or source.name}@{located.version} {backend.signature}{own_script}",
        architecture=located.architecture,
        tokenizer=tokenizer,
        backend=backend,
        tasks=frozenset(each for each in known if tokenizer.supports(each)),
        max_source_pieces=limits.source,
        max_target_pieces=limits.target,
        wrap_pieces=limits.wrap,
        summary_pieces=limits.summary,
        foreign=foreign,
    )


def _foreign(located: Located) -> Mapping[Language, tuple[str, ...]]:
    """Return the pieces that no text in a target language needs."""
    if located.source.embedded:
        # Small enough to copy what it cannot translate; the large ones copy names on purpose.
        return foreign_pieces(read_json(located.folder / "vocab.json"))
    if located.architecture == "marian" and (pieces := source_only_pieces(located.folder)):
        return {"ar": pieces, "en": pieces}
    return {}


def _banned(tokenizer: Tokenizer, foreign: Mapping[Language, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Return the foreign pieces by the piece that sources of a task begin with, "" when they all begin differently."""
    tasks = [task for task in registry.every_task() if foreign and tokenizer.supports(task)]
    starts = {task: tokenizer.source((), task) for task in tasks}
    return {start[0] if len(start) > 1 else ANY_START: foreign[task.target] for task, start in starts.items()}


def _load_backend(located: Located, settings: Settings, banned: Mapping[str, tuple[str, ...]]) -> Backend:
    if settings.backend == "transformers":
        require("transformers", "models", "run checkpoints unconverted")
        require("torch", "models", "run checkpoints unconverted")
        from engine.transformers_backend import TransformersBackend

        return TransformersBackend(
            located.folder,
            architecture=located.architecture,
            device=settings.device,
            dtype=_torch_type(settings),
            threads=settings.threads,
        )
    from engine.ctranslate2_backend import CTranslate2Backend

    folder, compute_type = _converted(located, settings)
    try:
        return CTranslate2Backend(
            folder,
            device=settings.device,
            compute_type=compute_type,
            threads=settings.threads,
            banned=banned,
        )
    except CorruptModelError as error:
        # CTranslate2 names a tensor; its other files are read by us and named already.
        if any(name in str(error) for name in ("config.json", "vocabulary.json")):
            raise
        raise damaged(folder / "model.bin", str(error.__cause__ or error), located.source.restore) from error


def _converted(located: Located, settings: Settings) -> tuple[Path, str]:
    """Return the converted folder and the type to compute in; converts where there is no fitting conversion."""
    shipped = _shipped(located.folder)
    if shipped is not None and settings.compute_type in (None, "auto", "default"):
        return shipped, "int8" if settings.device == "cpu" else "int8_float16"
    quantization = quantization_for(settings.device, settings.compute_type)
    if shipped is not None and (quantization == "int8" or _is_int8_alone(located.folder)):
        return shipped, str(settings.compute_type)
    fitting = settings.compute_type if settings.compute_type not in (None, "auto", "default") else quantization
    return convert_cached(located.folder, quantization, settings.progress), str(fitting)


def _shipped(folder: Path) -> Path | None:
    """Return the int8 conversion that lies inside a model folder, as the embedded models have it."""
    inside = folder / _SHIPPED
    return inside if (inside / "model.bin").is_file() else None


def _is_int8_alone(folder: Path) -> bool:
    """Say whether a model folder ships its int8 conversion without the weights that it was made from."""
    return _shipped(folder) is not None and not weight_files(folder)


def _torch_type(settings: Settings) -> str:
    chosen = settings.compute_type or ("float32" if settings.device == "cpu" else "float16")
    if chosen not in ("float32", "float16", "bfloat16"):
        raise ModelError(
            f"The backend transformers cannot compute in {chosen!r}; expected float32, float16 or bfloat16. "
            "For int8 use --backend ctranslate2."
        )
    return chosen


def _load_routed(name: str, parts: tuple[Source, ...], settings: Settings, task: Task | None) -> Model:
    """Load an alias of several checkpoints: all of them now, or with `task` that one now and the rest later."""
    routes = tuple(Route(part.tasks or (), _opener(part, settings)) for part in parts)
    model = RoutedModel(name, routes)
    if task is not None and not model.supports(task):
        raise UnsupportedTaskError(
            f"The model {name} cannot {registry.describe(task)}. These can: "
            f"{', '.join(record.alias for record in registry.candidates(task))}."
        )
    for route in routes:
        if task is None or task in route.tasks:
            route.model()
    return model


def _opener(part: Source, settings: Settings) -> Callable[[], Model]:
    return lambda: load_source(part, settings)


def _advice(source: Source) -> str:
    """Say what to do about a model that fails its check."""
    again = f"Its files may be damaged: {source.restore}. " if source.repo else ""
    return f"{again}Or use another model (jisr models list), or load it unchecked with check=False in Python."
