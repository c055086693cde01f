# SPDX-License-Identifier: GPL-2.0-or-later
"""What `speelveld scores` finds on shortest ways, with NetworkX: peer_networkx.py EDGES RESULTS. Prints how long computing took."""
import csv
import sys
import time

import networkx

with open(sys.argv[1], encoding="utf-8") as file:
    rows = list(csv.reader(file))[1:]
graph = networkx.Graph([(row[0], row[1]) for row in rows])
start = time.perf_counter()
betweenness = networkx.betweenness_centrality(graph, normalized=False)
ties = networkx.edge_betweenness_centrality(graph, normalized=False)
harmonic = networkx.harmonic_centrality(graph)
networkx.closeness_centrality(graph)
for part in networkx.connected_components(graph):
    networkx.eccentricity(graph.subgraph(part))
print(time.perf_counter() - start)
with open(sys.argv[2], "w", encoding="utf-8", newline="") as file:
    out = csv.writer(file)
    for name in graph:
        out.writerow([name, "", betweenness[name], harmonic[name]])
    for (one, other), value in ties.items():
        out.writerow([one, other, value, ""])
