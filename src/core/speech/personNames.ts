/** The hundred commonest surnames, which are nine in ten. */
export const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤习温胡朱';

/** Source of a pattern: a Chinese character that names may hold, rare ones beyond the first plane among them. */
export const nameCharacter = '[\\u3400-\\u4dbf\\u4e00-\\u9fff\\u{20000}-\\u{323af}]';

/** Source of a pattern: two to four characters that begin with a surname. */
export const personName = `(?:欧阳|司马|上官|诸葛|[${surnames}])${nameCharacter}{1,2}`;

/** More than the four characters of the longest name. */
const tooLong = /^(?:[ \u3000]*[^ \u3000]){5}/u;
const whole = new RegExp(`^${personName}$`, 'u');

/** 王大山, 王 山: a name and nothing else. */
export function isPersonName(text: string): boolean {
  return !tooLong.test(text) && whole.test(text.replace(/[ \u3000]+/gu, ''));
}
