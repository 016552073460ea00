import * as vscode from 'vscode';
import type { PanelTexts } from '../../protocol/webview.ts';

/** All that the panel says of itself, in the writer's language. */
export function panelTexts(): PanelTexts {
  const { t } = vscode.l10n;
  return {
    follow: t('跟随光标'),
    followHint: t('勾选时，列表随光标所在的段落更新；取消勾选，列表固定不动'),
    searchPlaceholder: t('搜索：词语，或“带引号的原句”'),
    anyRole: t('全部段落'),
    roleLabel: t('只看某类段落'),
    filters: t('筛选'),
    filtersHint: t('按年份、来源、场合筛选'),
    anyYear: t('全部年份'),
    yearLabel: t('只看近几年的'),
    lastYears: t('近 {0} 年', '{0}'),
    anySource: t('全部来源'),
    sourceLabel: t('只看某处的资料'),
    occasionLabel: t('只看某类场合的讲话'),
    occasionPlaceholder: t('场合，如“座谈会”'),
    occasions: ['工作会议', '推进会', '动员会', '座谈会', '表彰', '启动仪式', '致辞', '代表大会', '年会', '经验交流', '党课', '警示教育', '述职', '主持词'],
    roles: {
      address: t('称呼'),
      opening: t('开头'),
      review: t('回顾'),
      thanks: t('致谢'),
      transition: t('过渡'),
      call: t('号召'),
      closing: t('结尾'),
      body: t('正文'),
    },
    list: t('相似段落'),
    insert: t('插入'),
    insertHint: t('插入讲话稿：光标在空行就放在那里，在段落里就另起一段（选中本条后按回车）'),
    copy: t('复制'),
    copied: t('已复制'),
    open: t('打开出处'),
    openHint: t('在旁边打开原文，定位到这一段'),
    more: t('展开'),
    less: t('收起'),
    bundled: t('随附语料'),
    overlap: t('雷同 {0}%', '{0}'),
    overlapHint: t('正在写的这一段与它有这么多文字一字不差，宜改成自己的话'),
    duplicates: t('另见 {0} 处', '{0}'),
    actions: {
      retry: t('重试'),
      log: t('打开日志'),
      addFolder: t('添加资料文件夹'),
      unrestrict: t('不再筛选'),
      newDraft: t('新建讲话稿'),
    },
  };
}
