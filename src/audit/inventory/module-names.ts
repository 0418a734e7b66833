/** Modules that are not called like the package on PyPI that brings them, by their first name. */
const PACKAGES: ReadonlyMap<string, string> = new Map([
  ['Crypto', 'pycryptodome'],
  ['OpenSSL', 'pyopenssl'],
  ['PIL', 'pillow'],
  ['_brotli', 'brotli'],
  ['_cffi_backend', 'cffi'],
  ['_pydantic_core', 'pydantic-core'],
  ['_ruamel_yaml', 'ruamel.yaml.clib'],
  ['cuda', 'cuda-bindings'],
  ['cv2', 'opencv-python'],
  ['faiss', 'faiss-cpu'],
  ['fitz', 'pymupdf'],
  ['gi', 'pygobject'],
  ['google', 'protobuf'],
  ['grpc', 'grpcio'],
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

/** The package on PyPI that brings a module: `numpy.core._multiarray_umath` comes with numpy. */
export function packageOfModule(module: string): string {
  const [first = module] = module.split('.');
  return PACKAGES.get(first) ?? first;
}
