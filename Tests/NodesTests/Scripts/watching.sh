# watch, top and killall.
timeout 3 watch -t -n 1 echo tick 2>/dev/null | tr -d '\033' | grep -c tick | awk '{print ($1 >= 2)}'
timeout 1 watch -n 5 'echo a | tr a b' 2>/dev/null | tr -d '\033' | sed 's/  *2[0-9-]* [0-9:]*$/ TIME/'
watch 2>/dev/null; echo "status $?"
top -b -n 1 | head -n 4 | sed -n '1s/:.*//p; 2s/:.*//p; 3s/:.*//p; 4p'
sleep 77 & pid=$!
sleep 1
top -b -n 1 | grep -c '[s]leep 77'
top -b -n 1 | awk -v pid=$pid '$1 == pid {print $3, $4, $NF}'
kill $pid; wait $pid 2>/dev/null; echo "ended $?"
killall nosuchprogram; echo "status $?"
killall -q nosuchprogram; echo "quiet $?"
killall 2>&1 | head -n 1
killall -BAD x 2>&1 | head -n 1
pidof nosuchprogram; echo "status $?"
