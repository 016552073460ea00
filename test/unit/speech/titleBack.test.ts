import assert from 'node:assert/strict';
import { test } from 'node:test';
import { removeBlock } from '../../../src/core/speech/removal.ts';
import { splitLines } from '../../../src/core/speech/sourceText.ts';
import { withTitleBack } from '../../../src/core/speech/titleBack.ts';

/** What is kept and what goes where a page's lines, all above the text, went whole. */
function read(page: readonly string[], above: readonly string[] = [], address = '各位同学：'): { kept: string[]; gone: string[] } {
  const text = [...page, ...above, address, '今年秋季招了二十三个班，报名那天凌晨四点就有人排队，保安以为出了什么事。'].join('\n');
  const lines = splitLines({ text, hints: [], layout: 'lines' });
  const gone = lines.slice(0, page.length).flatMap((line) => removeBlock('site-chrome', line));
  const { lines: kept, removed } = withTitleBack(lines.slice(page.length), gone, text);
  return { kept: kept.slice(0, -2).map((line) => line.text), gone: removed.map(({ span }) => text.slice(span.start, span.end).trim()) };
}

test('a title in one line with a page’s words comes back, and what is around it goes', () => {
  assert.deepEqual(read(['文库客 > 应用文书 > 讲话致辞 老年大学开学典礼上的讲话（共3页）.doc 下载本文需12积分']), {
    kept: ['老年大学开学典礼上的讲话'],
    gone: ['文库客 > 应用文书 > 讲话致辞', '（共3页）.doc 下载本文需12积分'],
  });
  assert.deepEqual(read(['♪ 收听本文 | 普通话·女声 | 1.0x 在开学典礼上的讲话［1］'], ['（根据录音整理）']).kept, ['在开学典礼上的讲话', '（根据录音整理）']);
});

test('so does one that a page’s words run into; a post before it stays with it', () => {
  assert.deepEqual(read(['本条消息由自动回复发送在乡村医生例会上的讲话'], [], '各位乡医：').kept, ['在乡村医生例会上的讲话']);
  assert.deepEqual(read(['[新闻视点]县委书记在防汛工作会议上的讲话 视频加载中…'], [], '同志们：').kept, ['县委书记在防汛工作会议上的讲话']);
});

test('none comes back below which another stands, of which there are several, or without an address', () => {
  assert.deepEqual(read(['文库客 > 老年大学开学典礼上的讲话（共3页）.doc'], ['晚年的第一堂课']).kept, ['晚年的第一堂课']);
  assert.deepEqual(read(['相关：老年大学开学典礼上的讲话 | 老年大学毕业典礼上的讲话']).kept, []);
  assert.deepEqual(read(['文库客 > 老年大学开学典礼上的讲话（共3页）.doc'], [], '老年大学办了十年。').kept, []);
});

test('what a mail, a file or a sentence calls a speech is no title', () => {
  for (const line of ['主题：转发：在老年大学开学典礼上的讲话（请打印张贴）', '文档名：老年大学开学典礼上的讲话.doc', '记者了解到，校长在老年大学开学典礼上的讲话 传到了网上']) assert.deepEqual(read([line]).kept, [], line);
});
