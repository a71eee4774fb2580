import Engine
import Testing

@Test(arguments: [
  (-5, "<invalid>"), (-1, "0s"), (0, "0s"), (119, "119s"), (120, "2m"), (330, "5m30s"),
  (599, "9m59s"), (600, "10m"), (10_799, "179m"), (10_800, "3h"), (14_460, "4h1m"),
  (28_799, "7h59m"), (28_800, "8h"), (172_799, "47h"), (172_800, "2d"), (176_400, "2d1h"),
  (691_200, "8d"), (62_985_600, "729d"), (63_072_000, "2y"), (63_417_600, "2y4d"),
  (252_288_000, "8y"),
])
func agesReadAsKubectlPrintsThem(seconds: Int64, text: String) {
  #expect(SimSpan.seconds(seconds).ageText == text)
}

@Test(arguments: [
  ("300ms", 300, "300ms"), ("5s", 5000, "5s"), ("1m30s", 90_000, "1m30s"), ("90s", 90_000, "1m30s"),
  ("1.5h", 5_400_000, "1h30m0s"), ("0", 0, "0s"), ("1.25s", 1250, "1.25s"),
  ("-2m", -120_000, "-2m0s"),
])
func durationsReadAsGoWritesThem(text: String, milliseconds: Int64, printed: String) throws {
  let span = try #require(SimSpan(goText: text))
  #expect(span.milliseconds == milliseconds)
  #expect(span.goText == printed)
}

@Test(arguments: ["", "5", "s", "5x", "1h 2m", "1..5s", "9e99h"])
func otherTextsAreNoDurations(text: String) {
  #expect(SimSpan(goText: text) == nil)
}
