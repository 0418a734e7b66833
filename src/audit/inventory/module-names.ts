/** Packages on PyPI by the top-level names of their modules, where they differ. */
const PACKAGES: ReadonlyMap<string, string> = new Map([
  ['Crypto', 'pycryptodome'],
  ['OpenSSL', 'pyopenssl'],
  ['PIL', 'pillow'],
  ['_brotli', 'brotli'],
  ['_cffi_backend', 'cffi'],
  ['_pydantic_core', 'pydantic-core'],
  ['_ruamel_yaml', 'ruamel.yaml.clib'],
  ['bs4', 'beautifulsoup4'],
  ['cuda', 'cuda-bindings'],
  ['cv2', 'opencv-python'],
  ['dateutil', 'python-dateutil'],
  ['faiss', 'faiss-cpu'],
  ['fitz', 'pymupdf'],
  ['gi', 'pygobject'],
  ['google', 'protobuf'],
  ['grpc', 'grpcio'],
  ['iris', 'scitools-iris'],
  ['osgeo', 'gdal'],
  ['pvectorc', 'pyrsistent'],
  ['pywintypes', 'pywin32'],
  ['pythoncom', 'pywin32'],
  ['skimage', 'scikit-image'],
  ['sklearn', 'scikit-learn'],
  ['win32api', 'pywin32'],
  ['yaml', 'pyyaml'],
  ['zmq', 'pyzmq'],
]);

/** Returns the package on PyPI that contains a module: numpy for `numpy.core._multiarray_umath`. */
export function packageOfModule(module: string): string {
  const [first = module] = module.split('.');
  return PACKAGES.get(first) ?? first;
}
