# chmod, chown, umask, stat, readlink and realpath.
echo 1 > f; mkdir d
chmod 600 f; stat -c %a f; chmod u+x f; stat -c %a f
chmod go+r f; stat -c %A f; chmod a-r f; stat -c %a f; chmod 755 f d; ls -ld d | cut -c1-10
chmod u=rw,go= f; stat -c %a f; chmod +x f; stat -c %a f; chmod -x f; stat -c '%a %s' f
chmod 9 f; echo "status $?"; chmod 644 nofile; echo "status $?"
chmod -R 700 d; stat -c %a d
chown 1000:1000 f; stat -c '%u %g' f; chown 0 f; stat -c '%u:%g' f
ln -s f l; readlink l; readlink f; echo "status $?"
cd d; readlink -f ../l | sed 's,.*/,,'; cd ..
realpath ./d/../f | sed 's,.*/,,'; realpath d/. | sed 's,.*/,,'
[ -x d ] && echo "d open"
mktemp -d /tmp/testXXXXXX | cut -c1-9; x=$(mktemp); [ -f "$x" ] && echo made
dd if=/dev/zero of=z bs=1k count=3 2>/dev/null; stat -c %s z
dd if=f bs=1 count=1 2>/dev/null; echo; truncate -s 10 z; stat -c %s z
