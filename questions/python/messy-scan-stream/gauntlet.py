"""Makes streams of parcel scans: the clean record first, then what happened to it on its way."""

import json
import random
from datetime import date

SHARES = {
    "bom": 0.02,
    "double-encoded": 0.02,
    "glued": 0.02,
    "trailing-garbage": 0.02,
    "cut-in-trace": 0.02,
    "mojibake": 0.03,
    "moved-fields": 0.03,
    "swapped-columns": 0.02,
    "currency-case": 0.03,
    "version-as-text": 0.02,
    "offset-time": 0.03,
    "naive-time": 0.03,
    "epoch-seconds": 0.02,
    "epoch-millis": 0.02,
    "grouped-weight": 0.03,
    "other-unit": 0.03,
    "decimal-comma": 0.02,
    "decimal-point": 0.02,
    "null-note": 0.02,
    "missing-note": 0.02,
    "duplicate": 0.04,
    "late-version": 0.03,
    "correction": 0.03,
    "conflict": 0.02,
    "cut-early": 0.03,
    "missing-field": 0.03,
    "wrong-type": 0.03,
    "absurd-value": 0.03,
    "blank": 0.01,
    "heartbeat": 0.01,
}
DEPOTS = [
    "Köln", "Łódź", "Málaga", "Genève", "Zürich", "Göteborg", "Besançon", "Bath", "Lyon", "Poznań", "Århus", "Leeds",
]
ACCENTED = ["Köln", "Łódź", "Málaga", "Genève", "Zürich", "Göteborg", "Besançon", "Poznań", "Århus"]
CURRENCIES = ["EUR", "GBP", "PLN", "CHF", "SEK"]
NOTES = ["fragile", "left at gate", "two labels", "wet", "re-taped; see photo", "corner crushed", 'marked "this way up"', ""]
NEEDED = ["id", "version", "depot", "scanned_at", "weight", "fee", "currency"]
NEED_HISTORY = ("duplicate", "late-version", "correction", "conflict")
FIRST_SECOND = 1_672_531_200  # 2023
LAST_SECOND = 1_798_761_600  # 2027
EPOCH_DAY = 719_163
QUIET_START = 40
LOOK_BACK = 300


def generate(seed, size):
    """Give one tuple a line: the line, what happened to it, the records it carries, and why it is refused."""
    return Stream(random.Random(seed)).lines(size)


