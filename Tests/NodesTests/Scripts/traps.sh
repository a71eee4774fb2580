# trap on EXIT and on signals.
trap 'echo leaving' EXIT
trap 'echo caught usr1' USR1
kill -USR1 $$
echo "after signal"
trap '' TERM
kill -TERM $$
echo "survived TERM"
trap - TERM
(trap 'echo sub exit' EXIT; echo in sub)
sh -c 'trap "echo inner; exit 4" INT; kill -INT $$; echo never'
echo "inner ended $?"
f() { trap 'echo reset' EXIT; }
f
sh -c 'trap "echo bye" EXIT; exit 9'; echo "exit kept $?"
trap
exit 5
