# ps, kill and process numbers.
sleep 30 &
pid=$!
sleep 1
kill -0 $pid && echo alive
ps | grep -q "sleep 30" && echo listed
ps -o pid,args | grep -v grep | grep -q "sleep 30" && echo "listed by columns"
kill $pid
wait $pid 2>/dev/null
echo "ended $?"
kill -0 $pid 2>/dev/null || echo gone
kill -l | head -n 1 | grep -q . && echo signals
kill -l 15; kill -l 9; kill -l TERM
sleep 20 & kill -9 $!; wait $! 2>/dev/null; echo "killed $?"
sleep 20 & kill -s INT $!; kill -TERM $!; wait $! 2>/dev/null; echo "terminated $?"
kill 99999; echo "status $?"
sh -c 'echo $PPID' | grep -q '^[0-9][0-9]*$' && echo parent
[ $$ -gt 0 ] && echo self
(timeout 1 sleep 5; echo "timeout $?") 2>/dev/null
timeout 5 true; echo "in time $?"
