from PyQt5.QtWidgets import QApplication

app = QApplication([])

import cv2
import numpy

cv2.imshow("window", numpy.zeros((9, 9)))
cv2.waitKey(10)
print("ok", app.platformName())
