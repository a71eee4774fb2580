import Engine
import Objects
import Testing

private func moment(_ text: String) -> SimTime {
  SimTime(rfc3339: text) ?? SimTime(milliseconds: 0)
}

/// Each row: a schedule, a moment, and the run after it. 2026-01-01 is a Thursday.
@Test(arguments: [
  ("* * * * *", "2026-01-01T12:00:40Z", "2026-01-01T12:01:00Z"),
  ("* * * * *", "2026-01-01T12:01:00Z", "2026-01-01T12:02:00Z"),
  ("*/15 * * * *", "2026-01-01T12:46:00Z", "2026-01-01T13:00:00Z"),
  ("7/20 * * * *", "2026-01-01T12:08:00Z", "2026-01-01T12:27:00Z"),
  ("5-10/5,50 * * * *", "2026-01-01T12:10:00Z", "2026-01-01T12:50:00Z"),
  ("0 3 * * *", "2026-01-01T12:00:40Z", "2026-01-02T03:00:00Z"),
  ("30 6-16/4 * * 1-5", "2026-01-02T15:00:00Z", "2026-01-05T06:30:00Z"),
  ("0 0 * * sun", "2026-01-01T00:00:00Z", "2026-01-04T00:00:00Z"),
  ("0 0 * * MON-WED", "2026-01-01T00:00:00Z", "2026-01-05T00:00:00Z"),
  ("0 0 1 mar *", "2026-01-01T00:00:00Z", "2026-03-01T00:00:00Z"),
  ("0 0 31 * *", "2026-01-31T00:00:00Z", "2026-03-31T00:00:00Z"),
  ("0 0 29 2 *", "2026-01-01T00:00:00Z", "2028-02-29T00:00:00Z"),
  // Both day fields are restricted: either will do.
  ("0 0 13 * fri", "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z"),
  ("0 0 13 * fri", "2026-01-10T00:00:00Z", "2026-01-13T00:00:00Z"),
  // One is open: the other decides.
  ("0 0 ? * fri", "2026-01-03T00:00:00Z", "2026-01-09T00:00:00Z"),
  // A step makes a field restricted.
  ("0 0 */2 * sun", "2026-01-03T00:00:00Z", "2026-01-04T00:00:00Z"),
  ("59 23 31 12 *", "2026-12-31T23:59:00Z", "2027-12-31T23:59:00Z"),
  ("@hourly", "2026-01-01T12:00:00Z", "2026-01-01T13:00:00Z"),
  ("@daily", "2026-01-01T12:00:00Z", "2026-01-02T00:00:00Z"),
  ("@midnight", "2026-01-01T12:00:00Z", "2026-01-02T00:00:00Z"),
  ("@weekly", "2026-01-01T12:00:00Z", "2026-01-04T00:00:00Z"),
  ("@monthly", "2026-01-01T12:00:00Z", "2026-02-01T00:00:00Z"),
  ("@yearly", "2026-01-01T12:00:00Z", "2027-01-01T00:00:00Z"),
  ("@every 1h30m", "2026-01-01T12:00:40Z", "2026-01-01T13:30:40Z"),
])
func schedulesRun(schedule: String, after: String, at expected: String) throws {
  let next = try CronSchedule(schedule).next(after: moment(after), in: .utc)
  #expect(next?.rfc3339 == expected)
}

@Test func aDayThatNeverComesIsNever() throws {
  #expect(try CronSchedule("0 0 31 2 *").next(after: .worldBegins, in: .utc) == nil)
}

@Test(arguments: [
  ("* * * *", "expected exactly 5 fields, found 4: [* * * *]"),
  ("* * * * * *", "expected exactly 5 fields, found 6: [* * * * * *]"),
  ("60 * * * *", "end of range (60) above maximum (59): 60"),
  ("* * 0 * *", "beginning of range (0) below minimum (1): 0"),
  ("* 10-5 * * *", "beginning of range (10) beyond end of range (5): 10-5"),
  ("*/0 * * * *", "step of range should be a positive number: */0"),
  ("1-2-3 * * * *", "too many hyphens: 1-2-3"),
  ("1/2/3 * * * *", "too many slashes: 1/2/3"),
  (
    "every * * * *",
    "failed to parse int from every: strconv.Atoi: parsing \"every\": invalid syntax"
  ),
  ("@often", "unrecognized descriptor: @often"),
])
func badSchedulesAreRefused(schedule: String, message: String) {
  #expect {
    try CronSchedule(schedule)
  } throws: { ($0 as? CronSchedule.Problem)?.message == message }
}

/// Each row: a zone, a moment, and what its clocks show then.
@Test(arguments: [
  ("UTC", "2026-07-01T12:00:00Z", "2026-07-01T12:00:00Z"),
  ("Etc/GMT+5", "2026-07-01T12:00:00Z", "2026-07-01T07:00:00-05:00"),
  ("Asia/Kolkata", "2026-07-01T12:00:00Z", "2026-07-01T17:30:00+05:30"),
  ("Europe/Berlin", "2026-03-29T00:59:59Z", "2026-03-29T01:59:59+01:00"),
  ("Europe/Berlin", "2026-03-29T01:00:00Z", "2026-03-29T03:00:00+02:00"),
  ("Europe/Berlin", "2026-10-25T00:59:59Z", "2026-10-25T02:59:59+02:00"),
  ("Europe/Berlin", "2026-10-25T01:00:00Z", "2026-10-25T02:00:00+01:00"),
  ("America/New_York", "2026-03-08T06:59:59Z", "2026-03-08T01:59:59-05:00"),
  ("America/New_York", "2026-03-08T07:00:00Z", "2026-03-08T03:00:00-04:00"),
  ("America/New_York", "2026-11-01T06:00:00Z", "2026-11-01T01:00:00-05:00"),
  ("Australia/Sydney", "2026-01-01T00:00:00Z", "2026-01-01T11:00:00+11:00"),
  ("Australia/Sydney", "2026-04-04T15:59:59Z", "2026-04-05T02:59:59+11:00"),
  ("Australia/Sydney", "2026-04-04T16:00:00Z", "2026-04-05T02:00:00+10:00"),
  ("Pacific/Auckland", "2026-09-26T14:00:00Z", "2026-09-27T03:00:00+13:00"),
])
func zonesShow(zone: String, time: String, local: String) throws {
  let rules = try #require(TimeZoneRules(zone))
  #expect(rules.rfc3339(moment(time)) == local)
}

@Test(arguments: ["Mars/Olympus", "Etc/GMT+99", "Etc/GMTx", "", "europe/berlin"])
func otherZonesAreUnknown(zone: String) { #expect(TimeZoneRules(zone) == nil) }

@Test(arguments: [
  // 02:30 does not exist on the day the clocks go forward.
  ("30 2 * * *", "2026-03-28T12:00:00Z", "2026-03-30T00:30:00Z"),
  // It comes twice on the day they go back: the first counts.
  ("30 2 * * *", "2026-10-24T12:00:00Z", "2026-10-25T00:30:00Z"),
  ("30 2 * * *", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"),
  ("0 9 * * mon", "2026-01-01T12:00:00Z", "2026-01-05T08:00:00Z"),
])
func schedulesFollowTheClocksOfTheirZone(schedule: String, after: String, at: String) throws {
  let zone = try #require(TimeZoneRules("Europe/Berlin"))
  #expect(try CronSchedule(schedule).next(after: moment(after), in: zone)?.rfc3339 == at)
}
