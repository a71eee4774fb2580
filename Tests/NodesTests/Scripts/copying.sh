# cp, mv, rm, mkdir, rmdir, touch, ln.
mkdir -p a/b/c; echo one > a/one; echo two > a/b/two
cp a/one copy; cat copy
cp -r a z; cat z/b/two; ls -R z
cp a z; echo "status $?"
cp nofile x; echo "status $?"
cp a/one a/b/two z; ls z
mv copy moved; cat moved; ls copy
mv moved z; ls z
mv nofile x; echo "status $?"
rm z/one; rm z; echo "status $?"
rm nofile; echo "status $?"
rm -f nofile; echo "status $?"
rm -r z; ls -d z
mkdir a; echo "status $?"
mkdir q/w; echo "status $?"
mkdir -p q/w; rmdir q; echo "status $?"; rmdir q/w q; ls -d q
touch new; [ -f new ] && [ ! -s new ] && echo touched
ln -s a/one soft; cat soft; readlink soft
ln -s a/one soft; echo "status $?"; ln -sf a/b/two soft; cat soft
cp soft plain; [ -L plain ] || echo followed
