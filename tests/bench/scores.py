# SPDX-License-Identifier: GPL-2.0-or-later
"""Scores on shortest ways beside other programs, on the same files in the same run: scores.py OTHER. Prints what it finds, and writes
build/bench/report.md, with what stands in the file OTHER behind it. It judges nothing, but stops when two programs do not agree.

Every program is a whole process, from reading the edges to writing the numbers; those that say how long computing alone took
are given that beside it. They take turns, so that a machine that gets slower slows all of them."""
import csv
import json
import math
import os
import statistics
import subprocess
import sys

WORK = "build/bench"
OURS = "build/speelveld"
PYTHON = "/usr/bin/python3"  # Debian's, which has Debian's packages
SCORES = "harmonic,closeness,eccentricity,betweenness"
PEERS = {
    "python-igraph": [PYTHON, "tests/bench/peer_igraph.py"],
    "graph-tool": [PYTHON, "tests/bench/peer_graph_tool.py"],
    "NetworkX": [PYTHON, "tests/bench/peer_networkx.py"],
    "R sna": ["Rscript", "tests/bench/peer_sna.R"],
}
PROBES = {
    "python-igraph": [PYTHON, "-c", "import igraph; print(igraph.__version__)"],
    "graph-tool": [PYTHON, "-c", "import graph_tool; print(graph_tool.__version__.split()[0])"],
    "NetworkX": [PYTHON, "-c", "import networkx; print(networkx.__version__)"],
    "R sna": ["Rscript", "-e", "cat(as.character(packageVersion('sna')))"],
}
report = []


def say(line=""):
    print(line, flush=True)
    report.append(line)


def run(command, output):
    """One process: seconds, seconds of processor, and MiB at its most; what it printed stands in `output`."""
    done = subprocess.run(["build/bench/measure", output, *command], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"failed: {' '.join(command)}")
    seconds, processor, kib = map(float, done.stdout.split())
    return seconds, processor, kib / 1024


def versions():
    """The peers that are there."""
    found = {}
    for name, command in PROBES.items():
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=True)
            found[name] = done.stdout.strip()
        except (OSError, subprocess.CalledProcessError):
            say(f"Not there, and left out: {name}.")
    return found


def ours(edges, *more):
    return [OURS, "scores", edges, "--scores", SCORES, "--format", "json", "--lang", "en", *more]


def read_ours(path):
    with open(path, encoding="utf-8") as file:
        answer = json.load(file)
    actors = {row["id"]: (row["betweenness"], row["harmonic"]) for row in answer["actors"]}
    ties = {frozenset((row["from"], row["to"])): row["betweenness"] for row in answer["ties"]}
    return actors, ties


def difference(ours_path, peer_path):
    """The largest relative difference of any number both have."""
    actors, ties = read_ours(ours_path)
    most = 0.0
    with open(peer_path, encoding="utf-8") as file:
        for one, other, first, second in csv.reader(file):
            pairs = [(ties[frozenset((one, other))], float(first))] if other else zip(actors[one], (float(first), float(second)))
            for mine, theirs in pairs:
                most = max(most, abs(mine - theirs) / max(1.0, abs(theirs)))
    return most


def contest(title, edges, peers, rounds):
    """All programs in turn on one file, and a table of their medians."""
    names = ["speelveld", *peers]
    if os.cpu_count() > 1:
        names.insert(1, "speelveld on one processor")
    measured = {name: [] for name in names}
    computing = {name: [] for name in peers}
    for turn in range(-1 if rounds > 1 else 0, rounds):  # the first of several warms up
        for name in names:
            output = f"{WORK}/{name.split()[0]}.out"
            if name in peers:
                command = [*PEERS[name], edges, f"{WORK}/{name}.csv"]
            else:
                command = ours(edges)
                if name != "speelveld":
                    command = ["taskset", "-c", "0", *command]
            once = run(command, output)
            if turn < 0:
                continue
            measured[name].append(once)
            if name in peers:
                with open(output, encoding="utf-8") as file:
                    computing[name].append(float(file.read()))
    mine = statistics.median(once[0] for once in measured["speelveld"])
    say(f"\n### {title}\n")
    say("| program | seconds | processor | MiB | times ours | computing alone | times our all | agrees to |")
    say("|---|--:|--:|--:|--:|--:|--:|--:|")
    for name in names:
        seconds, processor = (statistics.median(once[k] for once in measured[name]) for k in (0, 1))
        row = f"| {name} | {seconds:.3f} | {processor:.3f} | {max(once[2] for once in measured[name]):.0f} | {seconds / mine:.1f} |"
        if name in peers:
            alone, apart = statistics.median(computing[name]), difference(f"{WORK}/speelveld.out", f"{WORK}/{name}.csv")
            say(f"{row} {alone:.3f} | {alone / mine:.1f} | {apart:.0e} |")
            if apart > 1e-6:
                sys.exit(f"{name} and speelveld do not agree")
        else:
            say(f"{row} | | |")


