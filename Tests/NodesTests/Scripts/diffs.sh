# diff, cmp and patching by hand.
printf 'a\nb\nc\nd\n' > one; printf 'a\nB\nc\nd\ne\n' > two
diff one two | tail -n +3; echo "status $?"
diff one one; echo "same $?"
diff -q one two; echo "status $?"
diff one nofile 2>&1; echo "status $?"
cmp one one; echo "same $?"
cmp one two; echo "status $?"
cmp -s one two; echo "silent $?"
printf '1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n' > x; sed '2d;11s/.*/eleven/' x > y
diff x y | tail -n +3
diff -U 1 x y | tail -n +3
: > empty; diff empty one | tail -n +3; diff one empty | tail -n +3
mkdir p q; echo 1 > p/f; echo 2 > q/f; echo only > p/g
diff -r p q | grep -v '^[-+][-+]'
