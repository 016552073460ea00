import type { PageFamily } from './page.ts';
import { institutionSites } from './websiteInstitutions.ts';
import { writingSites } from './websiteWriting.ts';

/** Pages of websites to try rules on and to learn from, worded on 26 November 2026 before the rules that they try. */
export const websitePages: readonly PageFamily[] = [...writingSites, ...institutionSites];
