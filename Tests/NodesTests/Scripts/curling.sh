# curl with the pages of httpd, by its statuses and what it prints.
# needs: ifconfig lo | grep -q UP
# program: curl
port=$((20000 + $$ % 10000)); place=127.0.0.1:$port
mkdir -p site/sub; echo hello > site/index.html; echo text > site/sub/a.txt
httpd -f -p $place -h site & server=$!
sleep 1
curl -s http://$place/; curl -s $place/sub/a.txt; echo "status $?"
curl -s -o /dev/null -w '%{http_code} %{size_download}\n' http://$place/
curl -s -o page -w '%{http_code}\n' http://$place/none; grep -c 404 page
curl -sf http://$place/none; echo "failing $?"
curl -sS -f http://$place/none; echo "said $?"
curl -sI http://$place/ | tr -d '\r' | grep -i '^HTTP\|^content'
curl -si http://$place/sub/a.txt | tr -d '\r' | sed -n '1p;$p'
curl -s -d a=b http://$place/ -o /dev/null -w '%{http_code}\n'
curl -s -X DELETE http://$place/ -o /dev/null -w '%{http_code}\n'
curl -s -L -o /dev/null -w '%{http_code} %{num_redirects}\n' http://$place/sub
curl -s -o /dev/null -w '%{http_code}\n' http://$place/sub
for path in / /none /sub/a.txt; do curl -s -o /dev/null -w '%{http_code} ' http://$place$path; done; echo
(cd site && curl -s -O http://$place/sub/a.txt && cat a.txt)
kill $server; wait $server 2>/dev/null
curl -s http://$place/; echo "refused $?"
curl -sS http://$place/ 2>&1 | cut -c1-9
curl -s -w '%{http_code}\n' http://$place/; echo "status $?"
curl -s 2>/dev/null; echo "no address $?"; curl -s --nosuch http://$place/ 2>/dev/null; echo "unknown $?"
curl -s nosuch://$place/; echo "protocol $?"
curl -s --retry 2 --retry-delay 1 --retry-connrefused http://$place/; echo "retried $?"
if curl -sf -m 2 http://$place/ > /dev/null; then echo up; else echo down; fi
