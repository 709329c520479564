import type { DatasetReport } from '../../engine/dataset/check/dataset-report';
import { sentenceText } from '../../protocol/sentence';
import { schema } from './json';

/** What `oddline validate --format json` writes (docs/cli.md). */
export function validationJson({ files, issues }: DatasetReport): string {
  const told = issues.map(({ kind, severity, count, summary, places }) => ({
    kind,
    severity,
    count,
    message: sentenceText(summary),
    places: places.map(({ file, line, sentence }) => ({
      file: files[file].name,
      line,
      message: sentenceText(sentence),
    })),
  }));
  return `${JSON.stringify({ schema, files, issues: told })}\n`;
}
