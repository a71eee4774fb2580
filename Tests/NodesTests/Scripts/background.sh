# Background jobs, wait and $!.
(sleep 1; echo slow) &
first=$!
(echo fast; exit 3) &
second=$!
wait $second; echo "second $?"
wait $first; echo "first $?"
sleep 5 &
pid=$!
kill $pid
wait $pid 2>/dev/null; echo "killed $?"
for i in 3 1 2; do (sleep 0.$i; echo "job $i") & done
wait
echo "all done $?"
{ echo grouped; } & wait
x=1; (x=2) & wait; echo "x=$x"
[ -n "$first" ] && echo "has pid"
wait 99999 2>/dev/null; echo "unknown $?"
