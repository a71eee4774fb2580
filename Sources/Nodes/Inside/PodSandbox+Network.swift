import Engine

extension PodSandbox {
  /// nginx's greeting, as the recorded images have it.
  static let welcomePage = """
    <!DOCTYPE html>
    <html>
    <head>
    <title>Welcome to nginx!</title>
    </head>
    <body>
    <h1>Welcome to nginx!</h1>
    </body>
    </html>

    """
}
