import type { FindingSeverity } from '../contracts.ts';

/** Something a check found, by offsets of the draft; `check` turns it into a finding. */
export interface DraftIssue {
  readonly code: string;
  /** One Chinese sentence. */
  readonly message: string;
  readonly severity: FindingSeverity;
  readonly start: number;
  readonly end: number;
  readonly fixes: readonly { readonly title: string; readonly newText: string }[];
}
