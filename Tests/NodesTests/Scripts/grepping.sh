# grep with its switches.
printf 'apple pie\nBanana split\ncherry tart\napple\n\npine apple 42\n' > f
printf 'apple\nplum\n' > g
grep apple f
grep -n apple f g
grep -c apple f g
grep -v apple f
grep -i BANANA f
grep -w apple f | wc -l
grep -x apple f
grep -o 'a[a-z]*' g f
grep -E '^(apple|cherry)' f
grep -F 'a.' f; echo "status $?"
grep -l plum f g; grep -L plum f g
grep -q apple f && echo quiet
grep -e plum -e pie f g
grep -A1 Banana f; grep -B1 -n cherry f; grep -C1 cherry f
grep '^$' f | wc -l
grep '[0-9]\{2\}' f; grep -E '[0-9]{2}$' f
grep zzz f; echo "status $?"
grep apple nofile g; echo "status $?"
mkdir d; cp g d; grep -r plum d; grep -h -r plum d
grep -m1 apple f; grep -s x nofile; echo "status $?"
grep -f g f; echo "a|b" | grep 'a|b'; echo ab | grep 'a\|z'
