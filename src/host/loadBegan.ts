/** Imported first, so that the time that loading takes can be told from the time that VS Code takes around it. */
performance.mark('speechDraft: load began');
