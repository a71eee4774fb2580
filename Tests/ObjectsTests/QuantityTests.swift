import Objects
import Testing

@Test(arguments: [
  ("0", "0"), ("1", "1"), ("500m", "500m"), ("0.5", "500m"), ("1500m", "1500m"), ("2000m", "2"),
  ("1.5", "1500m"), ("1k", "1k"), ("1000", "1k"), ("64Mi", "64Mi"), ("1024Ki", "1Mi"),
  ("1.5Gi", "1536Mi"), ("100Ki", "100Ki"), ("2e3", "2e3"), ("0.1", "100m"), ("1E", "1E"),
  ("128974848", "128974848"), ("-1", "-1"), ("1n", "1n"), ("0.0000000001", "1n"),
])
func quantitiesPrintCanonically(text: String, canonical: String) throws {
  let quantity = try #require(Quantity(text))
  #expect(quantity.text == canonical)
  #expect(Quantity(quantity.text) == quantity)
}

@Test(arguments: ["", "m", "1.2.3", "1 Gi", "Gi", "1gi", "0x10", "1e99", "ten", "--1"])
func otherTextsAreNoQuantities(text: String) {
  #expect(Quantity(text) == nil)
}

@Test(arguments: [("0.1", "100m"), ("1Gi", "1024Mi"), ("1", "1000m"), ("1k", "1000")])
func equalAmountsAreEqualHoweverWritten(left: String, right: String) {
  #expect(Quantity(left) == Quantity(right))
}
