# find, xargs, stat and du.
mkdir -p t/a/b t/c; echo 1 > t/x.txt; echo 22 > t/a/y.txt; : > t/a/b/z.log; ln -s x.txt t/link
find t -name '*.txt' | sort
find t -type d | sort; find t -type f | sort; find t -type l
find t -maxdepth 1 | sort; find t -mindepth 2 -type f | sort
find t -name '*.log' -o -name 'x*' | sort
find t ! -name '*.txt' -type f
find t -size 0
find t -name '*.txt' -exec cat {} \; | sort
find t -type f -exec echo {} + | tr ' ' '\n' | sort
find t -path '*a*' -name '*.txt'; find t -iname 'X.TXT'
find t -name '*.log' -exec rm {} \;; find t -name '*.log'
find t/c -print; find nofile; echo "status $?"
printf 'a b\nc\n' | xargs echo got
seq 5 | xargs -n 2 echo; printf 'x\ny\n' | xargs -I{} echo "<{}>"
echo | xargs echo empty; printf '' | xargs -r echo never
find t -name '*.txt' | sort | xargs wc -l
find t -name '*.txt' -print0 | xargs -0 ls | sort
stat -c '%s %n %F' t/x.txt t/c t/a/y.txt | sed 's/^[0-9]* t.c/N t\/c/'; stat -c %a t/x.txt
xargs false < /dev/null; echo "status $?"; echo a | xargs false; echo "status $?"
