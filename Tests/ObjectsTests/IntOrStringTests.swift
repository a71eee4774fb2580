import Objects
import Testing

@Suite struct IntOrStringTests {
  @Test(arguments: [
    (IntOrString.int(3), 10, 3, 3),
    (.string("25%"), 10, 3, 2),
    (.string("0%"), 10, 0, 0),
    (.string("nine"), 10, 0, 0),
    // Nothing that the API lets in overflows.
    (
      .string("9223372036854775807%"), 2_147_483_647, 46_116_860_141_324_207, 46_116_860_141_324_206
    ),
  ])
  func countsAShare(_ count: IntOrString, of total: Int, up: Int, down: Int) {
    #expect(count.count(of: total, roundingUp: true) == up)
    #expect(count.count(of: total, roundingUp: false) == down)
  }
}
