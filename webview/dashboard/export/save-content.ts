import type { Host } from '../host';
import type { Model } from '../model';
import type { ShownContent } from '../shown';
import { csvOf } from './csv';
import { pngOf } from './png';
import { standaloneSvg } from './standalone-svg';

export interface SavedFrom {
  readonly host: Host;
  readonly model: Model;
  /** Of the card. */
  readonly title: string;
}

/** Of several tables each is a file of its own, asked for one after the other. */
export async function saveContent(
  { host, model, title }: SavedFrom,
  content: ShownContent,
  kind: 'svg' | 'png' | 'csv',
): Promise<void> {
  const log = model.state.name ?? '';
  if (kind === 'csv') {
    for (const table of content.tables) {
      const isSaved = await host.call('save', { name: `${log} ${table.title}`, kind, content: csvOf(table) });
      if (!isSaved) return;
    }
    return;
  }
  const picture = content.picture?.();
  if (!picture) return;
  const saved = kind === 'svg' ? standaloneSvg(picture) : await pngOf(picture);
  await host.call('save', { name: `${log} ${title}`, kind, content: saved });
}
