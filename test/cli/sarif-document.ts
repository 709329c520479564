/**
 * What SARIF 2.1.0 (OASIS standard, chapter 3) asks of the objects we write. Its objects take no properties but those it names: a
 * misspelt one makes the document invalid.
 */

type Check = (value: unknown, at: string) => string[];

/** `required` first; properties that may be left out are behind. */
interface Shape {
  readonly required: Readonly<Record<string, Check>>;
  readonly others: Readonly<Record<string, Check>>;
}

const only =
  (isRight: (value: unknown) => boolean, wanted: string): Check =>
  (value, at) =>
    isRight(value) ? [] : [`${at} must be ${wanted}, not ${JSON.stringify(value)}`];

const text = only((value) => typeof value === 'string', 'a string');
const flag = only((value) => typeof value === 'boolean', 'true or false');
const lineNumber = only((value) => Number.isInteger(value) && Number(value) >= 1, 'a line from 1');
const index = only((value) => Number.isInteger(value) && Number(value) >= -1, 'an index or -1');
const rank = only((value) => typeof value === 'number' && value >= -1 && value <= 100, '-1 to 100');
const oneOf = (...names: readonly string[]) =>
  only((value) => names.includes(String(value)), names.join(', '));
const level = oneOf('none', 'note', 'warning', 'error');
/** RFC 3986: no blanks, no control characters, no brackets but of an address, escapes whole. */
const uriReference = only(
  (value) => typeof value === 'string' && /^(?:%[\da-f]{2}|[\w\-.~:/?#[\]@!$&'()*+,;=])*$/i.test(value),
  'a URI reference',
);
/** semver.org. */
const semanticVersion = only(
  (value) => typeof value === 'string' && /^\d+\.\d+\.\d+(?:-[\w.-]+)?(?:\+[\w.-]+)?$/.test(value),
  'a semantic version',
);

const listOf =
  (check: Check): Check =>
  (value, at) =>
    Array.isArray(value) ? value.flatMap((one, i) => check(one, `${at}[${i}]`)) : [`${at} must be a list`];

const texts: Check = (value, at) =>
  isObject(value)
    ? Object.entries(value).flatMap(([name, one]) => text(one, `${at}.${name}`))
    : [`${at} must be an object of strings`];

function shaped(required: Shape['required'], others: Shape['others'] = {}): Check {
  const known: Readonly<Record<string, Check>> = { ...required, ...others };
  return (value, at) => {
    if (!isObject(value)) return [`${at} must be an object`];
    const missing = Object.keys(required).filter((name) => value[name] === undefined);
    const wrong = Object.entries(value).flatMap(([name, one]) =>
      Object.hasOwn(known, name) ? known[name](one, `${at}.${name}`) : [`${at}.${name} is unknown to SARIF`],
    );
    return [...missing.map((name) => `${at}.${name} is missing`), ...wrong];
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const message = shaped({ text });
const region = shaped({}, { startLine: lineNumber, endLine: lineNumber, snippet: shaped({}, { text }) });
const physicalLocation = shaped({}, { artifactLocation: shaped({}, { uri: uriReference }), region });
const result = shaped(
  { message },
  {
    ruleId: text,
    ruleIndex: index,
    level,
    rank,
    locations: listOf(shaped({}, { physicalLocation })),
    partialFingerprints: texts,
  },
);
const rule = shaped({ id: text }, { shortDescription: shaped({ text }) });
const driver = shaped({ name: text }, { semanticVersion, rules: listOf(rule) });
const notification = shaped({ message }, { level });
const invocation = shaped(
  { executionSuccessful: flag },
  { toolExecutionNotifications: listOf(notification) },
);
const run = shaped(
  { tool: shaped({ driver }) },
  {
    results: listOf(result),
    invocations: listOf(invocation),
    columnKind: oneOf('utf16CodeUnits', 'unicodeCodePoints'),
  },
);
const log = shaped({ version: oneOf('2.1.0'), runs: listOf(run) }, { $schema: uriReference });

/** Where a document is not what the standard asks, and where it contradicts itself. */
export function sarifProblems(document: unknown): string[] {
  const problems = log(document, 'log');
  return problems.length > 0 ? problems : contradictions(document as SarifLog);
}

interface SarifLog {
  readonly runs: readonly {
    readonly tool: { readonly driver: { readonly rules?: readonly { readonly id: string }[] } };
    readonly results?: readonly {
      readonly ruleId?: string;
      readonly ruleIndex?: number;
      readonly locations?: readonly {
        readonly physicalLocation?: { readonly region?: { startLine?: number; endLine?: number } };
      }[];
    }[];
  }[];
}

/** A rule index names the rule of the same id, ids of rules are unique, and no region ends before it begins. */
function contradictions({ runs }: SarifLog): string[] {
  return runs.flatMap(({ tool, results = [] }) => {
    const ids = (tool.driver.rules ?? []).map(({ id }) => id);
    const twice = ids.filter((id, i) => ids.indexOf(id) !== i).map((id) => `two rules have the id ${id}`);
    const wrong = results.flatMap(({ ruleId, ruleIndex = -1, locations = [] }, i) => [
      ...(ruleIndex >= 0 && ids[ruleIndex] !== ruleId ? [`result ${i} names two rules`] : []),
      ...locations.flatMap(({ physicalLocation }) => {
        const { startLine = 1, endLine = startLine } = physicalLocation?.region ?? {};
        return endLine < startLine ? [`result ${i} ends before it begins`] : [];
      }),
    ]);
    return [...twice, ...wrong];
  });
}
