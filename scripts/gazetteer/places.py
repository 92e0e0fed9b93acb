# SPDX-License-Identifier: Apache-2.0
"""Places and their names out of the rows of the sources."""

import collections
import math

from gazetteer.names import fold, is_readable, is_usable_alternate, korean_names, proper_names

COUNTRY, PROVINCE, DISTRICT, CITY = range(4)
OWN, WORD, ALTERNATE = range(3)

# Types of subdivision that are a city and what lies around it.
CITY_TYPES = ("city", "municipality", "capital", "federal district", "federal territory", "urban", "collectivity")
# GeoNames still lists these, ISO 3166-1 has withdrawn them.
WITHDRAWN_COUNTRIES = ("AN", "CS")
# A city stands for the subdivision of its name where at least one in so many people of it lives there.
CITY_SHARE = 6
# How much heavier a country's capital weighs among places of one name: Washington is the capital before the state.
CAPITAL_WEIGHT = 10
# The middle of the land as national surveys give it, where the sources' points lie far from it: of the 48 states
# (National Geodetic Survey) and of mainland Australia (Geoscience Australia).
POINTS = {"US": (39.83, -98.58), "AU": (-25.61, 134.35)}
# In kilometres: what is as good as the same point, and what is another.
NEAR, FAR = 30, 100


def distance(one, other):
    """Kilometres between two points along the surface of the globe."""
    (north, east), (other_north, other_east) = (map(math.radians, point) for point in (one, other))
    chord = (math.sin((other_north - north) / 2) ** 2
             + math.cos(north) * math.cos(other_north) * math.sin((other_east - east) / 2) ** 2)
    return 2 * 6371 * math.asin(min(1, math.sqrt(chord)))


class Place:
    """One row of the table, before it has a number."""

    def __init__(self, kind, identifier, name, country, code="", population=0, position=None, parent=None):
        self.kind, self.identifier, self.name, self.country = kind, identifier, name, country
        self.code, self.population, self.position, self.parent = code, population, position, parent
        self.first_names, self.alternates = [name], []
        self.stands_before = self.population
        self.type = ""
        self.joined = None


class Centre:
    """The middle of settlements on the globe (plain means fail at the 180th meridian), and how many live there.

    Each settlement counts alike: weighed by people, the middle of a large province lies in its largest city.
    """

    def __init__(self):
        self.x = self.y = self.z = 0.0
        self.population = 0

    def add(self, latitude, longitude, population):
        latitude, longitude = math.radians(latitude), math.radians(longitude)
        self.x += math.cos(latitude) * math.cos(longitude)
        self.y += math.cos(latitude) * math.sin(longitude)
        self.z += math.sin(latitude)
        self.population += population

    def position(self):
        if self.x == self.y == self.z == 0:
            return None
        return (
            math.degrees(math.atan2(self.z, math.hypot(self.x, self.y))),
            math.degrees(math.atan2(self.y, self.x)),
        )


