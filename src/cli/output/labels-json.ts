import type { LabelProposal } from '../../engine/labels/label-report';
import type { ImportConflict } from '../../node/labels/import/import-labels';
import { namingDetectors } from '../../protocol/detector-words';
import type { Tell } from '../../protocol/overview';
import { jsonList, schema } from './json';
import type { LabelsDocument } from './labelled-log';

/** What `oddline labels --format json` writes (docs/cli.md). */
export function* labelsJson(document: LabelsDocument, tell: Tell): Generator<string> {
  const { given, store, finished, weights, paths } = document;
  const { labels, ...covered } = finished.analysis.labels;
  const placeOf = (place: LabelProposal | (typeof labels)[number]['first']) =>
    place && { path: paths[place.source], line: place.line };
  yield `{"schema":${schema},"store":${JSON.stringify(store.labels)},"coverage":${JSON.stringify(covered)}`;
  yield `,"weights":${JSON.stringify(weights)}`;
  yield* importedJson(document, tell);
  yield* learnedJson(document, tell);
  if (document.proposals !== undefined) {
    yield ',"next":';
    yield* jsonList(document.proposals, (proposal) => ({
      ...placeOf(proposal),
      records: proposal.records,
      subject: proposal.subject,
      why: tell(namingDetectors(proposal.why, tell)),
    }));
  }
  yield ',"labels":';
  yield* jsonList(labels, ({ given: index, records, first, conflicts }) => ({
    ...given[index],
    records,
    first: placeOf(first),
    conflicts,
  }));
  yield '}\n';
}

function* importedJson({ imported }: LabelsDocument, tell: Tell): Generator<string> {
  if (imported === undefined) return;
  const { written, unchanged, unlabelled, conflicts, damaged, unknown } = imported;
  const told = (sentences: typeof damaged) => sentences.map((one) => tell(one));
  const problems = { damaged: told(damaged), unknown: told(unknown) };
  const counts = JSON.stringify({ written, unchanged, unlabelled, ...problems });
  yield `,"imported":${counts.slice(0, -1)},"conflicts":`;
  yield* jsonList(conflicts, ({ at, own, imported: label }: ImportConflict) => ({
    line: at,
    own,
    imported: label,
  }));
  yield '}';
}

function* learnedJson({ learned }: LabelsDocument, tell: Tell): Generator<string> {
  if (learned === undefined) return;
  yield `,"learned":${JSON.stringify(learned.kind === 'learned' ? learned.learned : null)}`;
  if (learned.kind === 'too-little') yield `,"tooLittle":${JSON.stringify(tell(learned.why))}`;
}
