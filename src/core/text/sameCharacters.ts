/**
 * Characters that Unicode has twice. A PDF that a browser prints says ⼀, ⼯ and ⻅, the signs of radicals, for 一, 工 and 见, since its
 * fonts draw both alike, and so does all that was copied from one; nothing that is looked for would be found in it.
 */

/** Signs of radicals for which Unicode names no character, beside the characters that they look like. */
const radicals = '⺁厂⺒巳⺝月⺠民⻁虎⻄西⻅见⻆角⻇角⻉贝⻋车⻑長⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻲亀⼾户';

const named: ReadonlyMap<string, string> = new Map(Array.from({ length: radicals.length / 2 }, (_, index) => [radicals.charAt(index * 2), radicals.charAt(index * 2 + 1)]));

const twice = /[\u2e81-\u2fd5\uf900-\ufaff]/;

/** The text with each such character as it is usually written; its length, and so each place in it, stays. */
export function unifyCharacters(text: string): string {
  if (!twice.test(text)) return text;
  return text.replace(/[\u2e81-\u2fd5\uf900-\ufaff]/g, (character) => {
    const usual = named.get(character) ?? character.normalize('NFKC');
    return usual.length === 1 ? usual : character;
  });
}
