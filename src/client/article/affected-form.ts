import { copyText } from '../shared/clipboard.ts';
import { queryRequired, siteLocale } from '../shared/dom.ts';
import {
  findMachine,
  forgetMachine,
  isRemembered,
  keepMachine,
  type KeptMachine,
} from '../shared/machine-store.ts';
import { evaluateFault, type AffectedFacts, type MachinePackage } from '../../domain/affected/evaluate-fault.ts';
import { packageKey } from '../../domain/versions/package-name.ts';
import { ecosystems, platforms, type Ecosystem } from '../../domain/vocabulary.ts';
import { answerWords } from '../../i18n/answer-words.ts';
import { describeAnswer } from '../../i18n/describe-answer.ts';

type Field = HTMLInputElement | HTMLSelectElement;

/** Answers the form "Am I affected?" of an article, at once and at every key stroke. */
export function answerForm(form: HTMLFormElement): void {
  const fault = JSON.parse(form.dataset['fault'] ?? '{}') as AffectedFacts;
  const fields = [...form.querySelectorAll<Field>('input[name], select[name]')];
  const remember = queryRequired<HTMLInputElement>(form, '[data-remember]');
  const copy = queryRequired<HTMLButtonElement>(form, '[data-copy-answer]');
  const hint = queryRequired(form, '[data-verdict]').firstElementChild;
  const locale = siteLocale();

  function answer(): void {
    const isEmpty = fields.every(({ value }) => value.trim() === '');
    copy.hidden = isEmpty;
    queryRequired(form, '[data-clear]').hidden = isEmpty;
    const area = queryRequired(form, '[data-verdict]');
    if (isEmpty) {
      area.replaceChildren(...(hint ? [hint] : []));
      return;
    }
    const { verdict, headline, lines } = describeAnswer(
      evaluateFault(fault, { ...machineIn(fields), isComplete: false }),
      answerWords[locale],
    );
    const head = document.createElement('p');
    head.className = `verdict-head verdict-${verdict}`;
    head.textContent = headline;
    const list = document.createElement('ul');
    list.append(
      ...lines.map((line) => {
        const item = document.createElement('li');
        item.textContent = line;
        return item;
      }),
    );
    area.replaceChildren(head, ...(lines.length > 0 ? [list] : []));
  }

  function typed(): void {
    answer();
    const known = findMachine();
    keepMachine(joined(known, machineIn(fields)), remember.checked);
  }

  form.addEventListener('input', ({ target }) => {
    if (target !== remember) typed();
    else if (remember.checked) keepMachine(joined(findMachine(), machineIn(fields)), true);
    else forgetMachine(false);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    answer();
  });
  form.addEventListener('reset', (event) => {
    event.preventDefault();
    for (const field of fields) field.value = '';
    forgetMachine(true);
    remember.checked = false;
    answer();
    fields[0]?.focus();
  });
  const { copied = '', copyFailed = '' } = copy.dataset;
  const label = copy.textContent;
  copy.addEventListener('click', async () => {
    copy.textContent = (await copyText(addressOf(fields))) ? copied : copyFailed;
    setTimeout(() => (copy.textContent = label), 2000);
  });

  remember.checked = isRemembered();
  fill(fields);
  answer();
}

/** From the address if it says anything, else from what is known of the machine. */
function fill(fields: readonly Field[]): void {
  const asked = new URLSearchParams(location.search);
  const isAsked = fields.some(({ name }) => asked.has(name));
  const known = findMachine();
  for (const field of fields) {
    const value = isAsked ? asked.get(field.name) : known && valueIn(known, field);
    if (value && field.value === '') field.value = value.slice(0, 100);
  }
}

function valueIn(machine: KeptMachine, field: Field): string | undefined {
  if (field.name === 'platform') return machine.platform;
  if (field.name === 'python' && field.dataset['package'] === undefined) {
    const { python, build } = machine;
    const flag = build === 'free-threaded' && python && !python.endsWith('t') ? 't' : '';
    return python && python + flag;
  }
  const [ecosystem, name] = packageOf(field);
  return machine.packages.find(
    (candidate) =>
      (candidate.ecosystem ?? ecosystem) === ecosystem &&
      packageKey(ecosystem, candidate.name) === packageKey(ecosystem, name),
  )?.version;
}

function packageOf({ dataset }: Field): [Ecosystem, string] {
  const ecosystem = ecosystems.find((known) => known === dataset['ecosystem']) ?? ecosystems[0];
  return [ecosystem, dataset['package'] ?? ''];
}

function machineIn(fields: readonly Field[]): KeptMachine {
  const packages: MachinePackage[] = [];
  let python: string | undefined;
  let platform: KeptMachine['platform'];
  for (const field of fields) {
    const value = field.value.trim();
    if (field.dataset['package'] !== undefined) {
      const [ecosystem, name] = packageOf(field);
      if (value !== '') packages.push({ ecosystem, name, version: value });
    } else if (field.name === 'python') {
      python = value === '' ? undefined : value;
    } else {
      platform = platforms.find((known) => known === value);
    }
  }
  // A Python without a `t` is the one with the GIL: who types a version knows which one it is.
  const build = python === undefined ? undefined : /t$/i.test(python) ? 'free-threaded' : 'gil';
  return {
    ...(python !== undefined && { python }),
    ...(build && { build }),
    ...(platform && { platform }),
    packages,
  };
}

/** What was known and what has been typed now, which counts more. */
function joined(known: KeptMachine | undefined, typed: KeptMachine): KeptMachine {
  const keyOf = ({ ecosystem = 'PyPI', name }: MachinePackage) =>
    `${ecosystem} ${packageKey(ecosystem, name)}`;
  const now = new Set(typed.packages.map(keyOf));
  const others = (known?.packages ?? []).filter((other) => !now.has(keyOf(other)));
  return { ...known, ...typed, packages: [...typed.packages, ...others] };
}

/** The address of this answer: this page, with what stands in the fields. */
function addressOf(fields: readonly Field[]): string {
  const query = new URLSearchParams();
  for (const { name, value } of fields) if (value.trim() !== '') query.set(name, value.trim());
  return `${location.origin}${location.pathname}?${query.toString()}`;
}
