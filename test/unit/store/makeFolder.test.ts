import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { makeFolder } from '../../../src/engine/store/durable.ts';

const home = mkdtempSync(join(tmpdir(), '索引 '));
after(() => rmSync(home, { recursive: true, force: true }));

test('a folder is made with all that leads to it, and again without harm', () => {
  const deep = join(home, '一', '二', '三');
  makeFolder(deep);
  makeFolder(deep);
  assert.ok(existsSync(deep));
});

test('where no folder can be made the system’s reason is thrown, at once', () => {
  const file = join(home, '文件');
  writeFileSync(file, '');
  assert.throws(() => makeFolder(join(file, '下级')), { code: 'ENOTDIR' });
  // Node's own recursive mkdir never returns here.
  if (process.platform === 'linux') assert.throws(() => makeFolder('/proc/none/store'), { code: 'ENOENT' });
});
