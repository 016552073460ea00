import iconv from 'iconv-lite';

/**
 * GBK, whose characters are two bytes that say nothing of which of them comes first: where one is lost, all that follows up
 * to the next line break would be read shifted by half a character.
 */

/** What a reading of two bytes costs: common characters nothing, rarer ones more. Lost bytes leave rare ones behind. */
const costs = { common: 0, known: 1.5, rare: 3, extended: 5, lost: 4 } as const;

/** Nine in ten characters of news, reports and speeches are among these. */
const commonest = [
  '一七万三上下不与专世业东两严个中丰为主举义之乌乐九也习乡书了争事二于互五亚些亡交产京人亿今从他代以们件价任份企伊众优会伟传伴位低体作使例供依促俄保信修值做停健元充先光克党入全八公六兰共关兴兵其具养内再军农决况准减出击分切划列则创利别到制前副力办功加务动助努势勒包化北区医十千升午华',
  '协单南博卫历原去县参及友双反发取受变口古召可台史号司各合同名后向启告员周命和品哈响商善器四回因团园围固国图土在地场均坚坦型城域培基境增士处备复外多大天夫央头奋好如始委媒子字季学宁守安完官定实审客宣家容密富察对导将小少尔就尼局层居届展山岸峰州工已巴市布希带席常幕干平年并广庆序库应底',
  '府度康建开式引张弹强当形影彻往征待律得德心必志快念态思急性总息情想意感愿成我战截户房所手才打执扩批承技把抓投抗护报拉持指挥据排接控推措提援播支收改攻放政效救教数整文斗断斯新方施旅族无日时明易春是显晚普景智更最月有服朗望期未本术机权李村条来极构林果查标校样核根格案检模次欧正此步武死',
  '段每比民气水求江沙没河油治法注洲活派流测济海消深清港游湖源满演澳火灾点烈热然牢物特献率王环现班球理生用田由电界略百的益监盟目直相省看真着督知研破础确示社祝神福种科积称移程税稳究空突立站章第等策算管米类粮精系紧红约级纪线组织终经结给统继续维综绿网罗置署美群老考者而职联聚育能自至致航',
  '良色节花苏英范草获营落融行补表被袭装西要见观规视解言警计认让议讯记讲论设访证评识试话该说调谈象负贡财责货质贯贸费资赛走起超越足跨路践身车转较输边达过迎运近还这进远连选通速造道遗部都配采里重量金针铁链镇长门问间闻队防阶阿际陆降院险障难集雨雪需青非面革项须预领题额风飞食馆首马验高黎龙',
].join('');

/** Longer lines are left as they are: memory grows with the line. */
const longestLine = 200_000;

let tabled: Uint8Array | null = null;

/** The cost of each pair of bytes, made when it is first asked for. */
function costTable(): Uint8Array {
  if (tabled !== null) return tabled;
  const table = new Uint8Array(0x10000);
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const isKnown = trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead > 0xa1 && lead <= 0xa9 && lead !== 0xa3));
      const isRare = trail >= 0xa1 && lead >= 0xd8 && lead <= 0xf7;
      const isMark = trail >= 0xa1 && (lead === 0xa1 || lead === 0xa3);
      // Twice the cost, so that halves are whole.
      table[lead * 256 + trail] = 2 * (isMark ? costs.common : isKnown ? costs.known : isRare ? costs.rare : costs.extended);
    }
  }
  const encoded = iconv.encode(commonest, 'gbk');
  for (let at = 0; at + 1 < encoded.length; at += 2) table[(encoded[at] ?? 0) * 256 + (encoded[at + 1] ?? 0)] = 2 * costs.common;
  return (tabled = table);
}

function costOf(lead: number, trail: number): number {
  return (costTable()[lead * 256 + trail] ?? 0) / 2;
}

function isPair(lead: number, trail: number): boolean {
  return lead >= 0x81 && lead <= 0xfe && trail >= 0x40 && trail <= 0xfe && trail !== 0x7f;
}

/** The share of characters beyond ASCII that are common in Chinese, were the bytes GBK; 0 where there are none. */
export function commonShare(bytes: Uint8Array): number {
  let common = 0;
  let all = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) continue;
    all += 1;
    const trail = bytes[at + 1] ?? 0;
    if (!isPair(lead, trail)) continue;
    if (costOf(lead, trail) <= costs.known) common += 1;
    at += 1;
  }
  return all === 0 ? 0 : common / all;
}

/** Decodes lines with lost or strange bytes: what cannot be read is U+FFFD, and what follows it is whole again. */
export function decodeBrokenGbk(bytes: Uint8Array, decode: (bytes: Uint8Array) => string): string {
  let text = '';
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(10, start) + 1 || bytes.length;
    const line = bytes.subarray(start, end);
    const plain = decode(line);
    text += plain.includes('\ufffd') && line.length <= longestLine ? decodeLine(line, decode) : plain;
    start = end;
  }
  return text;
}

function decodeLine(line: Uint8Array, decode: (bytes: Uint8Array) => string): string {
  let text = '';
  let from = 0;
  for (const lost of lostBytes(line)) {
    text += `${decode(line.subarray(from, lost))}\ufffd`;
    from = lost + 1;
  }
  return text + decode(line.subarray(from));
}

/** Which bytes to leave out so that the others read best, ascending: the cheapest way from the line's end to its begin. */
function lostBytes(line: Uint8Array): number[] {
  const cost = new Float64Array(line.length + 1);
  const step = new Uint8Array(line.length);
  for (let at = line.length - 1; at >= 0; at -= 1) {
    const lead = line[at] ?? 0;
    if (lead < 0x80) {
      cost[at] = cost[at + 1] ?? 0;
      step[at] = 1;
      continue;
    }
    cost[at] = costs.lost + (cost[at + 1] ?? 0);
    const trail = line[at + 1] ?? 0;
    if (!isPair(lead, trail)) continue;
    const paired = costOf(lead, trail) + (cost[at + 2] ?? 0);
    if (paired > (cost[at] ?? 0)) continue;
    cost[at] = paired;
    step[at] = 2;
  }
  const lost: number[] = [];
  for (let at = 0; at < line.length; at += step[at] || 1) if (step[at] === 0) lost.push(at);
  return lost;
}
