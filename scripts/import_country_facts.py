"""From public country data to rows of lexicon/actors/states.tsv, lexicon/aliases/states.tsv and lexicon/people/.

Usage: import_country_facts.py FACTBOOK_JSON NODE_MODULES

Reads the CIA World Factbook extract (public domain) and the npm packages cldr-localenames-full (Unicode-3.0),
i18n-iso-countries, i18n-nationality and countries-list (MIT). Rows that the tables hold already stay as they are: an expert's
row beats an imported one. Every row that is added names its source.
"""
import json
import re
import sys
import unicodedata
from pathlib import Path

LEXICON = Path(__file__).parent.parent / "lexicon"
ACTORS = "id name kind from to latitude longitude descriptors source".split()
ALIASES = "alias actor how from to cues source".split()
PEOPLE = "name short actor office from to source".split()

# Factbook entries whose names no other source shares.
BY_FILE = {
    "cg": "CD", "cf": "CG", "ct": "CF", "sh": "SH", "fs": "TF", "fm": "FM", "um": "UM", "dr": "DO", "wi": "EH", "sv": "SJ",
    "vt": "VA", "kv": "XK", "hk": "HK", "mc": "MO", "ae": "AE", "sx": "GS", "io": "IO", "tu": "TR", "bm": "MM", "cv": "CV",
    "wz": "SZ", "fk": "FK", "us": "US", "vi": "VG", "vq": "VI", "rn": "MF", "tb": "BL", "ez": "CZ", "iv": "CI", "tt": "TL",
}
# Not states, or parts of others.
SKIPPED = set("bq wq pf pg ax dx jn ip at cr gz we ee oo xo xq zh zn xx".split())
# Surnames that would take common words for people.
WORDLIKE = {"man", "te", "fai", "store"}
MONTHS = {name: at + 1 for at, name in enumerate(
    "January February March April May June July August September October November December".split())}
MONTHS["Sep"], MONTHS["Oct"] = 9, 10
TERRITORIES = set("""ABW AIA ALA ASM ATA ATF BES BLM BMU BVT CCK COK CUW CXR CYM ESH FLK FRO GGY GIB GLP GRL GUF GUM HKG HMD IMN IOT
JEY MAC MAF MNP MSR MTQ MYT NCL NFK NIU PCN PRI PYF REU SGS SHN SJM SPM SXM TCA TKL UMI VGB VIR WLF""".split())
# The tables of people follow the factbook's folders, but for those that ours cut otherwise.
REGION = {"africa": "africa", "australia-oceania": "oceania", "central-america-n-caribbean": "americas", "north-america": "americas",
          "south-america": "americas", "central-asia": "asia", "east-n-southeast-asia": "asia", "south-asia": "asia",
          "europe": "europe", "middle-east": "middle-east",
          "antarctica": "oceania"}
REGION_OF = {"RUS": "europe", "GEO": "middle-east", "ARM": "middle-east", "AZE": "middle-east"}


def main(factbook, modules):
    codes = json.loads((modules / "i18n-iso-countries/codes.json").read_text())
    iso3 = {row[0]: row[1] for row in codes} | {"XK": "XKX"}
    actors, aliases = Table("actors/states.tsv", ACTORS, ["id"]), Table("aliases/states.tsv", ALIASES, ["alias"])
    people = {region: Table(f"people/{region}.tsv", PEOPLE, ["name", "actor"]) for region in set(REGION.values())}
    names = package_names(modules)
    by_name = {fold(name): code for code, found in names.items() for name, _ in found}
    for entry in json.loads(factbook.read_text()):
        stem = entry["file"].split("/")[1][:-5]
        if stem in SKIPPED:
            continue
        shown = [entry["names"].get(f"conventional {form} form", "none") for form in ("short", "long")]
        code = BY_FILE.get(stem) or next((by_name[fold(name)] for name in shown if fold(name) in by_name), None)
        if code is None:
            print("no code for", entry["file"], shown)
            continue
        actor = iso3[code]
        latitude, longitude = degrees(entry["capital"].get("geographic coordinates", ""))
        name = next(name for name, source in names[code] if source == "cldr")
        actors.add(actor, name, "territory" if actor in TERRITORIES else "state", "", "", latitude, longitude, "", "factbook")
        for text in shown:
            if text not in ("none", "DRC", "The Dominican") and not re.search("[(;,]", text):
                aliases.add(text.removeprefix("The "), actor, "name", "", "", "", "factbook")
        for how, text in nationalities(entry.get("nationality", {})):
            aliases.add(text, actor, how, "", "", "", "factbook")
        add_executive(entry, actor, people[REGION_OF.get(actor) or REGION[entry["file"].split("/")[0]]])
    for code, found in names.items():
        if code not in iso3:
            continue
        actors.add(iso3[code], found[0][0], "territory" if iso3[code] in TERRITORIES else "state", "", "", "", "", "", found[0][1])
        for name, source in found:
            how = "acronym" if name.isupper() else "name"
            aliases.add(name, iso3[code], how, "", "", "", source)
    for code, name in json.loads((modules / "i18n-nationality/langs/en.json").read_text())["nationalities"].items():
        # The package calls people of Wallis and Futuna Welsh.
        if code in iso3 and code != "WF" and re.fullmatch(r"[\w-]+( [\w-]+)?", name):
            aliases.add(name, iso3[code], "adjective", "", "", "", "i18n-nationality")
    for code, facts in json.loads((modules / "countries-list/countries.min.json").read_text()).items():
        if code in iso3 and facts["capital"] and iso3[code] not in TERRITORIES:
            aliases.add(facts["capital"], iso3[code], "capital", "", "", "", "countries-list")
    for table in [actors, aliases, *people.values()]:
        table.write()


