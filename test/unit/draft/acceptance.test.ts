import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Acceptance } from '../../../src/core/draft/acceptance.ts';

const first = { start: 2, insert: '增强“四个意识”', text: '增强“四个意识”', reason: 'text' };
const next = { start: 2, insert: '、坚定“四个自信”', text: '坚定“四个自信”', reason: 'chain' };

function made(): { readonly acceptance: Acceptance; readonly taken: string[] } {
  const taken: string[] = [];
  const acceptance = new Acceptance((text, reason) => taken.push(`${text} ${reason}`));
  acceptance.offer('list', '稿', [first, next]);
  return { acceptance, taken };
}

test('the change alone tells, and the command after it counts no second time', () => {
  const { acceptance, taken } = made();
  assert.equal(acceptance.seen('稿', [{ rangeOffset: 2, text: next.insert }]), true);
  assert.deepEqual(taken, ['坚定“四个自信” chain']);
  acceptance.told(next.text, 'chain');
  assert.equal(taken.length, 1);
  // The same row taken once more, by its command alone.
  acceptance.told(next.text, 'chain');
  assert.equal(taken.length, 2);
});

test('the command may come first', () => {
  const { acceptance, taken } = made();
  acceptance.told(first.text, 'text');
  assert.equal(acceptance.seen('稿', [{ rangeOffset: 2, text: first.insert }]), true);
  assert.equal(taken.length, 1);
});

test('with several cursors one of the changes is enough; what is taken is offered no longer', () => {
  const { acceptance, taken } = made();
  const changes = [
    { rangeOffset: 40, text: first.insert },
    { rangeOffset: 2, text: first.insert },
  ];
  assert.equal(acceptance.seen('稿', changes), true);
  assert.equal(acceptance.seen('稿', changes), false);
  assert.equal(taken.length, 1);
});

test('typing, other places and other drafts are no acceptance', () => {
  const { acceptance, taken } = made();
  assert.equal(acceptance.seen('稿', [{ rangeOffset: 2, text: '增' }]), false);
  assert.equal(acceptance.seen('稿', [{ rangeOffset: 3, text: first.insert }]), false);
  assert.equal(acceptance.seen('另一篇', [{ rangeOffset: 2, text: first.insert }]), false);
  assert.deepEqual(taken, []);
});
