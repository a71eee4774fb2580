import Engine
import Testing

@Test(arguments: [
  (0, "1970-01-01T00:00:00Z", "Thu, 01 Jan 1970 00:00:00 +0000"),
  (951_782_400, "2000-02-29T00:00:00Z", "Tue, 29 Feb 2000 00:00:00 +0000"),
  (1_767_268_840, "2026-01-01T12:00:40Z", "Thu, 01 Jan 2026 12:00:40 +0000"),
  (4_102_444_799, "2099-12-31T23:59:59Z", "Thu, 31 Dec 2099 23:59:59 +0000"),
])
func momentsReadAsTheAPIWritesThem(seconds: Int64, rfc3339: String, rfc1123: String) {
  let time = SimTime(milliseconds: seconds * 1000)
  #expect(time.rfc3339 == rfc3339)
  #expect(time.rfc1123 == rfc1123)
  #expect(SimTime(rfc3339: rfc3339) == time)
}

@Test func everyDayOfFourCenturiesComesBack() {
  for day in stride(from: Int64(-73_000), to: 73_000, by: 7) {
    let time = SimTime(milliseconds: day * 86_400_000)
    let parts = time.calendar
    #expect(SimTime(year: parts.year, month: parts.month, day: parts.day) == time)
  }
}

@Test(arguments: ["", "2026", "2026-13-01T00:00:00Z", "2026-01-01 00:00:00", "2026-01-01T00:00:00"])
func otherTextsAreNoMoments(text: String) {
  #expect(SimTime(rfc3339: text) == nil)
}
