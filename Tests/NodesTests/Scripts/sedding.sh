# sed: substitutions, addresses, commands.
printf 'one fish\ntwo fish\nred fish\nblue fish\n' > f
sed 's/fish/cat/' f
sed -n '2p;$p' f
sed '1d;/red/d' f
sed '2,3s/fish/dog/g' f
sed -e 's/one/1/' -e 's/two/2/' f | head -n 2
sed '/two/,/blue/!d' f
sed 's/\(.*\) \(.*\)/\2 \1/' f | head -n 1
sed -E 's/(o|e)+/<&>/g' f
sed 's/fish/bird/2' f | head -n 1; echo 'a a a' | sed 's/a/b/2'
sed '2i\
inserted' f | head -n 3
sed '1a appended' f | head -n 2
sed '3c\changed' f | sed -n 3p
sed 'y/abc/ABC/' f | tail -n 1
sed -n '/red/=' f
sed '2q' f
sed -n '$=' f
sed 's,fish,/path/,;s/\//|/g' f | head -n 1
sed ':a;N;$!ba;s/\n/ /g' f
sed -n 'h;G;p' f | head -n 2
sed 'n;d' f
cp f g; sed -i 's/fish/whale/' g; cat g
sed 's/x/y' f; echo "status $?"
echo hello | sed 's/l*/X/g'
echo "a.b.c" | sed 's/\./-/g; s/-/\n/'
sed '/one/{s/o/0/;s/e/3/}' f | head -n 1
sed --expression='s/fish/&&/' f | tail -n 1
