/// Programs for texts and words.
extension ToolTable {
  static let textTools: [any Tool.Type] = [
    Awk.self, Cat.self, Count.self, Cut.self, DateTool.self, Echo.self, Expand.self, Expr.self,
    Fold.self, Grep.self, Head.self, NumberLines.self, Printf.self, ReverseBytes.self,
    ReverseLines.self, Sed.self, SequenceTool.self, Sort.self, Strings.self, Tail.self, Tee.self,
    Base64Tool.self, CommonLines.self, DigestTool.self, Dump.self, Paste.self, Test.self,
    Translate.self, Unique.self, Yes.self,
  ]

  /// Programs for files, and for what is known of the container.
  static let fileTools: [any Tool.Type] = [
    Arguments.self, BaseName.self, ChangeMode.self, ChangeOwner.self, CompareBytes.self,
    Copy.self, Difference.self, DiskUse.self, Duplicate.self, Find.self, Identity.self, Link.self,
    ListFolder.self, MakeFolder.self, MountList.self, Move.self, ProcessList.self, ReadLink.self,
    ProcessTop.self, RealPath.self, Remove.self, RemoveFolder.self, Stat.self, Tar.self,
    TemporaryFile.self, Touch.self,
    Truncate.self, Uname.self, Watch.self, Which.self, WorkingFolder.self,
  ]

  /// What busybox brings.
  static let busybox: Set<String> = everywhere.union([
    "arp", "ash", "busybox", "clear", "cmp", "diff", "egrep", "fgrep", "free", "hexdump",
    "groups", "hd", "hostname", "httpd", "ifconfig", "ip", "kill", "killall", "nc", "netstat",
    "nslookup",
    "pgrep",
    "pidof", "ping", "ps", "rev", "route", "strings", "telnet", "top", "watch", "wget", "xxd",
  ])

  /// What a small Debian image brings.
  static let debian: Set<String> = everywhere.union([
    "bash", "egrep", "fgrep", "getent", "hostname", "kill", "cmp", "diff",
  ])

  private static let everywhere: Set<String> = [
    "[", "awk", "base64", "basename", "cat", "chgrp", "chmod", "chown", "comm", "cp", "cut",
    "date", "dd", "df", "dirname", "du", "echo", "env", "expand", "expr", "false", "find", "fold",
    "grep", "head", "id", "ln", "ls", "md5sum", "mkdir", "mktemp", "mount", "mv",
    "nl", "nproc", "od", "paste", "printenv", "printf", "pwd", "readlink", "realpath", "rm",
    "rmdir", "sed", "seq", "sh", "sha1sum", "sha256sum", "sleep", "sort", "stat",
    "sync", "tac", "tail", "tar", "tee", "test", "timeout", "touch", "tr", "true", "truncate",
    "tty", "uname", "unexpand", "uniq", "wc", "which", "whoami", "xargs", "yes",
  ]
}
