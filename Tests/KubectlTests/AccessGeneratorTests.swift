import Kubectl
import Testing

/// Mistakes in the lines that make ingresses, roles and bindings, in kubectl's words.
@Suite struct AccessGeneratorTests {
  @Test(arguments: [
    (
      "create ingress a --rule=foo",
      "rule foo is invalid and should be in format host/path=svcname:svcport[,tls[=secret]]"
    ),
    (
      "create ingress a --rule=h/x=s.d:80",
      "rule h/x=s.d:80 is invalid and should be in format "
        + "host/path=svcname:svcport[,tls[=secret]]"
    ),
    (
      "create ingress a --default-backend=def",
      "default-backend should be in format servicename:serviceport"
    ),
    (
      "create ingress a --rule=h/x=s:80 --annotation=foo",
      "annotation foo is invalid and should be in format key=[value]"
    ),
    ("create role r", "at least one verb must be specified"),
    ("create role r --verb=get", "at least one resource must be specified"),
    ("create clusterrole r --verb=get", "one of resource or nonResourceURL must be specified"),
    (
      "create clusterrole r --aggregation-rule=a=b --verb=get",
      "aggregation rule must be specified without nonResourceURLs, verbs, resources or "
        + "resourceNames"
    ),
    ("create rolebinding b", "exactly one of clusterrole or role must be specified"),
    (
      "create rolebinding b --role=x --clusterrole=y",
      "exactly one of clusterrole or role must be specified"
    ),
    (
      "create rolebinding b --clusterrole=x --serviceaccount=sa",
      "serviceaccount must be <namespace>:<name>"
    ),
    ("create clusterrolebinding b", "required flag(s) \"clusterrole\" not set"),
    ("auth can-i --list pods", "list option must be specified with no arguments"),
    (
      "auth can-i --list -A",
      "list option can't be specified with neither quiet, all-namespaces nor subresource options"
    ),
    (
      "auth can-i get /x --subresource=x",
      "--subresource can not be used with NonResourceURL"
    ),
  ])
  func mistakesAreWordedAsKubectlDoes(_ line: String, _ message: String) throws {
    #expect(try Fixture().text(line) == "error: \(message)\n")
  }
}
