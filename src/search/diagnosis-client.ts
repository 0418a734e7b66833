import type { DiagnosisAnswer, DiagnosisRequest, ShownDiagnosis } from './diagnosis-file.ts';

/** Findings that are worth reading; the first is the answer, the others are its rivals. */
const FINDINGS = 3;

let worker: Worker | undefined;
let asked = 0;
const waiting = new Map<number, (answer: DiagnosisAnswer) => void>();

/**
 * Diagnoses a text in a worker. The text goes into no request: the worker fetches the index, never sends anything.
 *
 * @param address path of the index, from the page
 * @throws Error when the worker or the index cannot be had
 */
export async function diagnoseInWorker(address: string, text: string): Promise<ShownDiagnosis> {
  worker ??= start();
  const request: DiagnosisRequest = {
    id: ++asked,
    address: new URL(address, location.href).href,
    text,
    limit: FINDINGS,
  };
  const { diagnosis, error } = await new Promise<DiagnosisAnswer>((resolve) => {
    waiting.set(request.id, resolve);
    worker?.postMessage(request);
  });
  if (!diagnosis) throw new Error(error);
  return diagnosis;
}

function start(): Worker {
  const started = new Worker(new URL('./diagnosis-worker.ts', import.meta.url), { type: 'module' });
  started.addEventListener('message', ({ data }: MessageEvent<DiagnosisAnswer>) => settle(data));
  started.addEventListener('error', ({ message }) => {
    worker = undefined;
    for (const id of waiting.keys()) settle({ id, error: message || 'the worker did not start' });
  });
  return started;
}

function settle(answer: DiagnosisAnswer): void {
  waiting.get(answer.id)?.(answer);
  waiting.delete(answer.id);
}
