from passlib.hash import bcrypt

print(bcrypt.hash("secret")[:7])
