import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { HttpAnswer } from '../../../../src/protocol/sources';

/** What real Lokis answered, in ../shared: tests with it are skipped where it is absent. */
const folder = '/work/shared/loki';
export const hasKeptAnswers = existsSync(`${folder}/contract.md`);

/** Of a case such as `v3/labels`; as a transport would give it, inflated. */
export function keptAnswer(name: string): HttpAnswer {
  const head = readFileSync(`${folder}/${name}.http`, 'utf8');
  const status = Number(/^HTTP\/1\.1 (\d{3})/m.exec(head)?.[1]);
  const given = ['json', 'body', 'gz'].find((type) => existsSync(`${folder}/${name}.${type}`));
  const bytes = given ? readFileSync(`${folder}/${name}.${given}`) : Buffer.alloc(0);
  return { status, headers: {}, body: given === 'gz' ? gunzipSync(bytes) : bytes };
}

/** Text frames of a socket. */
export function keptFrames(name: string): string[] {
  const text = readFileSync(`${folder}/${name}.ws`, 'utf8');
  return [...text.matchAll(/^\[[\d.]+\] op=1 .*? len=\d+ (.*)$/gm)].map(([, data]) => data);
}
