/** Wrong usage: one sentence and the usage on standard error, status 2. */
export class UsageError extends Error {}

/** Input that cannot be read, a store that cannot be written: one sentence on standard error, status 2. */
export class InputError extends Error {}

export const usage = `用法 Usage:
  outline FILE                                     结构 outline
  text FILE                                        正文 clean text
  index --store DIR ROOT… [--remove ROOT]          建立索引 index folders
  similar [--store DIR] [--limit N] [--role ROLE]  相似段落，段落由标准输入给出 paragraph on standard input
  search [--store DIR] [--limit N] QUERY           检索词语或“原文” words or an exact phrase in quotes
  complete --before TEXT [--after TEXT] [--limit N] [--store DIR] [--phrases FILE]
  check [--phrases FILE] FILE…                     检查 check drafts
  skeletons                                        提纲骨架 skeletons
--phrases：我的常用语文件 a phrase book。similar、search、complete 加 --batch：标准输入每行一个 JSON 请求，每行回答一个数组。
`;

export interface Arguments {
  readonly command: string;
  readonly operands: readonly string[];
  /** Options with their values, in the order given; a flag has an empty value. */
  readonly options: ReadonlyMap<string, readonly string[]>;
}

interface Shape {
  readonly values: readonly string[];
  readonly flags: readonly string[];
  readonly operands: readonly [fewest: number, most: number];
}

const shapes: Readonly<Record<string, Shape>> = {
  outline: { values: [], flags: [], operands: [1, 1] },
  text: { values: [], flags: [], operands: [1, 1] },
  index: { values: ['store', 'remove', 'segmenter', 'exclude'], flags: ['include-classified'], operands: [0, Infinity] },
  similar: { values: ['store', 'limit', 'role', 'segmenter'], flags: ['batch'], operands: [0, 0] },
  search: { values: ['store', 'limit', 'segmenter'], flags: ['batch'], operands: [0, Infinity] },
  complete: { values: ['before', 'after', 'limit', 'store', 'phrases'], flags: ['batch'], operands: [0, 0] },
  check: { values: ['phrases'], flags: [], operands: [1, Infinity] },
  skeletons: { values: [], flags: [], operands: [0, 0] },
};

/** Throws a `UsageError` that names what is wrong. */
export function parseArguments(args: readonly string[]): Arguments {
  const [command = '', ...rest] = args;
  const shape = Object.hasOwn(shapes, command) ? shapes[command] : undefined;
  if (shape === undefined) throw new UsageError(command === '' ? '没有给出命令。' : `没有“${command}”这个命令。`);
  const options = new Map<string, string[]>();
  const operands: string[] = [];
  let onlyOperands = false;
  for (let index = 0; index < rest.length; index += 1) {
    const given = rest[index] ?? '';
    if (onlyOperands || !given.startsWith('--')) {
      operands.push(given);
      continue;
    }
    if (given === '--') {
      onlyOperands = true;
      continue;
    }
    const equals = given.indexOf('=');
    const name = given.slice(2, equals < 0 ? undefined : equals);
    if (shape.flags.includes(name) && equals < 0) {
      options.set(name, []);
    } else if (shape.values.includes(name)) {
      const value = equals < 0 ? rest[(index += 1)] : given.slice(equals + 1);
      if (value === undefined) throw new UsageError(`--${name} 后面缺少值。`);
      options.set(name, [...(options.get(name) ?? []), value]);
    } else {
      throw new UsageError(`“${command}”没有 --${name} 这个选项。`);
    }
  }
  const [fewest, most] = shape.operands;
  if (operands.length < fewest) throw new UsageError(`“${command}”缺少参数。`);
  if (operands.length > most) throw new UsageError(`“${command}”的参数过多。`);
  return { command, operands, options };
}

export function optionOf(args: Arguments, name: string): string | undefined {
  return args.options.get(name)?.at(-1);
}

export function limitOf(args: Arguments): number | undefined {
  const given = optionOf(args, 'limit');
  if (given === undefined) return undefined;
  if (!/^\d{1,6}$/.test(given)) throw new UsageError(`--limit 应为 0 到 999999 的整数，而不是“${given}”。`);
  return Number(given);
}
