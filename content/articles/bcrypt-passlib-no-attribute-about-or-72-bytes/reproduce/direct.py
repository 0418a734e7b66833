import bcrypt

hashed = bcrypt.hashpw("secret".encode(), bcrypt.gensalt())
print(bcrypt.checkpw("secret".encode(), hashed))
