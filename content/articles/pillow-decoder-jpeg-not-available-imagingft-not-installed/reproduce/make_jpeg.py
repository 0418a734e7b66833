import base64

# A grey JPEG of one pixel.
data = (
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAP//////////////////////////////////////////"
    "////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAA"
    "AAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AN//Z"
)
open("x.jpg", "wb").write(base64.b64decode(data))
