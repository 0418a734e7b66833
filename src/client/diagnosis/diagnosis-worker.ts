import { mayBeLocalized } from '../../diagnosis/clean/localized/may-be-localized.ts';
import type { Localization } from '../../diagnosis/clean/read-paste.ts';
import { diagnose } from '../../diagnosis/diagnose.ts';
import { openIndex } from '../../diagnosis/index/open-index.ts';
import { readLastError } from '../../diagnosis/unknown/last-error.ts';
import type { DiagnosisFile } from '../../diagnosis/index/served-index.ts';
import { JsonFiles } from '../shared/json-files.ts';
import type { IndexMessage, WorkerResponse } from '../shared/worker-client.ts';
import type { DiagnosisRequest, ShownDiagnosis } from './diagnosis-messages.ts';
import { IndexFiles } from './index-files.ts';

/** Findings that are equally likely are shown together, whatever the limit; more of them would not help. Chosen. */
const MAX_EQUAL_FINDINGS = 10;

// Diagnoses outside of the page's thread, so that a log of megabytes does not freeze the page.
let files: IndexFiles | undefined;

self.addEventListener('message', ({ data }: MessageEvent<IndexMessage | DiagnosisRequest>) => {
  if (data.kind === 'index') {
    files = new IndexFiles(data.address, JSON.parse(data.json) as DiagnosisFile, new JsonFiles());
  } else {
    void respond(data).then((response) => self.postMessage(response));
  }
});

async function respond({
  id,
  text,
  limit,
}: DiagnosisRequest): Promise<WorkerResponse<ShownDiagnosis>> {
  try {
    if (!files) throw new Error('no index before the first paste');
    const localization = mayBeLocalized(text) ? await loadLocalization() : undefined;
    const { index, answers } = await files.load(text, localization);
    const { findings, ...rest } = diagnose(index, text, {
      limit: MAX_EQUAL_FINDINGS,
      ...(localization && { localization }),
    });
    const shown = findings.flatMap((finding, place) => {
      if (place >= limit && !finding.isShared) return [];
      const answer = answers[finding.id];
      return answer ? [{ ...finding, ...answer }] : [];
    });
    const lastError =
      shown.length === 0 ? readLastError(text, openIndex(index).packages, localization) : undefined;
    return { id, result: { ...rest, findings: shown, ...(lastError && { lastError }) } };
  } catch (error) {
    return { id, error: String(error) };
  }
}

async function loadLocalization(): Promise<Localization> {
  return (await import('../../diagnosis/clean/localized/localization.ts')).localization;
}
