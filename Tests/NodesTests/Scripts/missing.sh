# Programs that busybox does not have: a shell says so, with 127.
curl -s http://127.0.0.1/; echo "curl $?"
stress --cpu 1 --timeout 1s; echo "stress $?"
curl --version | head -n 1; echo "pipeline $?"
command -v curl stress; echo "nowhere $?"
which curl; echo "which $?"
type stress 2>&1; echo "type $?"
if ! curl -s localhost; then echo "no curl"; fi
stress || echo "no stress"
env curl; echo "env $?"
timeout 1 stress; echo "timeout $?"
echo http://127.0.0.1/ | xargs curl; echo "xargs $?"
sh -c 'curl -s x'; echo "sh $?"
sh -c 'stress; echo "inside $?"'
(exec curl); echo "exec $?"
./stress; echo "here $?"; mkdir curl; ./curl; echo "folder $?"
for tool in curl wget stress seq; do command -v $tool > /dev/null && echo "has $tool"; done