def attachment(actors):
    path = f"{WORK}/attachment{actors}"
    if not os.path.exists(path + ".edges.csv"):
        subprocess.run(["build/bench/generate", "--kind", "attachment", "--actors", str(actors), "-o", path], check=True, stdout=subprocess.DEVNULL)
    return path + ".edges.csv"


def with_weights(edges):
    """The same ties with weights 1 to 5, in turn."""
    path = edges.replace(".edges.csv", ".weighted.edges.csv")
    with open(edges, encoding="utf-8") as file, open(path, "w", encoding="utf-8") as out:
        for number, line in enumerate(file):
            out.write(line.rstrip() + (",weight\n" if number == 0 else f",{number * 7 % 5 + 1}\n"))
    return path


def municipality(actors):
    """The network of an invented map as edges, for those that read nothing else."""
    path = f"{WORK}/map{actors}"
    edges = f"{path}.edges.csv"
    if not os.path.exists(path):
        subprocess.run(["build/bench/generate", "--actors", str(actors), "-o", path], check=True, stdout=subprocess.DEVNULL)
    answer = json.loads(subprocess.run([OURS, "scores", path, "--scores", "betweenness", "--format", "json", "--as-of", "2026-09-01"],
                                       check=True, capture_output=True).stdout)
    with open(edges, "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file)
        out.writerow(["source", "target"])
        out.writerows([tie["from"], tie["to"]] for tie in answer["ties"])
    return edges


def growth(title, sizes, make, *more):
    say(f"\n### {title}\n")
    say("| actors | seconds | processor | MiB | grows with actors to the power |")
    say("|--:|--:|--:|--:|--:|")
    before = None
    for actors in sizes:
        edges = make(actors)
        once = [run(ours(edges, *more), f"{WORK}/growth.out") for _ in range(3 if actors <= 20000 else 1)]
        seconds, processor = (statistics.median(one[k] for one in once) for k in (0, 1))
        power = f"{math.log(processor / before[1]) / math.log(actors / before[0]):.2f}" if before else ""
        say(f"| {actors:,} | {seconds:.3f} | {processor:.3f} | {max(one[2] for one in once):.0f} | {power} |")
        before = actors, processor


def sampled(sizes):
    say("\n### Sampled: 200,000 and 1,000,000 actors, three ties each\n")
    say("As a table of the first 20. Reading is what `check` takes.\n")
    say("| actors | seconds | processor | MiB | of which reading |")
    say("|--:|--:|--:|--:|--:|")
    for actors in sizes:
        edges = attachment(actors)
        once = run([OURS, "scores", edges, "--scores", SCORES + ",reach2", "--lang", "en"], f"{WORK}/sampled.out")
        reading = run([OURS, "check", edges], f"{WORK}/check.out")
        say(f"| {actors:,} | {once[0]:.2f} | {once[1]:.2f} | {once[2]:.0f} | {reading[0]:.2f} |")
        with open(f"{WORK}/sampled.out", encoding="utf-8") as file:
            said = [line.strip() for line in file if "sample of" in line]
        if len(said) != 2:
            sys.exit("it does not say that it sampled")
    say("\n" + "\n".join(said))


def main():
    say("# Speed and memory beside other programs\n")
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), "a processor")
    say(f"{len(os.sched_getaffinity(0))} processors ({model}). Load when it began: {os.getloadavg()[0]:.1f}; other work on the")
    say("machine makes all numbers larger.\n")
    found = versions()
    say(", ".join(f"{name} {version}" for name, version in found.items()) + ".")
    say("\n## Scores on shortest ways")
    say("\nBetweenness of actors and ties, harmonic and classic closeness, eccentricity, from the same file of ties. graph-tool has no")
    say("eccentricity and sna no betweenness of ties. Medians; whole processes, and beside them what computing alone takes the others")
    say("(ours is never taken apart). Agreement is the largest relative difference of any number.")
    for actors, rounds in ((60, 7), (300, 7), (2000, 3)):
        contest(f"An invented municipality of {actors:,} actors", municipality(actors), list(found), rounds)
    fast = [name for name in ("graph-tool", "python-igraph") if name in found]
    contest("Preferential attachment, 20,000 actors, 59,994 ties (NetworkX and sna would take hours)", attachment(20000), fast, 1)
    sampled((200000, 1000000))
    growth("How our cost grows: preferential attachment, exact", (1000, 2000, 5000, 10000, 20000, 40000), attachment, "--exact")
    growth("The same by length, 1/weight", (1000, 2000, 5000, 10000), lambda actors: with_weights(attachment(actors)), "--exact",
           "--weights", "strength")
    if len(sys.argv) > 1:
        with open(sys.argv[1], encoding="utf-8") as file:
            report.extend(["", "## Everything else", "", "```", file.read().rstrip(), "```"])
    with open(f"{WORK}/report.md", "w", encoding="utf-8") as file:
        file.write("\n".join(report) + "\n")
    print(f"\nWritten: {WORK}/report.md")


main()
