from pathlib import Path

import pytest
from samples import LEDGER, PLAN, Lay


@pytest.fixture
def lay(tmp_path: Path) -> Lay:
    """Lay out a workspace from paths and what the files say."""

    def laid(files: dict[str, str | bytes]) -> Path:
        for file, said in files.items():
            path = tmp_path / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(said if isinstance(said, bytes) else said.encode())
        return tmp_path

    return laid


@pytest.fixture
def root(lay: Lay) -> Path:
    """A workspace with one plan and one ledger."""
    return lay({"data/plans/p.yaml": PLAN, "data/ledger/p/办公室.yaml": LEDGER})
