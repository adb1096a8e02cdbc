"""Statistics for the command line, in a process of their own: `python -m survey_app.jobs.by_hand …`.

`run MESSAGE_ID` does one piece of promised work at once; `reproduce SNAPSHOT_ID` computes a snapshot again.
The exit status is 0 where that went well.
"""

import sys
from uuid import UUID

from survey_app import db, process
from survey_app.jobs import index, work


def run(message_id: str) -> int:
    """Do one piece of promised work; a failure is noted at its message and logged."""
    work.run([message_id])
    return 0


def reproduce(snapshot_id: str) -> int:
    """Compute a snapshot again from its stored inputs and say in one sentence whether it is the same."""
    try:
        with db.reading() as session:
            found = index.differences(session, UUID(snapshot_id))
    except LookupError as refusal:
        sys.stderr.write(f"Error: {refusal}\n")
        return 1
    if found:
        sys.stderr.write(f"Error: The snapshot {snapshot_id} is not reproduced: {', '.join(found)} differ.\n")
        return 1
    sys.stdout.write(f"The snapshot {snapshot_id} is reproduced byte for byte from its stored inputs.\n")
    return 0


def main() -> None:
    """Do what the arguments say."""
    process.start("by hand")
    verb, key = sys.argv[1:]
    sys.exit({"run": run, "reproduce": reproduce}[verb](key))


if __name__ == "__main__":
    main()
