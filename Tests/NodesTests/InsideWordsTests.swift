import Testing

/// How the containers' shell reads and expands words; the truth is dash's.
@Suite struct InsideWordsTests {
  @Test(
    arguments: [
      ("echo a   b", "a b\n", 0),
      ("echo 'a  b' \"c  d\"", "a  b c  d\n", 0),
      ("echo \"a'b\" 'c\"d'", "a'b c\"d\n", 0),
      ("echo a\\ b", "a b\n", 0),
      ("echo -n x; echo y", "xy\n", 0),
      ("printf '%s-%s\\n' a b c d", "a-b\nc-d\n", 0),
      ("printf '%3d|%-3d|%03d\\n' 5 5 5", "  5|5  |005\n", 0),
      ("X=1; echo $X \"$X\" '$X' ${X}y", "1 1 $X 1y\n", 0),
      ("X='a b'; for w in $X; do echo \"[$w]\"; done", "[a]\n[b]\n", 0),
      ("X='a b'; for w in \"$X\"; do echo \"[$w]\"; done", "[a b]\n", 0),
      ("X=; echo \"[$X]\" $X end", "[] end\n", 0),
      ("set -- a 'b c'; echo $#; for w in \"$@\"; do echo \"[$w]\"; done", "2\n[a]\n[b c]\n", 0),
      ("echo ${NOPE:-default} ${NOPE-other}", "default other\n", 0),
      ("echo ${X:=set} $X", "set set\n", 0),
      ("X=yes; echo ${X:+there} [${NOPE:+there}]", "there []\n", 0),
      ("X=to/a.b/c.d; echo ${X##*/} ${X%.*} ${X#*/} ${X%%/*}", "c.d to/a.b/c a.b/c.d to\n", 0),
      ("X=hello; echo ${#X}", "5\n", 0),
      ("A=1 B=2; echo $A$B", "12\n", 0),
      ("A=1 sh -c 'echo [$A]'; echo [$A]", "[1]\n[]\n", 0),
      ("echo $((1 + 2 * 3)) $(((1 + 2) * 3)) $((7 % 4)) $((7 / 2))", "7 9 3 3\n", 0),
      ("I=5; I=$((I + 1)); echo $I $((I > 5)) $((I == 5))", "6 1 0\n", 0),
      ("echo $((1 < 2 && 3 > 2)) $((0 || 0))", "1 0\n", 0),
      ("I=2; echo $(($I * 2))", "4\n", 0),
      ("echo $(echo a; echo b)", "a b\n", 0),
      ("echo \"$(echo a; echo b)\"", "a\nb\n", 0),
      ("echo \"x$(printf 'a\\n\\n')y\"", "xay\n", 0),
      ("echo `echo old`", "old\n", 0),
      ("echo \"$(echo \"$(echo deep)\")\"", "deep\n", 0),
      ("echo $(echo $(($(echo 2) + 3)))", "5\n", 0),
      ("echo one # two", "one\n", 0),
      ("echo a;echo b", "a\nb\n", 0),
      ("echo a\\\nb", "ab\n", 0),
      ("echo {a,b}", "{a,b}\n", 0),
      ("echo \"a\\$b\" \"a\\\\b\" \"a\\\"b\"", "a$b a\\b a\"b\n", 0),
      ("echo \"tab\tend\"", "tab\tend\n", 0),
      ("echo ~ > /dev/null; echo ok", "ok\n", 0),
    ] as [(String, String, Int)])
  func runs(script: String, output: String, status: Int) {
    Bench.expect(script, prints: output, ends: status)
  }
}
