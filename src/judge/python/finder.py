"""Run in both engines before an answer: why a module is not there, in one sentence."""

import sys


class _Finder:
    """Says in one sentence why a module is not there."""

    sealed = frozenset(
        """
        asyncio _asyncio sqlite3 _sqlite3 unittest socket _socket ssl _ssl subprocess _posixsubprocess ctypes
        _ctypes multiprocessing _multiprocessing select selectors signal _signal ftplib smtplib poplib imaplib
        telnetlib socketserver tkinter _tkinter webbrowser pty tty termios fcntl resource mmap
        """.split()
    )
    foreign = frozenset("pandas numpy polars pyarrow pyspark duckdb requests pytest dateutil pytz".split())

    @classmethod
    def find_spec(cls, name, path=None, target=None):
        top = name.partition(".")[0]
        if top in cls.sealed:
            raise ImportError(
                f"`{top}` cannot be imported here: answers run in a sealed interpreter "
                "without network, processes, event loops and databases",
                name=name,
            )
        if top in cls.foreign:
            raise ModuleNotFoundError(
                f"`{top}` cannot be imported here: answers use the standard library only", name=name
            )
        return None


sys.meta_path.insert(0, _Finder)
