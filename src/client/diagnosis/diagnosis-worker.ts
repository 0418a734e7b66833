import { diagnose } from '../../diagnosis/diagnose.ts';
import type { DiagnosisFile } from '../../diagnosis/index/served-index.ts';
import type {
  DiagnosisAnswer,
  DiagnosisIndexMessage,
  DiagnosisRequest,
} from './diagnosis-messages.ts';
import { IndexFiles } from './index-files.ts';

/** Runs the diagnosis beside the page, so that a log of megabytes does not freeze it. */
let files: IndexFiles | undefined;

self.addEventListener(
  'message',
  ({ data }: MessageEvent<DiagnosisIndexMessage | DiagnosisRequest>) => {
    if (data.kind === 'index') {
      files = new IndexFiles(data.address, JSON.parse(data.json) as DiagnosisFile, fetchJson);
    } else {
      void answer(data).then((reply) => self.postMessage(reply));
    }
  },
);

async function answer({ id, text, limit }: DiagnosisRequest): Promise<DiagnosisAnswer> {
  try {
    if (!files) throw new Error('a paste came before the index');
    const { index, titles } = await files.for(text);
    const { findings, ...rest } = diagnose(index, text, { limit });
    const shown = findings.map((finding) => ({
      ...finding,
      title: titles[finding.id] ?? finding.id,
    }));
    return { id, diagnosis: { ...rest, findings: shown } };
  } catch (error) {
    return { id, error: String(error) };
  }
}

async function fetchJson(address: string): Promise<unknown> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return response.json();
}
