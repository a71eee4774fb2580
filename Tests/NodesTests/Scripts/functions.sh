# Functions: arguments, return, recursion, local variables.
greet() { echo "hello $1 of $#"; }
greet world x
fact() {
  local n=$1
  if [ "$n" -le 1 ]; then echo 1; return; fi
  echo $((n * $(fact $((n - 1)))))
}
fact 10
status() { return $1; }
status 7; echo "returned $?"
x=outer
change() { local x=inner; echo "in: $x"; y=global; }
change
echo "out: $x $y"
args() { for a in "$@"; do echo "[$a]"; done; echo "count $#"; shift; echo "then $1"; }
args "a b" c "d  e"
output() { cat; echo after; }
echo piped | output
redefine() { echo one; }
redefine
redefine() { echo two; }
redefine
nested() { inner() { echo "inner $1"; }; inner "$@"; }
nested z
inner y
noreturn() { false; }
noreturn; echo "last $?"
