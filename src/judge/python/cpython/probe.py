"""Says what of this interpreter must stay readable once it is sealed: itself, its library, what it maps."""

import importlib
import json
import os
import sys

FAST = """
    array binascii bisect cmath csv datetime decimal fcntl functools grp hashlib heapq json math mmap pickle
    queue random select statistics struct unicodedata zlib bz2 lzma uuid zoneinfo tomllib
""".split()

for name in FAST:
    try:
        importlib.import_module(name)
    except ImportError:
        pass

mapped = set()
with open("/proc/self/maps") as maps:
    for line in maps:
        path = line.rstrip("\n").partition("/")
        if path[1]:
            mapped.add("/" + path[2])

library = os.path.dirname(os.path.realpath(os.__file__))
found = {
    "executable": os.path.realpath(sys.executable),
    "version": ".".join(map(str, sys.version_info[:3])),
    "implementation": sys.implementation.name,
    "major": sys.version_info[0],
    "minor": sys.version_info[1],
    "library": library,
    "mapped": sorted(path for path in mapped if os.path.isfile(path)),
}
print(json.dumps(found))
