# Pages of httpd by wget, over the loopback interface.
# needs: ifconfig lo | grep -q UP
port=$((20000 + $$ % 10000)); place=127.0.0.1:$port
mkdir -p site/sub; echo hello > site/index.html; echo text > site/sub/a.txt; echo x > site/b.css
httpd -f -p $place -h site & server=$!
sleep 1
get() { wget "$@" 2>&1 | sed "s/$port/PORT/g; s/^  Date: .*/  Date: D/; s/^  \(Last-M.*\|ETag\): .*/  \1: X/"; }
get -q -O - http://$place/
get -O - http://$place/sub/a.txt
get -S -q -O - http://$place/b.css
get -O page http://$place; cat page
get http://$place/sub/a.txt; get http://$place/sub/a.txt; cat a.txt
get -q -P site/sub http://$place/b.css; ls site/sub
get -q -O /nosuch/page http://$place/
for page in none sub sub/ index.html/x; do wget -q -O - http://$place/$page 2>&1; echo "status $?"; done
get --spider http://$place/sub/a.txt; wget -q --spider http://$place/none 2>/dev/null; echo "status $?"
get -q -O - --post-data a=b http://$place/
wget -q -O - http://$place/sub/a.txt http://$place/ | sort
httpd -f -p $place -h site; echo "second $?"
printf 'GET /none HTTP/1.0\r\n\r\n' | nc 127.0.0.1 $port | tr -d '\r' | grep -v Date
printf 'GET /sub HTTP/1.0\r\n\r\n' | nc 127.0.0.1 $port | tr -d '\r' | grep -v Date
printf 'GET / HTTP/1.0\r\n\r\n' | nc 127.0.0.1 $port | tr -d '\r' | grep -c .
printf 'NONSENSE\r\n\r\n' | nc 127.0.0.1 $port | head -n 1
kill $server; wait $server 2>/dev/null; echo "ended $?"
wget -q -O - http://$place/ 2>&1 | sed "s/$port/PORT/"
wget -O page http://$place/ 2>/dev/null; echo "status $?"
