/**
 * VS Code's snippet syntax, read strictly: `${1:市名}`, `${2|同志们,各位委员、同志们|}`, `$2`, `$0`, `${CURRENT_YEAR}`.
 *
 * VS Code itself never rejects a snippet: what it cannot read it inserts as literal text, so that a slip such as
 * `${1:市名` shows up in a writer's draft. This reader reports such slips instead. Transforms (`${1/…/…/}`) are
 * deliberately absent: no skeleton needs them. Source of the grammar: "Snippet syntax" in VS Code's user guide.
 */

export type SnippetNode =
  | { readonly kind: 'text'; readonly text: string }
  /** `inner` is empty for a bare `$1`. */
  | { readonly kind: 'placeholder'; readonly index: number; readonly inner: readonly SnippetNode[] }
  | { readonly kind: 'choice'; readonly index: number; readonly options: readonly string[] }
  | { readonly kind: 'variable'; readonly name: string; readonly inner: readonly SnippetNode[] };

/** `offset` counts UTF-16 code units in the body. */
export interface SnippetProblem { readonly message: string; readonly offset: number }

export interface ParsedSnippet { readonly nodes: readonly SnippetNode[]; readonly problems: readonly SnippetProblem[] }

const VARIABLES: ReadonlySet<string> = new Set([
  'CURRENT_YEAR', 'CURRENT_MONTH', 'CURRENT_DATE', 'TM_SELECTED_TEXT', 'TM_FILENAME_BASE',
]);

/** Reads a whole body (lines joined by `\n`). Never throws: what cannot be read is text, with a problem beside it. */
export function parseSnippet(body: string): ParsedSnippet {
  const reader = new Reader(body);
  const nodes = reader.nodes(false);
  return { nodes, problems: reader.problems };
}

/** The text that stands in the draft right after insertion: defaults, first choices, mirrors filled in. */
export function initialText(nodes: readonly SnippetNode[]): string {
  const defaults = new Map<number, string>();
  collectDefaults(nodes, defaults);
  return render(nodes, defaults);
}

/** Every tab stop in order of appearance, nested ones included; a mirror appears again. */
export function tabStops(nodes: readonly SnippetNode[]): number[] {
  return nodes.flatMap((node) => {
    switch (node.kind) {
      case 'text': return [];
      case 'choice': return [node.index];
      case 'placeholder': return [node.index, ...tabStops(node.inner)];
      case 'variable': return tabStops(node.inner);
    }
  });
}

function collectDefaults(nodes: readonly SnippetNode[], defaults: Map<number, string>): void {
  for (const node of nodes) {
    if (node.kind === 'choice' && !defaults.has(node.index)) defaults.set(node.index, node.options[0] ?? '');
    if (node.kind === 'placeholder' || node.kind === 'variable') {
      collectDefaults(node.inner, defaults);
      if (node.kind === 'placeholder' && node.inner.length > 0 && !defaults.has(node.index)) {
        defaults.set(node.index, render(node.inner, defaults));
      }
    }
  }
}

function render(nodes: readonly SnippetNode[], defaults: ReadonlyMap<number, string>): string {
  return nodes.map((node) => {
    switch (node.kind) {
      case 'text': return node.text;
      case 'variable': return render(node.inner, defaults);
      case 'choice':
      case 'placeholder': return defaults.get(node.index) ?? '';
    }
  }).join('');
}

/** Recursive descent over `${1:外 ${2:内}}`; `at` is the code unit about to be read. */
class Reader {
  readonly problems: SnippetProblem[] = [];
  private readonly body: string;
  private at = 0;

  constructor(body: string) { this.body = body; }

  /** Reads to the end, or inside a placeholder to the `}` that closes it (left unread). */
  nodes(nested: boolean): SnippetNode[] {
    const found: SnippetNode[] = [];
    let text = '';
    while (this.at < this.body.length) {
      const char = this.body.charAt(this.at);
      if (nested && char === '}') break;
      if (char === '\\') { text += this.escape('$}\\'); continue; }
      if (char !== '$') {
        if (char === '}') this.report('“}”没有对应的“${”，要写成“\\}”');
        text += char;
        this.at += 1;
        continue;
      }
      const node = this.dollar();
      if (node.kind === 'text') { text += node.text; continue; }
      if (text !== '') found.push({ kind: 'text', text });
      text = '';
      found.push(node);
    }
    if (text !== '') found.push({ kind: 'text', text });
    return found;
  }

  private dollar(): SnippetNode {
    const bare = /^\$(?:(\d+)|([A-Z_]+))/.exec(this.body.slice(this.at));
    if (bare) {
      const node = this.named(bare[1], bare[2]);
      this.at += bare[0].length;
      return node;
    }
    const open = /^\$\{(?:(\d+)|([A-Z_]+))/.exec(this.body.slice(this.at));
    if (!open) {
      this.report('“$”后面要跟序号或“{序号”，字面的“$”要写成“\\$”');
      this.at += 1;
      return { kind: 'text', text: '$' };
    }
    const start = this.at;
    const node = this.named(open[1], open[2]);
    this.at += open[0].length;
    const next = this.body.charAt(this.at);
    if (next === '|' && node.kind === 'placeholder') {
      this.at += 1;
      return { kind: 'choice', index: node.index, options: this.options(start) };
    }
    if (next === ':' && (node.kind === 'placeholder' || node.kind === 'variable')) {
      this.at += 1;
      const inner = this.nodes(true);
      this.close(start);
      if (inner.length === 0) this.report('“:”后面没有默认文字', start);
      return { ...node, inner };
    }
    this.close(start);
    return node;
  }

  private named(digits: string | undefined, variable: string | undefined): SnippetNode {
    if (digits !== undefined) return { kind: 'placeholder', index: Number(digits), inner: [] };
    const name = variable ?? '';
    if (!VARIABLES.has(name)) this.report(`不认识的变量“${name}”`);
    return { kind: 'variable', name, inner: [] };
  }

  /** Reads `甲,乙|}`; a comma, bar or backslash in an option is escaped. */
  private options(start: number): string[] {
    const options: string[] = [];
    let option = '';
    while (this.at < this.body.length && this.body.charAt(this.at) !== '\n') {
      const char = this.body.charAt(this.at);
      if (char === '\\') { option += this.escape(',|\\'); continue; }
      this.at += 1;
      if (char === ',') { options.push(option); option = ''; continue; }
      if (char === '|') {
        options.push(option);
        this.close(start);
        if (options.length < 2) this.report('选项少于两个', start);
        if (options.some((each) => each === '')) this.report('有空的选项', start);
        if (new Set(options).size < options.length) this.report('有重复的选项', start);
        return options;
      }
      option += char;
    }
    this.report('选项没有以“|}”结束', start);
    return [...options, option];
  }

  private escape(allowed: string): string {
    const next = this.body.charAt(this.at + 1);
    if (next !== '' && allowed.includes(next)) {
      this.at += 2;
      return next;
    }
    this.report('“\\”后面不是可以转义的字符');
    this.at += 1;
    return '\\';
  }

  private close(start: number): void {
    if (this.body.charAt(this.at) === '}') this.at += 1;
    else this.report('“${”没有以“}”结束', start);
  }

  private report(message: string, offset = this.at): void { this.problems.push({ message, offset }); }
}
