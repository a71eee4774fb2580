/// A world to experiment in.
public struct Scenario: Sendable {
  public var id: String
  public var title: String
  /// `default`, or the name of a file of nodes beside it.
  public var cluster: String
  /// What there is to see, as Markdown.
  public var text: String
  /// Files that lie ready.
  public var files: [LessonFile]
  /// What makes the world.
  public var setup: [Script]
  /// Things to try, each as Markdown.
  public var ideas: [String]

  public static let fewestIdeas = 3
}
