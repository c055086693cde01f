# SPDX-License-Identifier: GPL-2.0-or-later
"""What `speelveld scores` finds on shortest ways, with graph-tool (which has no eccentricity): peer_graph_tool.py EDGES RESULTS.
Prints how long computing took."""
import csv
import sys
import time

from graph_tool import Graph
from graph_tool.centrality import betweenness, closeness

with open(sys.argv[1], encoding="utf-8") as file:
    rows = list(csv.reader(file))[1:]
ids = sorted({name for row in rows for name in row[:2]})
number = {name: i for i, name in enumerate(ids)}
graph = Graph(directed=False)
graph.add_vertex(len(ids))
graph.add_edge_list([(number[row[0]], number[row[1]]) for row in rows])
start = time.perf_counter()
between, ties = betweenness(graph, norm=False)
closeness(graph)
harmonic = closeness(graph, norm=False, harmonic=True)
print(time.perf_counter() - start)
with open(sys.argv[2], "w", encoding="utf-8", newline="") as file:
    out = csv.writer(file)
    for i, name in enumerate(ids):
        out.writerow([name, "", between[i], harmonic[i]])
    for edge in graph.edges():
        out.writerow([ids[int(edge.source())], ids[int(edge.target())], ties[edge], ""])
