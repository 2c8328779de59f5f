import builtins, sys

finder, driver, reads_from, writes_to = sys.argv[1:]
sys.argv[:] = sys.orig_argv[:] = ["answer.py"]


def own(text, name):
    names = {"__builtins__": dict(vars(builtins)), "__name__": name}
    exec(compile(text, f"<{name}>", "exec"), names)
    return names


drive = own(driver, "driver")["drive"](builtins, int(reads_from), int(writes_to))
own(finder, "finder")
sys.modules["__main__"] = type(sys)("__main__")
drive()
