# tr, fold, expand, wc, od and hexdump.
echo hello | tr a-y b-z
echo hello | tr -d l; echo aabbcc | tr -s ab; echo "a b c" | tr ' ' '\n'
echo Hello World | tr '[:upper:]' '[:lower:]'; echo hello123 | tr -cd '[:digit:]'; echo
echo abc | tr abc x; echo 'path/to' | tr / _
printf 'abcdefghij\n' | fold -w 4; printf 'the quick brown\n' | fold -s -w 8
printf 'a\tb\n' | expand; printf 'a\tb\n' | expand -t 4
printf 'one two\nthree\n' > f
wc f; wc -l f; wc -w < f; wc -c f; cat f | wc
wc f f; wc nofile; echo "status $?"
printf 'AB\n' | od -c; printf 'AB\n' | od -x; printf 'AB\n' | od -An -tx1
printf 'Hello, World! 123\n' | hexdump -C
printf 'hi\n' | xxd; printf 'hi' | xxd -p
printf 'hello' | base64; echo aGVsbG8= | base64 -d; echo
printf 'hello' | md5sum; printf 'hello' | sha256sum; printf 'hello' | sha1sum
