import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { walkRoot } from '../../../src/engine/indexing/walkRoot.ts';

/** Only Linux has names that are no text, and links without asking. */
test('names of any kind are walked, links in circles end, and what cannot be opened says why', { skip: process.platform !== 'linux' }, () => {
  const root = mkdtempSync(join(tmpdir(), 'walk-'));
  try {
    mkdirSync(join(root, '下级'));
    for (const name of ['新\n行.txt', '\u001b[31m红.txt', '\u202e反.txt', '-删.txt', 'C:\\稿.txt', '%41.txt', '下级/稿.txt']) writeFileSync(join(root, name), '稿');
    writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xb8, 0xe5]), Buffer.from('.txt')]), '稿');
    symlinkSync('..', join(root, '下级', '上级'));
    symlinkSync('乙.txt', join(root, '甲.txt'));
    symlinkSync('甲.txt', join(root, '乙.txt'));
    symlinkSync('没有.txt', join(root, '断.txt'));
    const troubles: string[] = [];
    const found = walkRoot(root, { ignores: () => false }, (key, reason) => troubles.push(`${key} ${reason}`));
    assert.equal(found.length, 7);
    assert.deepEqual(troubles.map((trouble) => /绕成了圈|不存在|请改名/u.exec(trouble)?.[0]).sort(), ['不存在', '绕成了圈', '绕成了圈', '请改名'].sort());
  } finally {
    rmSync(root, { recursive: true });
  }
});
