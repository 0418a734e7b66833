import type { MachinePackage } from '../../domain/affected/machine.ts';
import { packageKey } from '../../domain/versions/package-name.ts';
import { ecosystems, platforms, type Ecosystem } from '../../domain/vocabulary.ts';
import { pythonText, typedPython } from '../../domain/environment/describe-environment.ts';
import { knownFacts } from '../../domain/environment/environment.ts';
import type { StoredMachine } from '../shared/machine-store.ts';

type Field = HTMLInputElement | HTMLSelectElement;

/** In characters, of a value taken from an address; chosen. */
const MAX_VALUE_LENGTH = 100;

/** The fields of an article's version form: packages, Python and platform. */
export class VersionFields {
  readonly #fields: readonly Field[];
  /** Fields whose value the reader has entered, possibly before this script ran. */
  readonly #typed: Set<Field>;

  constructor(form: HTMLFormElement) {
    this.#fields = [...form.querySelectorAll<Field>('input[name], select[name]')];
    this.#typed = new Set(this.#fields.filter(({ value }) => value !== ''));
    form.addEventListener('input', ({ target }) => {
      const field = this.#fields.find((candidate) => candidate === target);
      if (field) this.#typed.add(field);
    });
  }

  get isEmpty(): boolean {
    return this.#fields.every(({ value }) => value.trim() === '');
  }

  /** Fills empty fields from the query of the address if it has any of them, else from the stored machine. */
  fill(query: URLSearchParams, machine: StoredMachine | undefined): void {
    const isInQuery = this.#fields.some(({ name }) => query.has(name));
    for (const field of this.#fields) {
      const value = isInQuery ? query.get(field.name) : machine && valueFor(field, machine);
      if (value && field.value === '') field.value = value.slice(0, MAX_VALUE_LENGTH);
    }
  }

  clear(): void {
    for (const field of this.#fields) field.value = '';
    this.#typed.clear();
    this.#fields[0]?.focus();
  }

  /** Returns the machine that the fields describe. */
  read(): StoredMachine {
    return readFields(this.#fields);
  }

  /** Returns what the reader has entered of it; other values may come from the address. */
  readTyped(): StoredMachine {
    return readFields([...this.#typed]);
  }

  /** Returns the values with their names, for a reader: `cython 3.0.9, Python 3.12, Linux`. */
  describe(): string {
    return this.#fields
      .filter(({ value }) => value.trim() !== '')
      .map((field) => {
        if (field instanceof HTMLSelectElement) return field.selectedOptions[0]?.text ?? '';
        return `${packageOf(field)?.name ?? 'Python'} ${field.value.trim()}`;
      })
      .join(', ');
  }

  /** Returns the address of this page with the values of the fields as its query. */
  address(): string {
    const query = new URLSearchParams();
    for (const { name, value } of this.#fields) {
      if (value.trim() !== '') query.set(name, value.trim());
    }
    return `${location.origin}${location.pathname}?${query.toString()}`;
  }
}

/** Merges what was typed into the stored machine; the typed values win. */
export function mergeMachines(
  stored: StoredMachine | undefined,
  typed: StoredMachine,
): StoredMachine {
  const keyOf = ({ ecosystem = 'PyPI', name }: MachinePackage) =>
    `${ecosystem} ${packageKey(ecosystem, name)}`;
  const typedKeys = new Set(typed.packages.map(keyOf));
  const others = (stored?.packages ?? []).filter((other) => !typedKeys.has(keyOf(other)));
  return { ...stored, ...typed, packages: [...typed.packages, ...others] };
}

function readFields(fields: readonly Field[]): StoredMachine {
  const packages: MachinePackage[] = [];
  let python: string | undefined;
  let platform: StoredMachine['platform'];
  for (const field of fields) {
    const value = field.value.trim();
    if (value === '') continue;
    const fieldPackage = packageOf(field);
    if (fieldPackage) packages.push({ ...fieldPackage, version: value });
    else if (field.name === 'python') python = value;
    else platform = platforms.find((known) => known === value);
  }
  const interpreter = python === undefined ? {} : typedPython(python);
  return { ...knownFacts({ ...interpreter, platform }), packages };
}

function valueFor(field: Field, machine: StoredMachine): string | undefined {
  const fieldPackage = packageOf(field);
  if (!fieldPackage) return field.name === 'platform' ? machine.platform : pythonText(machine);
  const { ecosystem } = fieldPackage;
  const key = packageKey(ecosystem, fieldPackage.name);
  return machine.packages.find(
    (candidate) =>
      (candidate.ecosystem ?? ecosystem) === ecosystem &&
      packageKey(ecosystem, candidate.name) === key,
  )?.version;
}

/** A package may itself be named `python` or `platform`, so its name is in a `data-` attribute. */
function packageOf({ dataset }: Field): { ecosystem: Ecosystem; name: string } | undefined {
  const name = dataset['package'];
  if (name === undefined) return undefined;
  const ecosystem = ecosystems.find((known) => known === dataset['ecosystem']) ?? ecosystems[0];
  return { ecosystem, name };
}
