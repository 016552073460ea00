import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { SpeechDraftApi } from '../../../src/core/contracts.ts';
import { closeAll, openDraft, withCursor } from './editors.ts';
import { assertShortBlocks, ownTime, reportOwnTime } from './ownTime.ts';
import { eventually, person } from './person.ts';

const paragraph = '要大力弘扬科学家精神，涵养优良学风，让青年科技人才挑大梁、当主角。';

suite('activation', () => {
  teardown(closeAll);

  // By the clock machines differ: these figures are printed for whoever compares two versions on one machine.
  test('activation, the first completion and the first similar paragraphs', async () => {
    const extension = vscode.extensions.getExtension<SpeechDraftApi>('speech-draft.speech-draft');
    assert.ok(extension, 'the extension is not there');
    // Any plain text that VS Code opens for itself, such as a log, starts the extension before this test does.
    const early = extension.isActive ? ' (it was active already)' : '';
    const began = performance.now();
    const passed = () => (performance.now() - began).toFixed(0);
    const api = await extension.activate();
    const activated = passed();
    let completed = '';
    // The one process that is started from here is started in between.
    const { value, own } = await ownTime(async () => {
      const completions = await api.completeFormulation('增强四个');
      completed = passed();
      return { completions, similar: await api.findSimilar(paragraph, { limit: 5 }) };
    });
    const found = passed();
    assert.ok(value.completions.length > 0 && value.similar.length > 0);
    const spent = (name: string) => performance.getEntriesByName(`speechDraft: ${name}`).reduce((sum, { duration }) => sum + duration, 0);
    const [load, activate, lexicon] = [spent('load'), spent('activate'), spent('open lexicon')];
    assert.ok(load > 0 && activate > 0 && lexicon > 0, 'times that the extension noted');
    const processor = ['load', 'activate', 'open lexicon'].map((name) => {
      const [measure] = performance.getEntriesByName(`speechDraft: ${name}`) as unknown as { readonly detail?: { readonly processor?: number | null } }[];
      return measure?.detail?.processor ?? null;
    });
    // Older Node cannot tell.
    const used = processor.every((each) => each !== null) ? `, processor time ${processor.map((each) => each?.toFixed(1)).join(' + ')} ms` : '';
    await person.report(
      `      on the extension host's thread: loading ${load.toFixed(1)} ms, activating ${activate.toFixed(1)} ms (together ${(load + activate).toFixed(1)}${used}), then opening the lexicon ${lexicon.toFixed(1)} ms`,
    );
    await reportOwnTime('until the first similar paragraphs', own);
    assertShortBlocks(own);
    await person.report(
      `      since activation began: activated ${activated} ms${early}, first completion ${completed} ms, first similar paragraphs ${found} ms`,
    );
  });

  test('the extension activates on Markdown and exports its functions', async () => {
    const extension = vscode.extensions.getExtension<SpeechDraftApi>('speech-draft.speech-draft');
    assert.ok(extension, 'the extension is not there');
    await openDraft('各位委员、同志们：|');
    const api = await extension.activate();
    await api.ready;
    const similar = await api.findSimilar(paragraph, { limit: 5 });
    assert.ok(similar.length > 0 && similar.length <= 5, `${similar.length} similar paragraphs`);
    assert.ok(similar[0]?.file.startsWith('bundled:'), similar[0]?.file);
    const found = await api.searchLibrary('科普', { limit: 3 });
    assert.ok(found.length > 0 && found.every(({ text }) => text.includes('科普')));
    const completions = await api.completeFormulation('增强四个');
    assert.ok(completions.some(({ text }) => text.includes('“四个意识”')), JSON.stringify(completions[0]));
    const outline = await api.parseSpeech(new TextEncoder().encode('# 题目\n\n## 一、第一部分\n\n正文。\n'), '稿子.md');
    assert.equal(outline.articles[0]?.title, '题目');
    assert.ok(Array.isArray(await api.checkDraft('同志们：\n')));
  });

  test('a person types Chinese, by key and by composition', async () => {
    const editor = await openDraft('|');
    await person.type('同志们');
    await person.compose(['h', 'hao', 'haoxiaoxi'], '好消息');
    await eventually(() => withCursor(editor) === '同志们好消息|', 'the typed text');
  });
});
