import type { DatasetChoices, DatasetPageState } from '../../../src/protocol/dataset';
import type { Host } from '../host';

/** What a part of the settings works with. */
export interface PartContext {
  readonly host: Host;
  /** As they are by now. */
  readonly choices: () => DatasetChoices;
  readonly change: (changed: Partial<DatasetChoices>) => void;
  /** Whether a field, by its name, holds what it takes. */
  readonly valid: (field: string, isValid: boolean) => void;
}

/** A subject of the settings: its fields, and how they follow what is chosen. */
export interface Part {
  readonly element: HTMLElement;
  reflect(state: DatasetPageState): void;
}
