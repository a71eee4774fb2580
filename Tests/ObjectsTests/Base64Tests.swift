import Objects
import Testing

@Suite struct Base64Tests {
  @Test(arguments: [
    ("", ""), ("a", "YQ=="), ("ab", "YWI="), ("abc", "YWJj"), ("s3cret", "czNjcmV0"),
    ("ü?>", "w7w/Pg=="),
  ])
  func goesThereAndBack(plain: String, encoded: String) {
    #expect(Base64.encode(plain) == encoded)
    #expect(Base64.text(encoded) == plain)
  }

  @Test(arguments: [("not base64", 3), ("YQ=", 3), ("YQ==YQ==", 4), ("Y", 1), ("*", 0)])
  func tellsWhereItBreaks(encoded: String, position: Int) {
    #expect(
      Base64.decode(encoded)
        == Result<[UInt8], Base64.Corruption>.failure(.init(position: position)))
  }
}
