import * as vscode from 'vscode';

/** How far the text around all cursors of an editor is the same, in code units. */
export interface SharedReach {
  readonly before: number;
  readonly after: number;
}

/**
 * VS Code replaces at each cursor what it replaces at the first; where another one has other words before it, it puts the
 * wording behind them. So only what fits all of them is offered.
 */
export function sharedReach(document: vscode.TextDocument, position: vscode.Position): SharedReach {
  const editor = vscode.window.activeTextEditor;
  const line = document.lineAt(position.line).text;
  const [first, ...others] = editor?.document === document ? editor.selections : [];
  // The cursors' new places come after the text, all of them equally late.
  const late = first?.active.line === position.line ? position.character - first.active.character : 0;
  let before = position.character;
  let after = line.length - position.character;
  for (const { active } of others) {
    const other = document.lineAt(active.line).text;
    const at = active.character + late;
    let same = 0;
    while (same < before && line[position.character - same - 1] === other[at - same - 1]) same += 1;
    before = same;
    same = 0;
    while (same < after && line[position.character + same] === other[at + same]) same += 1;
    after = same;
  }
  return { before, after };
}
