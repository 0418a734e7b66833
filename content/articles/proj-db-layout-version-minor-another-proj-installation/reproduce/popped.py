import os

for name in ("PROJ_LIB", "PROJ_DATA"):
    os.environ.pop(name, None)

import rasterio.crs

print(rasterio.crs.CRS.from_epsg(4326))
