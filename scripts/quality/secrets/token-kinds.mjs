import {
  alphanumeric,
  base64,
  base64url,
  characters,
  digits,
  hex,
  integer,
  letters,
  pick,
  upperAlphanumeric,
} from './draws.mjs';

/** @typedef {import('./kinds.mjs').Kind} Kind @typedef {import('./kinds.mjs').Place} Place @typedef {import('./draws.mjs').Random} Random */

/** Where a token shows up whoever issued it. @param {string} variable @returns {Place[]} */
const anywhere = (variable) => [
  `${variable}={@}`,
  'Using token {@} for the upload',
  '{"token":"{@}","attempt":{number}}',
  'request refused: key {@} is revoked',
  `export ${variable}="{@}"`,
  '令牌 {@} 已失效，请重新登录',
  'GET /v1/items?access_token={@}&page={number} {status}',
  "config: {'token': '{@}', 'retries': {number}}",
  'X-Api-Token: {@}',
  `env ${variable}: {@}`,
  'Incorrect key provided: {@}. Took {ms} ms',
  '密钥：{@}(来自环境变量)',
];

const part = (/** @type {object} */ value) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** RFC 7519: header, claims, signature. @param {Random} random */
const jwt = (random) =>
  [
    part(
      pick(random, [
        { alg: 'HS256', typ: 'JWT' },
        { alg: 'RS256', kid: hex(random, 8) },
        { typ: 'JWT', alg: 'ES256' },
      ]),
    ),
    part({ sub: hex(random, 12), iat: integer(random, 1_600_000_000, 1_790_000_000), scope: 'read' }),
    characters(random, base64url, pick(random, [43, 86, 342])),
  ].join('.');

/** RFC 7468, PKCS #1, #8, SEC 1 and OpenSSH: what stands between the two boundaries, in rows of 64. @param {Random} random */
const keyBody = (random) =>
  Array.from({ length: integer(random, 4, 14) }, () => characters(random, base64, 64)).join('\n');

/** @param {string} label @param {string} end @returns {string} */
const pem = (label, end) => `-----BEGIN ${label}-----${end}{@}${end}-----END ${label}-----`;

/** Keys written in one line: line feeds are two characters. @param {Random} random */
const escapedBody = (random) => keyBody(random).replaceAll('\n', '\\n');

/** @param {Random} random */
function numberedBody(random) {
  const first = integer(random, 100, 900);
  return keyBody(random)
    .split('\n')
    .map((row, index) => (index === 0 ? row : `${first + index}: ${row}`))
    .join('\n');
}

