import Testing

@testable import Shell

private let metrics = "metrics-server-6d8b6f49bb-ccxf8"

@Suite struct CompletionTests {
  @Test(arguments: [
    ("adv", ["advance"], 0),
    ("why no", ["nodes"], 4),
    ("why node/w", ["node/worker-1", "node/worker-2", "node/worker-3"], 4),
    ("add ", ["autoscaler", "image", "node", "static-pod"], 4), ("remove a", ["autoscaler"], 7),
    ("autoscale deploy", ["deployments"], 10),
    ("remove node worker-", ["worker-1", "worker-2", "worker-3"], 12),
    (
      "fail ",
      [
        "component", "container", "disk", "kube-proxy", "kubelet", "memory", "node", "registry",
        "runtime", "zone",
      ], 5
    ),
    ("get nodes wor", ["worker-1", "worker-2", "worker-3"], 10),
    ("kubectl get nodes wor", ["worker-1", "worker-2", "worker-3"], 18),
    ("get pods -n kube-s", ["kube-system"], 12),
    ("get pods --namespace=kube-s", ["--namespace=kube-system"], 9),
    ("get nodes -o js", ["json", "jsonpath-as-json=", "jsonpath-file=", "jsonpath="], 13),
    ("get nodes | gr", ["grep"], 12),
    ("echo $(get nodes wor", ["worker-1", "worker-2", "worker-3"], 17),
    ("get deploy", ["deployments"], 4),
    ("glossary node", ["node", "node-pressure", "node-selector", "nodeport"], 9),
    ("nonsense x", [], 9),
    ("get svc", ["svc"], 4), ("get pods,serv", ["pods,serviceaccounts", "pods,services"], 4),
    ("-n kube-system get pods metr", ["metrics-server-6d8b6f49bb-ccxf8"], 24),
    ("rollout status d", ["daemonsets", "deployments"], 15),
    ("delete pods --cascade=f", ["--cascade=foreground"], 12),
    (
      "create deployment web --dry-run=",
      ["--dry-run=client", "--dry-run=none", "--dry-run=server"], 22
    ),
    ("get pods -n kube-system -l k8s-app=kube-", ["k8s-app=kube-dns", "k8s-app=kube-proxy"], 27),
    ("get pods --field-selector status.ph", ["status.phase="], 26),
    ("get pods --field-selector=status.phase=R", ["--field-selector=status.phase=Running"], 9),
    ("wait node/worker-1 --for condition=R", ["condition=Ready"], 25),
    ("top node --sort-by ", ["cpu", "memory"], 19),
    ("explain pods.spec.nodeN", ["pods.spec.nodeName"], 8),
    (
      "explain deploy.spec.strategy.rollingUpdate.maxS",
      ["deploy.spec.strategy.rollingUpdate.maxSurge"], 8
    ),
    ("config use-context k", ["kubernetes-admin@kubernetes"], 19),
    ("label nodes worker-1 kubernetes.io/os", ["kubernetes.io/os-", "kubernetes.io/os="], 21),
    ("set image -n kube-system daemonset/kube-proxy kube", ["kube-proxy="], 46),
    ("logs deploym", ["deployment/"], 5),
    ("rollout s", ["status"], 8), ("apply --server", ["--server", "--server-side"], 6),
    ("auth can-i del", ["delete"], 11),
    ("watch kubectl get nodes wor", ["worker-1", "worker-2", "worker-3"], 24),
    ("if kubectl get nodes wor", ["worker-1", "worker-2", "worker-3"], 21),
    ("dscr", ["describe"], 0), ("get nodes er-2", ["worker-2"], 10), ("get NODE", ["nodes"], 4),
    ("get nodes wkr3", ["worker-3"], 10), ("get -n kube-system pods mtrs", [metrics], 24),
    ("get -n kube-system pods/ServER", ["pods/" + metrics], 19), ("get nodes rkx", [], 10),
  ])
  func completes(_ line: String, _ texts: [String], _ start: Int) throws {
    let session = Session(.standard(), manner: .interactive, host: Host())
    let list = session.completions(of: line)
    #expect(list.candidates.map(\.text) == texts)
    #expect(list.start == start)
  }

  @Test func aliasesCompleteAsWhatTheyStandFor() {
    var session = Session(.standard(), manner: .interactive, host: Host())
    session.run("alias kgn='kubectl get nodes'")
    #expect(session.completions(of: "kgn worker-1").candidates.map(\.text) == ["worker-1"])
    #expect(session.completions(of: "kg").candidates.map(\.note) == ["kubectl get nodes"])
  }

  @Test func namesAreShownWithWhatTellsThemApart() throws {
    var session = Session(.standard(), manner: .interactive, host: Host())
    let nodes = session.completions(of: "get nodes ").candidates
    #expect(nodes.map(\.note) == ["Ready  control-plane", "Ready", "Ready", "Ready"])
    session.run("create deployment web --image=nginx; create deployment api --image=nosuch/image")
    session.run("advance 30s")
    let pods = session.completions(of: "describe pod ").candidates
    #expect(pods.count == 2)
    let failing = try #require(pods.first?.note)
    #expect(failing.hasPrefix("ImagePullBackOff  worker-") || failing.hasPrefix("ErrImagePull"))
    let running = try #require(pods.last?.note)
    #expect(running.hasPrefix("Running"))
    #expect(running.contains("  worker-"))
    #expect(session.completions(of: "get deploy w").candidates.map(\.note) == ["1/1 ready"])
  }

  /// A flag is shown with its letter and what it does.
  @Test func flagsAreExplained() throws {
    let session = Session(.standard(), manner: .interactive, host: Host())
    let flag = try #require(session.completions(of: "get pods --all-n").candidates.first)
    #expect(flag.note.hasPrefix("-A  Look in every namespace at once"))
  }

  @Test(arguments: [
    ("exec we", ["web-0"]), ("exec web-0 -c ", ["helper", "web"]),
    ("exec statefulset/web -c h", ["helper"]), ("logs -f web-0 -c w", ["web"]),
    ("exec web-0 -- hostn", ["hostname"]),
    ("exec web-0 -c helper -- cat /etc/resol", ["/etc/resolv.conf"]),
    ("cp we", ["web-0:"]), ("cp web-0:/etc/hostn", ["web-0:/etc/hostname"]),
    ("cp web-0:/et", ["web-0:/etc/"]), ("curl local", ["localhost:8080"]),
    ("curl worker-1", ["worker-1"]), ("remove fo", ["forward"]),
  ])
  func completesWhatIsInside(_ line: String, _ texts: [String]) throws {
    var session = Session(.standard(), manner: .interactive, host: Host())
    session.run(
      """
      apply -f - <<'EOF'
      apiVersion: apps/v1
      kind: StatefulSet
      metadata: {name: web}
      spec:
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            containers:
            - {name: web, image: "nginx:1.27"}
            - {name: helper, image: "busybox:1.36", command: [sleep, "9999"]}
      EOF
      advance 20s
      port-forward pod/web-0 8080:80
      """)
    #expect(session.completions(of: line).candidates.map(\.text) == texts)
  }
}
