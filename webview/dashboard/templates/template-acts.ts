import type { RowLabel } from '../../../src/protocol/dashboard';
import type { ViewLine } from '../../../src/protocol/log-lines';
import { tell } from '../../shared/tell';
import type { SectionParts } from '../section';
import type { TemplateList } from './template-list';
import type { RowAction } from './template-row';

/** What is done with a template of the table. */
export class TemplateActs {
  /** By template: what was said here before the log's next result says it, too. */
  private readonly called = new Map<number, boolean>();

  constructor(
    private readonly parts: Pick<SectionParts, 'host' | 'model'>,
    private readonly changed: () => void,
  ) {}

  /** The log's result is another: it knows by itself what is labelled. */
  forget(): void {
    this.called.clear();
  }

  labelOf(list: TemplateList, row: number): RowLabel | null {
    const isNormal = this.called.get(list.idOf(row));
    if (isNormal === undefined) return list.labelOf(row);
    return isNormal ? { verdict: 'normal', words: tell('Normal') } : null;
  }

  act(list: TemplateList, row: number, action: RowAction): void {
    switch (action) {
      case 'jump':
        void this.parts.host.call('revealAnalysed', list.columns.firstLines[row] as ViewLine);
        return;
      case 'showOnly':
        void this.showOnly(list, row);
        return;
      case 'chart':
        this.chart(list, row);
        return;
      case 'normal':
        void this.callNormal(list, row);
    }
  }

  private async showOnly(list: TemplateList, row: number): Promise<void> {
    const { host } = this.parts;
    const filter = await host.call('templateFilter', list.idOf(row));
    if (filter) await host.call('showOnly', filter);
  }

  private chart(list: TemplateList, row: number): void {
    if (list.columns.parameters[row] === 0) return;
    this.parts.model.chartTemplate(list.idOf(row));
    const card = document.getElementById('parameters');
    card?.scrollIntoView({ block: 'start' });
    // Whoever came by key goes on from there; the list is there once the card was shown.
    card?.querySelector<HTMLElement>('vscode-dropdown')?.focus({ preventScroll: true });
  }

  /** Seen at once; taken back where the host could not. */
  private async callNormal(list: TemplateList, row: number): Promise<void> {
    const template = list.idOf(row);
    const before = this.called.get(template);
    const isNormal = this.labelOf(list, row)?.verdict !== 'normal';
    this.call(template, isNormal);
    const asked = this.parts.host.call('setNormal', { template, isNormal });
    await asked.catch(() => this.call(template, before));
  }

  private call(template: number, isNormal: boolean | undefined): void {
    if (isNormal === undefined) this.called.delete(template);
    else this.called.set(template, isNormal);
    this.changed();
  }
}
