import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Section } from '../../../src/core/contracts.ts';
import { readDocument } from '../../../src/engine/readers/readDocument.ts';

async function read(page: string): Promise<{ lines: string[]; removed: string[]; title: string | null }> {
  const document = await readDocument(Buffer.from(`<!doctype html><html>${page}</html>`), '页.html');
  return {
    lines: document.text.split('\n').map((line) => line.replace(/\s+/gu, '')),
    removed: [...new Set(document.outline.problems.map((problem) => problem.code))],
    title: document.outline.articles[0]?.title ?? null,
  };
}

const title = '小河沟的石桥修好了';
const story = [
  '三月的小河沟还有些凉意，村口的老石桥已经换了模样，桥面宽了两米，栏杆也重新立了起来。',
  '“过去下雨天孩子上学要绕五里路。”村民郭老汉说，如今从家门口到学校只要十分钟。',
  '修桥的钱一半来自县里的补助，一半是村里人凑的，账目贴在桥头，一分一厘都写得明明白白。',
];
const paragraphs = story.map((line) => `<p>　　${line}</p>`).join('\n');
const wanted = [title, ...story];

const teasers = ['茶园里的年轻人', '渡口最后一班船', '山路上的邮递员', '旧粮站变成图书馆']
  .map((name, index) => `<div class="item"><h3><a href="/n/${index}">${name}的一天是这样过的</a></h3><p>天还没亮，他就已经出门，沿着河岸走了很久，遇见的人都向他问好。</p><span>05-1${index}</span><em>晨光周刊</em></div>`)
  .join('\n');
const links = ['春耕进行时', '乡里乡亲', '一封家书', '夜校开课了'].map((name, index) => `<li><a href="/l/${index}">${name}</a></li>`).join('');
const menu = `<div class="top"><a href="/">晨光</a> <a href="/a">乡村</a> <a href="/b">人物</a></div>`;

test('lists of further news with dates, excerpts and sources below the text are told as furniture', async () => {
  const page = `<head><title>${title}_晨光周刊</title></head><body>${menu}<div class="wrap"><h1>${title}</h1><div class="txt">${paragraphs}</div></div>
<div class="below"><h2>还有这些</h2>${teasers}</div></body>`;
  const { lines, removed } = await read(page);
  assert.deepEqual(lines, wanted);
  assert.ok(removed.includes('page-furniture'));
});

test('boxes with a lone heading beside the text go with their links, whatever the heading says', async () => {
  const page = `<head><title>${title} - 晨光周刊</title></head><body>${menu}
<table><tr><td width="200"><b>大家都在找</b><ul>${links}</ul></td><td><div>${title}</div><div>${paragraphs}</div></td><td><div>今天的话题</div><p><a href="/x">老街上那家修表铺的灯还亮着</a></p><p>1,204</p></td></tr></table></body>`;
  assert.deepEqual((await read(page)).lines, wanted);
});

test('a box of linked titles in the middle of the text is taken out, its neighbours stay', async () => {
  const page = `<head><title>${title}</title></head><body>${menu}<div><h1>${title}</h1><div class="content"><p>${story[0] ?? ''}</p>
<div><span>接着看</span><p><a href="/1">石桥的故事要从六十年前说起</a></p><p><a href="/2">桥头账本上写了些什么</a></p></div><p>${story[1] ?? ''}</p><p>${story[2] ?? ''}</p></div></div></body>`;
  const { lines } = await read(page);
  assert.deepEqual(lines.filter((line) => wanted.includes(line)), wanted);
  assert.ok(!lines.join('').includes('账本上'));
});

test('comments, counters and controls below a short text are told as furniture', async () => {
  const page = `<head><title>${title}_晨光网</title></head><body>${menu}<div id="article"><h2>${title}</h2><div class="content">${paragraphs}</div></div>
<div class="tools"><span>空间</span><span>+1</span><a href="#">举手</a></div>
<div class="commentArea"><div class="one"><a href="/u/1">河边的石头</a><p>我小时候就走这座桥，现在看着真亮堂，给修桥的人点个赞。</p></div><div class="one"><a href="/u/2">山里人</a><p>钱花在明处，大家心里就踏实，希望别的村也学一学。</p></div></div>
<div>播放 00:00 | 03:12</div><ul>${links}</ul></body>`;
  assert.deepEqual((await read(page)).lines, wanted);
});

