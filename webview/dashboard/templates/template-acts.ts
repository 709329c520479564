import type { ViewLine } from '../../../src/protocol/log-lines';
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

  /** The log's result is another: it knows by itself what is normal. */
  forget(): void {
    this.called.clear();
  }

  isNormal(list: TemplateList, row: number): boolean {
    return this.called.get(list.idOf(row)) ?? list.columns.normal[row] === 1;
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
    const before = this.isNormal(list, row);
    this.call(template, !before);
    const asked = this.parts.host.call('setNormal', { template, isNormal: !before });
    await asked.catch(() => this.call(template, before));
  }

  private call(template: number, isNormal: boolean): void {
    this.called.set(template, isNormal);
    this.changed();
  }
}
