import * as vscode from 'vscode';

/** A typed, clamped snapshot of `speechDraft.completion.*`; defaults live in package.json alone. */
export interface CompletionSettings {
  readonly enabled: boolean;
  /** Han characters of a formulation that open the list. */
  readonly characters: number;
  readonly chains: boolean;
  readonly pinyin: boolean;
  readonly mined: boolean;
  readonly limit: number;
  readonly ghostText: boolean;
  readonly acceptOnEnter: 'afterChoice' | 'always';
  readonly remember: boolean;
  /** Path of the phrase book, `''` for the place VS Code gives the extension. */
  readonly phraseBook: string;
}

const section = 'speechDraft.completion';

export function readCompletionSettings(): CompletionSettings {
  const settings = vscode.workspace.getConfiguration(section);
  const flag = (name: string, fallback: boolean) => {
    const value = settings.get<unknown>(name);
    return typeof value === 'boolean' ? value : fallback;
  };
  const whole = (name: string, [least, most]: readonly [number, number]) => {
    const value = settings.get<unknown>(name);
    return Math.min(most, Math.max(least, typeof value === 'number' ? Math.round(value) : least));
  };
  return Object.freeze({
    enabled: flag('enabled', true),
    characters: whole('characters', [2, 6]),
    chains: flag('chains', true),
    pinyin: flag('pinyin', false),
    mined: flag('mined', true),
    limit: whole('limit', [3, 50]),
    ghostText: flag('ghostText', false),
    acceptOnEnter: settings.get<unknown>('acceptOnEnter') === 'always' ? 'always' : 'afterChoice',
    remember: flag('remember', true),
    phraseBook: settings.get<string>('phraseBook') ?? '',
  } satisfies CompletionSettings);
}

export function onCompletionSettings(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(section)) listener();
  });
}
