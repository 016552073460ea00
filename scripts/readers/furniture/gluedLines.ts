/**
 * What pages put into the text itself, in one line with it, of our own wording after what document sites, previews, sites
 * for those who write and office programs put there. `{slot}` is filled in by `makeFurniture.ts`.
 */
export const gluedLines: readonly string[] = `
第{n}页共{n}页
第 {n} 页 共 {n} 页
第{n}页 共{n}页 本文格式为Word版，可任意编辑
第{n}页
——第{n}页——
-第 {n} 页-
（第{n}页）
- {n} -
— {n} —
{n} / {n}
~{n}~
.{n}.
=={n}==
Page {n} of {n}
第{n}页 / 共{n}页 下载后可自由编辑
优质文档 {n} 放心下载
精品文档，欢迎下载 {n}
精品资料 {n} 仅供参考
可编辑版 第{n}页
资料收集自网络 {n} 如有侵权请告知
学习资料分享 {n}
最新可编辑word文档 {n}
{n}欢迎下载 可修改
仅供学习与交流，如有不妥请联系删除 精品 {n}
文档仅供参考，不当之处请指正 {n}
此文档下载后即可编辑
本文档可自由编辑打印
本资料由网友分享，如有不妥请告知
可编辑范本
精选文档
精选范文，供参考
好文档 值得收藏
欢迎下载使用
仅供个人学习参考
文档来自网络，仅作参考
（此文档为word格式，下载后可任意修改）
{place}简报 第{n}期 ·{n}·
{place}日报 第{n}版
{place}工作通讯｜{n}
{word2}参考 {year}年第{n}期 {n}
【图{n}】
[图{n}]
[图]
【{n}】
〔第{n}幅〕
[分页符]
[分页]
（{site}）
({site})
【{site}】
[{site}]
（{site}整理）
（{site} {domain}）
【{site}{domain}】
[{domain}{site}]
{site}{domain}
{site} {domain}
{domain}
{domain}{site}
{site} - {menu1}
{site}整理
{site}收集整理
{site}原创首发
{site}版权所有
（版权归{site}所有）
本文来自{site}
本文转载自{site}
文章来源：{site}
来源：{site}
摘自{site}
（来源：{site}）
更多资料请到{site}
更多内容请访问{site}
更多范文请上{site}
{site}欢迎您
{site}感谢您的阅读
{site}，让写作更轻松
{site}会员专享
本文由{site}整理发布，转载请注明
转载请保留{site}字样
打开{site}查看更多
下载{site}客户端
（未完，全文共{count}字，当前显示{n}字）
（未完待续）
（全文共{count}字，下载后可见）
（本文共{count}字，此处显示前{n}%）
……（试读结束，开通会员阅读全文）
试读结束，开通会员可继续阅读
试读已结束，购买后阅读剩余内容
您正在试读，已显示{n}%
以上为试读内容，全文请下载
以上为部分内容，完整版请下载
...剩余{n}%未读，登录后查看全文
剩余{n}%内容，请登录后阅读
剩余内容请下载后查看
还剩{n}页未读，继续阅读
还有{n}页，点击继续阅读
登录后查看剩余内容
登录后阅读全文
登陆后可见全部内容
请登录后查看完整内容
注册后可阅读全文
付费后可阅读剩余部分
成为VIP查看全部
更多内容请升级会员
……点此阅读全文
……点击查看更多
...阅读全文
…查看全文>>
...[全文]
......全文下载
点击展开全文
点击展开剩余{n}%
展开全文
展开阅读全文
点击加载更多
查看更多内容
下载全文
下载文档
下载完整版
加载更多
继续阅读下一页
点击查看大图
（点击图片查看大图）
（此处省略{count}字）
（以下内容需登录后查看）
（此处内容仅会员可见）
预览结束，下载后查看全文
文档预览结束
免费预览已结束
余下全文
（试读内容）
打开APP阅读全文
打开APP，体验更佳
微信扫码阅读全文
扫码关注，回复“讲话”领取
关注公众号获取全文
（扫描二维码下载）
👉点这里查看现场
🔍热搜
（推荐阅读：{title}）
（相关阅读：{title}）
【延伸阅读】{title}
>>>推荐：{title}
推荐阅读：{title}
相关：{title}
>>{title}
点击查看：{title}
showAd("{word}");
（编辑：{name}）
（责任编辑：{name}）
责任编辑：{name}
本文由{name}提供
本文由热心网友{name}上传
分享到：微信 微博
阅读（{count}）
浏览{count}次
点赞 {n}
收藏本文
—{n}— 资料，请勿外传
{n} 精品资料
{n} 文档可自由编辑
专注文档多年 第{n}页 如有帮助请收藏
（版权属{site}）
【{site}会员稿】
{site}　
　{site}　
（{site}首发）
[{site}] 第{n}页
{site}第{n}页
{site} {n}
{place}科协学刊｜卷首{n}
【{place}数图 {n}】
===== {n} =====
————第{n}页————
更多资料请到{site}
{site}感谢您的光临
您正在试读，已显示 {count} 字，全文 {count} 字
。。。更多内容请升级VIP
（推荐阅读：{title}）
`
  .trim()
  .split('\n');
