import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { closeAll, cursorAtEachLine, openDraft, withCursor } from './editors.ts';
import { listOpens, requests, rowIsChosen, setCompletion, staysSilent } from './list.ts';
import { eventually, pause, person } from './person.ts';

/** The wording of a formulation of the bundled file on associations. */
function formulation(id: string): string {
  const { extensionPath = '' } = vscode.extensions.getExtension('speech-draft.speech-draft') ?? {};
  const all = JSON.parse(readFileSync(join(extensionPath, 'dist', 'corpus', 'formulations', 'associations.json'), 'utf8')) as { id: string; text: string }[];
  return all.find((each) => each.id === id)?.text ?? id;
}

suite('completion of formulations', () => {
  suiteSetup(async () => {
    await vscode.extensions.getExtension('speech-draft.speech-draft')?.activate();
  });
  teardown(async () => {
    // By command: Escape would say that the writer put the list away, and the next draft may have this one's name.
    await vscode.commands.executeCommand('hideSuggestWidget');
    await closeAll();
  });

  // First of all, since links that are taken anywhere count towards it. Tried again, it goes on where it was.
  let taken = 0;
  let isOffered = false;
  test('ghost text is offered once to a writer who takes link after link, and is there when the offer is accepted', async () => {
    const offer = '.notification-list-item:has-text("灰字")';
    try {
      while (taken < 5) {
        // Under test VS Code shows no toasts; what was said stands behind the bell.
        await vscode.commands.executeCommand('notifications.showList');
        assert.deepEqual(await person.texts(offer), [], `offered after ${String(taken)} links`);
        await vscode.commands.executeCommand('notifications.hideList');
        const editor = await openDraft('增强“四个意识|');
        await person.type('”');
        await listOpens('、坚定“四个自信”');
        await person.press('Tab');
        await eventually(() => withCursor(editor) === '增强“四个意识”、坚定“四个自信”|', 'the link');
        taken += 1;
        await vscode.commands.executeCommand('hideSuggestWidget');
        await closeAll();
      }
      if (isOffered) {
        await setCompletion('ghostText', true);
      } else {
        await vscode.commands.executeCommand('notifications.showList');
        await person.see(offer);
        await person.click(`${offer} .monaco-button:has-text("打开")`);
        await eventually(() => vscode.workspace.getConfiguration('speechDraft.completion').get('ghostText') === true, 'the setting');
        isOffered = true;
      }
      await openDraft('增强“四个意识|');
      await person.type('”');
      await eventually(async () => (await person.ghostText()).includes('坚定“四个自信”'), 'ghost text');
    } finally {
      await vscode.commands.executeCommand('notifications.hideList');
      await setCompletion('ghostText', undefined);
    }
  });

  for (const quick of ['off', 'on'] as const) {
    test(`typed by key with quick suggestions ${quick}: opens, gives the exact wording, undoes in one step`, async () => {
      const editing = vscode.workspace.getConfiguration('editor', { languageId: 'markdown' });
      await editing.update('quickSuggestions', { other: quick, comments: quick, strings: quick }, vscode.ConfigurationTarget.Global, true);
      try {
        const editor = await openDraft('我们要|');
        await person.type('增强四个');
        await listOpens('增强“四个意识”');
        await person.press('Tab');
        await eventually(() => withCursor(editor) === '我们要增强“四个意识”|', 'the exact wording');
        await person.press('Escape');
        await person.press('Control+z');
        await eventually(() => withCursor(editor) === '我们要增强四个|', 'what was typed, after one undo');
      } finally {
        await editing.update('quickSuggestions', undefined, vscode.ConfigurationTarget.Global, true);
      }
    });
  }

  test('四个意识 brings the formulations that hold it', async () => {
    const editor = await openDraft('|');
    await person.type('四个意识');
    await listOpens('增强“四个意识”');
    assert.ok((await person.suggestions()).includes('“四个意识”、坚定“四个自信”、做到“两个维护”'));
    await person.press('Tab');
    await eventually(() => withCursor(editor) === '增强“四个意识”|', 'the exact wording');
  });

  test('typed by composition: silent while composing, opens on the commit', async () => {
    const editor = await openDraft('我们要|');
    await person.compose(['z', 'ze', 'zeng', 'zengq', 'zengqiang'], '增强');
    await staysSilent('two characters are not enough');
    await person.compose(['s', 'si', 'sig', 'sige'], '四个');
    await listOpens('增强“四个意识”');
    await person.press('Tab');
    await eventually(() => withCursor(editor) === '我们要增强“四个意识”|', 'the exact wording');
  });

  test('a composition that is cancelled opens nothing', async () => {
    const editor = await openDraft('我们要增强|');
    await person.compose(['s', 'si', 'sige'], null);
    await staysSilent('nothing was typed');
    assert.equal(withCursor(editor), '我们要增强|');
  });

  test('the chain goes on after accepting, link by link', async () => {
    const editor = await openDraft('|');
    await person.type('增强四个');
    await listOpens('增强“四个意识”');
    await person.press('Tab');
    await listOpens('、坚定“四个自信”');
    await person.press('Tab');
    await listOpens('、做到“两个维护”');
    await person.press('Tab');
    await eventually(() => withCursor(editor) === '增强“四个意识”、坚定“四个自信”、做到“两个维护”|', 'the whole chain');
  });

  test('the chain goes on after long wording too', async () => {
    await openDraft('突出思想政治引领、团|');
    await person.type('结凝聚');
    await listOpens(formulation('kexie-four-stress'));
    await person.press('Tab');
    await listOpens('，建设好科技工作者之家');
  });

  test('what was taken comes first from then on, also where VS Code runs no command; the history can be emptied', async () => {
    await vscode.commands.executeCommand('speechDraft.completion.clearHistory');
    const shown = async () => {
      const editor = await openDraft('|');
      await person.type('增强四个');
      await eventually(async () => (await person.suggestions()).length > 1, 'several rows');
      return { editor, rows: await person.suggestions() };
    };
    const [first = '', second = ''] = (await shown()).rows;
    for (let times = 0; times < 8; times += 1) {
      await closeAll();
      const { editor } = await shown();
      // The change alone: exactly what the second row would put in, and no command after it.
      await editor.edit((edit) => edit.replace(editor.document.lineAt(0).range, second));
      await vscode.commands.executeCommand('hideSuggestWidget');
    }
    await closeAll();
    assert.equal((await shown()).rows[0], second, 'what was taken so often');
    await vscode.commands.executeCommand('hideSuggestWidget');
    await closeAll();
    await vscode.commands.executeCommand('speechDraft.completion.clearHistory');
    await vscode.commands.executeCommand('notifications.clearAll');
    assert.equal((await shown()).rows[0], first, 'the order without a history');
  });

  test('superseded wording stands last and struck through, and says what replaced it', async () => {
    await openDraft('今年的|');
    await person.type('全国科普');
    await eventually(async () => (await person.suggestions()).includes('全国科普日'), 'the old wording');
    const rows = await person.suggestions();
    assert.ok(rows.indexOf('全国科普月') < rows.indexOf('全国科普日'), rows.join(' / '));
    assert.equal(rows.at(-1), '全国科普日');
    assert.deepEqual(await person.texts('.suggest-widget.visible .monaco-icon-label.deprecated .label-name'), ['全国科普日']);
  });

  test('a closing quote after the cursor is not doubled', async () => {
    const editor = await openDraft('增强“|”，再接再厉');
    await person.type('四个');
    await listOpens('增强“四个意识”');
    await person.press('Tab');
    await eventually(() => withCursor(editor) === '增强“四个意识”|，再接再厉', 'one closing quote');
  });

  test('it works in lists, headings, quotations, plain text and in the middle of a paragraph', async () => {
    for (const [text, language, expected] of [
      ['- |', 'markdown', '- 增强“四个意识”|'],
      ['## 一、|', 'markdown', '## 一、增强“四个意识”|'],
      ['> |', 'markdown', '> 增强“四个意识”|'],
      ['|', 'plaintext', '增强“四个意识”|'],
      ['我们要|。大家再努力。', 'markdown', '我们要增强“四个意识”|。大家再努力。'],
    ] as const) {
      const editor = await openDraft(text, language);
      await person.type('增强四个');
      await listOpens('增强“四个意识”');
      await person.press('Tab');
      await eventually(() => withCursor(editor) === expected, expected);
      await person.press('Escape');
    }
  });

  test('it is silent in code, front matter and links, and where nothing matches', async () => {
    for (const text of ['```\n|\n```', '`|`', '---\ntitle: |\n---\n正文', '[甲](|)', '今天天气|']) {
      await openDraft(text);
      await person.type('增强四个');
      if (text.startsWith('今天')) {
        await person.type('苹果很好吃');
      }
      await staysSilent(text);
      await closeAll();
    }
  });

  for (const quick of ['off', 'on', 'offWhenInlineCompletions'] as const) {
    test(`a keystroke asks the provider twice at most, with quick suggestions ${quick}`, async () => {
      const editing = vscode.workspace.getConfiguration('editor', { languageId: 'markdown' });
      await editing.update('quickSuggestions', { other: quick, comments: quick, strings: quick }, vscode.ConfigurationTarget.Global, true);
      try {
        await openDraft('|');
        const asked: number[] = [];
        for (const character of '增强四个意识、坚定') {
          const before = await requests();
          await person.type(character);
          // Until nothing more comes: the list that is opened once more comes last.
          await pause(600);
          asked.push((await requests()) - before);
        }
        await person.report(`    (provider calls a keystroke, quick suggestions ${quick}: ${asked.join(' ')})`);
        assert.ok(Math.max(...asked) <= 2 && Math.max(...asked) >= 1, asked.join(' '));
      } finally {
        await editing.update('quickSuggestions', undefined, vscode.ConfigurationTarget.Global, true);
      }
    });
  }

  test('what was dismissed stays away while the same thing is typed on', async () => {
    // A place of its own: VS Code may give a later draft what is left of this one.
    await openDraft('今后一个时期，|');
    await person.type('增强四');
    await listOpens('增强“四个意识”');
    await person.press('Escape');
    await person.type('个');
    await staysSilent('dismissed here');
    await person.type('，推动高质');
    await eventually(async () => (await person.suggestions()).length > 0, 'a list at another place');
  });

  test('Enter at the end of a paragraph starts a new one; a choice by the arrows is taken', async () => {
    const editor = await openDraft('|');
    await person.type('增强四个');
    await listOpens('增强“四个意识”');
    await person.press('Enter');
    await eventually(() => editor.document.getText() === '增强四个\n', 'a new paragraph');
    await person.type('增强四个');
    await listOpens('增强“四个意识”');
    const second = (await person.suggestions())[1] ?? '';
    await person.press('ArrowDown');
    await rowIsChosen(second);
    await person.press('ArrowUp');
    await rowIsChosen('增强“四个意识”');
    await person.press('Enter');
    await eventually(() => editor.document.getText() === '增强四个\n增强“四个意识”', 'the chosen one');
  });

  test('several cursors get the same', async () => {
    const editor = await openDraft('甲\n乙');
    await cursorAtEachLine(editor);
    await person.type('增强四个');
    await listOpens('增强“四个意识”');
    await person.press('Tab');
    await eventually(() => editor.document.getText() === '甲增强“四个意识”\n乙增强“四个意识”', 'both');
  });

  test('pinyin completes on request', async () => {
    const editor = await openDraft('|');
    await person.type('zqsgys');
    await staysSilent('pinyin opens nothing by itself unless it is switched on');
    await person.press('Alt+/');
    await listOpens('增强“四个意识”');
    await person.press('Tab');
    await eventually(() => withCursor(editor) === '增强“四个意识”|', 'the exact wording');
  });

  test('pinyin typed letter by letter opens the list where it is switched on, a composition does not', async () => {
    await setCompletion('pinyin', true);
    try {
      await openDraft('|');
      await person.type('sigeyishi');
      await eventually(async () => (await person.suggestions()).length > 0, 'a list for typed pinyin');
      await closeAll();
      const editor = await openDraft('|');
      const before = await requests();
      await person.compose(['s', 'si', 'sig', 'sige', 'sigey', 'sigeyi', 'sigeyish', 'sigeyishi'], null);
      assert.equal(await requests(), before, 'the provider was asked while composing');
      await eventually(() => editor.document.getText() === '', 'the letters gone');
    } finally {
      await setCompletion('pinyin', undefined);
    }
  });

  test('ghost text shows the next of a chain where it is switched on', async () => {
    await setCompletion('ghostText', true);
    try {
      const editor = await openDraft('增强“四个意识|');
      await person.type('”');
      await eventually(async () => (await person.ghostText()).includes('坚定“四个自信”'), 'ghost text');
      await person.press('Tab');
      await eventually(() => withCursor(editor) === '增强“四个意识”、坚定“四个自信”|', 'the next of the chain');
    } finally {
      await setCompletion('ghostText', undefined);
    }
  });

  test('a phrase of the writer’s own comes first, and can be removed', async () => {
    const editor = await openDraft('增强四个现代化本领');
    editor.selection = new vscode.Selection(0, 0, 0, 9);
    await vscode.commands.executeCommand('speechDraft.phraseBook.add');
    try {
      await closeAll();
      await openDraft('|');
      await person.type('增强四个');
      await listOpens('增强四个现代化本领');
    } finally {
      await vscode.commands.executeCommand('speechDraft.phraseBook.remove', '增强四个现代化本领');
    }
  });

  test('selected words are looked up, and replaced by what is chosen', async () => {
    const editor = await openDraft('要深刻领会两个确立，再接再厉');
    editor.selection = new vscode.Selection(0, 1, 0, 9);
    await vscode.commands.executeCommand('speechDraft.formulations.insert');
    await person.see('.quick-input-widget .monaco-list-row:has-text("深刻领悟“两个确立”的决定性意义")');
    const rows = await person.texts('.quick-input-widget .monaco-list-row .quick-input-list-label .label-name');
    const row = rows.indexOf('深刻领悟“两个确立”的决定性意义');
    for (let step = 0; step < row; step += 1) await person.press('ArrowDown');
    await person.press('Enter');
    await eventually(() => editor.document.getText() === '要深刻领悟“两个确立”的决定性意义，再接再厉', 'the wording in place of the words');
  });

  test('a draft of 1 MB is no slower', async () => {
    const long = '　　各位代表，同志们，过去一年成绩来之不易，值得倍加珍惜。\n'.repeat(17_000);
    await openDraft(`${long}|`);
    // VS Code itself needs a moment to lay out as much text on a busy machine.
    await pause(1500);
    await person.type('增强四个', 150);
    await listOpens('增强“四个意识”');
  });

  test('a head that is being typed brings its skeleton; its next sibling the frame of the first', async () => {
    const editor = await openDraft('# 讲话\n\n## 一、|');
    await person.type('思想引领');
    await listOpens('思想引领、价值引领、方向引领');
    await closeAll();
    const siblings = await openDraft('### （一）强化思想引领，在学深悟透上下功夫\n\n正文。\n\n### （二|');
    await person.type('）');
    await listOpens('强化思想引领，在学深悟透上下功夫');
    await person.press('Tab');
    await eventually(() => siblings.document.lineAt(4).text === '### （二）强化思想引领，在学深悟透上下功夫', 'the frame');
    await person.type('价值');
    await eventually(() => siblings.document.lineAt(4).text === '### （二）强化价值引领，在学深悟透上下功夫', 'the first tab stop');
    assert.equal(editor.document.isClosed, true);
  });

  test('the details show what it stands for and where it comes from', async () => {
    await openDraft('|');
    await person.type('四个意识');
    await listOpens('增强“四个意识”');
    // The editor remembers that they are open, also when the test is tried again.
    await pause(500);
    if ((await person.texts('.suggest-details .docs')).length === 0) await person.press('Control+Space');
    await eventually(async () => {
      const shown = (await person.texts('.suggest-details .docs')).join('');
      // On a busy machine the example comes too late, and is there when the row is looked at again.
      if (shown.includes('出处') && !shown.includes('例见')) {
        await vscode.commands.executeCommand('hideSuggestWidget');
        await person.press('Alt+/');
        await pause(1500);
      }
      return ['政治意识', '大局意识', '核心意识', '看齐意识', '出处', '截至', '后面常接', '例见'].every((part) => shown.includes(part));
    }, 'members, source, sightings, what follows and an example');
    assert.ok(!/\d{4}-\d{2}/.test((await person.texts('.suggest-details .docs')).join('')), 'dates as people write them');
    await person.click('.suggest-details .docs a:has-text("例见")');
    await eventually(() => {
      const opened = vscode.window.activeTextEditor;
      return opened?.document.uri.scheme === 'speech-draft-source' && opened.document.getText(opened.selection) === '增强“四个意识”';
    }, 'the example in its speech');
  });

  test('another extension’s inline completions and a read-only editor are left alone', async () => {
    const other = vscode.languages.registerInlineCompletionItemProvider('markdown', {
      provideInlineCompletionItems: (_document, position) => [new vscode.InlineCompletionItem('另一个扩展写的', new vscode.Range(position, position))],
    });
    try {
      const editor = await openDraft('|');
      await person.type('增强四个');
      await listOpens('增强“四个意识”');
      await person.press('Tab');
      await eventually(() => editor.document.getText() === '增强“四个意识”', 'ours, and nothing of the other');
      await listOpens('、坚定“四个自信”');
      await person.press('Escape');
      await eventually(async () => (await person.suggestions()).length === 0, 'the list put away');
      await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
      await person.type('增强四个');
      await staysSilent('read-only');
      assert.equal(editor.document.getText(), '增强“四个意识”');
    } finally {
      await vscode.commands.executeCommand('workbench.action.files.resetActiveEditorReadonlyInSession');
      other.dispose();
    }
  });
});
