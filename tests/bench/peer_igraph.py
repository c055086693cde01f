# SPDX-License-Identifier: GPL-2.0-or-later
"""What `speelveld scores` finds on shortest ways, with python-igraph: peer_igraph.py EDGES RESULTS. Prints how long computing took."""
import csv
import sys
import time

import igraph

with open(sys.argv[1], encoding="utf-8") as file:
    rows = list(csv.reader(file))[1:]
ids = sorted({name for row in rows for name in row[:2]})
number = {name: i for i, name in enumerate(ids)}
graph = igraph.Graph(len(ids), [(number[row[0]], number[row[1]]) for row in rows]).simplify()
start = time.perf_counter()
betweenness = graph.betweenness()
ties = graph.edge_betweenness()
harmonic = graph.harmonic_centrality()
graph.closeness()
graph.eccentricity()
print(time.perf_counter() - start)
with open(sys.argv[2], "w", encoding="utf-8", newline="") as file:
    out = csv.writer(file)
    for i, name in enumerate(ids):
        out.writerow([name, "", betweenness[i], harmonic[i] * (len(ids) - 1)])
    for edge, value in zip(graph.es, ties):
        out.writerow([ids[edge.source], ids[edge.target], value, ""])
