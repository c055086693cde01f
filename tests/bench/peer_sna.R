# SPDX-License-Identifier: GPL-2.0-or-later
# What `speelveld scores` finds on shortest ways, with R's sna (which has no betweenness of ties): peer_sna.R EDGES RESULTS. Prints how long computing took.
suppressPackageStartupMessages(library(sna))
arguments <- commandArgs(trailingOnly = TRUE)
rows <- read.csv(arguments[1], colClasses = "character")
ids <- sort(unique(c(rows[[1]], rows[[2]])))
graph <- cbind(match(rows[[1]], ids), match(rows[[2]], ids), 1)
graph <- rbind(graph, graph[, c(2, 1, 3)])
attr(graph, "n") <- length(ids)
start <- proc.time()[["elapsed"]]
between <- betweenness(graph, gmode = "graph")
harmonic <- closeness(graph, gmode = "graph", cmode = "suminvundir") * (length(ids) - 1)
steps <- geodist(graph, count.paths = FALSE, predecessors = FALSE)$gdist
farthest <- apply(steps, 1, function(row) max(row[is.finite(row)]))
cat(proc.time()[["elapsed"]] - start, "\n")
write.table(data.frame(ids, "", between, harmonic), arguments[2], sep = ",", row.names = FALSE, col.names = FALSE, qmethod = "double")
