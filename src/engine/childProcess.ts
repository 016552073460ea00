import type { FailureCode, Notice, Numbered, ProcessMessage } from './messages.ts';
import { isNumbered } from './messages.ts';

/** An expected failure of a request, told to the writer as it stands. */
export class RequestFailure extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string) {
    super(message);
    this.code = code;
  }
}

export function tell(message: ProcessMessage | Notice): void {
  // The parent may be gone already; then nobody is left to tell, and `disconnect` ends this process.
  if (process.connected) process.send?.(message, (error) => error !== null && process.exit(0));
}

/**
 * Serves requests one after the other until the parent goes. `handle` answers with a value or throws; what it throws
 * becomes a failure with one Chinese sentence, and the trace goes to standard error, which the client logs.
 */
export function serve(
  handle: (body: { readonly kind: string }) => Promise<unknown>,
  /** Takes what must not wait for the request under way; returns whether it was such a thing. */
  urgent: (body: { readonly kind: string }) => boolean = () => false,
): void {
  let queue = Promise.resolve();
  process.on('disconnect', () => process.exit(0));
  process.on('message', (message: unknown) => {
    if (!isNumbered(message)) return;
    if (!urgent(message.body)) queue = queue.then(() => answer(message, handle));
  });
}

async function answer(message: Numbered<{ readonly kind: string }>, handle: (body: { readonly kind: string }) => Promise<unknown>): Promise<void> {
  try {
    tell({ type: 'reply', id: message.id, value: await handle(message.body) });
  } catch (error) {
    if (error instanceof RequestFailure) {
      tell({ type: 'failure', id: message.id, code: error.code, message: error.message });
      return;
    }
    console.error(error);
    tell({ type: 'failure', id: message.id, code: 'internal', message: '处理请求时出错，详情见日志。' });
  }
}
