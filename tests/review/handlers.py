#--- bare
def read(path: str) -> str:
    try:
        return path.upper()
    except:
        return ""
#--- bare-raises-again
def read(path: str) -> str:
    try:
        return path.upper()
    except:
        raise
#--- bare-pass
def read(path: str) -> None:
    try:
        path.upper()
    except:
        pass
#--- blind
def read(path: str) -> str:
    try:
        return path.upper()
    except Exception:
        return ""
#--- blind-base
def read(path: str) -> str:
    try:
        return path.upper()
    except BaseException as error:
        return str(error)
#--- blind-in-tuple
def read(path: str) -> str:
    try:
        return path.upper()
    except (KeyError, Exception):
        return ""
#--- blind-raises-again
def read(path: str) -> str:
    try:
        return path.upper()
    except Exception:
        path = ""
        raise
#--- blind-raises-its-own
def read(path: str) -> str:
    try:
        return path.upper()
    except Exception as error:
        if path:
            raise error
        return ""
#--- blind-raises-from
def read(path: str) -> str:
    try:
        return path.upper()
    except Exception as error:
        raise ValueError(path) from error
#--- blind-raises-other
def read(path: str) -> str:
    try:
        return path.upper()
    except Exception:
        raise ValueError(path)
#--- blind-raises-from-none
def read(path: str) -> str:
    try:
        return path.upper()
    except Exception:
        raise ValueError(path) from None
#--- blind-logs-with-trace
import logging

log = logging.getLogger(__name__)


def read(path: str) -> str:
    try:
        return path.upper()
    except Exception:
        log.exception("cannot read %s", path)
        return ""
#--- blind-logs-exc-info
import logging


def read(path: str) -> str:
    try:
        return path.upper()
    except Exception:
        logging.error("cannot read %s", path, exc_info=True)
        return ""
#--- blind-logs-without-trace
import logging


def read(path: str) -> str:
    try:
        return path.upper()
    except Exception:
        logging.warning("cannot read %s", path)
        return ""
#--- narrow
def read(path: str) -> str:
    try:
        return path.upper()
    except (KeyError, ValueError):
        return ""
#--- own-exception-class-named-exception
class Exception(ValueError):
    pass


def read(path: str) -> str:
    try:
        return path.upper()
    except Exception:
        return ""
#--- swallow-pass
def clean(rows: list[str]) -> None:
    for row in rows:
        try:
            row.strip()
        except Exception:
            pass
#--- swallow-continue
def clean(rows: list[str]) -> None:
    for row in rows:
        try:
            row.strip()
        except Exception:
            continue
#--- narrow-continue
def clean(rows: list[str]) -> None:
    for row in rows:
        try:
            row.strip()
        except AttributeError:
            continue
#--- swallow-tuple
def clean(rows: list[str]) -> None:
    for row in rows:
        try:
            row.strip()
        except (ValueError, BaseException):
            pass
#--- cause-missing
def parse(text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise KeyError(text)
#--- cause-given
def parse(text: str) -> int:
    try:
        return int(text)
    except ValueError as error:
        raise KeyError(text) from error
#--- cause-none
def parse(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise KeyError(text) from None
#--- cause-in-branch
def parse(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        if text:
            raise KeyError(text)
        for part in text:
            raise LookupError(part)
        return 0
#--- cause-in-nested-function
def parse(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        def again() -> int:
            raise KeyError(text)
        return again()
#--- cause-in-nested-try
def parse(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        try:
            return len(text)
        except TypeError:
            raise KeyError(text)
#--- cause-class-only
def parse(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise KeyError
#--- cause-variable
def parse(text: str) -> int:
    problem = KeyError(text)
    try:
        return int(text)
    except ValueError:
        raise problem
#--- finally-returns
def parse(text: str) -> int:
    try:
        return int(text)
    finally:
        return 0
#--- finally-leaves-loop
def parse(texts: list[str]) -> None:
    for text in texts:
        try:
            int(text)
        finally:
            continue
    while texts:
        try:
            texts.pop()
        finally:
            if not texts:
                break
#--- finally-own-loop
def parse(texts: list[str]) -> None:
    try:
        texts.sort()
    finally:
        for text in texts:
            if text:
                break
            continue
#--- finally-in-function
def parse(texts: list[str]) -> None:
    try:
        texts.sort()
    finally:
        def inner() -> int:
            return 1
        inner()
#--- error-in-handler
import logging

logger = logging.getLogger(__name__)


def parse(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        logger.error("not a number: %s", text)
        return 0
#--- error-in-handler-module
import logging


def parse(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        logging.error("not a number: %s", text)
        return 0
#--- exception-in-handler
import logging

logger = logging.getLogger(__name__)


def parse(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        logger.exception("not a number: %s", text)
        return 0
#--- error-outside-handler
import logging

logger = logging.getLogger(__name__)


def parse(text: str) -> int:
    logger.error("not a number: %s", text)
    return 0
#--- error-of-something-else
def parse(text: str, report: object) -> int:
    try:
        return int(text)
    except ValueError:
        report.error("not a number: %s", text)
        return 0
#--- vanilla
def check(limit: int) -> None:
    if limit < 0:
        raise Exception(f"limit {limit}")
#--- vanilla-class
def check(limit: int) -> None:
    if limit < 0:
        raise BaseException
#--- vanilla-own
class LimitError(Exception):
    """A limit is wrong."""


def check(limit: int) -> None:
    if limit < 0:
        raise LimitError(f"limit {limit}")
#--- type-test-value-error
def check(limit: object) -> None:
    if not isinstance(limit, int):
        raise ValueError(f"limit {limit}")
#--- type-test-type-error
def check(limit: object) -> None:
    if not isinstance(limit, int):
        raise TypeError(f"limit {limit}")
#--- type-test-and-value
def check(limit: object) -> None:
    if not isinstance(limit, int) or limit < 0:
        raise ValueError(f"limit {limit}")
#--- type-tests-or
def check(limit: object) -> None:
    if isinstance(limit, bool) or not isinstance(limit, int):
        raise ValueError(f"limit {limit}")
#--- type-test-elif
def check(limit: object) -> None:
    if isinstance(limit, str):
        raise RuntimeError(limit)
    elif isinstance(limit, bytes):
        raise ValueError(limit)
    elif limit == 0:
        raise ValueError(limit)
#--- type-test-callable
def check(limit: object) -> None:
    if callable(limit):
        raise AttributeError(limit)
    if issubclass(limit, int):
        raise KeyError(limit)
#--- type-test-longer-body
def check(limit: object) -> None:
    if not isinstance(limit, int):
        text = repr(limit)
        raise ValueError(text)
#--- message-literal
def check(limit: int) -> None:
    if limit < 0:
        raise ValueError("limit must not be negative")
#--- message-f-string
def check(limit: int) -> None:
    if limit < 0:
        raise ValueError(f"limit must not be negative: {limit}")
#--- message-variable
def check(limit: int) -> None:
    if limit < 0:
        message = "limit must not be negative"
        raise ValueError(message)
#--- log-f-string
import logging

log = logging.getLogger(__name__)


def check(limit: int) -> None:
    log.info(f"limit {limit}")
    logging.warning(f"limit {limit}")
    log.debug("limit %s", limit)
    log.log(10, f"limit {limit}")
#--- log-f-string-elsewhere
def check(limit: int, sink: object) -> None:
    sink.info(f"limit {limit}")
