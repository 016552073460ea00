import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchEngine } from './engine.ts';
import { addEach, load } from './engine.ts';

interface Index {
  add(id: number, text: string): void;
  search(query: string, options: object): number[];
  export(write: (key: string, data: string) => void): Promise<void>;
  import(key: string, data: string): void;
}
interface Module {
  Index: new (options: object) => Index;
}

const options = { tokenize: 'strict', encode: (text: string) => text.split(' ') };

export async function flexSearch(): Promise<BenchEngine> {
  const { Index } = await load<Module>('flexsearch');
  const index = new Index(options);
  return {
    build: (paragraphs) => addEach(paragraphs, (text, id) => index.add(id, text)),
    save: async (folder) => {
      let bytes = 0;
      await index.export((key, data) => {
        if (typeof data !== 'string') return;
        writeFileSync(join(folder, `${encodeURIComponent(key)}.part`), data);
        bytes += Buffer.byteLength(data);
      });
      return { index: bytes, text: 0 };
    },
    open: async (folder) => {
      for (const file of readdirSync(folder).filter((name) => name.endsWith('.part'))) {
        index.import(decodeURIComponent(file.slice(0, -5)), readFileSync(join(folder, file), 'utf8'));
      }
    },
    // `suggest` is its way of asking for some of the words only; without it a paragraph never matches.
    search: (terms, limit) => index.search(terms.join(' '), { limit, suggest: true }),
  };
}
