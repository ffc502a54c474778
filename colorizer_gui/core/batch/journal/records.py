"""Jobs as records of the journal and back; paths below the journal's folder move with it."""

from dataclasses import asdict
from pathlib import Path
from typing import Any

from colorizer_gui.core.batch.jobs.job import Approval, Intent, Job, JobRequest
from colorizer_gui.core.batch.jobs.paths import absolute
from colorizer_gui.core.batch.jobs.recipe import Recipe
from colorizer_gui.core.batch.jobs.states import RESTING, JobState
from colorizer_gui.core.batch.planning.omissions import Omissions
from colorizer_gui.core.common.addresses import is_address, place
from colorizer_gui.core.common.sentences import Sentence

Record = dict[str, Any]


class RecordCodec:
    """Knows the folder that stored paths are relative to."""

    def __init__(self, folder: Path) -> None:
        self._folder = absolute(folder)

    def request_record(self, job: Job) -> Record:
        """A job as it was asked for."""
        request = job.request
        return {
            "kind": "job",
            "id": job.id,
            "source": str(absolute(request.source)),
            "target": self._stored(request.target),
            "recipe": request.recipe.to_dict(),
            "root": None if request.root is None else str(absolute(request.root)),
            "size": request.size,
            **({} if request.approval is None else {"approval": asdict(request.approval)}),
            **({"counter": request.counter} if request.counter else {}),
            **({"part": request.part} if request.part else {}),
            **({"turned": request.turned} if request.turned else {}),
        }

    def revised_record(self, job: Job) -> Record:
        """What is wanted of a job and how far it is, in one line: half of it would mean something else."""
        record = self.request_record(job) | {"state": self.state_record(job)}
        return record if job.intent is None else record | {"intent": self.intent_record(job.id, job.intent)}

    def state_record(self, job: Job) -> Record:
        """How far a job is; what is empty is left out."""
        facts = {
            "message": job.message,
            "sentence": job.message.to_plain() if isinstance(job.message, Sentence) else None,
            "output": None if job.output is None else self._stored(job.output),
            "source_sha256": job.source_sha256,
            "output_sha256": job.output_sha256,
            "model_sha256": job.model_sha256,
            "seconds": round(job.seconds, 3),
        }
        return {
            "kind": "state",
            "id": job.id,
            "state": job.state.value,
            **{name: value for name, value in facts.items() if value},
        }

    def intent_record(self, job_id: int, intent: Intent) -> Record:
        """See `Intent`."""
        return {
            "kind": "intent",
            "id": job_id,
            "output": self._stored(intent.output),
            "output_sha256": intent.output_sha256,
            "source_sha256": intent.source_sha256,
            "model_sha256": intent.model_sha256,
        }

    def omissions_record(self, omissions: Omissions) -> Record:
        """All that is known to be no job; `Omissions.from_plain` undoes it."""
        return {"kind": "omissions", **omissions.to_plain()}

    def job(self, record: Record) -> Job:
        """Undo `request_record` or `revised_record`."""
        request = JobRequest(
            source=place(record["source"]),
            target=self._loaded(record["target"]),
            recipe=Recipe.from_dict(record["recipe"]),
            root=None if record["root"] is None else place(record["root"]),
            size=int(record["size"]),
            approval=Approval(**record["approval"]) if "approval" in record else None,
            counter=str(record.get("counter", "")),
            part=int(record.get("part", 0)),
            turned=int(record.get("turned", 0)),
        )
        intent = self.intent(record["intent"]) if "intent" in record else None
        job = Job(int(record["id"]), request, intent=intent)
        return self.with_state(job, record["state"]) if "state" in record else job

    def with_state(self, job: Job, record: Record) -> Job:
        """Undo `state_record`; transitions were checked when they were made."""
        output = record.get("output")
        state = JobState(record["state"])
        return Job(
            job.id,
            job.request,
            state,
            message=_message(record),
            output=None if output is None else self._loaded(output),
            source_sha256=str(record.get("source_sha256", "")),
            output_sha256=str(record.get("output_sha256", "")),
            model_sha256=str(record.get("model_sha256", "")),
            seconds=float(record.get("seconds", 0.0)),
            intent=None if state in RESTING else job.intent,
        )

    def intent(self, record: Record) -> Intent:
        """Undo `intent_record`."""
        return Intent(
            output=self._loaded(record["output"]),
            output_sha256=str(record["output_sha256"]),
            source_sha256=str(record["source_sha256"]),
            model_sha256=str(record["model_sha256"]),
        )

    def _stored(self, path: Path) -> str:
        whole = absolute(path)
        return (
            whole.relative_to(self._folder).as_posix() if whole.is_relative_to(self._folder) else str(whole)
        )

    def _loaded(self, text: str) -> Path:
        stored = place(text)
        return stored if is_address(stored) else self._folder / text


def _message(record: Record) -> str:
    """As a sentence that can be translated, where the record has one."""
    try:
        return Sentence.from_plain(record.get("sentence"))
    except ValueError:
        return str(record.get("message", ""))
