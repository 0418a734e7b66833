import { diagnose } from '../diagnose/diagnose.ts';
import type { DiagnosisAnswer, DiagnosisFile, DiagnosisRequest } from './diagnosis-file.ts';

/** Runs the diagnosis beside the page, so that a log of megabytes does not freeze it. */
let file: { address: string; content: Promise<DiagnosisFile> } | undefined;

self.addEventListener('message', ({ data }: MessageEvent<DiagnosisRequest>) => {
  void answer(data).then((reply) => self.postMessage(reply));
});

async function answer({ id, address, text, limit }: DiagnosisRequest): Promise<DiagnosisAnswer> {
  try {
    const { index, titles } = await load(address);
    const { findings, ...rest } = diagnose(index, text, { limit });
    const shown = findings.map((finding) => ({
      ...finding,
      title: titles[finding.id] ?? finding.id,
    }));
    return { id, diagnosis: { ...rest, findings: shown } };
  } catch (error) {
    file = undefined;
    return { id, error: String(error) };
  }
}

function load(address: string): Promise<DiagnosisFile> {
  if (file?.address !== address) file = { address, content: fetchFile(address) };
  return file.content;
}

async function fetchFile(address: string): Promise<DiagnosisFile> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return (await response.json()) as DiagnosisFile;
}
