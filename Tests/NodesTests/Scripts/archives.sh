# tar: making, listing and taking apart.
mkdir -p td/s; echo a > td/x; echo bb > td/s/y; ln -s x td/l; chmod 640 td/x
tar cvf t.tar td/x td/s/y td/l; echo "status $?"
tar tf t.tar | sort
tar tvf t.tar td/x | awk '{print $1, $3, $6}'
tar tvf t.tar td/l | awk '{print substr($1, 1, 1), $6, $7, $8}'
mkdir out; tar xf t.tar -C out; ls out/td; cat out/td/s/y; readlink out/td/l
tar xvf t.tar -C out td/s/y; tar -xOf t.tar td/x
tar cf - td | tar tf - | wc -l
(cd td && tar cf - .) | (mkdir copy; cd copy && tar xf -); cat copy/x; ls copy
tar cf - td/x | wc -c | awk '{print ($1 % 512 == 0)}'
tar cf none.tar nosuch; echo "status $?"
tar xf nosuch.tar; echo "status $?"
tar -C /nosuch -xf t.tar; echo "status $?"
tar cf - /etc/passwd 2>&1 > /dev/null | head -n 1
tar xf t.tar nosuch; echo "status $?"
tar tf t.tar nosuch > /dev/null 2>&1; echo "status $?"
tar -cf two.tar -C td x; tar tf two.tar
tar -q 2>&1 | head -n 1
