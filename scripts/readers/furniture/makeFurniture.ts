import { pick, type Random } from '../../eval/reading/damage.ts';
import { labels, lines as shortLines, menuWords } from './furnitureLines.ts';
import { pageScraps } from './pageScraps.ts';
import { pageVoices } from './pageVoices.ts';

const lines: readonly string[] = [...shortLines, ...pageVoices, ...pageScraps];

const list = (text: string): readonly [string, ...string[]] => {
  const [first = '', ...rest] = text.trim().split(/\s+/u);
  return [first, ...rest];
};

const places = list('青山 临江 云溪 东屏 松岭 白沙 长桥 安平 清河 石门 南岗 西塘 北川 金湖 洪泽 平阳 永宁 和顺 定远 宝坻');
const provinces = list('山东 河北 湖南 湖北 四川 福建 江苏 浙江 广东 吉林 云南 北京 上海 天津');
const surnames = list('王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧');
const given = list('伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 涛 明 超 秀英 霞 平 刚 桂英 建国 志强 晓东 文博 子涵 海燕 春梅 立新 国庆');
const sitePrefixes = list('青橄榄 好文 笔杆子 秘书 公文 机关 中华 中国 七彩 才子 金笔 求知 百科 新华 人民 东方 齐鲁 大众 江南 老王 第一 星辰 文海 学习 党员 科普 科协 乡村 法律 品读 博览');
const siteSuffixes = list('网 文库 文秘网 范文网 之家 论坛 新闻网 在线 资料库 日报 公文网 写作网 资源网 图书馆 文档网 学习网 党建网 门户网站 客户端 快讯 频道 App');
const orgSuffixes = list('市科学技术协会 市科协 市委宣传部 市委办公室 市人民政府办公室 省科技厅 市科技局 大学 大学党委宣传部 市委党校 市教育局 市总工会 团市委 县委组织部 区融媒体中心 市信息中心 集团公司 研究院 市委党史研究室 市委网信办');
const topics = list('科技 创新 科普 科协 改革 党建 会议 讲话 领导讲话 乡村振兴 人才 教育 学会 学术 发展 安全生产 经济 文化 开学典礼 表彰大会 动员 座谈会 工作会议 代表大会 思想 理论 治理 公文 写作 主题教育 科学家精神 高质量发展 青年');
const meetings = list('全市科技工作会议 科协代表大会 年度工作会议 座谈会 表彰大会 动员大会 推进会 现场会 培训班开班式 开学典礼 安全生产会议 经济工作会议 揭牌仪式 启动仪式 主题党日活动 理论学习中心组学习会 离退休干部座谈会 信访工作会议 换届大会 招商引资会');
const kinds = list('讲话 讲话稿 致辞 发言 发言材料 主持词 总结讲话 表态发言 动员讲话 工作报告');
const weeks = list('星期一 星期二 星期三 星期四 星期五 星期六 星期日');
const words = list('admin xiaoming wenku123 bgz8866 doc888 fanwen kexie2020 zhangsan Discuz PHPCMS abc gongwen01 Science Management Technology Journal lwx hello sdkx');
const domains = list('www.example.com example.cn www.example.gov.cn wenku.example.net news.example.com.cn m.example.org');
const classes = list('G322 D262 C931 F124.3 D61 G321.2 TP18');

