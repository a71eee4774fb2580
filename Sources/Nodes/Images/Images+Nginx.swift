extension ImageFacts {
  /// A web server that answers on port 80 and logs every request.
  static let nginx = ImageFacts(
    repository: "docker.io/library/nginx", sizeBytes: 38_442_651,
    entrypoint: ["nginx"], command: ["-g", "daemon off;"],
    environment: [("NGINX_VERSION", "1.27.5")],
    programs: ToolTable.debian.union(["nginx", "curl"]),
    files: [
      ("/usr/share/nginx/html/index.html", PodSandbox.welcomePage),
      ("/etc/nginx/nginx.conf", "worker_processes auto;\n"), ("/usr/sbin/nginx", ""),
    ],
    newest: [1, 29], tags: ["latest", "stable", "mainline", "alpine", "stable-alpine"])
}
