// What must hold of the bundled formulations, and of any that a writer adds, before they are offered to anyone.

import type { Formulation } from '../contracts.ts';
import { memberCountProblem } from './memberCount.ts';

/** A broken rule, in one Chinese sentence. */
export interface FormulationProblem {
  readonly id: string;
  readonly code: string;
  readonly message: string;
}

const idShape = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const dateShape = /^\d{4}(-\d{2}(-\d{2})?)?$/;
/** Half-width punctuation never stands in Chinese set wording; figures and Latin letters (GDP, 5G, 12371) may. */
const halfWidth = /["'(),.:;?![\]<>~]|\s/;
const separators = new Set(['，', '、', '；', '：', '。', '']);

export function validateFormulations(formulations: readonly Formulation[]): FormulationProblem[] {
  const problems: FormulationProblem[] = [];
  const byId = new Map<string, Formulation>();
  for (const formulation of formulations) {
    const { id } = formulation;
    if (byId.has(id)) problems.push({ id, code: 'duplicate-id', message: `标识“${id}”用了两次。` });
    byId.set(id, formulation);
  }
  for (const formulation of formulations) problems.push(...problemsOf(formulation, byId));
  problems.push(...cyclesIn(formulations), ...twinsIn(formulations), ...wronglyWrongIn(formulations));
  return problems;
}

function problemsOf(formulation: Formulation, byId: ReadonlyMap<string, Formulation>): FormulationProblem[] {
  const { id, text, category, next = [], status, valid, source, members, aliases = [], wrong = [] } = formulation;
  const problems: FormulationProblem[] = [];
  const report = (code: string, message: string): void => void problems.push({ id, code, message });

  if (!idShape.test(id)) report('id', `标识“${id}”只能用小写字母、数字和连字符。`);
  if (category.trim() === '') report('category', `“${text}”没有类别。`);
  for (const wording of [text, ...aliases, ...(members ?? [])]) {
    if (wording.trim() !== wording || wording === '') report('blank', `“${text}”里有空的或首尾带空格的文字。`);
    if (halfWidth.test(wording)) report('half-width', `“${wording}”里有半角标点或空格。`);
    if (!balanced(wording)) report('unbalanced', `“${wording}”的引号、书名号或括号不成对。`);
  }
  if (/^[，、；：。]|[，、；：。]$/u.test(text) && !/[。！？]$/u.test(text)) report('edge', `“${text}”首尾不应有标点。`);
  for (const form of wrong) {
    if (form === text) report('wrong', `“${text}”自己列成了误写。`);
    else if (form.trim() === '') report('wrong', `“${text}”有一个空的误写。`);
    else if (text.includes(form)) report('wrong', `误写“${form}”本身就在“${text}”里，会把对的改错。`);
  }
  if (new Set(aliases).size !== aliases.length || aliases.includes(text)) report('alias', `“${text}”的简称有重复。`);
  if (members?.length === 0) report('members', `“${text}”的内容是空的。`);
  const counted = memberCountProblem(formulation);
  if (counted !== null) report('members', counted);

  for (const link of next) {
    const following = byId.get(link.id);
    if (!following) report('link', `“${text}”的下一句“${link.id}”不存在。`);
    else if (typeof following.status === 'object' && 'supersededBy' in following.status && status === 'current') {
      report('link', `“${text}”的下一句“${following.text}”已有新提法。`);
    }
    if (!separators.has(link.separator)) report('link', `“${text}”与下一句之间的“${link.separator}”不是连接用的标点。`);
  }
  if (typeof status === 'object') {
    const other = 'supersededBy' in status ? status.supersededBy : status.coexistsWith;
    if (other === id || !byId.has(other)) report('status', `“${text}”的状态指向不存在的“${other}”。`);
    if ('supersededBy' in status && !dateShape.test(status.since)) report('status', `“${text}”没有写明从何时起被替换。`);
  }
  for (const date of [valid?.from, valid?.until]) {
    if (date !== undefined && !dateShape.test(date)) report('valid', `“${text}”的有效期“${date}”不是日期。`);
  }
  if (valid?.from !== undefined && valid.until !== undefined && valid.from > valid.until) {
    report('valid', `“${text}”的有效期前后颠倒。`);
  }
  if (source.title.trim() === '' || !dateShape.test(source.date)) report('source', `“${text}”的出处没有标题或日期。`);
  return problems;
}

const pairs = new Map([['”', '“'], ['’', '‘'], ['》', '《'], ['〉', '〈'], ['）', '（'], ['】', '【'], ['〕', '〔']]);

/** Each closing mark closes the one opened last. */
function balanced(text: string): boolean {
  const open: string[] = [];
  const opening = new Set(pairs.values());
  for (const character of text) {
    if (opening.has(character)) open.push(character);
    const expected = pairs.get(character);
    if (expected !== undefined && open.pop() !== expected) return false;
  }
  return open.length === 0;
}

/** A chain that comes back to its start would offer a writer the same words for ever. */
function cyclesIn(formulations: readonly Formulation[]): FormulationProblem[] {
  const following = new Map(formulations.map(({ id, next = [] }) => [id, next.map((link) => link.id)]));
  const state = new Map<string, 'open' | 'done'>();
  const problems: FormulationProblem[] = [];
  const visit = (id: string): void => {
    state.set(id, 'open');
    for (const other of following.get(id) ?? []) {
      if (state.get(other) === 'open') problems.push({ id, code: 'cycle', message: `“${id}”与“${other}”首尾相接，成了循环。` });
      else if (!state.has(other)) visit(other);
    }
    state.set(id, 'done');
  };
  for (const id of following.keys()) if (!state.has(id)) visit(id);
  return problems;
}

/** Two current entries with the same letters must say that they coexist: otherwise one of them is a slip. */
function twinsIn(formulations: readonly Formulation[]): FormulationProblem[] {
  const seen = new Map<string, Formulation>();
  const problems: FormulationProblem[] = [];
  for (const formulation of formulations) {
    const { id, text, status } = formulation;
    if (typeof status === 'object' && 'supersededBy' in status) continue;
    const letters = text.replace(/[^\p{Script=Han}0-9A-Za-z]/gu, '');
    const twin = seen.get(letters);
    if (!twin) seen.set(letters, formulation);
    else if (!coexists(formulation, twin) && !coexists(twin, formulation)) {
      problems.push({ id, code: 'twin', message: `“${text}”与“${twin.text}”只差标点，没有写明并存。` });
    }
  }
  return problems;
}

/** A wrong form that stands in the right wording of any entry would have a writer's correct words called wrong. */
function wronglyWrongIn(formulations: readonly Formulation[]): FormulationProblem[] {
  const problems: FormulationProblem[] = [];
  for (const { id, wrong = [] } of formulations) {
    for (const form of wrong) {
      const right = formulations.find((other) => other.id !== id && other.text.includes(form));
      if (right) problems.push({ id, code: 'wrong', message: `误写“${form}”是“${right.text}”里的话。` });
    }
  }
  return problems;
}

function coexists(one: Formulation, other: Formulation): boolean {
  return typeof one.status === 'object' && 'coexistsWith' in one.status && one.status.coexistsWith === other.id;
}
