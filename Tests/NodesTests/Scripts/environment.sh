# env, printenv, hostname, id, uname and which.
env -i A=1 B=2 env | sort
env X=5 sh -c 'echo $X'
export NAME=value; env | grep '^NAME='
env | grep '^NOTSET='; echo "status $?"
env -u NAME sh -c 'echo [${NAME}]'
id -u; id -un; whoami; id -g
uname -s; [ -n "$(uname -r)" ] && echo release
[ "$(hostname)" = "$(uname -n)" ] && echo "same name"
which sh > /dev/null && echo "has sh"; which nosuch; echo "status $?"
command -v cd; type true | head -n 1
[ "$(nproc)" -ge 1 ] && echo processors
echo ${HOME:+home} ${PATH:+path}
env nosuch; echo "status $?"
A=x env | grep '^A='
basename /a/b/c.txt; basename c.txt .txt; dirname /a/b/c; dirname c; dirname /a
pwd | grep -q / && echo folder; cd /; pwd; cd - > /dev/null
