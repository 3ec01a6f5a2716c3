"""The same batch on a Ray cluster (https://docs.ray.io): Ray Data hands shards of the inputs to actors with the model.

The only module that imports ray. Inputs are named, not sent: every machine must see them under the same paths (a shared
file system). What actors give back are rendered outputs, in order; this machine alone writes, with the same journal as
a local batch, so that a cluster job resumes like any other and its outputs are the same, byte for byte.

Ray Data starts a lost actor again and repeats what it was at, as often as it takes, and holds actors back when results
are not taken fast enough.
"""

from __future__ import annotations

import logging
import os
import pickle
import threading
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final

from base.errors import JisrError, ModelError
from base.extras import require
from translate.batch.inputs import Inputs
from translate.batch.job import Job, Translate
from translate.batch.model import MakeWork, Options, Outcome
from translate.batch.reader import Reader
from translate.batch.records import slices
from translate.batch.shard import RECORDS, Row, Shard, outcomes, shards, work_off

_COLUMN: Final = "payload"


@dataclass(frozen=True, slots=True)
class Cluster:
    """Which cluster to use, and how much of it.

    `address` of None takes the variable RAY_ADDRESS, or starts Ray on this machine. `workers` is the number of actors
    (0: as many as there are processors for, or GPUs), each with one processor and `gpus` GPUs.
    """

    address: str | None = None
    workers: int = 0
    gpus: float = 0.0


class Actor:
    """Holds the work of a batch, models loaded, on some machine, and works shards off."""

    def __init__(self, make_work: MakeWork, options: Options) -> None:
        """Load the models."""
        self._work = make_work()
        self._options = options

    def __call__(self, batch: dict[str, Any]) -> dict[str, list[bytes]]:
        """Work off the pickled shards of a batch; one pickled list of rows for each."""
        found = [work_off(pickle.loads(payload), self._work, self._options) for payload in batch[_COLUMN]]
        return {_COLUMN: [pickle.dumps(rows) for rows in found]}


def on_ray(job: Job, make_work: MakeWork, cluster: Cluster) -> Translate:
    """Return the way to translate on a cluster, for `translate.batch.job.run`.

    Raises `MissingExtraError` without ray, `ModelError` for a cluster that cannot be reached.
    """
    require("ray", "cluster", "run a batch on a cluster")

    def translate(inputs: Inputs, reader: Reader, stop: threading.Event) -> Generator[Outcome, None, None]:
        # Places in files, not their content: some hundred bytes for 64 records or one document.
        plan = list(reader.plan(inputs, lambda source: slices(source, job.options, RECORDS)))
        with connected(cluster.address):
            rows = _rows(list(shards(plan)), job.options, make_work, cluster)
            for outcome in outcomes(plan, rows):
                if stop.is_set():
                    return
                yield outcome

    return translate


@contextmanager
def connected(address: str | None) -> Iterator[None]:
    """Join a cluster, or start Ray here, for as long as the block runs; one that is there already is used."""
    import ray

    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    if ray.is_initialized():
        yield
        return
    try:
        ray.init(address=address, log_to_driver=False, configure_logging=False, include_dashboard=None)
    except (ConnectionError, RuntimeError, ValueError) as error:
        raise ModelError(
            f"No Ray cluster at {address or os.environ.get('RAY_ADDRESS') or 'this machine'}: {error}. "
            "Start one (ray start --head) and name it with --address HOST:6379, or use --engine local."
        ) from error
    try:
        yield
    finally:
        ray.shutdown()


def _rows(work: list[Shard], options: Options, make_work: MakeWork, cluster: Cluster) -> Iterator[Row]:
    """Yield the rows of all shards, in order."""
    import ray
    import ray.data

    if not work:
        return
    context = ray.data.DataContext.get_current()
    context.execution_options.preserve_order = True
    context.enable_progress_bars = False
    logging.getLogger("ray").setLevel(logging.ERROR)
    items = [{_COLUMN: pickle.dumps(shard)} for shard in work]
    dataset = ray.data.from_items(items, override_num_blocks=len(items)).map_batches(
        Actor,
        fn_constructor_args=(make_work, options),
        batch_size=1,
        num_cpus=1,
        num_gpus=cluster.gpus or None,
        compute=ray.data.ActorPoolStrategy(size=_actors(cluster, len(work))),
    )
    try:
        for row in dataset.iter_rows():
            yield from pickle.loads(row[_COLUMN])
    except ray.exceptions.RayError as error:
        raise _own(error) from error


def _actors(cluster: Cluster, most: int) -> int:
    """Return how many actors to start: no more than there is work for."""
    import ray

    resources: dict[str, float] = ray.cluster_resources()  # type: ignore[no-untyped-call]
    room = resources.get("GPU", 0) / cluster.gpus if cluster.gpus else resources.get("CPU", 1)
    return max(1, min(most, cluster.workers or int(room)))


def _own(error: Exception) -> JisrError:
    """Return the error of ours that an actor raised, or one that tells of Ray's."""
    cause: BaseException | None = error
    while cause is not None:
        inner = getattr(cause, "cause", None) or cause.__cause__
        if isinstance(cause, JisrError):
            return cause
        cause = inner if isinstance(inner, BaseException) else None
    return ModelError(f"The cluster gave up: {error}. What was done is safe: go on with --resume.")
