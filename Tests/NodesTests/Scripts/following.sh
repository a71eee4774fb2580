# tail -f: what is there, and what comes.
echo one > log; echo two >> log
timeout 1 tail -f log 2>/dev/null; echo "status $?"
(sleep 0.4; echo three >> log; sleep 1; echo four >> log) &
timeout 4 tail -n 1 -f log 2>/dev/null | sed 's/^/followed: /'
wait
# A reader that has enough ends it with the next line that it writes.
(sleep 0.4; echo five >> log; sleep 2; echo six >> log) &
tail -n 2 -f log | head -n 3
wait
tail -f log > copy & follower=$!
sleep 0.4; echo seven >> log; sleep 1.5
kill $follower; wait $follower 2>/dev/null; echo "ended $?"
wc -l < copy; tail -n 1 copy
tail -f missing; echo "status $?"
echo other > second
timeout 1 tail -f missing second; echo "status $?"
timeout 1 tail -f log second | tail -n 4
echo piped | tail -f; echo "status $?"
