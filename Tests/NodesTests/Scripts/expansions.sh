# Every form of parameter expansion.
path=/usr/local/lib/file.tar.gz
echo ${path##*/} ${path%/*} ${path%%.*} ${path#*/} ${path%.gz}
unset u; e=
echo "${u:-default} ${e:-empty} ${e-kept} ${u+set} ${e+set} ${path:+filled}"
echo "${u:=assigned} $u"
echo ${#path} ${#e}
(: ${missing:?is needed}) 2>&1 | sed 's/.*missing/missing/'
echo "status ${?}"
s=hello-world-hello
echo ${s/hello/bye} ${s//hello/bye} ${s//-/_}
echo ${s:6} ${s:6:5} ${s:0:1}
v=name; name=value
eval echo \$$v
echo "${path%"${path#?}"}"
a='x y'; echo "${a%% *}|${a#* }"
echo "${u:-"quoted default"}" ${u:+"${s%%-*}"}
set -- a b c
echo "${#}" "${1}${2}" "${@}"
echo "${s%%[-_]*}" "${s##*[-_]}"
x='a*b'; echo "${x#a\*}" "${x%'*b'}"
