"""Runs an answer in a CPython of its own process and tells what came, one framed line after another.

Everything that is needed is taken hold of before the answer runs, and the names of the builtins are a copy of
our own, so nothing the answer replaces is used here. Objects are looked at through the functions of the exact
builtin classes; a subclass has no say in how it is read. What is expected never comes into this process.
"""

import _io
import _json
import codecs
import datetime
import decimal
import json
import os
import signal
import sys
import types


def drive(builtins, reads_from, writes_to):

    FILE = "answer.py"
    DEEPEST, MOST, WIDEST = 100, 200_000, 100_000
    CHAIN, EXCEPTIONS, LONGEST, NOTES, STEPS = 4, 24, 2000, 10, 5000
    CAP = 64 * 1024
    HEAP_TYPE = 1 << 9

    quote = _json.encode_basestring_ascii
    scan = json.JSONDecoder().scan_once
    read, write, leave = os.read, os.write, os._exit
    set_trace, set_profile = sys.settrace, sys.setprofile
    get_limit, set_limit = sys.getrecursionlimit, sys.setrecursionlimit
    get_digits, set_digits = sys.get_int_max_str_digits, sys.set_int_max_str_digits
    set_timer = signal.setitimer
    StringIO = _io.StringIO
    Date, DateTime, Decimal = datetime.date, datetime.datetime, decimal.Decimal
    encode, decode = codecs.utf_16_le_encode, codecs.utf_16_le_decode

    def getter(cls, name):
        return type.__getattribute__(cls, "__dict__")[name].__get__

    mro_of, name_of, flags_of = (getter(type, name) for name in ("__mro__", "__name__", "__flags__"))
    cause_of, context_of, hides_context, traceback_of, args_of = (
        getter(BaseException, name)
        for name in ("__cause__", "__context__", "__suppress_context__", "__traceback__", "args")
    )
    parts_of = getter(BaseExceptionGroup, "exceptions")
    line_of_syntax, column_of_syntax, words_of_syntax = (
        getter(SyntaxError, name) for name in ("lineno", "offset", "msg")
    )

    # --- the line to the judge

    state = {"token": "", "sending": False, "limit": get_limit()}
    pending = bytearray()

    def receive():
        while b"\n" not in pending:
            some = read(reads_from, 1 << 16)
            if not some:
                leave(0)
            pending.extend(some)
        end = pending.index(b"\n")
        line = bytes(pending[:end]).decode()
        del pending[: end + 1]
        message = scan(line, 0)[0]
        state["token"] = message["token"]
        return message

    def send(said):
        left = memoryview(f'{{"token":{quote(state["token"])},"said":{said}}}\n'.encode("ascii"))
        while left:
            left = left[write(writes_to, left) :]

    def clean(text):
        """Make any str one that can travel: lone surrogates become the replacement character."""
        text = str.__str__(text)
        return decode(encode(text, "surrogatepass")[0], "replace", True)[0]

    def array(texts):
        return "[" + ",".join(texts) + "]"

    def named(**fields):
        return "{" + ",".join(f"{quote(name)}:{text}" for name, text in fields.items()) + "}"

    def number(value):
        return "null" if value is None else int.__repr__(value)

    # --- what is printed

    kept = StringIO()
    room = [CAP]

    def keep(text):
        kept.write(text[: room[0] + 1])
        room[0] = max(room[0] - len(text), -1)

    def take_printed():
        text = kept.getvalue()
        kept.seek(0)
        kept.truncate()
        room[0] = CAP
        return quote(clean(text))

    class Output(_io._TextIOBase):
        encoding = "utf-8"
        errors = "replace"
        mode = "w"

        def __init__(self, name):
            self.name = name

        def write(self, text):
            if not isinstance(text, str):
                raise TypeError(f"write() argument must be str, not {type(text).__name__}")
            keep(str.__str__(text))
            return len(text)

        def writable(self):
            return True

        def isatty(self):
            return False

        def flush(self):
            pass

        def close(self):
            pass

    # --- values, as pairs in a flat list, parents before children

    def build(nodes):
        kind, text = next(nodes)
        match kind:
            case "none":
                return None
            case "bool":
                return bool(text)
            case "int":
                return int(text)
            case "float":
                return float(text)
            case "str":
                return text
            case "bytes":
                return bytes.fromhex(text)
            case "decimal":
                return Decimal(text)
            case "date":
                return Date.fromisoformat(text)
            case "datetime":
                return DateTime.fromisoformat(text)
            case "list":
                return [build(nodes) for _ in range(int(text))]
            case "tuple":
                return tuple([build(nodes) for _ in range(int(text))])
            case "set":
                return {build(nodes) for _ in range(int(text))}
            case "dict":
                return {build(nodes): build(nodes) for _ in range(int(text))}
            case "iter":
                return one_pass([build(nodes) for _ in range(int(text))])
            case "file":
                return StringIO(text)
        raise ValueError(f"a case cannot hold {kind}")

    def one_pass(items):
        yield from items

    def look(value, into, depth):
        """Take a snapshot; say `much` where it goes on too deep or too long."""
        if depth > DEEPEST or len(into) > MOST:
            return into.append(("much", ""))
        cls = type(value)
        if value is None:
            into.append(("none", ""))
        elif cls is bool:
            into.append(("bool", "1" if value is True else ""))
        elif issubclass(cls, int):
            whole = int.__int__(value)
            small = int.bit_length(whole) <= WIDEST
            into.append(("int", int.__repr__(whole)) if small else ("much", ""))
        elif issubclass(cls, float):
            into.append(("float", float.__repr__(float.__float__(value))))
        elif issubclass(cls, str):
            into.append(("str", clean(value)))
        elif issubclass(cls, bytes):
            into.append(("bytes", bytes.hex(value)))
        elif issubclass(cls, list):
            look_all("list", list.__getitem__(value, slice(None)), into, depth)
        elif issubclass(cls, tuple):
            look_all("tuple", tuple.__getitem__(value, slice(None)), into, depth)
        elif issubclass(cls, set):
            look_all("set", [*set.__iter__(value)], into, depth)
        elif issubclass(cls, frozenset):
            look_all("set", [*frozenset.__iter__(value)], into, depth)
        elif issubclass(cls, dict):
            pairs = [*dict.items(value)]
            into.append(("dict", int.__repr__(len(pairs))))
            for key, inner in pairs:
                look(key, into, depth + 1)
                look(inner, into, depth + 1)
        else:
            into.append(look_known(value, cls))

    def look_all(kind, items, into, depth):
        into.append((kind, int.__repr__(len(items))))
        for item in items:
            look(item, into, depth + 1)

    def look_known(value, cls):
        """Read what is written by its class; a time zone of the answer's own may fail in that."""
        try:
            if issubclass(cls, DateTime):
                return ("datetime", clean(DateTime.isoformat(value)))
            if issubclass(cls, Date):
                return ("date", clean(Date.isoformat(value)))
            if issubclass(cls, Decimal):
                return ("decimal", Decimal.__str__(value))
        except Exception:
            pass
        return ("other", clean(name_of(cls)))

    def snapshot(value):
        into, digits = [], get_digits()
        set_digits(0)
        try:
            look(value, into, 0)
        finally:
            set_digits(digits)
        into = [("much", "")] if len(into) > MOST else into
        return array(f"[{quote(kind)},{quote(text)}]" for kind, text in into)

    def drain(iterator):
        """Follow an iterator to its end, as a caller that wants a list would; what it raises is raised."""
        into, count = [("list", "0")], 0
        for item in iterator:
            if count >= MOST or len(into) > MOST:
                into = [("much", "")]
                break
            look(item, into, 1)
            count += 1
        else:
            into[0] = ("list", int.__repr__(count))
        return array(f"[{quote(kind)},{quote(text)}]" for kind, text in into)

    # --- exceptions

    def steps_of(error):
        steps, entry = [], traceback_of(error)
        while entry is not None and len(steps) < STEPS:
            code = entry.tb_frame.f_code
            if code.co_filename == FILE:
                steps.append(named(line=number(entry.tb_lineno), function=quote(clean(code.co_name))))
            entry = entry.tb_next
        return array(steps)

    def message_of(error, cls):
        try:
            text = words_of_syntax(error) if issubclass(cls, SyntaxError) else str(error)
            text = text if isinstance(text, str) else str(error)
        except BaseException:
            return "<the exception has no message>"
        return clean(text)[:LONGEST]

    def notes_of(error):
        try:
            notes = error.__notes__
        except BaseException:
            return []
        notes = list.__getitem__(notes, slice(NOTES)) if issubclass(type(notes), list) else []
        return [clean(note)[:LONGEST] for note in notes if issubclass(type(note), str)]

    def account(error, depth=CHAIN, left=None):
        left = [EXCEPTIONS] if left is None else left
        left[0] -= 1
        cls = type(error)
        lineage = (
            array([quote(clean(name_of(one))), "false" if flags_of(one) & HEAP_TYPE else "true"])
            for one in mro_of(cls)
        )
        fields = {
            "lineage": array(lineage),
            "message": quote(message_of(error, cls)),
            "notes": array(map(quote, notes_of(error))),
            "steps": steps_of(error),
        }
        if issubclass(cls, SyntaxError) and type(line_of_syntax(error)) is int:
            column = column_of_syntax(error)
            column = column if type(column) is int and column > 0 else 1
            fields["syntax"] = named(line=number(max(line_of_syntax(error), 0)), column=number(column))
        if issubclass(cls, SystemExit):
            args = args_of(error)
            code = args[0] if args else 0
            code = 0 if code is None else code if type(code) is int and abs(code) < 1 << 60 else 1
            fields["exit_code"] = number(code)
        if issubclass(cls, BaseExceptionGroup) and depth > 1:
            parts = (account(part, depth - 1, left) for part in parts_of(error) if left[0] > 0)
            fields["parts"] = array(parts)
        cause, context = cause_of(error), context_of(error)
        link, earlier = ("cause", cause) if cause is not None else ("context", context)
        hidden = cause is None and hides_context(error) is True
        if earlier is not None and not hidden and depth > 1 and left[0] > 0:
            fields["earlier"] = array((quote(link), account(earlier, depth - 1, left)))
        return named(**fields)

    # --- time

    def time_is_up(_signal, frame):
        """Say in which line of the answer it was, and end the process: nothing may go on after this."""
        line = None
        while frame is not None and line is None:
            line = frame.f_lineno if frame.f_code.co_filename == FILE else None
            frame = frame.f_back
        if state["sending"]:
            leave(0)
        send(named(stopped=named(line=number(line), printed=take_printed())))
        leave(0)

    # --- the answer

    def tidy_up():
        """Take back what an answer may have set that would reach into this code."""
        set_trace(None)
        set_profile(None)
        state["limit"] = get_limit()
        set_limit(3000)

    def guarded(work):
        """Do something of the answer's and give what it raised."""
        try:
            set_limit(state["limit"])
            return work(), None
        except BaseException as error:
            tidy_up()
            return None, error

    def load(task):
        module = types.ModuleType(task["module"])
        names = module.__dict__
        names["__file__"] = FILE
        names["__builtins__"] = builtins
        sys.modules[task["module"]] = module

        def run():
            exec(compile(task["source"], FILE, "exec", dont_inherit=True), names)

        _, error = guarded(run)
        tidy_up()
        raised = "null" if error is None else account(error)
        name = task["function"]
        function = dict.get(names, name)
        found = "callable" if callable(function) else "value" if name in names else "nothing"
        say(named(module=named(raised=raised, printed=take_printed(), found=quote(found))))
        return function

    def say(text):
        state["sending"] = True
        send(text)
        state["sending"] = False

    def call(function, message):
        came, after = [], []
        for _ in range(message["times"]):
            try:
                nodes = iter(message["arguments"])
                arguments = [build(nodes) for _ in range(message["count"])]
            except Exception as error:
                return say(named(broken=quote(clean(f"{name_of(type(error))}: {error}"))))

            def run():
                result = function(*arguments)
                is_iterator = hasattr(type(result), "__next__")
                return drain(result) if message["follow"] and is_iterator else snapshot(result)

            value, error = guarded(run)
            tidy_up()
            came.append(named(raised=account(error)) if error is not None else named(returned=value))
            after.append(array([snapshot(argument) for argument in arguments]))
        say(named(ended=named(came=array(came), after=array(after), printed=take_printed())))

    def serve():
        task = receive()
        signal.signal(signal.SIGALRM, time_is_up)
        set_timer(signal.ITIMER_REAL, max(task["millis"], 1) / 1000)
        function = load(task)
        while True:
            call(function, receive())

    # What this needed of them stays; an answer finds them as closed as the others.
    for name in ("signal", "_signal"):
        sys.modules.pop(name, None)
    sys.stdout = sys.__stdout__ = Output("<stdout>")
    sys.stderr = sys.__stderr__ = Output("<stderr>")
    sys.stdin = sys.__stdin__ = StringIO("")
    return serve
