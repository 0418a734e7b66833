import pickle

from sklearn.tree import DecisionTreeClassifier

model = DecisionTreeClassifier().fit([[0], [1]], [0, 1])
with open("model.pkl", "wb") as file:
    pickle.dump(model, file)
