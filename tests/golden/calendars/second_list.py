#!/usr/bin/env python3
"""Writes second_list.csv: the public holidays of 2024 to 2032 once more, to hold against the calendars.

It shares nothing with the program: the Easter Sundays are a table, Saturdays and Mondays are looked up in a
month sheet, and what differs in one year is written out by its date. The same people read the same statutes
for both, so an error of reading can be in both; README.md says what else was held against them.

A line of PLAIN is: W±n and O±n days from western and orthodox Easter, D.M a fixed day, n.WEEKDAY.M the n-th
weekday of a month (-1 the last), SAT20.6 the first Saturday from 20 June on.
"""
import calendar
import csv
import datetime
import pathlib
import sys

YEARS = range(2024, 2033)
WEST = dict(zip(YEARS, "31.3 20.4 5.4 28.3 16.4 1.4 21.4 13.4 28.3".split()))
ORTHODOX = dict(zip(YEARS, "5.5 20.4 12.4 2.5 16.4 8.4 28.4 13.4 2.5".split()))
WEEKDAYS = ["MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN"]

PLAIN = {
    "AT": "1.1 6.1 W+1 1.5 W+39 W+50 W+60 15.8 26.10 1.11 8.12 25.12 26.12",
    "BE": "1.1 W+1 1.5 W+39 W+50 21.7 15.8 1.11 11.11 25.12",
    "BG": "1.1 3.3 O-2 O-1 O+0 O+1 1.5 6.5 24.5 6.9 22.9 24.12 25.12 26.12",
    "CY": "1.1 6.1 O-48 25.3 1.4 O-2 O+1 1.5 O+50 15.8 1.10 28.10 24.12 25.12 26.12",
    "CZ": "1.1 W-2 W+1 1.5 8.5 5.7 6.7 28.9 28.10 17.11 24.12 25.12 26.12",
    "DE": "1.1 W-2 W+1 1.5 W+39 W+50 3.10 25.12 26.12",
    "DK": "1.1 W-3 W-2 W+0 W+1 W+39 W+49 W+50 25.12 26.12",
    "EE": "1.1 24.2 W-2 W+0 1.5 W+49 23.6 24.6 20.8 24.12 25.12 26.12",
    "EL": "1.1 6.1 O-48 25.3 O-2 O+0 O+1 1.5 O+49 O+50 15.8 28.10 25.12 26.12",
    "ES": "1.1 6.1 W-2 1.5 15.8 12.10 1.11 6.12 8.12 25.12",
    "FI": "1.1 6.1 W-2 W+0 W+1 1.5 W+39 W+49 FRI19.6 SAT20.6 SAT31.10 6.12 24.12 25.12 26.12",
    "FR": "1.1 W+1 1.5 8.5 W+39 W+50 14.7 15.8 1.11 11.11 25.12",
    "HR": "1.1 6.1 W+0 W+1 1.5 30.5 W+60 22.6 5.8 15.8 1.11 18.11 25.12 26.12",
    "HU": "1.1 15.3 W-2 W+0 W+1 1.5 W+49 W+50 20.8 23.10 1.11 25.12 26.12",
    "IE": "1.1 17.3 W+1 1.MON.5 1.MON.6 1.MON.8 -1.MON.10 25.12 26.12",
    "IT": "1.1 6.1 W+0 W+1 25.4 1.5 2.6 15.8 1.11 8.12 25.12 26.12",
    "LT": "1.1 16.2 11.3 W+0 W+1 1.5 1.SUN.5 1.SUN.6 24.6 6.7 15.8 1.11 2.11 24.12 25.12 26.12",
    "LU": "1.1 W+1 1.5 9.5 W+39 W+50 23.6 15.8 1.11 25.12 26.12",
    "LV": "1.1 W-2 W+0 W+1 1.5 4.5 2.SUN.5 W+49 23.6 24.6 18.11 24.12 25.12 26.12 31.12",
    "MT": "1.1 10.2 19.3 31.3 W-2 1.5 7.6 29.6 15.8 8.9 21.9 8.12 13.12 25.12",
    "NL": "1.1 W-2 W+0 W+1 27.4 5.5 W+39 W+49 W+50 25.12 26.12",
    "PL": "1.1 6.1 W+0 W+1 1.5 3.5 W+49 W+60 15.8 1.11 11.11 24.12 25.12 26.12",
    "PT": "1.1 W-2 W+0 25.4 1.5 W+60 10.6 15.8 5.10 1.11 1.12 8.12 25.12",
    "RO": "1.1 2.1 6.1 7.1 24.1 O-2 O+0 O+1 1.5 1.6 O+49 O+50 15.8 30.11 1.12 25.12 26.12",
    "SE": "1.1 6.1 W-2 W+0 W+1 1.5 W+39 6.6 W+49 SAT20.6 SAT31.10 25.12 26.12",
    "SI": "1.1 2.1 8.2 W+0 W+1 27.4 1.5 2.5 W+49 25.6 15.8 31.10 1.11 25.12 26.12",
    "SK": "1.1 6.1 W-2 W+1 1.5 5.7 29.8 1.11 24.12 25.12 26.12",
}

