import { alphanumeric, base64, characters, digits, integer, letters, pick } from './draws.mjs';

/** @typedef {import('./kinds.mjs').Kind} Kind @typedef {import('./draws.mjs').Random} Random */

const plain = (/** @type {Random} */ random) => characters(random, alphanumeric, integer(random, 8, 24));

/** As people choose and generators make them. @param {Random} random */
const password = (random) =>
  pick(random, [
    plain(random),
    `${pick(random, ['Summer', 'Dragon', 'Welcome', 'Letmein', 'Bluebird'])}${digits(random, 4)}${pick(random, ['!', '#', '$', '?'])}`,
    `${characters(random, letters, 5)}${pick(random, ['@', '%', '^', '*', '~'])}${characters(random, alphanumeric, 6)}`,
    characters(random, `${alphanumeric}-_.!*`, 16).replace(/^\W|\W$/g, 'k'),
  ]);

const passphrase = (/** @type {Random} */ random) =>
  Array.from({ length: 4 }, () =>
    pick(random, ['correct', 'candle', 'orbit', 'velvet', 'pigeon', 'marble']),
  ).join(' ');

/** Azure: 64 bytes in base64. */
const accountKey = (/** @type {Random} */ random) => `${characters(random, base64, 86)}==`;
const sharedKey = (/** @type {Random} */ random) => `${characters(random, base64, 43)}=`;

/** @type {readonly Kind[]} */
export const credentialKinds = [
  {
    name: 'password',
    draw: password,
    says: [
      'password={@}',
      'login failed user_id=7 password={@} attempt={number}',
      'db.password = {@}',
      '{"username":"x","password":"{@}"}',
      "passwd: '{@}'",
      'spring.datasource.password={@}',
      'POST /login?name=x&password={@}&remember=1',
      'pwd={@};timeout={number}',
      'running mysqldump --password={@} --all',
      'PGPASSWORD={@} psql -h db',
      '密码={@} 校验失败',
      '登录密码：{@}',
      'secret: "{@}"',
      'client_secret={@}&grant_type=client_credentials',
      ['password="{@}" tries={number}', passphrase],
      "Login(password='{@}', remember=True)",
      'api_key={@}',
      'DB_PASS={@}',
      '--password {@} --host db.example.net',
      'redis: AUTH password: {@}',
      'smtp_pass="{@}" smtp_port={port}',
      'requirepass {@}',
      'encryption-key: {@}',
      'MYSQL_ROOT_PASSWORD: {@}',
    ],
    lines: [],
  },
  {
    name: 'connection string',
    draw: plain,
    says: [
      'Server=db.example.net,1433;Database=shop;User Id=app;Password={@};Encrypt=true',
      'connecting to postgres://app:{@}@db.example.net:5432/shop?sslmode=require',
      'jdbc:mysql://db.example.net:3306/shop?user=app&password={@}&useSSL=true',
      'mongodb+srv://app:{@}@cluster0.example.net/shop?retryWrites=true failed',
      'redis://:{@}@cache.example.net:6379/0 refused after {ms} ms',
      'amqp://app:{@}@mq.example.net:5672/%2f closed',
      'connection to "host=db.example.net port=5432 user=app password={@} dbname=shop" failed',
      'Driver={ODBC Driver 18 for SQL Server};Server=db;Uid=app;Pwd={@};',
      [
        'DefaultEndpointsProtocol=https;AccountName=shop;AccountKey={@};EndpointSuffix=core.windows.net',
        accountKey,
      ],
      ['Endpoint=sb://shop.servicebus.windows.net/;SharedAccessKeyName=Root;SharedAccessKey={@}', sharedKey],
      'jdbc:oracle:thin:app/{@}@//db.example.net:1521/shop',
      'mysql+pymysql://app:{@}@db.example.net/shop',
      'jdbc:postgresql://db.example.net/shop?password={@}&user=app',
      'rediss://app:{@}@cache.example.net:6380 connected',
      '连接串 Server=db;Uid=app;Pwd={@};Charset=utf8 无法连接',
      'Data Source=db;Initial Catalog=shop;User ID=app;Password="{@}";Pooling=true',
    ],
    lines: [],
  },
];
