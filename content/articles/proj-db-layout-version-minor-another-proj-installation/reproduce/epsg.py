import rasterio.crs

print(rasterio.crs.CRS.from_epsg(4326))
