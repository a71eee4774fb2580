import Testing

/// Conditions, loops, functions, traps and statuses; the truth is dash's.
@Suite struct InsideFlowTests {
  @Test(
    arguments: [
      ("true && echo yes || echo no", "yes\n", 0),
      ("false && echo yes || echo no", "no\n", 0),
      ("! false; echo $?", "0\n", 0),
      ("! true; echo $?", "1\n", 0),
      ("false; echo $?", "1\n", 0),
      ("true; echo $?", "0\n", 0),
      ("if true; then echo a; else echo b; fi", "a\n", 0),
      ("if false; then echo a; elif true; then echo b; else echo c; fi", "b\n", 0),
      ("if false; then echo a; fi; echo $?", "0\n", 0),
      ("for i in 1 2 3; do echo $i; done", "1\n2\n3\n", 0),
      ("for i in 1 2 3; do if [ $i = 2 ]; then continue; fi; echo $i; done", "1\n3\n", 0),
      ("for i in 1 2 3; do if [ $i = 2 ]; then break; fi; echo $i; done; echo end", "1\nend\n", 0),
      ("for i in a b; do for j in 1 2; do continue 2; done; echo x; done; echo end", "end\n", 0),
      ("for i in a b; do for j in 1 2; do echo $i$j; break 2; done; done", "a1\n", 0),
      ("i=0; while [ $i -lt 3 ]; do i=$((i+1)); echo $i; done", "1\n2\n3\n", 0),
      ("i=0; until [ $i -ge 2 ]; do i=$((i+1)); done; echo $i", "2\n", 0),
      ("while true; do break; done; echo $?", "0\n", 0),
      ("case abc in a*) echo first;; *) echo other;; esac", "first\n", 0),
      ("case x in a|b) echo ab;; x|y) echo xy;; esac", "xy\n", 0),
      ("case z in a) echo a;; *) echo any;; esac", "any\n", 0),
      ("case \"a b\" in \"a b\") echo quoted;; esac", "quoted\n", 0),
      ("case q in a) echo a;; esac; echo $?", "0\n", 0),
      ("f() { echo \"f $1 $#\"; return 3; }; f a b; echo $?", "f a 2\n3\n", 0),
      ("f() { local x=in; echo $x; }; x=out; f; echo $x", "in\nout\n", 0),
      ("f() { echo inside; }; f > /tmp/f; cat /tmp/f", "inside\n", 0),
      ("{ echo a; echo b; } | wc -l | tr -d ' '", "2\n", 0),
      ("(echo sub; exit 4); echo $?", "sub\n4\n", 0),
      ("(X=1; cd /tmp); echo \"[$X]\"", "[]\n", 0),
      ("X=1; (X=2; echo $X); echo $X", "2\n1\n", 0),
      ("exit 7", "", 7),
      ("echo a; exit 3; echo b", "a\n", 3),
      ("exit", "", 0),
      ("false; exit", "", 1),
      ("sh -c 'exit 5'; echo $?", "5\n", 0),
      ("sh -c 'echo $0 $1' zero one", "zero one\n", 0),
      ("eval 'echo $((1+1))'", "2\n", 0),
      ("X='echo hi'; $X", "hi\n", 0),
      ("set -e; false; echo never", "", 1),
      ("set -e; if false; then :; fi; false || true; echo reached", "reached\n", 0),
      ("set -- a b c; shift; echo $1 $#", "b 2\n", 0),
      ("true & wait; echo $?", "0\n", 0),
      ("(exit 3) & wait $!; echo $?", "3\n", 0),
      ("trap 'echo bye' EXIT; echo hi", "hi\nbye\n", 0),
      ("trap 'echo bye; exit 4' EXIT; exit 2", "bye\n", 4),
      ("sh -c 'kill -9 $$'; echo $?", "137\n", 0),
      ("sh -c 'kill $$'; echo $?", "143\n", 0),
      ("trap 'echo got' TERM; kill $$; echo after", "got\nafter\n", 0),
      ("nosuchtool", "", 127),
      ("nosuchtool; echo $?", "127\n", 0),
      ("/etc/passwd", "", 126),
      (
        "[ -f /etc/passwd ] && echo file; test -d /etc && echo folder; [ -e /nope ] || echo no",
        "file\nfolder\nno\n", 0
      ),
      ("[ a = a ] && [ a != b ] && [ -z \"\" ] && [ -n x ] && echo all", "all\n", 0),
      ("[ 3 -gt 2 -a 2 -le 2 ]; echo $?", "0\n", 0),
      ("[ ! -f /nope ]; echo $?", "0\n", 0),
      ("[ 1 = 2 ]; echo $?", "1\n", 0),
      (":; echo $?", "0\n", 0),
      ("while read a b; do echo \"$b-$a\"; done <<E\n1 2\n3 4\nE", "2-1\n4-3\n", 0),
      ("if [ -n \"$HOME\" ]; then\n  echo home\nfi", "home\n", 0),
      ("for i in 1 2\ndo\n  echo $i\ndone", "1\n2\n", 0),
      ("f() {\n  echo body\n}\nf", "body\n", 0),
      ("x=$(if true; then echo yes; fi); echo $x", "yes\n", 0),
      ("echo a &&\necho b", "a\nb\n", 0),
      ("echo a |\ncat", "a\n", 0),
    ] as [(String, String, Int)])
  func runs(script: String, output: String, status: Int) {
    var bench = Bench.busybox
    let result = bench.shell(script)
    #expect(result.out == output)
    #expect(result.status == status)
  }
}
