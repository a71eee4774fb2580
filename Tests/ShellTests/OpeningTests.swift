import Testing

@testable import Shell

@Suite("What a session shows before its world is made")
struct OpeningTests {
  @Test("The first prompt is the one that the session would show", arguments: [true, false])
  func firstPrompt(usesColour: Bool) {
    let opening = Opening(.standard(), host: Host())
    #expect(
      opening.prompt(usesColour: usesColour) == opening.session().prompt(usesColour: usesColour))
  }

  @Test("Nothing is promised of somebody's own hardware")
  func ownHardware() {
    let opening = Opening(ClusterStart(nodes: []), host: Host())
    #expect(opening.prompt(usesColour: false) == nil)
  }
}
