import type { ComparedRow, ComparisonColumns } from '../../../src/protocol/dashboard';
import { element, iconButton } from '../../shared/element';
import { tell } from '../../shared/tell';
import { markCursor } from '../mark-cursor';
import type { Section, SectionParts } from '../section';
import type { Shown } from '../shown';
import { Tooltip } from '../tooltip';
import { butterfly } from './butterfly';
import { comparisonSentence, comparisonTable, goodName, rowWords } from './comparison-words';

const firstRows = 15;
const moreRows = 50;
const pictureRows = 40;
const pictureWidth = 900;

export function comparisonSection(parts: SectionParts): Section {
  return new ComparisonSection(parts);
}

/** Two runs' templates side by side, the most telling first. */
class ComparisonSection implements Section {
  readonly shows = ['comparison'] as const;
  private readonly tooltip = new Tooltip();
  private readonly comparing: HTMLButtonElement;
  private columns: ComparisonColumns | undefined;
  private rows = firstRows;
  private drawnWidth = 0;

  constructor(private readonly parts: SectionParts) {
    const { frame } = parts;
    this.comparing = iconButton('git-compare', tell('Compare with Good Log…'), () => this.compare());
    frame.controls.append(this.comparing);
    new ResizeObserver(() => this.draw()).observe(frame.body);
  }

  async refresh(signal: AbortSignal): Promise<Shown> {
    const columns = await this.parts.host.call('comparison', undefined, { signal });
    this.columns = columns ?? undefined;
    this.comparing.hidden = columns === null;
    this.drawnWidth = 0;
    if (!columns)
      return this.nothing(
        tell(
          'Nothing is compared yet. A log of a time when all was well shows what is new here, what is gone, and what comes more or less often.',
        ),
      );
    const sentence = comparisonSentence(columns);
    if (columns.rows.length === 0) return this.nothing(sentence);
    this.draw();
    const sides = { good: goodName(columns), bad: columns.bad };
    return {
      kind: 'content',
      sentence,
      tables: [comparisonTable(columns)],
      picture: () => butterfly(columns.rows.slice(0, pictureRows), sides, pictureWidth, sentence).picture,
    };
  }

  private nothing(text: string): Shown {
    return {
      kind: 'empty',
      text,
      cure: { label: tell('Compare with Good Log…'), press: () => this.compare() },
    };
  }

  private compare(): void {
    void this.parts.host.call('run', 'compare');
  }

  private draw(): void {
    const { columns, tooltip } = this;
    const { body, title } = this.parts.frame;
    const width = body.clientWidth;
    if (!columns || width === 0 || width === this.drawnWidth) return;
    this.drawnWidth = width;
    const sides = { good: goodName(columns), bad: columns.bad };
    const { picture, marks } = butterfly(columns.rows.slice(0, this.rows), sides, width, title);
    const hadFocus = body.contains(document.activeElement);
    picture.classList.add('butterfly');
    markCursor({
      surface: picture,
      label: title,
      role: 'listbox',
      marks: marks.map(({ element: drawn, row }, at) => ({
        ...{ element: drawn, row: at, column: 0, words: rowWords(row) },
        press: () => this.press(row),
      })),
      tooltip,
    });
    const summary = element('p', { class: 'comparison-summary' }, columns.summary);
    body.replaceChildren(summary, picture, ...this.more(columns));
    if (hadFocus) picture.focus();
  }

  private press({ line }: ComparedRow): void {
    if (line !== null) void this.parts.host.call('revealAnalysed', line);
  }

  private more({ rows }: ComparisonColumns): readonly HTMLElement[] {
    const left = rows.length - this.rows;
    if (left <= 0) return [];
    const button = element(
      'button',
      { type: 'button', class: 'text-button' },
      tell('Show More ({0} left)', left),
    );
    button.addEventListener('click', () => {
      this.rows += moreRows;
      this.drawnWidth = 0;
      this.draw();
    });
    return [button];
  }
}
