# stress: how it begins, ends and complains.
# program: stress
number() { sed 's/\[[0-9]*\] ([0-9]*)/[N]/; s/\[[0-9]*\]/[N]/; s/worker [0-9][0-9]*/worker W/; s/in [0-9]*s$/in Ns/'; }
stress --cpu 1 --timeout 1 | number; stress -q --cpu 1 -t 1s; echo "quiet $?"
stress -c 1 -i 1 --vm 1 --vm-bytes 1M --vm-keep -d 1 --hdd-bytes 4K -t 1s | number
stress --dry-run -c 2 -m 3 | number
stress | head -n 3; stress --help | grep -c "^ -"
stress --nosuch 2>&1 | number; stress --nosuch 2>/dev/null; echo "status $?"
stress --cpu 2>&1 | number; stress --cpu x 2>&1 | number; stress --cpu 0 2>&1 | number
stress --cpu 1 --timeout 1x 2>&1 | number; stress -c 1 spare 2>&1 | number
stress --vm 1 --vm-bytes 5Q 2>&1 | number; stress -c 1 -t 0 2>&1 | number
stress --cpu 1 --timeout 20 > said 2>&1 & stressed=$!
sleep 1; ps -o args | grep -c '^stress --cpu'
kill $stressed; wait $stressed 2>/dev/null; echo "ended $?"; number < said
stress --cpu 1 --timeout 20 > said 2>&1 & stressed=$!
sleep 1
worker=$(ps -o pid,ppid,args | awk -v parent=$stressed '$2 == parent && $3 == "stress" {print $1}')
kill -9 $worker; wait $stressed; echo "ended $?"; number < said | sort | uniq | grep -v 'kill error'
sleep 1; ps -o args | grep -c '^stress --cpu'
timeout 1 stress -c 1 | number