test('what the page says of its title keeps the title, whatever it reads like', async () => {
  const odd = '收藏：三百把旧算盘的新家';
  const page = `<head><title>${odd}_旧物志_晨光网</title><meta property="og:title" content="${odd}"></head><body>${menu}<h1><a href="/">晨光网</a></h1>
<ul>${links}</ul><div><a href="/">首页</a> &gt; <a href="/o">旧物志</a> &gt; ${odd}</div><div class="m"><div class="t">${odd}</div><div class="i">2024-03-05 09:12 来源：晨光网</div><div class="c">${paragraphs}</div></div></body>`;
  const { lines, title: told } = await read(page);
  assert.deepEqual(lines, [odd, ...story]);
  assert.equal(told, odd);
});

test('a title in two rows is kept in both', async () => {
  const page = `<head><title>收藏：三百把旧算盘的新家 他用三十年把它们找齐_晨光网</title></head><body>${menu}<ul>${links}</ul><div class="t">收藏：三百把旧算盘的新家<br>他用三十年把它们找齐</div><div class="c">${paragraphs}</div></body>`;
  assert.deepEqual((await read(page)).lines, ['收藏：三百把旧算盘的新家', '他用三十年把它们找齐', ...story]);
});

const speechTitle = '在全县养蜂合作社年会上的讲话';
const speech = ['同志们：', '一、把去年的账算清', ...story, '二、把今年的路走稳', '蜂箱要放到花多的地方去，人也要到群众中间去，这两件事其实是一个道理。', '我就讲这些，谢谢大家！'];

test('a text in several boxes stays whole, with its heads, its name and its day', async () => {
  const half = speech.indexOf('二、把今年的路走稳');
  const part = (lines: readonly string[]): string => lines.map((line) => (line.startsWith('一、') || line.startsWith('二、') ? `<h3>${line}</h3>` : `<p>${line}</p>`)).join('');
  const page = `<head><title>${speechTitle}</title></head><body>${menu}<div class="main"><h1>${speechTitle}</h1><div class="part">${part(speech.slice(0, half))}</div><div class="part">${part(speech.slice(half))}</div></div>
<div>桑志远</div><div>2024年3月5日</div><ul>${links}</ul></body>`;
  assert.deepEqual((await read(page)).lines, [speechTitle, ...speech, '桑志远', '2024年3月5日']);
});

test('paragraphs beside the box that holds most of them, and the heads between, stay', async () => {
  const rest = ['二、把今年的路走稳', '蜂箱要放到花多的地方去，人也要到群众中间去，这两件事其实是一个道理，谁也离不开谁，一样也不能少，少了就要误事，误了就要误一年。'];
  const long = Array.from({ length: 6 }, (_, index) => `第${'一二三四五六'.charAt(index)}个村的情况不一样，要一村一策，干部要沉下去，问题要摆出来，办法要拿得准。`);
  const page = `<head><title>${speechTitle}</title></head><body>${menu}<ul>${links}</ul><div class="content"><h1>${speechTitle}</h1><p>同志们：</p><div>${long.map((line) => `<p>${line}</p>`).join('')}</div><h3>${rest[0] ?? ''}</h3><p>${rest[1] ?? ''}</p></div></body>`;
  assert.deepEqual((await read(page)).lines, [speechTitle, '同志们：', ...long, ...rest]);
});

test('links within paragraphs, and a page of nothing but text, lose nothing', async () => {
  const linked = story.map((line, index) => `<p>${line.slice(0, 6)}<a href="/w/${index}">${line.slice(6, 12)}</a>${line.slice(12)}</p>`).join('');
  assert.deepEqual((await read(`<head><title>${title}</title></head><body>${menu}<ul>${links}</ul><div><h1>${title}</h1>${linked}</div></body>`)).lines, wanted);
  assert.deepEqual((await read(`<body><h1>${title}</h1>${paragraphs}</body>`)).lines, wanted);
});

