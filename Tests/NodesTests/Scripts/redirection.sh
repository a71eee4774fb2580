# Redirections of descriptors and files.
echo first > out; echo second >> out; cat out
cat < out | head -n 1
ls nofile 2> err; echo "status $?"; cat err
{ echo to-out; echo to-err >&2; } > both 2>&1; sort both
echo hidden > /dev/null
(echo sub; echo err >&2) 2>/dev/null
exec 3> three; echo via three >&3; exec 3>&-; cat three
exec 4< out; read line <&4; echo "read $line"; read line <&4; echo "then $line"; exec 4<&-
> emptied; wc -c < emptied
echo data | tee copy | cat - out
: > out; [ -s out ] || echo "out is empty"
echo swap 3>&1 1>&2 2>&3 3>&- 2>/dev/null | cat
for i in 1 2; do echo loop $i; done > loopfile; cat loopfile
if true; then echo in-if; fi > iffile; cat iffile
echo a b c > 'file with space'; cat "file with space"