class Builder:
    """Turns the sources into places and names."""

    def __init__(self, sources, common_words):
        self.sources, self.common_words = sources, common_words
        self.places = []

    def build(self):
        self.add_countries()
        self.add_subdivisions()
        self.add_cities()
        self.name_subdivisions_in_english()
        self.locate()
        self.join_cities_with_their_subdivision()
        self.places.sort(key=lambda place: (place.identifier, place.country, place.code, place.name))

    def add_countries(self):
        self.country, self.capital = {}, {}
        for row in self.sources.countries:
            if row["iso"] in WITHDRAWN_COUNTRIES:
                continue
            place = Place(COUNTRY, row["geonameid"], row["name"], row["iso"], row["iso3"], row["population"])
            self.country[row["iso"]] = place
            self.capital[row["iso"]] = row["capital"].removesuffix(", D.C.")
            self.places.append(place)

    def add_subdivisions(self):
        rows = self.sources.subdivisions
        self.subdivision = [None] * len(rows)
        self.by_geonames_code = {}
        for number, (name, iso, geonames_code, identifier, kind, aliases, level, _, country) in enumerate(rows):
            code = self.sources.country_codes[int(country) - 1]
            if level not in "12" or code not in self.country:
                continue
            place = Place(PROVINCE if level == "1" else DISTRICT, int(identifier or 0), name, code, iso)
            place.type = kind
            place.alternates = [alias for alias in aliases.split("|") if alias]
            self.subdivision[number] = place
            if geonames_code and level == "1":
                self.by_geonames_code[geonames_code] = place
        for number, row in enumerate(rows):
            place = self.subdivision[number]
            if place is None:
                continue
            parent = self.subdivision[int(row[7]) - 1] if row[7] else None
            place.parent = parent or self.country[place.country]
            self.places.append(place)

    def add_cities(self):
        self.city_of_row = {}
        for row in self.sources.cities:
            code = row["countrycode"]
            if code not in self.country:
                continue
            parents = [self.subdivision[n] for n in self.sources.subdivisions_of_city.get(row["geonameid"], [])]
            parents = sorted((parent for parent in parents if parent), key=lambda parent: -parent.kind)
            parent = parents[0] if parents else self.by_geonames_code.get(f"{code}.{row['admin1code']}")
            place = Place(
                CITY, row["geonameid"], row["name"], code, "", row["population"],
                (row["latitude"], row["longitude"]), parent or self.country[code],
            )
            place.alternates = row["alternatenames"]
            folded = {fold(name) for name in place.alternates}
            for part in (row["name"].split("/") if "/" in row["name"] else []):
                place.first_names.append(part.strip())
            if row["name"].endswith(" City") and fold(row["name"][:-5]) in folded:
                place.first_names.append(row["name"][:-5])
            if row["name"].endswith(")") and " (" in row["name"]:
                place.alternates = place.alternates + [row["name"].split(" (")[0]]
            if self.is_capital(row):
                place.stands_before *= CAPITAL_WEIGHT
            self.places.append(place)
            self.city_of_row[(code, row["name"], round(row["latitude"], 5), round(row["longitude"], 5))] = place

    def is_capital(self, row):
        return fold(self.capital[row["countrycode"]]) in (fold(row["name"]), fold(row["name"]).removesuffix("city"))

    def name_subdivisions_in_english(self):
        """Gives each province the English name under which most of its cities are filed."""
        votes = collections.defaultdict(collections.Counter)
        self.centre_of_state = collections.defaultdict(Centre)
        for row in self.sources.states:
            state = row.get("state")
            if not state or not is_readable(state):
                continue
            code, latitude, longitude = row["country_code"], row["latitude"], row["longitude"]
            self.centre_of_state[(code, fold(state))].add(latitude, longitude, row.get("population") or 0)
            for proper in proper_names(state):
                self.centre_of_state[(code, fold(proper))].add(latitude, longitude, row.get("population") or 0)
            city = self.city_of_row.get((code, row["city"], round(latitude, 5), round(longitude, 5)))
            province = city and self.enclosing(city, PROVINCE)
            if province:
                votes[province][state] += 1
        named = {(place.country, fold(name)) for place in self.places if place.kind == PROVINCE
                 for name in [place.name] + [proper for proper in proper_names(place.name)]}
        for province, names in votes.items():
            english = min(names, key=lambda name: (-names[name], name))
            proper = next(filter(self.stands_alone, proper_names(english)), english)
            if (province.country, fold(proper)) in named and fold(proper) != fold(province.name):
                # The name of another province of the country: the two sources draw the borders differently.
                if fold(proper) not in {fold(name) for name in proper_names(province.name)}:
                    continue
            province.first_names += [english, province.name]
            if province.country == "KR":
                proper = next(korean_names(english, True), proper)
            province.name = proper if len(proper) > 2 else english
            province.first_names[0] = province.name

    @staticmethod
    def enclosing(place, kind):
        while place is not None and place.kind != kind:
            place = place.parent
        return place

    def locate(self):
        self.cities_named = collections.defaultdict(list)
        for place in self.places:
            if place.kind == CITY:
                for name in place.first_names:
                    self.cities_named[(place.country, fold(name))].append(place.position)
        centres = collections.defaultdict(Centre)
        for subdivisions, country, population, latitude, longitude in self.sources.settlements:
            around = {self.country.get(self.sources.country_codes[country])}
            for number in subdivisions:
                outer = self.subdivision[number]
                while outer is not None:
                    around.add(outer)
                    outer = outer.parent
            for place in around - {None}:
                centres[place].add(latitude, longitude, population)
        for place in self.places:
            if place.kind == CITY:
                continue
            centre = centres.get(place) or self.centre_of_state.get((place.country, fold(place.name)))
            if centre:
                place.position = centre.position()
                if place.kind != COUNTRY:
                    place.population = centre.population
            # The middle of the settlements lies far from the middle of the land where few live in most of it.
            code = place.country if place.kind == COUNTRY else place.code
            point = POINTS.get(code) or self.sources.points.get(code)
            if point and not (place.kind != COUNTRY and self.is_city(place, point)):
                place.position = point
            place.stands_before = place.population

    def is_city(self, place, point):
        """Whether a subdivision's point is that of the city it is named after, far from its own middle."""
        if place.position is None or distance(place.position, point) < FAR:
            return False
        return any(distance(city, point) < NEAR for city in self.cities_named.get((place.country, fold(place.name)), ()))

    def join_cities_with_their_subdivision(self):
        """Makes a city and the unit that is nothing but this city one place; orders the rest sensibly.

        Busan the city and Busan the metropolitan city are one. Osaka and its prefecture stay two, the city first;
        Quebec and its province, where few live in the city, stay two, the province first.
        """
        kept = []
        for city in self.places:
            if city.kind != CITY:
                continue
            outer = city.parent
            keys = {fold(name) for name in city.first_names}
            while outer is not None and outer.kind in (PROVINCE, DISTRICT):
                names = {fold(name) for name in self.names_of_subdivision(outer)}
                if keys & names and city.population * CITY_SHARE >= outer.population:
                    if outer.kind == DISTRICT or any(word in outer.type.lower() for word in CITY_TYPES):
                        outer.joined = city
                    else:
                        outer.stands_before = min(outer.stands_before, city.population - 1)
                outer = outer.parent
        for place in self.places:
            city = place.joined
            if city is None:
                kept.append(place)
                continue
            city.code = city.code or place.code
            city.alternates = city.alternates + list(self.names_of_subdivision(place)) + place.alternates
        for place in kept:
            while place.parent is not None and place.parent.joined is place:
                place.parent = place.parent.parent
        for place in kept:
            # Other places of a unit that became its city lie in that city.
            if place.parent is not None and place.parent.joined is not None:
                place.parent = place.parent.joined
        self.places = kept

    def stands_alone(self, proper):
        """Whether what is left of a name without the word for its kind is a name: `Free` of Free State is none."""
        return len(fold(proper)) > 2 and fold(proper) not in self.common_words

    def names_of_subdivision(self, place):
        """A subdivision's own names, with and without the word for its kind."""
        for name in dict.fromkeys(place.first_names):
            yield name
            if place.country == "KR":
                yield from korean_names(name, place.kind == PROVINCE)
            if place.kind == PROVINCE:
                yield from (proper for proper in proper_names(name) if self.stands_alone(proper))
        if place.kind == PROVINCE and place.type:
            # `Special self-governing province` is said as `Province`.
            kinds = dict.fromkeys([place.type, place.type.split()[-1]])
            for name in dict.fromkeys(place.first_names):
                for proper in [name, *proper_names(name)]:
                    yield from (f"{proper} {kind}" for kind in kinds)

    def usable_alternates(self, place):
        """The alternate names that a place may be looked up by."""
        for name in place.alternates:
            if not is_usable_alternate(name, self.common_words):
                continue
            # `Orange` for Orange County would only be in the way.
            if place.kind == DISTRICT and fold(name) + "county" == fold(place.name):
                continue
            yield name
            if place.kind == PROVINCE:
                yield from (proper for proper in proper_names(name) if is_usable_alternate(proper, self.common_words))

    def names(self):
        """Every (key, class, place), each once."""
        for place in self.places:
            first = place.first_names if place.kind in (COUNTRY, CITY) else list(self.names_of_subdivision(place))
            keys = {}
            for name in first:
                if is_readable(name):
                    key = fold(name)
                    keys.setdefault(key, WORD if key in self.common_words else OWN)
            for name in self.usable_alternates(place):
                keys.setdefault(fold(name), ALTERNATE)
            keys.pop("", None)
            if place.kind == COUNTRY:
                keys[place.country] = OWN
            for key, standing in keys.items():
                yield key, standing, place
