/** An address at the head of a speech or between its parts: `各位代表：` `尊敬的各位领导、同志们：` `同志们！`. */
const openings = '尊敬的|敬爱的|亲爱的|各位|同志们|女士们|先生们|朋友们|老师们|同学们|同事们|姐妹们|兄弟们|工友们|师傅们|孩子们|学员们|队员们|战士们|同胞们|伙伴们|家人们|代表们|委员们|乡亲们|战友们|老战友们|老同学们|老朋友们|街坊们|邻居们|村民们|来宾们|同仁们|校友们|家长们|父老乡亲|老领导';
/** 主任、各位副主任、各位委员：, as standing committees are addressed. */
const chairs = '主任|主席|会长|书记|校长|院长|理事长|董事长|主持人';
const opening = `(?:${openings})`;
const chair = `(?:(?:${chairs})[，、](?=各位))`;
const inner = '[^。！!？?：:；;\\n]{0,60}?';
const closing =
  '(?:们|同志|代表|委员|来宾|嘉宾|领导|朋友|专家|先生|女士|同事|同仁|同学|老师|书记|主任|主席|校友|员工|友人|院士|理事|会员|乡亲|家长|媒体|青年|教授|常委|部长|局长|市长|省长|县长|区长|校长|院长|会长|伙伴|战友|工友|师傅|邻居|街坊|亲友|评委|考官|学员|队员|选手|村民|居民|长辈|老人|老哥|老姐|大哥|大姐|大爷|大妈|党员|职工|医生|护士|教师|民警|法官|文友|网友|读者|观众|听众|股东|商户|司机|家人|宾客|客户|业主|考生|骑手|店长|兄弟|姐妹|同胞|同行|官兵|干部|园长|站长|所长|行长|经理|教练|师生|孩子|书友|毕业生|新生|志愿者)';
/** 王书记、各位领导：, 老周、各位同事：; who is named first has a post or is called as a colleague is. */
const someone = /(?:[\u4e00-\u9fff]{1,4}(?:书记|主任|主席|会长|校长|院长|局长|部长|市长|县长|区长|镇长|乡长|处长|科长|厂长|经理|总|院士|教授|老师|同志)|[老小][\u4e00-\u9fff]{1,2}(?:同志)?)[，、]/y;
/** 各位领导、各位乡贤：, whoever they are: what begins every part of it with 各位 and ends with a colon addresses. */
const everyone = '各位[\\u4e00-\\u9fff]{1,6}(?:[、，] ?各位[\\u4e00-\\u9fff]{1,6})+[ \\u3000]*[：:]';
const form = new RegExp(`${chair}?(?:${opening}(?:${inner}${closing})?[ \\u3000]*[：:！!]|${everyone})`, 'y');
const opens = new RegExp(`${chair}?${opening}`, 'g');

/** What any address begins with: most lines begin with something else. */
const starts: ReadonlySet<string> = new Set(`${openings}|${chairs}`.split('|').map((word) => word.charAt(0)));

/** Length of the address that begins at `at`; 0 where none does. `各位代表：` → 5. */
export function readAddress(text: string, at: number): number {
  if (!starts.has(text.charAt(at))) return readNamed(text, at);
  form.lastIndex = at;
  const match = form.exec(text);
  return match === null ? readNamed(text, at) : match[0].length;
}

/** How far from its beginning an address to somebody names all others. */
const longestName = 8;

function readNamed(text: string, at: number): number {
  const others = text.indexOf('各位', at);
  if (others <= at || others > at + longestName) return 0;
  someone.lastIndex = at;
  if (!someone.test(text) || someone.lastIndex !== others) return 0;
  const rest = readAddress(text, others);
  return rest === 0 ? 0 : others + rest - at;
}

/** The first address within the first `reach` characters: `…上的讲话|各位委员、同志们:`. */
export function findAddress(text: string, reach: number): { start: number; end: number } | null {
  for (const match of text.slice(0, reach).matchAll(opens)) {
    const length = readAddress(text, match.index);
    if (length > 0) return { start: match.index, end: match.index + length };
  }
  return null;
}
