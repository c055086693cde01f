# SPDX-License-Identifier: GPL-2.0-or-later
"""What `speelveld check` does, with Python's own csv and json modules: read a map, read every cell by its type,
index the actors by id and name, resolve every reference. The peer for how fast maps are read."""
import csv
import datetime
import json
import os
import sys

NUMBERS = {"macht", "belang", "urgentie", "legitimiteit", "vertrouwen", "sterkte", "zekerheid", "bedrag", "gewicht", "zetels",
           "power", "interest", "urgency", "legitimacy", "trust", "strength", "certainty", "amount", "salience", "seats"}
DATES = {"sinds", "tot", "datum", "besluitdatum", "bijgewerkt", "bewaren_tot", "since", "until", "date", "decision_date", "updated"}
SHEETS = {"Actoren": "actors", "Relaties": "ties", "Lidmaatschappen": "memberships", "Standpunten": "positions"}
REFERENCES = {"ties": ("van", "naar", "from", "to"), "memberships": ("wie", "van", "who", "of"), "positions": ("actor",)}


def read_cell(header, text):
    if not isinstance(text, str):
        return text
    text = text.strip()
    if not text:
        return None
    if header in NUMBERS:
        return float(text.replace(",", "."))
    if header in DATES:
        if text[4] == "-":
            return datetime.date(int(text[:4]), int(text[5:7]), int(text[8:10]))
        day, month, year = text.split("-")
        return datetime.date(int(year), int(month), int(day))
    return text


def load(path):
    if not os.path.isdir(path):
        with open(path, encoding="utf-8") as file:
            return {name: rows for name, rows in json.load(file).items() if isinstance(rows, list)}
    sheets = {}
    for name in sorted(os.listdir(path)):
        with open(os.path.join(path, name), encoding="utf-8-sig", newline="") as file:
            stem = name[:-4]
            sheets[SHEETS.get(stem, stem)] = list(csv.DictReader(file, delimiter=";"))
    return sheets


sheets = {name: [{header: read_cell(header, text) for header, text in row.items()} for row in rows] for name, rows in load(sys.argv[1]).items()}
ids, names, unknown = {}, {}, 0
for row, actor in enumerate(sheets["actors"]):
    ids[actor["id"]] = row
    names.setdefault((actor.get("naam") or actor.get("name")).casefold(), []).append(row)
for sheet, columns in REFERENCES.items():
    for row in sheets.get(sheet, []):
        for column in columns:
            if row.get(column) and row[column] not in ids and len(names.get(row[column].casefold(), [])) != 1:
                unknown += 1
print({name: len(rows) for name, rows in sheets.items()}, "unknown:", unknown)
