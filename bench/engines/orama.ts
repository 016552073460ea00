import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchEngine } from './engine.ts';
import { addEach, load } from './engine.ts';

interface Module {
  create(options: object): object;
  insertMultiple(db: object, documents: object[], batch: number): Promise<unknown>;
  search(db: object, options: object): Promise<{ hits: { document: { number: number } }[] }>;
  save(db: object): unknown;
  load(db: object, raw: unknown): void;
}

export async function orama(): Promise<BenchEngine> {
  const module = await load<Module>('@orama/orama');
  const tokenizer = { language: 'english', normalizationCache: new Map(), tokenize: (text: string) => [...new Set(text.split(' '))] };
  const db = module.create({ schema: { text: 'string', number: 'number' }, components: { tokenizer } });
  return {
    build: async (paragraphs) => {
      const documents: object[] = [];
      await addEach(paragraphs, (text, number) => documents.push({ text, number }));
      await module.insertMultiple(db, documents, 1000);
    },
    save: async (folder) => {
      const json = JSON.stringify(module.save(db));
      writeFileSync(join(folder, 'index.json'), json);
      return { index: Buffer.byteLength(json), text: 0 };
    },
    open: async (folder) => module.load(db, JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'))),
    search: async (terms, limit) => {
      const { hits } = await module.search(db, { term: terms.join(' '), limit, threshold: 1, properties: ['text'], tolerance: 0 });
      return hits.map((hit) => hit.document.number);
    },
  };
}
