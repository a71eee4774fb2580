# nslookup without a server, and what is asked of it wrongly.
# needs: ifconfig lo | grep -q UP
nslookup localhost 127.0.0.77; echo "status $?"
nslookup kubernetes.default.svc.cluster.local 127.0.0.77 2>/dev/null | head -n 1
nslookup -type=a -type=aaaa web.default 127.0.0.77 2>&1 | grep -c refused
nslookup -type=nosuch localhost 127.0.0.77; echo "status $?"
nslookup 2>/dev/null; echo "status $?"
nslookup -nosuch localhost 127.0.0.77 2>/dev/null; echo "status $?"
if nslookup web 127.0.0.77 > /dev/null 2>&1; then echo found; else echo "not found"; fi
nslookup a 127.0.0.77 2>&1 | sed -n 1p
for name in a b c; do nslookup $name 127.0.0.77 2>/dev/null || echo "no $name"; done
until nslookup web 127.0.0.77 > /dev/null 2>&1; do
  tries=$((${tries:-0} + 1)); [ $tries -lt 3 ] || break
done; echo "gave up after $tries"