test('a page that is a list of news stays what it was: no text stands out', async () => {
  const { lines } = await read(`<head><title>晨光周刊</title></head><body>${menu}<p>今天的报纸很厚，慢慢读，不着急，总有一篇是写给你的，也总有一句话会让你记住很久。</p>${teasers}</body>`);
  assert.ok(lines.join('').includes('总有一篇是写给你的'));
});

test('label lines that come back in a list of the text are no furniture', async () => {
  const list = ['东湖', '西山', '南塘', '北岭', '花溪', '石桥'].flatMap((name, index) => [
    `${name}公园`,
    `成人门票：${20 + index * 5}元`,
    `儿童门票：${10 + index}元`,
    `咨询电话：010-6200${index}31${index}`,
    `地址在${name}路${index + 1}号，坐公共汽车到${name}站下车，往前走五分钟就到。`,
  ]);
  const page = `<head><title>${title}_晨光网</title></head><body>${menu}<ul>${links}</ul><h1>${title}</h1><div class="content"><p>${story[0] ?? ''}</p>${list.map((line) => `<p>${line}</p>`).join('')}<p>${story[1] ?? ''}</p>
<p>责任编辑：王大山</p></div></body>`;
  assert.deepEqual((await read(page)).lines, [title, story[0], ...list, story[1]]);
});

test('a programme without sentences keeps its end', async () => {
  const programme = Array.from({ length: 12 }, (_, index) => [
    `第${index + 1}场：七月${index + 1}日上午九点`,
    `地　点：县文化馆${index + 1}号厅`,
    `主持人：桑志远（某县文化馆馆长）`,
    `王大山（某市艺术学校）山歌里的四季与乡村孩子的音乐课——以${'东西南北中前后左右上下里'.charAt(index)}乡为例`,
  ]).flat();
  const shown = programme.map((line) => line.replace(/\s+/gu, ''));
  const { lines } = await read(`<head><title>${title}</title></head><body>${menu}<ul>${links}</ul><h1>${title}</h1><div class="content">${programme.join('<br>')}</div></body>`);
  assert.deepEqual(lines.filter((line) => shown.includes(line)).length, shown.length);
});

test('what visitors say, and who may reprint, is told as furniture without a name of its own', async () => {
  const more = ['桥头新立了一块石碑，正面刻着桥名，背面刻着每一户出了多少力，最多的一户出了二十个工。', '县里的技术员说，这座桥再用三十年没有问题，只是每年汛期以后要把桥墩底下的淤泥清一清。'];
  const said = ['我奶奶就是从这座桥上嫁过来的，那时候桥还是木头的。', '希望修好以后有人管，别过几年又坏了。', '账目贴出来这一条最好，值得学。']
    .map((text, index) => `<table><tr><td><a href="/u/${index}">访客${index + 1}</a>[10.1.2.*]</td><td><a href="#">引用</a> 03-1${index} 09:0${index}</td></tr><tr><td colspan="2">${text}</td></tr></table>`)
    .join('');
  const licence = '<div id="b9"><p>凡在本站刊登的作品，版权都归晨光网，未经授权不得转载、摘编。</p><p>已经授权的，应当注明出处，侵权的要追究责任。</p></div>';
  const page = `<head><title>${title}_晨光网</title></head><body>${menu}<ul>${links}</ul><table><tr><td><h1>${title}</h1><div id="b1">${paragraphs}${more.map((line) => `<p>${line}</p>`).join('')}</div><div>${said}</div>${licence}</td></tr></table></body>`;
  assert.deepEqual((await read(page)).lines, [...wanted, ...more]);
});

test('a short text below which visitors say much is not lost', async () => {
  const said = Array.from({ length: 20 }, (_, index) => `<p>我也说两句，第${index + 1}回路过这座桥的时候，天正下着雨，桥上的人都走得很慢，谁也不着急，谁也没有滑倒。</p>`).join('');
  const page = `<head><title>${title}_晨光网</title></head><body>${menu}<ul>${links}</ul><div class="left"><h1>${title}</h1><div class="post">${paragraphs}</div></div><div id="x1">${said}</div></body>`;
  const { lines } = await read(page);
  assert.deepEqual(lines.slice(0, 4), wanted);
});

