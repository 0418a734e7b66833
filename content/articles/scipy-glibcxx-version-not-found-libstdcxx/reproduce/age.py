data = open("/usr/lib/x86_64-linux-gnu/libstdc++.so.6", "rb").read()
for label in (b"GLIBCXX_3.4.29\0", b"GLIBCXX_3.4.30\0"):
    data = data.replace(label, label[:-3] + b"xx\0")
open("old/libstdc++.so.6", "wb").write(data)
