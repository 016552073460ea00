import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Compressor } from '../../core/passages/ports.ts';

/** Deflate over UTF-16: for Chinese a third fewer bytes than UTF-8 go in, slightly fewer come out, and reading is faster. */
export const zlibCompressor: Compressor = {
  encode: (text) => Buffer.from(text, 'utf16le'),
  deflate(text, dictionary) {
    const options = dictionary.length === 0 ? {} : { dictionary };
    return deflateRawSync(Buffer.from(text, 'utf16le'), { level: 6, ...options });
  },
  inflate(bytes, dictionary) {
    return inflateRawSync(bytes, dictionary.length === 0 ? {} : { dictionary }).toString('utf16le');
  },
};
