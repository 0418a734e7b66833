import pickle

with open("model.pkl", "rb") as file:
    print(pickle.load(file).predict([[1]]))
