import assert from 'node:assert/strict';
import { test } from 'node:test';
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
