/**
 * @typedef {object} LokiOptions
 * @property {boolean} [auth] tenants are asked for (`auth_enabled`)
 * @property {boolean} [gzip] answers are compressed where the client takes that
 * @property {Readonly<Record<string, string | number | boolean>>} [limits] more of `limits_config`
 */

/**
 * Loki in one process over a folder, as its documentation sets it up, but: nothing waits for other members of a ring (ready in 1 s
 * instead of 15), all that was pushed is asked of the ingester too, however old it is, and no rate limits what tests push.
 * JSON is YAML.
 * @param {{ folder: string, http: number, grpc: number, options: LokiOptions }} parts
 */
export function lokiConfig({ folder, http, grpc, options }) {
  const atOnce = { min_ready_duration: '0s', final_sleep: '0s' };
  const ownScheduler = { scheduler_address: `127.0.0.1:${grpc}` };
  return JSON.stringify({
    auth_enabled: options.auth ?? false,
    server: {
      http_listen_address: '127.0.0.1',
      http_listen_port: http,
      grpc_listen_address: '127.0.0.1',
      grpc_listen_port: grpc,
      log_level: 'warn',
    },
    common: {
      instance_addr: '127.0.0.1',
      path_prefix: folder,
      replication_factor: 1,
      ring: { kvstore: { store: 'inmemory' } },
      storage: { filesystem: { chunks_directory: `${folder}/chunks`, rules_directory: `${folder}/rules` } },
    },
    schema_config: {
      configs: [
        {
          from: '2024-01-01',
          store: 'tsdb',
          object_store: 'filesystem',
          schema: 'v13',
          index: { prefix: 'index_', period: '24h' },
        },
      ],
    },
    querier: { query_ingesters_within: 0 },
    query_scheduler: { use_scheduler_ring: false },
    frontend: { ...ownScheduler, compress_responses: options.gzip ?? false },
    frontend_worker: ownScheduler,
    ingester: { lifecycler: atOnce, query_store_max_look_back_period: -1 },
    pattern_ingester: { enabled: true, lifecycler: atOnce },
    limits_config: {
      reject_old_samples: false,
      ingestion_rate_mb: 1024,
      ingestion_burst_size_mb: 1024,
      per_stream_rate_limit: '1GB',
      per_stream_rate_limit_burst: '1GB',
      volume_enabled: true,
      ...options.limits,
    },
    analytics: { reporting_enabled: false },
  });
}
