import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchEngine } from './engine.ts';
import { addEach, load } from './engine.ts';

interface Index {
  add(document: { id: number; text: string }): void;
  search(query: string, options: object): { id: number }[];
  toJSON(): unknown;
}
interface Constructor {
  new (options: object): Index;
  loadJSON(json: string, options: object): Index;
}

const options = { fields: ['text'], tokenize: (text: string) => text.split(' '), processTerm: (term: string) => term };

export async function miniSearch(): Promise<BenchEngine> {
  const MiniSearch = await load<Constructor>('minisearch');
  let index = new MiniSearch(options);
  return {
    build: (paragraphs) => addEach(paragraphs, (text, id) => index.add({ id, text })),
    save: async (folder) => {
      const json = JSON.stringify(index);
      writeFileSync(join(folder, 'index.json'), json);
      return { index: Buffer.byteLength(json), text: 0 };
    },
    open: async (folder) => {
      index = MiniSearch.loadJSON(readFileSync(join(folder, 'index.json'), 'utf8'), options);
    },
    search: (terms, limit) => index.search(terms.join(' '), { combineWith: 'OR' }).slice(0, limit).map((each) => each.id),
  };
}
