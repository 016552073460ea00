import type { FromPanel, PanelTexts } from '../protocol/webview.ts';

type Role = NonNullable<Extract<FromPanel, { type: 'role' }>['role']>;

/** Moves that writers look for, in the order of a speech; 称呼 and 正文 are nothing to look for. */
const offered: readonly Role[] = ['opening', 'review', 'thanks', 'transition', 'call', 'closing'];

/** Value and label of each choice; the empty value stands for any role. */
export function roleOptions(texts: PanelTexts): [value: string, label: string][] {
  return [['', texts.anyRole], ...offered.map((role): [string, string] => [role, texts.roles[role]])];
}

export function paragraphRoleOf(value: string): Role | null {
  return offered.find((role) => role === value) ?? null;
}
