# nc as a client and as a server, and netstat about it.
# needs: ifconfig lo | grep -q UP && test -r /proc/net/tcp
port=$((30000 + $$ % 2000))
nc -w 1 127.0.0.1 $port < /dev/null 2>/dev/null; echo "refused $?"
netstat -tln | grep -c ":$port "
nc -l -p $port -e echo greetings & server=$!
sleep 1
netstat -tln | grep ":$port " | sed "s/$port */PORT /; s/:::/0.0.0.0:/g" | awk '{print $1, $2, $3, $4, $5, $6}'
nc 127.0.0.1 $port < /dev/null; echo "status $?"
wait $server; echo "server $?"
netstat -ltn | grep -c ":$port "
nc -ll -p $port -e sh -c 'read line; echo "got $line"' & server=$!
sleep 1
echo first | nc 127.0.0.1 $port; echo second | nc 127.0.0.1 $port
for word in a b c; do echo $word | nc 127.0.0.1 $port; done | tr '\n' ' '; echo
kill $server; wait $server 2>/dev/null; echo "ended $?"
echo late | nc 127.0.0.1 $port 2>/dev/null; echo "refused $?"
netstat -tn | head -n 1; netstat -ta | head -n 2; netstat -tln | sed -n 2p
netstat -k 2>&1 | head -n 1; nc 2>/dev/null; echo "status $?"
netstat -rn | head -n 2 | sed 's/ *$//'
