import * as vscode from 'vscode';
import type { FieldChoice } from '../../protocol/text-views';
import { formatNumber } from '../shared/localise';
import { quickPickText } from '../shared/quick-pick-text';

const memory = 'oddline.columns';
/** Kinds of logs whose columns are remembered; the least recent is forgotten. */
const mostRemembered = 50;

type Remembered = readonly { readonly kind: string; readonly fields: readonly string[] }[];

/** Which fields are columns, by kind of log: logs with the same usual fields are of a kind. Kept outside the workspace. */
export class ChosenFields {
  constructor(private readonly state: vscode.Memento) {}

  /** Those chosen for logs like it, else the usual ones; in the order columns stand in. */
  of(fields: readonly FieldChoice[]): readonly string[] {
    const kind = kindOf(fields);
    const known = this.all().find((one) => one.kind === kind)?.fields;
    const wanted = new Set(known ?? fields.filter(({ isUsual }) => isUsual).map(({ name }) => name));
    const names = fields.map(({ name }) => name);
    const there = names.filter((name) => wanted.has(name));
    return there.length > 0 ? there : names;
  }

  /** Asks. Undefined where it was given up. */
  async choose(fields: readonly FieldChoice[]): Promise<readonly string[] | undefined> {
    const now = new Set(this.of(fields));
    const picks = fields.map(({ name, count }) => ({
      label: quickPickText(name),
      description: vscode.l10n.t('in {0} lines', formatNumber(count)),
      picked: now.has(name),
      name,
    }));
    const title = vscode.l10n.t('Which fields are columns?');
    const chosen = await vscode.window.showQuickPick(picks, { title, canPickMany: true });
    if (!chosen || chosen.length === 0) return undefined;
    const names = chosen.map(({ name }) => name);
    await this.remember(kindOf(fields), names);
    return names;
  }

  private async remember(kind: string, fields: readonly string[]): Promise<void> {
    const others = this.all().filter((one) => one.kind !== kind);
    await this.state.update(memory, [...others, { kind, fields }].slice(-mostRemembered));
  }

  private all(): Remembered {
    return this.state.get<Remembered>(memory, []);
  }
}

function kindOf(fields: readonly FieldChoice[]): string {
  return fields
    .filter(({ isUsual }) => isUsual)
    .map(({ name }) => name)
    .join(' ');
}
