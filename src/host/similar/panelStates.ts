import * as vscode from 'vscode';
import type { DraftParagraph } from '../../core/draft/paragraphAt.ts';
import type { PanelState } from '../../protocol/webview.ts';

/** What was asked: a paragraph of the draft, or words of the writer's. */
export type Question =
  | { readonly kind: 'paragraph'; readonly paragraph: DraftParagraph; readonly file: string | null }
  | { readonly kind: 'search'; readonly query: string };

/** Characters of a question that stand in a sentence about it. */
const quoted = 18;

/** `“原句”` and `词语` alike stand between one pair of quotation marks. */
function quote(text: string): string {
  const bare = text.replaceAll(/\s+/g, ' ').replace(/^[“”"]+|[“”"]+$/g, '');
  return bare.length > quoted ? `${bare.slice(0, quoted).replace(/[，。、；：！？,.;:!?“”"\s]+$/, '')}…` : bare;
}

export function queryOf(question: Question): string {
  return question.kind === 'search' ? question.query : question.paragraph.text;
}

/** Nothing to look up at the cursor; without a draft the panel offers one. */
export function idleState(hasDraft: boolean): PanelState {
  return hasDraft
    ? {
        kind: 'idle',
        message: vscode.l10n.t('把光标放在讲话稿的一个段落里（至少八个字），这里会列出写同一层意思的段落。也可以在上面搜索。'),
        actions: [],
      }
    : {
        kind: 'idle',
        message: vscode.l10n.t('打开或新建一篇讲话稿（Markdown 或纯文本），把光标放在一个段落里，这里会列出写同一层意思的段落。'),
        actions: ['newDraft'],
      };
}

/** The line above the list: what it answers, and how much there is. */
export function summaryOf(question: Question, count: number): string {
  const { t } = vscode.l10n;
  const words = quote(queryOf(question));
  return question.kind === 'search' ? t('{1} 段，搜索“{0}”', words, count) : t('{1} 段，与“{0}”相近', words, count);
}

/** `restricted` says in words what the list was restricted to; empty where it was not. */
export function emptyState(question: Question, restricted: string): PanelState {
  const { t } = vscode.l10n;
  const query = queryOf(question);
  if (restricted !== '') {
    const message =
      question.kind === 'search'
        ? t('筛选范围（{0}）里没有找到“{1}”。', restricted, quote(query))
        : t('筛选范围（{0}）里没有相近的段落。', restricted);
    return { kind: 'empty', query, message, actions: ['unrestrict', 'addFolder'] };
  }
  const message =
    question.kind === 'search'
      ? t('没有找到“{0}”。可以换个说法，或添加自己的资料文件夹。', quote(query))
      : t('没有找到相近的段落。添加自己的资料文件夹，可查的范围更大。');
  return { kind: 'empty', query, message, actions: ['addFolder'] };
}
