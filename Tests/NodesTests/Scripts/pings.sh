# ping of this machine itself, and nslookup of nobody.
# needs: ping -c 1 127.0.0.1 >/dev/null
hide() { sed 's/time=[0-9.]* ms/time=T/; s/= [0-9.]*\/.*/= T/'; }
ping -c 1 127.0.0.1 | hide; ping -c 3 -i 1 127.0.0.1 | hide
ping -q -c 2 127.0.0.1 | hide
ping -c 1 -s 100 127.0.0.1 | hide
ping -c 1 -W 1 127.0.0.1 > /dev/null; echo "status $?"
ping -w 2 127.0.0.1 | grep -c 'seq='
if ping -c 1 -w 1 127.0.0.1 > /dev/null 2>&1; then echo reachable; fi
ping -c 5 127.0.0.1 > sent & pinger=$!
sleep 1; kill -INT $pinger; kill $pinger 2>/dev/null; wait $pinger 2>/dev/null
head -n 2 sent | hide
ping -c x 127.0.0.1; echo "status $?"
ping 2>/dev/null; echo "status $?"
ping -k 2>&1 | head -n 1
ping -c 1 300.1.1.1.1. 2>&1 | grep -c 'bad address'
