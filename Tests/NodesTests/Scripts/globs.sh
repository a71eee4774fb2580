# File name patterns.
mkdir d; cd d
touch a.txt b.txt c.md .hidden 'sp ace' file1 file2 file10
echo *
echo *.txt
echo ?.md
echo [ab].txt [!ab].*
echo file[0-9] file*
echo .h*
echo *.none
echo "*" '*'
for f in *.txt; do echo "<$f>"; done
mkdir sub; touch sub/x sub/y
echo */ sub/*
echo */x
for f in *' '*; do echo "[$f]"; done
set -- *.md; echo $#
ls -d s*
p='*.txt'; echo $p; echo "$p"
echo [a-c]*
echo \*.txt
