import type { Column } from '../lookup-table.ts';

const CONTENTS = 'https://packages.debian.org/#search_contents';
const OPAM = 'https://github.com/ocaml/opam-repository';
const ROSDEP = 'https://github.com/ros/rosdistro';
const CONDA = 'https://github.com/conda-forge/feedstock-outputs';

/** Returns the columns of the table, compared on the given day. */
export function libraryColumns(checked: string): Record<string, Column> {
  const key = (en: string, zh: string): Column => ({
    kind: 'key',
    title: { en, zh },
    source: CONTENTS,
    checked,
  });
  const packages = (en: string, zh: string, sources: Record<string, string>): Column => ({
    kind: 'packages',
    title: { en, zh },
    sources: Object.fromEntries(
      Object.entries(sources).map(([system, source]) => [system, { source, checked }]),
    ),
  });
  const bySystem = { debian: CONTENTS, fedora: ROSDEP, arch: ROSDEP, homebrew: OPAM, conda: CONDA };
  return {
    header: key('Headers', '头文件'),
    library: key('Shared libraries', '共享库'),
    link: key('Link names', '链接名'),
    module: key('pkg-config modules', 'pkg-config 模块'),
    cmake: key('CMake packages', 'CMake 包'),
    program: key('Programs', '程序'),
    build: packages('To build', '构建所需', {
      pip: 'https://pypi.org',
      ...bySystem,
      alpine: OPAM,
      windows: 'https://github.com/microsoft/winget-pkgs',
    }),
    run: packages('To run', '运行所需', bySystem),
    run_previous: packages('To run on Debian 12', '在 Debian 12 上运行所需', { debian: CONTENTS }),
    python: {
      kind: 'python',
      title: { en: 'Python packages', zh: 'Python 包' },
      source: 'https://pypi.org',
      checked,
    },
    note: {
      kind: 'text',
      title: { en: 'Note', zh: '说明' },
      source: 'https://pypi.org',
      checked,
    },
  };
}
