import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchEngine } from './engine.ts';
import { addEach } from './engine.ts';

interface Statement {
  all(...values: unknown[]): { rowid: number }[];
  run(...values: unknown[]): unknown;
}
interface Database {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

/** SQLite's full-text index, contentless as ours, with full detail: `detail=none` gives a bm25 of 0 for every row. */
export async function fts5(): Promise<BenchEngine> {
  const { DatabaseSync } = (await import('node:sqlite')) as unknown as { DatabaseSync: new (path: string, options?: object) => Database };
  let database: Database | null = null;
  let select: Statement | null = null;
  const file = (folder: string): string => join(folder, 'index.sqlite');
  return {
    build: async (paragraphs, folder) => {
      database = new DatabaseSync(file(folder));
      database.exec("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; CREATE VIRTUAL TABLE passages USING fts5(text, content='', tokenize=\"unicode61 remove_diacritics 0\")");
      const insert = database.prepare('INSERT INTO passages(rowid, text) VALUES (?, ?)');
      database.exec('BEGIN');
      await addEach(paragraphs, (terms, number) => insert.run(number + 1, terms));
      database.exec('COMMIT');
      database.exec("INSERT INTO passages(passages) VALUES('optimize')");
    },
    save: async (folder) => {
      database?.close();
      return { index: statSync(file(folder)).size, text: 0 };
    },
    open: async (folder) => {
      database = new DatabaseSync(file(folder), { readOnly: true });
      select = database.prepare('SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?');
    },
    search: (terms, limit) => {
      const query = terms.map((term) => `"${term.replaceAll('"', '')}"`).join(' OR ');
      return (select?.all(query, limit) ?? []).map((row) => row.rowid - 1);
    },
  };
}
