"""A command that is stopped stops the generator that it runs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

STOPPED = """
import sys
from pathlib import Path
from noticeboard.commands import generator
generator._PREVIEW = ("-c", "import os, sys, time; open(sys.argv[2], 'w').write(str(os.getpid())); time.sleep(600)")
sys.exit(generator.run_preview(Path(sys.argv[1]), sys.argv[2]))
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
def test_a_preview_that_is_stopped_leaves_no_process(tmp_path) -> None:
    told = tmp_path / "pid"
    command = subprocess.Popen([sys.executable, "-c", STOPPED, str(tmp_path), str(told)])
    while not told.exists() or not told.read_text():
        assert command.poll() is None
        time.sleep(0.05)
    command.send_signal(signal.SIGTERM)
    assert command.wait(60)
    with pytest.raises(ProcessLookupError):
        os.kill(int(told.read_text()), 0)
