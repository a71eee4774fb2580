# $? after everything.
true; echo $?
false; echo $?
sh -c 'exit 42'; echo $?
nosuchcommand 2>/dev/null; echo $?
nosuchcommand 2>&1 | sed 's/.*: nosuch/nosuch/'
/etc/passwd 2>/dev/null; echo $?
touch plain; ./plain 2>/dev/null; echo $?
(exit 300); echo $?
sh -c 'kill -9 $$' ; echo $?
grep x /dev/null; echo $?
grep x nofile 2>/dev/null; echo $?
test 1 -eq 2; echo $?
[ 1 -eq x ] 2>/dev/null; echo $?
x=$(exit 9); echo $?
y=$(echo a; false); echo "$? $y"
f() { return 17; }; f; echo $?
exit 3
