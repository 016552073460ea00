import { offeredYears, unrestricted, type PanelTexts, type Restriction, type SourceChoice } from '../protocol/webview.ts';
import { element } from './elements.ts';

type Role = NonNullable<Restriction['role']>;

/** Moves that writers look for, in the order of a speech; 称呼 and 正文 are nothing to look for. */
const offeredRoles: readonly Role[] = ['opening', 'review', 'thanks', 'transition', 'call', 'closing'];

type Choices = readonly (readonly [value: string, label: string])[];

/** Gives a select its choices; what was chosen stays where it is still among them. */
function offer(select: HTMLSelectElement, choices: Choices): void {
  const chosen = select.value;
  select.replaceChildren(...choices.map(([value, label]) => element('option', { value }, label)));
  select.value = choices.some(([value]) => value === chosen) ? chosen : '';
}

function name(control: HTMLElement, label: string): void {
  control.setAttribute('aria-label', label);
  control.title = label;
}

/**
 * What the list can be restricted to. The kind of paragraph is always at hand, `more` (years, sources, occasions) stands in
 * a row of its own that is shown when asked for or while it restricts something.
 */
export class RestrictionBar {
  readonly roles = element('select', { class: 'choice roles' });
  readonly toggle = element('button', { class: 'link filters', type: 'button', 'aria-expanded': 'false', 'aria-controls': 'more-filters' });
  readonly more = element('div', { class: 'row more-filters', id: 'more-filters' });
  private readonly years = element('select', { class: 'choice years' });
  private readonly sources = element('select', { class: 'choice sources' });
  private readonly occasion = element('input', { class: 'search occasion', maxlength: '60', spellcheck: 'false', list: 'occasions' });
  private readonly suggested = element('datalist', { id: 'occasions' });
  private asked = false;

  constructor(onChange: (restriction: Restriction) => void) {
    this.more.append(this.years, this.sources, this.occasion, this.suggested);
    this.more.hidden = true;
    this.sources.hidden = true;
    this.toggle.addEventListener('click', () => {
      this.asked = this.more.hidden !== false;
      this.unfold();
    });
    // `change` of the text comes with Enter and when it is left, not at every key of a composition.
    for (const control of [this.roles, this.years, this.sources, this.occasion]) {
      control.addEventListener('change', () => onChange(this.restriction));
    }
  }

  private get restriction(): Restriction {
    return {
      role: offeredRoles.find((role) => role === this.roles.value) ?? null,
      lastYears: offeredYears.find((years) => String(years) === this.years.value) ?? null,
      source: this.sources.value === '' ? null : this.sources.value,
      occasion: this.occasion.value.trim(),
    };
  }

  showTexts(texts: PanelTexts): void {
    this.toggle.textContent = texts.filters;
    this.toggle.title = texts.filtersHint;
    name(this.roles, texts.roleLabel);
    name(this.years, texts.yearLabel);
    name(this.sources, texts.sourceLabel);
    name(this.occasion, texts.occasionLabel);
    this.occasion.placeholder = texts.occasionPlaceholder;
    offer(this.roles, [['', texts.anyRole], ...offeredRoles.map((role) => [role, texts.roles[role]] as const)]);
    offer(this.years, [['', texts.anyYear], ...offeredYears.map((years) => [String(years), texts.lastYears.replace('{0}', String(years))] as const)]);
    this.suggested.replaceChildren(...texts.occasions.map((value) => element('option', { value })));
  }

  showSources(choices: readonly SourceChoice[], texts: PanelTexts): void {
    offer(this.sources, [['', texts.anySource], ...choices.map(({ value, label }) => [value, label] as const)]);
    this.sources.hidden = choices.length === 0;
  }

  show({ role, lastYears, source, occasion }: Restriction): void {
    this.roles.value = role ?? '';
    this.years.value = lastYears === null ? '' : String(lastYears);
    this.sources.value = source ?? '';
    // Words that are being typed stay.
    if (document.activeElement !== this.occasion) this.occasion.value = occasion;
    this.unfold();
  }

  /** A restriction that cannot be seen would make a list look broken: the row stays open while it holds one. */
  private unfold(): void {
    const { lastYears, source, occasion } = this.restriction;
    const holds = lastYears !== unrestricted.lastYears || source !== unrestricted.source || occasion !== unrestricted.occasion;
    this.more.hidden = !this.asked && !holds;
    this.toggle.setAttribute('aria-expanded', String(!this.more.hidden));
  }
}
