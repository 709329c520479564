import type { DatasetChoices, DatasetPageState } from '../../src/protocol/dataset';
import { element } from '../shared/element';
import { tell } from '../shared/tell';
import type { Host } from './host';
import { folderPart } from './parts/folder-part';
import { formatPart } from './parts/format-part';
import { instructionsPart } from './parts/instructions-part';
import { labelsPart } from './parts/labels-part';
import type { Part, PartContext } from './parts/part';
import { privacyPart } from './parts/privacy-part';
import { sequencesPart } from './parts/sequences-part';
import { splitsPart } from './parts/splits-part';

export interface SettingsOptions {
  readonly host: Host;
  /** All that is chosen from now on. */
  readonly changed: (choices: DatasetChoices) => void;
  /** Whether every field holds what it takes. */
  readonly valid: (isValid: boolean) => void;
}

/** In the order they are shown. */
const parts: readonly ((context: PartContext) => Part)[] = [
  formatPart,
  sequencesPart,
  labelsPart,
  instructionsPart,
  splitsPart,
  privacyPart,
  folderPart,
];

/** What can be chosen of a data set, by subject; each change is told at once. */
export class Settings {
  readonly element = element('form', { class: 'settings', 'aria-label': tell('What to export') });
  private readonly wrong = new Set<string>();
  private readonly parts: readonly Part[];

  constructor(
    private readonly options: SettingsOptions,
    private choices: DatasetChoices,
  ) {
    this.element.addEventListener('submit', (event) => event.preventDefault());
    const context: PartContext = {
      host: options.host,
      choices: () => this.choices,
      change: (changed) => this.change(changed),
      valid: (field, isValid) => this.setValid(field, isValid),
    };
    this.parts = parts.map((part) => part(context));
    this.element.append(...this.parts.map((part) => part.element));
  }

  reflect(state: DatasetPageState): void {
    for (const part of this.parts) part.reflect(state);
  }

  private change(changed: Partial<DatasetChoices>): void {
    this.choices = { ...this.choices, ...changed };
    this.options.changed(this.choices);
  }

  private setValid(field: string, isValid: boolean): void {
    if (isValid) this.wrong.delete(field);
    else this.wrong.add(field);
    this.options.valid(this.wrong.size === 0);
  }
}
