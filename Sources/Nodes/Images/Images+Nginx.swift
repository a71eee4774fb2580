extension ImageRepository {
  /// A web server that answers on port 80 and logs every request. Its size is that of the recorded
  /// nodes.
  static let nginx = ImageRepository(
    name: "docker.io/library/nginx",
    releases: [
      "1.29.3", "1.28.0", "1.27.5", "1.26.3", "1.25.5", "1.24.0", "1.23.4", "1.22.1", "1.21.6",
      "1.20.2", "1.19.10", "1.18.0", "1.17.10", "1.16.1", "1.15.12", "1.14.2",
    ],
    aliases: ["mainline": "1.29.3", "stable": "1.28.0"],
    variants: [
      .init(
        names: ["", "bookworm", "trixie", "perl"], sizeBytes: 38_442_651,
        distribution: .debian(12), programs: ["curl"]),
      .init(
        names: ["alpine", "alpine-perl"], sizeBytes: 20_461_204, distribution: .alpine("3.22"),
        programs: ["curl"]),
      .init(names: ["alpine-slim"], sizeBytes: 5_600_000, distribution: .alpine("3.22")),
    ],
    facts: ImageFacts(
      entrypoint: ["/docker-entrypoint.sh"], command: ["nginx", "-g", "daemon off;"],
      environment: [("PKG_RELEASE", "1")], ports: [80], stopSignal: "SIGQUIT",
      programs: ["nginx", "docker-entrypoint.sh"],
      files: nginxFiles(port: 80, pid: "/run/nginx.pid"),
      folders: ["/docker-entrypoint.d", "/var/cache/nginx", "/var/log/nginx"],
      links: [
        ("/var/log/nginx/access.log", "/dev/stdout"), ("/var/log/nginx/error.log", "/dev/stderr"),
        ("/var/run", "/run"),
      ],
      accounts: ["nginx:x:101:101:nginx user:/nonexistent:/bin/false"]),
    versionVariable: "NGINX_VERSION")

  /// nginx as a user of its own, on port 8080.
  static let unprivilegedNginx = ImageRepository(
    name: "docker.io/nginxinc/nginx-unprivileged",
    releases: nginx.releases, aliases: nginx.aliases, variants: nginx.variants,
    facts: {
      var facts = nginx.facts
      facts.files = nginxFiles(port: 8080, pid: "/tmp/nginx.pid")
      facts.ports = [8080]
      facts.user = "101"
      facts.ownFolders = ["/etc/nginx", "/var/cache/nginx"]
      return facts
    }(),
    versionVariable: "NGINX_VERSION")

  private static func nginxFiles(port: Int, pid: String) -> [(path: String, text: String)] {
    [
      ("/usr/share/nginx/html/index.html", PodSandbox.welcomePage),
      (
        "/usr/share/nginx/html/50x.html",
        "<!DOCTYPE html>\n<html>\n<head>\n<title>Error</title>\n</head>\n<body>\n"
          + "<h1>An error occurred.</h1>\n</body>\n</html>\n"
      ),
      ("/etc/nginx/nginx.conf", port == 80 ? mainFile(pid: pid) : unprivilegedFile(pid: pid)),
      ("/etc/nginx/conf.d/default.conf", defaultSite(port: port)),
      ("/etc/nginx/mime.types", "types {\n    text/html html htm;\n    text/css css;\n}\n"),
      ("/usr/sbin/nginx", ""),
    ]
  }

  private static func mainFile(pid: String) -> String {
    """

    user  nginx;
    worker_processes  auto;

    error_log  /var/log/nginx/error.log notice;
    pid        \(pid);

    events {
        worker_connections  1024;
    }

    http {
        include       /etc/nginx/mime.types;
        default_type  application/octet-stream;

        access_log  /var/log/nginx/access.log;

        sendfile        on;
        keepalive_timeout  65;

        include /etc/nginx/conf.d/*.conf;
    }

    """
  }

  /// The same without what only root may do.
  private static func unprivilegedFile(pid: String) -> String {
    let folders = ["proxy", "client_body", "fastcgi", "uwsgi", "scgi"].map { kind in
      let name = kind == "client_body" ? "client" : kind
      return "    \(kind)_temp_path /tmp/\(name)_temp;\n"
    }
    return mainFile(pid: pid).replacing("user  nginx;\n", with: "")
      .replacing("http {\n", with: "http {\n" + folders.joined())
  }

  static func defaultSite(port: Int) -> String {
    """
    server {
        listen       \(port);
        server_name  localhost;

        location / {
            root   /usr/share/nginx/html;
            index  index.html index.htm;
        }

        error_page   500 502 503 504  /50x.html;
        location = /50x.html {
            root   /usr/share/nginx/html;
        }
    }

    """
  }
}
