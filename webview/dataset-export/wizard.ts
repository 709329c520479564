import type { DatasetChoices, DatasetPageState, PreviewAnswer } from '../../src/protocol/dataset';
import { element, icon, setText } from '../shared/element';
import { keep } from '../shared/host';
import { tell } from '../shared/tell';
import { visibleText } from '../shared/visible-text';
import { keptChoices } from './choices';
import { textButton } from './file-row';
import type { Host } from './host';
import { hidesSecrets } from './parts/drafts-field';
import { PreviewAsking } from './preview-asking';
import { PreviewView } from './preview-view';
import { countsText } from './preview-words';
import { Settings } from './settings';

/** The page: what is chosen on the one side, what would come of it on the other, one button below. */
export class Wizard {
  readonly element: HTMLElement;
  private readonly title = element('h1');
  private readonly notice = element('div', { class: 'notice', role: 'status' });
  private readonly preview = new PreviewView();
  private readonly settings: Settings;
  private readonly asking: PreviewAsking;
  private readonly summary = element('span', { class: 'summary' });
  private readonly button = element('button', { type: 'button', class: 'export' });
  private choices: DatasetChoices;
  private isValid = true;
  private answer: PreviewAnswer | undefined;

  constructor(
    private readonly host: Host,
    private state: DatasetPageState,
    kept: unknown,
  ) {
    this.choices = keptChoices(kept, state.usual);
    this.settings = new Settings(
      { host, changed: (choices) => this.changed(choices), valid: (isValid) => this.setValid(isValid) },
      this.choices,
    );
    this.asking = new PreviewAsking(host, () => this.choices, {
      waiting: () => this.preview.waiting(),
      answered: (answer) => this.show(answer),
      failed: (error) => this.show({ kind: 'problem', problem: messageOf(error) }),
    });
    this.button.addEventListener('click', () => void host.call('exportDataset', this.choices));
    const head = element('header', { class: 'page-head' }, this.title, this.notice);
    const main = element('main', {}, this.settings.element, this.preview.element);
    const foot = element('footer', {}, this.summary, this.button);
    this.element = element('div', { class: 'dataset-export' }, head, main, foot);
    if (!this.canPreview) this.preview.clear(unseen());
    this.reflect();
  }

  /** The first preview, once the page stands. */
  ask(): void {
    if (this.canPreview) this.asking.now();
  }

  update(state: DatasetPageState): void {
    const { version } = this.state;
    this.state = state;
    this.reflect();
    if (version === state.version) return;
    if (this.canPreview) this.asking.now();
    else {
      this.asking.stop();
      this.answer = undefined;
      this.preview.clear(unseen());
      this.reflect();
    }
  }

  private get canPreview(): boolean {
    return this.state.status === 'done' || this.state.status === 'stale';
  }

  private changed(choices: DatasetChoices): void {
    this.choices = choices;
    keep('choices', choices);
    this.reflect();
    if (this.canPreview) this.asking.soon();
  }

  private setValid(isValid: boolean): void {
    this.isValid = isValid;
    this.reflectButton();
  }

  private show(answer: PreviewAnswer): void {
    this.answer = answer;
    this.preview.show(answer, hidesSecrets(this.state, this.choices));
    this.reflectButton();
  }

  private reflect(): void {
    setText(this.title, tell('Export {0} as a data set', visibleText(this.state.name)));
    this.settings.reflect(this.state);
    const told = this.noticeOf();
    this.notice.hidden = told.length === 0;
    this.notice.replaceChildren(...told);
    this.reflectButton();
  }

  private noticeOf(): readonly HTMLElement[] {
    const analyse = (label: string) => textButton(label, () => void this.host.call('command', 'analyse'));
    switch (this.state.status) {
      case 'none':
        return [
          element(
            'p',
            {},
            icon('info'),
            tell('The log is not analysed, and a data set is made of what was understood of it.'),
          ),
          analyse(tell('Detect Anomalies')),
        ];
      case 'running':
        return [element('p', {}, icon('loading'), tell('The log is being analysed…'))];
      case 'stale':
        return [
          element('p', {}, icon('warning'), tell('The log has changed since it was analysed.')),
          analyse(tell('Run Again')),
        ];
      case 'done':
        return [];
    }
  }

  private reflectButton(): void {
    const { answer, state } = this;
    const isReady = answer?.kind === 'preview' && answer.problem === null;
    this.button.disabled = !isReady || !this.isValid || state.isExporting || state.status !== 'done';
    setText(this.button, state.isExporting ? tell('Exporting…') : tell('Export'));
    setText(this.summary, isReady ? countsText(answer.preview.labels) : '');
  }
}

function unseen(): string {
  return tell('What would be written is shown here once the log is analysed.');
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
