import { encodingOf } from '../encoding-option';
import { parseArguments } from '../parse-arguments';
import { countOf, oneOf, UsageError } from '../usage-error';
import { workersOf } from '../workers-option';
import { mostProposals } from './labels-usage';
import { filesOf } from './open-logs';

const options = {
  import: { type: 'string' },
  'on-conflict': { type: 'string' },
  next: { type: 'string' },
  learn: { type: 'boolean', default: false },
  apply: { type: 'boolean', default: false },
  'forget-weights': { type: 'boolean', default: false },
  format: { type: 'string', default: 'text' },
  session: { type: 'string' },
  rotated: { type: 'boolean', default: false },
  encoding: { type: 'string' },
  workers: { type: 'string' },
} as const;

const choices = ['keep', 'take', 'fail'] as const;

export interface LabelsWishes {
  readonly files: readonly string[];
  readonly imported: { readonly path: string; readonly onConflict: (typeof choices)[number] } | undefined;
  /** Proposals asked for. */
  readonly next: number;
  readonly learns: boolean;
  readonly applies: boolean;
  readonly forgets: boolean;
  readonly format: 'text' | 'json';
  readonly session: string | undefined;
  readonly encoding: string | undefined;
  readonly workers: number;
}

/** @throws UsageError */
export async function labelsWishes(args: string[]): Promise<LabelsWishes> {
  const { values, positionals } = parseArguments('labels', args, options);
  if (positionals.length === 0)
    throw new UsageError({ pattern: 'No log named. Name a file, or {0} for standard input.', values: ['-'] });
  refuseAlone(values['on-conflict'], '--on-conflict', values.import, '--import');
  refuseAlone(values.apply || undefined, '--apply', values.learn || undefined, '--learn');
  const onConflict = oneOf('--on-conflict', values['on-conflict'] ?? 'fail', choices);
  return {
    files: await filesOf(positionals, values.rotated),
    imported: values.import === undefined ? undefined : { path: values.import, onConflict },
    next: values.next === undefined ? 0 : Math.min(countOf('--next', values.next), mostProposals),
    learns: values.learn,
    applies: values.apply,
    forgets: values['forget-weights'],
    format: oneOf('--format', values.format, ['text', 'json']),
    session: values.session,
    encoding: values.encoding === undefined ? undefined : encodingOf('--encoding', values.encoding),
    workers: workersOf(values.workers),
  };
}

function refuseAlone(given: unknown, option: string, needed: unknown, other: string): void {
  if (given === undefined || needed !== undefined) return;
  throw new UsageError({ pattern: '{0} goes with {1}.', values: [option, other] });
}