test('a line of the text whose names are links stays, and so do numbers of its parts', async () => {
  const named = '依据《<a href="/1">某市古桥保护办法</a>》《<a href="/2">某市村镇道路条例</a>》';
  const page = `<head><title>${title}_晨光网</title></head><body>${menu}<ul>${links}</ul><h1>${title}</h1><div class="c"><p>1</p><p>${story[0] ?? ''}</p><p>2</p><p>${story[1] ?? ''}</p><p>${named}</p><p>3</p><p>${story[2] ?? ''}</p></div></body>`;
  assert.deepEqual((await read(page)).lines, [title, '1', story[0], '2', story[1], '依据《某市古桥保护办法》《某市村镇道路条例》', '3', story[2]]);
});

test('a site that gives all its pages its own name does not hide the title', async () => {
  const page = `<head><title>青石镇人民政府门户网站</title></head><body><h1>青石镇人民政府门户网站</h1>${menu}<ul>${links}</ul><div class="m"><div class="bt">${speechTitle}</div><div class="nr">${speech.map((line) => `<p>${line}</p>`).join('')}</div></div></body>`;
  const { lines, title: told } = await read(page);
  assert.deepEqual(lines, [speechTitle, ...speech]);
  assert.equal(told, speechTitle);
});

test('buttons and the minute of publication between title and text go, the speaker stays', async () => {
  const page = `<head><title>${speechTitle}_晨光网</title></head><body>${menu}<ul>${links}</ul><h1>${speechTitle}</h1><div class="by"><span>桑志远</span></div><div class="i">2024年3月5日10:20 晨光网</div><div class="s">Qzone</div><div class="s">+1</div><div class="nr">${speech.map((line) => `<p>${line}</p>`).join('')}</div></body>`;
  assert.deepEqual((await read(page)).lines, [speechTitle, '桑志远', ...speech]);
});

test('an office and a day below a short text sign it, whatever the page says next', async () => {
  const page = `<head><title>${title}_晨光网</title></head><body>${menu}<ul>${links}</ul><h1>${title}</h1><div class="nr">${paragraphs}<p>青石镇水利学会</p><p>2024年3月5日</p><p>本文来源：晨光网 责任编辑：W09</p></div></body>`;
  assert.deepEqual((await read(page)).lines, [...wanted, '青石镇水利学会', '2024年3月5日']);
});

test('where the head says nothing, a heading above the text, or what is called a title, is the title', async () => {
  const odd = '收藏：三百把旧算盘的新家';
  const page = (box: string): string => `<body>${menu}<ul>${links}</ul><div class="m"><div>旧物志</div>${box}<div class="i">2024-03-05 09:12 来源：晨光网</div><div class="c">${paragraphs}</div></div></body>`;
  for (const box of [`<h2>${odd}</h2>`, `<div class="artTitle">${odd}</div>`]) assert.deepEqual((await read(page(box))).lines, [odd, ...story], box);
});

test('a title element that a broken page has in its body is no line, and says the title all the same', async () => {
  const odd = '收藏：三百把旧算盘的新家';
  const page = `<body><p></p><title>${odd}_旧物志</title>${menu}<ul>${links}</ul><div class="m"><div>${odd}</div><div class="c">${paragraphs}</div></div></body>`;
  assert.deepEqual((await read(page)).lines, [odd, ...story]);
});

test('the name of a site that stands in its menus goes from within a sentence too', async () => {
  const own = ['青山文库首页', '青山文库投稿', '逛逛青山文库'].map((name, index) => `<li><a href="/q/${index}">${name.replace('青山文库', ' 青山文库 ')}</a></li>`).join('');
  const stamped = story.map((line, index) => `<p>${index === 1 ? line.replace('，', '（青山文库整理），') : line}</p>`).join('');
  const page = `<head><title>${title}</title></head><body>${menu}<ul>${own}</ul><h1>${title}</h1><div class="c">${stamped}</div></body>`;
  assert.deepEqual((await read(page)).lines, wanted);
});

