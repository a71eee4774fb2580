# Lists decide by the status of what ran before.
true && echo yes
false && echo no
false || echo instead
true || echo never
true && false || echo both
false || true && echo chain
{ echo a; echo b; } && echo grouped
false; echo $?
(exit 3) || echo "got $?"
test -d / && test ! -f /nofile && echo tests
x=1; y=2; echo $x$y
if true && ! false; then echo fine; fi
: && echo colon
