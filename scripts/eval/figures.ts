/** Figures by measure and, within it, by engine. */
export type Figures = Record<string, Record<string, unknown>>;