MORE = {
    "BE": "2026-11-02",
    "IE": "2024-02-05 2025-02-03 2026-02-02 2027-02-01 2028-02-07 2029-02-05 2030-02-01 2031-02-03 2032-02-02",
    "IT": "2026-10-04 2027-10-04 2028-10-04 2029-10-04 2030-10-04 2031-10-04 2032-10-04",
    "LV": "2024-05-06 2025-05-05 2026-01-02 2026-06-22 2028-11-20 2029-11-19 2030-05-06 2031-05-05",
    "NL": "2025-04-26 2025-05-30 2031-04-26",
    "SK": "2024-05-08 2025-05-08 2024-09-15 2025-09-15 2024-11-17",
}

LESS = {
    "EL": "2024-05-01",
    "NL": "2025-04-27 2031-04-27",
    "PL": "2024-12-24",
    "SK": "2026-01-06",
}

INSTITUTIONS = """
2025-01-01 2025-01-02 2025-04-17 2025-04-18 2025-04-21 2025-05-01 2025-05-09 2025-05-29 2025-05-30 2025-06-09
2025-07-21 2025-08-15 2025-12-24 2025-12-25 2025-12-26 2025-12-27 2025-12-28 2025-12-29 2025-12-30 2025-12-31
2026-01-01 2026-01-02 2026-04-02 2026-04-03 2026-04-06 2026-05-01 2026-05-14 2026-05-15 2026-05-25 2026-07-21
2026-11-02 2026-12-24 2026-12-25 2026-12-26 2026-12-27 2026-12-28 2026-12-29 2026-12-30 2026-12-31
2027-01-01 2027-03-25 2027-03-26 2027-03-29 2027-05-06 2027-05-07 2027-05-17 2027-07-21 2027-11-01 2027-11-02
2027-12-23 2027-12-24 2027-12-25 2027-12-26 2027-12-27 2027-12-28 2027-12-29 2027-12-30 2027-12-31
"""


def plain_date(text, year):
    day, month = text.split(".")
    return datetime.date(year, int(month), int(day))


def token_date(token, year):
    if token[0] in "WO" and token[1] in "+-":
        table = WEST if token[0] == "W" else ORTHODOX
        return plain_date(table[year], year) + datetime.timedelta(int(token[1:]))
    if token[:3] in WEEKDAYS:
        day = plain_date(token[3:], year)
        while day.weekday() != WEEKDAYS.index(token[:3]):
            day += datetime.timedelta(1)
        return day
    if token.count(".") == 2:
        place, weekday, month = token.split(".")
        column = [week[WEEKDAYS.index(weekday)] for week in calendar.monthcalendar(year, int(month))]
        days = [day for day in column if day]
        return datetime.date(year, int(month), days[int(place) if place == "-1" else int(place) - 1])
    return plain_date(token, year)


def rows():
    for country, line in PLAIN.items():
        days = {}
        for year in YEARS:
            for token in line.split():
                days.setdefault(token_date(token, year).isoformat(), token)
        for day in MORE.get(country, "").split():
            days.setdefault(day, "written out")
        for day in LESS.get(country, "").split():
            del days[day]
        yield from ((country, day, token) for day, token in sorted(days.items()))
    yield from (("EU-INSTITUTIONS", day, "written out") for day in INSTITUTIONS.split())


def main():
    target = pathlib.Path(__file__).with_suffix(".csv") if len(sys.argv) < 2 else pathlib.Path(sys.argv[1])
    with target.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("country", "day", "name"))
        writer.writerows(rows())


if __name__ == "__main__":
    main()