test('a source and a note in brackets within a paragraph of a page stay', async () => {
  const noted = ['桥边的碑文由县档案馆抄录，参见《青石镇志》，第605—606页，青山出版社2000年5月第1版。', '修桥的账目已经上墙，村民可以随时去看（详情请点击链接：', '），有什么意见也可以写在旁边的本子上，村里每个月答复一次。'];
  const page = `<head><title>${title}_晨光网</title></head><body>${menu}<ul>${links}</ul><h1>${title}</h1><div class="c"><p>${story[0] ?? ''}</p>${noted.map((line) => `<p>${line}</p>`).join('')}<p>${story[1] ?? ''}</p></div></body>`;
  assert.equal((await read(page)).lines.join(''), [title, story[0], ...noted, story[1]].join(''));
});

test('a notice that sends its readers to a site, on a page whose structure parts the text, keeps its sentences', async () => {
  const notice = ['报名的同志请登录县里的培训平台，点击在线报名，填写并上传学历证书的扫描件，逾期不予受理。', '注册以后可以下载准考证，联系电话写在准考证背面，请仔细核对。'];
  const page = `<head><title>${title}_晨光网</title></head><body>${menu}<div class="top2"><a href="/login">登录</a> <a href="/reg">注册</a></div><div class="where">位置：<a href="/">首页</a> &gt; 公告</div><div class="info">发布时间：2020-03-04 浏览：120次</div>
<div class="content"><h1>${title}</h1>${paragraphs}${notice.map((text) => `<p>${text}</p>`).join('')}</div><ul>${links}</ul></body>`;
  const { lines } = await read(page);
  for (const text of notice) assert.ok(lines.includes(text), text);
});

test('the numbers that a browser writes before the items of a list are read, those of menus and bare lists are none', async () => {
  const page = (body: string): string => `<!doctype html><html><body><h1>在修路会上的讲话</h1><p>同志们：</p><p>今天讲两点。</p>${body}</body></html>`;
  const heads = async (body: string): Promise<string[]> => {
    const flat = (sections: readonly Section[]): string[] => sections.flatMap(({ level, ordinal, heading, sections: below }) => [`${level} ${ordinal ?? ''}${heading}`, ...flat(below)]);
    return flat((await readDocument(Buffer.from(page(body)), '路.html')).outline.articles[0]?.sections ?? []);
  };
  const east = '<p>东路一到雨天就走不成，上个月还翻了一辆拉砖的车。</p>';
  const west = '<p>西路明年开春动工，占地的几户要先谈妥。</p>';
  const nested = `<ol><li><b>先修东路</b>${east}<ol type="a"><li>备石料</li><li>备水泥</li></ol></li><li>再修西路${west}</li></ol>`;
  assert.match((await readDocument(Buffer.from(page(nested)), '路.html')).text, /^1\.先修东路\n东.*\na\.备石料\nb\.备水泥\n2\.再修西路$/m);
  assert.deepEqual(await heads(`<ol style="list-style-type: cjk-ideographic"><li>先修东路</li></ol>${east}<ol start="2" style="list-style: inside trad-chinese-informal"><li>再修西路</li></ol>${west}`), ['1 一、先修东路', '1 二、再修西路']);
  assert.deepEqual(await heads(`<ol reversed><li>再修西路</li>${west}<li value="1">先修东路</li>${east}</ol>`), ['1 2.再修西路', '1 1.先修东路']);
  assert.deepEqual(await heads(`<ol><li>一、先修东路</li>${east}<li>二、再修西路</li>${west}</ol>`), ['1 一、先修东路', '1 二、再修西路']);
  const { text } = await readDocument(Buffer.from(page(`<ol style="list-style:none"><li>铁锹三十把</li><li>水桶二十只</li></ol><ol><li><a href="/a">修路要闻</a></li></ol>${east}`)), '路.html');
  assert.doesNotMatch(text, /\d\./);
});