/** Makes lines of furniture, of templates and of the words of menus and labels, with whatever differs filled in. */
export class FurnitureMaker {
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  /** Every template this often, filled in anew each time, and as many lines made of menu words and labels. */
  *lines(times: number): Iterable<string> {
    for (let time = 0; time < times; time += 1) {
      for (const template of lines) {
        yield this.#vary(this.#fill(template));
        yield this.#chance(0.5) ? this.#menu() : this.#labelled();
      }
      // A copy of a page often runs several of its lines together.
      for (let index = 0; index < lines.length / 4; index += 1) {
        const gap = pick(this.#random, [' ', '  ', '　', ' | ', '']);
        yield [0, 1, ...(this.#chance(0.3) ? [2] : [])].map(() => (this.#chance(0.3) ? this.#menu() : this.#fill(this.#any(lines)))).join(gap);
      }
    }
  }

  /** A template with its slots filled in. */
  filled(template: string): string {
    return this.#vary(this.#fill(template));
  }

  /** A speaker or a day, which stands under a title or below a speech. */
  signature(): string {
    const name = this.#fill('{name}');
    const spread = name.length === 2 ? [...name].join(pick(this.#random, [' ', '　'])) : name;
    return pick(this.#random, [() => spread, () => `${this.#fill('{org}')}${pick(this.#random, [' ', '　　', ''])}${spread}`, () => this.#fill('（{date}）'), () => this.#fill('{date}'), () => `${this.#fill('{place}')}${pick(this.#random, ['市委书记', '县委书记', '市科协主席', '区长', '大学校长'])} ${spread}`])();
  }

  /** A sentence of a text that begins with the words of a menu or a label, or with a time: it is no furniture for that. */
  spokenOf(sentence: string): string {
    const kind = pick(this.#random, ['date', 'name', 'place', 'count', 'text'] as const);
    const begin = pick(this.#random, [() => this.#any(menuWords), () => this.#any(menuWords), () => `${this.#any(labels[kind] ?? [])}：`, () => `${this.#any(labels[kind] ?? [])}：`, () => this.#fill('{date} {time}'), () => this.#any(menuWords) + '、' + this.#any(menuWords)]);
    return begin() + (this.#chance(0.8) ? sentence : sentence.replace(/[。！？]$/u, ''));
  }

  /** A row of a table of the text: words and numbers of its own with gaps between them. */
  rowOf(sentence: string): string {
    const gap = pick(this.#random, [' ', '  ', '　', ' | ', '   ']);
    const cells: string[] = [];
    for (let at = 0; at < sentence.length && cells.length < 3 + this.#whole(5); ) {
      const size = 1 + this.#whole(3);
      cells.push(sentence.slice(at, at + size).replace(/[，。、；：！？]/gu, ''));
      at += size;
      if (this.#chance(0.4)) cells.push(pick(this.#random, [String(this.#whole(200)), `${this.#whole(99)}.${this.#whole(9)}`, `${this.#whole(100)}%`, String(2000 + this.#whole(25))]));
    }
    return cells.filter((cell) => cell !== '').join(gap);
  }

  /** The number and the like that official papers bear above their text. */
  reference(): string {
    const random = this.#random;
    const issuer = `${pick(random, ['国', '人', '科', '财', '政', '教', '卫', '民', '农', '工信'])}${pick(random, ['发', '办发', '办函', '办', '字', '薪发', '协发普字', '函'])}`;
    const brackets = pick(random, ['〔〕', '［］', '[]', '（）']);
    const [open, close] = [brackets.charAt(0), brackets.charAt(1)];
    return pick(random, [
      () => `${issuer}${open}${1990 + this.#whole(35)}${close}${1 + this.#whole(99)}号`,
      () => `${open}${1990 + this.#whole(35)}${close}第${1 + this.#whole(60)}号`,
      () => `第${1 + this.#whole(99)}号`,
      () => `${this.#fill('{org}')}文件`,
      () => `主送：${this.#fill('{org}')}`,
      () => `附件：${1 + this.#whole(5)}.${this.#any(topics)}${pick(random, ['任务清单', '名单', '统计表', '实施方案'])}`,
      () => `附件${1 + this.#whole(5)}`,
      () => `${this.#fill('{date}')}起施行`,
    ])();
  }

  /** The title of a speech, which is none: as it stands, with a subtitle, or a piece of it as a narrow page shows it. */
  title(): string {
    const topic = `${pick(this.#random, ['扎实推进', '全面加强', '奋力开创', '努力谱写', '认真做好', '坚定不移推动'])}${this.#any(topics)}${pick(this.#random, ['工作', '新局面', '高质量发展', '新篇章', '事业'])}`;
    const title = pick(this.#random, [this.#fill('{title}'), this.#fill('{title}'), topic, `——${this.#fill('{title}')}`, `${topic}——${this.#fill('{title}')}`]).replace(/[\u4e00-\u9fff]{2}市|\d+/u, (part) =>
      pick(this.#random, [part, part, 'XX市', '**', '〔市名〕']),
    );
    return this.#chance(0.75) ? title : title.slice(-1 - this.#whole(title.length - 1));
  }

  #menu(): string {
    const count = this.#chance(0.3) ? 1 + this.#whole(1) : 2 + this.#whole(9);
    const gap = pick(this.#random, [' ', '  ', ' | ', '|', ' · ', '　', '/', ' / ', '丨', '┊', ' > ', '']);
    const open = this.#chance(0.12) ? pick(this.#random, ['【】', '[]', '〖〗', '()', '（）', '「」']) : '';
    return Array.from({ length: count }, () => open.charAt(0) + this.#any(menuWords) + open.charAt(1)).join(open === '' ? gap : pick(this.#random, ['', ' ']));
  }

  #labelled(): string {
    const colon = pick(this.#random, ['：', ':', '： ', ': ']);
    const kinds = ['date', 'name', 'place', 'count', 'text'] as const;
    const count = 1 + this.#whole(3);
    const gap = pick(this.#random, [' ', '  ', '　', ' | ', '　　', '┊']);
    const parts = Array.from({ length: count }, () => {
      const kind = pick(this.#random, kinds);
      return this.#any(labels[kind] ?? ['来源']) + colon + (this.#chance(0.12) ? '' : this.#value(kind));
    });
    return (this.#chance(0.1) ? ['【', parts.join(gap), '】'] : [parts.join(gap)]).join('');
  }

  #value(kind: 'date' | 'name' | 'place' | 'count' | 'text'): string {
    switch (kind) {
      case 'date':
        return this.#fill(this.#chance(0.4) ? '{date} {time}' : '{date}');
      case 'name':
        return this.#fill(pick(this.#random, ['{name}', '{name}', '{word}', '{name} {name}', 'admin', '佚名', '本站']));
      case 'place':
        return this.#fill(pick(this.#random, ['{org}', '{site}', '{menu1}', '本站原创', '{place}日报', '网络', '{company}']));
      case 'count':
        return this.#fill(pick(this.#random, ['{count}', '{count}次', '{n}', '[ {count} ]', '{n}KB', '{n4}字', '{n}页']));
      case 'text':
        return this.#fill(pick(this.#random, ['大 中 小', '{word2} {word2}', 'DOC', '主动公开', '有效', '无', '{phone}', '{mail}', '{url}', '{code}', '微信 微博 QQ', '公开', '{word2}']));
    }
  }

  #fill(template: string): string {
    return template.replace(/\{([a-z]+\d?)\}/gu, (_, slot: string) => this.#slot(slot));
  }

  #slot(slot: string): string {
    const random = this.#random;
    const year = String(2005 + this.#whole(20));
    const month = 1 + this.#whole(11);
    const day = 1 + this.#whole(27);
    const two = (value: number): string => String(value).padStart(2, '0');
    switch (slot) {
      case 'site':
        return pick(random, sitePrefixes) + pick(random, siteSuffixes);
      case 'org':
        return pick(random, places) + pick(random, orgSuffixes);
      case 'company':
        return `${pick(random, places)}${pick(random, ['网络', '信息', '软件', '数字'])}${pick(random, ['科技', '技术', '传媒'])}有限公司`;
      case 'place':
        return pick(random, places);
      case 'province':
        return pick(random, provinces);
      case 'name':
        return pick(random, surnames) + pick(random, given);
      case 'title':
        return pick(random, [
          `在${pick(random, places)}市${pick(random, meetings)}上的${pick(random, kinds)}`,
          `${year}年${pick(random, meetings)}${pick(random, kinds)}`,
          `${pick(random, topics)}${pick(random, kinds)}`,
          `在${pick(random, meetings)}上的${pick(random, kinds)}`,
        ]);
      case 'menu1':
        return this.#any(menuWords);
      case 'week':
        return pick(random, weeks);
      case 'word':
        return pick(random, words);
      case 'word2':
        return pick(random, topics);
      case 'url':
        return `${pick(random, ['http', 'https'])}://${pick(random, domains)}/${pick(random, words)}/${this.#whole(999999)}.html`;
      case 'domain':
        return pick(random, domains);
      case 'mail':
        return `${pick(random, words).toLowerCase()}@example.com`;
      case 'phone':
        return pick(random, [`0${this.#whole(999)}-${1000000 + this.#whole(8999999)}`, `400-${this.#whole(999)}-${1000 + this.#whole(8999)}`, `1${3000000000 + this.#whole(899999999)}`, '12345']);
      case 'icp':
        return `${pick(random, ['京', '沪', '鲁', '粤', '冀', '苏', '浙', '湘', '闽', '川'])}ICP备${10000000 + this.#whole(9999999)}号${this.#chance(0.4) ? `-${1 + this.#whole(8)}` : ''}`;
      case 'gongan':
        return `${pick(random, ['京', '沪', '鲁', '粤', '冀', '苏'])}公网安备 ${11000000000000 + this.#whole(99999999)}号`;
      case 'code':
        return String(100000 + this.#whole(8999999));
      case 'cls':
        return pick(random, classes);
      case 'date':
        return pick(random, [`${year}年${month}月${day}日`, `${year}-${two(month)}-${two(day)}`, `${year}/${month}/${day}`, `${year}.${two(month)}.${two(day)}`, `${two(month)}-${two(day)}`, `${year}年${two(month)}月${two(day)}日`]);
      case 'time':
        return `${two(this.#whole(23))}:${two(this.#whole(59))}`;
      case 'year':
        return year;
      case 'n':
        return String(1 + this.#whole(60));
      case 'n2':
        return two(this.#whole(59));
      case 'n4':
        return String(1000 + this.#whole(8999));
      case 'count':
        return pick(random, [String(this.#whole(999)), String(1000 + this.#whole(99999)), `${1 + this.#whole(99)},${100 + this.#whole(899)}`, `${1 + this.#whole(9)}.${this.#whole(9)}万`, String(10000000 + this.#whole(89999999))]);
      case 'junk':
        return Array.from({ length: 4 + this.#whole(6) }, () => pick(random, ['q', 'x4', '#', '%', '^', 'v', '8', '&', ')', ';', 'T', 'M-', '/', '_', '!', 'k0', '~', 'e)'])).join(' ');
      default:
        throw new RangeError(`no slot ${slot}`);
    }
  }

  /** What differs by taste of the page: marks before, white space left out, colons of the other width. */
  #vary(line: string): string {
    let varied = line;
    if (this.#chance(0.08)) varied = pick(this.#random, ['· ', '• ', '> ', '>>', '◆', '■ ', '★', '▶ ', '- ', '※']) + varied;
    if (this.#chance(0.06)) varied = `【${varied}】`;
    if (this.#chance(0.08)) varied = varied.replaceAll('：', ':');
    if (this.#chance(0.06)) varied = varied.replace(/\s+/gu, '');
    if (this.#chance(0.05)) varied = varied.replace(/\s+/gu, '　　');
    return varied;
  }

  #any(from: readonly string[]): string {
    return from[Math.floor(this.#random() * from.length)] ?? '';
  }

  #whole(most: number): number {
    return Math.floor(this.#random() * (most + 1));
  }

  #chance(share: number): boolean {
    return this.#random() < share;
  }
}
