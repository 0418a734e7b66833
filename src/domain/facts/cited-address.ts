import { z } from 'zod';
import { PORTABLE_NAME } from '../text/portable-name.ts';
import { canonicalAddress, isUpstreamAddress } from '../upstream/tracker-address.ts';

/** Schema of an upstream address in the one form that gives it one page: `/Issues/007` is not another issue than `/issues/7`. */
export const citedAddress = z
  .string()
  .superRefine((text, { addIssue }) => {
    const report = (message: string) => addIssue({ code: 'custom', message });
    if (!isUpstreamAddress(text)) return report('an https address without query, user or port');
    const canonical = canonicalAddress(text);
    if (canonical === undefined) return report(`an owner and a repository with ${PORTABLE_NAME}`);
    if (canonical !== text) report(canonical);
  })
  .meta({ format: 'uri' });
