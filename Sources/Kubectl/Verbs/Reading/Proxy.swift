/// `kubectl proxy`: left out, since there is no server here whose port could be opened.
struct Proxy: LocalVerb {
  static let name = "proxy"
  static let summary = "Run a proxy to the Kubernetes API server"
  static let usage =
    "proxy [--port=PORT] [--www=static-dir] [--www-prefix=prefix] [--api-prefix=prefix]"
  static let flags = FlagTable(
    """
    accept-hosts ^localhost$,^127\\.0\\.0\\.1$,^\\[::1\\]$
    accept-paths ^.*
    address 127.0.0.1
    api-prefix /
    append-server-path false
    disable-filter false
    keepalive 0s
    port p 8001
    reject-methods ^$
    reject-paths ^/api/.*/pods/.*/exec,^/api/.*/pods/.*/attach
    unix-socket u ''
    www w ''
    www-prefix P /static/
    """)

  init(_ invocation: Invocation) throws(UsageError) {
    throw .error(
      "podlab leaves out kubectl proxy: the API server it simulates opens no port; "
        + "kubectl port-forward leads to pods")
  }

  func plan(in context: Context) throws(Failure) -> Plan { .show([]) }
}
