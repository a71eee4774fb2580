import Manifests
import Objects

/// What somebody wants to be different in an object that kubectl generates.
struct Override: Sendable {
  /// `--override-type`
  private enum Method: String {
    case json
    /// Lists are replaced as a whole.
    case merge
    /// Lists are merged by the keys of their items.
    case strategic
  }

  private let value: APIValue
  private let method: Method

  /// Nil where nothing is to be different.
  init?(_ text: String?, type: String?) throws(UsageError) {
    guard let text, !text.isEmpty else { return nil }
    guard let method = Method(rawValue: type ?? Method.merge.rawValue) else {
      throw .error("invalid override type: \(type ?? "")")
    }
    self.method = method
    do throws(ManifestError) {
      value = try JSON.decode(text)
    } catch {
      throw .error("Invalid JSON Patch")
    }
  }

  func applied(to document: APIValue, of kind: Kind) throws(Failure) -> APIValue {
    switch method {
    case .merge: return MergePatch.merge(value, into: document)
    case .strategic: return StrategicMerge.merge(value, into: document, kind: kind.rawValue)
    case .json:
      do throws(JSONPatch.Problem) {
        return try JSONPatch.apply(value, to: document)
      } catch {
        throw .error(error.message)
      }
    }
  }
}
