import assert from 'node:assert/strict';
import { test } from 'node:test';
import { folderSpelling, isSameFolder } from '../../../src/host/library/folderSpelling.ts';

test('a folder has one spelling, however it was written', () => {
  for (const [written, spelt] of [
    ['D:\\资料', 'd:\\资料'],
    ['D:/资料/', 'd:\\资料'],
    ['d:\\\\资料\\\\历年\\', 'd:\\资料\\历年'],
    ['D:\\', 'd:\\'],
    ['D:', 'd:\\'],
    ['\\\\服务器\\共享\\讲话\\', '\\\\服务器\\共享\\讲话'],
    ['//server/share/x', '\\\\server\\share\\x'],
    ['/home/张三/资料/', '/home/张三/资料'],
    ['/home/a\\b', '/home/a\\b'],
    ['/', '/'],
    ['资料', '资料'],
  ] as const) {
    assert.equal(folderSpelling(written), spelt, written);
    assert.equal(folderSpelling(spelt), spelt, spelt);
  }
});

test('capitals tell folders apart, but not on Windows', () => {
  assert.ok(isSameFolder('C:\\Users\\Li\\稿', 'c:/users/li/稿/'));
  assert.ok(isSameFolder('/home/li/稿', '/home/li/稿/'));
  assert.ok(!isSameFolder('/home/Li/稿', '/home/li/稿'));
  assert.ok(!isSameFolder('C:\\a', 'D:\\a'));
});
