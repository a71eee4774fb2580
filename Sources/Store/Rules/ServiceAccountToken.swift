/// What every pod is given to show the API server who it is.
public enum ServiceAccountToken {
  /// The folder that it lies in, in each container.
  public static let folder = "/var/run/secrets/kubernetes.io/serviceaccount"
  /// How the volume is named that it comes in; five drawn characters follow.
  public static let volumePrefix = "kube-api-access-"
}
