/** Returns a lock file of uv with 2,000 packages, the first four of them with known faults. */
export function largeLockFile(): string {
  const known = ['numpy 2.0.2', 'numba 0.60.0', 'pybind11 2.11.1', 'cython 3.0.2'];
  const pins = Array.from({ length: 2_000 }, (_, n) => known[n] ?? `package-${n} 1.${n}.0`);
  const host = 'https://files.pythonhosted.org/packages';
  const tags = ['cp311-win_amd64', 'cp312-manylinux_2_17_x86_64', 'cp313-macosx_11_0_arm64'];
  const entries = pins.map((pin) => {
    const [name, version] = pin.split(' ');
    const wheels = tags.map(
      (tag) =>
        `    { url = "${host}/${name}-${version}-${tag}.whl", hash = "sha256:${'0'.repeat(64)}", size = 1000000 },`,
    );
    return `[[package]]\nname = "${name}"\nversion = "${version}"\nsource = { registry = "https://pypi.org/simple" }\nwheels = [\n${wheels.join('\n')}\n]\n`;
  });
  return `version = 1\nrevision = 3\nrequires-python = ">=3.11"\n\n${entries.join('\n')}`;
}
