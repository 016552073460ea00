import assert from 'node:assert/strict';
import { test } from 'node:test';
import iconv from 'iconv-lite';
import { encodingOf, textOf } from '../../../src/host/textEncoding.ts';

test('a text file is read in whatever an editor wrote it', () => {
  const text = '勇担使命 = 使命\r\n- 不再提示的表述\r\n';
  for (const encoding of ['utf8', 'gb18030', 'utf16le', 'utf16be'] as const) {
    for (const addBOM of encoding === 'gb18030' ? [false] : encoding === 'utf8' ? [true, false] : [true]) {
      const bytes = iconv.encode(text, encoding, { addBOM });
      assert.equal(textOf(bytes), text, `${encoding} ${String(addBOM)}`);
      assert.equal(encodingOf(bytes), encoding.startsWith('utf16') ? 'marked' : encoding);
    }
  }
  assert.equal(textOf(new Uint8Array()), '');
});
