import Objects
import Store

/// Pods that a kubelet runs from files on its machine. What the API shows of them is a mirror:
/// deleting it changes nothing on the machine, and the kubelet puts it back.
enum StaticPod {
  static let mirrorName = "kubernetes.io/config.mirror"
  static let hashName = "kubernetes.io/config.hash"

  /// What the kubelet shows the API server of a file's pod.
  static func mirror(of file: Pod, on node: String) -> Pod {
    var pod = file
    pod.metadata.name = "\(file.metadata.name)-\(node)"
    if pod.metadata.namespace.isEmpty { pod.metadata.namespace = "default" }
    pod.metadata.annotations["kubernetes.io/config.source"] = "file"
    pod.metadata.annotations[mirrorName] = hash(of: file)
    pod.metadata.annotations[hashName] = hash(of: file)
    pod.spec.nodeName = node
    var toleration = Toleration()
    toleration.op = .exists
    toleration.effect = .noExecute
    pod.spec.tolerations = [toleration]
    return pod
  }

  /// As long as the kubelet's own, and the same for the same file on every machine.
  private static func hash(of file: Pod) -> String {
    var text = ""
    let content = GoText.of(file.document)
    for part in 0..<2 {
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325 &+ UInt64(part)
      for byte in "\(content)/\(part)".utf8 {
        hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
      }
      let digits = String(hash, radix: 16)
      text += String(repeating: "0", count: 16 - digits.count) + digits
    }
    return text
  }
}
