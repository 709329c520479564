import type { SourceEntry } from '../source-reader';
import type { Hit } from './hit';
import type { HitEntries } from './hit-entries';
import type { PageReader } from './page-reader';
import { hitsIn, type SearchPage } from './search-page';

/** Entries of pages. Where a document holds an integer that reading rounds, the whole page is read once more, exactly. */
export class PageTexts {
  constructor(
    private readonly reader: PageReader,
    private readonly entries: HitEntries,
  ) {}

  of(hits: readonly Hit[], page: SearchPage): readonly SourceEntry[] {
    return this.entries.of(hits) ?? this.entries.of(this.exactly(hits, page), 'exact');
  }

  /** Once, behind all pages. */
  sayWithoutMessage(): void {
    const { withoutMessage } = this.entries;
    if (withoutMessage === 0) return;
    this.reader.client.asking.note({
      pattern:
        '{0} entries have no message field and are shown as JSON. If there is one, write it as messageField of the log source (--message-field).',
      values: [withoutMessage],
    });
  }

  private exactly(hits: readonly Hit[], { answer }: SearchPage): readonly Hit[] {
    const wanted = new Set(hits.map(({ key }) => key));
    const { client, timeField } = this.reader;
    return hitsIn(client.parsed(answer, 'exactly'), timeField).filter(({ key }) => wanted.has(key));
  }
}
