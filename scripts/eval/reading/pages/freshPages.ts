import { freshCollectors } from './freshCollectors.ts';
import { freshCopies } from './freshCopies.ts';
import { freshLibraries } from './freshLibraries.ts';
import { freshSites } from './freshSites.ts';
import type { PageFamily } from './page.ts';

/** Pages of eighteen kinds more, written on 26 November 2026 apart from the reader's rules and tables. Held out: for measuring only. */
export const freshPages: readonly PageFamily[] = [...freshLibraries, ...freshCollectors, ...freshSites, ...freshCopies];
