import type { DefaultTreeAdapterTypes as Tree } from 'parse5';

/** Elements, and words in the names of their classes, for what stands around the text of a page. */
const zoneElements = new Set(['aside', 'footer']);
const zoneRoles = /^(?:navigation|banner|contentinfo|complementary|search|menu|menubar|toolbar|dialog|alertdialog)$/i;
const zoneNames =
  /(?:^|[\s_-])(?:nav(?:bar|igation)?|menus?|topbar|top-?bar|bread-?crumbs?|crumbs?|foot(?:er)?|copy-?right|side-?bars?|share|sharing|bds?share|social|related|recommend(?:ed|ation)?s?|hot-?(?:list|news|articles)|rank(?:ing)?s?|comments?|reply|replies|tool-?bars?|tool-?tips?|login|sign-?in|search-?(?:box|bar|form)?|ads?|advert(?:isement)?s?|gg|qr-?codes?|erweima|pagination|pagers?|page-?nav|prev-?next|pre-?next|friend-?links?|links-?box|pop-?ups?|modal|download-?(?:bar|box|app)|app-?download|weixin|wx-?code|dianzan|vip-?(?:tips?|box)|editor-?info|zeren|bianji)(?=$|[\s_-])/i;
/** Beside the text of a page these words tell as much; among it they may be said of a part of the text. */
const besideNames =
  /(?:^|[\s_-])(?:side|right|left|rel|relate|hot|list|more|next|other|tie|post|pinglun|gentie|comm?|feed|tui-?jian|re-?men|guang-?gao|app|client|widget|module?|rcmd|rec|guess|like|tags?|declare|declaration|statement|disclaimer|notice|shengming|bottom|links?|top|head(?:er)?|banner|toolbox|tools|video|player|vote|survey|mood|author|editor|subscribe|user|hd)(?=$|[\s_-])/i;
/** What sites call the part that holds the text. */
const textNames = /(?:^|[\s_-])(?:article|content|cont|con|main-?text|text|body|entry|zheng-?wen|zw|trs|ueditor|detail|post-?body|story|nr|neirong|news-?text|artical|pages?-?content|view)(?=$|[\s_-])/i;

/** What they call the title. */
const titleNames = /(?:^|[\s_-])(?:titles?|tit|headline|art-?title|main-?title|bt|biao-?ti|h)(?=$|[\s_-])/i;

const zone = 1;
const beside = 2;
const text = 4;
const title = 8;
/** What the names of a page say, which come back with each of its items. */
const known = new Map<string, number>();
const mostKnown = 2000;

/** What a class or an identifier says; `mainArticle2` and `main-article_2` are the same to the patterns. */
function readName(name: string): number {
  let told = known.get(name);
  if (told === undefined) {
    const spelt = name.replace(/(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z])/g, '-');
    told = (zoneNames.test(spelt) ? zone : 0) | (besideNames.test(spelt) ? beside : 0) | (textNames.test(spelt) ? text : 0) | (titleNames.test(spelt) ? title : 0);
    if (known.size >= mostKnown) known.clear();
    known.set(name, told);
  }
  return told;
}

function isNamed(element: Tree.Element, what: number): boolean {
  return element.attrs.some(({ name, value }) => (name === 'class' || name === 'id') && value !== '' && value.length < 200 && (readName(value) & what) !== 0);
}

/** Whether an element, its role or its name says that it is no text. */
export function isNamedZone(element: Tree.Element): boolean {
  if (element.tagName === 'body' || element.tagName === 'html') return false;
  if (zoneElements.has(element.tagName)) return true;
  return element.attrs.some(({ name, value }) => name === 'role' && zoneRoles.test(value)) || isNamed(element, zone);
}

export function isNamedBeside(element: Tree.Element): boolean {
  return isNamedZone(element) || isNamed(element, beside);
}

export function isNamedText(element: Tree.Element): boolean {
  return element.tagName === 'article' || element.tagName === 'main' || isNamed(element, text);
}

export function isNamedTitle(element: Tree.Element): boolean {
  return isNamed(element, title);
}
