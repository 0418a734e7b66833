import path from 'node:path';
import process from 'node:process';

/**
 * Variables of this process that steps get. All others are withheld: what a stranger's step runs must not see tokens. The
 * prefixes configure installers, the last two which code OpenBLAS runs.
 */
const PASSED =
  /^(?:PATH|HOME|USER|TMPDIR|TEMP|TMP|SystemRoot|COMSPEC|PATHEXT|APPDATA|LOCALAPPDATA|USERPROFILE|(?:https?|no|all)_proxy|(?:PIP|UV|CARGO|RUSTUP)_\w+|SSL_CERT_\w+|REQUESTS_CA_BUNDLE|OPENBLAS_CORETYPE|OPENBLAS_L2_SIZE)$/i;

const SECRET = /token|password|secret|credential|(?:^|_)key(?:_|$)/i;

type Variables = Readonly<Record<string, string | undefined>>;

/** Returns the variables of `env` that may be passed on. */
export function passedVariables(env: Variables): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined && PASSED.test(entry[0]) && !SECRET.test(entry[0]),
    ),
  );
}

/** Name of the folder of a virtual environment with its programs. */
export const programFolder = process.platform === 'win32' ? 'Scripts' : 'bin';

/**
 * Returns the variables with which steps run: an activated environment, English messages in UTF-8, no colors, and output in
 * the order in which a terminal shows it.
 *
 * @param folder of the virtual environment
 */
export function stepVariables(env: Variables, folder: string): Record<string, string> {
  const passed = passedVariables(env);
  return {
    ...passed,
    PATH: [path.join(folder, programFolder), passed['PATH'] ?? ''].join(path.delimiter),
    VIRTUAL_ENV: folder,
    LC_ALL: 'C.UTF-8',
    NO_COLOR: '1',
    // The pip of another Python, found where the environment has none, would install into that Python.
    PIP_REQUIRE_VIRTUALENV: '1',
    PYTHONNOUSERSITE: '1',
    PYTHONUNBUFFERED: '1',
    TERM: 'dumb',
    TZ: 'UTC',
  };
}
