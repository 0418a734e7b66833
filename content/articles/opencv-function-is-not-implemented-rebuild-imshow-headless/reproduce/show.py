import cv2
import numpy

cv2.imshow("image", numpy.zeros((100, 100), numpy.uint8))
