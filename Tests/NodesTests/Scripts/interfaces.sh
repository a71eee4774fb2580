# ip and ifconfig about the loopback interface.
# needs: ip -4 addr show lo | grep -q 'UP,LOWER_UP.*noqueue qlen'
ip -4 addr show lo
ip link show lo
ip addr show dev lo | grep 'inet ' | awk '{print $2, $4, $5}'
ip -o -4 addr show lo
ip a s lo | head -n 2; ip -f inet addr show lo | grep -c inet
ip -4 addr show lo | sed -n 's/.*inet \([0-9.]*\)\/.*/\1/p'
ip addr | grep -c '^1: lo:'
ip addr show dev nosuch; echo "status $?"
ip link show nosuch; echo "status $?"
ip route get 127.0.0.1 | awk '{print $1, $2, $3, $4}'
ip 2>/dev/null; echo "status $?"
ip nosuch 2>/dev/null; echo "status $?"
ifconfig lo | head -n 2
ifconfig lo | grep UP; ifconfig lo | grep -c 'RX packets'; ifconfig lo | grep txqueue
ifconfig lo | awk -F'[: ]+' '/inet addr/ {print $4, $6}'
ifconfig nosuch; echo "status $?"
ifconfig | grep -q '^lo ' && echo listed
case "$(ifconfig lo)" in *LOOPBACK*) echo loopback ;; *) echo "something else" ;; esac
