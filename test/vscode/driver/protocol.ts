/**
 * What a test inside VS Code asks of the person at the keyboard (Chromium, driven by Playwright) over loopback HTTP.
 * Selectors are Playwright's.
 */
export type PersonAction =
  /** Types character by character, Han characters as an input method's finished text. */
  | { readonly do: 'type'; readonly text: string; readonly delay?: number }
  /** Key names as Playwright's: `Tab`, `Control+z`. */
  | { readonly do: 'press'; readonly key: string }
  /** A real composition: raw pinyin grows step by step, then `commit` replaces it; `null` cancels. */
  | { readonly do: 'compose'; readonly steps: readonly string[]; readonly commit: string | null }
  /** A composition that goes on: nothing is committed yet. */
  | { readonly do: 'composing'; readonly steps: readonly string[] }
  | { readonly do: 'click'; readonly selector: string; readonly button?: 'left' | 'right'; readonly clicks?: number }
  | { readonly do: 'wait'; readonly selector: string; readonly state: 'visible' | 'hidden'; readonly timeout?: number }
  /** Text of each matching element that is visible. */
  | { readonly do: 'texts'; readonly selector: string }
  /** As `click`, `wait` and `texts`, inside the webview whose document has `selector`. */
  | { readonly do: 'webviewClick'; readonly selector: string }
  | { readonly do: 'webviewWait'; readonly selector: string; readonly timeout?: number }
  | { readonly do: 'webviewTexts'; readonly selector: string }
  | { readonly do: 'webviewPress'; readonly selector: string; readonly key: string }
  | { readonly do: 'webviewFill'; readonly selector: string; readonly text: string }
  /** Chooses the option with that label. */
  | { readonly do: 'webviewChoose'; readonly selector: string; readonly label: string }
  | { readonly do: 'webviewValue'; readonly selector: string }
  /** The page as a screen reader is told of it, in Playwright's notation. */
  | { readonly do: 'webviewAria'; readonly selector: string }
  /** Name of the element that has the focus in the webview whose document has `selector`: its label, else its text. */
  | { readonly do: 'webviewFocus'; readonly selector: string }
  | { readonly do: 'resize'; readonly width: number; readonly height: number }
  /** Takes an element by its right edge and pulls it `by` pixels to the right. */
  | { readonly do: 'drag'; readonly selector: string; readonly by: number }
  /** `top` pixels of the window are left out. */
  | { readonly do: 'screenshot'; readonly name: string; readonly top?: number }
  /** A line for whoever watches the run. */
  | { readonly do: 'report'; readonly line: string };

export type PersonAnswer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: string };

/** Environment variable that carries the person's address into the extension host. */
export const personVariable = 'SPEECH_DRAFT_PERSON';
