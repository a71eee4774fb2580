# echo and printf in all their forms.
echo plain text   squeezed
echo -n no newline; echo
echo -e 'tab\there\nnew line\\ back'
echo -E 'a\tb'
echo -ne 'x\n'
echo -e 'cut\c never'; echo
echo -e '\x41\0102\e[0m' | od -c | head -n 1
printf '%s %s\n' a b c
printf '%d|%5d|%-5d|%05d|%+d\n' 42 42 42 42 42
printf '%x %X %o %#x %#o\n' 255 255 8 255 8
printf '%.2f %8.3f %e %g\n' 3.14159 2.71828 12345.678 0.0001
printf '%s|%10s|%-10s|%.3s\n' abc abc abc abcdef
printf '%c%c%c\n' x yz 1
printf '%b\n' 'a\tb\n'
printf '%%|%5%|\n' 2>/dev/null; echo " status $?"
printf '\101\t\x42\n'
printf 'no args: [%s] [%d]\n'
printf '%d\n' 0x10 010 "'A"
printf '%d\n' abc 2>/dev/null; echo "status $?"
printf '%s, ' 1 2 3; echo
printf '%*s|%-*s|\n' 6 ab 6 cd