def package_names(modules):
    """Two-letter code to English names, each with the package it is from."""
    names = {}
    cldr = json.loads((modules / "cldr-localenames-full/main/en/territories.json").read_text())
    for key, name in cldr["main"]["en"]["localeDisplayNames"]["territories"].items():
        code, _, variant = key.partition("-alt-")
        if len(code) == 2 and variant != "chagos" and "(" not in name:
            names.setdefault(code, []).append((clean(name), "cldr"))
        elif len(code) == 2 and not variant:
            names.setdefault(code, []).append((clean(re.sub(r" \(.*", "", name)), "cldr"))
    iso = json.loads((modules / "i18n-iso-countries/langs/en.json").read_text())["countries"]
    for code, found in iso.items():
        for name in [found] if isinstance(found, str) else found:
            if not re.search("[(,]", name):
                names.setdefault(code, []).append((clean(name), "i18n-iso-countries"))
    return names


def clean(name):
    return name.replace("’", "'").replace(" & ", " and ").replace("St. ", "Saint ").replace(" SAR China", "")


def nationalities(nationality):
    """Pairs of how and word from cells such as "Croat(s), Croatian(s)"."""
    for how, field in (("adjective", "adjective"), ("demonym", "noun")):
        cell = nationality.get(field, "").split(";")[0]
        for part in re.split(r", | or ", cell):
            word = re.sub(r"\(.*?\)", "", part).strip()
            if re.fullmatch(r"[\w-]+( [\w-]+)?", word) and word[0].isupper() and word not in ("NA", "French", "Chinese", "Dutch", "Korean"):
                yield how, word
                if "(s)" in part:
                    yield how, word + "s"


def add_executive(entry, actor, table):
    executive = entry.get("executive", {})
    for field in ("chief of state", "head of government"):
        text = str(executive.get(field) or "")
        text = re.sub(r"^Sultan and Prime Minister Sir", "Sultan", text).replace("President of Council of Ministers", "President")
        match = re.match(r"(?:Acting |Interim |Transition(?:al)? )?(President|King|Prime Minister|Premier|Chancellor|Emperor|Sultan|Amir|Grand Duke"
                         r"|Prince|Chief Executive) (?:of China )?([^(;,]+?)(?:, Jr\.)? \(since (?:(\d+) )?(?:(\w+) )?(\d{4})", text)
        if not match or actor in TERRITORIES and match[1] != "Chief Executive":
            continue
        office, name, day, month, year = match.groups()
        if "CHARLES" in name and actor != "GBR":
            continue
        date = year + (f"-{MONTHS[month]:02}" if month else "") + (f"-{int(day):02}" if day else "")
        words = re.sub(r'"[^"]*" |\b(?:Col|Gen|Capt|Sr|Dr|Sir|General)\b\.? ', "", name).split()
        capitals = [word for word in words if re.sub(r"^(?:al|el|AL|EL)-", "", word).isupper() and len(word) > 1 and not numeral(word)]
        full = " ".join(word if numeral(word) else cased(word) for word in words)
        short = " ".join(map(cased, capitals))
        # A king is known by his number; a surname that an expert's row has already is the same person otherwise spelled.
        if any(map(numeral, words)):
            short = ""
        known = any((fold(row[1]), row[2]) == (fold(short), actor) for row in table.rows if short)
        if not known and 1 < len(words) < 6 and capitals and fold(short) not in WORDLIKE:
            table.add(full, short, actor, office.lower(), date, "", "factbook")


def numeral(word):
    return word != "XI" and re.fullmatch(r"[IVX]+|[A-Z]\.", word)


def cased(word):
    if not re.sub(r"^(?:al|el)-", "", word).isupper():
        return word
    return re.sub(r"[^\W_]+", lambda part: part[0].capitalize(), word).replace("Al-", "al-")


def degrees(text):
    match = re.search(r"(\d+) (\d+) ?([NS]), (\d+) (\d+) ?([EW])", text)
    if not match:
        return "", ""
    values = [int(match[1]) + int(match[2]) / 60, int(match[4]) + int(match[5]) / 60]
    return tuple(f"{-value if side in 'SW' else value:.2f}" for value, side in zip(values, (match[3], match[6])))


def fold(name):
    plain = unicodedata.normalize("NFD", name.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"\W+|\b(the|of|and)\b", "", plain)


class Table:
    """One table of the lexicon; rows with a key that it holds already are not added, so an alias gets no rival unseen."""

    def __init__(self, path, columns, key):
        self.path, self.columns, self.key = LEXICON / path, columns, [columns.index(name) for name in key]
        lines = self.path.read_text().splitlines()
        assert lines[0].split("\t") == columns, f"{path}: another header"
        self.rows = [line.split("\t") for line in lines[1:]]
        self.keys = {self.key_of(row) for row in self.rows}

    def key_of(self, row):
        return tuple(fold(row[at]) for at in self.key)

    def add(self, *row):
        if self.key_of(row) not in self.keys and all(row[at] for at in self.key):
            self.keys.add(self.key_of(row))
            self.rows.append(list(row))

    def write(self):
        lines = sorted("\t".join(row) for row in self.rows)
        self.path.write_text("\n".join(["\t".join(self.columns), *lines]) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
