import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, cursorAtEachLine, openDraft, withCursor } from './editors.ts';
import { listOpens, requests, setCompletion, staysSilent } from './list.ts';
import { eventually, pause, person } from './person.ts';

/** What input methods and hands do beyond typing one character after the other. */
suite('typing as people do', () => {
  suiteSetup(async () => {
    await vscode.extensions.getExtension('speech-draft.speech-draft')?.activate();
  });
  teardown(async () => {
    // By command: Escape would say that the writer put the list away, and the next draft may have this one's name.
    await vscode.commands.executeCommand('hideSuggestWidget');
    await closeAll();
  });

  test('a composition that is committed in parts: silent while letters are left, opens on the last part', async () => {
    const editor = await openDraft('我们要|');
    const before = await requests();
    await person.composing(['z', 'zeng', 'zengqiang', 'zengqiangsi', 'zengqiangsige', '增强si’ge', '增强sige']);
    await staysSilent('letters are left');
    assert.equal(await requests(), before, 'the provider was asked while composing');
    await person.compose(['增强sige'], '增强四个');
    await listOpens('增强“四个意识”');
    await person.press('Tab');
    await eventually(() => withCursor(editor) === '我们要增强“四个意识”|', 'the exact wording');
  });

  test('the same with pinyin switched on: letters within a composition are no pinyin of ours', async () => {
    await setCompletion('pinyin', true);
    try {
      await openDraft('我们要|');
      const before = await requests();
      await person.composing(['z', 'zengqiangsigeyishi', '增强sigeyishi']);
      await staysSilent('letters are left');
      assert.equal(await requests(), before, 'the provider was asked while composing');
      await person.compose(['增强sigeyishi'], '增强四个意识');
      await eventually(async () => (await person.suggestions()).includes('增强“四个意识”'), 'the list');
    } finally {
      await setCompletion('pinyin', undefined);
    }
  });

  test('commits by space, by digit, as letters by Enter, with a mark behind', async () => {
    const editor = await openDraft('|');
    // Space takes the first candidate, a digit another one: the text differs, and only the right one opens the list.
    await person.compose(['z', 'zeng', 'zengqiang'], '增强');
    await person.compose(['s', 'si', 'sige'], '司歌');
    await staysSilent('another word was chosen by its digit');
    await person.press('Backspace');
    await person.press('Backspace');
    await person.compose(['s', 'si', 'sige'], '四个');
    await listOpens('增强“四个意识”');
    await person.press('Tab');
    await eventually(() => editor.document.getText() === '增强“四个意识”', 'the exact wording');
    await listOpens('、坚定“四个自信”');
    await person.press('Escape');
    await person.type('\n');
    await person.compose(['z', 'ze', 'zengqiangsige'], 'zengqiangsige');
    await staysSilent('letters that were committed as they are');
    await person.type('\n');
    await person.compose(['g', 'gao'], '高质量，');
    await staysSilent('a mark behind what was typed');
    await person.compose(['t', 'tui'], '推动高质量');
    await eventually(async () => (await person.suggestions()).length > 0, 'a list for a long commit');
  });

  test('a composition that is taken back leaves nothing, and the next one works', async () => {
    const editor = await openDraft('我们要增强|');
    await person.compose(['s', 'si', 'sig', 'sige', 'sig', 'si', 's'], null);
    await staysSilent('nothing was typed');
    assert.equal(withCursor(editor), '我们要增强|');
    await person.compose(['s', 'sige'], '四个');
    await listOpens('增强“四个意识”');
  });

  test('keys and compositions mixed, with straight quotes, brackets and digits', async () => {
    const editor = await openDraft('|');
    await person.compose(['z', 'zengqiang'], '增强');
    await person.type('"');
    await person.compose(['s', 'sige'], '四个');
    await listOpens('增强“四个意识”');
    await person.press('Tab');
    await eventually(() => editor.document.getText().startsWith('增强“四个意识”'), 'curly quotes');
    assert.ok(!editor.document.getText().includes('"'), editor.document.getText());
    await person.press('Escape');
    await person.type('\n2025年，(一)');
    await person.compose(['t', 'tuidong'], '推动');
    await person.compose(['g', 'gaozhi'], '高质量');
    await eventually(async () => (await person.suggestions()).length > 0, 'a list behind brackets and digits');
  });

  test('a key that overtakes the request of the key before it: the list comes and stays', async () => {
    // Which delay it takes depends on the machine. What must not be left is “Loading...”, which VS Code shows by a timer.
    for (const delay of [30, 45, 60, 60, 60, 75, 75, 90, 90, 110]) {
      await openDraft('|');
      await person.type('增强四个', delay);
      await listOpens('增强“四个意识”');
      await pause(400);
      assert.equal((await person.suggestions())[0], '增强“四个意识”', `typed every ${String(delay)} ms`);
      await vscode.commands.executeCommand('hideSuggestWidget');
      await closeAll();
    }
  });

  test('our list holds no words of the document, and closes when nothing of ours is left', async () => {
    await openDraft('增强四个方面的本领，增强四个领域的能力。\n\n|');
    await person.type('增强四个');
    await listOpens('增强“四个意识”');
    const shown = await person.suggestions();
    assert.ok(!shown.some((label) => label.includes('方面的本领') || label.includes('领域的能力')), shown.join(' / '));
    await person.type('方');
    await eventually(async () => (await person.suggestions()).length === 0, 'the list closed');
    await staysSilent('words of the document');
  });

  for (const [language, what] of [['markdown', 'with quick suggestions on'], ['plaintext', 'in plain text, where they are on by default']] as const) {
    test(`${what}: two characters open nothing of ours, three do, and what was dismissed stays away`, async () => {
      const editing = vscode.workspace.getConfiguration('editor', { languageId: 'markdown' });
      await editing.update('quickSuggestions', { other: 'on', comments: 'on', strings: 'on' }, vscode.ConfigurationTarget.Global, true);
      const ours = async () => (await person.suggestions()).filter((label) => label.startsWith('增强'));
      try {
        await openDraft('今年|', language);
        await person.type('增强', 120);
        await pause(800);
        assert.deepEqual(await ours(), []);
        await person.type('四');
        await eventually(async () => (await ours())[0] === '增强“四个意识”', 'the list after three characters');
        await person.press('Escape');
        await person.seeGone('.suggest-widget.visible');
        await person.type('个意', 120);
        await pause(800);
        assert.deepEqual(await ours(), []);
        // Whoever asks gets it at any time.
        await person.press('Control+Space');
        await eventually(async () => (await ours()).length > 0, 'the list that was asked for');
      } finally {
        await editing.update('quickSuggestions', undefined, vscode.ConfigurationTarget.Global, true);
      }
    });
  }

  test('quick suggestions that come late, as on a busy machine, open nothing of ours after two characters either', async () => {
    const editing = vscode.workspace.getConfiguration('editor');
    await editing.update('quickSuggestionsDelay', 600, vscode.ConfigurationTarget.Global);
    const ours = async () => (await person.suggestions()).filter((label) => label.startsWith('增强'));
    try {
      await openDraft('今年|', 'plaintext');
      await person.type('增强', 120);
      await pause(1500);
      assert.deepEqual(await ours(), []);
      // A key of the writer's own that asks VS Code, not us: the same place for the second time.
      await vscode.commands.executeCommand('editor.action.triggerSuggest');
      await eventually(async () => (await ours()).length > 0, 'the list that was asked for');
    } finally {
      await editing.update('quickSuggestionsDelay', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  test('several cursors with other words before them: nothing of theirs is replaced or doubled', async () => {
    const twoCursors = async (text: string) => {
      const editor = await openDraft(text);
      await cursorAtEachLine(editor);
      return editor;
    };
    const editor = await twoCursors('我们要\n大家必须');
    await person.type('增强四个');
    await listOpens('增强“四个意识”');
    await person.press('Tab');
    await eventually(() => editor.document.getText() === '我们要增强“四个意识”\n大家必须增强“四个意识”', 'the wording at both');
    await person.press('Escape');
    await closeAll();
    // 深刻领悟“两个确立”的决定性意义 would replace other words in the second line, so it is not offered.
    const other = await twoCursors('要深刻领悟\n大家一致拥护');
    await person.type('两个确立');
    await listOpens('“两个确立”');
    assert.ok((await person.suggestions()).every((label) => label.startsWith('“两个确立”')));
    await person.press('Tab');
    await eventually(() => other.document.getText() === '要深刻领悟“两个确立”\n大家一致拥护“两个确立”', 'the wording at both');
  });

  test('at the start, in the middle and at the end of a paragraph, at the start of the draft too', async () => {
    for (const [text, expected] of [
      ['|', '增强“四个意识”|'],
      ['|是政治要求。', '增强“四个意识”|是政治要求。'],
      ['必须|，这是要求。', '必须增强“四个意识”|，这是要求。'],
      ['这是要求，必须|', '这是要求，必须增强“四个意识”|'],
      ['上一段。\n\n|\n\n下一段。', '上一段。\n\n增强“四个意识”|\n\n下一段。'],
      ['　　我们要|', '　　我们要增强“四个意识”|'],
      ['1. **要点**：|', '1. **要点**：增强“四个意识”|'],
      ['> - 引文：|', '> - 引文：增强“四个意识”|'],
    ] as const) {
      const editor = await openDraft(text);
      await person.type('增强四个');
      await listOpens('增强“四个意识”');
      await person.press('Tab');
      await eventually(() => withCursor(editor) === expected, `${expected}, not ${withCursor(editor)}`);
      await person.press('Escape');
      await closeAll();
    }
  });

  test('Enter in the middle of a paragraph takes the first; with the setting, at the end too', async () => {
    const editor = await openDraft('要|，这是要求。');
    await person.type('增强四个');
    await listOpens('增强“四个意识”');
    await person.press('Enter');
    await eventually(() => editor.document.getText() === '要增强“四个意识”，这是要求。', 'the wording');
    await closeAll();
    await setCompletion('acceptOnEnter', 'always');
    try {
      const other = await openDraft('|');
      await person.type('增强四个');
      await listOpens('增强“四个意识”');
      await person.press('Enter');
      await eventually(() => other.document.getText() === '增强“四个意识”', 'the wording');
    } finally {
      await setCompletion('acceptOnEnter', undefined);
    }
  });

  test('ghost text: word by word, then the rest; the list stays away where it shows', async () => {
    await setCompletion('ghostText', true);
    try {
      const editor = await openDraft('增强“四个意识|');
      await person.type('”');
      await eventually(async () => (await person.ghostText()).includes('坚定“四个自信”'), 'ghost text');
      await pause(700);
      assert.deepEqual(await person.suggestions(), [], 'a list over the ghost text');
      await vscode.commands.executeCommand('editor.action.inlineSuggest.acceptNextWord');
      await eventually(() => editor.document.getText().length > '增强“四个意识”'.length, 'the first word');
      const part = editor.document.getText();
      assert.ok('增强“四个意识”、坚定“四个自信”'.startsWith(part) && part.length < '增强“四个意识”、坚定“四个自信”'.length, part);
      await eventually(async () => (await person.ghostText()).length > 0, 'the rest as ghost text');
      await person.press('Tab');
      await eventually(() => withCursor(editor) === '增强“四个意识”、坚定“四个自信”|', `the whole, not ${withCursor(editor)}`);
      await closeAll();
      // Where it is not sure there is a list and no ghost text.
      await openDraft('|');
      await person.type('增强四个');
      await listOpens('增强“四个意识”');
      assert.equal(await person.ghostText(), '');
    } finally {
      await setCompletion('ghostText', undefined);
    }
  });

  test('ghost text beside another extension’s: what is accepted is one of the two, whole', async () => {
    const other = vscode.languages.registerInlineCompletionItemProvider('markdown', {
      provideInlineCompletionItems: (_document, position) => [new vscode.InlineCompletionItem('另一个扩展写的', new vscode.Range(position, position))],
    });
    await setCompletion('ghostText', true);
    try {
      const editor = await openDraft('增强“四个意识|');
      await person.type('”');
      await eventually(async () => (await person.ghostText()).length > 0, 'ghost text');
      await person.press('Tab');
      await eventually(() => editor.document.getText().length > '增强“四个意识”'.length, 'something accepted');
      assert.ok(['增强“四个意识”、坚定“四个自信”', '增强“四个意识”另一个扩展写的'].includes(editor.document.getText()), editor.document.getText());
    } finally {
      await setCompletion('ghostText', undefined);
      other.dispose();
    }
  });

  test('plain text with indented paragraphs', async () => {
    const editor = await openDraft('　　|', 'plaintext');
    await person.type('增强四个');
    await listOpens('增强“四个意识”');
    await person.press('Tab');
    await eventually(() => withCursor(editor) === '　　增强“四个意识”|', 'the wording');
  });

  test('the exported function answers as the list does: with the phrase book', async () => {
    const api = await vscode.extensions.getExtension<{
      completeFormulation(before: string): Promise<readonly { readonly text: string; readonly reason: string }[]>;
      checkDraft(text: string): Promise<readonly { readonly code: string; readonly message: string }[]>;
    }>('speech-draft.speech-draft')?.activate();
    assert.ok(api);
    const editor = await openDraft('增强四个领域本领');
    editor.selection = new vscode.Selection(0, 0, 0, 8);
    await vscode.commands.executeCommand('speechDraft.phraseBook.add');
    // Its sentence stands until it is answered or cleared.
    void vscode.commands.executeCommand('speechDraft.phraseBook.never', '增强“四个意识”');
    try {
      await eventually(async () => !(await api.completeFormulation('增强四个')).some(({ text }) => text === '增强“四个意识”'), 'it gone');
      const [first, ...rest] = await api.completeFormulation('增强四个');
      assert.equal(first?.text, '增强四个领域本领');
      assert.equal(first.reason, 'phrasebook');
      assert.ok(!rest.some(({ text }) => text === '增强“四个意识”'), 'what is never to be offered');
    } finally {
      await vscode.commands.executeCommand('notifications.clearAll');
      await vscode.commands.executeCommand('speechDraft.phraseBook.remove', '增强四个领域本领');
      await vscode.commands.executeCommand('speechDraft.phraseBook.remove', '增强“四个意识”');
    }
  });
});
