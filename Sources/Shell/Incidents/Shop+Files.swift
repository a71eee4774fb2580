/// The files that a shop is made from.
extension Shop {
  /// The shop's own images, as `add image` takes them.
  var images: String {
    """
    name: \(repository(.orders))
    tags: ["\(version)", "\(nextVersion)"]
    base: alpine:3.22
    server:
      name: \(theme.orders)
      ports: [8080]
      startsAfter: \(startSeconds)s
      startLog: ["\(theme.orders): listening on :8080"]
      needs: [STOCK_URL, CART_PASSWORD]
      logRequests: false
      memory: \(memoryMebibytes)Mi
      cpuEachRequest: 15ms
      answers:
      - {path: /healthz, text: "ok\\n"}
      - path: /*
        text: "done\\n"
        asks: ["$(STOCK_URL)/items", "redis://:$(CART_PASSWORD)@\(theme.cart):6379"]
    ---
    name: \(repository(.stock))
    tags: ["\(version)", "\(nextVersion)"]
    base: alpine:3.22
    server:
      name: \(theme.stock)
      ports: [9090]
      startsAfter: \(startSeconds)s
      startLog: ["\(theme.stock): listening on :9090"]
      needs: [REGION]
      logRequests: false
      memory: \(memoryMebibytes)Mi
      cpuEachRequest: 15ms
      answers:
      - {path: /healthz, text: "ok\\n"}
      - {path: /items, text: "items\\n"}
    """
  }

  /// Everything that the shop has in the cluster.
  var manifests: String {
    ([namespaceObjects, configuration, front, program(.orders), program(.stock), cart]
      + ShopPart.allCases.map(service)).joined(separator: "\n---\n")
  }

  private var namespaceObjects: String {
    """
    apiVersion: v1
    kind: ResourceQuota
    metadata: {name: team}
    spec: {hard: {pods: "20", requests.memory: 16Gi}}
    ---
    apiVersion: policy/v1
    kind: PodDisruptionBudget
    metadata: {name: \(theme.front)}
    spec: {maxUnavailable: 1, selector: {matchLabels: {app: \(theme.front)}}}
    ---
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {name: \(theme.cart)}
    spec:
      podSelector: {matchLabels: {app: \(theme.cart)}}
      ingress: [{from: [{podSelector: {matchLabels: {app: \(theme.orders)}}}]}]
    """
  }

  private var configuration: String {
    """
    apiVersion: v1
    kind: Secret
    metadata: {name: \(secret)}
    stringData: {password: \(password)}
    ---
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: \(theme.orders)}
    data: {stock-url: "\(stockAddress)"}
    ---
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: \(theme.stock)}
    data: {region: north}
    ---
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: \(theme.front)}
    data:
      default.conf: |
    \(Self.indented(site(port: servicePort(.orders)), by: 4))
    """
  }

  /// What nginx at the front is told, if it is to find the next part at this port.
  func site(port: Int) -> String {
    """
    server {
      listen 80;
      access_log off;
      location = /healthz { return 200 "ok"; }
      location / { proxy_pass http://\(theme.orders):\(port); }
    }
    """
  }

  private static func indented(_ text: String, by count: Int) -> String {
    text.split(separator: "\n").map { String(repeating: " ", count: count) + $0 }
      .joined(separator: "\n")
  }

  private var front: String {
    """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: \(theme.front)}
    spec:
      replicas: \(wantedReplicas(.front))
      selector: {matchLabels: {app: \(theme.front)}}
      template:
        metadata: {labels: {app: \(theme.front), shop: \(namespace)}}
        spec:
          containers:
          - name: nginx
            image: nginx:1.27
            ports: [{containerPort: 80, name: http}]
            readinessProbe: {httpGet: {path: /healthz, port: http}, periodSeconds: 5}
            lifecycle: {preStop: {sleep: {seconds: 3}}}
            resources: {requests: {cpu: 100m, memory: 32Mi}, limits: {memory: 64Mi}}
            volumeMounts: [{name: site, mountPath: /etc/nginx/conf.d}]
          volumes: [{name: site, configMap: {name: \(theme.front)}}]
          topologySpreadConstraints:
          - maxSkew: 1
            topologyKey: kubernetes.io/hostname
            whenUnsatisfiable: ScheduleAnyway
            labelSelector: {matchLabels: {app: \(theme.front)}}
    """
  }

  /// A program of the shop's own. One version of it runs at a time.
  private func program(_ part: ShopPart) -> String {
    """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: \(name(part))}
    spec:
      replicas: \(wantedReplicas(part))
      strategy: {type: Recreate}
      selector: {matchLabels: {app: \(name(part))}}
      template:
        metadata: {labels: {app: \(name(part)), shop: \(namespace)}}
        spec:
          containers:
          - name: \(name(part))
            image: \(image(part))
            ports: [{containerPort: \(containerPort(part)), name: http}]
            env:
    \(Self.indented(environment(part), by: 8))
            readinessProbe: {httpGet: {path: /healthz, port: http}, periodSeconds: 5}
            livenessProbe:
              httpGet: {path: /healthz, port: http}
              initialDelaySeconds: \(startSeconds + 10)
              periodSeconds: 10
            resources:
              requests: {cpu: 200m, memory: \(memoryMebibytes + 30)Mi}
              limits: {cpu: 500m, memory: \(memoryMebibytes + 60)Mi}
    """
  }

  private func environment(_ part: ShopPart) -> String {
    guard part == .orders else {
      return """
        - name: REGION
          valueFrom: {configMapKeyRef: {name: \(name(part)), key: region}}
        """
    }
    return """
      - name: STOCK_URL
        valueFrom: {configMapKeyRef: {name: \(theme.orders), key: stock-url}}
      - name: CART_PASSWORD
        valueFrom: {secretKeyRef: {name: \(secret), key: password}}
      """
  }

  private var cart: String {
    """
    apiVersion: apps/v1
    kind: StatefulSet
    metadata: {name: \(theme.cart)}
    \(cartSpec(storageClass: nil))
    """
  }

  /// The specification of the StatefulSet, with a class of storage of its own or the usual one.
  func cartSpec(storageClass: String?) -> String {
    let classLine = storageClass.map { "storageClassName: \($0), " } ?? ""
    return """
      spec:
        serviceName: \(theme.cart)
        replicas: 1
        selector: {matchLabels: {app: \(theme.cart)}}
        template:
          metadata: {labels: {app: \(theme.cart), shop: \(namespace)}}
          spec:
            containers:
            - name: redis
              image: redis:7.4
              args: ["--requirepass", "$(PASSWORD)"]
              env:
              - name: PASSWORD
                valueFrom: {secretKeyRef: {name: \(secret), key: password}}
              ports: [{containerPort: 6379, name: redis}]
              readinessProbe: {tcpSocket: {port: redis}, periodSeconds: 5}
              resources: {requests: {cpu: 100m, memory: 64Mi}, limits: {memory: 128Mi}}
              volumeMounts: [{name: data, mountPath: /data}]
        volumeClaimTemplates:
        - metadata: {name: data}
          spec:
            {\(classLine)accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
      """
  }

  /// The Service of a part.
  func service(_ part: ShopPart) -> String {
    """
    apiVersion: v1
    kind: Service
    metadata: {name: \(name(part))}
    spec:
      \(part == .cart ? "clusterIP: None" : "type: ClusterIP")
      selector: {app: \(name(part))}
      ports: [{port: \(servicePort(part)), targetPort: \(containerPort(part))}]
    """
  }
}
