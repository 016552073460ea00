/**
 * Milliseconds of processor time that this thread has used, `null` where Node cannot tell (before 23.9). On a busy machine
 * the clock says more of the others than of us.
 */
export function processorTime(): number | null {
  const { threadCpuUsage } = process as { readonly threadCpuUsage?: () => { readonly user: number; readonly system: number } };
  if (threadCpuUsage === undefined) return null;
  const { user, system } = threadCpuUsage();
  return (user + system) / 1000;
}

/** Processor time of a stretch of work, as the detail of a measure. */
export function processorDetail(began: number | null): { readonly processor: number | null } {
  const now = processorTime();
  return { processor: now === null || began === null ? null : now - began };
}

/** Imported first, so that the time that loading takes can be told from the time that VS Code takes around it. */
export const loadBegan = processorTime();
performance.mark('speechDraft: load began');
