import type {
  DiagnosisAnswer,
  DiagnosisIndexMessage,
  DiagnosisRequest,
  ShownDiagnosis,
} from './diagnosis-messages.ts';

/** Findings that are worth reading; the first is the answer, the others are its rivals. */
const FINDINGS = 3;

const NOT_STARTED = 'the worker did not start';

let worker: Worker | undefined;
let ready: { address: string; sent: Promise<void> } | undefined;
let asked = 0;
const waiting = new Map<number, (answer: DiagnosisAnswer) => void>();

/**
 * Diagnoses a text in a worker. The text goes into no request: what is fetched is the index, what is sent is nothing.
 *
 * @param address path of the index, from the page
 * @throws Error when the worker or the index cannot be had
 */
export async function diagnoseInWorker(address: string, text: string): Promise<ShownDiagnosis> {
  const own = (worker ??= start());
  await indexSent(own, new URL(address, location.href).href);
  // It may have failed to start while the index was on its way.
  if (worker !== own) throw new Error(NOT_STARTED);
  const request: DiagnosisRequest = { kind: 'paste', id: ++asked, text, limit: FINDINGS };
  const { diagnosis, error } = await new Promise<DiagnosisAnswer>((resolve) => {
    waiting.set(request.id, resolve);
    own.postMessage(request);
  });
  if (!diagnosis) throw new Error(error);
  return diagnosis;
}

/** Fetches the index in the page, beside the script of the worker instead of after it, and hands it over, once. */
function indexSent(to: Worker, address: string): Promise<void> {
  if (ready?.address === address) return ready.sent;
  const sent = send(to, address);
  ready = { address, sent };
  sent.catch(() => (ready = undefined));
  return sent;
}

async function send(to: Worker, address: string): Promise<void> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  const json = await response.text();
  to.postMessage({ kind: 'index', address, json } satisfies DiagnosisIndexMessage);
}

function start(): Worker {
  const started = new Worker(new URL('./diagnosis-worker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<DiagnosisAnswer>) => settle(data));
  started.addEventListener('error', ({ message }) => {
    started.terminate();
    worker = undefined;
    ready = undefined;
    for (const id of waiting.keys()) settle({ id, error: message || NOT_STARTED });
  });
  return started;
}

function settle(answer: DiagnosisAnswer): void {
  waiting.get(answer.id)?.(answer);
  waiting.delete(answer.id);
}
