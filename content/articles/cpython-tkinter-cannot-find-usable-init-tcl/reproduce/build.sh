# Makes a copy of libtcl that looks for its scripts in another folder, and a copy of the scripts that wants another release.
lib=$(ldd "$(python -c "import _tkinter; print(_tkinter.__file__)")" | awk '/libtcl8.6/ { print $3 }')
scripts=$(python -c "import tkinter; print(tkinter.Tcl().eval('info library'))")
mkdir -p moved
sed 's#/usr/share/tcltk#/opt/removed/tcl#g' "$lib" > moved/libtcl8.6.so
cp -r "$scripts" other
sed -i 's/package require -exact Tcl 8.6.[0-9]*/package require -exact Tcl 8.6.10/' other/init.tcl
ln -s "$scripts" right
