from PySide6.QtWidgets import QApplication

app = QApplication([])
print("ok", app.platformName())
