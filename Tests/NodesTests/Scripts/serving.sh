# httpd's words about what it cannot do, its small services, and wget where nobody listens.
# needs: ifconfig lo | grep -q UP
httpd -d 'a%20b+c%2Fd'; echo
httpd -e 'a b<c>&"'; echo
httpd -q 2>&1 | head -n 1
httpd -f -h /nosuch; echo "status $?"
httpd -f -p nowhere -h . ; echo "status $?"
wget 2>/dev/null; echo "status $?"
wget --nosuch http://127.0.0.1/ 2>&1 | head -n 1
wget -q -O - http://127.0.0.1:1/; echo "status $?"
wget -O page http://127.0.0.1:1/; echo "status $?"; [ -e page ] || echo "no page"
wget -q -O - 127.0.0.1:1/; echo "status $?"
if wget -q --spider http://127.0.0.1:1/; then echo there; else echo "not there"; fi
wget -q -O /dev/null http://127.0.0.1:1/ || wget -q http://127.0.0.1:1/ || echo "both failed"
until wget -q -O - http://127.0.0.1:1/ 2>/dev/null || [ "${tries:=0}" -ge 3 ]; do tries=$((tries + 1)); done
echo "tries $tries"
