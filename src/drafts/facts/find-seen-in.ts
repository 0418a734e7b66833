import { normalizeName } from '../../domain/versions/package-name.ts';
import { trackerItem } from '../../domain/upstream/tracker-address.ts';
import { atLine, type Found } from './found.ts';
import type { KnownProject, Names } from '../versions/known-project.ts';
import type { Reading } from '../reading/reading.ts';

/** Packages whose import name is another. */
const PACKAGES: Readonly<Record<string, string>> = {
  cv2: 'opencv-python',
  sklearn: 'scikit-learn',
  skimage: 'scikit-image',
  pil: 'pillow',
  yaml: 'pyyaml',
  torch: 'torch',
};

/** Tools that are in every traceback of a build. */
const TOOLS =
  /^(?:pip|setuptools|wheel|pkg-resources|pyproject-hooks|build|importlib.*|distutils.*|pytest|pluggy|ipython|ipykernel|traitlets|jupyter.*|python)$/;

const INSTALLED = /(?:site|dist)-packages[\\/]{1,2}([A-Za-z_]\w*)[\\/.]/g;

const MOST = 5;

/** Packages in which the fault was met: those in the tracebacks, and the one on whose tracker it was reported. */
export function findSeenIn(
  { code, source }: Reading,
  project: KnownProject | undefined,
  names: Names,
): Found<string>[] {
  const found = new Map<string, string>();
  const add = (word: string, read: string) => {
    const plain = normalizeName(word.replace(/^_+/, ''));
    const name = PACKAGES[plain] ?? plain;
    if (name === '' || TOOLS.test(name) || names.meaning(name) !== undefined || found.has(name))
      return;
    found.set(name, read);
  };
  const item = source.issue && trackerItem(source.issue.url);
  if (item && `${item.owner}/${item.repo}`.toLowerCase() !== project?.repository)
    add(item.repo, 'url');
  for (const { text, from } of code) {
    for (const [, name = ''] of text.matchAll(INSTALLED)) add(name, atLine(from));
  }
  return [...found].slice(0, MOST).map(([value, read]) => ({ value, read, isSure: false }));
}
