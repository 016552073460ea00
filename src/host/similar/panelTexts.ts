import * as vscode from 'vscode';
import type { PanelTexts } from '../../protocol/webview.ts';

/** All that the panel says of itself, in the writer's language. */
export function panelTexts(): PanelTexts {
  const { t } = vscode.l10n;
  return {
    follow: t('跟随光标'),
    pinned: t('已固定'),
    followHint: t('结果跟随光标所在段落；点一下固定当前结果'),
    pinnedHint: t('结果已固定；点一下恢复跟随光标'),
    searchPlaceholder: t('搜索：词语，或“带引号的原句”'),
    anyRole: t('全部段落'),
    roleLabel: t('只看某类段落'),
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
    insert: t('插入'),
    copy: t('复制'),
    open: t('打开出处'),
    more: t('展开'),
    less: t('收起'),
    bundled: t('随附语料'),
    overlap: t('与草稿雷同 {0}%', '{0}'),
    duplicates: t('另有 {0} 处相同', '{0}'),
    retry: t('重试'),
    log: t('打开日志'),
    addFolder: t('添加资料文件夹'),
  };
}
