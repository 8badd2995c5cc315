"""Reads an iCalendar file with python3-icalendar, which is not ours, and prints its events as JSON."""
import json
import sys

import icalendar

with open(sys.argv[1], "rb") as file:
    calendar = icalendar.Calendar.from_ical(file.read())
events = []
for event in calendar.walk("VEVENT"):
    events.append({
        "uid": str(event["UID"]), "sequence": int(event["SEQUENCE"]), "status": str(event["STATUS"]),
        "day": event.decoded("DTSTART").isoformat(), "end": event.decoded("DTEND").isoformat(),
        "summary": str(event["SUMMARY"]), "description": str(event["DESCRIPTION"]),
        "stamp": event.decoded("DTSTAMP").isoformat(), "changed": event.decoded("LAST-MODIFIED").isoformat(),
        "alarms": [alarm.decoded("TRIGGER").total_seconds() for alarm in event.walk("VALARM")],
    })
print(json.dumps({"method": str(calendar["METHOD"]), "version": str(calendar["VERSION"]),
                  "name": str(calendar["X-WR-CALNAME"]), "events": events}))
