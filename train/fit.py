"""Step four: the training loop, resumable to the bit when its budget is counted in steps."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch

from train.batches import Batch, Place, collate, stream
from train.corpus import FINAL_REPEATS, REPEATS
from train.examples import Example
from train.guidance import GuidedHeads
from train.network import cross_entropy, hidden_states
from train.optimiser import Optimiser, rate_scale
from train.presets import Preset
from train.workers import average_gradients, share


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
class Phase:
    """A mix of sources, and the share of the budget up to which it holds."""

    until: float
    repeats: dict[str, float]


PHASES = (Phase(0.7, REPEATS), Phase(1.0, FINAL_REPEATS))


@dataclass(frozen=True, slots=True)
class Recipe:
    """What `fit` needs besides the model. `guidance` is the weight of the alignment loss."""

    preset: Preset
    examples: list[Example]
    budget: Budget
    pad: int
    phases: tuple[Phase, ...] = PHASES
    seed: int = 1
    guidance: float = 1.0
    save_every: int = 400
    log_every: int = 100
    rank: int = 0
    workers: int = 1
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


def fit(run: Run, checkpoint: Path, log: Callable[[str], None] = print) -> list[float]:
    """Train until the budget is spent, saving to `checkpoint`; return the cross-entropy of every step."""
    recipe, meter = run.recipe, _Meter()
    losses: list[float] = []
    for place, indices in _places(run):
        if run.progress >= 1.0:
            break
        started = time.monotonic()
        mine = share(indices, recipe.rank, recipe.workers)
        batch = collate([recipe.examples[index] for index in mine], recipe.pad)
        entropy, alignment = run.update(batch.to(recipe.device))
        run.place = place
        run.seconds += time.monotonic() - started
        losses.append(entropy)
        meter.add(entropy, alignment, batch.tokens * recipe.workers)
        if run.step % recipe.log_every == 0:
            log(f"step {run.step} {place} {run.seconds / 60:.1f} min {meter.line()}")
            meter = _Meter()
        if run.step % recipe.save_every == 0 and recipe.rank == 0:
            run.save(checkpoint)
    if recipe.rank == 0:
        run.save(checkpoint)
    return losses


def _places(run: Run) -> Iterator[tuple[Place, list[int]]]:
    """Yield batches for ever, moving to the next phase of the mix when the budget says so."""
    recipe = run.recipe
    while True:
        if run.progress >= recipe.phases[run.place.phase].until and run.place.phase + 1 < len(recipe.phases):
            run.place = Place(run.place.phase + 1)
        phase = recipe.phases[run.place.phase]
        for item in stream(recipe.examples, recipe.preset.tokens, recipe.seed, phase.repeats, run.place):
            if phase.until < 1.0 and run.progress >= phase.until:
                break
            yield item


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
