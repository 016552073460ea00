import WordExtractor from 'word-extractor';
import type { SourceText } from '../../core/speech/sourceText.ts';
import type { ReadingLimits } from './limits.ts';
import { ReadFailure } from './readFailure.ts';
import { SourceBuilder } from './sourceBuilder.ts';

/**
 * Reads Word 97–2003 documents and WPS documents in the same container: paragraphs without their generated numbers,
 * which the library does not know. Foot- and endnotes are left out.
 */
export async function readDoc(bytes: Uint8Array, limits: ReadingLimits): Promise<SourceText> {
  const out = new SourceBuilder(limits);
  let body: string;
  try {
    const document = await new WordExtractor().extract(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    body = document.getBody();
  } catch (error) {
    throw failureOf(error);
  }
  for (const paragraph of body.split('\n')) {
    // A row of a table: word-extractor puts tabs between its cells.
    out.add(paragraph, { table: /\S\t+\S/.test(paragraph) && !/^\S{1,6}[、.]\t/.test(paragraph) });
  }
  return out.build();
}

function failureOf(error: unknown): ReadFailure {
  const reason = error instanceof Error ? error.message : '';
  if (/encrypt|password/i.test(reason)) return new ReadFailure('encrypted', '文档设有密码，请先解除密码再读取。');
  return new ReadFailure('damaged', '这个旧版 Word/WPS 文档无法读取，可能已经损坏，或是更早的格式；请另存为 .docx 再试。', { cause: error });
}
