import type { EvidenceOptions, EvidencePack } from '../../../../src/engine/model/evidence-pack';
import { seededRandom } from '../../../../src/engine/model/seeded-random';
import type { SourceIndex } from '../../../../src/engine/model/units';
import { Session } from '../../../../src/engine/session';
import { decoded, textsOf } from '../../source-texts';

const words = 'apple basket card drawer fee ledger market price receipt scale shelf till token weight'.split(
  ' ',
);

/** Lines of steps that went well, some of which look worse than they are. */
type Noise = (pick: () => string, number: () => number) => string;
const noises: readonly Noise[] = [
  (pick, number) => `Downloading ${pick()}-${pick()}-${number()}.${number()}.tgz (${number()} kB)`,
  (pick, number) => `  added ${pick()}@${number()}.0.${number()}`,
  (pick, number) =>
    `Get:${number()} http://packages.example/stable lib${pick()}-error-perl all ${number()} B`,
  (pick, number) => `PASS test/${pick()}/${pick()}.test.ts (${number()} ms)`,
  (pick, number) => `test ${pick()}::handles_${pick()}_error_${number()} ... ok`,
  (pick, number) => `npm warn deprecated ${pick()}@${number()}.1.0: use ${pick()} instead`,
  (pick, number) => `Selecting previously unselected package lib${pick()}${number()}.`,
  (pick, number) => `  ${pick()}/${pick()}.c: 0 errors, 0 warnings in ${number()} lines`,
  (pick, number) =>
    `${number()}%|#####     | ${number()}/400 [00:${number()}<00:12, ${number()}it/s] ${pick()}`,
  (pick, number) => `sha256:${(number() * 7_919_993).toString(16).repeat(6)}: Pull complete ${pick()}`,
  (pick) => `gcc -O2 -c ${pick()}.c -o build/${pick()}.o -Wall`,
  (pick, number) => `time=${number()} level=debug msg="fetched ${pick()}" attempt=1`,
  (pick, number) => `hint: the branch ${pick()} is ${number()} commits behind`,
  (pick, number) => `${number()}.31s call     tests/test_${pick()}.py::test_${pick()}[${pick()}-${number()}]`,
];

export function noise(count: number, seed: number): string[] {
  const random = seededRandom(seed);
  const pick = () => words[Math.floor(random() * words.length)];
  const number = () => 1 + Math.floor(random() * 998);
  const lines: string[] = [];
  while (lines.length < count) {
    const kind = noises[Math.floor(random() * noises.length)];
    const run = 1 + Math.floor(random() * 40);
    for (let i = 0; i < run && lines.length < count; i++) lines.push(kind(pick, number));
  }
  return lines;
}

/** As a runner writes them: its time before every line. */
export function stamped(lines: readonly string[]): string[] {
  return lines.map((line, i) => {
    const at = new Date(Date.UTC(2026, 5, 12, 9, 0, 0) + i * 40).toISOString().slice(0, -1);
    return `${at}${String(1000 + (i % 9000))}Z ${line}`;
  });
}

/** A build of some thousand lines in whose middle a step fails, as a runner's log. */
export function runnerLog(failure: readonly string[], seed: number): string {
  const code = failure.some((line) => line.includes('Killed')) ? 137 : 1;
  const ends = failure.some((line) => line.startsWith('##[error]'));
  return stamped([
    '##[group]Runner',
    'Machine: small-9',
    '##[endgroup]',
    ...noise(1600, seed),
    '##[group]Run make release',
    'make release',
    'shell: /bin/sh -e {0}',
    '##[endgroup]',
    ...noise(700, seed + 1),
    ...failure,
    ...(ends ? [] : [`##[error]Process completed with exit code ${code}.`]),
    ...noise(400, seed + 2),
    'Post job cleanup.',
    '[command]/usr/bin/git version',
    'Cleaning up orphan processes',
  ]).join('\n');
}

export const bytesOf = (text: string) => new TextEncoder().encode(text);
const referenceSeconds = Date.UTC(2026, 10, 21) / 1000;

/** `good`: the bytes of good logs. */
export function packOf(
  bytes: Uint8Array,
  options: EvidenceOptions,
  { good = [], chunk = 1 << 16 }: { readonly good?: readonly Uint8Array[]; readonly chunk?: number } = {},
): EvidencePack {
  const session = new Session();
  const sources = [bytes, ...good];
  for (const [i, source] of sources.entries()) {
    session.openSource({ path: `${i}.log`, role: i === 0 ? 'log' : 'baseline', referenceSeconds });
    for (let at = 0; at < source.length; at += chunk) session.push(source.subarray(at, at + chunk));
    session.closeSource();
  }
  const steps = session.evidence(textsOf(...sources.map(decoded)), { source: 0 as SourceIndex, ...options });
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
