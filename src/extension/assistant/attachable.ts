import type * as vscode from 'vscode';
import type { AssistantParts } from './parts';
import { idOf, type Piece } from './pieces';
import { canBeQueried } from './queried-sources';

type Where = Pick<AssistantParts, 'analyses' | 'compared' | 'metrics' | 'sources'>;

/** The worst incidents; others are asked about where they are shown. */
const mostIncidents = 8;

/** What can go along with a question about a log, whether it does already or not. */
export function attachable(uri: vscode.Uri, where: Where): readonly Piece[] {
  const { analyses, compared, metrics, sources } = where;
  const incidents = analyses.get(uri)?.incidents.slice(0, mostIncidents) ?? [];
  const asked = sources.all().filter(canBeQueried);
  return [
    { kind: 'evidence' },
    ...incidents.map(({ id }): Piece => ({ kind: 'incident', incidentId: id })),
    ...(compared.get(uri) ? [{ kind: 'comparison' } as const] : []),
    ...(metrics.of(uri).length > 0 ? [{ kind: 'metrics' } as const] : []),
    ...asked.map(({ name }): Piece => ({ kind: 'source', name })),
  ];
}

/** What the page named by the id of a chip; undefined where that is gone. */
export function pieceOfChip(id: string, uri: vscode.Uri, where: Where): Piece | undefined {
  return attachable(uri, where).find((piece) => idOf(piece) === id);
}
