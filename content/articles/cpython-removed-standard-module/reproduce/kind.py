import imghdr

print(imghdr.what("picture", h=b"\x89PNG\r\n\x1a\n"))
