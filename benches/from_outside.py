#!/usr/bin/env python3
"""Measures what nobody inside the program can: from the start of the process to the first whole
frame in a terminal of 120x40, to the lobby with the questions read, the memory held by then, and
the wall time of a verdict with all its processes.

usage: from_outside.py PROGRAM [REPEATS]
"""

import fcntl
import os
import pty
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time

# The end of a synchronized update: from here on the terminal shows the frame.
FRAME_ENDS = b"\x1b[?2026l"


QUESTION = "top-products-with-ties"
ANSWER = os.path.join(os.path.dirname(__file__), f"../questions/sql/{QUESTION}/reference/a.sql")


def memory_of(pid, field):
    """Gives a field of a process's memory, in MiB."""
    with open(f"/proc/{pid}/status") as status:
        return next(int(line.split()[1]) / 1024 for line in status if line.startswith(field))


def start(program, home):
    """Starts the program in a terminal of its own; gives its process and the terminal's other end."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    environment = {"HOME": home, "TERM": "xterm-256color", "PATH": "/usr/bin:/bin"}
    began = time.perf_counter()
    pid = os.posix_spawn(
        program,
        [program],
        environment,
        file_actions=[(os.POSIX_SPAWN_DUP2, theirs, fd) for fd in (0, 1, 2)],
        setsid=True,
    )
    os.close(theirs)
    return pid, ours, began


def measure(program, home):
    """Gives milliseconds to the first frame and to the lobby, and the memory held by then."""
    pid, terminal, began = start(program, home)
    seen, frames = b"", []
    while len(frames) < 2:
        seen += os.read(terminal, 65536)
        while len(frames) < min(2, seen.count(FRAME_ENDS)):
            frames.append((time.perf_counter() - began) * 1000)
    # What is still being set up beside the lobby belongs to the memory, too.
    time.sleep(0.3)
    memory = memory_of(pid, "VmRSS"), memory_of(pid, "RssAnon")
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    os.close(terminal)
    return *frames, *memory


def judge(program, home):
    """Gives the milliseconds from the start of `mockloop grade` to its end; the answer is right."""
    began = time.perf_counter()
    command = [program, "grade", "--exit-code", QUESTION, ANSWER]
    subprocess.run(command, env={"HOME": home}, stdout=subprocess.DEVNULL, check=True)
    return (time.perf_counter() - began) * 1000


def line(what, values, unit):
    least, middle, most = min(values), statistics.median(values), max(values)
    print(f"{what:<52} min {least:.1f} {unit}, median {middle:.1f} {unit}, max {most:.1f} {unit}")


def main():
    program = os.path.abspath(sys.argv[1])
    repeats = int(sys.argv[2]) if len(sys.argv) > 2 else 20
    with tempfile.TemporaryDirectory() as home:
        measure(program, home)  # The first start reads the program from the disk.
        runs = [measure(program, home) for _ in range(repeats)]
        judge(program, home)
        verdicts = [judge(program, home) for _ in range(repeats)]
    first, lobby, resident, anonymous = zip(*runs)
    line("first frame, from the start of the process", first, "ms")
    line("  the lobby, with questions and sessions", lobby, "ms")
    line("memory of the interface, before a judge ran", resident, "MiB")
    line("  of that not shared with the program's file", anonymous, "MiB")
    line("verdict on a SQL answer, seven datasets", verdicts, "ms")


if __name__ == "__main__":
    main()
