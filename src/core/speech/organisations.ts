/** What names of organisations end with; 大局 and 客厅 are none. */
const ending =
  '(?:科学技术协会|科协|协会|学会|研究会|商会|联合会|总工会|工会|妇联|残联|文联|侨联|工商联|团委|委员会|居委会|村委会|管委会|常委会|纪委|监委|政法委|发改委|卫健委|国资委|工委|党委|党组|党支部|党总支|[省市县区州旗镇乡]委|政府|国务院|法院|检察院|研究院|设计院|科学院|研究所|医院|卫生院|大学|学院|学校|中学|小学|幼儿园|党校|集团|公司|银行|信用社|供销社|合作社|报社|出版社|电视台|派出所|司法所|供电所|办事处|办公室|(?<![大全格布结开僵当时战棋变危败残饭牌])局(?![面部势限])|(?<![大客餐展舞歌])厅|(?:组织|宣传|统战|武装)部)(?!长)';

const letter = '[A-Za-z×*\\u4e00-\\u9fff]';
/** What no name holds: 在中央政治局, 毛泽东转发福建省委, 会议上河北省政府, 全省法院. */
const outside = '[与暨对向给为是被将把的在]|会上|会议上|[局省市县区]长|书记|转发|批转|批发|批准|关于|逮捕|会见|学期|全[省市县区镇乡州]|各';
const inside = `(?!${outside})${letter}`;
/** A name begins where something else ends, never within a word. */
const begins = `(?<=^|[^A-Za-z×*\\u4e00-\\u9fff]|[与暨对向给为是被将把的在年日])`;
/** 县政府办公室 is one as well as 县政府. */
const name = `(?:${inside}){1,16}?${ending}(?:(?:(?!和|及)${inside}){0,4}?${ending})*`;
const organisation = new RegExp(`${begins}${name}`, 'u');
const whole = new RegExp(`^${name}$`, 'u');

/** What stands before an organisation in a title and is none of its name. */
const before = /^(?:庆祝|纪念|出席|参加|走访|慰问|视察|调研|关于|学习|接待|欢迎|欢送|会见|贯彻|落实|创新|加强|推进|深化|做好|开创|举办|组织|开展|召开|打造)+/u;
const year = /^[\d０-９〇○零一二三四五六七八九]*年(?:度)?/u;

/** The organisation that a title speaks of, what stands behind `在` before what stands above it; `null` where none does. */
export function readOrganisation(title: string): string | null {
  const at = title.search(/(?<![现存所实内潜])在/u);
  for (const part of at < 0 ? [title] : [title.slice(at + 1), title.slice(0, at)]) {
    const found = organisation.exec(part.replace(before, ''));
    const name = found?.[0].replace(before, '').replace(year, '');
    if (name !== undefined && name.length >= 3) return name;
  }
  return null;
}

/** A line with nothing but the name of an organisation. */
export function isOrganisation(text: string): boolean {
  return text.length <= 24 && text.length >= 3 && !/^(?:关于|在|以|由|就)/u.test(text) && whole.test(text);
}

/** What stands between an organisation and the post: 党组书记 is of the organisation whose 党组 it is. */
const rank = '(?:党组|党委|党总支|党支部|党工委|团委|纪委)?(?:成员)?(?:常务|第一|执行)?副?';
/** 华远机械有限公司|董事长, 云溪县委|书记 */
const held = new RegExp(`^(?:[\\d０-９]{4}年)?(.{3,24}?)${rank}(?:书记|主席|主任|[局市县区省州镇乡校院所馆会部司处科厅厂行庭社团组队站]长|秘书长|董事长|理事长|检察长|(?:总|副总)?经理|总裁|理事|董事|教授|研究员|主编|总编辑|总工程师|工程师)$`, 'u');
const ends = new RegExp(`${ending}$`, 'u');

/** The organisation of which `post` is one: 青石市科协党组书记 → 青石市科协; `null` where it names none. */
export function organisationOfPost(post: string): string | null {
  const found = held.exec(post.trim())?.[1];
  return found !== undefined && ends.test(found) ? found : null;
}
