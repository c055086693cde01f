#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What another program makes of our calendars: every entry is read, at the right time, with its text as it stands in the map. `make check-all` runs it.
cd "$(dirname "$0")/.." || exit 4
speelveld=${SPEELVELD:-$PWD/build/speelveld}
python=/usr/bin/python3
if ! $python -c 'import icalendar' 2>/dev/null; then
    echo "skip: python3-icalendar is not installed (apt-get install python3-icalendar)"
    echo "calendar: 0 passed, 0 failed, 1 skipped"
    exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

# A map in which every text tries to be something else.
mkdir "$work/hostile"
cat >"$work/hostile/Actoren.csv" <<'ACTORS'
id;naam;soort;eigen;macht
wij;Wij;;ja;
vrager;"Raadslid ""De, Vrager""; met
END:VEVENT";raadslid;;3
lang;Ω𝄞 heel lang Ω𝄞Ω𝄞Ω𝄞Ω𝄞Ω𝄞Ω𝄞Ω𝄞Ω𝄞Ω𝄞Ω𝄞Ω𝄞Ω𝄞Ω𝄞Ω𝄞Ω𝄞Ω𝄞Ω𝄞Ω𝄞Ω𝄞;raadslid;;3
ACTORS
printf 'van;naar\nwij;vrager\n' >"$work/hostile/Relaties.csv"
printf 'id;titel;bevoegd;besluitdatum\np;"Plein\\; park, en; meer";raad;1-4-2027\n' >"$work/hostile/Vraagstukken.csv"
cat >"$work/hostile/Agenda.csv" <<'EVENTS'
datum;tijd;titel;soort;fase;inspreken_tot;plaats;vraagstuk;aanwezig
27-03-2027;20:00;Winter;commissie;oordeelsvormend;26-03-2027;"Zaal 1, boven; links";p;
29-03-2027;20:00;Zomer;commissie;oordeelsvormend;;;p;
EVENTS

# Reads CALENDAR beside the JSON of the same answer; says what is wrong, and ends with how much was right and wrong.
cat >"$work/read.py" <<'READ'
import datetime, json, sys, zoneinfo
import icalendar

right = wrong = 0
def check(fine, what):
    global right, wrong
    if fine:
        right += 1
    else:
        wrong += 1
        print("---", what)

answer = json.load(open(sys.argv[2], encoding="utf-8"))
calendar = icalendar.Calendar.from_ical(open(sys.argv[1], "rb").read())
entries = calendar.walk("VEVENT")
home = zoneinfo.ZoneInfo("Europe/Amsterdam")
check(str(calendar["VERSION"]) == "2.0" and "PRODID" in calendar, "version and program")
check(str(calendar["X-WR-CALNAME"]) == (answer["map"] or "speelveld"), "the name of the calendar")
check(len({str(e["UID"]) for e in entries}) == len(entries), "two entries have one UID")
for entry in entries:
    name = str(entry.get("SUMMARY"))
    check(not entry.errors, "%s: %s" % (name, entry.errors))
    start = entry.decoded("DTSTART")
    check(entry.decoded("DTSTAMP").tzinfo is not None, name + ": the stamp has no time zone")
    if isinstance(start, datetime.datetime):
        there = start.replace(tzinfo=home)
        check(start.utcoffset() == there.utcoffset(), "%s: %s is not the time in the Netherlands" % (name, start))
        check(str(start.date()) >= answer["as_of"], name + " is past")
    else:
        check(entry.decoded("DTEND") - start == datetime.timedelta(days=1), name + ": a day is not one day long")
        check(str(start) >= answer["as_of"], name + " is past")
    alarms = entry.walk("VALARM")
    check(len(alarms) == 1 and alarms[0].decoded("TRIGGER") < datetime.timedelta(0), name + ": no reminder before it begins")

summaries = [str(e["SUMMARY"]) for e in entries]
clean = lambda text: " ".join(text.split())
for turn in answer["turns"]:
    check(sum(clean(turn["who"]["name"]) in clean(s) for s in summaries) >= 1, turn["who"]["name"] + " is not in the calendar")
for moment in answer["moments"]:
    if moment["day"] >= answer["as_of"] and moment["event"]:
        check(any(moment["event"] in s for s in summaries), moment["event"] + " is not in the calendar")
for entry in entries:
    if str(entry.get("SUMMARY")) == "Winter":
        check(str(entry["LOCATION"]) == "Zaal 1, boven; links", "the place came back as " + str(entry["LOCATION"]))
        check(entry.decoded("DTSTART").utcoffset() == datetime.timedelta(hours=1), "winter time")
    if str(entry.get("SUMMARY")) == "Zomer":
        check(entry.decoded("DTSTART").utcoffset() == datetime.timedelta(hours=2), "summer time")
print("%d %d" % (right, wrong))
READ

# try NAME MAP OPTIONS…
try() {
    name=$1
    shift
    if "$speelveld" contacts "$@" --top 0 --ics "$work/$name.ics" --format json --lang en >"$work/$name.json" 2>"$work/said"; then
        $python "$work/read.py" "$work/$name.ics" "$work/$name.json" >"$work/read" 2>&1
        sed '$d' "$work/read"
        # shellcheck disable=SC2046
        set -- $(tail -n 1 "$work/read")
        case $1$2 in
            *[!0-9]*|'') cat "$work/read"; failed=$((failed + 1)) ;;
            *) passed=$((passed + $1)) failed=$((failed + $2)) ;;
        esac
    else
        cat "$work/said"
        failed=$((failed + 1))
    fi
}

try council data/waterrijk --issue huis-van-de-wijk --as-of 2026-10-01
try executive data/waterrijk --issue meedoenregeling --as-of 2026-10-01 --audience private
try hostile "$work/hostile" --issue p --as-of 2027-03-01
echo "calendar: $passed passed, $failed failed"
[ $failed -eq 0 ]
