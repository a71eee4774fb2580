import ArgumentParser
import Shell

/// Options that every way of starting takes.
struct CommonOptions: ParsableArguments {
  @Option(name: .long, help: "A file of Node objects: the machines of the cluster.")
  var nodes: String?

  @Option(name: .long, help: "Where chance begins; the same seed goes the same way.")
  var seed: UInt64 = 1

  @Flag(name: .long, help: "No colour, no line editor.")
  var plain = false

  /// The cluster to begin with; ends the program when the file is no hardware.
  func start() throws -> ClusterStart {
    guard let path = nodes else { return .standard(seed: seed) }
    let text: String
    do throws(HostProblem) {
      text = try LocalFiles.read(path)
    } catch {
      throw ValidationError("\(path): \(error.message)")
    }
    do throws(NodeFile.Problem) {
      return ClusterStart(seed: seed, nodes: try NodeFile.nodes(in: text))
    } catch {
      throw ValidationError("\(path): \(error.message)")
    }
  }
}
