import Engine
import Testing

@Suite struct UniqueIdentifierTests {
  @Test func textsComeBack() {
    var random = SeededRandom(seed: 7)
    for _ in 0..<200 {
      let drawn = random.uniqueIdentifier()
      #expect(UniqueIdentifier(drawn.text) == drawn)
      let digits = Array(drawn.text)
      #expect(digits.count == 36)
      #expect(digits[14] == "4", "the version")
      #expect("89ab".contains(digits[19]), "the variant")
    }
  }

  @Test(arguments: [
    "", "web", "8a6e0804-2bd0-4672-b79d-d97027f9071", "8a6e0804-2bd0-4672-b79d-d97027f9071ab",
    "8A6E0804-2bd0-4672-b79d-d97027f9071a", "8a6e08042bd0-4672-b79d-d97027f9071a-",
    "8a6e0804-2bd0-4672-b79d-d97027f9071g", "8a6e0804-2bd0-4672-b79d-d97027f9071é",
  ])
  func otherTextsAreRefused(text: String) {
    #expect(UniqueIdentifier(text) == nil)
  }
}
