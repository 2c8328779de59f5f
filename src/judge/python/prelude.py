"""Run once before anything else: inert parts where the sealed interpreter has none, and captured output.

The seal itself is structural: the interpreter is built without any function that reaches the machine.
What stands here only makes the standard library import, and failures read well.
"""

import sys

import _io


def _refusal(name):
    def refused(*args, **kwargs):
        raise PermissionError(
            f"{name} is sealed off: answers run without files, network and processes"
        )

    refused.__name__ = refused.__qualname__ = name
    return refused


class FileIO(_io._RawIOBase):
    """A file that cannot be opened."""

    def __init__(self, file, *args, **kwargs):
        raise PermissionError(
            f"cannot open {file!r}: answers run without files; use io.StringIO for text"
        )


def open(file, *args, **kwargs):
    """Refuse to open a file."""
    raise PermissionError(
        f"cannot open {file!r}: answers run without files; use io.StringIO for text"
    )


_io.FileIO = FileIO
_io.open = _io.open_code = open
sys.modules["builtins"].open = open


class _Output(_io._TextIOBase):
    """Hands what is printed to the judge, which keeps the beginning of it."""

    encoding = "utf-8"
    errors = "replace"
    mode = "w"

    def __init__(self, name):
        self.name = name

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        _write(text)
        return len(text)

    def writable(self):
        return True

    def isatty(self):
        return False

    def flush(self):
        pass

    def close(self):
        pass


sys.stdout = sys.__stdout__ = _Output("<stdout>")
sys.stderr = sys.__stderr__ = _Output("<stderr>")
sys.stdin = sys.__stdin__ = _io.StringIO("")


def _make_posix():
    posix = type(sys)("posix")
    posix.__doc__ = "The names `os` asks for. None of them reaches the machine."
    for name in _REFUSED:
        setattr(posix, name, _refusal(f"os.{name}"))
    for value, name in enumerate(_NUMBERS):
        setattr(posix, name, 1 << value)
    for name in ("stat_result", "terminal_size", "times_result", "uname_result", "statvfs_result"):
        setattr(posix, name, type(name, (tuple,), {"__module__": "os"}))
    posix.DirEntry = type("DirEntry", (), {"__module__": "os"})
    posix.F_OK, posix.X_OK, posix.W_OK, posix.R_OK, posix.O_RDONLY = 0, 1, 2, 4, 0
    posix.environ = {}
    posix.error = OSError
    posix._have_functions = []
    posix.fspath = _fspath
    posix.urandom = _urandom
    posix.getpid = lambda: 1
    posix.getcwd = lambda: "/"
    posix.getcwdb = lambda: b"/"
    posix.cpu_count = lambda: 1
    posix.umask = lambda mask: 0o022
    posix.strerror = lambda code: f"error {code}"
    posix.register_at_fork = lambda **hooks: None
    return posix


_REFUSED = """
    access chdir chmod chown close closerange device_encoding dup dup2 execv execve fchdir fchmod fork
    forkpty fstat fsync ftruncate get_terminal_size getlogin getppid getuid geteuid getgid isatty kill link
    listdir lseek lstat major makedev minor mkdir mkfifo mknod nice open pipe posix_spawn pread putenv
    pwrite read readlink remove rename replace rmdir scandir sendfile set_blocking get_blocking setsid stat
    statvfs symlink sync system times truncate uname unlink unsetenv utime wait waitpid write _exit abort
""".split()

_NUMBERS = """
    O_WRONLY O_RDWR O_CREAT O_EXCL O_TRUNC O_APPEND O_NONBLOCK O_NOFOLLOW O_CLOEXEC O_NOCTTY O_DIRECTORY
    WNOHANG P_WAIT
""".split()


def _fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    try:
        text = type(path).__fspath__(path)
    except AttributeError:
        raise TypeError(
            f"expected str, bytes or os.PathLike object, not {type(path).__name__}"
        ) from None
    if isinstance(text, (str, bytes)):
        return text
    raise TypeError(f"expected __fspath__() to return str or bytes, not {type(text).__name__}")


_state = _seed * 2654435761 % 2**32 or 1


def _urandom(size):
    """Give bytes that look random and are the same on every run."""
    global _state
    made = bytearray()
    for _ in range(size):
        _state ^= _state << 13 & 0xFFFFFFFF
        _state ^= _state >> 17
        _state ^= _state << 5 & 0xFFFFFFFF
        made.append(_state & 0xFF)
    return bytes(made)


sys.modules["posix"] = _make_posix()
sys.builtin_module_names = tuple(sorted({*sys.builtin_module_names, "posix"}))


def _mend_locks():
    """There is one thread, so a lock that is held stays held: say so instead of opening it."""
    import _thread

    own = _thread.LockType.acquire

    def acquire(self, waitflag=None, timeout=-1):
        waits = (waitflag is None or waitflag) and timeout < 0
        if waits and self.locked():
            raise RuntimeError("deadlock: the lock is held, and no other thread runs that could open it")
        return own(self, waitflag, timeout)

    _thread.LockType.acquire = acquire
    _thread.LockType.__enter__ = acquire


_mend_locks()


class OnePass:
    """Gives each item once, as an iterator that cannot be rewound."""

    __slots__ = ("_take",)

    def __init__(self, take):
        self._take = take

    def __iter__(self):
        return self

    def __next__(self):
        return self._take()
