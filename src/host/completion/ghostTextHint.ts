import * as vscode from 'vscode';
import type { CompletionSettings } from './completionSettings.ts';

const key = 'completion.ghostTextHint';

/** Links of chains that a writer takes from the list before ghost text is offered. */
const enough = 5;

/** Offers ghost text once, to a writer who often takes the next link of a chain; it stays off until that is accepted. */
export class GhostTextHint {
  private readonly state: vscode.Memento;

  constructor(state: vscode.Memento) {
    this.state = state;
  }

  async chainTaken(settings: CompletionSettings): Promise<void> {
    const taken = this.state.get<number>(key) ?? 0;
    if (settings.ghostText || taken >= enough) return;
    await this.state.update(key, taken + 1);
    if (taken + 1 < enough) return;
    const on = vscode.l10n.t('打开');
    const answer = await vscode.window.showInformationMessage(
      vscode.l10n.t('固定接续的下一条，可以在光标后用灰字预先显示，按 Tab 采用。要打开吗？'),
      on,
      vscode.l10n.t('不用'),
    );
    if (answer !== on) return;
    await vscode.workspace.getConfiguration('speechDraft.completion').update('ghostText', true, vscode.ConfigurationTarget.Global);
  }
}
