import type { LaunchNotice, LaunchRequest, Numbered } from '../messages.ts';
import type { ChildEvents, ChildHandle } from './childHandle.ts';

interface Launched {
  readonly events: ChildEvents;
  pid: number | undefined;
}

/** The processes that one searcher has started for us, and what is said to and by them. */
export class LaunchedChildren {
  private readonly tellSearcher: (request: LaunchRequest) => void;
  private readonly children = new Map<number, Launched>();
  private next = 1;

  constructor(tellSearcher: (request: LaunchRequest) => void) {
    this.tellSearcher = tellSearcher;
  }

  launch({ script, memory }: { readonly script: string; readonly memory: number }, events: ChildEvents): ChildHandle {
    const child = this.next;
    this.next += 1;
    const launched: Launched = { events, pid: undefined };
    this.children.set(child, launched);
    this.tellSearcher({ kind: 'launch', child, script, memory });
    return {
      get pid() {
        return launched.pid;
      },
      send: (message) => this.tellSearcher({ kind: 'pass', child, message: message as Numbered<unknown> }),
      kill: () => {
        if (!this.children.delete(child)) return;
        this.tellSearcher({ kind: 'end', child });
        // The searcher may be at work, or hang itself.
        killQuietly(launched.pid);
      },
    };
  }

  noticed(notice: LaunchNotice): void {
    const launched = this.children.get(notice.child);
    if (launched === undefined) return;
    switch (notice.type) {
      case 'launched':
        launched.pid = notice.pid;
        return;
      case 'passed':
        launched.events.onMessage(notice.message);
        return;
      case 'printed':
        launched.events.onPrinted(notice.text);
        return;
      case 'ended':
        this.children.delete(notice.child);
        launched.events.onEnd(notice.reason, false);
    }
  }

  /** The searcher has gone: what it started goes by itself, and is made sure of where it hangs. */
  orphan(): void {
    const orphans = [...this.children.values()];
    this.children.clear();
    for (const { pid, events } of orphans) {
      killQuietly(pid);
      events.onEnd('the process that started it has gone', true);
    }
  }
}

function killQuietly(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone already.
  }
}
