"""Step four: the training loop, resumable to the bit when its budget is counted in steps."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch

from train.batches import Batch, Place, collate, stream
from train.guidance import GuidedHeads
from train.loader import load_batches
from train.network import cross_entropy, hidden_states
from train.noise import Noise
from train.optimiser import Optimiser, rate_scale
from train.presets import Preset
from train.schedule import Stage
from train.store import Example, Store
from train.subword import SubwordSampler
from train.workers import average_gradients


@dataclass(frozen=True, slots=True)
class Budget:
    """When to stop: after `steps`, or after `minutes` of training over all runs when `steps` is 0."""

    steps: int = 0
    minutes: float = 0.0

    def progress(self, step: int, seconds: float) -> float:
        """Return the share that is spent, 0 to 1."""
        spent = step / self.steps if self.steps else seconds / (60.0 * self.minutes)
        return min(1.0, spent)


@dataclass(frozen=True, slots=True)
class Recipe:
    """What `fit` needs besides the model. `guidance` is the weight of the alignment loss, `loaders` count processes.

    `store` holds the examples of the stage that the run is in. A checkpoint is written every `save_minutes`, or
    every `save_every` steps when that is not 0.
    """

    preset: Preset
    store: Store
    budget: Budget
    pad: int
    stages: tuple[Stage, ...]
    noise: Noise | None = None
    sampler: SubwordSampler | None = None
    seed: int = 1
    guidance: float = 0.7
    save_every: int = 0
    save_minutes: float = 5.0
    log_every: int = 100
    rank: int = 0
    workers: int = 1
    loaders: int = 0
    device: torch.device = field(default_factory=lambda: torch.device("cpu"))


class Run:
    """A model in training: weights, their moving average, optimiser, and the place in the data."""

    def __init__(self, model: Any, recipe: Recipe, guide: GuidedHeads | None = None) -> None:
        """Start a run at step 0."""
        self.model = model
        self.recipe = recipe
        self.guide = guide
        self.optimiser = Optimiser(model, recipe.preset.rate)
        self.average = {name: value.detach().clone() for name, value in model.named_parameters()}
        self.step = 0
        self.seconds = 0.0
        self.progress = 0.0
        self.place = Place()

    def save(self, path: Path) -> None:
        """Write everything that `restore` needs; an interrupted save leaves the last one in place."""
        state = {
            "model": self.model.state_dict(),
            "average": self.average,
            "optimiser": self.optimiser.state_dict(),
            "step": self.step,
            "seconds": self.seconds,
            "place": tuple(self.place),
            "random": torch.get_rng_state(),
            "random_cuda": torch.cuda.get_rng_state_all() if self.recipe.device.type == "cuda" else [],
        }
        beside = path.with_suffix(".tmp")
        torch.save(state, beside)
        beside.replace(path)

    def restore(self, path: Path) -> None:
        """Go on from a checkpoint, as if the run had never stopped."""
        state = torch.load(path, weights_only=True, map_location="cpu")
        self.model.load_state_dict(state["model"])
        self.average = {name: value.to(self.recipe.device) for name, value in state["average"].items()}
        self.optimiser.load_state_dict(state["optimiser"])
        self.step, self.seconds = state["step"], state["seconds"]
        self.progress = self.recipe.budget.progress(self.step, self.seconds)
        self.place = Place(*state["place"])
        torch.set_rng_state(state["random"])
        if state.get("random_cuda") and self.recipe.device.type == "cuda":
            torch.cuda.set_rng_state_all(state["random_cuda"])

    def update(self, batch: Batch) -> tuple[float, float]:
        """Take one step on `batch`; return cross-entropy and alignment loss, both in nats per target piece."""
        self.model.train()
        with torch.autocast("cuda", torch.bfloat16, enabled=self.recipe.device.type == "cuda"):
            states = hidden_states(self.model, batch)
            entropy = cross_entropy(self.model, states, batch, self.recipe.preset.label_smoothing)
            alignment = self.guide.loss(batch) if self.guide else entropy.new_zeros(())
        torch.autograd.backward(entropy + self.recipe.guidance * alignment)
        self.seconds = average_gradients(self.model, self.seconds)
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimiser.step(rate_scale(self.step, self.recipe.preset.warmup, self.progress))
        self.step += 1
        self.progress = self.recipe.budget.progress(self.step, self.seconds)
        self._average()
        return entropy.item(), alignment.item()

    def _average(self) -> None:
        # Early on, a long memory would hold on to the random start.
        decay = min(self.recipe.preset.average_decay, (1 + self.step) / (10 + self.step))
        current = dict(self.model.named_parameters())
        weights = [current[name].data for name in self.average]
        torch._foreach_lerp_(list(self.average.values()), weights, 1 - decay)


def fit(run: Run, checkpoint: Path, log: Callable[[str], None] = print, until: float = 1.0) -> list[float]:
    """Train until the share `until` of the budget is spent, saving to `checkpoint`.

    Returns the cross-entropy of every step. The store of the recipe must have what the stages up to `until` want.
    """
    recipe, meter = run.recipe, _Meter()
    losses: list[float] = []
    started = saved = time.monotonic()
    for place, batch in _batches(run, until):
        entropy, alignment = run.update(batch.to(recipe.device))
        run.place = place
        run.seconds += time.monotonic() - started
        started = time.monotonic()
        losses.append(entropy)
        meter.add(entropy, alignment, batch.tokens * recipe.workers)
        if run.step % recipe.log_every == 0:
            stage = recipe.stages[place.stage].name
            log(f"step {run.step} {run.seconds / 60:.1f} min, {stage}, round {place.round}: {meter.line()}")
            meter = _Meter()
        if recipe.rank == 0 and _is_due(recipe, run.step, started - saved):
            run.save(checkpoint)
            saved = started
    if recipe.rank == 0:
        run.save(checkpoint)
    return losses


def _is_due(recipe: Recipe, step: int, seconds: float) -> bool:
    return step % recipe.save_every == 0 if recipe.save_every else seconds > 60 * recipe.save_minutes


def _batches(run: Run, until: float) -> Iterator[tuple[Place, Batch]]:
    """Yield batches up to `until`, moving to the next stage when the budget says so."""
    recipe = run.recipe
    while run.progress < until:
        if run.progress >= recipe.stages[run.place.stage].until:
            run.place = Place(run.place.stage + 1)
        stage = recipe.stages[run.place.stage]
        places = stream(recipe.store, recipe.preset.tokens, recipe.seed, stage.mix, run.place)
        for made in load_batches(recipe, places):
            if run.progress >= min(stage.until, until):
                break
            yield made


class _Meter:
    """Means of the losses and the speed since it was made."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._steps = self._tokens = 0
        self._entropy = self._alignment = 0.0

    def add(self, entropy: float, alignment: float, tokens: int) -> None:
        self._steps += 1
        self._tokens += tokens
        self._entropy += entropy
        self._alignment += alignment

    def line(self) -> str:
        speed = self._tokens / max(time.monotonic() - self._started, 1e-9)
        entropy, alignment = self._entropy / self._steps, self._alignment / self._steps
        return f"loss {entropy:.3f} alignment {alignment:.3f} {speed:.0f} tokens/s"


@torch.no_grad()
def development_loss(model: Any, examples: list[Example], pad: int, device: torch.device) -> float:
    """Return the mean cross-entropy of `model` on `examples` without smoothing, in nats per target piece."""
    model.eval()
    total, count = 0.0, 0
    for start in range(0, len(examples), 32):
        batch = collate(examples[start : start + 32], pad).to(device)
        size = int((batch.target != pad).sum())
        total += float(cross_entropy(model, hidden_states(model, batch), batch, 0.0)) * size
        count += size
    return total / max(count, 1)