class Stream:
    """Remembers what was sent, so that it can be sent again, corrected or contradicted."""

    def __init__(self, rng):
        self.rng = rng
        self.count = 0
        self.sent = []
        self.held = {}
        self.seconds = 0

    def lines(self, size):
        made = []
        for kind in self.deck(size):
            line, records, reason = self.deliver(kind)
            for record in records:
                held = self.held.get(record["id"])
                if held is None or record["version"] > held["version"]:
                    self.held[record["id"]] = record
            if records:
                self.sent.append((line, records))
            made.append((line, kind, records, reason))
        return made

    def deck(self, size):
        """The kinds in their order: declared shares, and a quiet start so that there is something to send again."""
        kinds = [kind for kind, share in SHARES.items() for _ in range(max(1, round(share * size)))]
        quiet = min(QUIET_START, max(1, size - len(kinds)))
        kinds += ["clean"] * (size - len(kinds) - quiet)
        self.rng.shuffle(kinds)
        return ["clean"] * quiet + kinds

    def deliver(self, kind):
        if kind in NEED_HISTORY:
            return getattr(self, "send_" + kind.replace("-", "_"))()
        maker = getattr(self, "make_" + kind.replace("-", "_"), None)
        if maker is not None:
            return maker()
        record = self.record()
        raw = self.raw(record)
        getattr(self, "bend_" + kind.replace("-", "_"))(raw, record)
        return dump(raw), [record], None

    # What is true.

    def record(self):
        """A clean record, as it should be recovered."""
        self.count += 1
        rng = self.rng
        self.seconds = rng.randrange(FIRST_SECOND, LAST_SECOND)
        return {
            "id": f"P-{self.count * 7 + rng.randrange(7):06d}",
            "version": rng.choice([1, 1, 1, 2, 2, 3]),
            "depot": rng.choice(DEPOTS),
            "scanned_at": wall(self.seconds) + "Z",
            "weight_g": rng.randrange(20, 30_000),
            "fee_cents": rng.choice([rng.randrange(0, 2_000), rng.randrange(2_000, 400_000)]),
            "currency": rng.choice(CURRENCIES),
            "note": rng.choice(NOTES),
        }

    def raw(self, record):
        """The object a healthy terminal sends for a record."""
        raw = {name: record[name] for name in ("id", "version", "depot", "scanned_at")}
        raw.update(weight=record["weight_g"], fee=record["fee_cents"] / 100, currency=record["currency"])
        if "note" in record:
            raw["note"] = record["note"]
        raw["trace"] = self.trace()
        return raw

    def trace(self):
        return f"{self.rng.getrandbits(64):016x}" * self.rng.randrange(50, 180)

    def again(self, fits=lambda record: True):
        """The held record of something sent lately."""
        while True:
            _, records = self.rng.choice(self.sent[-LOOK_BACK:])
            held = self.held[records[0]["id"]]
            if fits(held):
                return held

    def changed(self, record, version):
        grams = record["weight_g"] + self.rng.randrange(1, 500)
        cents = record["fee_cents"] + self.rng.choice([0, 25, 110])
        return {**record, "version": version, "weight_g": grams, "fee_cents": cents}

    # Sent again.

    def send_duplicate(self):
        line, records = self.rng.choice(self.sent[-LOOK_BACK:])
        return line, records, None

    def send_late_version(self):
        held = self.again(lambda record: record["version"] > 1)
        late = self.changed(held, held["version"] - 1)
        return dump(self.raw(late)), [late], None

    def send_correction(self):
        held = self.again()
        newer = self.changed(held, held["version"] + 1)
        return dump(self.raw(newer)), [newer], None

    def send_conflict(self):
        held = self.again()
        other = self.changed(held, held["version"])
        return dump(self.raw(other)), [], "conflict"

    # The line as a whole.

    def make_bom(self):
        record = self.record()
        return "\ufeff" + dump(self.raw(record)), [record], None

    def make_double_encoded(self):
        record = self.record()
        return json.dumps(dump(self.raw(record))), [record], None

    def make_glued(self):
        records = [self.record(), self.record()]
        glue = self.rng.choice(["", " ", "\t"])
        return glue.join(dump(self.raw(record)) for record in records), records, None

    def make_trailing_garbage(self):
        record = self.record()
        garbage = self.rng.choice(["}", "}}]", "\x00\x00\x00", " ;OK", "##", '"', "]", ",", " 200 OK\r"])
        return dump(self.raw(record)) + garbage, [record], None

    def make_cut_in_trace(self):
        record = self.record()
        line = dump(self.raw(record))
        start = line.index('"trace"') + len('"trace"')
        return line[: self.rng.randrange(start, len(line) - 1)], [record], None

    def make_cut_early(self):
        line = dump(self.raw(self.record()))
        return line[: self.rng.randrange(1, line.index('"trace"') - 1)], [], "unreadable"

    def make_blank(self):
        return self.rng.choice(["", " ", "\t", "\r", "   \r"]), [], None

    def make_heartbeat(self):
        return json.dumps({"type": "heartbeat", "terminal": self.rng.randrange(500)}), [], None

    # The values.

    def bend_clean(self, raw, record):
        pass

    def bend_mojibake(self, raw, record):
        record["depot"] = self.rng.choice(ACCENTED)
        raw["depot"] = record["depot"].encode("utf-8").decode("latin-1")

    def bend_moved_fields(self, raw, record):
        names = self.rng.choice([["depot", "scanned_at"], ["fee", "currency"], ["version"], ["weight", "note"]])
        trace = raw.pop("trace")
        raw["meta"] = {name: raw.pop(name) for name in names}
        raw["trace"] = trace

    def bend_swapped_columns(self, raw, record):
        raw["depot"], raw["currency"] = raw["currency"], raw["depot"]

    def bend_currency_case(self, raw, record):
        code = record["currency"]
        raw["currency"] = self.rng.choice([code.lower(), code.title(), f" {code}", f"{code.lower()} "])

    def bend_version_as_text(self, raw, record):
        raw["version"] = self.rng.choice([str(record["version"]), float(record["version"])])

    def bend_offset_time(self, raw, record):
        minutes = self.rng.choice([60, 120, 180, 330, -150, -300, -480])
        hours, rest = divmod(abs(minutes), 60)
        sign = "-" if minutes < 0 else "+"
        raw["scanned_at"] = f"{wall(self.seconds + minutes * 60)}{sign}{hours:02d}:{rest:02d}"

    def bend_naive_time(self, raw, record):
        raw["scanned_at"] = wall(self.seconds + 3600).replace("T", self.rng.choice(["T", " "]))

    def bend_epoch_seconds(self, raw, record):
        raw["scanned_at"] = self.seconds

    def bend_epoch_millis(self, raw, record):
        raw["scanned_at"] = self.seconds * 1000 + self.rng.randrange(1000)

    def bend_grouped_weight(self, raw, record):
        record["weight_g"] = self.rng.randrange(1_000, 30_000)
        raw["weight"] = f"{record['weight_g']:,}".replace(",", self.rng.choice([",", ".", " ", "'"]))

    def bend_other_unit(self, raw, record):
        if self.rng.random() < 0.5:
            raw["weight"], raw["unit"] = record["weight_g"] / 1000, "kg"
            return
        grams = 0.5
        while abs(grams % 1 - 0.5) < 0.05:
            pounds = self.rng.randrange(1, 600) / 10
            grams = pounds * 453.59237
        record["weight_g"] = round(grams)
        raw["weight"], raw["unit"] = pounds, "lb"

    def bend_decimal_comma(self, raw, record):
        raw["fee"] = decimal_point(record).translate({ord(","): ".", ord("."): ","})

    def bend_decimal_point(self, raw, record):
        raw["fee"] = decimal_point(record)

    def bend_null_note(self, raw, record):
        raw["note"] = record["note"] = None

    def bend_missing_note(self, raw, record):
        del raw["note"], record["note"]

    # What cannot be recovered.

    def make_missing_field(self):
        raw = self.raw(self.record())
        name = self.rng.choice(NEEDED)
        if self.rng.random() < 0.5:
            del raw[name]
        else:
            raw[name] = None
        return dump(raw), [], "incomplete"

    def make_wrong_type(self):
        raw = self.raw(self.record())
        name, value = self.rng.choice([
            ("id", 4711), ("version", "two"), ("version", True), ("version", 1.5), ("version", 0), ("depot", ["Lyon"]),
            ("scanned_at", "yesterday"), ("scanned_at", "2025-02-30T10:00:00Z"), ("scanned_at", True), ("weight", "heavy"),
            ("weight", {"g": 120}), ("weight", True), ("weight", float("nan")), ("fee", "free"), ("fee", "12,5"),
            ("currency", "USDT"), ("currency", 978), ("fee", float("inf")),
        ])
        raw[name] = value
        return dump(raw), [], "bad-value"

    def make_absurd_value(self):
        raw = self.raw(self.record())
        name, value = self.rng.choice([
            ("weight", 0), ("weight", -raw["weight"]), ("weight", 999_999), ("fee", -1.5), ("fee", 5000.01),
            ("scanned_at", 0), ("scanned_at", "1970-01-01T00:00:00Z"), ("scanned_at", "2091-06-01T10:00:00Z"),
            ("scanned_at", 1_900_000_000), ("scanned_at", 4_000_000_000_000),
        ])
        raw[name] = value
        return dump(raw), [], "out-of-range"


def dump(raw):
    """Write an object as JSON; its trace needs no escapes, so the slow part is left out."""
    rest = {name: value for name, value in raw.items() if name != "trace"}
    return json.dumps(rest, ensure_ascii=False)[:-1] + f', "trace": "{raw["trace"]}"}}'


def wall(seconds):
    """What a clock in UTC shows."""
    days, rest = divmod(seconds, 86_400)
    day = date.fromordinal(EPOCH_DAY + days)
    hours, minutes = rest // 3600, rest // 60 % 60
    return f"{day.year}-{day.month:02d}-{day.day:02d}T{hours:02d}:{minutes:02d}:{rest % 60:02d}"


def decimal_point(record):
    return f"{record['fee_cents'] // 100:,}.{record['fee_cents'] % 100:02d}"
