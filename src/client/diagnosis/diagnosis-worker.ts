import { mayBeLocalized } from '../../diagnosis/clean/localized/may-be-localized.ts';
import type { Localization } from '../../diagnosis/clean/read-paste.ts';
import { diagnoseMatches, matchPaste } from '../../diagnosis/diagnose.ts';
import { openIndex } from '../../diagnosis/index/open-index.ts';
import { readLastError } from '../../diagnosis/unknown/last-error.ts';
import type { DiagnosisFile } from '../../diagnosis/index/served-index.ts';
import { answerFault } from '../../domain/lookup/answer-fault.ts';
import { TableFiles } from '../lookup/table-files.ts';
import { JsonFiles } from '../shared/json-files.ts';
import type { IndexMessage, WorkerResponse } from '../shared/worker-client.ts';
import type { DiagnosisRequest, ShownDiagnosis } from './diagnosis-messages.ts';
import { IndexFiles } from './index-files.ts';

/** Findings that are equally likely are shown together, whatever the limit; more of them would not help. Chosen. */
const MAX_EQUAL_FINDINGS = 10;

/** The path of the index below the site's root, see `diagnosisIndexPath`. */
const INDEX_PATH = /\/diagnose\/[^/]+$/;

// Diagnoses outside of the page's thread, so that a log of megabytes does not freeze the page.
let files: IndexFiles | undefined;
let tables: TableFiles | undefined;

self.addEventListener('message', ({ data }: MessageEvent<IndexMessage | DiagnosisRequest>) => {
  if (data.kind === 'index') {
    const file = JSON.parse(data.json) as DiagnosisFile;
    const json = new JsonFiles();
    files = new IndexFiles(data.address, file, json);
    tables = new TableFiles(data.address.replace(INDEX_PATH, ''), file.tables, json);
  } else {
    void respond(data).then((response) => self.postMessage(response));
  }
});

async function respond(request: DiagnosisRequest): Promise<WorkerResponse<ShownDiagnosis>> {
  const { id } = request;
  try {
    return { id, result: await diagnosisOf(request) };
  } catch (error) {
    return { id, error: String(error) };
  }
}

async function diagnosisOf({ text, locale, limit }: DiagnosisRequest): Promise<ShownDiagnosis> {
  if (!files || !tables) throw new Error('no index before the first paste');
  const localization = mayBeLocalized(text) ? await loadLocalization() : undefined;
  const { index, answers } = await files.load(text, localization);
  const matched = matchPaste(index, text, localization);
  const options = { limit: MAX_EQUAL_FINDINGS };
  const { findings, unknownNames, ...rest } = await tables.load(matched.names).then(
    (findRow) => diagnoseMatches(matched, { ...options, findRow }),
    (error: unknown) => {
      // Articles without a table may answer all the same. Nothing may be called unknown that was not looked up.
      const withoutTables = diagnoseMatches(matched, options);
      if (withoutTables.findings.length === 0) throw error;
      return withoutTables;
    },
  );
  const reader = { locale, system: rest.environment.system };
  const shown = findings.flatMap((finding, place) => {
    const answer = answers[finding.id];
    if (!answer || (place >= limit && !finding.isShared)) return [];
    const { lookup: _, ...own } = answer;
    return [{ ...finding, ...own, ...answerFault(answer, finding.named, reader) }];
  });
  if (shown.length > 0) return { ...rest, findings: shown };
  const unknownName = unknownNames.flatMap((name) => {
    const { title, fix } = answers[name.id] ?? {};
    return title !== undefined && fix ? [{ ...name, title, fix }] : [];
  })[0];
  const lastError = readLastError(text, openIndex(index).packages, localization);
  return {
    ...rest,
    findings: [],
    ...(unknownName && { unknownName }),
    ...(lastError && { lastError }),
  };
}

async function loadLocalization(): Promise<Localization> {
  return (await import('../../diagnosis/clean/localized/localization.ts')).localization;
}
