import Foundation

/// Lines that need no cluster, and the files they are about.
enum DifferentialCases {
  private static let files = [
    "deployment.yaml": """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: web, namespace: default, labels: {app: web}, annotations: {a: b}}
    spec:
      replicas: 2
      selector: {matchLabels: {app: web}}
      template:
        metadata: {labels: {app: web}}
        spec:
          containers:
          - {name: c, image: "nginx:1.25", env: [{name: A, value: "1"}]}
          - {name: d, image: busybox}

    """,
    "environment.txt": "A=1\nB=two words\n# no\n\nC=\n",
    "lines.txt": "hello\nworld\n",
    "odd.txt": "yes: no\n\ttab \n\n",
  ]

  /// A fresh folder with the files in it.
  static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "podlab-differential-\(ProcessInfo.processInfo.globallyUniqueString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }
    return folder
  }

  static let all = generators.map { "create \($0)" } + formats + local

  /// What `create` makes of its flags.
  private static let generators = [
    "deployment web --image=nginx -o yaml",
    "deployment web --image=nginx --image=busybox:1.36 --replicas=3 --port=80 -o yaml",
    "deployment web --image=nginx -o name",
    "deployment web --image=nginx",
    "deployment web -o yaml",
    "namespace team -o yaml",
    "ns team -o name",
    "configmap c --from-literal=a=1 --from-literal=b='x y' -o yaml",
    "configmap c --from-file=lines.txt -o yaml",
    "configmap c --from-file=key=odd.txt -o yaml",
    "configmap c --from-env-file=environment.txt -o yaml",
    "configmap c --from-literal=a -o yaml",
    "configmap c -o yaml",
    "cm c --from-literal=yes=no --from-literal=n=1e3 --from-literal=t=2026-01-01 -o yaml",
    "cm c --from-literal=s='a # b' --from-literal=c='x: y' --from-literal=d=- -o yaml",
    "cm c --from-literal=e= --from-literal=h=0x1F --from-literal=o=on --from-literal=z=~ -o yaml",
    "cm c --from-literal=s=12:30:45 --from-literal=i=.inf --from-literal=p=50% -o yaml",
    "secret generic s --from-literal=a=1 --from-literal=p='x=y' -o yaml",
    "secret generic s --from-file=lines.txt --type=foo/bar -o yaml",
    "secret docker-registry r --docker-server=s.io --docker-username=u --docker-password=p -o yaml",
    "service clusterip s --tcp=80:8080 --tcp=443 -o yaml",
    "service clusterip s --clusterip=None -o yaml",
    "service nodeport s --tcp=80:8080 --node-port=30080 -o yaml",
    "service loadbalancer s --tcp=80 -o yaml",
    "service externalname s --external-name=example.com -o yaml",
    "job j --image=busybox -o yaml -- echo hi",
    "cronjob c --image=busybox --schedule='*/5 * * * *' -o yaml -- date",
    "serviceaccount sa -o yaml",
    "quota q --hard=pods=5,cpu=1 --scopes=BestEffort -o yaml",
    "priorityclass p --value=100 --description=d -o yaml",
    "poddisruptionbudget b --selector=app=web --min-available=1 -o yaml",
    "rolebinding b --role=r --user=u --group=g --serviceaccount=n:s -o yaml",
    "clusterrolebinding b --clusterrole=r --user=u -o yaml",
    "ingress i --rule='a.b/x*=s:80,tls=t' --class=c --annotation=k=v -o yaml",
  ].map { line in
    // The flag stands before the words that are the container's.
    line.contains(" -- ")
      ? line.replacing(" -- ", with: " --dry-run=client -- ") : "\(line) --dry-run=client"
  }

  /// One object in every form.
  private static let formats = [
    "jsonpath='{.spec.template.spec.containers[0].image}'",
    "jsonpath='{.spec.template.spec.containers[*].name}{\"\\n\"}{.kind}'",
    "jsonpath='{range .spec.template.spec.containers[*]}{.name}={.image};{end}'",
    "jsonpath='{.spec.template.spec.containers[?(@.name==\"nginx\")].image}'",
    "jsonpath='{.spec.template.spec.containers[3].image}'",
    "jsonpath='{.nothing.at.all}'", "jsonpath='{..image}'", "jsonpath='{.metadata.labels.app'",
    "jsonpath='{kind}'", "jsonpath='{.spec.template.spec.containers[-1:].name}'",
    "jsonpath='plain {.spec.replicas}'", "jsonpath-as-json='{.metadata.labels}'",
    "go-template='{{.metadata.name}} {{.spec.replicas}}'",
    "go-template='{{range .spec.template.spec.containers}}{{.name}}{{end}}'",
    "go-template='{{if eq .kind \"Deployment\"}}yes{{else}}no{{end}}'",
    "go-template='{{len .metadata.labels}}{{index .metadata.labels \"app\"}}'",
    "go-template='{{printf \"%s-%d\" .kind .spec.replicas}}'", "go-template='{{.nothing}}'",
    "go-template", "jsonpath",
  ].map { "create deployment web --image=nginx --dry-run=client -o \($0)" }

  /// What is done to a file's own object.
  private static let local = [
    "set image -f deployment.yaml c=nginx:2 --local -o yaml",
    "set image -f deployment.yaml '*=x' --local -o yaml",
    "set image -f deployment.yaml c=nginx:2 --local",
    "set resources -f deployment.yaml --limits=cpu=1,memory=1Gi -c c --local -o yaml",
    "set env -f deployment.yaml B=2 A- --local -o yaml",
    "set env -f deployment.yaml --list --local",
    "label -f deployment.yaml x=y --local -o name",
    "label -f deployment.yaml app=z --local -o yaml",
    "label -f deployment.yaml app=z --overwrite --local -o jsonpath='{.metadata.labels}'",
    "annotate -f deployment.yaml x=y a- --local -o jsonpath='{.metadata.annotations}'",
    "patch -f deployment.yaml -p '{\"spec\":{\"replicas\":5}}' --local "
      + "-o jsonpath='{.spec.replicas}'",
  ]
}
