/// Which podlab this is. A saved session names the one that made it.
public enum PodlabVersion {
  public static let text = "0.1.0"
}