/** @type {readonly Kind[]} */
export const tokenKinds = [
  {
    name: 'JWT',
    draw: jwt,
    says: [...anywhere('ID_TOKEN'), 'Authorization: Bearer {@}', 'jwt expired: {@}'],
    lines: [],
  },
  {
    name: 'AWS access key id',
    draw: (random) =>
      pick(random, ['AKIA', 'AKIA', 'ASIA']) + characters(random, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', 16),
    says: [
      ...anywhere('AWS_ACCESS_KEY_ID'),
      'Authorization: AWS4-HMAC-SHA256 Credential={@}/{day}/eu-west-1/s3/aws4_request, SignedHeaders=host',
      'InvalidAccessKeyId: The key {@} does not exist in our records',
      'GET /bucket?X-Amz-Credential={@}%2F{day}%2Fus-east-1',
      'aws_access_key_id = {@}',
    ],
    lines: [],
  },
  {
    name: 'AWS secret key',
    draw: (random) => characters(random, base64, 40),
    says: [
      'AWS_SECRET_ACCESS_KEY={@}',
      'aws_secret_access_key = {@}',
      '{"AccessKeyId":"x","SecretAccessKey":"{@}"}',
      'export AWS_SECRET_ACCESS_KEY="{@}"',
      "client(aws_secret_access_key='{@}', region='eu-west-1')",
      'SecretAccessKey: {@}',
      'env: AWS_SECRET_ACCESS_KEY: {@}',
      '-Daws.secretKey={@} -Xmx2g',
      'fs.s3a.secret.key={@}',
      '配置 aws_secret_access_key={@} 已加载',
      's3.secretAccessKey="{@}" s3.region=eu-west-1',
      '--secret-access-key {@} --region us-east-1',
    ],
    lines: [],
  },
  {
    name: 'GitHub token',
    draw: (random) =>
      pick(random, [
        `${pick(random, ['ghp', 'gho', 'ghu', 'ghs', 'ghr'])}_${characters(random, alphanumeric, 36)}`,
        `github_pat_${characters(random, alphanumeric, 22)}_${characters(random, alphanumeric, 59)}`,
      ]),
    says: [
      ...anywhere('GITHUB_TOKEN'),
      'remote: https://x-access-token:{@}@github.com/shop/{word}',
      'Authorization: token {@}',
    ],
    lines: [],
  },
  {
    name: 'GitLab token',
    draw: (random) =>
      pick(random, [
        `${pick(random, ['glpat', 'gldt', 'glrt', 'glcbt', 'glptt', 'glft', 'gloas', 'glsoat'])}-${characters(random, base64url, 20)}`,
        `glpat-${characters(random, base64url, 36)}.${digits(random, 2)}.${characters(random, 'abcdefghijklmnopqrstuvwxyz0123456789', 9)}`,
      ]),
    says: [
      ...anywhere('CI_DEPLOY_TOKEN'),
      'PRIVATE-TOKEN: {@}',
      'fatal: https://oauth2:{@}@gitlab.example.com/{word}.git',
    ],
    lines: [],
  },
  {
    name: 'Slack token',
    draw: (random) => {
      const ids = `${digits(random, integer(random, 11, 13))}-${digits(random, integer(random, 11, 13))}`;
      return pick(random, [
        `xoxb-${ids}-${characters(random, alphanumeric, 24)}`,
        `xoxp-${ids}-${digits(random, 13)}-${hex(random, 32)}`,
        `xapp-1-A0${characters(random, upperAlphanumeric, 9)}-${digits(random, 13)}-${hex(random, 64)}`,
        `xoxe.xoxp-1-${characters(random, alphanumeric, 160)}`,
      ]);
    },
    says: [
      ...anywhere('SLACK_BOT_TOKEN'),
      ['POST https://hooks.slack.com/services/{@} answered {status}', webhook],
      ['webhook=https://hooks.slack.com/services/{@} took {ms} ms', webhook],
    ],
    lines: [],
  },
  {
    name: 'Stripe key',
    draw: (random) =>
      pick(random, [
        `${pick(random, ['sk', 'rk'])}_${pick(random, ['live', 'test'])}_${characters(random, alphanumeric, 24)}`,
        `sk_${pick(random, ['live', 'test'])}_51${characters(random, alphanumeric, 97)}`,
        `whsec_${characters(random, alphanumeric, 32)}`,
      ]),
    says: [
      ...anywhere('STRIPE_SECRET_KEY'),
      'Invalid API Key provided: {@}',
      'curl https://api.stripe.com/v1/charges -u {@}:',
    ],
    lines: [],
  },
  {
    name: 'Google API key',
    draw: (random) => `AIza${characters(random, base64url, 35)}`,
    says: [
      ...anywhere('GOOGLE_API_KEY'),
      'GET https://maps.googleapis.com/maps/api/geocode/json?key={@}&language=en',
      'x-goog-api-key: {@}',
    ],
    lines: [],
  },
  {
    name: 'OpenAI-style key',
    draw: (random) =>
      pick(random, [
        `sk-${characters(random, alphanumeric, 48)}`,
        `sk-proj-${characters(random, base64url, 74)}T3BlbkFJ${characters(random, base64url, 74)}`,
        `sk-ant-api03-${characters(random, base64url, 93)}AA`,
        `sk-or-v1-${hex(random, 64)}`,
        `sk-${hex(random, 32)}`,
        `sk-svcacct-${characters(random, base64url, 60)}`,
      ]),
    says: [
      ...anywhere('OPENAI_API_KEY'),
      'openai.AuthenticationError: 401 Incorrect API key: {@}',
      'x-api-key: {@}',
    ],
    lines: [],
  },
  {
    name: 'npm token',
    draw: (random) => `npm_${characters(random, alphanumeric, 36)}`,
    says: [
      ...anywhere('NPM_TOKEN'),
      '//registry.npmjs.org/:_authToken={@}',
      [
        'npm.config //npm.example.com/:_authToken={@}',
        (random) =>
          `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-9${hex(random, 3)}-${hex(random, 12)}`,
      ],
    ],
    lines: [],
  },
  {
    name: 'private key',
    draw: keyBody,
    says: [
      [`Loaded key ${pem('PRIVATE KEY', '\\n')}`, escapedBody],
      [`{"type":"service_account","private_key":"${pem('PRIVATE KEY', '\\n')}\\n"}`, escapedBody],
      [`TLS_KEY="${pem('RSA PRIVATE KEY', '\\n')}"`, escapedBody],
      [`ssh_key: ${pem('OPENSSH PRIVATE KEY', '\\n')}`, escapedBody],
      [`密钥内容 ${pem('EC PRIVATE KEY', '\\n')}`, escapedBody],
    ],
    lines: [
      `Could not parse key:\n${pem('RSA PRIVATE KEY', '\n')}`,
      `ssl_key dumped below\n${pem('PRIVATE KEY', '\n')}\nend of dump`,
      `id_ed25519:\n${pem('OPENSSH PRIVATE KEY', '\n')}`,
      `${pem('EC PRIVATE KEY', '\n')}\n`,
      `private key of node-{number}\n${pem('ENCRYPTED PRIVATE KEY', '\n')}`,
      [
        `98: writing key\n99: -----BEGIN PRIVATE KEY-----\n100: {@}\n990: -----END PRIVATE KEY-----`,
        numberedBody,
      ],
      [
        `99: -----BEGIN RSA PRIVATE KEY-----\n100: {@}\n990: -----END RSA PRIVATE KEY-----\n991: done`,
        numberedBody,
      ],
    ],
  },
];

/** @param {Random} random */
function webhook(random) {
  const id = (/** @type {number} */ length) => characters(random, upperAlphanumeric, length);
  return `T${id(10)}/B${id(10)}/${characters(random, letters, 24)}`;
}
