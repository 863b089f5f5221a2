/** What operators deploy with: the files are read as their tools read them, and name only what there is. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';
import { settingsFile } from '../src/config.ts';

const at = (name: string) => new URL(`../${name}`, import.meta.url);
const read = (name: string) => readFileSync(at(name), 'utf8');

/** Every name that the environment may hold, `_FILE` twins too. */
const SETTINGS = new Set([...settingsFile().matchAll(/\b(D(?:ESK|ISCORD)_[A-Z_]+)=/g)].map(([, name]) => name));

describe('the compose file', () => {
  const service = z.strictObject({
    build: z.literal('.'),
    image: z.string(),
    restart: z.literal('unless-stopped'),
    stop_grace_period: z.string(),
    env_file: z.string(),
    environment: z.record(z.string(), z.string()),
    secrets: z.array(z.string()),
    volumes: z.array(z.string()),
    read_only: z.literal(true),
    tmpfs: z.array(z.string()),
    cap_drop: z.tuple([z.literal('ALL')]),
    security_opt: z.tuple([z.literal('no-new-privileges:true')]),
    mem_limit: z.string().regex(/^\d+m$/),
    pids_limit: z.int(),
    logging: z.object({ driver: z.string() }),
  });
  const { services, volumes, secrets } = z
    .strictObject({
      services: z.strictObject({ desk: service }),
      volumes: z.strictObject({ desk: z.null() }),
      secrets: z.record(z.string(), z.strictObject({ file: z.string() })),
    })
    .parse(parse(read('compose.yaml')));

  it('hardens the desk, and keeps its data in a volume', () => {
    expect(services.desk.volumes).toEqual(['desk:/data']);
    expect(Object.keys(volumes)).toEqual(['desk']);
  });

  it('sets what there is, the token from a file', () => {
    const { environment } = services.desk;
    expect(Object.keys(environment).filter((name) => !SETTINGS.has(name))).toEqual([]);
    expect(environment.DISCORD_TOKEN_FILE).toBe(`/run/secrets/${services.desk.secrets[0]}`);
    expect(Object.keys(secrets)).toEqual(services.desk.secrets);
  });
});

describe('the Kubernetes example', () => {
  const documents = parseAllDocuments(read('ops/kubernetes/desk.yaml')).map((one): unknown => one.toJS());
  const configMap = z.object({ kind: z.literal('ConfigMap'), data: z.record(z.string(), z.string()) });
  const probe = z.object({ httpGet: z.strictObject({ path: z.string(), port: z.literal('health') }) });
  const container = z.object({
    env: z.array(z.strictObject({ name: z.string(), value: z.string() })),
    livenessProbe: probe,
    readinessProbe: probe,
    startupProbe: probe,
    resources: z.object({ limits: z.object({ memory: z.string() }) }),
    securityContext: z.strictObject({
      allowPrivilegeEscalation: z.literal(false),
      readOnlyRootFilesystem: z.literal(true),
      capabilities: z.strictObject({ drop: z.tuple([z.literal('ALL')]) }),
    }),
    volumeMounts: z.array(z.object({ name: z.string(), mountPath: z.string() })),
  });
  const pod = z.object({
    automountServiceAccountToken: z.literal(false),
    enableServiceLinks: z.literal(false),
    securityContext: z.object({ runAsNonRoot: z.literal(true), runAsUser: z.literal(1000) }),
    containers: z.tuple([container]),
    volumes: z.array(z.object({ name: z.string() })),
  });
  const statefulSet = z.object({
    kind: z.literal('StatefulSet'),
    spec: z.object({
      replicas: z.literal(1),
      template: z.object({ spec: pod }),
      volumeClaimTemplates: z.array(z.object({ metadata: z.object({ name: z.string() }) })),
    }),
  });
  const [config, set] = z.tuple([configMap, statefulSet]).parse(documents);
  const { volumes, containers } = set.spec.template.spec;
  const [desk] = containers;

  it('sets what there is', () => {
    const names = [...Object.keys(config.data), ...desk.env.map(({ name }) => name)];
    expect(names.filter((name) => !SETTINGS.has(name))).toEqual([]);
  });

  it('asks the pages that there are', () => {
    const paths = [desk.startupProbe, desk.livenessProbe, desk.readinessProbe].map(({ httpGet }) => httpGet.path);
    expect(paths).toEqual(['/livez', '/livez', '/readyz']);
  });

  it('mounts what it declares, the data from a claim', () => {
    const claims = set.spec.volumeClaimTemplates.map(({ metadata }) => metadata.name);
    const declared = [...volumes.map(({ name }) => name), ...claims];
    expect(desk.volumeMounts.map(({ name }) => name).sort()).toEqual(declared.sort());
    expect(desk.volumeMounts).toContainEqual({ name: claims[0], mountPath: '/data' });
  });
});

describe('the image', () => {
  const dockerfile = read('Dockerfile');

  it('runs as nobody in particular, and asks itself how it is', () => {
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(dockerfile).toMatch(/^HEALTHCHECK .*CMD \["node", "dist\/cli\/askHealth\.js"\]$/m);
    expect(existsSync(at('src/cli/askHealth.ts'))).toBe(true);
  });

  it('is built with every file that the build names', () => {
    const { build, bundle } = z
      .object({ scripts: z.object({ build: z.string(), bundle: z.string() }) })
      .parse(JSON.parse(read('package.json'))).scripts;
    const named = `${build} ${bundle}`.match(/[\w.]+\.(?:ts|json)\b/g) ?? [];
    const copied = [...dockerfile.matchAll(/^COPY (?!--)(.+) \S+$/gm)].flatMap(([, files = '']) => files.split(' '));
    expect(named).toContain('rolldown.config.ts');
    expect(copied).toEqual(expect.arrayContaining(named));
  });

  it('takes nothing with it that it does not need', () => {
    const ignored = read('.dockerignore').split('\n');
    expect(ignored).toEqual(expect.arrayContaining(['.git', 'node_modules', 'test', 'secrets', 'desk.env', 'data']));
  });
});
